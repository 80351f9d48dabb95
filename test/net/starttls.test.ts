import { describe, expect, test } from 'vitest'
import { deadline } from '../../src/net/deadline.ts'
import { type StartTls, schemes } from '../../src/net/scheme.ts'
import { startTls } from '../../src/net/starttls.ts'
import { connected, listen } from '../support/loopback.ts'

/** One side of a conversation after the other; texts are latin1. */
type Line = readonly ['server', string] | readonly ['client', RegExp]
const server = (text: string): Line => ['server', text]
const client = (pattern: RegExp): Line => ['client', pattern]

/** MySQL's greeting, "Protocol::HandshakeV10". */
function mysqlGreeting(capabilities: number): string {
  const body = `\x0a8.0.36\0\x07\0\0\0saltsalt\0${String.fromCharCode(capabilities & 0xff, capabilities >> 8)}\xff\x02\0${'\0'.repeat(40)}`
  return `${String.fromCharCode(body.length)}\0\0\0${body}`
}

const xmppOpening = "<?xml version='1.0'?><stream:stream xmlns:stream='http://etherx.jabber.org/streams' version='1.0' id='1'>"
const xmppFeatures = "<stream:features><starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'><required/></starttls></stream:features>"
const proceed = "<proceed xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>"
const ldapAnswer = (resultCode: number): string => `\x30\x0c\x02\x01\x01\x78\x07\x0a\x01${String.fromCharCode(resultCode)}\x04\0\x04\0`

// As servers in use say it: Postfix, Dovecot, vsftpd, INN, ejabberd, OpenLDAP, PostgreSQL, MySQL.
const dialogues: Record<StartTls, readonly Line[]> = {
  smtp: [
    server('220-mail.example ESMTP\r\n220 at your service\r\n'),
    client(/^EHLO \S+\r\n$/),
    server('250-mail.example\r\n250-PIPELINING\r\n250 STARTTLS\r\n'),
    client(/^STARTTLS\r\n$/),
    server('220 2.0.0 Ready to start TLS\r\n'),
  ],
  lmtp: [
    server('220 mail.example LMTP\r\n'),
    client(/^LHLO \S+\r\n$/),
    server('250-mail.example\r\n250 STARTTLS\r\n'),
    client(/^STARTTLS\r\n$/),
    server('220 go\r\n'),
  ],
  imap: [
    server('* OK [CAPABILITY IMAP4rev1 STARTTLS] ready\r\n'),
    client(/^a STARTTLS\r\n$/),
    server('* CAPABILITY IMAP4rev1\r\na OK Begin TLS negotiation now.\r\n'),
  ],
  pop3: [server('+OK ready\r\n'), client(/^STLS\r\n$/), server('+OK Begin TLS negotiation now.\r\n')],
  ftp: [server('220-Welcome\r\n220 (vsFTPd 3.0.5)\r\n'), client(/^AUTH TLS\r\n$/), server('234 Proceed with negotiation.\r\n')],
  nntp: [server('200 news.example ready\r\n'), client(/^STARTTLS\r\n$/), server('382 Begin TLS negotiation now\r\n')],
  sieve: [
    server('"IMPLEMENTATION" "Dovecot"\r\n"STARTTLS"\r\nOK "ready"\r\n'),
    client(/^STARTTLS\r\n$/),
    server('OK "Begin TLS negotiation now."\r\n'),
  ],
  xmpp: [
    client(/^<\?xml [^>]*><stream:stream to='host\.example' xmlns='jabber:client'/),
    server(xmppOpening),
    server(xmppFeatures),
    client(/^<starttls /),
    server(proceed),
  ],
  'xmpp-server': [
    client(/^<\?xml [^>]*><stream:stream to='host\.example' xmlns='jabber:server'/),
    server(xmppOpening + xmppFeatures),
    client(/^<starttls /),
    server(proceed),
  ],
  ldap: [client(/^\x30\x1d\x02\x01\x01\x77\x18\x80\x161\.3\.6\.1\.4\.1\.1466\.20037$/), server(ldapAnswer(0))],
  postgres: [client(/^\0\0\0\x08\x04\xd2\x16\x2f$/), server('S')],
  mysql: [server(mysqlGreeting(0xffff)), client(/^\x20\0\0\x01[\s\S]\x8a[\s\S]{30}$/)],
}

/** Plays the server's part of a conversation; a line of the client's that does not fit is kept. */
async function play(lines: readonly Line[], pieceLength = Number.POSITIVE_INFINITY) {
  const misfits: string[] = []
  const remaining = [...lines]
  const loopback = await listen(socket => {
    const speak = async (): Promise<void> => {
      while (remaining[0]?.[0] === 'server') {
        const bytes = Buffer.from(String(remaining.shift()?.[1]), 'latin1')
        for (let start = 0; start < bytes.length; start += pieceLength) {
          socket.write(bytes.subarray(start, Math.min(start + pieceLength, bytes.length)))
          if (pieceLength < bytes.length) await new Promise(setImmediate)
        }
      }
    }
    socket.setNoDelay(true)
    void speak()
    socket.on('data', data => {
      const expected = remaining.shift()
      if (expected?.[0] !== 'client' || !expected[1].test(data.toString('latin1'))) misfits.push(data.toString('latin1'))
      void speak()
    })
  })
  return { port: loopback.port, misfits, remaining, [Symbol.asyncDispose]: () => loopback[Symbol.asyncDispose]() }
}

async function upgrade(protocol: StartTls, port: number, timeoutMs = 2000) {
  const socket = await connected(port)
  using limit = deadline(timeoutMs)
  const outcome = await startTls(socket, protocol, 'host.example', limit.signal)
  return { outcome, socket }
}

const protocols = Object.keys(dialogues) as StartTls[]

test('every protocol a scheme names has a dialogue here', () => {
  const named = new Set(schemes.flatMap(({ starttls }) => (starttls ? [starttls] : [])))
  expect([...named].sort()).toEqual([...protocols].sort())
})

describe.each(protocols)('%s', protocol => {
  test.each([
    ['in one piece', undefined],
    ['one byte at a time', 1],
  ])('is upgraded when the server speaks %s', async (_, pieceLength) => {
    await using peer = await play(dialogues[protocol], pieceLength)
    const { outcome, socket } = await upgrade(protocol, peer.port)
    expect(outcome).toEqual({ kind: 'ready', detail: `${protocol} upgraded to TLS` })
    socket.write('') // MySQL's last line goes out unanswered: give it the time of a round trip
    await expect.poll(() => peer.remaining).toEqual([])
    expect(peer.misfits).toEqual([])
    socket.destroy()
  })

  test('leaves the bytes of TLS to the next reader', async () => {
    await using peer = await play([...dialogues[protocol], client(/^client_hello$/), server('server_hello')])
    const { socket } = await upgrade(protocol, peer.port)
    if (protocol === 'mysql') await expect.poll(() => peer.remaining).toHaveLength(2) // both would come as one piece
    socket.write('client_hello')
    const first = await new Promise(resolve => socket.once('data', resolve).resume())
    expect(String(first)).toBe('server_hello')
    socket.destroy()
  })

  test('ends at the deadline when the server is silent', async () => {
    await using peer = await listen(() => {})
    const { outcome, socket } = await upgrade(protocol, peer.port, 25)
    const speaksFirst = dialogues[protocol][0]?.[0] === 'server'
    expect(outcome).toMatchObject({
      kind: 'failed',
      code: 'DEADLINE',
      message: expect.stringMatching(speaksFirst ? /^no \w+ greeting within 25 ms$/ : /^no \w+ answer within 25 ms$/),
    })
    socket.destroy()
  })

  test('ends with the connection', async () => {
    await using peer = await listen(socket => socket.end())
    const { outcome, socket } = await upgrade(protocol, peer.port)
    expect(outcome).toMatchObject({ kind: 'failed' })
    expect(['ECLOSED', 'EPIPE', 'ECONNRESET']).toContain(outcome.kind === 'failed' && outcome.code)
    socket.destroy()
  })
})

const any = /[\s\S]/
describe('a refusal is told by its words', () => {
  test.each<[string, StartTls, readonly Line[], string]>([
    ['no service', 'smtp', [server('554 no service\r\n')], '"554 no service"'],
    ['no such command', 'smtp', [...dialogues.smtp.slice(0, 4), server('502 5.5.1 not implemented\r\n')], '"502 5.5.1 not implemented"'],
    [
      'no certificate',
      'imap',
      [server('* OK x\r\n'), client(any), server('a BAD TLS is not available\r\n')],
      '"a BAD TLS is not available"',
    ],
    ['goodbye', 'imap', [server('* BYE overloaded\r\n')], '"* BYE overloaded"'],
    ['no such command', 'pop3', [server('+OK x\r\n'), client(any), server('-ERR unknown command\r\n')], '"-ERR unknown command"'],
    ['please log in', 'ftp', [server('220 x\r\n'), client(any), server('530 Please login\r\n')], '"530 Please login"'],
    ['no such command', 'nntp', [server('200 x\r\n'), client(any), server('580 cannot start TLS\r\n')], '"580 cannot start TLS"'],
    ['no such command', 'sieve', [server('OK\r\n'), client(any), server('NO "no TLS"\r\n')], '"NO \\"no TLS\\""'],
    ['no such feature', 'xmpp', [client(any), server(`${xmppOpening}<stream:features></stream:features>`)], 'features>"'],
    [
      'a failure',
      'xmpp',
      [client(any), server(xmppFeatures), client(any), server('<failure/></stream:stream>')],
      '<failure/></stream:stream>"',
    ],
    ['a stream error', 'xmpp-server', [client(any), server('<stream:error><host-unknown/></stream:error>')], 'host-unknown'],
    ['a protocol error', 'ldap', [client(any), server(ldapAnswer(2))], '\\u0002'],
    ['no', 'postgres', [client(any), server('N')], '"N"'],
    ['an error', 'postgres', [client(any), server('E\0\0\0\x10SFATAL\0')], '"E\\u0000'],
    ['no TLS among its capabilities', 'mysql', [server(mysqlGreeting(0xffff & ~0x0800))], '8.0.36'],
    ['not from there', 'mysql', [server('\x13\0\0\0\xff\x6a\x04Host not allowed')], 'Host not allowed'],
    ['a problem that lasts', 'pop3', [server('-ERR [SYS/PERM] no\r\n')], '"-ERR [SYS/PERM] no"'],
    ['a mention of what would be temporary', 'imap', [server('* BYE not [UNAVAILABLE]\r\n')], '"* BYE not [UNAVAILABLE]"'],
    ['a mention of what would be temporary', 'sieve', [server('NO "(TRYLATER)"\r\n')], 'TRYLATER'],
    ['a configuration that is wrong', 'ldap', [client(any), server(ldapAnswer(53))], '5'],
    ['no more', 'xmpp', [client(any), server('<stream:error/>')], 'error/>"'],
  ])('%s: %s', async (_, protocol, lines, quoted) => {
    await using peer = await play(lines)
    const { outcome, socket } = await upgrade(protocol, peer.port)
    expect(outcome).toMatchObject({ kind: 'refused', detail: expect.stringContaining(quoted) })
    expect(peer.misfits).toEqual([])
    socket.destroy()
  })
})

describe.each([
  ['in one piece', undefined],
  ['one byte at a time', 1],
])('a refusal that its protocol calls temporary, %s', (_, pieceLength) => {
  test.each<[string, StartTls, readonly Line[], string]>([
    ['going down', 'smtp', [server('421 4.3.2 shutting down\r\n')], '"421 4.3.2 shutting down"'],
    ['greylisted', 'smtp', [...dialogues.smtp.slice(0, 2), server('450-wait\r\n450 a while\r\n')], '"450 a while"'],
    ['no TLS', 'smtp', [...dialogues.smtp.slice(0, 4), server('454 4.7.0 TLS not available\r\n')], '"454 4.7.0 TLS not available"'],
    ['no TLS', 'lmtp', [...dialogues.lmtp.slice(0, 4), server('454 4.7.0 TLS not available\r\n')], '"454 4.7.0 TLS not available"'],
    ['goodbye', 'imap', [server('* BYE [UNAVAILABLE] come back\r\n')], '"* BYE [UNAVAILABLE] come back"'],
    ['no TLS', 'imap', [server('* OK x\r\n'), client(any), server('a NO [unavailable] x\r\n')], '"a NO [unavailable] x"'],
    ['no service', 'pop3', [server('-ERR [SYS/TEMP] later\r\n')], '"-ERR [SYS/TEMP] later"'],
    ['too many clients', 'ftp', [server('421 Too many connections\r\n')], '"421 Too many connections"'],
    ['out of something', 'ftp', [server('220 x\r\n'), client(any), server('431 no\r\n')], '"431 no"'],
    ['no service', 'nntp', [server('400 load\r\n')], '"400 load"'],
    ['no TLS', 'sieve', [server('OK\r\n'), client(any), server('NO (TRYLATER) "x"\r\n')], '"NO (TRYLATER) \\"x\\""'],
    ['goodbye', 'sieve', [server('BYE (TRYLATER/LOAD) "x"\r\n')], 'TRYLATER'],
    [
      'overloaded',
      'xmpp',
      [client(any), server(`${xmppOpening}<stream:error><resource-constraint xmlns='x'/></stream:error>`)],
      'constraint',
    ],
    [
      'going down',
      'xmpp-server',
      [client(any), server(xmppFeatures), client(any), server('<stream:error><system-shutdown/></stream:error></stream:stream>')],
      'system-shutdown',
    ],
    ['busy', 'ldap', [client(any), server(ldapAnswer(51))], '3'],
    ['no TLS', 'ldap', [client(any), server(ldapAnswer(52))], '4'],
    ['a notice of disconnection', 'ldap', [client(any), server(ldapAnswer(52).replace('\x01\x01\x78', '\x01\0\x78'))], '4'],
    ['too many connections', 'mysql', [server('\x17\0\0\0\xff\x10\x04Too many connections')], 'Too many connections'],
    ['going down', 'mysql', [server('\x0b\0\0\0\xff\x1d\x04Shutdown')], 'Shutdown'],
  ])('%s: %s', async (_, protocol, lines, quoted) => {
    await using peer = await play(lines, pieceLength)
    const { outcome, socket } = await upgrade(protocol, peer.port)
    expect(outcome).toMatchObject({ kind: 'unavailable', detail: expect.stringContaining(quoted) })
    expect(peer.misfits).toEqual([])
    socket.destroy()
  })
})

const http = 'HTTP/1.1 400 Bad Request\r\nServer: x\r\n\r\n<html>\n</html>\n'
const handshakeAlert = '\x15\x03\x01\0\x02\x02\x46'

describe('an answer of another protocol is no refusal', () => {
  test.each<[string, StartTls, string]>([
    ...protocols.map((protocol): [string, StartTls, string] => ['HTTP', protocol, http]),
    ...protocols.map((protocol): [string, StartTls, string] => ['TLS', protocol, handshakeAlert]),
    ...protocols.map((protocol): [string, StartTls, string] => ['SSH', protocol, 'SSH-2.0-OpenSSH_9.2\r\n']),
    ['a page without a head', 'postgres', '<html>\r\n</html>\r\n'],
    ['a page without a head', 'xmpp', '<!DOCTYPE html>\r\n<html></html>\r\n'],
    ['an IMAP greeting', 'smtp', '* OK ready\r\n'],
    ['a mail greeting', 'mysql', '220 mail.example ESMTP\r\n'],
    ['a MySQL greeting', 'smtp', mysqlGreeting(0xffff)],
  ])('%s in the place of %s', async (_, protocol, text) => {
    await using peer = await listen(socket => socket.write(Buffer.from(text, 'latin1')))
    const { outcome, socket } = await upgrade(protocol, peer.port)
    expect(outcome).toMatchObject({ kind: 'stranger', detail: `the server answered ${JSON.stringify(text.split(/\r?\n/, 1)[0])}` })
    socket.destroy()
  })
})

test('what a server slips in behind its go-ahead is dropped: TLS never protected it', async () => {
  await using peer = await play([...dialogues.smtp.slice(0, 4), server('220 go\r\n250 injected\r\n')])
  const { outcome, socket } = await upgrade('smtp', peer.port)
  expect(outcome.kind).toBe('ready')
  expect(socket.read()).toBeNull()
  socket.destroy()
})

test.each<[StartTls, string]>([
  ['smtp', '220-again\r\n'],
  ['xmpp', '<stream:features><starttls '],
  ['xmpp', `${xmppFeatures}<proceed`],
  ['ldap', '\x30\x02\x01\x01'],
  ['mysql', '\xff\xff\xff\0\x0a'],
])('a %s server that never comes to an end costs little time', async (protocol, text) => {
  await using peer = await listen(socket => {
    const more = (): boolean => socket.writable && socket.write(Buffer.from(text.repeat(20), 'latin1'), () => void setImmediate(more))
    more()
  })
  const { outcome, socket } = await upgrade(protocol, peer.port, 600_000)
  expect(outcome.kind).not.toBe('ready')
  socket.destroy()
})
