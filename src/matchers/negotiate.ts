import type { TargetReport } from '../gate.ts'
import { nearest } from '../judge/nearest.ts'
import { UsageError } from '../usage-error.ts'
import type { Answer, Claim } from './claim.ts'
import { agreementOf, reasonOf } from './complete-handshake.ts'
import { type ProtocolGiven, registeredName } from './names.ts'

/** What a handshake is expected to agree on; what is left out may be anything. */
export interface Agreement {
  /** 'TLSv1.3'. */
  readonly protocol?: ProtocolGiven
  /** IANA's name, or OpenSSL's. */
  readonly cipherSuite?: string
  readonly group?: string
  /** Null for none. */
  readonly alpn?: string | null
}

/**
 * The handshake completes and agrees on these.
 * @throws UsageError for names that nobody knows, and when nothing is expected
 */
export function negotiate(expected: Agreement): Claim {
  const wanted = wantedOf(expected)
  const text = wanted.map(([what, value]) => `${labels[what]} ${value ?? 'none'}`).join(', ')
  return {
    name: 'toNegotiate',
    argument: argumentOf(wanted),
    expected: `a handshake that agrees on ${text}`,
    negated: `a handshake that does not agree on ${text}`,
    judge: ({ report }) => judgeAgreement(report, wanted),
  }
}

type Wanted = readonly (readonly [what: keyof Agreement, value: string | null])[]

const labels = { protocol: 'protocol', cipherSuite: 'cipher suite', group: 'group', alpn: 'ALPN' } as const satisfies Record<
  keyof Agreement,
  string
>

function wantedOf(expected: unknown): Wanted {
  const what = Object.keys(labels)
  if (typeof expected !== 'object' || expected === null || Object.keys(expected).length === 0)
    throw new UsageError('toNegotiate is not told what', `give one or more of ${what.join(', ')}: toNegotiate({ protocol: 'TLSv1.3' })`)
  const unknown = Object.keys(expected).find(key => !Object.hasOwn(labels, key))
  if (unknown !== undefined) {
    const [near] = nearest(unknown, what)
    throw new UsageError(
      `a handshake does not negotiate ${JSON.stringify(unknown.slice(0, 100))}`,
      near === undefined ? `it does ${what.join(', ')}; options come after them, in an object of their own` : `did you mean ${near}?`,
    )
  }
  return (Object.entries(expected) as [keyof Agreement, unknown][]).map(([key, value]) => [key, wantedValue(key, value)])
}

function wantedValue(what: keyof Agreement, value: unknown): string | null {
  if (what !== 'alpn') return registeredName(what === 'cipherSuite' ? 'cipher suite' : what, value)
  if (value === null || typeof value === 'string') return value
  throw new UsageError(`the ALPN id is of the type ${typeof value}`, "give a text such as 'h2', or null for none")
}

/** A protocol that was chosen in a handshake that then failed was not agreed on; another one was not either. */
function judgeAgreement(report: TargetReport, wanted: Wanted): Answer {
  const { handshake } = report
  const others = wanted.filter(([what, value]) => handshake[what] !== value && (handshake.completed || handshake[what] !== null))
  if (others.length > 0) return { holds: 'no', seen: others.map(([what]) => `${labels[what]} ${handshake[what] ?? 'none'}`).join(', ') }
  if (handshake.completed) return { holds: 'yes', seen: agreementOf(report) }
  return { holds: 'unknown', seen: reasonOf(report) }
}

function argumentOf(wanted: Wanted): string {
  return `{ ${wanted.map(([what, value]) => `${what}: ${value === null ? 'null' : `'${value}'`}`).join(', ')} }`
}
