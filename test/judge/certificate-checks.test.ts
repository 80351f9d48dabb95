import { describe, expect, test } from 'vitest'
import { analyseChain, type ChainQuestion } from '../../src/certificate/chain.ts'
import { trustStore } from '../../src/certificate/trust-store.ts'
import { causes } from '../../src/judge/causes.ts'
import { type CertificateCheckOptions, certificateChecks, type TrustVerdict } from '../../src/judge/certificate-checks.ts'
import type { Check } from '../../src/judge/check.ts'
import { checkIds } from '../../src/judge/check-ids.ts'
import { type Issued, issue, type Request } from '../certificate/issuing.ts'

const trusted: TrustVerdict = { authorized: true, code: null }
const refused = (code: string): TrustVerdict => ({ authorized: false, code })
const root = issue({ subject: 'CN=Root', ca: true })
const intermediate = issue({ subject: 'CN=Intermediate', issuer: root, ca: true })
const leaf = (request: Request = {}): Issued => issue({ subject: 'CN=example.com', issuer: intermediate, dns: ['example.com'], ...request })

interface Scene extends CertificateCheckOptions {
  readonly sent?: readonly Uint8Array[]
  readonly verdict?: TrustVerdict | null
  readonly question?: Partial<ChainQuestion>
}

function judge({ sent = [leaf().der, intermediate.der], verdict = trusted, question = {}, timeShifted = false }: Scene): Check[] {
  const analysis = analyseChain({
    presented: sent,
    store: trustStore(() => [root.pem]),
    verified: false,
    at: new Date('2026-06-01'),
    reference: { kind: 'dns', name: 'example.com' },
    ...question,
  })
  return certificateChecks({ analysis, verdict }, { timeShifted })
}

const lines = (checks: readonly Check[]): string[] => checks.map(({ id, status, message }) => `${id} ${status}: ${message}`)
/** What did not pass, as 'validity fail error certificate-expired'. */
const faults = (scene: Scene): string[] =>
  judge(scene)
    .filter(({ status }) => status !== 'pass')
    .map(({ id, status, severity, cause }) => `${id.replace('certificate/', '')} ${status} ${severity} ${cause}`)

test('a good chain passes every property and says what was seen', () => {
  const checks = judge({})
  expect(lines(checks)).toEqual([
    'certificate/trust pass: the chain leads to the trusted certificate CN=Root',
    'certificate/chain pass: 2 certificates were sent, in order',
    'certificate/hostname pass: example.com is covered by example.com',
    'certificate/validity pass: the chain is valid until 2026-12-31T00:00:00Z, when certificate 0 (CN=example.com) expires',
    'certificate/lifetime-left pass: certificate 0 (CN=example.com) has 213 days left of a lifetime of 364 days',
    'certificate/usage pass: certificate 0 (CN=example.com) may be used for a TLS server',
    'certificate/key pass: EC secp256r1',
    'certificate/signature pass: ecdsa-with-SHA256',
  ])
  expect(checks[0]?.evidence).toEqual([
    'certificate 0 (CN=example.com)',
    'certificate 1 (CN=Intermediate)',
    'the trusted certificate CN=Root',
  ])
})

test('without a certificate nothing is known, and it is said why', () => {
  const checks = certificateChecks({ analysis: null, why: 'the connection was refused' })
  expect(checks.map(({ id }) => id).toSorted()).toEqual(
    Object.keys(checkIds)
      // How long a certificate may live is a policy's to say, and of a staple something is said only where there is one or has to be.
      .filter(id => id.startsWith('certificate/') && id !== 'certificate/max-lifetime' && id !== 'certificate/staple')
      .toSorted(),
  )
  expect(checks.every(({ status, message }) => status === 'inconclusive' && message === 'the connection was refused')).toBe(true)
})

describe('a fault is reported under its property', () => {
  const expired = leaf({ until: '2026-05-01' }).der
  const weak = leaf({ key: 'rsa-1024' }).der
  test.each<[string, Scene, string[]]>([
    [
      'an expired leaf',
      { sent: [expired, intermediate.der], verdict: refused('CERT_HAS_EXPIRED') },
      ['validity fail error certificate-expired', 'lifetime-left fail warning certificate-expired'],
    ],
    [
      'a missing intermediate, as a lack of trust and as a fault of the chain',
      { sent: [leaf().der], verdict: refused('UNABLE_TO_VERIFY_LEAF_SIGNATURE') },
      ['trust fail error certificate-chain-incomplete', 'chain fail error certificate-chain-incomplete'],
    ],
    [
      'a root that is not trusted',
      {
        verdict: refused('SELF_SIGNED_CERT_IN_CHAIN'),
        sent: [leaf().der, intermediate.der, root.der],
        question: { store: trustStore(() => []) },
      },
      ['trust fail error certificate-untrusted'],
    ],
    ['another host', { question: { reference: { kind: 'dns', name: 'example.org' } } }, ['hostname fail error certificate-host-mismatch']],
    ['no alternative name', { sent: [leaf({ dns: [] }).der, intermediate.der] }, ['hostname fail error certificate-no-san']],
    [
      'a weak key, which is UNSPECIFIED to Node',
      { sent: [weak, intermediate.der], verdict: refused('UNSPECIFIED') },
      ['key fail error certificate-weak-key'],
    ],
    ['the root sent along', { sent: [leaf().der, intermediate.der, root.der] }, ['chain fail notice certificate-chain-extraneous']],
    [
      'a wrong order',
      { sent: [leaf().der, root.der, intermediate.der] },
      ['chain fail warning certificate-chain-misordered', 'chain fail notice certificate-chain-extraneous'],
    ],
    ['a CA certificate as leaf', { sent: [leaf({ ca: true }).der, intermediate.der] }, ['usage fail warning certificate-misissued']],
    [
      'a leaf for clients',
      { sent: [leaf({ purposes: ['1.3.6.1.5.5.7.3.2'] }).der, intermediate.der], verdict: refused('INVALID_PURPOSE') },
      ['usage fail error certificate-misissued'],
    ],
  ])('%s', (_, scene, expected) => {
    expect(faults(scene)).toEqual(expected)
  })
})

describe('OpenSSL decides trust', () => {
  test.each<[string, Scene, string[]]>([
    ['it may trust what the analysis cannot follow', { sent: [leaf().der] }, []],
    [
      'a refusal that nothing explains is reported as it is',
      { verdict: refused('CERT_REVOKED') },
      ['trust fail error certificate-revoked'],
    ],
    ['a refusal without a name is reported', { verdict: refused('UNSPECIFIED') }, ['trust fail error certificate-untrusted']],
    [
      'a refusal for the dates that the analysis does not see counts',
      { verdict: refused('CERT_HAS_EXPIRED') },
      ['validity fail error certificate-expired'],
    ],
    [
      'a warning does not explain a refusal',
      { sent: [leaf({ ca: true }).der, intermediate.der], verdict: refused('UNSPECIFIED') },
      ['trust fail error certificate-untrusted', 'usage fail warning certificate-misissued'],
    ],
    [
      'an expiry does not hide a revocation',
      { sent: [leaf({ until: '2026-05-01' }).der, intermediate.der], verdict: refused('CERT_REVOKED') },
      ['trust fail error certificate-revoked', 'validity fail error certificate-expired', 'lifetime-left fail warning certificate-expired'],
    ],
    ['no verdict is no trust', { verdict: null }, ['trust inconclusive error null']],
    [
      'no verdict does not hide what was seen',
      { verdict: null, question: { store: trustStore(() => []) } },
      ['trust fail error certificate-untrusted'],
    ],
    ['its word on dates does not count for another day', { verdict: refused('CERT_HAS_EXPIRED'), timeShifted: true }, []],
  ])('%s', (_, scene, expected) => {
    expect(faults(scene)).toEqual(expected)
  })
})

test.each<[string, string, string, string[]]>([
  ['a quarter of 40 days', '2026-05-01', '2026-06-10', ['lifetime-left fail warning certificate-expires-soon']],
  ['more than a quarter of 40 days', '2026-05-01', '2026-06-14', []],
  ['less than 30 days of a year', '2025-07-01', '2026-06-30', ['lifetime-left fail warning certificate-expires-soon']],
  ['more than 30 days of a year', '2025-07-01', '2026-07-02', []],
])('lifetime left: %s', (_, from, until, expected) => {
  expect(faults({ sent: [leaf({ from, until }).der, intermediate.der] })).toEqual(expected)
})

describe('what is not known is not passed', () => {
  const unreadable = Buffer.from('junk')
  test('an unreadable leaf leaves everything open but what OpenSSL said', () => {
    expect(faults({ sent: [unreadable, intermediate.der] })).toEqual(
      ['chain', 'hostname', 'validity', 'lifetime-left', 'usage', 'key', 'signature'].map(
        id => `${id} inconclusive ${id === 'lifetime-left' ? 'warning' : 'error'} null`,
      ),
    )
    expect(faults({ sent: [unreadable], verdict: refused('CERT_HAS_EXPIRED') }).slice(0, 1)).toEqual(['trust inconclusive error null'])
  })

  test('an unreadable intermediate leaves the chain open', () => {
    expect(faults({ sent: [leaf().der, unreadable, intermediate.der] })).toEqual(['chain inconclusive error null'])
  })

  test('without a name to compare with nothing is said of it, and that decides nothing', () => {
    expect(faults({ question: { reference: null } })).toEqual(['hostname inconclusive notice null'])
  })
})

test('every failed check names a cause of its property, with the fix and the sources of the cause', () => {
  const scenes: Scene[] = [
    { sent: [leaf().der], verdict: refused('UNABLE_TO_VERIFY_LEAF_SIGNATURE') },
    {
      sent: [leaf({ until: '2026-05-01', key: 'rsa-1024', signature: 'ecdsa-sha1', dns: [] }).der, root.der, intermediate.der],
      verdict: refused('CERT_REVOKED'),
    },
  ]
  const failed = scenes.flatMap(judge).filter(({ status }) => status === 'fail')
  expect(failed.length).toBeGreaterThan(8)
  for (const { id, cause, fix, refs } of failed) {
    const row = Object.entries(checkIds).find(([known]) => known === id)?.[1]
    expect(row?.causes).toContain(cause)
    const { fix: known, refs: sources } = Object.entries(causes).find(([name]) => name === cause)?.[1] ?? {}
    expect(fix?.split('\n')[0]).toBe(known?.do)
    expect(refs).toEqual(sources)
  }
})
