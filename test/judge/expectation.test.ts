import { createHash, X509Certificate } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { parseCertificate } from '../../src/certificate/parse.ts'
import { createCa, mint } from '../../src/fixtures/mint.ts'
import type { HandshakeCause } from '../../src/judge/causes.ts'
import type { Check } from '../../src/judge/check.ts'
import { type Expectation, judgeExpectation, refuseUnknown, type Shown } from '../../src/judge/expectation.ts'
import { UsageError } from '../../src/usage-error.ts'
import { healthy } from '../support/sample-reports.ts'

const ca = await createCa({
  subject: [
    ['O', 'Example, Inc.'],
    ['CN', 'Issuing CA 1'],
  ],
})
const minted = await mint({ issuer: ca, dns: ['a.example', '*.b.example'], ip: ['192.0.2.1'] })
const parsed = parseCertificate(minted.der)
if (parsed.kind !== 'certificate') throw new Error(parsed.reason)
const { certificate: leaf } = parsed
const ofKey = createHash('sha256')
  .update(new X509Certificate(minted.certificate).publicKey.export({ type: 'spki', format: 'der' }))
  .digest()
const [target] = healthy.targets
if (target === undefined) throw new Error('a report without a target')
const { handshake } = target

const failed = (cause: HandshakeCause): Shown['handshake'] => ({
  ...{ ...handshake, completed: false, protocol: null, cipherSuite: null, group: null, signatureScheme: null, alpn: null },
  failure: { step: 'certificate', cause, category: 'certificate', alert: null, message: 'why' },
})
const shown: Shown = { handshake, leaf, others: [], at: new Date(), interrupted: false }
const check = (id: string, changes: Partial<Check> = {}): Check => ({
  ...{ id, status: 'pass', severity: 'error', cause: null, message: id, fix: null, evidence: [], refs: [], location: null },
  ...changes,
})

/** What is said of the expectation: 'pass: …'. */
const said = (expectation: Expectation, changes: Partial<Shown> = {}): string[] =>
  judgeExpectation(expectation, [], { ...shown, ...changes }).map(({ status, message }) => `${status}: ${message}`)

describe('what is agreed on', () => {
  test.each<[name: string, expectation: Expectation, expected: string]>([
    ['as named', { protocol: 'TLSv1.3' }, 'pass: the protocol version is TLSv1.3, as expected'],
    ['as one of several', { protocol: ['TLSv1.2', 'TLSv1.3'] }, 'pass: the protocol version is TLSv1.3, as expected'],
    ['as a class', { group: 'post-quantum' }, 'pass: the group is X25519MLKEM768, as expected'],
    ['as OpenSSL names it', { group: 'X25519MLKEM768' }, 'pass: the group is X25519MLKEM768, as expected'],
    ['an application protocol', { alpn: 'h2' }, 'pass: the application protocol is h2, as expected'],
    ['another one', { protocol: 'TLSv1.2' }, 'fail: the protocol version is TLSv1.3; expected is TLSv1.2'],
    [
      'not of a class',
      { cipherSuite: ['chacha20', 'cbc'] },
      'fail: the cipher suite is TLS_AES_256_GCM_SHA384; expected is chacha20 or cbc',
    ],
    ['one that was to be none', { alpn: 'none' }, 'fail: the application protocol is h2; expected is none'],
  ])('%s', (_, expectation, expected) => {
    expect(said(expectation)).toEqual([expected])
  })

  test('is not known of a handshake that did not get there', () => {
    expect(said({ protocol: 'TLSv1.3' }, { handshake: failed('not-tls') })).toEqual([
      'inconclusive: the protocol version is not known: the handshake did not get that far',
    ])
  })

  test('is none where nothing was', () => {
    const without = { handshake: { ...handshake, alpn: null } }
    expect(said({ alpn: 'none' }, without)).toEqual(['pass: the application protocol is none, as expected'])
    expect(said({ alpn: 'h2' }, without)).toEqual(['fail: the application protocol is none; expected is h2'])
  })
})

describe('the certificate', () => {
  test.each<[name: string, expectation: Expectation, expected: RegExp]>([
    ['has its fingerprint', { fingerprint: leaf.fingerprint256 }, /^pass: the certificate has the SHA-256 fingerprint/],
    [
      'has it without colons and capitals',
      { fingerprint: leaf.fingerprint256.replaceAll(':', '').toLowerCase() },
      /^pass: the certificate/,
    ],
    ['has it as openssl prints it', { fingerprint: `sha256 Fingerprint=${leaf.fingerprint256}` }, /^pass: the certificate/],
    ['has that of its key', { fingerprint: ofKey.toString('hex') }, /^pass: the key has the SHA-256 fingerprint/],
    ['has that of its key as curl pins it', { fingerprint: `sha256//${ofKey.toString('base64')}` }, /^pass: the key has/],
    ['has one of several', { fingerprint: ['ab'.repeat(32), leaf.fingerprint256] }, /^pass: the certificate/],
    ['has another one', { fingerprint: 'ab'.repeat(32) }, /^fail: the certificate, valid from 20.+; expected is AB:AB(:AB){30}$/],
    ['has its issuer', { issuer: leaf.issuer }, /^pass: the issuer is CN=Issuing CA 1,O=Example\\, Inc\., as expected$/],
    ['has a part of its issuer', { issuer: 'CN=Issuing CA 1' }, /^pass/],
    ['has the value of a part of its issuer', { issuer: 'Example, Inc.' }, /^pass/],
    ['has another issuer', { issuer: ['Example', "Let's Encrypt"] }, /^fail: the issuer is .+; expected is Example or Let's Encrypt$/],
    ['covers names', { covers: ['a.example', 'www.b.example', '192.0.2.1'] }, /^pass: the certificate covers a\.example, www/],
    ['does not cover a name', { covers: ['a.example', 'b.example'] }, /^fail: the certificate does not cover b\.example$/],
    ['is valid long enough', { daysLeft: 30 }, /^pass: the certificate ends at .+, which is in \d\d days$/],
    ['is not valid long enough', { daysLeft: 365 }, /^fail: the certificate ends at .+, which is in \d\d days; expected are 365 or more$/],
  ])('%s', (_, expectation, expected) => {
    expect(said(expectation)).toEqual([expect.stringMatching(expected)])
  })

  test('is not known where none was seen', () => {
    for (const expectation of [{ fingerprint: 'ab'.repeat(32) }, { issuer: 'x' }, { covers: 'x' }, { daysLeft: 1 }])
      expect(said(expectation, { leaf: null })).toEqual(['inconclusive: the certificate is not known: the handshake did not get that far'])
  })
})

test('the fingerprint is held against every certificate that the server has', async () => {
  const other = parseCertificate((await mint({ issuer: ca })).der)
  if (other.kind !== 'certificate') throw new Error(other.reason)
  const others = [other.certificate]
  expect(said({ fingerprint: leaf.fingerprint256 }, { others })).toEqual([expect.stringMatching(/^fail: the certificate, valid from /)])
  const both = [leaf.fingerprint256, other.certificate.fingerprint256]
  expect(said({ fingerprint: both }, { others })).toEqual([expect.stringMatching(/^pass: the certificate has the SHA-256 fingerprint/)])
})

describe('a failure that is wanted', () => {
  const expired = { handshake: failed('certificate-expired') }
  const failsWith: Expectation = { failsWith: ['certificate-revoked', 'certificate-expired'] }

  test('passes, and waives what follows from it and nothing else', () => {
    const checks = [
      check('handshake/completion', { status: 'fail', cause: 'certificate-expired' }),
      check('certificate/validity', { status: 'fail', cause: 'certificate-expired' }),
      check('certificate/key', { status: 'inconclusive' }),
      check('certificate/hostname', { status: 'fail', cause: 'certificate-host-mismatch' }),
      check('policy/questions', { status: 'inconclusive' }),
      check('certificate/trust'),
    ]
    const judged = judgeExpectation(failsWith, checks, { ...shown, ...expired })
    expect(judged.map(({ id, status }) => `${id} ${status}`)).toEqual([
      'handshake/completion waived',
      'certificate/validity waived',
      'certificate/key waived',
      'certificate/hostname fail',
      'policy/questions inconclusive',
      'certificate/trust pass',
      'expect/fails-with pass',
    ])
    expect(judged[0]?.message).toBe('handshake/completion; expected')
  })

  test.each<[name: string, changes: Partial<Shown>, expected: string]>([
    ['fails loudly when the handshake completes', {}, 'fail: the handshake completes; expected is a failure with certificate-revoked or'],
    ['fails for another cause', { handshake: failed('not-tls') }, 'fail: the handshake fails with not-tls; expected is'],
    ['is not known of a check that was cut short', { ...expired, interrupted: true }, 'inconclusive: the check was interrupted; expected'],
  ])('%s', (_, changes, expected) => {
    const checks = [check('handshake/completion', { status: 'fail', cause: 'certificate-expired' })]
    const [completion, expectation] = judgeExpectation(failsWith, checks, { ...shown, ...changes })
    expect(`${expectation?.status}: ${expectation?.message}`).toContain(expected)
    expect(completion?.status).toBe('fail')
  })

  test.each<[cause: HandshakeCause, expected: readonly string[]]>([
    ['handshake-timeout', ['waived', 'pass']],
    ['client-certificate-required', ['inconclusive', 'inconclusive']],
  ])('with %s, where the handshake is undecided', (cause, expected) => {
    const checks = [check('handshake/completion', { status: 'inconclusive', cause })]
    const judged = judgeExpectation({ failsWith: cause }, checks, { ...shown, handshake: failed(cause) })
    expect(judged.map(({ status }) => status)).toEqual(expected)
  })

  test('that does not come is named so', () => {
    expect(judgeExpectation(failsWith, [], shown)).toMatchObject([
      { cause: 'unexpected-success', fix: expect.stringContaining('fails-with') },
    ])
  })
})

test.each<[expectation: object, message: string]>([
  [{ protocol: 'TLS1.3' }, '"TLS1.3" is no protocol'],
  [{ group: ['x25519', 'x2551'] }, '"x2551" is no group'],
  [{ failsWith: 'expired' }, '"expired" is no cause of a failed handshake'],
  [{ failsWith: 'constructor' }, '"constructor" is no cause of a failed handshake'],
  [{ fingerprint: 'AB:CD' }, '"AB:CD" is no SHA-256 fingerprint'],
])('%j is refused', (expectation, message) => {
  expect(() => refuseUnknown(expectation)).toThrow(UsageError)
  expect(() => refuseUnknown(expectation)).toThrow(message)
})
