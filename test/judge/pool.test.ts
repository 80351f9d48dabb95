import { expect, test } from 'vitest'
import { type Member, poolChecks } from '../../src/judge/pool.ts'
import { healthy } from '../support/sample-reports.ts'

const [target] = healthy.targets
const [leaf, intermediate] = target?.certificates.presented ?? []
if (target === undefined || leaf === undefined || intermediate === undefined) throw new Error('the sample shows two certificates')
const { handshake } = target

const member = (address: string | null, changes: Partial<Member> = {}): Member => ({
  address,
  handshake,
  presented: [leaf, intermediate],
  ...changes,
})
const other = (notBefore: string) => ({ ...leaf, notBefore, fingerprint256: leaf.fingerprint256.replaceAll('AB', '00') })

test.each<[name: string, members: Member[], expected: string[]]>([
  [
    'addresses that show the same',
    [member('192.0.2.1'), member('192.0.2.2')],
    Array(2).fill('pass: both addresses show the same certificate and parameters'),
  ],
  [
    'more than two addresses that show the same',
    [member('192.0.2.1'), member('192.0.2.2'), member('192.0.2.3')],
    Array(3).fill('pass: all 3 addresses show the same certificate and parameters'),
  ],
  ['one address', [member('192.0.2.1')], ['pass: 192.0.2.1 is the only address']],
  [
    'an old certificate, wherever it comes',
    [member('192.0.2.1', { presented: [other('2026-08-01T00:00:00Z')] }), member('192.0.2.2'), member('192.0.2.3')],
    [
      'fail: 192.0.2.1 differs from 192.0.2.2: it shows the old certificate, 00:CD:EF:01:23:45:67:89… valid from 2026-08-01T00:00:00Z, not AB:CD:EF:01:23:45:67:89… valid from 2026-09-15T00:00:00Z',
      'pass: shows the newest certificate; 192.0.2.1 differs',
      'pass: shows the newest certificate; 192.0.2.1 differs',
    ],
  ],
  [
    'another certificate of the same age',
    [member('192.0.2.1'), member('192.0.2.2', { presented: [other(leaf.notBefore), intermediate] })],
    ['pass: shows the newest certificate; 192.0.2.2 differs', expect.stringContaining('it shows another certificate, 00:CD')],
  ],
  [
    'a chain of another length',
    [member('192.0.2.1'), member('192.0.2.2', { presented: [leaf] })],
    [
      expect.stringMatching(/^pass/),
      'fail: 192.0.2.2 differs from 192.0.2.1: it sends other intermediate certificates with the same one of its own',
    ],
  ],
  [
    'other parameters',
    [member('192.0.2.1'), member('192.0.2.2', { handshake: { ...handshake, protocol: 'TLSv1.2', alpn: null } })],
    [
      expect.stringMatching(/^pass/),
      'fail: 192.0.2.2 differs from 192.0.2.1: the protocol version is TLSv1.2, not TLSv1.3; the application protocol is none, not h2',
    ],
  ],
  [
    'an address that shows nothing, beside one',
    [member('192.0.2.1'), member(null, { presented: [] })],
    [
      'inconclusive: 1 of 2 addresses has shown a certificate; an address that was not reached has shown none',
      'inconclusive: an address that was not reached has shown no certificate that could be compared',
    ],
  ],
  [
    'an address that shows nothing, beside several that are alike',
    [member('192.0.2.1'), member('192.0.2.7', { presented: [] }), member('192.0.2.3')],
    [
      'inconclusive: 2 of 3 addresses show the same certificate and parameters; 192.0.2.7 has shown none',
      'inconclusive: 192.0.2.7 has shown no certificate that could be compared',
      'inconclusive: 2 of 3 addresses show the same certificate and parameters; 192.0.2.7 has shown none',
    ],
  ],
  [
    'several addresses that show nothing',
    [member('192.0.2.1'), member('192.0.2.2', { presented: [] }), member('192.0.2.3', { presented: [] })],
    [
      'inconclusive: 1 of 3 addresses has shown a certificate; 192.0.2.2 and 192.0.2.3 have shown none',
      'inconclusive: 192.0.2.2 has shown no certificate that could be compared',
      'inconclusive: 192.0.2.3 has shown no certificate that could be compared',
    ],
  ],
  [
    'an address that shows nothing, beside one that differs',
    [member('192.0.2.1'), member('192.0.2.2', { presented: [leaf] }), member('192.0.2.3', { presented: [] })],
    [
      'pass: shows the newest certificate; 192.0.2.2 differs',
      expect.stringMatching(/^fail: 192\.0\.2\.2 differs from 192\.0\.2\.1/),
      'inconclusive: 192.0.2.3 has shown no certificate that could be compared',
    ],
  ],
  [
    'addresses that show nothing',
    [member('192.0.2.1', { presented: [] })],
    ['inconclusive: no address has shown a certificate, so that nothing can be compared'],
  ],
])('%s', (_, members, expected) => {
  expect(poolChecks(members).map(({ status, message }) => `${status}: ${message}`)).toEqual(expected)
})

test('what was not seen has no fix of its own: the handshake that failed has one', () => {
  const checks = poolChecks([member('192.0.2.1'), member('192.0.2.2', { presented: [] })])
  expect(checks.map(({ status, fix }) => [status, fix])).toEqual(Array(2).fill(['inconclusive', null]))
})
