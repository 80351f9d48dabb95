// What OpenSSL has to be told to offer what a named client offers, as far as it can. Its own hello, to the byte, is made in client-hello.ts.
import { createSecureContext, getCiphers } from 'node:tls'
import type { ClientOptions } from '../net/tls.ts'
import { cipherSuites } from '../registry/cipher-suites.ts'
import type { ClientProfile } from '../registry/clients/client-profile.ts'
import { groups } from '../registry/groups.ts'
import { protocols } from '../registry/protocols.ts'
import { signatureSchemes } from '../registry/signature-schemes.ts'

/** Options that offer the versions, suites, groups and signature schemes of the client that this OpenSSL has. */
export function optionsAs(profile: ClientProfile): ClientOptions {
  const versions = protocols.rows.flatMap(({ code, openssl }) =>
    openssl !== null && code >= profile.oldest && code <= newestOf(profile) ? [openssl] : [],
  )
  const known = new Set(getCiphers().map(name => name.toUpperCase()))
  const suites = profile.cipherSuites.flatMap(code => {
    const row = cipherSuites.get(code)
    // OpenSSL calls the suites of TLS 1.3 by their IANA names.
    const name = row && (row.openssl ?? row.name)
    return name !== undefined && known.has(name.toUpperCase()) ? [name] : []
  })
  const named = (codes: readonly number[], nameOf: (code: number) => string | null | undefined): string =>
    codes.flatMap(code => nameOf(code) ?? []).join(':')
  const groupNames = named([...new Set(profile.groups)], code => groups.get(code)?.openssl)
  const schemeNames = named(profile.signatureSchemes, code => schemeName(code))
  const [oldest, newest] = [versions[0], versions.at(-1)]
  return {
    ...(oldest && { minVersion: oldest }),
    ...(newest && { maxVersion: newest }),
    // What such clients offer is below today's security level: whether it is acceptable is for the checks to say.
    ciphers: [...suites, '@SECLEVEL=0'].join(':'),
    ...(groupNames !== '' && { groups: groupNames }),
    ...(schemeNames !== '' && { signatureSchemes: schemeNames }),
  }
}

const newestOf = ({ versions }: ClientProfile): number => Math.max(...(versions ?? [0x0303]).filter(version => version <= 0x0304))

/** One name that OpenSSL does not know spoils a whole list, and it has no list of those it knows. */
function schemeName(code: number): string | null {
  const name = signatureSchemes.label(code)
  try {
    createSecureContext({ sigalgs: name })
    return name
  } catch {
    return null
  }
}
