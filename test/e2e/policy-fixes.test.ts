// What a failed rule of a policy says to type, typed: an nginx with everything on passes the rules it failed.
import { randomBytes } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Check } from '../../src/judge/check.ts'
import { planOf } from '../../src/judge/policy/plan.ts'
import { policyNamed } from '../../src/judge/policy/policies.ts'
import { judgePolicy } from '../../src/judge/policy/rules.ts'
import { systemEnv } from '../../src/net/env.ts'
import { featuresOf } from '../../src/probe/features.ts'
import { ledgerOf } from '../../src/probe/ledger.ts'
import { Line } from '../../src/probe/line.ts'
import { routeTo, stopwatch } from '../support/loopback.ts'
import { nginx, programPath } from '../support/real-servers.ts'
import { type SurveyFiles, surveyFiles } from '../support/survey-servers.ts'

let files: SurveyFiles
beforeAll(async () => {
  files = await surveyFiles()
})

async function judged(name: string, directives: ReadonlyMap<string, string>): Promise<Check[]> {
  await using server = await nginx(files, [...directives.values()].join('\n'))
  const policy = policyNamed(name)
  const route = routeTo(server.port, { address: { address: '127.0.0.1', family: 4 } })
  const line = new Line({ route, env: systemEnv, clock: stopwatch(), signal: AbortSignal.timeout(30_000) })
  const context = { servername: 'localhost', alpn: [], random: (length: number) => new Uint8Array(randomBytes(length)) }
  await Promise.all(planOf(policy, { ...context, known: null }).probes.map(probe => line.run(probe)))
  await line.settle()
  const ledger = ledgerOf(line.asked)
  return judgePolicy(policy, { ledger, features: featuresOf(ledger), known: null, leaf: null })
}

/** By what each sets, so that a later one takes the place of an earlier one. */
const byName = (directives: readonly string[]): Map<string, string> =>
  new Map(directives.map(line => [/^(?:ssl_conf_command \w+|\w+)/.exec(line)?.[0] ?? '', line]))

const rsa = ['ssl_certificate rsa.pem;', 'ssl_certificate_key rsa.key;']
const everything = [
  ...rsa,
  'ssl_dhparam dh.pem;',
  'ssl_protocols TLSv1 TLSv1.1 TLSv1.2 TLSv1.3;',
  'ssl_ciphers ALL:COMPLEMENTOFALL@SECLEVEL=0;',
  'ssl_conf_command Ciphersuites TLS_AES_256_GCM_SHA384:TLS_CHACHA20_POLY1305_SHA256:TLS_AES_128_GCM_SHA256:TLS_AES_128_CCM_SHA256:TLS_AES_128_CCM_8_SHA256;',
  'ssl_ecdh_curve X25519:X448:prime256v1:secp521r1:secp224r1:secp256k1:sect283k1;',
]

const idsOf = (checks: readonly Check[]): string[] => checks.map(({ id, severity }) => `${id} ${severity}`)
const directivesIn = ({ fix }: Check): string[] =>
  (fix ?? '').split('\n').flatMap(line => /^nginx: (\w.*?;)(?: \(|$)/.exec(line)?.[1] ?? [])

describe.skipIf(programPath('nginx') === null)('nginx with everything on', () => {
  test.each<[string, order: 'on' | 'off', readonly string[]]>([
    ['mozilla-modern', 'on', ['protocol/versions error', 'cipher/suites error', 'cipher/order warning', 'group/allowed error']],
    ['mozilla-intermediate', 'on', ['protocol/versions error', 'cipher/suites error', 'cipher/order warning', 'group/allowed error']],
    ['mozilla-old', 'off', ['cipher/suites error', 'cipher/order warning', 'group/allowed error']],
    ['nist-800-52r2', 'off', ['protocol/versions error', 'protocol/versions warning', 'cipher/suites error', 'group/allowed error']],
    ['bsi-tr-02102-2', 'off', ['protocol/versions error', 'cipher/suites error', 'group/allowed error', 'group/dh-parameters error']],
    ['default', 'off', ['protocol/versions error', 'cipher/suites error', 'group/allowed warning']],
  ])('passes the rules of %s once it is set up as they say', async (name, order, expected) => {
    const directives = byName([...everything, `ssl_prefer_server_ciphers ${order};`])
    const before = (await judged(name, directives)).filter(({ status }) => status === 'fail')
    expect(idsOf(before)).toEqual(expect.arrayContaining([...expected]))
    // The library of this nginx may have no post-quantum group to type.
    const mendable = before.filter(check => check.id !== 'group/post-quantum' && directivesIn(check).length > 0)
    expect(idsOf(mendable)).toEqual(expect.arrayContaining([...expected]))
    for (const [directive, line] of byName(mendable.flatMap(directivesIn))) directives.set(directive, line)
    const after = await judged(name, directives)
    const passed = idsOf(after.filter(({ status }) => status === 'pass'))
    expect(idsOf(mendable).filter(id => !passed.includes(id))).toEqual([])
  })

  test('a forbidden version hides none of its suites, and a refused one is not named', async () => {
    const checks = await judged('default', byName([...rsa, 'ssl_protocols TLSv1;', 'ssl_ciphers ALL:@SECLEVEL=0;']))
    const suites = checks.find(({ id }) => id === 'cipher/suites')
    expect(suites).toMatchObject({ status: 'fail', cause: 'weak-cipher-accepted' })
    expect(suites?.message).toMatch(/_anon_.* accepted in TLSv1\.0;/)
  })
})
