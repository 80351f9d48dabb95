// Surveys through something that lets in only so much: whatever it resets or ignores, nothing that the server behind it accepts is called refused,
// and nothing passes on the strength of it. What that server refuses by alert, or by hanging up each time, stays refused.
import { randomBytes } from 'node:crypto'
import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { gate, type TargetReport } from '../../src/gate.ts'
import { planOf } from '../../src/judge/policy/plan.ts'
import { policyNamed } from '../../src/judge/policy/policies.ts'
import { systemEnv } from '../../src/net/env.ts'
import { exchange } from '../../src/probe/exchange.ts'
import { Line } from '../../src/probe/line.ts'
import type { Asked, Offer, Outcome } from '../../src/probe/offer.ts'
import { fullSurvey } from '../../src/probe/survey/full.ts'
import { type LimiterName, limited, limiters } from '../support/limiters.ts'
import { connected, type LoopbackServer, listen, routeTo, stopwatch } from '../support/loopback.ts'
import { programPath, type RealServer } from '../support/real-servers.ts'
import { type SurveyFiles, surveyFiles, surveyServers } from '../support/survey-servers.ts'

const servers = {
  'a server that accepts every suite': 'nginx, every suite',
  'a server that refuses the old ones': 'nginx, six suites of TLS 1.2 and three of 1.3',
} as const
type ServerName = keyof typeof servers

/** What one survey may take: those that are slowest to ask are not asked to the end. */
const enoughMs = 3000
/** So many at the same time: most of what they do is to wait. */
const atATime = 12

let files: SurveyFiles
const running = new Map<ServerName, RealServer>()
beforeAll(async () => {
  files = await surveyFiles()
  for (const name of Object.keys(servers) as ServerName[]) running.set(name, await surveyServers[servers[name]].start(files))
})
afterAll(async () => {
  for (const server of running.values()) await server[Symbol.asyncDispose]()
})

const portOf = (name: ServerName): number => running.get(name)?.port ?? 0
const context = { servername: 'localhost', alpn: ['h2', 'http/1.1'], random: (length: number) => new Uint8Array(randomBytes(length)) }

const probesOf = {
  full: () => fullSurvey(context),
  policy: () => planOf(policyNamed('default'), { ...context, known: null }).probes,
}
type Kind = keyof typeof probesOf

async function surveyed(port: number, kind: Kind, timeoutMs = enoughMs): Promise<Line> {
  const line = new Line({ route: routeTo(port), env: systemEnv, clock: stopwatch(), signal: AbortSignal.timeout(timeoutMs) })
  await Promise.all(probesOf[kind]().map(probe => line.run(probe)))
  await line.settle()
  return line
}

/** What a server answers to an offer that comes alone, with nothing before it. */
async function truth(port: number, offer: Offer): Promise<Outcome> {
  return exchange(offer, await connected(port), { answerMs: 10_000, signal: AbortSignal.timeout(10_000) })
}

/** Refusals of what the server itself does not refuse. */
async function lies(asked: readonly Asked[], port: number): Promise<string[]> {
  const found: string[] = []
  for (const { offer, outcome } of asked)
    if (outcome.kind === 'refused' && offer.about !== 'control' && (await truth(port, offer)).kind !== 'refused')
      found.push(`${offer.title} by ${outcome.by}`)
  return found
}

/** Does the work for each, a few at a time. */
async function forAll<T>(things: readonly T[], work: (thing: T) => Promise<void>): Promise<void> {
  const left = [...things]
  const worker = async (): Promise<void> => {
    for (let next = left.shift(); next !== undefined; next = left.shift()) await work(next)
  }
  await Promise.all(Array.from({ length: atATime }, worker))
}

const names = Object.keys(limiters) as LimiterName[]
const seedsOf = (name: LimiterName): number[] => (/ in ten/.test(name) ? [1, 2, 3, 4] : [1])

describe.skipIf(programPath('nginx') === null).each(Object.keys(servers) as ServerName[])('%s', server => {
  test.each(['full', 'policy'] as const)('a %s survey calls refused only what it refuses', { timeout: 240_000 }, async kind => {
    const found: string[] = []
    await forAll(
      names.flatMap(name => seedsOf(name).map(seed => ({ name, seed }))),
      async ({ name, seed }) => {
        await using limiter = await limited(portOf(server), limiters[name](), seed)
        const { asked } = await surveyed(limiter.port, kind)
        for (const lie of await lies(asked, portOf(server))) found.push(`${name}, seed ${seed}: ${lie}`)
      },
    )
    expect(found).toEqual([])
  })

  test.each(['full', 'policy'] as const)('a report with a %s survey passes nothing for it', { timeout: 240_000 }, async survey => {
    const ask = async (port: number, timeoutMs: number): Promise<TargetReport | undefined> =>
      (await gate([`tls://127.0.0.1:${port}`], { ca: [files['ca.pem']], servername: 'localhost', survey, timeoutMs })).targets[0]
    const honest = await ask(portOf(server), 30_000)
    const passed = (report: TargetReport | undefined): Set<string> =>
      new Set(report?.checks.flatMap(({ id, status }) => (status === 'pass' ? [id] : [])))
    const features = new Map(honest?.survey?.features.map(({ name, status }) => [name, status]))
    const found: string[] = []
    await forAll(names, async name => {
      await using limiter = await limited(portOf(server), limiters[name](), 7)
      const report = await ask(limiter.port, enoughMs)
      for (const id of passed(report)) if (!passed(honest).has(id)) found.push(`${name}: ${id}`)
      for (const { name: feature, status } of report?.survey?.features ?? [])
        if (status !== 'unknown' && features.get(feature) !== 'unknown' && status !== features.get(feature))
          found.push(`${name}: ${feature} ${status}`)
      for (const [version, support] of Object.entries(report?.survey?.protocols ?? {}))
        if (support === 'refused' && honest?.survey?.protocols[version as keyof typeof honest.survey.protocols] !== 'refused')
          found.push(`${name}: ${version} refused`)
    })
    expect(found).toEqual([])
  })
})

/** Servers that hang up where others send an alert, each in front of nginx. */
const hangingUp = {
  // As Schannel does on versions that are switched off.
  'on hellos of old versions': (port: number) => relay(port, { hello: isOld }),
  'in the place of each alert': (port: number) => relay(port, { answer: isFatal }),
} satisfies Record<string, (port: number) => Promise<LoopbackServer>>

const isOld = (bytes: Buffer): boolean => bytes[0] !== 22 || bytes.readUInt16BE(9) < 0x0303
const isFatal = (bytes: Buffer): boolean => bytes[0] === 21 && bytes[5] === 2

/** A proxy that resets where the hello or the answer is such. */
function relay(port: number, resets: { hello?: (bytes: Buffer) => boolean; answer?: (bytes: Buffer) => boolean }): Promise<LoopbackServer> {
  return listen(socket =>
    socket.once('data', hello => {
      if (resets.hello?.(hello)) return void socket.resetAndDestroy()
      const inner = connect(port, '127.0.0.1').on('error', () => socket.destroy())
      inner.write(hello)
      inner.once('data', answer => {
        if (resets.answer?.(answer)) return void socket.resetAndDestroy()
        socket.write(answer)
        inner.pipe(socket).pipe(inner)
      })
      socket.once('close', () => inner.destroy())
    }),
  )
}

describe.skipIf(programPath('nginx') === null)('a server that hangs up', () => {
  test.each(Object.keys(hangingUp) as (keyof typeof hangingUp)[])('%s refuses what it hangs up on', async name => {
    const port = portOf('a server that refuses the old ones')
    await using server = await hangingUp[name](port)
    for (const kind of ['full', 'policy'] as const) {
      const { asked, notes } = await surveyed(server.port, kind, 30_000)
      expect(asked.filter(({ outcome }) => outcome.kind === 'unknown')).toEqual([])
      expect(asked.some(({ outcome }) => outcome.kind === 'refused' && outcome.by === 'reset')).toBe(true)
      expect(await lies(asked, port)).toEqual([])
      expect(notes).toEqual([])
    }
  })

  test.each(Object.keys(hangingUp) as (keyof typeof hangingUp)[])('%s, behind a limit, refuses nothing that it accepts', async name => {
    const port = portOf('a server that refuses the old ones')
    await using server = await hangingUp[name](port)
    const found: string[] = []
    await forAll(
      names.flatMap(limit => seedsOf(limit).map(seed => ({ limit, seed }))),
      async ({ limit, seed }) => {
        await using limiter = await limited(server.port, limiters[limit](), seed)
        const { asked } = await surveyed(limiter.port, 'policy')
        for (const lie of await lies(asked, port)) found.push(`${limit}, seed ${seed}: ${lie}`)
      },
    )
    expect(found).toEqual([])
  })
})
