// Every cause of a failed handshake, met by the matcher that claims it: the faults of the catalogue as they are, and what only a network has.
import { createServer } from 'node:net'
import { describe, expect, test } from 'vitest'
import { type FaultName, faults } from '../../src/fixtures/catalogue.ts'
import { serve } from '../../src/fixtures/serve.ts'
import { handshakeCauses } from '../../src/judge/causes.ts'
import type { HandshakeCause } from '../../src/matchers/node.ts'
import '../../src/matchers/vitest.ts'
import { answering, listen } from '../support/loopback.ts'

const faulty = (Object.keys(faults) as FaultName[]).flatMap(name => {
  const { cause } = faults[name]
  return cause === null ? [] : [[name, cause as HandshakeCause] as const]
})
/** What the fixtures cannot have on loopback; each with what stands in for it. */
const beyond: readonly (readonly [cause: HandshakeCause, met: () => Promise<void>])[] = [
  ['dns-failure', () => expect('no-such-name.invalid').toFailHandshakeWith('dns-failure', { timeoutMs: 3000 })],
  [
    'proxy-refused',
    async () => {
      await using proxy = await answering('HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n', 'close')
      await expect('localhost:1').toFailHandshakeWith('proxy-refused', { proxy: `http://127.0.0.1:${proxy.port}` })
    },
  ],
  [
    'starttls-refused',
    async () => {
      await using mail = await listen(socket => {
        socket.write('220 ready\r\n')
        socket.on('data', bytes => socket.write(/^EHLO/i.test(String(bytes)) ? '250 mail.test\r\n' : '502 no\r\n'))
      })
      await expect({ host: '127.0.0.1', port: mail.port }).toFailHandshakeWith('starttls-refused', { starttls: 'smtp' })
    },
  ],
]
/** No address of this machine is without a route or without an answer; test/judge/diagnose/network.test.ts has them by a dial of its own. */
const unmet: readonly HandshakeCause[] = ['connection-timeout', 'host-unreachable']

describe.concurrent('serve(fault), then toFailHandshakeWith(cause)', () => {
  test.each(faulty)('%s: %s', async (name, cause) => {
    await using server = await serve(name)
    await expect(server).toFailHandshakeWith(cause, { timeoutMs: name === 'silent' ? 400 : 9000 })
    // A near miss: the same server fails with no other cause.
    const other = cause === 'unexpected-alert' ? 'unrecognized-name' : 'unexpected-alert'
    await expect(expect(server).toFailHandshakeWith(other, { timeoutMs: 400 })).rejects.toThrow('Received: ')
  })
})

test.each(beyond)('%s', async (_, met) => {
  await met()
})

test('every cause of a failed handshake is met here, but for two that only a network has', () => {
  const met = new Set<string>([...faulty.map(([, cause]) => cause), ...beyond.map(([cause]) => cause), ...unmet])
  expect([...met].sort()).toEqual(Object.keys(handshakeCauses).sort())
})

test('a server of the fixtures that is healthy fails with none', async () => {
  await using server = await serve('healthy')
  await expect(server).not.toFailHandshakeWith('certificate-expired')
  await expect(server).toCompleteHandshake()
  await expect(createServer()).toFailHandshakeWith('handshake-timeout', { timeoutMs: 200 })
})
