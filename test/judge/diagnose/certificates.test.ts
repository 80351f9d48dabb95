// Certificates a verifying client refuses, presented by real servers, with near misses.
import { describe, expect, test } from 'vitest'
import { createCa, type Minted, mint } from '../../../src/fixtures/mint.ts'
import { revocationList } from '../../../src/fixtures/revocation-list.ts'
import { ca, diagnosed, gated, good, type Row, tls } from '../../support/diagnosed.ts'
import { type LoopbackServer, tlsServer } from '../../support/loopback.ts'

const otherCa = await createCa({ subject: 'another root' })

const day = 86_400_000
const daysFromNow = (days: number): Date => new Date(Date.now() + days * day)
const presenting =
  (make: () => Promise<Minted>, sent: (minted: Minted) => string = ({ chain }) => chain) =>
  async (): Promise<LoopbackServer> => {
    const minted = await make()
    return tlsServer({ key: minted.key, cert: sent(minted), ciphers: 'DEFAULT:@SECLEVEL=0' })
  }
const certificates: readonly Row[] = [
  [
    'expired',
    { serve: presenting(() => mint({ issuer: ca, notBefore: daysFromNow(-9), notAfter: daysFromNow(-1) })) },
    { cause: 'certificate-expired' },
  ],
  [
    'near miss: good for a minute more',
    { serve: presenting(() => mint({ issuer: ca, notBefore: daysFromNow(-9), notAfter: new Date(Date.now() + 60_000) })) },
    { cause: null },
  ],
  [
    'near miss: good today, not on the date in question',
    { serve: presenting(() => mint({ issuer: ca })), options: () => ({ at: daysFromNow(400) }) },
    { cause: 'certificate-expired' },
  ],
  ['not yet valid', { serve: presenting(() => mint({ issuer: ca, notBefore: daysFromNow(1) })) }, { cause: 'certificate-not-yet-valid' }],
  ['self-signed', { serve: presenting(() => mint({ issuer: null })) }, { cause: 'certificate-self-signed' }],
  [
    'near miss: of a root nobody trusts',
    {
      serve: presenting(
        () => mint({ issuer: otherCa }),
        ({ chain, root }) => chain + root,
      ),
    },
    { cause: 'certificate-untrusted' },
  ],
  [
    'near miss: of that root, trusted',
    { serve: presenting(() => mint({ issuer: otherCa })), options: () => ({ ca: [otherCa.root] }) },
    { cause: null },
  ],
  [
    'the intermediate is missing',
    {
      serve: presenting(
        async () => mint({ issuer: await createCa({ issuer: ca }) }),
        ({ certificate }) => certificate,
      ),
    },
    { cause: 'certificate-chain-incomplete' },
  ],
  [
    'near miss: the intermediate is there',
    { serve: presenting(async () => mint({ issuer: await createCa({ issuer: ca }) })) },
    { cause: null },
  ],
  ['for another host', { serve: presenting(() => mint({ issuer: ca, dns: ['other.example'] })) }, { cause: 'certificate-host-mismatch' }],
  ['without any name', { serve: presenting(() => mint({ issuer: ca, dns: [], ip: [] })) }, { cause: 'certificate-host-mismatch' }],
  [
    'near miss: for the wildcard above',
    { serve: presenting(() => mint({ issuer: ca, dns: ['*.example.com'] })), options: () => ({ servername: 'www.example.com' }) },
    { cause: null },
  ],
  [
    'for clients only',
    { serve: presenting(() => mint({ issuer: ca, extendedKeyUsage: ['clientAuth'] })) },
    { cause: 'certificate-misissued' },
  ],
  ['a key too weak', { serve: presenting(() => mint({ issuer: ca, key: 'rsa:1024' })) }, { cause: 'certificate-weak-key' }],
  ['a signature too weak', { serve: presenting(() => mint({ issuer: ca, digest: 'sha1' })) }, { cause: 'certificate-weak-signature' }],
]

describe.concurrent('certificates', () => {
  test.each(certificates)('%s', async (_, each, expected) => {
    await diagnosed(each, { ...expected, step: expected.cause ? 'certificate' : '' })
  })

  test('revoked, and near miss: another one is', async () => {
    const other = await mint({ issuer: ca })
    for (const [revoked, cause] of [
      [good, 'certificate-revoked'],
      [other, null],
    ] as const) {
      const crl = await revocationList(ca, [revoked.serialNumber])
      await diagnosed({ serve: tls({}), options: () => ({ crl: [crl] }) }, { cause })
    }
  })

  // OpenSSL ends with the fault it finds last: that of the dates, which hides what its revocation lists say.
  test.each([true, false])('expired, and revoked (%s): trust is not proven by a verdict on the dates', async isRevoked => {
    const expired = await mint({ issuer: ca, notBefore: daysFromNow(-9), notAfter: daysFromNow(-1) })
    const crl = await revocationList(ca, isRevoked ? [expired.serialNumber] : [])
    const { checks } = await gated({ serve: presenting(async () => expired), options: () => ({ crl: [crl] }) })
    const trust = checks.filter(({ id }) => id === 'certificate/trust')
    expect(trust).toMatchObject([{ status: 'inconclusive', message: expect.stringMatching(/revoked is not known: .*CERT_HAS_EXPIRED/) }])
    expect(checks.find(({ id }) => id === 'certificate/validity')?.status).toBe('fail')
  })

  test('near miss: expired, and no revocation lists were given', async () => {
    const serve = presenting(() => mint({ issuer: ca, notBefore: daysFromNow(-9), notAfter: daysFromNow(-1) }))
    expect((await gated({ serve })).checks.find(({ id }) => id === 'certificate/trust')?.status).toBe('pass')
  })

  test('insecure asks for the handshake alone', async () => {
    await diagnosed(
      { serve: presenting(() => mint({ issuer: null, dns: ['other.example'] })), options: () => ({ insecure: true }) },
      { cause: null },
    )
  })
})
