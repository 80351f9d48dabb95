import { createServer } from 'node:https'
import { expect, test } from '@jest/globals'
import type { Report } from 'tlsgate'

import 'tlsgate/jest-globals'

declare const report: Report
type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false
const isTrue = <T extends true>(): T | undefined => undefined

test('on a target the matchers are to be awaited', async () => {
  const pending = expect('localhost:8443').toCompleteHandshake()
  isTrue<Equal<typeof pending, Promise<void>>>()
  await expect(createServer()).toCompleteHandshake({ ca: 'PEM', servername: 'localhost', minVersion: 'TLSv1.3' })
  await expect(createServer().address()).not.toPresentTrustedChain({ ca: [Buffer.from('PEM')] })
  await expect(Promise.resolve('localhost')).resolves.toFailHandshakeWith('certificate-expired', { timeoutMs: 100 })
})

test('on a report they are not', () => {
  const settled = expect(report).toCompleteHandshake()
  isTrue<Equal<typeof settled, void>>()
  expect(report.targets[0]).not.toFailHandshakeWith('certificate-expired')
  expect({ report }).toEqual({ report: expect.toMeetPolicy('default') })
  expect({ report }).toEqual({ report: expect.not.toNegotiate({ protocol: 'TLSv1.2' }) })
  // @ts-expect-error a cause is needed
  expect({ report }).toEqual({ report: expect.toFailHandshakeWith() })
})

test('arguments are checked', async () => {
  // @ts-expect-error no such cause
  await expect('localhost').toFailHandshakeWith('certificate-expird')
  // @ts-expect-error a cause is needed
  await expect('localhost').toFailHandshakeWith()
  // @ts-expect-error no such option
  await expect('localhost').toCompleteHandshake({ serverName: 'localhost' })
  // @ts-expect-error no such version
  await expect('localhost').toCompleteHandshake({ minVersion: 'TLSv1.4' })
  // @ts-expect-error no such matcher
  await expect('localhost').toCompleteHandshakes()
})

test('every matcher, its arguments typed', async () => {
  const target = expect('localhost')
  await target.toNegotiate({ protocol: 'TLSv1.3', cipherSuite: 'TLS_AES_128_GCM_SHA256', group: 'x25519', alpn: null }, { ca: 'self' })
  await target.toAcceptProtocol('TLSv1.2')
  await target.toRefuseProtocol('TLSv1.0', { starttls: 'smtp' })
  await target.toAcceptCipher('TLS_AES_128_GCM_SHA256')
  await target.toRefuseCipher('RC4-SHA')
  await target.toAcceptGroup('x25519')
  await target.toCoverHostname('www.example.com')
  await target.toStayValidFor('30d')
  await target.toStayValidFor(86_400_000)
  await target.toStapleOcsp()
  await target.toRequireClientCertificate()
  await target.toMeetPolicy('mozilla-modern')
  await target.toMeetPolicy({ extends: 'default', protocols: { forbid: ['TLSv1.2'] } })
  await target.toMatchHandshakeSnapshot({ survey: 'full' }, 'hint')
  await target.toMatchInlineHandshakeSnapshot(`{}`)
  await target.toMatchInlineHandshakeSnapshot({ ca: 'PEM' }, `{}`)
  // @ts-expect-error not what a handshake agrees on
  await target.toNegotiate({ protocl: 'TLSv1.3' })
  // @ts-expect-error a duration is a text or a number
  await target.toStayValidFor(new Date())
  // @ts-expect-error no such version
  await target.toRefuseProtocol('TLSv1.9')
  // @ts-expect-error no such policy
  await target.toMeetPolicy('mozila-modern')
  // @ts-expect-error no such section of a policy
  await target.toMeetPolicy({ protocol: {} })
  // @ts-expect-error no protocol with STARTTLS
  await target.toCompleteHandshake({ starttls: 'https' })
})

// @ts-expect-error the globals of another runner are not pulled in
jest.fn()
