// Responses of our own fixtures, which OpenSSL verifies in test/fixtures/revocation-server.test.ts, and of OpenSSL's responder.
import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
import { type StatusAnswer, statusOf } from '../../src/certificate/ocsp-response.ts'
import { parseCertificate, type ReadCertificate } from '../../src/certificate/parse.ts'
import { dayMs, hourMs } from '../../src/certificate/span.ts'
import { createCa, type Minted, mint } from '../../src/fixtures/mint.ts'
import { type OcspOptions, ocspResponse, refusal } from '../../src/fixtures/ocsp.ts'

const responder = { subject: 'responder', dns: [], ip: [], extendedKeyUsage: ['OCSPSigning'] }
const issuer = await createCa({ subject: 'authority' })
const stranger = await createCa({ subject: 'stranger' })
const leaf = await mint({ issuer })

function read(minted: Minted): ReadCertificate {
  const parsed = parseCertificate(minted.der)
  if (parsed.kind === 'unreadable') throw new Error(parsed.reason)
  return parsed
}

const answerTo = (response: Uint8Array, minted: Minted = leaf): StatusAnswer =>
  statusOf(response, read(minted), read(minted.issuer ?? issuer), Date.now())

describe('a response of the issuer', () => {
  const now = new Date(Math.floor(Date.now() / 1000) * 1000)

  test.each<[string, OcspOptions, Partial<StatusAnswer>]>([
    ['says good', {}, { kind: 'answer', status: 'good', revokedAt: null }],
    ['says unknown', { status: 'unknown' }, { kind: 'answer', status: 'unknown' }],
    ['says revoked, and when', { status: 'revoked', revokedAt: now }, { kind: 'answer', status: 'revoked', revokedAt: now.getTime() }],
    [
      'has its times',
      { thisUpdate: now, nextUpdate: new Date('2031-02-03') },
      { thisUpdate: now.getTime(), nextUpdate: Date.UTC(2031, 1, 3) },
    ],
    ['may have no end', { nextUpdate: null }, { kind: 'answer', nextUpdate: null }],
    ['is proven by its signature', { corruptSignature: true }, { kind: 'unusable', reason: expect.stringContaining('signed neither by') }],
  ])('%s', async (_, options, expected) => {
    expect(answerTo(await ocspResponse(leaf, options))).toMatchObject(expected)
  })

  test.each(['rsa:2048', 'ec:P-384', 'ec:P-521'] as const)('is proven by a key of the type %s', async key => {
    const minted = await mint({ issuer: await createCa({ key }) })
    expect(answerTo(await ocspResponse(minted), minted)).toMatchObject({ kind: 'answer', status: 'good' })
  })
})

describe('a response of another', () => {
  const expired = { notBefore: new Date(Date.now() - 2 * dayMs), notAfter: new Date(Date.now() - dayMs) }

  test('counts when the issuer has appointed it', async () => {
    const signer = await mint({ issuer, ...responder })
    expect(answerTo(await ocspResponse(leaf, { signer }))).toMatchObject({ kind: 'answer', status: 'good' })
  })

  test.each<[string, () => Promise<Minted>]>([
    ['is no responder', () => mint({ issuer })],
    ['is a responder of another authority', () => mint({ issuer: stranger, ...responder })],
    ['has appointed itself', () => mint({ issuer: null, ...responder })],
    ['is an authority itself', () => Promise.resolve(stranger)],
    ['was a responder once', () => mint({ issuer, ...responder, ...expired })],
  ])('counts for nothing when it %s', async (_, signer) => {
    const reason = 'is signed neither by the issuer of the certificate nor by a responder that it appointed'
    expect(answerTo(await ocspResponse(leaf, { signer: await signer() }))).toEqual({ kind: 'unusable', reason })
  })
})

test.each<[string, () => Promise<Uint8Array>, string]>([
  ['another certificate of the issuer', async () => ocspResponse(await mint({ issuer })), 'speaks of another certificate'],
  ['the same number of another issuer', async () => ocspResponse({ ...leaf, issuer: stranger }), 'speaks of another certificate'],
  ['nothing, as the responder is busy', () => refusal('tryLater'), 'is the error tryLater'],
  ['nothing, as it is no response', async () => Buffer.from('no OCSP response'), 'cannot be read: OCSPResponse: ends after the data'],
  ['nothing, as it is too long to be one', async () => new Uint8Array(200_000), 'has 200000 bytes, more than one has'],
])('a response about %s is of no use', async (_, response, reason) => {
  expect(answerTo(await response())).toEqual({ kind: 'unusable', reason })
})

test('no cut and no other byte makes it say something else', async () => {
  const response = await ocspResponse(leaf, { status: 'revoked', signer: await mint({ issuer, ...responder }) })
  const whole = answerTo(response)
  expect(whole.kind).toBe('answer')
  for (let length = 0; length < response.length; length++) expect(answerTo(response.subarray(0, length)).kind).toBe('unusable')
  for (const [at, byte] of response.entries()) {
    const changed = Uint8Array.from(response).fill(byte ^ 0x41, at, at + 1)
    const answer = answerTo(changed)
    // What no signature covers may differ: how many bits of the last byte of a signature count, say.
    if (answer.kind === 'answer') expect(answer).toEqual(whole)
  }
})

describe("a response of OpenSSL's responder", () => {
  const run = promisify(execFile)

  test.each([
    ['good', '-sha1'],
    ['good', '-sha256'],
    ['revoked', '-sha1'],
  ] as const)('says %s of what %s names', async (status, digest) => {
    const folder = await mkdtemp(join(tmpdir(), 'tlsgate-'))
    const path = (name: string): string => join(folder, name)
    try {
      const day = (ms: number): string =>
        `${new Date(ms)
          .toISOString()
          .replace(/[-T:]|\.\d+/g, '')
          .slice(2, 14)}Z`
      const [from, to] = [day(Date.now() - hourMs), day(Date.now() + dayMs)]
      const state = status === 'good' ? `V\t${to}\t` : `R\t${to}\t${from}`
      await writeFile(path('index.txt'), `${state}\t${leaf.serialNumber}\tunknown\t/CN=localhost\n`)
      await writeFile(path('ca.pem'), issuer.certificate)
      await writeFile(path('ca.key'), issuer.key)
      await writeFile(path('leaf.pem'), leaf.certificate)
      await run('openssl', ['ocsp', '-issuer', path('ca.pem'), digest, '-cert', path('leaf.pem'), '-no_nonce', '-reqout', path('request')])
      const signer = ['-CA', path('ca.pem'), '-rsigner', path('ca.pem'), '-rkey', path('ca.key'), '-ndays', '2']
      await run('openssl', ['ocsp', '-index', path('index.txt'), ...signer, '-reqin', path('request'), '-respout', path('response')])
      expect(answerTo(await readFile(path('response')))).toMatchObject({ kind: 'answer', status })
    } finally {
      await rm(folder, { recursive: true })
    }
  })
})
