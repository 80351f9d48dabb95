// The hello that payloads are sent after: TLS 1.2 or below, with every suite that servers of that time are known to have.
import { partsOf } from '../../registry/cipher-suite-parts.ts'
import { cipherSuites } from '../../registry/cipher-suites.ts'
import type { ClientHello } from '../../wire/hello.ts'
import { type HelloContext, type HelloParts, helloOf } from '../hello.ts'

/** A hello that a server with a certificate answers unless it has no version before TLS 1.3; an older version than TLS 1.2 is its choice. */
export function greeting(context: HelloContext, parts: Partial<HelloParts> = {}): ClientHello {
  return helloOf(context, { version: 0x0303, cipherSuites: usualSuites(), ...parts })
}

/** Those of OpenSSL that encrypt and need a certificate, about a hundred; with forward secrecy first. */
export function usualSuites(): number[] {
  const exchanges = ['ECDHE', 'DHE', 'RSA']
  const usual = cipherSuites.rows.flatMap(row => {
    const parts = partsOf(row)
    const rank = exchanges.indexOf(parts?.keyExchange ?? '')
    return row.openssl === null || rank < 0 || parts?.authentication === 'anon' || parts?.bits === 0 ? [] : [{ code: row.code, rank }]
  })
  return usual.sort((a, b) => a.rank - b.rank).map(({ code }) => code)
}
