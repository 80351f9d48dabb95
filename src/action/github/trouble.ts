// Why GitHub did not do what it was asked: what an error of a request means, and whether it passes. Says nothing to the user: see tell.ts.

export type Trouble =
  /** The token may not, or the thing is not there: GitHub answers 404 in the place of 403 where even reading is not allowed. */
  | { readonly kind: 'forbidden'; readonly says: string }
  /** GitHub does not know the token, or no longer: 401. */
  | { readonly kind: 'unknown-token'; readonly says: string }
  /** The request is wrong: 422, also for a text that is too long. */
  | { readonly kind: 'invalid'; readonly says: string }
  /** It passes by itself: rate limits, faults of GitHub's or the network's. `waitMs` is what GitHub asks for. */
  | { readonly kind: 'passing'; readonly says: string; readonly waitMs: number | null }
  | { readonly kind: 'other'; readonly says: string }

interface Answer {
  readonly headers: Readonly<Record<string, string | number | undefined>>
  readonly data: unknown
}

/**
 * Reads the error of a request; null for one that is none.
 * @param nowMs the time since 1970, for limits that end at a time
 */
export function troubleOf(error: unknown, nowMs: number): Trouble | null {
  if (!(error instanceof Error)) return null
  const { status, response } = error as Error & { status?: unknown; response?: Answer }
  if (typeof status !== 'number') return null
  // @octokit/request gives 500 for a request that had no answer.
  if (response === undefined) return { kind: 'passing', says: unanswered(error), waitMs: null }
  const says = `GitHub answered ${status}${sentence(response.data)}`
  if (status === 429 || (status === 403 && isLimit(response))) return { kind: 'passing', says, waitMs: waitOf(response, nowMs) }
  if (status >= 500 || status === 408) return { kind: 'passing', says, waitMs: waitOf(response, nowMs) }
  // 410: issues are switched off.
  if (status === 403 || status === 404 || status === 410) return { kind: 'forbidden', says }
  if (status === 401) return { kind: 'unknown-token', says }
  return { kind: status === 422 ? 'invalid' : 'other', says }
}

/** https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api: both limits may answer 403. Without a header the message alone tells. */
function isLimit({ headers, data }: Answer): boolean {
  return (
    headers['retry-after'] !== undefined ||
    String(headers['x-ratelimit-remaining']) === '0' ||
    /secondary rate limit/i.test(messageOf(data))
  )
}

function waitOf({ headers }: Answer, nowMs: number): number | null {
  const after = Number(headers['retry-after'] ?? Number.NaN)
  if (after >= 0) return after * 1000
  const reset = Number(headers['x-ratelimit-reset'] ?? Number.NaN)
  return String(headers['x-ratelimit-remaining']) === '0' && reset >= 0 ? Math.max(0, reset * 1000 - nowMs) : null
}

function unanswered(error: Error): string {
  // Our own deadlines end a request with a TimeoutError, a cancelled job with an AbortError.
  if (error.cause instanceof Error && error.cause.name === 'TimeoutError') return 'GitHub did not answer in time'
  return error.name === 'AbortError' ? 'the run is cancelled' : `GitHub cannot be reached: ${error.message}`
}

const messageOf = (data: unknown): string => {
  const message = data !== null && typeof data === 'object' && 'message' in data ? data.message : null
  return typeof message === 'string' ? message : ''
}

function sentence(data: unknown): string {
  const message = messageOf(data)
  return message === '' ? '' : `: ${message}`
}
