// One run of gate() for an assertion, in the time that its test has.
import type { GateOptions, Report } from '../gate.ts'
// Here although gate() brings it: it keeps the timers it finds, and by the time gate() is loaded a test may have put fake ones there.
import '../net/deadline.ts'
import '../net/env.ts'
import { UsageError } from '../usage-error.ts'
import type { Claim } from './claim.ts'
import { surveyed } from './surveys.ts'
import type { Place } from './target.ts'
import { defaultTimeoutMs } from './time-limit.ts'

/** How long a check may take, and what ends it early: of the test that it is in. */
export interface Surroundings {
  readonly timeoutMs?: number | undefined
  readonly signal?: AbortSignal | undefined
  /** Whether an earlier answer of the server does not count: whoever asks again waits for another one. */
  readonly anew?: boolean
}

/**
 * Asks what a claim needs to know, and no more.
 * @throws UsageError in Bun
 */
export async function runOn(
  place: Place,
  { adapt = same, policy }: Pick<Claim, 'adapt' | 'policy'>,
  around: Surroundings,
): Promise<Report> {
  refuseBun()
  const { timeoutMs = defaultTimeoutMs, signal, anew } = around
  const given = adapt({ timeoutMs, survey: 'none', ...place.options })
  const ask = async (options: GateOptions): Promise<Report> => {
    const { gate } = await import('../gate.ts')
    return await gate([place.target], options, signal ? { signal } : {})
  }
  if (policy === undefined) return await ask(given)
  const options = { ...given, survey: 'policy', policy: await policy() } as const
  return await (anew ? ask(options) : surveyed(place, options, () => ask(options)))
}

/** Its node:tls gives no key log over a stream of ours: a handshake that completes could not be read to its end. */
function refuseBun(): void {
  if ('bun' in process.versions)
    throw new UsageError(
      'Bun does not show a TLS handshake as Node does, so that a matcher can say nothing of a server there',
      'run this test in Node, by vitest, jest or node:test; in Bun a matcher can judge a finished report of gate()',
    )
}

const same = (options: GateOptions): GateOptions => options
