import { execFileSync } from 'node:child_process'
import { describe, expect, test } from 'vitest'
import type { Cause } from '../../../src/judge/causes.ts'
import { extendPolicy } from '../../../src/judge/policy/extend.ts'
import { fixFor } from '../../../src/judge/policy/fixes.ts'
import { meaningOf, unwanted } from '../../../src/judge/policy/meaning.ts'
import { policies, policyNamed } from '../../../src/judge/policy/policies.ts'
import type { Policy } from '../../../src/judge/policy/policy.ts'
import { cipherSuites } from '../../../src/registry/cipher-suites.ts'
import { groups } from '../../../src/registry/groups.ts'
import { programPath } from '../../support/real-servers.ts'

const lineOf = (policy: Policy, cause: Cause, label: string, ...codes: readonly number[]): string[] =>
  fixFor(meaningOf(policy), cause, codes)
    .split('\n')
    .filter(line => line.startsWith(`${label}: `))
    .map(line => line.slice(label.length + 2).replace(/ \(.*\)$/, ''))

const rc4 = 0x0005
const chacha13 = 0x1303

test('a version that is refused is enabled whatever the limits were', () => {
  const fix = (label: string) => lineOf(policyNamed('mozilla-intermediate'), 'required-protocol-refused', label, 0x0304)
  expect(fix('HAProxy')).toEqual(['ssl-default-bind-options ssl-min-ver TLSv1.2 ssl-max-ver TLSv1.3'])
  expect(fix('Node')).toEqual(["minVersion: 'TLSv1.2', maxVersion: 'TLSv1.3'"])
  expect(fix('Postfix')).toEqual(['smtpd_tls_protocols = >=TLSv1.2'])
})

/** Each fix in the words of nginx. */
test.each<[string, Cause, readonly number[], readonly string[]]>([
  ['mozilla-modern', 'obsolete-protocol-accepted', [], ['ssl_protocols TLSv1.3;']],
  ['mozilla-old', 'obsolete-protocol-accepted', [], ['ssl_protocols TLSv1 TLSv1.1 TLSv1.2 TLSv1.3;']],
  ['nist-800-52r2', 'obsolete-protocol-accepted', [], ['ssl_protocols TLSv1.2 TLSv1.3;']],
  ['mozilla-modern', 'policy-cipher-accepted', [rc4], ['ssl_protocols TLSv1.3;']],
  [
    'nist-800-52r2',
    'policy-cipher-accepted',
    [rc4],
    ['ssl_ciphers ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-ECDSA-AES256-GCM-SHA384:ECDHE-RSA-AES128-GCM-SHA256:ECDHE-RSA-AES256-GCM-SHA384;'],
  ],
  [
    'bsi-tr-02102-2',
    'policy-cipher-accepted',
    [chacha13],
    ['ssl_conf_command Ciphersuites TLS_AES_128_GCM_SHA256:TLS_AES_256_GCM_SHA384;'],
  ],
  ['nist-800-52r2', 'policy-group-accepted', [0x001d], ['ssl_ecdh_curve prime256v1:secp384r1;']],
  ['default', 'weak-group-accepted', [0x0001], ['ssl_ecdh_curve X25519:prime256v1:secp384r1;']],
  ['mozilla-intermediate', 'policy-group-refused', [0x0018], ['ssl_ecdh_curve secp384r1:X25519:prime256v1;']],
  ['default', 'post-quantum-group-missing', [0x11ec], ['ssl_ecdh_curve X25519MLKEM768:X25519:prime256v1:secp384r1;']],
  ['mozilla-old', 'policy-cipher-order', [], ['ssl_prefer_server_ciphers on;']],
  ['mozilla-modern', 'policy-cipher-order', [], ['ssl_prefer_server_ciphers off;']],
  [
    'bsi-tr-02102-2',
    'policy-signature-scheme-accepted',
    [],
    ['ssl_conf_command SignatureAlgorithms ECDSA+SHA256:ECDSA+SHA384:RSA-PSS+SHA256:RSA-PSS+SHA384;'],
  ],
])('%s, %s %j: nginx is told what the policy has', (name, cause, codes, expected) => {
  expect(lineOf(policyNamed(name), cause, 'nginx', ...codes)).toEqual(expected)
})

test.each<[string, string]>([
  ['mozilla-old', '-algorithm RSA -pkeyopt rsa_keygen_bits:2048'],
  ['mozilla-modern', '-algorithm EC -pkeyopt ec_paramgen_curve:prime256v1'],
  ['bsi-tr-02102-2', '-algorithm EC -pkeyopt ec_paramgen_curve:prime256v1'],
])('the key of %s is made with %s', (name, command) => {
  expect(fixFor(meaningOf(policyNamed(name)), 'policy-certificate-key')).toContain(`openssl genpkey ${command}`)
})

test('a policy that ends before TLS 1.3 says where to stop', () => {
  const policy = extendPolicy(policyNamed('mozilla-intermediate'), { protocols: { allow: ['TLSv1.2'], recommend: [] } })
  expect(lineOf(policy, 'policy-protocol-accepted', 'Node')).toEqual(["minVersion: 'TLSv1.2', maxVersion: 'TLSv1.2'"])
  expect(lineOf(policy, 'policy-protocol-accepted', 'HAProxy')).toEqual([
    'ssl-default-bind-options ssl-min-ver TLSv1.2 ssl-max-ver TLSv1.2',
  ])
})

test('versions with one missing between them are no range', () => {
  const policy = extendPolicy(policyNamed('mozilla-old'), { protocols: { allow: ['TLSv1.1', 'TLSv1.3'], recommend: [] } })
  expect(lineOf(policy, 'policy-protocol-accepted', 'nginx')).toEqual(['ssl_protocols TLSv1.1 TLSv1.3;'])
  expect(lineOf(policy, 'policy-protocol-accepted', 'HAProxy')).toEqual([])
})

test.each<[string, Policy['protocols'], string]>([
  ['forbids one of them', { forbid: ['TLSv1.1'] }, 'TLSv1.2 TLSv1.3'],
  ['forbids a newer one', { forbid: ['TLSv1.2'] }, 'TLSv1.3'],
  ['says nothing', {}, 'TLSv1.2 TLSv1.3'],
  ['wants one of them', { require: ['TLSv1.1'] }, 'TLSv1.1 TLSv1.2 TLSv1.3'],
  ['allows one of them by name', { allow: ['TLSv1.0', 'TLSv1.2'] }, 'TLSv1 TLSv1.2'],
])('of versions before TLS 1.2 no fix switches one on under a policy that %s, unless that names it', (_, protocols, expected) => {
  const policy = { ...policyNamed('default'), protocols }
  expect(lineOf(policy, 'policy-protocol-accepted', 'nginx')).toEqual([`ssl_protocols ${expected};`])
})

test('a suite that is wanted and refused stands first in the list', () => {
  const name = 'TLS_DHE_RSA_WITH_AES_128_GCM_SHA256'
  const policy = extendPolicy(policyNamed('default'), { cipherSuites: { require: [name] } })
  const [line] = lineOf(policy, 'policy-cipher-refused', 'nginx', cipherSuites.named(name)?.code ?? 0)
  expect(line).toMatch(/^ssl_ciphers DHE-RSA-AES128-GCM-SHA256:ECDHE-/)
})

describe.each(policies.map(policy => [policy.id, policy] as const))('%s', (_, policy) => {
  const meaning = meaningOf(policy)

  test.skipIf(programPath('openssl') === null)('what OpenSSL reads its cipher lists as is wanted (needs openssl)', () => {
    const lists = lineOf(policy, 'policy-cipher-accepted', 'Node', rc4, chacha13).flatMap(line => /^ciphers: '(.*)'/.exec(line)?.[1] ?? [])
    const names = lists.flatMap(list => list.split(':'))
    const old = names.filter(name => !name.startsWith('TLS_'))
    const recent = names.filter(name => name.startsWith('TLS_'))
    // A name OpenSSL does not know would be passed over in silence. It wants one suite before TLS 1.3 at least.
    const args = ['ciphers', '-ciphersuites', recent.join(':'), `${[...old, 'AES128-SHA'].join(':')}:@SECLEVEL=0`]
    const suites = execFileSync('openssl', args).toString().trim().split(':').slice(0, -1)
    expect(suites.toSorted()).toEqual(names.toSorted())
    expect(names.length).toBeGreaterThan(1)
    const codes = suites.map(name => cipherSuites.rows.find(row => row.openssl === name)?.code)
    expect(codes.filter(code => code === undefined || unwanted(meaning.cipherSuites).includes(code))).toEqual([])
  })

  test('its groups are wanted', () => {
    const [line = ''] = lineOf(policy, 'policy-group-accepted', 'nginx')
    const names = /^ssl_ecdh_curve (.*);$/.exec(line)?.[1]?.split(':') ?? []
    expect(names.length).toBeGreaterThan(1)
    const codes = names.map(name => groups.rows.find(row => row.openssl === name)?.code)
    expect(codes.filter(code => code === undefined || unwanted(meaning.groups).includes(code))).toEqual([])
  })
})
