import { generateKeyPairSync } from 'node:crypto'
import { expect, test } from 'vitest'
import { curves } from '../../src/certificate/object-identifiers.ts'
import { curveOf } from '../../src/probe/leaf-curve.ts'
import type { Answer } from '../../src/probe/offer.ts'
import { groups } from '../../src/registry/groups.ts'

/** An answer with a certificate, of which only the key is looked at. */
const answerWith = (...presented: readonly Uint8Array[]): Answer => ({
  hello: {
    kind: 'server_hello',
    legacyVersion: 0x0303,
    random: new Uint8Array(32),
    sessionId: new Uint8Array(0),
    cipherSuite: 0xc02b,
    compressionMethod: 0,
    extensions: null,
  },
  presented,
  keyExchange: null,
  encryptedExtensions: null,
  asksForCertificate: null,
})

const keyOn = (namedCurve: string): Buffer => generateKeyPairSync('ec', { namedCurve }).publicKey.export({ type: 'spki', format: 'der' })

const named = [...curves.values()].flatMap(({ group }) => groups.named(group) ?? [])

test.each(named.filter(({ openssl }) => openssl !== null))('a key on $name is known by it', ({ code, openssl }) => {
  expect(curveOf(answerWith(keyOn(openssl ?? '')))).toBe(code)
})

test.each([
  ['no certificate', []],
  ['a key of another kind', [generateKeyPairSync('ed25519').publicKey.export({ type: 'spki', format: 'der' })]],
  ['a curve that certificates are not made with', [keyOn('sect163k1')]],
  ['bytes that end before the curve', [keyOn('prime256v1').subarray(0, 15)]],
  ['a curve that is spelled out', [Buffer.from('06072a8648ce3d02013003020101', 'hex')]],
])('%s has none', (_, presented) => {
  expect(curveOf(answerWith(...presented))).toBeNull()
})
