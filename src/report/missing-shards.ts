// What is to be said where a run was divided and a part of it has left no report.
import type { Report } from '../gate.ts'
import type { Check } from '../judge/check.ts'
import { checkOf } from '../judge/check-of.ts'
import { listed } from '../judge/policy/words.ts'

/** 'the reports of shards 2 and 4 are missing'; null where all are there. */
export function missingWords({ missingShards }: Pick<Report, 'missingShards'>): string | null {
  if (missingShards.length === 0) return null
  const [shards, have] = missingShards.length === 1 ? ['the report of shard', 'is'] : ['the reports of shards', 'are']
  return `${shards} ${listed(missingShards.map(String))} ${have} missing`
}

/** The same as a check of the run: a reader of its checks alone would take the run for one that has passed. */
export function missingChecks(report: Pick<Report, 'missingShards'>): Check[] {
  const message = missingWords(report)
  if (message === null) return []
  const fix = 'Look at the job of the shard and run it again; its report has to be uploaded also when it is red (if: always())'
  return [checkOf({ id: 'run/shards', severity: 'error', status: 'inconclusive', message, evidence: [], fix })]
}
