// Waits until servers answer TLS at all, trusted or not: what they answer is for the checks that follow. Before they are started nobody may.
import { setTimeout as pause } from 'node:timers/promises'
import { type GateOptions, type GateTarget, gate, type TargetReport } from '../gate.ts'
import type { TargetOptions } from '../gate-options.ts'
import { UsageError } from '../usage-error.ts'
import type { StartedServer } from './started-servers.ts'

export interface Waiting {
  readonly targets: readonly GateTarget[]
  /** How each is reached, unless it says so itself. */
  readonly options: GateOptions
  /** Those that were started for it: when one has ended there is nothing to wait for. */
  readonly servers: readonly StartedServer[]
  readonly timeoutMs: number
  readonly signal: AbortSignal
}

/** Until the next try, and the longest that one try may take. */
const [pauseMs, tryMs] = [200, 5000]

/** For an answer of whoever is there before the start: where nothing listens, that is known at once. */
const askMs = 2000

/**
 * Asks each target once: a server that is started where another one listens ends as a rule only after the other has been checked in its place.
 * Those of other machines may be checked beside what is started here.
 * @throws UsageError when one of this machine answers
 */
export async function refuseAnswering({ targets, options, signal }: Pick<Waiting, 'targets' | 'options' | 'signal'>): Promise<void> {
  await Promise.all(
    targets.map(async target => {
      const [report] = await seen(target, { options, timeoutMs: askMs, signal })
      if (report === undefined || !isLoopback(report.target.address ?? '') || !answersTls(report)) return
      throw new UsageError(
        `something answers at ${report.target.url} before start has begun`,
        'stop it, or take another port; wait-on has to name only what start starts',
      )
    }),
  )
}

/** RFC 1122 §3.2.1.3, RFC 4291 §2.5.3 */
const isLoopback = (address: string): boolean => address.startsWith('127.') || address === '::1'

/**
 * Returns when every target has answered, or when the signal ends the waiting.
 * @throws UsageError when a server has ended, or the time is up
 */
export async function waitOn({ targets, options, servers, timeoutMs, signal }: Waiting): Promise<void> {
  const until = performance.now() + timeoutMs
  await Promise.all(
    targets.map(async target => {
      while (!signal.aborted) {
        refuseEnded(servers, beforeAnswer)
        const leftMs = until - performance.now()
        const [report] = await seen(target, { options, timeoutMs: Math.max(1, Math.ceil(Math.min(tryMs, leftMs))), signal })
        if (report === undefined || answersTls(report) || signal.aborted) return
        refuseEnded(servers, beforeAnswer)
        if (performance.now() + pauseMs >= until) throw tooLate(report, { servers, timeoutMs })
        await pause(pauseMs, undefined, { signal }).catch(() => {})
      }
    }),
  )
}

async function seen(
  target: GateTarget,
  { options, timeoutMs, signal }: Pick<Waiting, 'options' | 'timeoutMs' | 'signal'>,
): Promise<readonly TargetReport[]> {
  const own = typeof target === 'string' ? { target } : { target: target.target, ...wayOf(target) }
  const { targets } = await gate([own], { ...(wayOf(options) as GateOptions), timeoutMs, insecure: true, survey: 'none' }, { signal })
  return targets
}

/** How a target is reached: of its options those that decide who answers. */
function wayOf(options: TargetOptions): TargetOptions {
  const ways = ['connectTo', 'proxy', 'servername'] as const
  return Object.fromEntries(ways.flatMap(name => (name in options ? [[name, options[name]]] : [])))
}

/** Whether the server said anything in TLS: a refusal is an answer too. */
function answersTls({ handshake: { completed, failure, steps } }: TargetReport): boolean {
  const heard = steps.some(({ from, status, name }) => from === 'server' && status === 'done' && name === 'server_hello')
  return completed || heard || failure?.alert?.sentBy === 'server'
}

const beforeAnswer = 'before it answered TLS'

/** @throws UsageError when a server has ended; `when` completes 'is gone …' */
export function refuseEnded(servers: readonly StartedServer[], when: string): void {
  for (const { command, end } of servers) {
    if (end === null) continue
    throw new UsageError(
      `the server started by ${JSON.stringify(command.slice(0, 200))} is gone ${when}: ${end}`,
      'look at its output in the log; start has to keep it running, or leave a daemon behind',
    )
  }
}

function tooLate(
  { target, handshake: { failure } }: TargetReport,
  { servers, timeoutMs }: Pick<Waiting, 'servers' | 'timeoutMs'>,
): UsageError {
  const why = failure === null ? 'it did not answer' : failure.message
  return new UsageError(
    `${target.url} did not answer TLS within ${timeoutMs / 1000} s: ${why}`,
    `check ${servers.length > 0 ? 'the command of start' : 'what starts the server'} and the address of wait-on, or give more time as wait-on-timeout`,
  )
}
