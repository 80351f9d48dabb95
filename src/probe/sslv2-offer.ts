// The one question that is put in SSLv2's own form.
import { ssl2 } from '../registry/protocols.ts'
import { sslv2CipherKinds } from '../registry/sslv2-cipher-kinds.ts'
import type { HelloContext } from './hello.ts'
import type { Offer } from './offer.ts'

/** Every cipher kind: a server of SSLv2 names all of them that it has. */
export function sslv2Offer({ random }: HelloContext): Offer {
  return {
    title: 'every cipher kind in SSLv2',
    about: 'cipher-suites',
    hello: {
      kind: 'sslv2_client_hello',
      version: ssl2,
      cipherKinds: sslv2CipherKinds.rows.map(({ code }) => code),
      sessionId: new Uint8Array(0),
      challenge: random(16),
    },
  }
}
