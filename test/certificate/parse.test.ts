import { execFileSync } from 'node:child_process'
import { rootCertificates } from 'node:tls'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseCertificate, type ReadCertificate, subjectOf } from '../../src/certificate/parse.ts'
import { certificatesOfPem } from '../../src/certificate/pem.ts'
import { der, distinguishedName, extension, issue, type KeyKind, type Name, node, oid, type Request, sequence } from './issuing.ts'

const readable = (bytes: Uint8Array): ReadCertificate => {
  const parsed = parseCertificate(bytes)
  if (parsed.kind === 'unreadable') throw new Error(parsed.reason)
  return parsed
}
const read = (request: Request) => readable(issue(request).der).certificate

describe('real certificates', () => {
  const roots = rootCertificates.map(pem => ({ pem, bytes: certificatesOfPem(pem)[0] ?? Buffer.alloc(0) }))

  test('every root of Node is read as OpenSSL reads it', async () => {
    const { X509Certificate } = await import('node:crypto')
    expect(roots.length).toBeGreaterThan(100)
    for (const { bytes } of roots) {
      const openssl = new X509Certificate(bytes)
      const { certificate } = readable(bytes)
      expect(certificate.fingerprint256).toBe(openssl.fingerprint256)
      expect(certificate.serialNumber.replace(/^0(?=.)/, '')).toBe(openssl.serialNumber.replace(/^0(?=.)/, ''))
      expect(certificate.notBefore).toBe(new Date(openssl.validFrom).toISOString().replace('.000', ''))
      expect(certificate.notAfter).toBe(new Date(openssl.validTo).toISOString().replace('.000', ''))
      expect(certificate.pem.trim()).toBe(openssl.toString().trim())
      expect(certificate.key.bits).toBe(openssl.publicKey.asymmetricKeyDetails?.modulusLength ?? certificate.key.bits)
      expect(certificate.basicConstraints?.ca).toBe(openssl.ca)
      expect(certificate.signatureAlgorithm.toLowerCase()).toBe(openssl.signatureAlgorithm?.toLowerCase())
      expect(subjectOf(bytes)?.text).toBe(certificate.subject)
    }
  })

  test('names come out as RFC 2253 text of the OpenSSL command line', () => {
    const samples = roots.filter((_, i) => i % 20 === 0)
    for (const { pem, bytes } of samples) {
      const args = ['x509', '-noout', '-subject', '-nameopt', 'RFC2253,-esc_msb,utf8']
      const printed = execFileSync('openssl', args, { input: pem })
        .toString()
        .trim()
        .replace(/^subject=/, '')
      expect(readable(bytes).certificate.subject).toBe(printed)
    }
  })
})

test('every field is read', () => {
  const root = issue({ subject: 'CN=Root,O=Example', ca: true })
  const leaf = issue({
    subject: 'C=DE,O=Example,CN=example.com',
    issuer: root,
    from: '2026-02-03T04:05:06Z',
    until: '2050-02-03T04:05:06Z',
    ca: false,
    keyUsage: 0b1010_0000,
    purposes: ['1.3.6.1.5.5.7.3.1', '1.2.3.4'],
    dns: ['example.com', '*.EXAMPLE.com'],
    ip: [Buffer.from([127, 0, 0, 1]), Buffer.from('20010db8000000000000000000000001', 'hex'), Buffer.from([1, 2, 3])],
    issuerUrl: 'http://ca.example/root.der',
    extensions: [
      extension('1.3.6.1.5.5.7.1.24', sequence(der(0x02, Buffer.from([5])))),
      extension('2.5.29.31', sequence(sequence(der(0xa0, der(0xa0, der(0x86, Buffer.from('http://ca.example/crl'))))))),
    ],
  })
  const { certificate, version, unknownCritical } = readable(leaf.der)
  expect(certificate).toEqual({
    subject: 'CN=example.com,O=Example,C=DE',
    issuer: 'O=Example,CN=Root',
    serialNumber: expect.stringMatching(/^[0-9A-F]{2,4}$/),
    notBefore: '2026-02-03T04:05:06Z',
    notAfter: '2050-02-03T04:05:06Z',
    names: { dns: ['example.com', '*.EXAMPLE.com'], ip: ['127.0.0.1', '2001:db8::1'], other: ['ip:010203'] },
    key: { type: 'EC', bits: 256, group: 'secp256r1' },
    signatureAlgorithm: 'ecdsa-with-SHA256',
    basicConstraints: { ca: false, pathLength: null },
    keyUsage: ['digitalSignature', 'keyEncipherment'],
    extendedKeyUsage: ['serverAuth', '1.2.3.4'],
    subjectKeyId: expect.stringMatching(/^[0-9A-F]{40}$/),
    authorityKeyId: readable(root.der).certificate.subjectKeyId,
    ocspUrls: [],
    issuerUrls: ['http://ca.example/root.der'],
    crlUrls: ['http://ca.example/crl'],
    mustStaple: true,
    fingerprint256: node(leaf).fingerprint256,
    pem: node(leaf).toString(),
  })
  expect([version, unknownCritical]).toEqual([3, []])
})

test.each<[KeyKind, object]>([
  ['rsa-1024', { type: 'RSA', bits: 1024, group: null }],
  ['rsa-pss', { type: 'RSA-PSS', bits: 2048, group: null }],
  ['ec-192', { type: 'EC', bits: 192, group: 'secp192r1' }],
  ['ed25519', { type: 'Ed25519', bits: 256, group: null }],
  ['ml-dsa-65', { type: 'ML-DSA-65', bits: 15616, group: null }],
])('a key of kind %s is told', (key, expected) => {
  expect(read({ key, issuer: issue({ ca: true }) }).key).toEqual(expected)
})

test('the hash of an RSASSA-PSS signature is told', () => {
  const pem = execFileSync(
    'openssl',
    [
      ...['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-keyout', '/dev/null', '-subj', '/CN=pss', '-sha384'],
      ...['-sigopt', 'rsa_padding_mode:pss'],
    ],
    { stdio: ['ignore', 'pipe', 'ignore'] },
  ).toString()
  expect(readable(certificatesOfPem(pem)[0] ?? Buffer.alloc(0)).certificate.signatureAlgorithm).toBe('RSASSA-PSS-SHA384')
})

const cn = '2.5.4.3'
test.each<[string, Name, string]>([
  ['what RFC 4514 escapes', [[cn, 0x0c, Buffer.from('a,b+c"d\\e<f>g;h')]], 'CN=a\\,b\\+c\\"d\\\\e\\<f\\>g\\;h'],
  [
    'blanks at the ends and a leading #',
    [
      [cn, 0x0c, Buffer.from(' # ')],
      ['2.5.4.10', 0x0c, Buffer.from('#1')],
    ],
    'O=\\#1,CN=\\ #\\ ',
  ],
  ['NUL', [[cn, 0x0c, Buffer.from('bank.example\0.evil.example')]], 'CN=bank.example\\00.evil.example'],
  ['control characters stay', [[cn, 0x0c, Buffer.from('\x1b[31m\r\n::error::')]], 'CN=\x1b[31m\r\n::error::'],
  ['UTF-16', [[cn, 0x1e, Buffer.from('00e4d83dde00', 'hex')]], 'CN=ä😀'],
  ['UTF-16 with half a pair', [[cn, 0x1e, Buffer.from('d83d', 'hex')]], 'CN=\ufffd'],
  ['UTF-32', [[cn, 0x1c, Buffer.from('000000e40001f6000f000000', 'hex')]], 'CN=ä😀\ufffd'],
  ['Latin-1 in a TeletexString', [[cn, 0x14, Buffer.from('e4', 'hex')]], 'CN=ä'],
  ['broken UTF-8', [[cn, 0x0c, Buffer.from('ff41', 'hex')]], 'CN=\ufffdA'],
  ['an attribute without a short name', [['1.2.3.4', 0x0c, Buffer.from('x')]], '1.2.3.4=#0C0178'],
  ['a value that is no text', [[cn, 0x02, Buffer.from([7])]], 'CN=#020107'],
  ['no attributes', [], ''],
])('a name with %s', (_, subject, expected) => {
  expect(read({ subject }).subject).toBe(expected)
})

describe('bytes that are no certificate', () => {
  const { der: good } = issue({
    dns: ['example.com'],
    ca: true,
    keyUsage: 0x04,
    purposes: ['1.3.6.1.5.5.7.3.1'],
    permittedDns: ['example.com'],
  })

  test.each<[string, Uint8Array, string]>([
    ['nothing', new Uint8Array(), 'certificate: missing'],
    ['text', Buffer.from('hello'), 'certificate: ends after the data'],
    ['trailing bytes', Buffer.concat([good, Buffer.from([0])]), 'certificate: trailing bytes'],
    ['indefinite length', Buffer.from('30800000', 'hex'), 'certificate: a length of indefinite form'],
    ['a length in too many bytes', Buffer.from('30810100', 'hex'), 'certificate: a length in more bytes than it needs'],
    ['a length of 2^32', Buffer.from('30850100000000', 'hex'), 'certificate: a length of 5 bytes'],
    ['a long tag', Buffer.from('3f810100', 'hex'), 'certificate: a tag of several bytes'],
    ['a huge one', new Uint8Array(200_000), '200000 bytes are more than a certificate has'],
    [
      'the same extension twice',
      issue({ extensions: [extension(cn, der(0x05)), extension(cn, der(0x05))] }).der,
      `extension ${cn}: stands there twice`,
    ],
    [
      'trailing bytes in an extension',
      issue({ extensions: [extension('2.5.29.37', Buffer.concat([sequence(oid('1.2.3')), der(0x05)]))] }).der,
      'extendedKeyUsage: trailing bytes',
    ],
  ])('%s', (_, bytes, reason) => {
    expect(parseCertificate(bytes)).toEqual({ kind: 'unreadable', reason, der: new Uint8Array(bytes) })
  })

  test('a date that does not exist', () => {
    const at = good.indexOf('20260101000000Z')
    const bytes = Buffer.from(good)
    bytes.write('20260231000000Z', at)
    expect(parseCertificate(bytes)).toMatchObject({ kind: 'unreadable', reason: 'notBefore: not a date' })
  })

  test('an object identifier of 100 kB costs no time', () => {
    const endless = der(0x06, Buffer.alloc(100_000, 0xff), Buffer.from([1]))
    const bytes = issue({ extensions: [extension('2.5.29.37', sequence(endless))] }).der
    expect(parseCertificate(bytes)).toMatchObject({ kind: 'unreadable', reason: 'extendedKeyUsage: a broken object identifier' })
  })

  test('no prefix of a certificate is read', () => {
    for (let length = 0; length < good.length; length++) expect(parseCertificate(good.subarray(0, length)).kind).toBe('unreadable')
  })

  test('no mutation makes the parser throw', () => {
    const mutation = fc.record({ at: fc.nat(good.length - 1), bytes: fc.uint8Array({ maxLength: 6 }), drop: fc.nat(4) })
    fc.assert(
      fc.property(fc.array(mutation, { minLength: 1, maxLength: 5 }), mutations => {
        let bytes = good
        for (const { at, bytes: put, drop } of mutations) bytes = Buffer.concat([bytes.subarray(0, at), put, bytes.subarray(at + drop)])
        expect(['certificate', 'unreadable']).toContain(parseCertificate(bytes).kind)
      }),
      { numRuns: 2000 },
    )
  })
})

test('names are the same in any letter case, spacing and string type, and differ in anything else', async () => {
  const { DerReader } = await import('../../src/certificate/der.ts')
  const { readName, sameName } = await import('../../src/certificate/distinguished-name.ts')
  const name = (from: Name) => readName(new DerReader(distinguishedName(from)), 'name')
  const printable = name([[cn, 0x13, Buffer.from('Example  CA ')]])
  expect(sameName(printable, name('CN=example ca'))).toBe(true)
  expect(sameName(printable, name('CN=examplE CB'))).toBe(false)
  expect(sameName(printable, name('O=Example CA'))).toBe(false)
  expect(sameName(printable, name('CN=Example CA,O=Example CA'))).toBe(false)
})
