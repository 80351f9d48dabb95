// What a list of answered hellos proves: of each version, suite, group and scheme whether it was accepted, refused, or is not known. Pure.
import { authenticationOf, isEcdsa, isSigned, partsOf, partsOfCode } from '../registry/cipher-suite-parts.ts'
import { cipherSuites } from '../registry/cipher-suites.ts'
import { tls13 } from '../registry/protocols.ts'
import { authenticationFor } from '../registry/signature-schemes.ts'
import { sslv2CipherKinds } from '../registry/sslv2-cipher-kinds.ts'
import { curveOf } from './leaf-curve.ts'
import { type Accepted, type Asked, type Offer, refusesVersion, type Subject } from './offer.ts'
import { offeredSuites as listedSuites, newestVersion, offeredGroups, offeredSchemes } from './offered.ts'
import { refusalDoubts, type Shown } from './refusal-doubts.ts'

/** Three answers: what was not asked, or not answered in a way that counts, is unknown. */
export type Support = 'accepted' | 'refused' | 'unknown'

/** Something asked, and the probes the answer rests on; without any it was not asked, and is unknown. */
export interface Finding {
  readonly support: Support
  /** Numbers of the hellos it rests on, see Asked: the first that shows it. */
  readonly probes: readonly number[]
  /** Why a refusal among them does not count, a clause. */
  readonly doubt?: string
}

/** Versions and the rest by their wire numbers; a suite of SSLv2 is a cipher kind of three bytes. */
export interface Ledger {
  readonly asked: readonly Asked[]
  /**
   * Accepted when any answer has it. Refused when a hello that ends at it was answered with alert protocol_version or with an older version,
   * or when every cipher suite it can have was refused.
   */
  protocol(version: number): Finding
  /**
   * Refused when a hello about cipher suites that offers it in this version was refused, or the version is; or a hello about groups, when the
   * key exchange of the suite takes place in none.
   */
  cipherSuite(version: number, code: number): Finding
  /** Group of a key exchange in this version. */
  group(version: number, code: number): Finding
  signatureScheme(version: number, code: number): Finding
  /** The answers that accepted something, of one version or of all. */
  accepted(version?: number): readonly (Asked & { readonly outcome: Accepted })[]
  /** Refusals that count for nothing, since no acceptance shows that they are for what was asked. */
  readonly doubted: readonly Asked[]
  /** The answers to hellos about a subject. */
  about(subject: Subject): readonly Asked[]
}

/**
 * What is accepted stays so, whatever a later hello met: a pool of servers may give both answers.
 * @param shown what the handshake has shown, which bears refusals out like any acceptance; null when there was none
 */
export function ledgerOf(asked: readonly Asked[], shown: Shown | null = null): Ledger {
  const doubts = refusalDoubts(asked, shown)
  const doubted: Asked[] = []
  const versions = new Index()
  const suites = new Index()
  const groups = new Index()
  const schemes = new Index()
  const passedOver = new Index()
  const accepted: (Asked & { readonly outcome: Accepted })[] = []
  const ofSchemes: Asked[] = []
  for (const each of asked) {
    const { number, offer, outcome } = each
    const newest = newestVersion(offer)
    if (outcome.kind === 'accepted') {
      accepted.push({ ...each, outcome })
      // Another name may lead to another server's settings.
      if (offer.about === 'server-name') continue
      const { version, cipherSuite, group, signatureScheme, answer } = outcome
      versions.put(0, version, 'accepted', number)
      if (version < newest && speaksOfVersions(offer)) versions.put(0, newest, 'refused', number)
      suites.put(version, cipherSuite, 'accepted', number)
      if (group !== null) groups.put(version, group, 'accepted', number)
      if (signatureScheme !== null) schemes.put(version, signatureScheme, 'accepted', number)
      if (offer.about === 'groups' && group !== null && version < tls13 && curveOf(answer) === group) {
        const before = offeredGroups(offer).slice(0, offeredGroups(offer).indexOf(group))
        for (const code of before) passedOver.put(version, code, 'refused', number)
      }
      // A server of SSLv2 names all that it has of what was offered.
      if (answer.hello.kind === 'sslv2_server_hello')
        for (const kind of offeredSuites(offer, newest))
          suites.put(version, kind, answer.hello.cipherKinds.includes(kind) ? 'accepted' : 'refused', number)
      continue
    }
    if (offer.about === 'signature-schemes') ofSchemes.push(each)
    const ofHello = doubts.ofHello(offer, outcome)
    const doubt = ofHello ?? (offer.about === 'groups' ? doubts.ofCarriers(offer, outcome, () => false) : null)
    const support = doubt === null ? outcome.kind : 'unknown'
    if (doubt !== null && offer.about !== 'signature-schemes') doubted.push(each)
    if (outcome.kind === 'unknown' || (refusesVersion(outcome) && speaksOfVersions(offer))) versions.put(0, newest, outcome.kind, number)
    if (offer.about === 'cipher-suites') for (const code of offeredSuites(offer, newest)) suites.put(newest, code, support, number, doubt)
    if (offer.about === 'groups') {
      for (const code of offeredGroups(offer)) groups.put(newest, code, support, number, doubt)
      // Whatever the groups are, a suite that needs none could have been taken.
      for (const code of offeredSuites(offer, newest))
        if (!needsGroup(newest, code)) suites.put(newest, code, ofHello === null ? outcome.kind : 'unknown', number, ofHello)
    }
  }
  // What they refuse hangs on which suites are refused.
  const doubtedSchemes: Asked[] = []
  for (const each of ofSchemes) {
    const { number, offer, outcome } = each
    const newest = newestVersion(offer)
    const isRefused = (code: number): boolean => suites.get(newest, code).support === 'refused'
    const ofHello = doubts.ofHello(offer, outcome)
    const doubt = ofHello ?? doubts.ofCarriers(offer, outcome, isRefused)
    if (doubt !== null) doubtedSchemes.push(each)
    const keys = new Set(offeredSuites(offer, newest).map(authenticationOf))
    for (const code of offeredSchemes(offer)) {
      const key = authenticationFor(code)
      // With no suite for such a key the scheme had no place in it.
      if (newest >= tls13 || key === null || keys.has(key))
        schemes.put(newest, code, doubt === null ? outcome.kind : 'unknown', number, doubt)
    }
  }

  const protocol = once((version: number) => {
    const finding = versions.get(0, version)
    return finding.support === 'unknown' ? (allRefused(suitesOf(version).map(code => suites.get(version, code))) ?? finding) : finding
  })
  const within = (index: Index, version: number, code: number): Finding => {
    const whole = protocol(version)
    return whole.support === 'refused' ? whole : index.get(version, code)
  }
  /** Whether every suite of a version with such a key exchange is refused, and by which probes. */
  const noneOf = (isOne: (code: number) => boolean): ((version: number) => Finding | null) =>
    once((version: number) => allRefused(suitesOf(version).flatMap(code => (isOne(code) ? [suites.get(version, code)] : []))))
  const noCurves = noneOf(isCurved)
  const noSignatures = once((key: string | null) => noneOf(code => isSigned(code) && (key === null || authenticationOf(code) === key)))
  const onlyEcdsa = once((version: number) =>
    suitesOf(version).every(
      code => !(isCurved(code) && isSigned(code)) || isEcdsa(code) || suites.get(version, code).support === 'refused',
    ),
  )
  const signatureScheme = (version: number, code: number): Finding => {
    const finding = within(schemes, version, code)
    if (finding.support !== 'unknown' || version >= tls13) return finding
    return noSignatures(authenticationFor(code))(version) ?? finding
  }
  const isOpen = ({ offer }: Asked): boolean =>
    offeredSchemes(offer).some(code => signatureScheme(newestVersion(offer), code).support === 'unknown')
  return {
    asked,
    protocol,
    cipherSuite: (version, code) => within(suites, version, code),
    group: (version, code) => {
      const finding = within(groups, version, code)
      if (finding.support !== 'unknown' || version >= tls13) return finding
      // Before TLS 1.3 a group is chosen with a suite of elliptic curves alone.
      const none = noCurves(version)
      if (none) return none
      // Whoever is to use the certificate has to offer its curve. A server that took that one when others stood before it always does.
      const passed = onlyEcdsa(version) ? passedOver.get(version, code) : notAsked
      return passed.support === 'unknown' ? finding : passed
    },
    signatureScheme,
    accepted: version => (version === undefined ? accepted : accepted.filter(({ outcome }) => outcome.version === version)),
    // What was asked of each certificate apart needs no more asking.
    doubted: [...doubted, ...doubtedSchemes.filter(isOpen)],
    about: subject => asked.filter(({ offer }) => offer.about === subject),
  }
}

/** Findings by version and code, the first of each kind of answer kept. */
class Index {
  readonly #findings = new Map<number, Map<number, Finding>>()
  /** The same for all that an answer says of a hello: it lists hundreds of suites. */
  #last: Finding = notAsked

  put(version: number, code: number, support: Support, probe: number, doubt: string | null = null): void {
    const ofVersion = this.#findings.get(version) ?? new Map<number, Finding>()
    this.#findings.set(version, ofVersion)
    const known = ofVersion.get(code)
    if (known !== undefined && rankOf(support, doubt) <= rankOf(known.support, known.doubt ?? null)) return
    const { support: lastSupport, probes, doubt: lastDoubt = null } = this.#last
    if (lastSupport !== support || probes[0] !== probe || lastDoubt !== doubt)
      this.#last = { support, probes: [probe], ...(doubt !== null && { doubt }) }
    ofVersion.set(code, this.#last)
  }

  get(version: number, code: number): Finding {
    return this.#findings.get(version)?.get(code) ?? notAsked
  }
}

/** Of those that a hello lists the ones that can be used in a version. */
function offeredSuites(offer: Offer, version: number): readonly number[] {
  const usable = usableIn(version)
  return listedSuites(offer).filter(code => usable.has(code))
}

const rank = { unknown: 1, refused: 2, accepted: 3 } as const
/** No answer says more of why something is not known than a refusal that does not count. */
const rankOf = (support: Support, doubt: string | null): number => (doubt === null ? rank[support] : 0)
const notAsked: Finding = { support: 'unknown', probes: [] }

function allRefused(findings: readonly Finding[]): Finding | null {
  if (findings.length === 0 || findings.some(({ support }) => support !== 'refused')) return null
  return { support: 'refused', probes: [...new Set(findings.flatMap(({ probes }) => probes))].sort((a, b) => a - b) }
}

/** A client's own hello may offer a version and nothing that goes with it; an odd one may be refused for what is odd in it. */
const speaksOfVersions = ({ about }: Offer): boolean =>
  about !== 'server-name' && about !== 'client' && about !== 'fallback' && !about.endsWith('-tolerance')

const isCurved = (code: number): boolean => /^ECDHE/.test(partsOfCode(code)?.keyExchange ?? '')

/** Every suite of TLS 1.3; before it those of Diffie-Hellman, also where the key is that of the certificate (RFC 8422 §5.1.1). */
export function needsGroup(version: number, code: number): boolean {
  return version >= tls13 || /^(?:EC|DHE|GOST)/.test(partsOfCode(code)?.keyExchange ?? '')
}

/** Every registered suite that can be used in a version; of SSLv2 every cipher kind. */
export const suitesOf: (version: number) => readonly number[] = once(version =>
  version === 0x0002 ? sslv2CipherKinds.rows.map(({ code }) => code) : tlsSuites(version),
)

const usableIn = once((version: number): ReadonlySet<number> => new Set(suitesOf(version)))

function tlsSuites(version: number): number[] {
  return cipherSuites.rows.flatMap(row => {
    const parts = partsOf(row)
    return parts && parts.firstProtocol <= version && version <= parts.lastProtocol ? [row.code] : []
  })
}

/** The function, asked but once for each version, or whatever it is asked about. */
function once<K, T>(make: (key: K) => T): (key: K) => T {
  const made = new Map<K, T>()
  return key => {
    if (!made.has(key)) made.set(key, make(key))
    return made.get(key) as T
  }
}
