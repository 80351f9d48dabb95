// Wrong uses of the matchers: each names what is wrong and what would be right, and fails with and without .not.
import { createServer } from 'node:https'
import { createRequire } from 'node:module'
import { stripVTControlCharacters } from 'node:util'
import { beforeAll, expect, test } from 'vitest'
import { type Minted, mint } from '../../src/fixtures/mint.ts'
import '../../src/matchers/vitest.ts'

/** Neither has types of its own. */
const load: (name: string) => unknown = createRequire(import.meta.url)

let identity: Minted
beforeAll(async () => {
  identity = await mint()
})

async function failure(assertion: () => unknown): Promise<Error> {
  try {
    await assertion()
  } catch (error) {
    if (error instanceof Error) return error
  }
  throw new Error('the assertion passed')
}

type Loose = Readonly<Record<string, (...args: readonly unknown[]) => Promise<void>>>
const loose = (received: unknown): { readonly plain: Loose; readonly negated: Loose } => ({
  plain: expect(received) as unknown as Loose,
  negated: expect(received).not as unknown as Loose,
})

const wrong: readonly (readonly [matcher: string, args: readonly unknown[], message: string | RegExp])[] = [
  ['toRefuseProtocol', ['TLSv1.4'], /^"TLSv1\.4" is no protocol\ndid you mean TLSv1\.\d/],
  ['toRefuseProtocol', ['tlsv1.1'], /^"tlsv1\.1" is no protocol\ndid you mean TLSv1\.1\?$/],
  ['toRefuseProtocol', ['DTLS'], /^"DTLS" is no protocol\n/],
  ['toRefuseProtocol', [], "the protocol is undefined\ngive its name, such as 'TLSv1.3'"],
  ['toAcceptProtocol', [{ ca: 'PEM' }], 'the protocol is of the type object'],
  [
    'toRefuseCipher',
    ['TLS_RSA_WITH_RC4_128_SHAA'],
    '"TLS_RSA_WITH_RC4_128_SHAA" is no cipher suite\ndid you mean TLS_RSA_WITH_RC4_128_SHA',
  ],
  ['toRefuseCipher', ['TLS_FALLBACK_SCSV'], '"TLS_FALLBACK_SCSV" is no cipher suite'],
  ['toAcceptGroup', ['X25519MLKEM786'], '"X25519MLKEM786" is no group\ndid you mean X25519MLKEM768'],
  ['toNegotiate', [], 'toNegotiate is not told what'],
  ['toNegotiate', [{}], 'toNegotiate is not told what'],
  ['toNegotiate', [{ protocl: 'TLSv1.3' }], 'a handshake does not negotiate "protocl"\ndid you mean protocol?'],
  ['toNegotiate', [{ protocol: 'TLSv1.5' }], '"TLSv1.5" is no protocol'],
  ['toNegotiate', [{ alpn: 2 }], 'the ALPN id is of the type number'],
  ['toCoverHostname', ['https://a.test/'], '"https://a.test/" is no host name'],
  ['toCoverHostname', ['*.a.test'], '"*.a.test" is no host name'],
  ['toCoverHostname', [], 'toCoverHostname is not told the name'],
  ['toStayValidFor', ['30 days'], 'the duration is "30 days"\ngive a number with a unit'],
  ['toStayValidFor', [-1], 'the duration is -1'],
  ['toStayValidFor', [Number.NaN], 'the duration is NaN'],
  ['toMeetPolicy', ['mozila-modern'], '"mozila-modern" is no policy\ndid you mean mozilla-modern'],
  ['toMeetPolicy', [], 'toMeetPolicy is not told the policy'],
  ['toMeetPolicy', [{ protocols: { forbid: ['TLSv9'] } }], '"TLSv9" is no protocol'],
  ['toMeetPolicy', [['mozilla-modern']], 'toMeetPolicy is not told the policy'],
  ['toMeetPolicy', [{}], 'toMeetPolicy is not told the policy'],
  ['toMeetPolicy', [{ extends: 7 }], '7 is no policy\ngive its name, one of mozilla-modern'],
  [
    'toMeetPolicy',
    [{ extends: 'default', protocol: { allow: ['TLSv1.3'] } }],
    '"protocol" is no part of a policy\ndid you mean protocols?',
  ],
  ['toMeetPolicy', [{ protocols: { allowed: ['TLSv1.3'] } }], '"allowed" is no part of protocols\ndid you mean allow?'],
  ['toMeetPolicy', [{ protocols: { forbid: 'TLSv1.2' } }], 'protocols.forbid is "TLSv1.2", not a list of names'],
  ['toMeetPolicy', [{ id: 'ours', version: '1', protocols: {} }], 'the policy ours cannot be used: it has no title'],
  [
    'toCompleteHandshake',
    [{ ca: { certificate: 'PEM', key: 'PEM' } }],
    'ca is no PEM: it is of the type object\nof what createCa() and mint() give: give its .certificate',
  ],
  ['toCompleteHandshake', [{ alpn: 'h2' }], 'alpn is the text "h2", not a list of texts\nput it in brackets'],
  ['toCompleteHandshake', [{ at: '2027-01-01' }], 'at is the text "2027-01-01", not a Date\ngive a Date: new Date(\'2027-01-31\')'],
  ['toCompleteHandshake', [{ servername: 7 }], 'servername is 7, not a text'],
  ['toAcceptProtocol', ['TLSv1.3', 'TLSv1.2'], 'the options of toAcceptProtocol are no object'],
  ['toCompleteHandshake', [{}, {}], 'toCompleteHandshake is given 1 arguments too many'],
  ['toCompleteHandshake', [{ starttls: 'smtps' }], '"smtps" is no protocol with STARTTLS\ndid you mean smtp?'],
  ['toCompleteHandshake', [{ ca: 'self' }], "ca: 'self' is for a server of this process"],
]
test.each(wrong)('%s(%j)', async (matcher, args, message) => {
  const { plain, negated } = loose('127.0.0.1:1')
  for (const form of [plain, negated]) {
    const error = await failure(() => form[matcher]?.(...args))
    expect(error).toBeInstanceOf(TypeError)
    expect(stripVTControlCharacters(error.message)).toMatch(message)
  }
})

test('a server that was closed', async () => {
  const server = createServer({ cert: identity.chain, key: identity.key })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  await new Promise(resolve => server.close(resolve))
  expect((await failure(() => expect(server).toCompleteHandshake())).message).toMatch(/^the server is closed\nexpect\(\) it before/)
  expect((await failure(() => expect(server).not.toCompleteHandshake())).message).toMatch(/^the server is closed\n/)
})

test('applications without a server', async () => {
  const express = load('express') as () => object
  const Koa = load('koa') as new () => object
  for (const app of [express(), new Koa()])
    expect((await failure(() => expect(app).toCompleteHandshake())).message).toMatch(
      /^the received value is an application without its server.*\nwrap it: https\.createServer/,
    )
})

test('a target whose scheme and option name two protocols', async () => {
  expect((await failure(() => expect('imap://127.0.0.1:1').toCompleteHandshake({ starttls: 'smtp' }))).message).toMatch(
    'name two protocols',
  )
})

test('in Bun a server is refused in words, since its TLS would show half of a handshake', async () => {
  const versions = Object.getOwnPropertyDescriptor(process, 'versions') as PropertyDescriptor
  Object.defineProperty(process, 'versions', { ...versions, value: { ...process.versions, bun: '1.3.0' } })
  try {
    await expect(expect('127.0.0.1:1').toCompleteHandshake()).rejects.toThrow(/^Bun does not show .*\nrun this test in Node/)
  } finally {
    Object.defineProperty(process, 'versions', versions)
  }
})
