import { describe, expect, test } from 'vitest'
import { alerts } from '../../src/registry/alerts.ts'
import { certificateCompressions } from '../../src/registry/certificate-compressions.ts'
import { cipherSuites } from '../../src/registry/cipher-suites.ts'
import { extensions } from '../../src/registry/extensions.ts'
import { isGrease } from '../../src/registry/grease.ts'
import { groups } from '../../src/registry/groups.ts'
import { handshakeTypes } from '../../src/registry/handshake-types.ts'
import { protocols } from '../../src/registry/protocols.ts'
import { signatureSchemes } from '../../src/registry/signature-schemes.ts'
import { sslv2CipherKinds } from '../../src/registry/sslv2-cipher-kinds.ts'

const tables = {
  alerts,
  certificateCompressions,
  cipherSuites,
  extensions,
  groups,
  handshakeTypes,
  protocols,
  signatureSchemes,
  sslv2CipherKinds,
}

describe.each(Object.entries(tables))('%s', (_, table) => {
  const codes = table.rows.map(row => row.code)

  test('has ascending codes, each once', () => {
    expect(codes).toEqual([...new Set(codes)].sort((a, b) => a - b))
  })

  test('has each name once', () => {
    const names = table.rows.map(row => row.name)
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
  })

  test('finds each row by its code and by its name', () => {
    for (const row of table.rows) {
      expect(table.get(row.code)).toBe(row)
      expect(table.named(row.name)).toBe(row)
      expect(table.label(row.code)).toBe(row.name)
    }
  })

  test('has no GREASE value', () => {
    expect(codes.filter(isGrease)).toEqual([])
  })
})

// Numbers and spellings as the standards print them.
test.each([
  ['RFC 5246 §7.2', alerts, 40, 'handshake_failure'],
  ['RFC 8446 §6', alerts, 116, 'certificate_required'],
  ['RFC 7301 §3.2', alerts, 120, 'no_application_protocol'],
  ['RFC 6101 §5.4.2', alerts, 41, 'no_certificate'],
  ['RFC 2246 §7.2', alerts, 60, 'export_restriction'],
  ['RFC 5246 appendix A.5', cipherSuites, 0x002f, 'TLS_RSA_WITH_AES_128_CBC_SHA'],
  ['RFC 5289 §3.2', cipherSuites, 0xc02f, 'TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256'],
  ['RFC 7905 §2', cipherSuites, 0xcca8, 'TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256'],
  ['RFC 8446 appendix B.4', cipherSuites, 0x1301, 'TLS_AES_128_GCM_SHA256'],
  ['RFC 7507 §2', cipherSuites, 0x5600, 'TLS_FALLBACK_SCSV'],
  ['RFC 8442', cipherSuites, 0xd005, 'TLS_ECDHE_PSK_WITH_AES_128_CCM_SHA256'],
  ['RFC 8446 §4.2.7', groups, 0x0017, 'secp256r1'],
  ['RFC 8446 §4.2.7', groups, 0x001d, 'x25519'],
  ['RFC 7919 §2', groups, 0x0100, 'ffdhe2048'],
  ['RFC 8734 §2', groups, 31, 'brainpoolP256r1tls13'],
  ['draft-ietf-tls-ecdhe-mlkem', groups, 4587, 'SecP256r1MLKEM768'],
  ['draft-ietf-tls-ecdhe-mlkem', groups, 4588, 'X25519MLKEM768'],
  ['draft-ietf-tls-ecdhe-mlkem', groups, 4589, 'SecP384r1MLKEM1024'],
  ['RFC 8446 §4.2.3', signatureSchemes, 0x0804, 'rsa_pss_rsae_sha256'],
  ['RFC 8998 §2', signatureSchemes, 0x0708, 'sm2sig_sm3'],
  ['draft-ietf-tls-mldsa', signatureSchemes, 0x0905, 'mldsa65'],
  ['RFC 8446 §4.2', extensions, 51, 'key_share'],
  ['RFC 7301 §6', extensions, 16, 'application_layer_protocol_negotiation'],
  ['RFC 9849', extensions, 0xfe0d, 'encrypted_client_hello'],
  ['RFC 5746 §3.2', extensions, 0xff01, 'renegotiation_info'],
  ['RFC 5246 §7.4', handshakeTypes, 14, 'server_hello_done'],
  ['RFC 8446 §4', handshakeTypes, 254, 'message_hash'],
  ['RFC 8879 §7.3', certificateCompressions, 2, 'brotli'],
  ['RFC 8446 §4.2.1', protocols, 0x0304, 'TLSv1.3'],
] as const)('%s (%#)', (_, table, code, name) => {
  expect(table.label(code)).toBe(name)
})

test('there are as many registered cipher suites as in the registry of the date named', () => {
  const added = cipherSuites.rows.filter(({ code }) =>
    [
      [0x1c, 0x1d],
      [0x60, 0x66],
      [0x80, 0x83],
      [0xc0ff, 0xc0ff],
      [0xcc13, 0xcc15],
      [0xfefe, 0xff85],
    ].some(([first = 0, last = 0]) => first <= code && code <= last),
  )
  expect(cipherSuites.rows.length - added.length).toBe(356)
})

describe('a number that is not registered', () => {
  test.each([
    [alerts, 0x99, 'alert 0x99'],
    [alerts, 0x02, 'alert 0x02'],
    [cipherSuites, 0x9999, 'cipher suite 0x9999'],
    [groups, 0xfe, 'group 0x00fe'],
    [extensions, 40, 'extension 0x0028'],
    [handshakeTypes, 99, 'handshake message 0x63'],
    [protocols, 0xfefd, 'protocol 0xfefd'],
    [sslv2CipherKinds, 0x010203, 'SSLv2 cipher kind 0x010203'],
    [signatureSchemes, 0xfea0, 'signature scheme 0xfea0'],
  ] as const)('has a label all the same (%#)', (table, code, label) => {
    expect(table.label(code)).toBe(label)
  })

  test.each([
    [0x0101, 'rsa_pkcs1_md5'],
    [0x0202, 'dsa_sha1'],
    [0x0301, 'rsa_pkcs1_sha224'],
    [0x0303, 'ecdsa_sha224'],
    [0x0402, 'dsa_sha256'],
    [0x0400, 'signature scheme 0x0400'],
    [0x0001, 'signature scheme 0x0001'],
    [0x0700, 'signature scheme 0x0700'],
    [0x0204, 'signature scheme 0x0204'],
  ])('is read as a pair of TLS 1.2 where signature schemes can be one (%#)', (code, label) => {
    expect(signatureSchemes.label(code)).toBe(label)
    expect(signatureSchemes.get(code)).toBeUndefined()
  })
})

test('GREASE is the sixteen values of RFC 8701 §2 and nothing else', () => {
  const found = Array.from({ length: 0x10000 }, (_, code) => code).filter(isGrease)
  expect(found.map(code => code.toString(16).padStart(4, '0'))).toEqual([...'0123456789abcdef'].map(digit => `${digit}a${digit}a`))
})

test('an alert text completes "the server …": lower case, no full stop', () => {
  expect(alerts.rows.filter(({ text }) => !/^[a-z].*[^.]$/.test(text))).toEqual([])
})
