// What a failed assertion prints, word for word: golden files in test/golden/matchers, to be read in review.
import { readFileSync, statSync } from 'node:fs'
import { stripVTControlCharacters } from 'node:util'
import { describe, expect, test } from 'vitest'
import type { Handshake, Report, TargetReport } from '../../src/gate.ts'
import type { Check } from '../../src/judge/check.ts'
import { checkOf } from '../../src/judge/check-of.ts'
import type { MatcherContext } from '../../src/matchers/failure-text.ts'
import type { Outcome } from '../../src/matchers/match.ts'
import * as matchers from '../../src/matchers/matchers.ts'
import { claims } from '../../src/matchers/table.ts'
import {
  expired,
  healthy,
  hostileTexts,
  protocolMismatch,
  several,
  silent,
  surveyed,
  wideOpen,
  withForeignText,
} from '../support/sample-reports.ts'

const {
  toAcceptCipher,
  toAcceptGroup,
  toAcceptProtocol,
  toCompleteHandshake,
  toCoverHostname,
  toFailHandshakeWith,
  toMeetPolicy,
  toNegotiate,
  toPresentTrustedChain,
  toRefuseCipher,
  toRefuseProtocol,
  toRequireClientCertificate,
  toStapleOcsp,
  toStayValidFor,
} = matchers

const not: MatcherContext = { isNot: true }

const messageOf = (matched: Outcome | Promise<Outcome>): string => {
  if ('then' in matched) throw new Error('a finished report is judged at once')
  return matched.message()
}

/** The report with something else in each target's handshake. */
const shaken = (report: Report, change: (handshake: Handshake) => Partial<Handshake>): Report => ({
  ...report,
  targets: report.targets.map(target => ({ ...target, handshake: { ...target.handshake, ...change(target.handshake) } })),
})
const isGood = checkOf({
  id: 'certificate/staple',
  severity: 'warning',
  status: 'pass',
  message: 'the stapled OCSP response says that certificate 0 (CN=example.test) is good, until 2026-06-01T00:00:00Z',
  evidence: ['certificate 0 (CN=example.test)'],
})
const withStaple = (report: Report): Report =>
  shaken({ ...report, targets: report.targets.map(target => ({ ...target, checks: [...target.checks, isGood] })) }, () => ({
    ocspStapled: true,
  }))
const requiring = (report: Report): Report =>
  shaken({ ...report, targets: report.targets.map(target => ({ ...target, checks: [turnedAway] })) }, () => ({
    completed: false,
    failure: {
      step: 'finished',
      cause: 'client-certificate-required',
      category: 'configuration',
      alert: null,
      message: 'the server asked for a client certificate and got none',
    },
  }))
const turnedAway: Check = {
  id: 'handshake/completion',
  status: 'fail',
  severity: 'error',
  cause: 'client-certificate-required',
  message: 'the server asked for a client certificate and got none',
  fix: 'Give a client certificate that the server trusts',
  evidence: ['step finished'],
  refs: ['RFC 8446 §4.4.2.4'],
  location: null,
}
const judgedBy = (id: string, report: Report): Report => ({ ...report, policy: { id, version: '1' } })

const failures: readonly (readonly [name: string, message: () => string])[] = [
  ['complete-expired', () => messageOf(toCompleteHandshake.call({}, expired))],
  ['complete-mismatch', () => messageOf(toCompleteHandshake.call({}, protocolMismatch))],
  ['complete-silent', () => messageOf(toCompleteHandshake.call({}, silent))],
  ['complete-several', () => messageOf(toCompleteHandshake.call({}, several))],
  ['not-complete', () => messageOf(toCompleteHandshake.call(not, healthy))],
  ['trusted-expired', () => messageOf(toPresentTrustedChain.call({}, expired))],
  ['trusted-silent', () => messageOf(toPresentTrustedChain.call({}, silent))],
  ['not-trusted', () => messageOf(toPresentTrustedChain.call(not, healthy))],
  ['fail-with-healthy', () => messageOf(toFailHandshakeWith.call({}, healthy, 'certificate-expired'))],
  ['fail-with-other', () => messageOf(toFailHandshakeWith.call({ promise: 'resolves' }, expired, 'no-common-cipher'))],
  ['not-fail-with', () => messageOf(toFailHandshakeWith.call(not, expired, 'certificate-expired'))],
  ['negotiate-other', () => messageOf(toNegotiate.call({}, healthy, { protocol: 'TLSv1.2', alpn: 'http/1.1' }))],
  ['negotiate-failed', () => messageOf(toNegotiate.call({}, protocolMismatch, { protocol: 'TLSv1.3' }))],
  ['not-negotiate', () => messageOf(toNegotiate.call(not, healthy, { protocol: 'TLSv1.3', group: 'X25519MLKEM768' }))],
  ['accept-protocol', () => messageOf(toAcceptProtocol.call({}, surveyed, 'TLSv1.1'))],
  ['accept-protocol-unknown', () => messageOf(toAcceptProtocol.call({}, healthy, 'TLSv1.2'))],
  ['not-accept-protocol', () => messageOf(toAcceptProtocol.call(not, surveyed, 'TLSv1.2'))],
  ['refuse-protocol', () => messageOf(toRefuseProtocol.call({}, wideOpen, 'TLSv1.0'))],
  ['refuse-protocol-unknown', () => messageOf(toRefuseProtocol.call({}, wideOpen, 'SSLv3'))],
  ['not-refuse-protocol', () => messageOf(toRefuseProtocol.call(not, surveyed, 'TLSv1.0'))],
  ['accept-cipher', () => messageOf(toAcceptCipher.call({}, surveyed, 'TLS_RSA_WITH_RC4_128_SHA'))],
  ['not-accept-cipher', () => messageOf(toAcceptCipher.call(not, surveyed, 'ECDHE-ECDSA-AES128-GCM-SHA256'))],
  ['refuse-cipher', () => messageOf(toRefuseCipher.call({}, surveyed, 'TLS_AES_256_GCM_SHA384'))],
  ['not-refuse-cipher', () => messageOf(toRefuseCipher.call(not, surveyed, 'TLS_AES_128_CCM_SHA256'))],
  ['accept-group', () => messageOf(toAcceptGroup.call({}, surveyed, 'secp521r1'))],
  ['not-accept-group', () => messageOf(toAcceptGroup.call(not, surveyed, 'x25519'))],
  ['cover-hostname', () => messageOf(toCoverHostname.call({}, healthy, 'api.example.test'))],
  ['not-cover-hostname', () => messageOf(toCoverHostname.call(not, healthy, 'www.example.test'))],
  ['stay-valid-for', () => messageOf(toStayValidFor.call({}, healthy, '30d'))],
  ['stay-valid-for-expired', () => messageOf(toStayValidFor.call({}, expired, '30d'))],
  ['not-stay-valid-for', () => messageOf(toStayValidFor.call(not, healthy, '2w'))],
  ['staple-ocsp', () => messageOf(toStapleOcsp.call({}, healthy))],
  ['staple-ocsp-silent', () => messageOf(toStapleOcsp.call({}, silent))],
  ['not-staple-ocsp', () => messageOf(toStapleOcsp.call(not, withStaple(healthy)))],
  ['require-client-certificate', () => messageOf(toRequireClientCertificate.call({}, healthy))],
  ['not-require-client-certificate', () => messageOf(toRequireClientCertificate.call(not, requiring(healthy)))],
  ['meet-policy', () => messageOf(toMeetPolicy.call({}, judgedBy('default', wideOpen), 'default'))],
  ['not-meet-policy', () => messageOf(toMeetPolicy.call(not, judgedBy('default', surveyed), 'default'))],
  ['assert', () => messageOf(toFailHandshakeWith.call({ style: 'assert' }, healthy, 'certificate-expired'))],
]

test('every matcher has a failure here, and one with .not', () => {
  const texts = failures.map(([, message]) => message())
  for (const name of Object.keys(claims)) {
    expect(texts.some(text => text.startsWith(`expect(target).${name}(`))).toBe(true)
    expect(texts.some(text => text.startsWith(`expect(target).not.${name}(`))).toBe(true)
  }
})

test('the module has every matcher, and nothing else that is a value', () => {
  expect(Object.keys(matchers).sort()).toEqual(Object.keys(claims).sort())
})

/** The folder of a file that holds a whole account is another in each run. */
const settled = (text: string): string => text.replace(/(The whole account: ).*(failure-)\d+/, '$1…/$2N')

test.each(failures)('%s', async (name, message) => {
  await expect(`${settled(message())}\n`).toMatchFileSnapshot(`../golden/matchers/${name}.txt`)
})

describe('whatever the report', () => {
  const [target] = protocolMismatch.targets
  if (target === undefined) throw new Error('the sample has a target')
  const [step] = target.handshake.steps
  if (step === undefined) throw new Error('the sample has steps')
  const withSteps = (before: number): TargetReport => ({
    ...target,
    handshake: { ...target.handshake, steps: [...Array.from({ length: before }, () => step), ...target.handshake.steps] },
  })

  test.each([0, 5, 20, 500])('the text has at most 40 lines, the failed step and the cause among them (%i steps more)', before => {
    const lines = messageOf(toCompleteHandshake.call({}, withSteps(before))).split('\n')
    expect(lines.length).toBeLessThanOrEqual(40)
    expect(lines.filter(line => line.startsWith('  ✗ ←'))).toHaveLength(1)
    expect(lines.some(line => /^ +Cause +protocol-version-mismatch/.test(line))).toBe(true)
    expect(lines.some(line => /^ +Fix /.test(line))).toBe(true)
  })

  test('what has no room is in a file that the last line names', () => {
    const lines = messageOf(toCompleteHandshake.call({}, withSteps(500))).split('\n')
    const [, path = ''] = /^The whole account: (.*)$/.exec(lines.at(-1) ?? '') ?? []
    const account = readFileSync(path, 'utf8')
    expect(account.match(/Resolve/g)).toHaveLength(501)
    expect(account.split('\n').slice(0, 4)).toEqual(lines.slice(0, 4))
    expect(account).not.toContain('\x1b')
    if (process.platform !== 'win32') expect(statSync(path).mode & 0o077).toBe(0)
  })

  test('hundreds of targets are counted, not listed', () => {
    const report: Report = { ...protocolMismatch, targets: Array.from({ length: 300 }, () => target) }
    const lines = messageOf(toCompleteHandshake.call({}, report)).split('\n')
    expect(lines.length).toBeLessThanOrEqual(40)
    expect(lines).toContain('and 292 more')
  })

  test.each(hostileTexts)('foreign text is inert: %s', (_, text) => {
    for (const sample of [expired, healthy, silent]) {
      const report = withForeignText(sample, text)
      for (const context of [{}, not]) {
        const message = messageOf(toCompleteHandshake.call(context, report))
        expect(message.replaceAll('\n', '')).not.toMatch(/\p{C}/u)
        expect(message).not.toMatch(/^\s*::\w|##\[/m)
      }
    }
  })

  test('colours are those of a runner that has them', () => {
    const coloured = messageOf(toCompleteHandshake.call({ utils: { printReceived: value => `\x1b[31m${value}\x1b[39m` } }, expired))
    const uncoloured = messageOf(toCompleteHandshake.call({ utils: { printReceived: String } }, expired))
    expect(coloured).toContain('\x1b[')
    expect(uncoloured).not.toContain('\x1b[')
    expect(stripVTControlCharacters(coloured)).toBe(uncoloured)
  })
})
