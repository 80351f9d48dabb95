import { expect, test } from 'vitest'
import { partsOf } from '../../src/registry/cipher-suite-parts.ts'
import { cipherSuites } from '../../src/registry/cipher-suites.ts'

function parts(name: string) {
  const suite = cipherSuites.named(name)
  return suite && partsOf(suite)
}

const [ssl3, tls10, tls11, tls12, tls13] = [0x0300, 0x0301, 0x0302, 0x0303, 0x0304]

// name, key exchange, authentication, cipher, mode, hash, bits, first and last protocol
test.each([
  ['TLS_RSA_EXPORT_WITH_RC4_40_MD5', 'RSA', 'RSA', 'RC4_40', 'stream', 'MD5', 40, ssl3, tls10],
  ['TLS_RSA_EXPORT_WITH_DES40_CBC_SHA', 'RSA', 'RSA', 'DES_40', 'CBC', 'SHA', 40, ssl3, tls10],
  ['TLS_KRB5_EXPORT_WITH_DES_CBC_40_MD5', 'KRB5', 'KRB5', 'DES_40', 'CBC', 'MD5', 40, ssl3, tls10],
  ['TLS_RSA_EXPORT1024_WITH_RC2_CBC_56_MD5', 'RSA', 'RSA', 'RC2_56', 'CBC', 'MD5', 56, ssl3, tls10],
  ['TLS_RSA_WITH_NULL_SHA', 'RSA', 'RSA', 'NULL', 'stream', 'SHA', 0, ssl3, tls12],
  ['TLS_RSA_WITH_IDEA_CBC_SHA', 'RSA', 'RSA', 'IDEA', 'CBC', 'SHA', 128, ssl3, tls11],
  ['TLS_RSA_WITH_3DES_EDE_CBC_SHA', 'RSA', 'RSA', '3DES_EDE', 'CBC', 'SHA', 112, ssl3, tls12],
  ['TLS_DH_anon_WITH_RC4_128_MD5', 'DHE', 'anon', 'RC4_128', 'stream', 'MD5', 128, ssl3, tls12],
  ['TLS_DH_DSS_WITH_AES_256_CBC_SHA256', 'DH', 'DSS', 'AES_256', 'CBC', 'SHA256', 256, tls12, tls12],
  ['TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA', 'ECDHE', 'RSA', 'AES_128', 'CBC', 'SHA', 128, tls10, tls12],
  ['TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384', 'ECDHE', 'ECDSA', 'AES_256', 'GCM', 'SHA384', 256, tls12, tls12],
  ['TLS_ECDHE_ECDSA_WITH_AES_128_CCM_8', 'ECDHE', 'ECDSA', 'AES_128', 'CCM_8', 'SHA256', 128, tls12, tls12],
  ['TLS_DHE_RSA_WITH_CHACHA20_POLY1305_SHA256', 'DHE', 'RSA', 'CHACHA20', 'POLY1305', 'SHA256', 256, tls12, tls12],
  ['TLS_DHE_RSA_WITH_CHACHA20_POLY1305_SHA256_OLD', 'DHE', 'RSA', 'CHACHA20', 'POLY1305', 'SHA256', 256, tls12, tls12],
  ['TLS_PSK_WITH_AES_128_CBC_SHA256', 'PSK', 'PSK', 'AES_128', 'CBC', 'SHA256', 128, tls10, tls12],
  ['TLS_PSK_DHE_WITH_AES_128_CCM_8', 'DHE_PSK', 'PSK', 'AES_128', 'CCM_8', 'SHA256', 128, tls12, tls12],
  ['TLS_RSA_PSK_WITH_RC4_128_SHA', 'RSA_PSK', 'RSA', 'RC4_128', 'stream', 'SHA', 128, ssl3, tls12],
  ['TLS_SRP_SHA_DSS_WITH_AES_256_CBC_SHA', 'SRP', 'DSS', 'AES_256', 'CBC', 'SHA', 256, ssl3, tls12],
  ['TLS_GOSTR341112_256_WITH_28147_CNT_IMIT', 'GOST', 'GOST', '28147', 'CNT', 'GOSTR3411_2012_256', 256, tls12, tls12],
  ['TLS_GOSTR341112_256_WITH_MAGMA_MGM_S', null, null, 'MAGMA', 'MGM_S', 'GOSTR3411_2012_256', 256, tls13, tls13],
  ['TLS_AES_128_CCM_8_SHA256', null, null, 'AES_128', 'CCM_8', 'SHA256', 128, tls13, tls13],
  ['TLS_AEGIS_128L_SHA256', null, null, 'AEGIS_128L', 'AEAD', 'SHA256', 128, tls13, tls13],
  ['TLS_SM4_GCM_SM3', null, null, 'SM4', 'GCM', 'SM3', 128, tls13, tls13],
  ['TLS_SHA384_SHA384', null, null, 'NULL', 'stream', 'SHA384', 0, tls13, tls13],
] as const)('%s', (name, keyExchange, authentication, cipher, mode, hash, bits, firstProtocol, lastProtocol) => {
  expect(parts(name)).toMatchObject({ keyExchange, authentication, cipher, mode, hash, bits, firstProtocol, lastProtocol })
})

test('every suite can be read, and only signalling values have no parts', () => {
  expect(cipherSuites.rows.filter(suite => partsOf(suite) === null).map(suite => suite.name)).toEqual([
    'TLS_EMPTY_RENEGOTIATION_INFO_SCSV',
    'TLS_FALLBACK_SCSV',
  ])
})

test('export grade is what the name says, and nothing else has a key of 40 bits', () => {
  for (const suite of cipherSuites.rows) {
    expect(partsOf(suite)?.exportGrade ?? false).toBe(suite.name.includes('EXPORT'))
    if (partsOf(suite)?.bits === 40) expect(suite.name).toContain('EXPORT')
  }
})

test.each([
  ['TLS_AES_128_GCM_SHA256', true],
  ['TLS_RSA_WITH_AES_128_CCM', true],
  ['TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA384', false],
  ['TLS_SHA256_SHA256', false],
  ['TLS_RSA_WITH_RC4_128_SHA', false],
])('whether %s is an AEAD: %s', (name, aead) => {
  expect(parts(name)?.aead).toBe(aead)
})

test.each([
  ['TLS_RSA_WITH_3DES_EDE_CBC_SHA', 64],
  ['TLS_RSA_EXPORT_WITH_RC2_CBC_40_MD5', 64],
  ['TLS_GOSTR341112_256_WITH_28147_CNT_IMIT', 64],
  ['TLS_GOSTR341112_256_WITH_MAGMA_MGM_L', 64],
  ['TLS_RSA_WITH_SEED_CBC_SHA', 128],
  ['TLS_AES_256_GCM_SHA384', 128],
  ['TLS_RSA_WITH_RC4_128_SHA', null],
  ['TLS_CHACHA20_POLY1305_SHA256', null],
  ['TLS_RSA_WITH_NULL_SHA', null],
])('the blocks of %s have %s bits', (name, blockBits) => {
  expect(parts(name)?.blockBits).toBe(blockBits)
})

test('a suite is read once', () => {
  expect(parts('TLS_AES_128_GCM_SHA256')).toBe(parts('TLS_AES_128_GCM_SHA256'))
})

test('a name of unknown form is our bug and says so', () => {
  const suite = { code: 1, name: 'TLS_RSA_WITH_ENIGMA_CBC_SHA', openssl: null }
  expect(() => partsOf(suite)).toThrow('cipher suite TLS_RSA_WITH_ENIGMA_CBC_SHA has a name of unknown form')
})
