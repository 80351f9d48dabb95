// What a full survey asks beside the versions and the oddities: SSLv2, and a needless fallback.
import { sslv2CipherKinds } from '../../registry/sslv2-cipher-kinds.ts'
import { type HelloContext, helloOf } from '../hello.ts'
import type { Probe } from '../offer.ts'
import { likelySuites } from './ranking.ts'

/** One hello with every cipher kind: a server of SSLv2 names all of them that it has. */
export function* askSslv2({ random }: HelloContext): Probe<void> {
  const cipherKinds = sslv2CipherKinds.rows.map(({ code }) => code)
  const hello = { kind: 'sslv2_client_hello', version: 2, cipherKinds, sessionId: new Uint8Array(0), challenge: random(16) } as const
  yield [{ title: 'every cipher kind of SSLv2', about: 'cipher-suites', hello }]
}

/** TLS_FALLBACK_SCSV; RFC 7507 §3 */
const fallbackScsv = 0x5600
const inappropriateFallback = 86

/** What a client sends that has failed with a newer version. Which version is the newest is not known here, so it goes down to that alert. */
export function* askFallback(context: HelloContext): Probe<void> {
  for (const version of [0x0303, 0x0302, 0x0301]) {
    const hello = helloOf(context, { version, cipherSuites: [...likelySuites(version).slice(0, 64), fallbackScsv] })
    const [outcome] = yield [{ title: 'TLS_FALLBACK_SCSV', about: 'fallback', hello }]
    if (outcome?.kind === 'refused' && outcome.by === 'alert' && outcome.alert === inappropriateFallback) return
  }
}
