// What a full survey asks beside the versions and the oddities: SSLv2, and a needless fallback.
import { inappropriateFallback } from '../../registry/alerts.ts'
import { fallbackScsv } from '../../registry/cipher-suites.ts'
import { sslv2CipherKinds } from '../../registry/sslv2-cipher-kinds.ts'
import { type HelloContext, helloOf } from '../hello.ts'
import { isRefusedBy, type Probe } from '../offer.ts'
import { likelySuites } from './ranking.ts'

/** One hello with every cipher kind: a server of SSLv2 names all of them that it has. */
export function* askSslv2({ random }: HelloContext): Probe<void> {
  const cipherKinds = sslv2CipherKinds.rows.map(({ code }) => code)
  const hello = { kind: 'sslv2_client_hello', version: 2, cipherKinds, sessionId: new Uint8Array(0), challenge: random(16) } as const
  yield [{ title: 'every cipher kind of SSLv2', about: 'cipher-suites', hello }]
}

/** What a client sends that has failed with a newer version. Which version is the newest is not known here, so it goes down to that alert. */
export function* askFallback(context: HelloContext): Probe<void> {
  for (const version of [0x0303, 0x0302, 0x0301]) {
    const hello = helloOf(context, { version, cipherSuites: [...likelySuites(version).slice(0, 64), fallbackScsv] })
    const [outcome] = yield [{ title: 'TLS_FALLBACK_SCSV', about: 'fallback', hello }]
    if (isRefusedBy(outcome, inappropriateFallback)) return
  }
}
