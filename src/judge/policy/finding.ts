// What is known of one member in one version: the ledger's word, with what the handshake showed, and with doubts that only a policy's hellos have.
import type { Ledger, Support } from '../../probe/ledger.ts'
import { newestVersion } from '../../probe/ledger.ts'
import type { Asked, Offer } from '../../probe/offer.ts'
import { partsOfCode } from '../../registry/cipher-suite-parts.ts'
import { tls13 } from '../../registry/protocols.ts'
import { extension } from '../../wire/extensions.ts'
import type { NameKind } from './classes.ts'
import { hasNoShare } from './closing-questions.ts'
import type { Known } from './known.ts'
import { probesText } from './words.ts'

export interface Witness {
  readonly ledger: Ledger
  readonly known: Known | null
}

export interface MemberFinding {
  readonly code: number
  readonly version: number
  readonly support: Support
  /** 'probe 3', 'handshake' */
  readonly evidence: readonly string[]
  /** Why it is unknown, a clause; else empty. */
  readonly why: string
}

/** @param version a protocol stands for itself */
export function findingOf({ ledger, known }: Witness, kind: NameKind, version: number, code: number): MemberFinding {
  const shown = known?.version === version && (kind === 'protocol' ? known.version : known[fields[kind]]) === code
  if (shown) return { code, version, support: 'accepted', evidence: ['handshake'], why: '' }
  const { support, probes } = kind === 'protocol' ? ledger.protocol(version) : ledger[methods[kind]](version, code)
  const doubt = kind === 'group' ? groupDoubt(ledger, known, version, code, support) : null
  if (doubt !== null) return { code, version, ...doubt }
  return { code, version, support, evidence: probesText(probes), why: support === 'unknown' ? whyUnknown(ledger, probes) : '' }
}

const fields = { 'cipher suite': 'cipherSuite', group: 'group', 'signature scheme': 'signatureScheme' } as const
const methods = fields satisfies Record<Exclude<NameKind, 'protocol'>, 'cipherSuite' | 'group' | 'signatureScheme'>

type Doubt = Pick<MemberFinding, 'support' | 'evidence' | 'why'>

/** Where the answers to hellos about a group mean something else than they seem to. */
function groupDoubt(ledger: Ledger, known: Known | null, version: number, code: number, support: Support): Doubt | null {
  if (support === 'accepted' || ledger.protocol(version).support === 'refused') return null
  const asked = ledger.about('groups').filter(({ offer }) => newestVersion(offer) === version && groupsOffered(offer).includes(code))
  if (version >= tls13) {
    if (support !== 'refused' || asked.some(({ offer }) => !hasNoShare(offer)) || hasRetry(ledger)) return null
    return { support: 'unknown', evidence: numbersOf(asked), why: 'the server answers no hello without a key share' }
  }
  // The curve of an ECDSA certificate has to be offered as well. A server that takes it passes over the groups before it, and would for every
  // client that can use the certificate.
  const curve = known?.curve ?? null
  const curved = asked.filter(({ offer }) => curve !== null && curve !== code && groupsOffered(offer).at(-1) === curve)
  const passed = curved.filter(
    ({ outcome }) => outcome.kind === 'accepted' && outcome.group === curve && partsOfCode(outcome.cipherSuite)?.authentication === 'ECDSA',
  )
  if (support === 'unknown' && passed.length > 0) return { support: 'refused', evidence: numbersOf(passed), why: '' }
  const open = curved.find(({ outcome }) => outcome.kind === 'unknown')
  return open?.outcome.kind === 'unknown' ? { support: 'unknown', evidence: numbersOf([open]), why: open.outcome.detail } : null
}

/** Whether any answer shows that the server asks for a share where it gets none. */
const hasRetry = (ledger: Ledger): boolean => ledger.accepted(tls13).some(({ offer }) => hasNoShare(offer))

const numbersOf = (asked: readonly Asked[]): string[] => probesText(asked.map(({ number }) => number))

const groupsOffered = ({ hello }: Offer): readonly number[] =>
  hello.kind === 'client_hello' ? (extension(hello.extensions, 'supported_groups')?.groups ?? []) : []

function whyUnknown(ledger: Ledger, probes: readonly number[]): string {
  for (const { number, outcome } of ledger.asked) if (probes.includes(number) && outcome.kind === 'unknown') return outcome.detail
  return probes.length === 0 ? 'it was not asked' : 'not everything that decides it was asked'
}
