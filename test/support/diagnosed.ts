// A gate run against one server of a test, and what is expected of its diagnosis.
import { Socket } from 'node:net'
import type { TlsOptions } from 'node:tls'
import { expect, vi } from 'vitest'
import { createCa, type Minted, mint } from '../../src/fixtures/mint.ts'
import { type GateOptions, gate, type TargetReport } from '../../src/gate.ts'
import type { HandshakeCause } from '../../src/judge/causes.ts'
import { type Env, systemEnv } from '../../src/net/env.ts'
import { answering, type LoopbackServer, listen, tlsServer } from './loopback.ts'

/** The root every client of these tests trusts, and a certificate of it for localhost. */
export const ca: Minted = await createCa()
export const good: Minted = await mint({ issuer: ca })

export interface Expected {
  readonly cause: HandshakeCause | null
  /** The step that failed. */
  readonly step?: string
  readonly verdict?: TargetReport['verdict']
  readonly message?: RegExp
}

export interface Case {
  readonly serve?: () => Promise<LoopbackServer>
  readonly options?: () => GateOptions
  readonly env?: Partial<Env>
  readonly scheme?: string
  readonly host?: string
}

/** The report of one target; its server saw every connection closed. */
export async function gated({ serve, options, env, scheme = 'tls', host = '127.0.0.1' }: Case): Promise<TargetReport> {
  await using server = serve ? await serve() : null
  const { targets } = await gate(
    [`${scheme}://${host}:${server?.port ?? 1}`],
    { ca: [ca.root], servername: 'localhost', timeoutMs: 10_000, survey: 'none', ...options?.() },
    { env: { ...systemEnv, ...env } },
  )
  const [target] = targets
  if (!target) throw new Error('a report without a target')
  if (server) await vi.waitFor(() => expect(server.open()).toBe(0))
  return target
}

/** Gates one server and holds the diagnosis against what is expected; null is a handshake that completes. */
export async function diagnosed(
  each: Case,
  { cause, step, verdict = cause === null ? 'pass' : 'fail', message }: Expected,
): Promise<TargetReport> {
  const report = await gated(each)
  const { failure, completed, steps } = report.handshake
  expect({ cause: failure?.cause ?? null, verdict: report.verdict, message: failure?.message }).toMatchObject({ cause, verdict })
  expect(completed).toBe(cause === null)
  if (failure) {
    expect(steps.filter(({ status }) => status === 'failed').map(({ name }) => name)).toEqual([failure.step])
    expect(failure.message).not.toMatch(/\.$/)
  }
  if (step) expect(failure?.step).toBe(step)
  if (message) expect(failure?.message).toMatch(message)
  return report
}

/** A real TLS server with the good certificate, unless another is given. */
export const tls =
  (options: TlsOptions, { key, chain } = good) =>
  (): Promise<LoopbackServer> =>
    tlsServer({ key, cert: chain, ...options })
/** A server that waits for the hello, says these bytes and then waits, closes or resets. */
export const says = (bytes: Uint8Array | string, then?: 'wait' | 'close' | 'reset') => () => answering(bytes, then)
export const alert = (code: number, level = 2): Uint8Array => Uint8Array.of(21, 3, 3, 0, 2, level, code)
export const record = (type: number, ...body: number[]): Uint8Array =>
  Uint8Array.of(type, 3, 3, body.length >> 8, body.length & 0xff, ...body)
/** A port where nothing listens. */
export const closedPort = async (): Promise<LoopbackServer> => {
  const server = await listen(() => {})
  await server[Symbol.asyncDispose]()
  return { ...server, async [Symbol.asyncDispose]() {} }
}
/** For what ends by the deadline only; time enough for all that comes before it, on a busy machine too. */
export const short = () => ({ timeoutMs: 600 })
/** An error as the system gives it. */
export const failing = (code: string): Error => Object.assign(new Error(code), { code })
/** A network whose every connection fails with this error of the system. */
export const dialFailing = (code: string): Partial<Env> => ({
  dial: () => {
    const socket = new Socket()
    return socket.destroy(failing(code))
  },
})
/** ServerHello of TLS 1.2 with a suite and the renegotiation_info that OpenSSL insists on, and nothing after it. */
export const serverHello = (suite: number, version = 0x0303): Uint8Array =>
  record(22, 2, 0, 0, 45, version >> 8, version & 0xff, ...new Uint8Array(32), 0, suite >> 8, suite & 0xff, 0, 0, 5, 0xff, 1, 0, 1, 0)

/** A row of a table of diagnoses. */
export type Row = readonly [name: string, each: Case, expected: Expected]
