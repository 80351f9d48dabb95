// Rules for a server whose bytes are TLS records and still make no sense.
import type { Rule } from './rule.ts'
import { lastMessageOf } from './symptom.ts'

/** Bytes that the TLS standard does not allow, by either side's word. */
export const malformedRules: readonly Rule[] = [
  {
    cause: 'malformed-message',
    failedAt: 'last-server-message',
    seen: ({ trace }) => trace.broken && `the server's bytes cannot be read to their end: ${trace.broken}`,
  },
  {
    cause: 'malformed-message',
    failedAt: 'last-server-message',
    seen: ({ end }) => (end?.kind === 'flooded' ? 'the server sent more than a handshake can need' : null),
  },
  {
    cause: 'malformed-message',
    failedAt: 'last-server-message',
    seen: ({ trace }) => {
      for (const { from, content } of trace.messages) {
        if (from === 'server' && content.kind === 'undecodable') return `the server sent a malformed message: ${content.reason}`
        if (from === 'server' && content.kind === 'unknown')
          return `the server sent a handshake message of the unknown type ${content.type}`
      }
      return null
    },
  },
]

/** Asked after all others that look at OpenSSL's word: the client gave up, and this is why. */
export const engineRules: readonly Rule[] = [
  {
    cause: 'malformed-message',
    failedAt: 'last-server-message',
    seen: ({ end, trace }) => {
      if (end?.kind !== 'engine') return null
      const last = lastMessageOf(trace, 'server')
      return `the client could not go on ${last ? `after the server's ${last}` : 'with what the server sent'}: ${reasonOf(end.code, end.message)}`
    },
  },
]

/** OpenSSL's words: 'ERR_SSL_BAD_EXTENSION' is 'bad extension'. */
function reasonOf(code: string, message: string): string {
  return code.startsWith('ERR_SSL_') ? code.slice('ERR_SSL_'.length).toLowerCase().replaceAll('_', ' ') : message.trim()
}
