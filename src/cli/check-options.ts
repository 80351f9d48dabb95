// What `tlsgate check` takes: the options every adapter shares, and those of the command line alone.
import { formats } from '../report/formats.ts'
import { type Option, options } from '../settings/options.ts'

/** An option with what its help text says. */
export type DescribedOption = Pick<Option, 'placeholder' | 'description'> & { readonly name: string; readonly group: string }

const reportOptions: readonly DescribedOption[] = [
  { name: 'format', placeholder: formats.join('|'), group: 'Report', description: 'How to print the report; text unless given' },
  { name: 'output', placeholder: 'FILE', group: 'Report', description: 'Write the report to this file in the place of standard output' },
  {
    name: 'verbose',
    placeholder: null,
    group: 'Report',
    description: 'Add what was asked, every passed check and the certificates as sent, and never cut a line',
  },
]

export const checkOptions: readonly DescribedOption[] = [...options, ...reportOptions]
