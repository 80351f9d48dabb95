// A server with two certificates, of which the handshake shows one: real servers of Node on loopback.
import { describe, expect, test } from 'vitest'
import { createCa, mint } from '../../src/fixtures/mint.ts'
import { gate } from '../../src/gate.ts'
import type { Check } from '../../src/judge/check.ts'
import { furtherLeaves } from '../../src/judge/further-certificates.ts'
import { ca, good } from '../support/diagnosed.ts'
import { tlsServer } from '../support/loopback.ts'

const day = 86_400_000
const otherCa = await createCa({ subject: 'another root' })
const rsa = { issuer: ca, key: 'rsa:2048' } as const
const sound = await mint(rsa)
const expired = await mint({ ...rsa, notBefore: new Date(Date.now() - 9 * day), notAfter: new Date(Date.now() - day) })
const foreign = await mint({ ...rsa, dns: ['other.example'] })
const untrusted = await mint({ ...rsa, issuer: otherCa })

/** The checks of the second certificate, 'certificate/trust pass'. */
async function checksBeside(second: { key: string; chain: string }, survey: 'policy' | 'full'): Promise<readonly Check[]> {
  await using server = await tlsServer({ key: [good.key, second.key], cert: [good.chain, second.chain] })
  const report = await gate([`tls://127.0.0.1:${server.port}`], { ca: [ca.root], servername: 'localhost', survey, timeoutMs: 20_000 })
  const [target] = report.targets
  expect(target?.handshake).toMatchObject({ completed: true, signatureScheme: expect.stringMatching(/^ecdsa/) })
  return (target?.checks ?? []).filter(({ message }) => message.startsWith('the RSA certificate with the serial number '))
}
const failures = (checks: readonly Check[]): string[] =>
  checks.flatMap(({ id, status, severity }) => (status === 'fail' && severity === 'error' ? [id] : []))

describe.each(['policy', 'full'] as const)('with survey %s the second certificate', survey => {
  test.each([
    ['that is sound passes', sound, []],
    ['that has expired fails', expired, ['certificate/validity']],
    ['that is for another host fails', foreign, ['certificate/hostname']],
    ['that nobody trusts fails', untrusted, ['certificate/trust', 'certificate/chain']],
  ])(
    '%s',
    async (_, second, expected) => {
      const checks = await checksBeside(second, survey)
      expect(failures(checks)).toEqual(expected)
      expect(checks.filter(({ id }) => id === 'certificate/trust')).toHaveLength(1)
      for (const { evidence } of checks) expect(evidence).toEqual([expect.stringMatching(/^probe \d+$/)])
    },
    30_000,
  )
})

test('of which none was shown there is none to judge', () => {
  expect(furtherLeaves([], null)).toEqual([])
})
