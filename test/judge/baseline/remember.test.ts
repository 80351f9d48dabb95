// What a new lock file holds: what was found out, and what was known where nothing was.
import { expect, test } from 'vitest'
import { factsOf } from '../../../src/judge/baseline/facts.ts'
import { parseBaseline } from '../../../src/judge/baseline/lock-file.ts'
import { remember } from '../../../src/judge/baseline/remember.ts'
import { renderLockFile } from '../../../src/report/lock-file.ts'
import { healthy, silent, surveyed, wideOpen } from '../../support/sample-reports.ts'
import { facts, sound } from './sample-facts.ts'

const [target] = surveyed.targets
const [full] = wideOpen.targets
const [unreached] = silent.targets
const [alone] = healthy.targets
if (!target || !full || !unreached || !alone) throw new Error('a sample report has no target')
const key = target.target.url

const lockOf = (entries: Readonly<Record<string, typeof sound>>) =>
  parseBaseline({ file: 'tls.lock.json', text: renderLockFile(new Map(Object.entries(entries))) })

test('a first file has what was found out', () => {
  expect(remember(null, [target])).toEqual({ targets: new Map([[key, factsOf(target)]]), notes: [] })
})

test('facts hold nothing that another run would have otherwise', () => {
  const later = { ...target, durationMs: 99, target: { ...target.target, address: '203.0.113.9' } }
  const certificates = {
    presented: target.certificates.presented.map(each => ({ ...each, serialNumber: '7', notAfter: '2030-01-01T00:00:00Z' })),
  }
  expect(factsOf({ ...later, certificates })).toEqual(factsOf(target))
})

test('a target that nobody reached keeps its entry', () => {
  const old = lockOf({ [unreached.target.url]: sound })
  expect(remember(old, [unreached])).toEqual({
    targets: new Map([[unreached.target.url, sound]]),
    notes: [`${unreached.target.url} keeps its entry: nothing was found out that could take its place`],
  })
  expect(remember(null, [unreached])).toMatchObject({ targets: new Map(), notes: [expect.stringContaining('has no entry')] })
})

test('a target that was not checked keeps its entry', () => {
  const { targets, notes } = remember(lockOf({ 'https://other.test:443': sound }), [target])
  expect([...targets.keys()]).toEqual(['https://other.test:443', key])
  expect(notes).toEqual(['https://other.test:443 kept unchanged: not checked'])
})

test('what a smaller survey did not ask stays as it was known', () => {
  const url = alone.target.url
  const { targets, notes } = remember(lockOf({ [url]: sound }), [alone])
  const kept = targets.get(url)
  expect(kept).toMatchObject({
    protocols: sound.protocols,
    cipherSuites: sound.cipherSuites,
    groups: sound.groups,
    signatureSchemes: sound.signatureSchemes,
    features: { 'secure-renegotiation': 'yes', compression: 'no' },
    clients: sound.clients,
    failed: sound.failed,
  })
  expect(notes).toEqual([
    expect.stringMatching(/ keeps what was known of protocols, the suites of TLSv1\.2, .*: it was not found out anew$/),
  ])
})

test('a failed check that a server without an answer leaves open stays known, and beside it what was found', () => {
  const url = target.target.url
  const known = [{ cause: 'weak-cipher-accepted', severity: 'error' as const, members: ['TLS_RSA_WITH_AES_128_CBC_SHA'] }]
  const old = lockOf({ [url]: facts({ failed: { 'cipher/suites': known } }) })
  const [check] = target.checks
  if (!check) throw new Error('the sample report has no check')
  const open = { ...check, id: 'policy/questions', status: 'inconclusive' as const }
  const banned = remember(old, [{ ...target, checks: [open] }])
  expect(banned.targets.get(url)?.failed).toEqual({ 'cipher/suites': known })
  expect(banned.notes).toEqual([expect.stringContaining('failed checks')])
  const discouraged = {
    ...check,
    id: 'cipher/suites',
    status: 'fail' as const,
    severity: 'warning' as const,
    cause: 'policy-cipher-accepted',
    members: ['A'],
  }
  const { targets } = remember(old, [{ ...target, checks: [{ ...open, id: 'cipher/suites' }, discouraged] }])
  expect(targets.get(url)?.failed).toEqual({
    'cipher/suites': [{ cause: 'policy-cipher-accepted', severity: 'warning', members: ['A'] }, ...known],
  })
})

test('a prime of Diffie-Hellman that was not seen stays as it was known', () => {
  const url = alone.target.url
  expect(remember(lockOf({ [url]: facts({ dhPrimeBits: 1536 }) }), [alone]).targets.get(url)?.dhPrimeBits).toBe(1536)
})

test('what was found out takes the place of what was known', () => {
  const url = full.target.url
  const { targets } = remember(lockOf({ [url]: facts({ groups: { complete: true, accepted: ['secp521r1'] } }) }), [target])
  expect(targets.get(key)?.handshake).toEqual(factsOf(target).handshake)
  expect(targets.get(key)?.protocols['TLSv1.3']).toBe('accepted')
})

test('each target of a fleet is looked at a few times, not once for each of the others', () => {
  let looks = 0
  const urls = Array.from({ length: 200 }, (_, index) => `https://host-${index}.test:443`)
  const observed = urls.map(url => ({
    ...target,
    get target() {
      looks++
      return { ...target.target, url }
    },
  }))
  expect(remember(lockOf(Object.fromEntries(urls.map(url => [url, sound]))), observed).targets.size).toBe(200)
  expect(looks).toBeLessThan(2000)
})
