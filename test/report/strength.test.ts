import { expect, test } from 'vitest'
import { partsOf } from '../../src/registry/cipher-suite-parts.ts'
import { cipherSuites } from '../../src/registry/cipher-suites.ts'
import { sslv2CipherKinds } from '../../src/registry/sslv2-cipher-kinds.ts'
import { strengthOf } from '../../src/report/strength.ts'

test.each([
  ['TLS_AES_128_GCM_SHA256', 'strong', ''],
  ['TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256', 'strong', ''],
  ['TLS_DHE_PSK_WITH_AES_128_CCM', 'strong', ''],
  ['TLS_ECDHE_ECDSA_WITH_AES_128_CCM_8', 'dated', 'short tag'],
  ['TLS_PSK_DHE_WITH_AES_128_CCM_8', 'dated', 'short tag'],
  ['TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA384', 'dated', 'CBC'],
  ['TLS_DHE_RSA_WITH_SEED_CBC_SHA', 'dated', 'CBC'],
  ['TLS_RSA_WITH_AES_256_GCM_SHA384', 'weak', 'no forward secrecy'],
  ['TLS_ECDH_ECDSA_WITH_AES_128_CBC_SHA', 'weak', 'no forward secrecy'],
  ['TLS_ECDHE_RSA_WITH_3DES_EDE_CBC_SHA', 'weak', '64-bit blocks'],
  ['TLS_RSA_WITH_IDEA_CBC_SHA', 'weak', '64-bit blocks'],
  ['TLS_KRB5_WITH_IDEA_CBC_MD5', 'weak', '64-bit blocks'],
  ['TLS_DHE_RSA_WITH_DES_CBC_SHA', 'broken', 'key too short'],
  ['TLS_ECDHE_RSA_WITH_RC4_128_SHA', 'broken', 'RC4'],
  ['TLS_RSA_EXPORT_WITH_RC4_40_MD5', 'broken', 'export grade'],
  ['TLS_DH_anon_WITH_AES_256_GCM_SHA384', 'broken', 'no authentication'],
  ['TLS_SHA256_SHA256', 'broken', 'no encryption'],
  ['SSL_CK_DES_192_EDE3_CBC_WITH_MD5', 'broken', 'SSLv2'],
])('%s is %s: %s', (name, word, why) => expect(strengthOf(name)).toEqual({ word, why }))

test.each(['cipher suite 0x1234', 'TLS_FALLBACK_SCSV', '', '__proto__'])('nothing is said of %j', name =>
  expect(strengthOf(name)).toBeNull(),
)

test('every suite has a strength, and only AEAD suites of 128 bits are strong', () => {
  for (const suite of cipherSuites.rows.filter(row => partsOf(row) !== null)) {
    const strength = strengthOf(suite.name)
    expect(strength, suite.name).not.toBeNull()
    if (strength?.word === 'strong') expect(partsOf(suite), suite.name).toMatchObject({ aead: true, exportGrade: false })
  }
  expect(sslv2CipherKinds.rows.map(({ name }) => strengthOf(name)?.word)).toEqual(sslv2CipherKinds.rows.map(() => 'broken'))
})
