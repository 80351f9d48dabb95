// Surveys that were made, so that assertions which need the same one of the same server share it. Only of servers in this process is it known
// that they are still the same: behind a name or a port another may listen by now, so that there only assertions share one that run meanwhile.
import type { Server } from 'node:net'
import type { GateOptions, Report } from '../gate.ts'
import type { Place } from './target.ts'

type Surveys = Map<string, Promise<Report>>

/** By identity. */
let remembered = new WeakMap<object, Surveys>()
const underWay: Surveys = new Map()
const watched = new WeakSet<Server>()

/** The survey that was made of the place with these options, or else the one that `ask` makes. One that leaves something open is not kept. */
export function surveyed({ target, server }: Place, options: GateOptions, ask: () => Promise<Report>): Promise<Report> {
  const identity = server && identityOf(server)
  const surveys = identity ? surveysOf(identity) : underWay
  // A server of this process may be put on another port for each assertion.
  const key = JSON.stringify([identity ? null : target, options], comparable)
  const known = surveys.get(key)
  if (known) return known
  const made = ask()
  surveys.set(key, made)
  const drop = (): void => {
    if (surveys.get(key) === made) surveys.delete(key)
  }
  made.then(report => {
    if (!identity || report.verdict === 'inconclusive') drop()
  }, drop)
  return made
}

/**
 * Forgets every survey, so that the next assertion asks anew. For a server whose settings changed in a way that does not show: by addContext(), or
 * in its SNICallback.
 */
export function clear(): void {
  remembered = new WeakMap()
  underWay.clear()
}

/** A server that has been closed is another one when it listens again. */
export function forgetWhenClosed(server: Server): void {
  if (watched.has(server)) return
  watched.add(server)
  server.on('close', () => {
    const identity = identityOf(server)
    if (identity) remembered.delete(identity)
  })
}

/**
 * What node:tls has made of a server's certificate, versions and cipher suites: setSecureContext() puts another in its place. A server without
 * it upgrades its connections itself, nobody knows to what.
 */
function identityOf(server: Server): object | null {
  const credentials: unknown = Reflect.get(server, '_sharedCreds')
  return typeof credentials === 'object' ? credentials : null
}

function surveysOf(identity: object): Surveys {
  const known = remembered.get(identity) ?? new Map()
  remembered.set(identity, known)
  return known
}

/** The time that a test has left is no part of the question. */
function comparable(key: string, value: unknown): unknown {
  if (key === 'timeoutMs') return undefined
  return value instanceof Uint8Array ? Buffer.from(value).toString('base64') : value
}
