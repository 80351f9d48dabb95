// What to say of a received value that is nothing to shake hands with.
import { UsageError } from '../usage-error.ts'

export const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

export function noTarget(received: unknown): UsageError {
  return new UsageError(`the received value is ${kindOf(received)}, which is nothing to shake hands with`, adviceOn(received))
}

function kindOf(received: unknown): string {
  if (received === null || received === undefined) return String(received)
  if (isPromise(received)) return 'a promise'
  if (isApplication(received)) return 'an application without its server'
  return `of the type ${Array.isArray(received) ? 'array' : typeof received}`
}

function adviceOn(received: unknown): string {
  if (isPromise(received)) return 'await it first, or write expect(…).resolves'
  if (received === null) return 'a server has no address() before it listens and after it is closed: give the server itself'
  if (isApplication(received)) return 'wrap it: https.createServer({ cert, key }, app), with app.callback() for Koa'
  if (typeof received === 'function') return 'a function that gives a port takes no arguments'
  if (typeof received === 'number') return `give { port: ${received} }, or the server itself`
  if (isObject(received) && 'port' in received) return 'give the port as a number and the host as a text'
  return "give 'host:port', a URL, a tls, https or http2 server, its address(), { target } or { host, port } with options, or a finished report"
}

const isPromise = (value: unknown): boolean => isObject(value) && typeof value.then === 'function'

/** Of Express, which is a function, or of Koa: they have a listen() and leave TLS to others. */
const isApplication = (value: unknown): boolean =>
  (typeof value === 'function' || isObject(value)) && typeof Reflect.get(value, 'listen') === 'function' && 'use' in value
