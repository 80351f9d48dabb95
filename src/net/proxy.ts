// A tunnel through an HTTP proxy by CONNECT (RFC 9110 §9.3.6). No SOCKS, no TLS to the proxy itself.
import type { Socket } from 'node:net'
import { UsageError } from '../usage-error.ts'
import type { NetworkFailure } from './dial.ts'
import { ask } from './dialogue.ts'

/** An HTTP proxy to tunnel through with CONNECT (RFC 9110 §9.3.6). */
export interface HttpProxy {
  readonly host: string
  readonly port: number
  /** The Proxy-Authorization header's value, a secret; null without credentials. */
  readonly authorization: string | null
}

/** @throws UsageError; its message never holds the credentials */
export function parseProxy(text: string): HttpProxy {
  const url = URL.canParse(text) ? new URL(text) : null
  if (url?.protocol !== 'http:' || url.hostname === '')
    throw new UsageError('the proxy is no http:// URL', 'write http://host:port or http://user:password@host:port')
  const credentials = `${decoded(url.username)}:${decoded(url.password)}`
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port === '' ? 80 : Number(url.port),
    authorization: credentials === ':' ? null : `Basic ${Buffer.from(credentials).toString('base64')}`,
  }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch (cause) {
    throw new UsageError("the proxy's user or password has a percent sign that encodes nothing", 'write %25 for a percent sign', { cause })
  }
}

/** What came of asking a proxy for a tunnel. */
export type Tunnel =
  | { readonly kind: 'open'; readonly detail: string }
  | { readonly kind: 'refused'; readonly detail: string }
  | NetworkFailure

/** Asks a connected proxy for a tunnel; on 'open' the socket carries the tunnel's bytes. */
export async function openTunnel(
  socket: Socket,
  proxy: HttpProxy,
  target: { host: string; port: number },
  signal: AbortSignal,
): Promise<Tunnel> {
  const authority = `${target.host.includes(':') ? `[${target.host}]` : target.host}:${target.port}`
  const head = [
    `CONNECT ${authority} HTTP/1.1`,
    `Host: ${authority}`,
    ...(proxy.authorization ? [`Proxy-Authorization: ${proxy.authorization}`] : []),
    '',
    '',
  ]
  const answer = await ask(socket, head.join('\r\n'), text => text.includes('\r\n\r\n'), signal)
  if (answer.kind === 'failed') return answer
  const [statusLine = ''] = answer.text.split('\r\n', 1)
  if (!/^HTTP\/1\.[01] \d{3}/.test(statusLine))
    return { kind: 'refused', detail: `the proxy answered ${JSON.stringify(statusLine.slice(0, 80))}` }
  if (!/^HTTP\/1\.[01] 2/.test(statusLine)) return { kind: 'refused', detail: `the proxy answered ${statusLine.slice(9, 120)}` }
  const early = answer.text.slice(answer.text.indexOf('\r\n\r\n') + 4)
  if (early !== '') socket.unshift(Buffer.from(early, 'latin1'))
  return { kind: 'open', detail: `tunnel to ${authority}` }
}
