import { expect, test } from 'vitest'
import { contradiction } from '../../src/probe/contradiction.ts'
import { type HelloParts, helloOf } from '../../src/probe/hello.ts'
import type { Accepted, Asked, Offer, Outcome } from '../../src/probe/offer.ts'

/** Of a certificate the one thing that is looked at: id-ecPublicKey and the curve. */
const onSecp224r1 = Buffer.from('06072a8648ce3d020106052b81040021', 'hex')

const [gcm, cbc] = [0xc02f, 0xc013]
const handshakeFailure: Outcome = { kind: 'refused', by: 'alert', alert: 40 }

function accepts(
  version: number,
  cipherSuite: number,
  group: number | null,
  signatureScheme: number | null,
  presented: readonly Uint8Array[] = [],
): Accepted {
  const fields = {
    legacyVersion: 0x0303,
    random: new Uint8Array(32),
    sessionId: new Uint8Array(0),
    cipherSuite,
    compressionMethod: 0,
    extensions: [],
  }
  const nothing = { keyExchange: null, encryptedExtensions: null, asksForCertificate: null }
  return {
    kind: 'accepted',
    version,
    cipherSuite,
    group,
    signatureScheme,
    answer: { hello: { kind: 'server_hello', ...fields }, presented, ...nothing },
  }
}

type Row = readonly [about: Offer['about'], parts: HelloParts, outcome: Outcome]
const asked = (...rows: readonly Row[]): Asked[] =>
  rows.map(([about, parts, outcome], index) => ({
    number: index + 1,
    offer: { title: '', about, hello: helloOf({ servername: null, alpn: [], random: length => new Uint8Array(length) }, parts) },
    outcome,
  }))

const tls12 = (parts: Partial<HelloParts> = {}): HelloParts => ({ version: 0x0303, cipherSuites: [gcm, cbc], ...parts })
const granted: Row = ['cipher-suites', tls12(), accepts(0x0303, gcm, 0x17, 0x0804)]
const share = [{ group: 0x1d, keyExchange: new Uint8Array(32) }]
const tls13 = (parts: Partial<HelloParts> = {}): HelloParts => ({ version: 0x0304, cipherSuites: [0x1301], ...parts })

test.each<[string, readonly Row[], boolean]>([
  ['a refusal of what was granted', [granted, ['cipher-suites', tls12({ cipherSuites: [gcm] }), handshakeFailure]], true],
  ['whichever came first', [['control', tls12(), handshakeFailure], granted], true],
  ['near miss: of another suite', [granted, ['cipher-suites', tls12({ cipherSuites: [cbc] }), handshakeFailure]], false],
  ['near miss: of other groups', [granted, ['groups', tls12({ groups: [0x18] }), handshakeFailure]], false],
  [
    'near miss: of other groups than those of an answer that broke off before its key exchange',
    [
      ['cipher-suites', tls12(), accepts(0x0303, gcm, null, null)],
      ['groups', tls12({ groups: [0x18] }), handshakeFailure],
    ],
    false,
  ],
  [
    'of all the groups of an answer that broke off before its key exchange',
    [
      ['cipher-suites', tls12({ groups: [0x17, 0x18] }), accepts(0x0303, gcm, null, null)],
      ['groups', tls12({ groups: [0x18, 0x17] }), handshakeFailure],
    ],
    true,
  ],
  ['near miss: of other schemes', [granted, ['signature-schemes', tls12({ signatureSchemes: [0x0201] }), handshakeFailure]], false],
  ['near miss: of another version', [granted, ['cipher-suites', { version: 0x0302, cipherSuites: [cbc] }, handshakeFailure]], false],
  ['near miss: of an odd hello', [granted, ['grease-tolerance', tls12(), handshakeFailure]], false],
  ['near miss: by a close, which is put again anyway', [granted, ['cipher-suites', tls12(), { kind: 'refused', by: 'close' }]], false],
  [
    'near miss: of a hello without the curve of the certificate',
    [
      ['cipher-suites', tls12({ cipherSuites: [0xc02b] }), accepts(0x0303, 0xc02b, 0x17, 0x0403, [onSecp224r1])],
      ['groups', tls12({ cipherSuites: [0xc02b], groups: [0x17] }), handshakeFailure],
    ],
    false,
  ],
  [
    'in TLS 1.3',
    [
      ['several', tls13(), accepts(0x0304, 0x1301, 0x17, null)],
      ['control', tls13(), handshakeFailure],
    ],
    true,
  ],
  [
    'near miss: of a hello without a share, by a server that has no HelloRetryRequest',
    [
      ['cipher-suites', tls13({ shares: share }), accepts(0x0304, 0x1301, 0x1d, 0x0804)],
      ['control', tls13(), handshakeFailure],
    ],
    false,
  ],
  [
    'near miss: of a signature, where the one that was granted is sealed',
    [
      ['several', tls13(), accepts(0x0304, 0x1301, 0x1d, null)],
      ['signature-schemes', tls13({ shares: share, signatureSchemes: [0x0201] }), handshakeFailure],
    ],
    false,
  ],
])('%s', (_, rows, isOne) => {
  expect(contradiction(asked(...rows)) !== null).toBe(isOne)
})
