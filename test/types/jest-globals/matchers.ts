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

// @ts-expect-error the globals of another runner are not pulled in
jest.fn()
