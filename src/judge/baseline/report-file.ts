// Facts from a file of an earlier run: a JSON report or a lock file, told apart by what they hold. Loaded only where files are compared.
import * as z from 'zod'
import { UsageError } from '../../usage-error.ts'
import { severities } from '../check.ts'
import { factsOf, isDecided, keyOf, type TargetFacts } from './facts.ts'
import { type BaselineSource, parseBaseline, parseJson } from './lock-file.ts'
import { placeOfPath } from './place.ts'

const text = () => z.string().nullable()
const names = () => z.array(z.string())
const answer = () => z.enum(['yes', 'no', 'unknown'])

/** What facts are read from; a report has more. */
const observedSchema = () =>
  z.object({
    target: z.object({ url: z.string(), host: z.string(), servername: text() }),
    handshake: z.object({ protocol: text(), cipherSuite: text(), group: text(), signatureScheme: text(), alpn: text() }),
    certificates: z.object({
      presented: z.array(
        z.object({
          key: z.object({ type: z.string(), bits: z.number().nullable(), group: text() }),
          signatureAlgorithm: z.string(),
          issuer: z.string(),
        }),
      ),
    }),
    survey: z
      .object({
        protocols: z.record(z.string(), z.enum(['accepted', 'refused', 'unknown'])),
        cipherSuites: z.record(z.string(), names()),
        cipherOrder: z.record(z.string(), z.enum(['server', 'client', 'unknown'])),
        groups: names(),
        signatureSchemes: names(),
        dhPrimeBits: z.number().nullable().exactOptional(),
        completeFor: z.object({ cipherSuites: names(), groups: names(), signatureSchemes: names() }),
        features: z.array(z.object({ name: z.string(), status: answer() })),
        clients: z.array(z.object({ name: z.string(), connects: answer() })),
      })
      .nullable(),
    checks: z.array(
      z.object({
        id: z.string(),
        status: z.enum(['pass', 'fail', 'inconclusive', 'waived']),
        severity: z.enum(severities),
        cause: text(),
        members: names().exactOptional(),
        undecided: names().exactOptional(),
      }),
    ),
  })

const reportSchema = () => z.object({ schemaVersion: z.literal(1), targets: z.array(observedSchema()) })

/** What an earlier run is known to have found. */
export interface Recalled {
  /** By target. */
  readonly facts: ReadonlyMap<string, TargetFacts>
  /** Whether it has decided a check of a target; a lock file has the failed ones alone, and all others count as decided. */
  readonly isDecided: (target: string, check: string) => boolean
}

/** The file may be anything of the user's: nothing is to be removed. */
const hint = 'give a lock file, or a report of tlsgate check --format json'

/** @throws UsageError when it is neither, with the place of the mistake */
export function recall(source: BaselineSource): Recalled {
  const value = parseJson(source.file, source.text, hint)
  if (!isReport(value)) {
    const { targets } = parseBaseline(source, hint)
    return { facts: new Map([...targets].map(([key, { facts }]) => [key, facts])), isDecided: () => true }
  }
  if (value.schemaVersion !== 1) {
    throw new UsageError(
      `this is a report of schema version ${JSON.stringify(value.schemaVersion)?.slice(0, 80)}`,
      'write it with the same version of tlsgate: this one reads version 1',
      { location: { file: source.file, ...placeOfPath(source.text, ['schemaVersion']) } },
    )
  }
  const { success, data, error } = reportSchema().safeParse(value)
  if (!success) {
    const [issue] = error.issues
    const location = { file: source.file, ...placeOfPath(source.text, issue?.path ?? []) }
    throw new UsageError(
      `this is no report of this version: ${(issue?.path ?? []).join('.')}: ${issue?.message}`,
      'write it anew with tlsgate check --format json',
      { location },
    )
  }
  // Of several endpoints of one name the first stands for all, as in a lock file.
  const observed = new Map(data.targets.toReversed().map(each => [keyOf(each.target), each]))
  return {
    facts: new Map([...observed].map(([key, each]) => [key, factsOf(each)])),
    isDecided: (target, check) => {
      const each = observed.get(target)
      return each !== undefined && isDecided(each, check)
    },
  }
}

const isReport = (value: unknown): value is { readonly schemaVersion: unknown } =>
  typeof value === 'object' && value !== null && 'tool' in value && 'schemaVersion' in value
