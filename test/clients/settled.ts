// Makes two hellos of one client comparable: everything that a client draws anew each time is made the same.
import { type ClientProfile, grease } from '../../src/registry/clients/client-profile.ts'
import { isGrease } from '../../src/registry/grease.ts'
import { extensionType } from '../../src/wire/extensions.ts'
import type { ClientHello } from '../../src/wire/hello.ts'
import { encodeHandshake } from '../../src/wire/messages.ts'

/** The bytes of a hello with everything drawn made the same: random values, GREASE, and with `shuffles` the order of extensions. */
export function settled(hello: ClientHello, { shuffles }: ClientProfile): string {
  const blank = (code: number): number => (isGrease(code) ? grease : code)
  const blankAll = (codes: readonly number[]): number[] => codes.map(blank)
  const zero = (bytes: Uint8Array): Uint8Array => new Uint8Array(bytes.length)
  const list = (hello.extensions ?? []).map(one => {
    switch (one.kind) {
      case 'supported_groups':
        return { ...one, groups: blankAll(one.groups) }
      case 'signature_algorithms':
        return { ...one, schemes: blankAll(one.schemes) }
      case 'supported_versions':
        return { ...one, versions: blankAll(one.versions) }
      case 'key_share':
        return { ...one, shares: one.shares.map(({ group, keyExchange }) => ({ group: blank(group), keyExchange: zero(keyExchange) })) }
      case 'unknown': {
        if (one.type === 65037) return { ...one, body: shuffles ? new Uint8Array(0) : zero(one.body) }
        return { ...one, type: blank(one.type) }
      }
      default:
        return one
    }
  })
  const same: ClientHello = {
    ...hello,
    random: zero(hello.random),
    sessionId: zero(hello.sessionId),
    cipherSuites: blankAll(hello.cipherSuites),
    extensions: shuffles
      ? list.toSorted((a, b) => extensionType(a) - extensionType(b) || JSON.stringify(a).length - JSON.stringify(b).length)
      : list,
  }
  return Buffer.from(encodeHandshake(same, { version: 0x0303 })).toString('hex')
}
