import { spawnSync } from 'node:child_process'
import { X509Certificate } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { rootCertificates } from 'node:tls'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { analyseChain, type ChainQuestion } from '../../src/certificate/chain.ts'
import type { ProblemKind } from '../../src/certificate/problem.ts'
import { trustStore } from '../../src/certificate/trust-store.ts'
import { extension, type Issued, issue } from './issuing.ts'

const at = new Date('2026-06-01')
const serverAuth = '1.3.6.1.5.5.7.3.1'
const clientAuth = '1.3.6.1.5.5.7.3.2'
const certSign = 0b0000_0110
const digitalSignature = 0b1000_0000
const dns = ['example.com']

const root = issue({ subject: 'CN=Root,O=Example', ca: true, keyUsage: certSign })
const intermediate = issue({ subject: 'CN=Intermediate,O=Example', issuer: root, ca: true, pathLength: 0, keyUsage: certSign })
const leaf = issue({ subject: 'CN=leaf', issuer: intermediate, dns, ca: false, keyUsage: digitalSignature, purposes: [serverAuth] })
const otherRoot = issue({ subject: 'CN=Other Root', ca: true })
const otherIntermediate = issue({ subject: 'CN=Other Intermediate', issuer: otherRoot, ca: true })

const below = (authority: Issued, request: Parameters<typeof issue>[0] = {}): Issued => issue({ issuer: authority, dns, ...request })
const authority = (request: Parameters<typeof issue>[0]): Issued => issue({ subject: 'CN=Authority', issuer: root, ca: true, ...request })

// Two roots that signed each other's key, so that the way up goes in a circle.
const circleA = issue({ subject: 'CN=A', ca: true })
const circleB = issue({ subject: 'CN=B', ca: true })
const aByB = issue({ subject: 'CN=A', key: circleA, issuer: circleB, ca: true })
const bByA = issue({ subject: 'CN=B', key: circleB, issuer: circleA, ca: true })
const inCircle = below(aByB)

const expiredIntermediate = issue({ subject: 'CN=Intermediate,O=Example', key: intermediate, issuer: root, ca: true, until: '2026-02-01' })
const expiredRoot = issue({ subject: 'CN=Root,O=Example', key: root, ca: true, until: '2026-02-01' })
const impostor = issue({ subject: 'CN=Root,O=Example', ca: true, keyIds: false })
const second = issue({ subject: 'CN=Second,O=Example', issuer: intermediate, ca: true })
const upperCase = issue({ subject: 'CN=Shouting', issuer: root, issuerName: 'CN=ROOT,O=EXAMPLE', ca: true })
const oldRoot = issue({ subject: 'CN=Old Root', version: 1 })
const legacy = issue({ subject: 'CN=Legacy', issuer: oldRoot, ca: true })
const weakRoot = issue({ subject: 'CN=MD5 Root', key: 'rsa-2048', signature: 'rsa-md5', ca: true })

interface Case {
  readonly name: string
  readonly sent: readonly Issued[]
  readonly anchors?: readonly Issued[]
  readonly kinds: readonly ProblemKind[]
  readonly path: readonly (number | null)[]
  /** Where OpenSSL's word is another than "trusted unless there are problems": why. */
  readonly differs?: string
}

const cases: readonly Case[] = [
  { name: 'a leaf and its intermediate', sent: [leaf, intermediate], kinds: [], path: [0, 1, null] },
  { name: 'a leaf right below the root', sent: [below(root)], kinds: [], path: [0, null] },
  { name: 'the root sent along', sent: [leaf, intermediate, root], kinds: ['root-sent'], path: [0, 1, 2] },
  { name: 'the root in the middle', sent: [leaf, root, intermediate], kinds: ['misordered', 'root-sent'], path: [0, 2, 1] },
  { name: 'a certificate twice', sent: [leaf, intermediate, intermediate], kinds: ['duplicate'], path: [0, 1, null] },
  { name: 'certificates of another chain', sent: [leaf, otherIntermediate, intermediate], kinds: ['unrelated'], path: [0, 2, null] },
  {
    name: 'a misordered chain',
    sent: [below(second), root, intermediate, second],
    kinds: ['misordered', 'root-sent', 'path-too-long'],
    path: [0, 3, 2, 1],
  },
  { name: 'no intermediate', sent: [leaf], kinds: ['issuer-missing'], path: [0] },
  {
    name: 'a missing upper intermediate, known by its organization',
    sent: [below(second), second],
    kinds: ['issuer-missing'],
    path: [0, 1],
  },
  { name: 'a chain to an unknown root', sent: [below(otherIntermediate), otherIntermediate], kinds: ['root-unknown'], path: [0, 1] },
  {
    name: 'a chain to an unknown root that is sent',
    sent: [below(otherIntermediate), otherIntermediate, otherRoot],
    kinds: ['root-untrusted'],
    path: [0, 1, 2],
  },
  { name: 'a self-signed leaf', sent: [issue({ dns })], kinds: ['self-signed'], path: [0] },
  { name: 'an intermediate of the trust store', sent: [leaf], anchors: [intermediate, root], kinds: [], path: [0, null, null] },
  {
    name: 'an intermediate of the trust store without its root',
    sent: [leaf],
    anchors: [intermediate],
    kinds: ['issuer-missing'],
    path: [0, null],
  },
  { name: 'cross-signed certificates in a circle', sent: [inCircle, aByB, bByA], kinds: ['root-unknown'], path: [0, 1, 2] },
  { name: 'a way out of the circle', sent: [inCircle, aByB, bByA], anchors: [circleB], kinds: [], path: [0, 1, null] },
  {
    name: 'a cross-signed alternative beside the trusted root',
    sent: [inCircle, aByB, bByA],
    anchors: [circleA],
    kinds: [],
    path: [0, null],
  },
  { name: 'an expired leaf', sent: [below(intermediate, { until: '2026-05-31' }), intermediate], kinds: ['expired'], path: [0, 1, null] },
  {
    name: 'a leaf of tomorrow',
    sent: [below(intermediate, { from: '2026-06-02' }), intermediate],
    kinds: ['not-yet-valid'],
    path: [0, 1, null],
  },
  { name: 'an expired intermediate', sent: [leaf, expiredIntermediate], kinds: ['expired'], path: [0, 1, null] },
  {
    name: 'an expired intermediate before its valid renewal',
    sent: [leaf, expiredIntermediate, intermediate],
    kinds: [],
    path: [0, 2, null],
  },
  { name: 'an expired root', sent: [leaf, intermediate], anchors: [expiredRoot], kinds: ['expired'], path: [0, 1, null] },
  {
    name: 'a root with the name and without the key',
    sent: [below(root, { keyIds: false })],
    anchors: [impostor],
    kinds: ['bad-signature'],
    path: [0],
  },
  {
    name: 'an intermediate with the name and without the key',
    sent: [below(root), impostor],
    anchors: [otherRoot],
    kinds: ['bad-signature'],
    path: [0],
  },
  { name: 'a corrupt signature', sent: [below(intermediate, { corrupt: true }), intermediate], kinds: ['bad-signature'], path: [0] },
  { name: 'an issuer named in other letter case', sent: [below(upperCase), upperCase], kinds: [], path: [0, 1, null] },
  {
    name: 'an end entity that issues',
    sent: [below(leaf), leaf, intermediate],
    kinds: ['not-a-ca', 'not-a-ca', 'path-too-long'],
    path: [0, 1, 2, null],
  },
  { name: 'an issuer without basicConstraints', sent: [below(authority({ ca: null }))], kinds: ['issuer-missing'], path: [0] },
  { name: 'a root of version 1', sent: [below(legacy), legacy], anchors: [oldRoot], kinds: [], path: [0, 1, null] },
  { name: 'a path that is too long', sent: [below(second), second, intermediate], kinds: ['path-too-long'], path: [0, 1, 2, null] },
  { name: 'a leaf for clients', sent: [below(root, { purposes: [clientAuth] })], kinds: ['not-for-servers'], path: [0, null] },
  { name: 'a leaf for any purpose', sent: [below(root, { purposes: ['2.5.29.37.0'] })], kinds: ['not-for-servers'], path: [0, null] },
  ...[authority({ purposes: [clientAuth] })].map(
    (ca): Case => ({ name: 'an intermediate for clients', sent: [below(ca), ca], kinds: ['not-for-servers'], path: [0, 1, null] }),
  ),
  ...[authority({ permittedDns: ['com'] })].map(
    (ca): Case => ({ name: 'a name that is permitted', sent: [below(ca), ca], kinds: [], path: [0, 1, null] }),
  ),
  ...[authority({ permittedDns: ['example.org'] })].map(
    (ca): Case => ({ name: 'a name that is not permitted', sent: [below(ca), ca], kinds: ['name-constraint'], path: [0, 1, null] }),
  ),
  ...[authority({ permittedDns: ['ample.com'] })].map(
    (ca): Case => ({
      name: 'a name that only ends like the permitted one',
      sent: [below(ca), ca],
      kinds: ['name-constraint'],
      path: [0, 1, null],
    }),
  ),
  ...[authority({ excludedDns: ['com'] })].map(
    (ca): Case => ({ name: 'a name that is excluded', sent: [below(ca), ca], kinds: ['name-constraint'], path: [0, 1, null] }),
  ),
  ...[authority({ keyUsage: digitalSignature })].map(
    (ca): Case => ({ name: 'an authority that may not sign', sent: [below(ca), ca], kinds: ['not-a-ca'], path: [0, 1, null] }),
  ),
  ...[authority({ key: 'rsa-1024' })].map(
    (ca): Case => ({ name: 'an intermediate with a weak key', sent: [below(ca), ca], kinds: ['weak-key'], path: [0, 1, null] }),
  ),
  {
    name: 'a critical extension nobody knows',
    sent: [below(root, { extensions: [extension('1.2.3.4', Buffer.from([5, 0]), true)] })],
    kinds: ['critical-extension'],
    path: [0, null],
  },
  { name: 'a weak RSA key', sent: [below(root, { key: 'rsa-1024' })], kinds: ['weak-key'], path: [0, null] },
  { name: 'a weak EC key', sent: [below(root, { key: 'ec-192' })], kinds: ['weak-key'], path: [0, null] },
  { name: 'an Ed25519 key', sent: [below(root, { key: 'ed25519' })], kinds: [], path: [0, null] },
  { name: 'a signature with SHA-1', sent: [below(root, { signature: 'ecdsa-sha1' })], kinds: ['weak-signature'], path: [0, null] },
  { name: 'a root that signs itself with MD5', sent: [below(weakRoot)], anchors: [weakRoot], kinds: [], path: [0, null] },
  {
    name: 'no alternative name',
    sent: [issue({ issuer: root })],
    kinds: ['no-san'],
    path: [0, null],
    differs: 'verify was not asked for a name',
  },
  {
    name: 'another name',
    sent: [issue({ issuer: root, dns: ['example.org'] })],
    kinds: ['host-mismatch'],
    path: [0, null],
    differs: 'verify was not asked for a name',
  },
  {
    name: 'a CA certificate as leaf',
    sent: [below(root, { ca: true })],
    kinds: ['ca-as-leaf'],
    path: [0, null],
    differs: 'OpenSSL accepts it unless it is told to be strict',
  },
  {
    name: 'a leaf that may only encipher',
    sent: [below(root, { keyUsage: 0b0010_0000 })],
    kinds: ['key-usage'],
    path: [0, null],
    differs: 'OpenSSL accepts it for RSA key exchange',
  },
  {
    name: 'no problem missed for another',
    sent: [
      issue({ until: '2026-02-01', key: 'rsa-1024', signature: 'rsa-md5', purposes: [clientAuth], ca: true, dns: ['x.example'] }),
      otherRoot,
    ],
    kinds: ['self-signed', 'expired', 'host-mismatch', 'ca-as-leaf', 'not-for-servers', 'weak-key', 'unrelated'],
    path: [0],
  },
]

const harmless: readonly ProblemKind[] = ['root-sent', 'misordered', 'duplicate', 'unrelated']

describe('analyseChain', () => {
  const directory = mkdtempSync(join(tmpdir(), 'chain-'))
  afterAll(() => rmSync(directory, { recursive: true }))
  const file = (name: string, certificates: readonly Issued[]): string => {
    const path = join(directory, name)
    writeFileSync(path, certificates.map(({ pem }) => pem).join(''))
    return path
  }
  /** The verdict of the command line, which knows nothing of ours. */
  const opensslTrusts = (sent: readonly Issued[], anchors: readonly Issued[]): boolean => {
    const [first, ...rest] = sent
    const untrusted = rest.length > 0 ? ['-untrusted', file('untrusted.pem', rest)] : []
    const options = ['-purpose', 'sslserver', '-auth_level', '2', '-attime', String(at.getTime() / 1000), '-no-CApath', '-no-CAstore']
    const certificate = file('leaf.pem', first ? [first] : [])
    return spawnSync('openssl', ['verify', ...options, '-CAfile', file('anchors.pem', anchors), ...untrusted, certificate]).status === 0
  }

  test.each(cases)('$name', ({ sent, anchors = [root], kinds, path, differs }) => {
    const analysis = analyseChain({
      presented: sent.map(({ der }) => der),
      store: trustStore(() => anchors.map(({ pem }) => pem)),
      verified: false,
      at,
      reference: { kind: 'dns', name: 'example.com' },
    })
    expect(analysis.problems.map(({ kind }) => kind).toSorted()).toEqual(kinds.toSorted())
    expect(analysis.path.map(({ index }) => index)).toEqual(path)
    if (differs === undefined) expect(opensslTrusts(sent, anchors)).toBe(kinds.every(kind => harmless.includes(kind)))
  })
})

const ask = (sent: readonly Issued[], question: Partial<ChainQuestion> = {}) =>
  analyseChain({
    presented: sent.map(({ der }) => der),
    store: trustStore(() => [root.pem]),
    verified: false,
    at,
    reference: null,
    ...question,
  })

test('the path OpenSSL has verified is the one found by its signatures', () => {
  for (const { sent, anchors = [root], path, kinds } of cases.filter(({ kinds }) => kinds.every(kind => harmless.includes(kind)))) {
    const store = trustStore(() => anchors.map(({ pem }) => pem))
    const analysis = ask(sent, { store, verified: true })
    expect(analysis.path.map(({ index }) => index)).toEqual(path)
    expect(analysis.problems.map(({ kind }) => kind).toSorted()).toEqual(
      kinds.filter(kind => !['host-mismatch', 'no-san'].includes(kind)).toSorted(),
    )
  }
})

describe('where a certificate is trusted although another has issued it', () => {
  const partly = (sent: readonly Issued[], anchors: readonly Issued[]) => {
    const store = trustStore(() => anchors.map(({ pem }) => pem), { partialChain: true })
    const { complete, path, problems } = ask(sent, { store })
    return { complete, path: path.map(({ index }) => index), kinds: problems.map(({ kind }) => kind) }
  }
  const late = below(intermediate, { until: '2026-05-31' })

  test('the path ends there', () => {
    expect(partly([leaf], [leaf])).toEqual({ complete: true, path: [0], kinds: [] })
    expect(partly([leaf], [intermediate])).toEqual({ complete: true, path: [0, null], kinds: [] })
  })

  test('and what is wrong with it is said, not that its issuer is missing', () => {
    expect(partly([late], [late])).toEqual({ complete: true, path: [0], kinds: ['expired'] })
  })

  test('another is not trusted for it', () => {
    expect(partly([leaf], [late])).toMatchObject({ complete: false, kinds: ['issuer-missing'] })
  })
})

const messages = (sent: readonly Issued[], question: Partial<ChainQuestion> = {}) =>
  ask(sent, question).problems.map(({ message }) => message)

test.each<[string, string[], string[]]>([
  [
    'who expired when',
    messages([below(root, { until: '2026-05-31' })]),
    ['certificate 0 (CN=leaf) expired at 2026-05-31T00:00:00Z, 24 hours ago'],
  ],
  [
    'which issuer is missing and where it is published',
    messages([below(intermediate, { issuerUrl: 'http://ca.example/i.der' })]),
    [
      'certificate 0 (CN=leaf) was issued by O=Example,CN=Intermediate, which was neither sent nor is trusted by the client; it is published at http://ca.example/i.der',
    ],
  ],
  [
    'which certificate has the name of the issuer and another key',
    messages([below(root), issue({ subject: 'CN=Root,O=Example', ca: true })], { store: trustStore(() => [otherRoot.pem]) }).filter(
      message => message.includes('issued by'),
    ),
    [
      'certificate 0 (CN=leaf) was issued by O=Example,CN=Root, which was neither sent nor is trusted by the client; certificate 1 (O=Example,CN=Root) has that name and another key',
    ],
  ],
  [
    'the order of the path',
    messages([leaf, root, intermediate]).slice(0, 1),
    ['the certificates were sent out of order: the path is 0, 2, 1 (counted as sent)'],
  ],
  [
    'that the common name does not count',
    messages([issue({ subject: 'CN=Example.com', issuer: root })], { reference: { kind: 'dns', name: 'example.com' } }),
    ['certificate 0 (CN=Example.com) has no subject alternative name, and its common name no longer counts'],
  ],
])('a message says %s', (_, actual, expected) => {
  expect(actual).toEqual(expected)
})

describe('a leaf alone', () => {
  const bundled = [...rootCertificates]
  const alone = (request: Parameters<typeof issue>[0], anchors: readonly string[]) =>
    ask([below(issue({ subject: 'CN=Private CA', ca: true }), request)], { store: trustStore(() => anchors) }).problems.map(
      ({ kind }) => kind,
    )

  test.each<[string, ProblemKind[], ProblemKind[]]>([
    ['lacks its intermediate where the client trusts a list of its own', alone({}, [root.pem]), ['issuer-missing']],
    ['is of a private authority where the client trusts the public ones', alone({}, bundled), ['root-unknown']],
    ['lacks its intermediate where it says where that is', alone({ issuerUrl: 'http://ca.example/i.der' }, bundled), ['issuer-missing']],
  ])('%s', (_, actual, expected) => {
    expect(actual).toEqual(expected)
  })
})

describe('a hostile server', () => {
  test('100 certificates with one name and one key cost no more than a bounded number of verifications', () => {
    const twins = Array.from({ length: 100 }, () =>
      issue({ subject: 'CN=Twin', issuerName: 'CN=Twin', issuer: circleA, key: circleB, ca: true, keyIds: false }),
    )
    const verify = vi.spyOn(X509Certificate.prototype, 'verify')
    const { problems } = ask([issue({ issuerName: 'CN=Twin', issuer: circleA, dns, keyIds: false }), ...twins])
    // By any pair of a hundred it would be ten thousand.
    expect(verify.mock.calls.length).toBeGreaterThan(0)
    expect(verify.mock.calls.length).toBeLessThan(1000)
    verify.mockRestore()
    expect(problems.map(({ kind }) => kind)).toContain('too-many')
    expect(problems.length).toBeLessThan(100)
  })

  test('of thousands of certificates the first 32 are read, and all are counted', () => {
    const broken = Uint8Array.of(0x30, 0)
    const { presented, problems } = ask([], { presented: Array.from({ length: 5000 }, () => broken) })
    expect(presented).toHaveLength(32)
    expect(problems.at(-1)?.message).toBe('5000 certificates were sent; only the first 32 were looked at')
  })

  test('a name of 60 kB does not make a message of 60 kB', () => {
    const [message = ''] = messages([below(otherRoot, { subject: `CN=${'x'.repeat(60_000)}` })])
    expect(message.length).toBeLessThan(600)
  })

  test('what cannot be read is said, and the rest is still judged', () => {
    const { problems, path } = ask([leaf, intermediate], { presented: [leaf.der, Buffer.from('junk'), intermediate.der] })
    expect(problems.map(({ kind, index }) => [kind, index])).toEqual([['unreadable', 1]])
    expect(path.map(({ index }) => index)).toEqual([0, 2, null])
  })

  test.each([
    ['nothing', [], []],
    ['an unreadable leaf', [Buffer.from('junk'), intermediate.der], ['unreadable']],
  ])('%s has no path', (_, presented, kinds) => {
    const analysis = ask([], { presented })
    expect(analysis).toMatchObject({ path: [], complete: false })
    expect(analysis.problems.map(({ kind }) => kind)).toEqual(kinds)
  })
})
