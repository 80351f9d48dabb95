import { createServer } from 'node:https'
import type { Report } from 'tlsgate'
import {
  type HandshakeContract,
  handshakeContract,
  tlsgate,
  toCompleteHandshake,
  toFailHandshakeWith,
  toMeetPolicy,
  toNegotiate,
  toPresentTrustedChain,
  toRefuseProtocol,
  toStayValidFor,
} from 'tlsgate/node'

declare const report: Report
type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false
const isTrue = <T extends true>(): T | undefined => undefined

const pending = toCompleteHandshake('localhost:8443')
isTrue<Equal<typeof pending, Promise<void>>>()
const settled = toCompleteHandshake(report)
isTrue<Equal<typeof settled, void>>()

await toPresentTrustedChain(createServer(), { ca: 'PEM' })
await toFailHandshakeWith({ host: 'localhost', port: 8443, ca: [Buffer.from('PEM')] }, 'certificate-expired', { timeoutMs: 100 })
await toCompleteHandshake(new URL('https://localhost'), { minVersion: 'TLSv1.3' })
await toCompleteHandshake({ target: 'localhost', servername: null })
await toNegotiate('localhost', { protocol: 'TLSv1.3', alpn: null }, { ca: 'self' })
await toRefuseProtocol(() => 8443, 'TLSv1.0')
await toStayValidFor({ server: createServer() }, '30d')
await toMeetPolicy('localhost', { extends: 'default', protocols: { forbid: ['TLSv1.2'] } })
const contract = await handshakeContract('localhost', { survey: 'full' })
isTrue<Equal<typeof contract, HandshakeContract | readonly HandshakeContract[]>>()
tlsgate.clear()

// @ts-expect-error a protocol is needed
await toRefuseProtocol('localhost')
// @ts-expect-error nothing to shake hands with
await toCompleteHandshake(undefined)
// @ts-expect-error nothing to shake hands with
await toCompleteHandshake({ host: 'localhost' })
// @ts-expect-error a server that does not listen has no address
await toCompleteHandshake(createServer().address())
// @ts-expect-error no such cause
await toFailHandshakeWith('localhost', 'certificate-expird')
// @ts-expect-error no such option
await toCompleteHandshake('localhost', { serverName: 'localhost' })
// @ts-expect-error the globals of a runner are not pulled in
expect('localhost')
