// What `tlsgate check` takes: the options every adapter shares, and those of the command line alone.
import { formats } from '../report/formats.ts'
import { type Option, options } from '../settings/options.ts'
import { mostShards } from '../shard.ts'

/** An option with what its help text says. */
export type DescribedOption = Pick<Option, 'placeholder' | 'description'> & { readonly name: string; readonly group: string }

export const reportOptions: readonly DescribedOption[] = [
  { name: 'format', placeholder: formats.join('|'), group: 'Report', description: 'How to print the report; text unless given' },
  { name: 'output', placeholder: 'FILE', group: 'Report', description: 'Write the report to this file in the place of standard output' },
  {
    name: 'verbose',
    placeholder: null,
    group: 'Report',
    description:
      'Add what was asked, every passed check and the certificates as sent, of many targets also the healthy ones in full; cut no line',
  },
]

/** It stands with the option of the file it writes. No input of the Action: a gate that moves its own mark guards nothing. */
const updateBaseline: DescribedOption = {
  name: 'update-baseline',
  placeholder: null,
  group: 'Verdict',
  description: 'Write what was found out to the lock file of baseline, tls.lock.json unless given, in the place of comparing with it',
}

export const checkOptions: readonly DescribedOption[] = [
  ...options.flatMap((option): DescribedOption[] => (option.name === 'baseline' ? [option, updateBaseline] : [option])),
  ...reportOptions,
]

/** What `tlsgate diff` takes. */
export const diffOptions: readonly DescribedOption[] = [
  { name: 'format', placeholder: formats.join('|'), group: 'Report', description: 'How to print the differences; text unless given' },
]

/** What `tlsgate plan` takes. */
export const planOptions: readonly DescribedOption[] = [
  {
    name: 'shards',
    placeholder: 'auto|N',
    group: 'Matrix',
    description: `How many jobs share the targets, at most ${mostShards}; auto, 500 targets each, unless given`,
  },
  ...options.filter(({ name }) => name === 'config'),
]
