// A hello that tells a server without TLS 1.3 from one that has it and refuses what the hello offers in it.
import { tls12, tls13 } from '../registry/protocols.ts'
import { type HelloContext, helloOf } from './hello.ts'
import { keyShare, shareOf } from './key-share.ts'
import type { Offer } from './offer.ts'
import { likelySuites } from './survey/ranking.ts'

const secp256r1 = 0x0017

/**
 * Offers TLS 1.3 with shares of the groups that every server of it should have (RFC 8446 §9.1), and TLS 1.2 beside it. Of a server that has
 * neither version the answer is an older one, or a refusal.
 */
export function eitherOffer(context: HelloContext): Offer {
  const { share, privateKey } = keyShare()
  const other = shareOf(secp256r1)
  const hello = helloOf(context, {
    version: tls13,
    cipherSuites: [...likelySuites(tls13), ...likelySuites(tls12).slice(0, 64)],
    shares: other === null ? [share] : [share, other],
    extensions: [
      { kind: 'supported_versions', versions: [tls13, tls12] },
      { kind: 'ec_point_formats', formats: [0] },
      { kind: 'renegotiation_info', renegotiatedConnection: new Uint8Array(0) },
    ],
  })
  return { title: 'TLSv1.3 beside TLSv1.2', about: 'several', hello, privateKey }
}
