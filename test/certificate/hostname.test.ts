import { describe, expect, test } from 'vitest'
import type { Certificate } from '../../src/certificate/certificate.ts'
import { matchHostname } from '../../src/certificate/hostname.ts'
import { parseCertificate } from '../../src/certificate/parse.ts'
import { issue } from './issuing.ts'

const bytes = (address: string): Buffer => Buffer.from(address.includes('.') ? address.split('.').map(Number) : Buffer.from(address, 'hex'))
const certificateFor = (names: readonly string[]): Certificate => {
  const isAddress = (name: string) => name.startsWith('ip:')
  const { der } = issue({
    subject: 'CN=common.example',
    dns: names.filter(name => !isAddress(name)),
    ip: names.filter(isAddress).map(name => bytes(name.slice(3))),
  })
  const parsed = parseCertificate(der)
  if (parsed.kind === 'unreadable') throw new Error(parsed.reason)
  return parsed.certificate
}

describe('a DNS name', () => {
  test.each<[string, string, string[], boolean]>([
    ['is matched by itself', 'example.com', ['example.com'], true],
    ['is matched in any letter case', 'EXAMPLE.com', ['Example.COM'], true],
    ['may end in the root dot, on either side', 'example.com.', ['example.com'], true],
    ['may end in the root dot in the certificate', 'example.com', ['example.com.'], true],
    ['is not matched by its parent', 'www.example.com', ['example.com'], false],
    ['is not matched by the common name', 'common.example', ['example.com'], false],
    ['is matched by a wildcard for one label', 'www.example.com', ['*.example.com'], true],
    ['is not matched by a wildcard for two labels', 'a.b.example.com', ['*.example.com'], false],
    ['is not matched by a wildcard for none', 'example.com', ['*.example.com'], false],
    ['is not matched by a part of a label', 'www.example.com', ['w*.example.com'], false],
    ['is not matched by a wildcard further right', 'www.example.com', ['www.*.com'], false],
    ['is not matched by two wildcards', 'a.b.example.com', ['*.*.example.com'], false],
    ['is not matched by a wildcard below a top-level name', 'example.com', ['*.com'], false],
    ['is not matched by a wildcard alone', 'localhost', ['*'], false],
    ['in Unicode is matched by its A-label', 'bücher.example', ['xn--bcher-kva.example'], true],
    ['in Unicode is matched by a wildcard', 'bücher.example.com', ['*.example.com'], true],
    ['may have an underscore', '_dmarc.example.com', ['_dmarc.example.com'], true],
    ['is not matched across a NUL', 'bank.example', ['bank.example\0.evil.example'], false],
    ['is matched by any of several', 'b.example', ['a.example', 'b.example'], true],
    ['that is empty matches nothing', '', ['', '.'], false],
    ['that looks like an address in hexadecimal is none', '0x7f000001', ['127.0.0.1'], false],
  ])('%s', (_, name, names, matches) => {
    expect(matchHostname({ kind: 'dns', name }, certificateFor(names)).matches).toBe(matches)
  })
})

describe('an address', () => {
  test.each<[string, string, string[], boolean]>([
    ['is matched by itself', '127.0.0.1', ['ip:127.0.0.1'], true],
    ['is not matched by another', '127.0.0.2', ['ip:127.0.0.1'], false],
    ['is not matched by a DNS name of the same text', '127.0.0.1', ['127.0.0.1'], false],
    ['is not matched by a wildcard', '127.0.0.1', ['*.0.0.1'], false],
    ['is matched in any spelling', '2001:DB8:0::1', ['ip:20010db8000000000000000000000001'], true],
    ['is matched without its zone', 'fe80::1%eth0', ['ip:fe800000000000000000000000000001'], true],
    ['of IPv6 that maps one of IPv4 is another', '::ffff:127.0.0.1', ['ip:127.0.0.1'], false],
    ['that is none matches nothing', '127.1', ['ip:127.0.0.1'], false],
  ])('%s', (_, name, names, matches) => {
    expect(matchHostname({ kind: 'ip', name }, certificateFor(names)).matches).toBe(matches)
  })
})

test.each<[string, 'dns' | 'ip', string[], string, object]>([
  [
    'says what was presented',
    'dns',
    ['a.example', 'ip:10.0.0.1'],
    'b.example',
    { reason: 'mismatch', message: 'is for a.example, 10.0.0.1, not for b.example' },
  ],
  [
    'shows five of many',
    'dns',
    [...'123456789'].map(n => `n${n}.example`),
    'b.example',
    { message: 'is for n1.example, n2.example, n3.example, n4.example, n5.example and 4 more, not for b.example' },
  ],
  [
    'says that a wildcard covers one label',
    'dns',
    ['*.example.com'],
    'a.b.example.com',
    { message: 'is for *.example.com, not for a.b.example.com; *.example.com covers exactly one label' },
  ],
  [
    'says that an address stands in the wrong place',
    'ip',
    ['10.0.0.1'],
    '10.0.0.1',
    { message: 'is for 10.0.0.1, not for 10.0.0.1; the address stands there as a DNS name, where no client looks for it' },
  ],
  ['tells a certificate without names', 'dns', [], 'common.example', { reason: 'no-san', message: 'has no subject alternative name' }],
])('a mismatch %s', (_, kind, names, name, expected) => {
  expect(matchHostname({ kind, name }, certificateFor(names))).toMatchObject({ matches: false, ...expected })
})
