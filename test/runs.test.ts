// What the targets of a run share, and what they do not.
import { rootCertificates } from 'node:tls'
import { expect, test } from 'vitest'
import { createCa, mint } from '../src/fixtures/mint.ts'
import type { GateOptions, OwnTarget } from '../src/gate-options.ts'
import { policyNamed } from '../src/judge/policy/policies.ts'
import { systemEnv } from '../src/net/env.ts'
import { askedTargets, jobsOf } from '../src/runs.ts'

const surroundings = { env: systemEnv, signal: undefined, baseline: null }
const jobs = async (targets: readonly OwnTarget[], given: GateOptions = {}) => (await jobsOf(targets, given, surroundings)).jobs
const many = (own: (index: number) => object): OwnTarget[] =>
  Array.from({ length: 1000 }, (_, index) => ({ target: `host${index}.example`, ...own(index) }))
const distinct = (values: readonly unknown[]): number => new Set(values).size

test('a thousand targets with the same options share one secure context and one trust store', async () => {
  const run = await jobs(many(() => ({})))
  expect(distinct(run.map(job => job.run.context))).toBe(1)
  expect(distinct(run.map(job => job.run.store))).toBe(1)
  expect(distinct(run.map(job => job.run.inquiry))).toBe(1)
})

test('so do those that have the same options for themselves, each in a list of its own', async () => {
  const [one = '', other = ''] = rootCertificates
  const run = await jobs(many(index => ({ ca: [index % 2 === 0 ? one : other], servername: `name${index}.example` })))
  expect(distinct(run.map(job => job.run.context))).toBe(2)
  expect(distinct(run.map(job => job.run.store))).toBe(2)
  expect(distinct(run.map(job => job.run.inquiry))).toBe(1)
})

test('no two share what differs in one option', async () => {
  const { chain: cert, key } = await mint()
  const ca = [(await createCa()).root]
  const differing: Omit<OwnTarget, 'target'>[] = [
    {},
    { ca },
    { cert, key },
    { minVersion: 'TLSv1.3' },
    { ciphers: 'ECDHE+AESGCM' },
    { groups: 'X25519' },
  ]
  const run = await jobs(differing.map((own, index) => ({ target: `host${index}.example`, ...own })))
  expect(distinct(run.map(job => job.run.context))).toBe(differing.length)
})

test('a target has its own options over those of the run, and takes away what it leaves undefined', async () => {
  const given: GateOptions = { proxy: 'http://p.example:1', timeoutMs: 1000, servername: 'a.example' }
  const [own, plain] = await jobs(
    [{ target: 'a.example', proxy: undefined, allAddresses: true, timeoutMs: 2000 }, { target: 'b.example' }],
    given,
  )
  expect(own).toMatchObject({ route: { proxy: null }, run: { options: { timeoutMs: 2000, servername: 'a.example', allAddresses: true } } })
  expect(plain).toMatchObject({ route: { proxy: { host: 'p.example' } }, run: { options: { timeoutMs: 1000 } } })
})

test.each<[string, Omit<OwnTarget, 'target'>, GateOptions, string | null]>([
  ['its host', {}, {}, 'a.example'],
  ['the name of the run', {}, { servername: 'B.example' }, 'b.example'],
  ['a name of its own', { servername: 'c.example' }, { servername: 'b.example' }, 'c.example'],
  ['its host, where it takes away the name of the run', { servername: undefined }, { servername: 'b.example' }, 'a.example'],
  ['no name', { servername: null }, { servername: 'b.example' }, null],
])('a target is asked as %s', (_, own, given, servername) => {
  expect(askedTargets([{ target: 'a.example', ...own }], given)).toEqual([{ url: 'https://a.example:443', host: 'a.example', servername }])
})

test.each<[name: string, own: Omit<OwnTarget, 'target'>, policy: string | null]>([
  ['judged by the policy of the run', {}, 'default'],
  ['judged by a policy of its own', { policy: policyNamed('pci-dss-4') }, 'pci-dss-4'],
  ['not asked', { survey: 'none' }, null],
  [
    'not asked where it may fail for more than its certificate',
    { expect: { failsWith: ['certificate-expired', 'not-tls'] }, insecure: true },
    null,
  ],
  ['not asked where its handshake is to fail', { expect: { failsWith: 'not-tls' } }, null],
  ['asked all the same where that is wanted of it', { expect: { failsWith: 'not-tls' }, survey: 'policy' }, 'default'],
])('a target is %s', async (_, own, policy) => {
  const [job] = await jobs([{ target: 'a.example', ...own }])
  expect(job?.run.inquiry?.policy.id ?? null).toBe(policy)
})

test.each<[name: string, own: Omit<OwnTarget, 'target'>, given: GateOptions, message: string]>([
  ['an option that is wrong', { timeoutMs: 0 }, {}, 'the timeout is 0 ms'],
  ['one that contradicts those of the run', { connectTo: 'a:1' }, { converge: true }, 'every address of a name cannot be reached'],
  ['a baseline, which is one for all', { baseline: { file: 'nothere.lock.json', text: '' } } as object, {}, 'baseline cannot be given for'],
  ['a severity of its own', { failOn: 'warning' } as object, {}, 'failOn cannot be given for a target'],
  ['a fingerprint under the name of the run', { expectFingerprint: 'ab'.repeat(32) } as object, {}, 'expectFingerprint cannot be given'],
  ['clients where nothing is asked', { clients: { require: ['chrome'] } }, { survey: 'none' }, 'with survey none nothing is asked'],
  [
    'the failure of a certificate, and that none fails',
    { expect: { failsWith: ['certificate-expired', 'certificate-revoked'] }, insecure: true },
    {},
    'with insecure no handshake fails with certificate-expired or certificate-revoked',
  ],
  [
    'what no refused connection shows',
    { expect: { cipherSuite: 'aead', failsWith: 'connection-refused' } },
    {},
    'a handshake that fails with connection-refused shows nothing of what is expected as cipher-suite',
  ],
  ['an expectation of a name that is none', { expect: { protocol: 'TLSv9' } }, {}, '"TLSv9" is no protocol'],
  ['too many retries', { retries: 101 }, {}, 'retries is 101'],
  ['half a retry', { retries: 0.5 }, {}, 'retries is 0.5'],
  ['no time to wait', { waitMs: 0 }, {}, 'the time to wait is 0 ms'],
  ['a fingerprint of the run that is none', {}, { expectFingerprint: 'AB' }, '"AB" is no SHA-256 fingerprint'],
  [
    'what is wrong with a target of a file',
    { timeoutMs: 0, location: { file: 'tlsgate.yml', line: 3, column: 5 } },
    {},
    'tlsgate.yml:3:5: the timeout is 0 ms',
  ],
])('%s is a usage error', async (_, own, given, message) => {
  await expect(jobs([{ target: 'a.example', ...own }], given)).rejects.toThrow(message)
})
