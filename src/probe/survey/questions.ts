// What a full survey asks beside the versions and the oddities: SSLv2, and a needless fallback.
import { inappropriateFallback } from '../../registry/alerts.ts'
import { fallbackScsv } from '../../registry/cipher-suites.ts'
import { type HelloContext, helloOf } from '../hello.ts'
import { isRefusedBy, type Probe } from '../offer.ts'
import { sslv2Offer } from '../sslv2-offer.ts'
import { likelySuites } from './ranking.ts'

/** One hello, which names all that there is to know. */
export function* askSslv2(context: HelloContext): Probe<void> {
  yield [sslv2Offer(context)]
}

/** What a client sends that has failed with a newer version. Which version is the newest is not known here, so it goes down to that alert. */
export function* askFallback(context: HelloContext): Probe<void> {
  for (const version of [0x0303, 0x0302, 0x0301]) {
    const hello = helloOf(context, { version, cipherSuites: [...likelySuites(version).slice(0, 64), fallbackScsv] })
    const [outcome] = yield [{ title: 'TLS_FALLBACK_SCSV', about: 'fallback', hello }]
    if (isRefusedBy(outcome, inappropriateFallback)) return
  }
}
