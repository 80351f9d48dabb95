// From a name to a connected TCP socket. What goes wrong on the way is an answer, not an exception.
import type { Socket } from 'node:net'
import { familyOf } from './address.ts'
import { after } from './deadline.ts'
import type { Address, Env } from './env.ts'

/** Why there is no connection, by the system's error code ('ECONNREFUSED', 'ENOTFOUND') or 'DEADLINE' or 'ABORTED'. */
export interface NetworkFailure {
  readonly kind: 'failed'
  readonly code: string
  readonly message: string
}

/** The addresses of a name, in the resolver's order; or why there are none. */
export type Resolved = { readonly kind: 'resolved'; readonly addresses: readonly Address[] } | NetworkFailure
/** A connection, and the address it was made with; or why there is none. */
export type Connected = { readonly kind: 'connected'; readonly socket: Socket; readonly address: string } | NetworkFailure

/** Every address of a host; an IP address resolves to itself. */
export async function resolve(host: string, env: Env, signal: AbortSignal): Promise<Resolved> {
  const family = familyOf(host)
  if (family !== 0) return { kind: 'resolved', addresses: [{ address: host, family: family === 6 ? 6 : 4 }] }
  // A cancelled run of many targets asks no resolver, which would keep the process up.
  if (signal.aborted) return failureOf(signal.reason)
  try {
    const addresses = await untilAborted(env.lookup(host), signal)
    return addresses.length > 0 ? { kind: 'resolved', addresses } : { kind: 'failed', code: 'ENODATA', message: 'the name has no address' }
  } catch (error) {
    return failureOf(error)
  }
}

/** RFC 8305 §5: the delay before the next address is tried as well, while the one before goes on. */
const nextAddressAfterMs = 250

/** Connects to the address that answers first, each tried a little after the one before. The caller owns the socket. */
export async function dial(addresses: readonly Address[], port: number, env: Env, signal: AbortSignal): Promise<Connected> {
  if (signal.aborted) return failureOf(signal.reason)
  const sockets: Socket[] = []
  const errors: Error[] = []
  const { promise: connected, resolve, reject } = Promise.withResolvers<Connected>()
  const waiting: Disposable[] = []
  let over = false
  const queue = [...addresses]
  const tryNext = (): void => {
    const address = queue.shift()
    if (!address || over) return
    const socket = env.dial(address, port)
    sockets.push(socket)
    // A gate asks small questions and waits for each answer: nothing is gained by collecting bytes.
    socket.setNoDelay(true)
    socket.once('connect', () => resolve({ kind: 'connected', socket, address: address.address }))
    // Stays for good: a late error of a socket given up would end the process if nobody listened.
    socket.on('error', error => {
      if (errors.push(error) === addresses.length) reject(new AggregateError(errors))
      tryNext()
    })
    if (queue.length > 0) waiting.push(after(nextAddressAfterMs, tryNext))
  }
  tryNext()
  try {
    const winner = await untilAborted(connected, signal)
    for (const socket of sockets) if (winner.kind !== 'connected' || socket !== winner.socket) socket.destroy()
    return winner
  } catch (error) {
    for (const socket of sockets) socket.destroy()
    return failureOf(error)
  } finally {
    over = true
    for (const next of waiting) next[Symbol.dispose]()
  }
}

/** Settles as the promise does, or rejects with the signal's reason when that comes first. */
export async function untilAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  const { promise: aborted, reject } = Promise.withResolvers<never>()
  const onAbort = (): void => reject(signal.reason)
  signal.addEventListener('abort', onAbort, { once: true })
  if (signal.aborted) onAbort()
  try {
    return await Promise.race([promise, aborted])
  } finally {
    signal.removeEventListener('abort', onAbort)
  }
}

/** The failure an error of a socket or a look-up stands for. */
export function failureOf(error: unknown): NetworkFailure {
  // Several addresses, several errors: the last that says something of the host. A machine without IPv6 has no route to half of them.
  const errors: unknown[] = error instanceof AggregateError ? error.errors : [error]
  const telling = errors.findLast(each => !noRoute.includes(codeOf(each))) ?? errors.at(-1)
  // Whoever aborts gives any reason, or null.
  const { message } = Object(telling) as { message?: unknown }
  return { kind: 'failed', code: codeOf(telling) || 'ABORTED', message: typeof message === 'string' ? message : String(telling) }
}

const noRoute = ['ENETUNREACH', 'EHOSTUNREACH', 'EADDRNOTAVAIL']

function codeOf(error: unknown): string {
  const { code } = Object(error) as { code?: unknown }
  return typeof code === 'string' ? code : ''
}
