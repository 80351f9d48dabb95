// What is said of the response that a server staples, of real handshakes with the fixtures.
import { describe, expect, test } from 'vitest'
import type { FaultName } from '../../src/fixtures/catalogue.ts'
import { createCa, mint } from '../../src/fixtures/mint.ts'
import { ocspResponse } from '../../src/fixtures/ocsp.ts'
import { type FaultServer, serve } from '../../src/fixtures/serve.ts'
import { type GateOptions, gate } from '../../src/gate.ts'
import type { Check } from '../../src/judge/check.ts'

async function stapleCheck({ url, ca }: FaultServer, options: GateOptions = {}): Promise<{ check: Check | undefined; verdict: string }> {
  const { verdict, targets } = await gate([url], { survey: 'none', ...(ca && { ca: [ca] }), ...options })
  return { check: targets[0]?.checks.find(({ id }) => id === 'certificate/staple'), verdict }
}

test.each<[FaultName, string, Partial<Check>]>([
  [
    'stapled-good',
    'pass',
    { status: 'pass', message: expect.stringMatching(/^the stapled OCSP response says that certificate 0 .* is good, until 20/) },
  ],
  [
    'stapled-revoked',
    'fail',
    { status: 'fail', severity: 'error', cause: 'certificate-revoked', message: expect.stringContaining('was revoked on 20') },
  ],
  [
    'stapled-unknown',
    'pass',
    { status: 'fail', severity: 'warning', cause: 'staple-invalid', message: expect.stringContaining('does not know') },
  ],
  [
    'stapled-stale',
    'pass',
    { status: 'fail', severity: 'warning', cause: 'staple-stale', message: expect.stringMatching(/ended on 20\S+, 7 days ago$/) },
  ],
  [
    'stapled-forged',
    'pass',
    { status: 'fail', severity: 'warning', cause: 'staple-invalid', message: expect.stringContaining('signed neither by') },
  ],
  [
    'stapled-garbage',
    'pass',
    { status: 'fail', severity: 'warning', cause: 'staple-invalid', message: expect.stringContaining('cannot be read') },
  ],
  [
    'must-staple',
    'pass',
    { status: 'fail', severity: 'warning', cause: 'staple-missing', message: expect.stringContaining('none was stapled') },
  ],
])('%s: %s', async (fault, verdict, expected) => {
  await using server = await serve(fault)
  const found = await stapleCheck(server)
  expect(found.check).toMatchObject(expected)
  expect(found.verdict).toBe(verdict)
})

test('where nothing is stapled nor has to be, nothing is said', async () => {
  await using server = await serve('healthy')
  expect(await stapleCheck(server)).toEqual({ check: undefined, verdict: 'pass' })
})

describe('a good response', () => {
  const setUp = async (): Promise<FaultServer> => {
    const minted = await mint({ issuer: await createCa() })
    return serve({ tls: { cert: minted.certificate, key: minted.key }, ca: minted.root, staple: await ocspResponse(minted) })
  }

  test('proves nothing where the issuer is not known', async () => {
    await using server = await setUp()
    const { check } = await stapleCheck(server, { ca: [(await createCa()).certificate], insecure: true })
    expect(check).toMatchObject({ status: 'inconclusive', message: expect.stringContaining('who issued the certificate is not known') })
  })

  test('is stale at a later time, and none yet at an earlier one', async () => {
    await using server = await setUp()
    const later = await stapleCheck(server, { at: new Date(Date.now() + 8 * 86_400_000) })
    expect(later.check).toMatchObject({ cause: 'staple-stale' })
    const earlier = await stapleCheck(server, { at: new Date(Date.now() - 2 * 3_600_000) })
    expect(earlier.check).toMatchObject({
      cause: 'staple-invalid',
      message: expect.stringMatching(/holds from \S+ on, 59 minutes|60 minutes/),
    })
  })
})
