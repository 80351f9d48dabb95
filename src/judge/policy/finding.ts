// What is known of one member in one version: the ledger's word, with what the handshake showed.
import type { Ledger, Support } from '../../probe/ledger.ts'
import type { NameKind } from './classes.ts'
import type { Known } from './known.ts'
import { probesText } from './words.ts'

/** Whoever has seen something of the server. */
export interface Witness {
  readonly ledger: Ledger
  readonly known: Known | null
}

/** Whether one member is accepted in one version, and how that is known. */
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
  const { support, probes, doubt } = kind === 'protocol' ? ledger.protocol(version) : ledger[fields[kind]](version, code)
  const why = support === 'unknown' ? (doubt ?? whyUnknown(ledger, probes)) : ''
  return { code, version, support, evidence: probesText(probes), why }
}

const fields = { 'cipher suite': 'cipherSuite', group: 'group', 'signature scheme': 'signatureScheme' } as const

function whyUnknown(ledger: Ledger, probes: readonly number[]): string {
  for (const { number, outcome } of ledger.asked) if (probes.includes(number) && outcome.kind === 'unknown') return outcome.detail
  return probes.length === 0 ? 'it was not asked' : 'not everything that decides it was asked'
}
