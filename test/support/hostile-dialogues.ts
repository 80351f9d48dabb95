// Proxies and STARTTLS servers that mean harm before a single byte of TLS: floods, trickles, garbage.
// biome-ignore-all lint/suspicious/noThenProperty: an act says what comes next in a word; nothing here is awaited as a promise
import type { Act } from '../../src/fixtures/fault.ts'
import type { HandshakeCause } from '../../src/judge/causes.ts'
import { schemes } from '../../src/net/scheme.ts'

type Case = readonly [name: string, fault: Act, causes: readonly HandshakeCause[]]

const flood = (text: string): Act => ({ send: Buffer.from(text.repeat(Math.ceil(16_384 / text.length)), 'latin1'), forever: true })
const trickle = (text: string): Act => ({ send: Buffer.from(text.repeat(100), 'latin1'), pace: { bytes: 1, everyMs: 40 } })
const say = (text: string, then: Act['then'] = 'wait'): Act => ({ send: Buffer.from(text, 'latin1'), then })

export const hostileProxies: readonly Case[] = [
  ['a head without end', flood('HTTP/1.1 200 OK\r\nX: y\r\n'), ['proxy-refused']],
  ['a line without end', flood('A'), ['proxy-refused']],
  ['zeros without end', flood('\0'), ['proxy-refused']],
  ['a head of one byte every 40 ms', trickle('HTTP/1.1 200 OK\r\n'), ['connection-timeout']],
  ['silence', say(''), ['connection-timeout']],
  ['half a head and a close', say('HTTP/1.1 200', 'close'), ['proxy-refused']],
  ['half a head and a reset', say('HTTP/1.1 200', 'reset'), ['proxy-refused']],
  ['an SSH banner', say('SSH-2.0-x\r\n\r\n'), ['proxy-refused']],
  ['a redirection', say('HTTP/1.1 302 ::error::x\r\n\r\n'), ['proxy-refused']],
  ['a tunnel to itself, which repeats its head', flood('HTTP/1.1 200 OK\r\n\r\n'), ['not-tls']],
  ['a tunnel that floods', flood('HTTP/1.1 200 OK\r\n\r\n\x17\x03\x03\0\0'), ['malformed-message', 'not-tls']],
]

const beforeTls: readonly HandshakeCause[] = ['starttls-refused', 'not-tls', 'handshake-timeout', 'connection-closed', 'malformed-message']
const floods: readonly Case[] = [
  ['a greeting without end', flood('220-and so on\r\n'), beforeTls],
  ['yes to everything, without end', flood('220 yes\r\n'), beforeTls],
  ['every yes there is, without end', flood('+OK\r\n* OK\r\na OK\r\nOK\r\n220 yes\r\n382 yes\r\n'), beforeTls],
  ['an XML stream without end', flood('<stream:stream><stream:features><a/>'), beforeTls],
  ['opened brackets without end', flood('<proceed<starttls<failure'), beforeTls],
  ['a line without end', flood('2'), beforeTls],
  ['bytes of 0xff without end', flood('\xff'), beforeTls],
  ['zeros without end', flood('\0'), beforeTls],
  ['lengths of ASN.1 without end', flood('\x30\x84\xff\xff'), beforeTls],
  ['an answer of one byte every 40 ms', trickle('22'), beforeTls],
]

/** Once for each dialogue before TLS. */
export const hostileUpgrades: readonly (readonly [scheme: string, ...Case])[] = schemes
  .filter(({ starttls }, index) => starttls !== null && schemes.findIndex(scheme => scheme.starttls === starttls) === index)
  .flatMap(({ name }) => floods.map(each => [name, ...each] as const))
