import { createServer } from 'node:https'
import { test } from '@playwright/test'
import type { Report } from 'tlsgate'
import { expect } from 'tlsgate/playwright'

declare const report: Report
type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false
const isTrue = <T extends true>(): T | undefined => undefined

test('the matchers are to be awaited', async () => {
  const pending = expect('localhost:8443').toCompleteHandshake()
  isTrue<Equal<typeof pending, Promise<void>>>()
  await expect(createServer()).toCompleteHandshake({ ca: 'self', servername: 'localhost', minVersion: 'TLSv1.3' })
  await expect.soft('localhost').not.toRefuseProtocol('TLSv1.3')
  await expect.poll(() => 'localhost').toNegotiate({ protocol: 'TLSv1.3', alpn: null })
  await expect(Promise.resolve('localhost')).resolves.toStayValidFor('30d')
  await expect(report).toMeetPolicy({ extends: 'mozilla-modern', groups: { require: ['post-quantum'] } })
  expect({ report }).toEqual({ report: expect.toMeetPolicy('default') })
  expect({ report }).toEqual({ report: expect.not.toNegotiate({ protocol: 'TLSv1.2' }) })
})

test('arguments are checked', async () => {
  // @ts-expect-error no such cause
  await expect('localhost').toFailHandshakeWith('certificate-expird')
  // @ts-expect-error a protocol is needed
  await expect('localhost').toRefuseProtocol()
  // @ts-expect-error no such option
  await expect('localhost').toCompleteHandshake({ serverName: 'localhost' })
  // @ts-expect-error no such matcher
  await expect('localhost').toCompleteHandshakes()
})

// @ts-expect-error the globals of another runner are not pulled in
jest.fn()
