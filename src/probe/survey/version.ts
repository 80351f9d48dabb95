// The survey of one version of SSL and TLS: whether it is there, and with which cipher suites, groups and signature schemes.
import { authenticationOf, isChaCha } from '../../registry/cipher-suite-parts.ts'
import { protocols, ssl3, tls12, tls13 } from '../../registry/protocols.ts'
import { authenticationFor } from '../../registry/signature-schemes.ts'
import { eitherOffer } from '../either-version.ts'
import { everyGroup, everySignatureScheme, type HelloContext, type HelloParts, helloOf, suitesPerHello } from '../hello.ts'
import { type KeyShare, keyShare } from '../key-share.ts'
import { curveOf } from '../leaf-curve.ts'
import { type Accepted, type Offer, type Outcome, type Probe, refusesVersion } from '../offer.ts'
import { together } from '../together.ts'
import { Rider, Suites } from './dimension.ts'
import { counting, enumerate, type Listed, type Team, takeDownAll } from './enumeration.ts'
import { orderOf, type SuiteOrder } from './order.ts'
import {
  canCarry,
  carriers,
  isAuthenticatedAs,
  isCarrier,
  isCommonGroup,
  isCommonScheme,
  isCurve,
  isMixOf,
  keyKindOf,
  likelySuites,
} from './ranking.ts'

/**
 * Asks everything of some versions, each in a probe of its own, to be run side by side. They have suites in common: what the newest has that is
 * there, the others are likely to have as well, and so wait for it.
 * @param versions 0x0300 to 0x0304, newest first
 */
export function surveyVersions(context: HelloContext, versions: readonly number[]): Probe<void>[] {
  const surveys = versions.map(version => new VersionSurvey(context, version))
  return surveys.map((survey, index) => survey.noting(everythingOf(context, survey, versions[index] ?? 0, surveys.slice(0, index))))
}

function* everythingOf(context: HelloContext, survey: VersionSurvey, version: number, newer: readonly VersionSurvey[]): Probe<void> {
  // An old version is refused as a rule, for which one hello will do.
  const [forward] = yield* survey.put(version < tls12 ? [survey.forward()] : survey.first())
  if (isRefusal(forward, version)) return
  if (version < tls12 && forward?.kind === 'accepted') yield* survey.put([survey.backward()])
  yield* survey.findFirst(forward)
  if (!survey.isThere) {
    if (version >= tls13 && forward?.kind === 'refused') yield [eitherOffer(context)]
    return
  }
  while (newer.some(({ isThere, isOver }) => !isThere && !isOver)) yield []
  const leader = newer.find(({ isThere }) => isThere)
  if (leader) survey.follow(leader)
  yield* together([enumerate(survey.teams), survey.settle()])
}

/** Whether the answer refuses the whole version: by alert protocol_version, or by an older version. */
function isRefusal(outcome: Outcome | undefined, version: number): boolean {
  if (outcome?.kind === 'accepted') return outcome.version < version
  return refusesVersion(outcome)
}

class VersionSurvey {
  readonly teams: readonly Team[]
  /** Whether there is nothing more to come of it. */
  isOver = false
  readonly #context: HelloContext
  readonly #version: number
  readonly #suites: Suites
  readonly #groups: Rider
  readonly #schemes: Rider
  /** TLS 1.3: the share that opens the server's flight, which has the signature. */
  readonly #share: KeyShare | null
  /** Whether the first suite of the client's that the server knows is taken. */
  #clientChooses = false
  /** TLS 1.3: whether the server answers a hello without a share, as every server should (RFC 8446 §4.1.4). */
  #retries = true
  readonly #answered: { readonly offer: Offer; readonly outcome: Outcome }[] = []
  /** Pairs of suites that hellos of this round put in order. */
  readonly #pairs = new Set<string>()

  constructor(context: HelloContext, version: number) {
    this.#context = context
    this.#version = version
    this.#share = version >= tls13 ? keyShare() : null
    this.#suites = new Suites(likelySuites(version), suitesPerHello, version >= tls13 ? 2 : suitesPerHello)
    this.#groups = new Rider('groups', version > ssl3 ? everyGroup() : [])
    this.#schemes = new Rider('signature-schemes', version >= tls12 ? everySignatureScheme() : [])
    const team = (suites: Suites | null, ...riders: Rider[]): Team => ({
      version,
      suites,
      riders,
      waitsForSuites: this.#share === null,
      expect: () => this.#expect(),
      carries: (suite, { rider, codes }) => canCarry(suite, rider.part, codes),
      apart: ({ rider, codes }) => (rider.part === 'groups' ? [codes] : this.#byCertificate(codes)),
      offer: listed => this.#offer(listed),
    })
    // The signature of TLS 1.3 is sealed for whoever has no share, and a HelloRetryRequest, which names the group, is for those who have none.
    this.teams = this.#share
      ? [team(this.#suites, this.#groups), team(null, this.#schemes)]
      : [team(this.#suites, this.#groups, this.#schemes)]
  }

  get isThere(): boolean {
    return this.#suites.found.length > 0
  }

  /** Expects what a newer version has. */
  follow(leader: VersionSurvey): void {
    this.#suites.follow(leader.#suites)
    this.#groups.follow(leader.#groups)
  }

  /** Everything likely, the likeliest first. */
  forward(): Offer {
    // With TLS 1.3 the hello with a share finds x25519.
    const groups = this.#share ? this.#groups.candidates.filter(code => code !== this.#share?.share.group) : this.#groups.candidates
    return this.#offer({
      question: 'the likely cipher suites',
      about: this.#share ? 'several' : 'cipher-suites',
      suites: this.#likely,
      groups,
    })
  }

  /**
   * The same suites the other way round, which shows whose order counts. Without the groups and schemes that were answered with already,
   * since a server that has but them is hardly there. Asks for compression too.
   */
  backward(): Offer {
    // Before TLS 1.3 a certificate may need the second.
    const usual = usualGroups.slice(0, this.#share ? 2 : 1)
    return this.#offer({
      question: 'the likely cipher suites in reverse',
      about: 'several',
      suites: backward(this.#likely, isCarrier),
      groups: backward(this.#groups.candidates, isCommonGroup).filter(code => !usual.includes(code)),
      ...(!this.#share && {
        'signature-schemes': backward(this.#schemes.candidates, code => isCommonScheme(code, this.#version)).filter(
          code => !usualSchemes.includes(code),
        ),
      }),
      compressionMethods: [deflate, 0],
    })
  }

  /** What to begin with where the version is likely to be there. */
  first(): Offer[] {
    const { candidates } = this.#schemes
    const shared = this.#offer({ question: 'every cipher suite and a key share', about: 'cipher-suites', 'signature-schemes': candidates })
    return [this.forward(), this.backward(), ...(this.#share ? [shared] : [])]
  }

  /** Runs a probe, and keeps what it is told. */
  *noting(probe: Probe<void>): Probe<void> {
    for (let turn = probe.next(); !turn.done; ) {
      const offers = turn.value
      const outcomes = yield offers
      this.#pairs.clear()
      for (const [index, offer] of offers.entries()) {
        const outcome = outcomes[index]
        if (outcome) this.#answered.push({ offer, outcome })
      }
      turn = probe.next(outcomes)
    }
    this.isOver = true
    this.#suites.close(this.#suites.candidates) // or whoever waits for it would wait for ever
  }

  /** Puts offers, and takes down what their answers name. */
  *put(offers: readonly Offer[]): Probe<readonly Outcome[]> {
    const outcomes = yield offers
    takeDownAll(this.teams, outcomes)
    return outcomes
  }

  /** Nothing is known to work as long as no suite is; so the suites go first, by themselves. */
  *findFirst(forward: Outcome | undefined): Probe<void> {
    if (forward?.kind === 'accepted') {
      this.#clientChooses = this.#order().by === 'client'
      // As a rule one setting is for all of them; but the group of a HelloRetryRequest is mostly the server's choice.
      for (const rider of [this.#groups, this.#schemes]) rider.clientChooses = this.#clientChooses && !this.#share
      return
    }
    if (this.#share) {
      if (!this.isThere) return
      // With a share it is accepted. Either x25519 is all that the server has, or it answers no hello without a share: then of the groups
      // nothing more can be found out.
      const retry = this.#offer({ question: 'every group and no key share', about: 'several' })
      const [outcome] = yield* this.put([retry])
      this.#retries = outcome?.kind === 'accepted'
      if (!this.#retries) this.#groups.close(this.#groups.candidates)
      return
    }
    if (!this.isThere) this.#suites.close(this.#likely)
    while (!this.isThere && !this.#suites.isDone) {
      const portions = this.#suites.portions()
      const outcomes = yield* this.put(
        portions.map(suites => this.#offer({ question: counting(suites, 'cipher suite'), about: 'cipher-suites', suites })),
      )
      for (const [index, outcome] of outcomes.entries()) if (outcome.kind !== 'accepted') this.#suites.close(portions[index] ?? [])
    }
  }

  #expect(): void {
    const { found, areMany } = this.#suites
    this.#suites.expect(areMany ? isMixOf(found) : isAuthenticatedAs(found))
    this.#groups.expect(code => isCommonGroup(code) && (this.#share !== null || isCurve(code)))
    const kinds = new Set(this.#schemes.found.map(keyKindOf))
    this.#schemes.expect(code => kinds.has(keyKindOf(code)) && isCommonScheme(code, this.#version))
  }

  /**
   * When all suites are found, what is left of the server's order, a second key of finite-field Diffie-Hellman to compare the first with, and
   * compression, where the only hello that offered it was refused.
   */
  *settle(): Probe<void> {
    while (!this.#suites.isDone) yield []
    const [once, ...more] = this.#answered.filter(({ outcome }) => outcome.kind === 'accepted' && hasDhKey(outcome))
    const again = once?.outcome.kind === 'accepted' && more.length === 0 ? [[once.outcome.cipherSuite]] : []
    const askFor = (suites: readonly number[]): Offer =>
      this.#offer({ question: counting(suites, 'cipher suite'), about: 'cipher-suites', suites })
    // Each round may show that the guess was wrong, and make another; an order that is still not found after some is none.
    for (let round = 0, asked = [...again.map(askFor), ...this.#compression()]; round < rounds; round++, asked = []) {
      const offers = [...asked, ...this.#order().guessed.map(pair => askFor(pair.toReversed()))]
      if (offers.length === 0) return
      yield offers
    }
  }

  /** DEFLATE in a hello that works, if none was accepted that offered it. */
  #compression(): Offer[] {
    const isTold = this.#answered.some(
      ({ offer: { hello }, outcome }) =>
        outcome.kind === 'accepted' && hello.kind === 'client_hello' && hello.compressionMethods.includes(deflate),
    )
    if (isTold || this.#share || !this.isThere) return []
    return [
      this.#offer({
        question: 'compression',
        about: 'several',
        suites: this.#suites.found.slice(0, suitesPerHello),
        compressionMethods: [deflate, 0],
      }),
    ]
  }

  /** Of so many suites that it would cost more to find the order than the suites, only whose order it is. */
  #order(): SuiteOrder {
    const { found } = this.#suites
    if (this.#clientChooses) return { by: 'client', suites: found, guessed: [] }
    // Of two ChaCha20 does not come first, see chaChaNotFirst.
    const compared = found.length > orderedSuites ? found.filter(code => !isChaCha(code)).slice(0, 2) : found
    return orderOf(
      this.#version,
      this.#suites.candidates.filter(code => compared.includes(code)),
      this.#answered,
    )
  }

  /** A pair of suites whose order is not known, to ask for something else with. The one thought to come second stands first. */
  #pairOf(allowed: readonly number[]): readonly number[] | null {
    const pair = this.#order().guessed.find(codes => codes.every(code => allowed.includes(code)) && !this.#pairs.has(String(codes)))
    if (!pair) return null
    this.#pairs.add(String(pair))
    return pair.toReversed()
  }

  /** What to list where the suites are not in question: what is known to work and speaks of what is asked. */
  #carrying({ about, 'signature-schemes': schemes }: Listed): readonly number[] {
    if (!this.isThere) return this.#likely
    const all = carriers(this.#suites.found, about)
    const keys = new Set(schemes?.map(code => this.#keyFor(code)))
    const fitting = about === 'signature-schemes' ? all.filter(code => keys.has(authenticationOf(code))) : all
    const mixed = schemes !== undefined && new Set(fitting.map(authenticationOf)).size > 1
    return (mixed ? null : this.#pairOf(fitting)) ?? fitting
  }

  /** Schemes by the certificate to ask for them with. One that is chosen for a scheme it cannot sign after all would be refused with all others. */
  #byCertificate(schemes: readonly number[]): readonly (readonly number[])[] {
    return [...Map.groupBy(schemes, code => this.#keyFor(code)).values()]
  }

  /** As suites name it: that which the scheme is for, or any where no suite is found that has it; null in TLS 1.3. */
  #keyFor(scheme: number): string | null {
    const found = carriers(this.#suites.found, 'signature-schemes').map(authenticationOf)
    const key = authenticationFor(scheme)
    return found.includes(key) ? key : (found[0] ?? null)
  }

  get #likely(): readonly number[] {
    return this.#suites.candidates.slice(0, suitesPerHello)
  }

  /** With the curve of the certificate where no other will do: it has to be there, whatever the key exchange is made with (RFC 8422 §5.1). */
  #withCurve(groups: readonly number[], suites: readonly number[]): readonly number[] {
    const others = suites.filter(code => authenticationOf(code) !== 'ECDSA')
    if (this.#share || others.length === suites.length || others.some(code => this.#suites.found.includes(code))) return groups
    const curves = this.#answered.flatMap(({ outcome }) => (outcome.kind === 'accepted' ? (curveOf(outcome.answer) ?? []) : []))
    return [...groups, ...curves.slice(0, 1).filter(curve => !groups.includes(curve))]
  }

  #offer(listed: Listed & Pick<HelloParts, 'compressionMethods'>): Offer {
    const { question, about, compressionMethods, 'signature-schemes': schemes } = listed
    const suites = listed.suites ?? this.#carrying(listed)
    const share = schemes || !this.#retries ? this.#share : null
    const hello = helloOf(this.#context, {
      version: this.#version,
      cipherSuites: chaChaNotFirst(suites),
      groups: listed.groups ? this.#withCurve(listed.groups, suites) : this.#groups.wide,
      signatureSchemes: schemes ?? this.#schemes.wide,
      ...(share && { shares: [share.share] }),
      ...(compressionMethods && this.#version < tls13 && { compressionMethods }),
    })
    return { title: `${question} of ${protocols.label(this.#version)}`, about, hello, ...(share && { privateKey: share.privateKey }) }
  }
}

/** RFC 3749 §2 */
const deflate = 1

/** The most suites of a version to find the order of, and how often to guess it. */
const orderedSuites = 16
const rounds = 3

const hasDhKey = ({ answer: { keyExchange } }: Accepted): boolean => keyExchange?.form === 'fields' && keyExchange.params?.kind === 'dh'

/** What a server with the usual settings takes of a hello that has everything. */
const usualGroups = [0x001d, 0x0017]
const usualSchemes = [0x0804, 0x0403]

/** The likely ones turned round and the others behind them: what nobody knows should not come first, where some servers stumble over it. */
function backward(codes: readonly number[], isLikely: (code: number) => boolean): readonly number[] {
  return [...codes.filter(isLikely).reverse(), ...codes.filter(code => !isLikely(code))]
}

/** OpenSSL can be told to take ChaCha20 from whoever lists it first, its own order notwithstanding. */
function chaChaNotFirst(codes: readonly number[]): readonly number[] {
  const first = codes.find(code => !isChaCha(code))
  return first === undefined ? codes : [first, ...codes.filter(code => code !== first)]
}
