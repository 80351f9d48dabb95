// tls.lock.json: what is remembered of every target, from its text and back. Loaded only by a run that has one.
import * as z from 'zod'
import { startOf } from '../../location.ts'
import { protocols } from '../../registry/protocols.ts'
import { UsageError } from '../../usage-error.ts'
import { type Location, severities } from '../check.ts'
import type { TargetFacts } from './facts.ts'
import { placeOfMistake, placeOfPath, placesOfKeys } from './place.ts'

/** The file as it was read. */
export interface BaselineSource {
  /** As the user named it. */
  readonly file: string
  readonly text: string
}

/** What is remembered, by target. */
export interface Baseline {
  readonly file: string
  readonly targets: ReadonlyMap<string, Remembered>
}

export interface Remembered {
  readonly facts: TargetFacts
  /** Where its entry stands. */
  readonly location: Location
}

const names = () => z.array(z.string())
const answer = () => z.enum(['yes', 'no', 'unknown'])
const list = () =>
  z.strictObject({
    complete: z.boolean().meta({ description: 'Whether everything else is refused; otherwise it is unknown' }),
    accepted: names(),
  })

const failure = () =>
  z.strictObject({
    cause: z.string(),
    severity: z.enum(severities),
    members: names().optional().meta({ description: 'Of a check on many things those that fail it' }),
    undecided: names().optional().meta({ description: 'Those of which it was not known' }),
  })

const factsSchema = () =>
  z.strictObject({
    handshake: z
      .strictObject({
        protocol: z.string().nullable(),
        cipherSuite: z.string().nullable(),
        group: z.string().nullable(),
        signatureScheme: z.string().nullable(),
        alpn: z.string().nullable(),
      })
      .nullable()
      .meta({ description: 'What a client of today negotiates; null when its handshake got nowhere' }),
    protocols: z.partialRecord(z.enum(protocols.rows.map(({ name }) => name)), z.enum(['accepted', 'refused', 'unknown'])),
    cipherSuites: z
      .record(z.string(), z.strictObject({ ...list().shape, order: z.enum(['server', 'client', 'unknown']) }))
      .meta({ description: "By protocol, IANA names; in the server's order where it has one" }),
    groups: list(),
    signatureSchemes: list(),
    dhPrimeBits: z
      .int()
      .nullable()
      .optional()
      .meta({ description: 'Of the shortest prime of finite-field Diffie-Hellman before TLS 1.3; null when none was seen' }),
    features: z.record(z.string(), answer()),
    chain: z
      .strictObject({
        length: z.int(),
        problem: z.string().meta({ description: 'A cause such as certificate-chain-incomplete, none or unknown' }),
        certificates: z.array(z.strictObject({ key: z.string(), keyBits: z.int().nullable(), signature: z.string(), issuer: z.string() })),
      })
      .nullable(),
    clients: z.record(z.string(), answer()).meta({ description: 'Whether a client connects, by its name' }),
    failed: z
      .record(z.string(), z.union([z.string(), z.array(failure())]))
      .meta({ description: 'Failed checks, by the id of the check; a cause alone where a file of old says no more' }),
  })

/** The schema of a lock file; made at each call. */
export const lockSchema = () =>
  z
    .strictObject({
      schemaVersion: z.literal(1),
      targets: z.record(z.string(), factsSchema()).meta({
        description: 'By URL, with "as NAME" after it where another name was asked for than the host',
      }),
    })
    .meta({
      title: 'Baseline of tlsgate',
      description: 'What `tlsgate check --update-baseline` remembers of each target: facts that only a change of the server changes',
    })

/**
 * @param hint what to do where it is none
 * @throws UsageError when it is no lock file of this version, with the place of the mistake
 */
export function parseBaseline({ file, text }: BaselineSource, hint: string = restore): Baseline {
  const value = parseJson(file, text, hint)
  const version = (value as { readonly schemaVersion?: unknown } | null)?.schemaVersion
  if (version !== 1) throw otherVersion(version, { file, ...placeOfPath(text, ['schemaVersion']) }, hint)
  const { success, data, error } = lockSchema().safeParse(value)
  if (!success) {
    const [issue] = error.issues
    const keys = issue?.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : []
    const location = { file, ...placeOfPath(text, [...(issue?.path ?? []), ...keys]) }
    throw new UsageError(`this is no baseline: ${lowered(issue?.message ?? '')}`, hint, { location })
  }
  const found = Object.entries(data.targets)
  const places = placesOfKeys(
    text,
    found.map(([key]) => key),
  )
  const entries = found.map(([key, facts], index) => {
    return [
      key,
      {
        facts: { ...facts, dhPrimeBits: facts.dhPrimeBits ?? null } as TargetFacts,
        location: { ...startOf(file), ...places[index] },
      },
    ] as const
  })
  return { file, targets: new Map(entries) }
}

const restore = 'restore it from version control; or remove it, and write it anew with tlsgate check --update-baseline'

export function parseJson(file: string, text: string, hint: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new UsageError('this is no JSON', hint, { cause, location: { ...startOf(file), ...placeOfMistake(text, cause) } })
  }
}

function otherVersion(version: unknown, location: Location, hint: string): UsageError {
  return typeof version === 'number'
    ? new UsageError(
        `this baseline is of version ${version}, and this tlsgate reads version 1`,
        'use the tlsgate that wrote it, or write it anew',
        { location },
      )
    : new UsageError('this is no baseline: it has no schemaVersion', hint, { location })
}

const lowered = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)
