// The user's own client: what these tests put under test. One way goes through node:https, the other through fetch.
import { get, type RequestOptions } from 'node:https'

/** What a caller is told: whether to try again, and why. */
export class ShopError extends Error {
  override readonly name = 'ShopError'
  readonly worthARetry: boolean

  constructor(message: string, worthARetry: boolean, cause: unknown) {
    super(message, { cause })
    this.worthARetry = worthARetry
  }
}

/** What passes by itself. A certificate does not: to try again would be to hope that nobody looks. */
const passing = ['ECONNREFUSED', 'ECONNRESET', 'EAI_AGAIN', 'ETIMEDOUT', 'UND_ERR_SOCKET', 'UND_ERR_HEADERS_TIMEOUT']

function shopError(cause: unknown): ShopError {
  const { code = '', name = '' } = cause as { code?: string; name?: string }
  const late = name === 'AbortError' || name === 'TimeoutError'
  return new ShopError(`the shop cannot be reached: ${late ? 'no answer in time' : code}`, late || passing.includes(code), cause)
}

export function status(url: string, options: RequestOptions & { patienceMs?: number } = {}): Promise<number | undefined> {
  const { patienceMs = 2000, ...others } = options
  return new Promise((resolve, reject) => {
    const request = get(url, { ...others, agent: false, signal: AbortSignal.timeout(patienceMs) }, response => {
      response.resume()
      resolve(response.statusCode)
    })
    request.on('error', error => reject(shopError(error)))
  })
}

export async function fetchedStatus(url: string, patienceMs = 2000): Promise<number> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(patienceMs) })
    await response.body?.cancel()
    return response.status
  } catch (error) {
    // fetch says 'fetch failed', and why in its cause.
    throw shopError(error instanceof TypeError ? error.cause : error)
  }
}

// As a program: node shop.ts URL
if (import.meta.main) console.log(await fetchedStatus(process.argv[2] ?? ''))
