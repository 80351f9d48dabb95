// The targets as the command line gives them: arguments, and lists from standard input.
import type { GateTarget } from '../gate-options.ts'
import { readTargetList, refuseTwice } from '../settings/target-list.ts'
import { UsageError } from '../usage-error.ts'

/**
 * Puts the list on standard input where '-' stands.
 * @param command whose arguments they are
 * @param configured the targets of the configuration file: what is checked when no other is named
 * @throws UsageError when no target is left, or one is there twice
 */
export async function targetList(
  command: 'check' | 'plan',
  args: readonly string[],
  configured: readonly GateTarget[],
): Promise<readonly GateTarget[]> {
  if (args.length === 0 && configured.length > 0) return configured
  const listed = args.includes('-') ? readTargetList(await (await import('node:stream/consumers')).text(process.stdin)) : []
  const targets = args.flatMap(arg => (arg === '-' ? listed : [arg]))
  refuseTwice(targets, 'target')
  if (targets.length > 0) return targets
  throw args.length === 0
    ? new UsageError(
        'there is no target',
        `name at least one host, host:port or URL, or - for a list on standard input: tlsgate ${command} example.com`,
      )
    : new UsageError('the list of targets on standard input is empty', 'write one target a line')
}
