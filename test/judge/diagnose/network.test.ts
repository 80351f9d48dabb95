// Causes before and below TLS, each from a failure that really happens, and near misses that look like it and are something else.
import { Socket } from 'node:net'
import { describe, expect, test } from 'vitest'
import { gate } from '../../../src/gate.ts'
import {
  alert,
  type Case,
  closedPort,
  diagnosed,
  dialFailing,
  type Expected,
  failing,
  gated,
  type Row,
  record,
  says,
  serverHello,
  short,
} from '../../support/diagnosed.ts'
import { answering, listen } from '../../support/loopback.ts'

const network: readonly Row[] = [
  [
    'a name that does not exist',
    { host: 'a.invalid', env: { lookup: () => Promise.reject(failing('ENOTFOUND')) } },
    { cause: 'dns-failure', step: 'resolve' },
  ],
  [
    'near miss: a resolver that does not answer proves nothing of the name',
    { host: 'a.invalid', env: { lookup: () => Promise.reject(failing('EAI_AGAIN')) } },
    { cause: 'dns-failure', step: 'resolve', verdict: 'inconclusive' },
  ],
  [
    'a resolver that hangs',
    { host: 'a.invalid', env: { lookup: () => new Promise(() => {}) }, options: short },
    { cause: 'dns-failure', verdict: 'inconclusive' },
  ],
  ['a port where nothing listens', { serve: closedPort }, { cause: 'connection-refused', step: 'connect' }],
  [
    'near miss: a port that listens and says nothing',
    { serve: () => listen(() => {}), options: short },
    { cause: 'handshake-timeout', verdict: 'inconclusive' },
  ],
  [
    'an address that does not answer',
    { env: { dial: () => new Socket() }, options: short },
    { cause: 'connection-timeout', step: 'connect', verdict: 'inconclusive' },
  ],
  [
    'an address without a route',
    { env: dialFailing('EHOSTUNREACH') },
    { cause: 'host-unreachable', step: 'connect', verdict: 'inconclusive' },
  ],
  [
    'near miss: the same with a time-out of the system',
    { env: dialFailing('ETIMEDOUT') },
    { cause: 'connection-timeout', step: 'connect', verdict: 'inconclusive' },
  ],
  [
    'an error nobody foresaw',
    { env: dialFailing('EWHATEVER') },
    { cause: 'host-unreachable', verdict: 'inconclusive', message: /EWHATEVER/ },
  ],
  ['a reset after the hello', { serve: says('', 'reset') }, { cause: 'connection-reset', step: 'server_hello' }],
  [
    'a reset in the middle of a message',
    { serve: says(serverHello(0xc02b).subarray(0, 20), 'reset') },
    { cause: 'connection-reset', message: /after 15 bytes of a server_hello of 42|after 20 bytes/ },
  ],
  [
    'a close after the hello',
    { serve: says('', 'close') },
    { cause: 'connection-closed', step: 'server_hello', message: /closed the connection after the client_hello/ },
  ],
  ['near miss: an alert and a close', { serve: says(alert(49), 'close') }, { cause: 'unexpected-alert', message: /access_denied/ }],
  ['silence', { serve: says(''), options: short }, { cause: 'handshake-timeout', step: 'server_hello', verdict: 'inconclusive' }],
  [
    'half a ServerHello and silence',
    { serve: says(serverHello(0xc02b).subarray(0, 20)), options: short },
    { cause: 'handshake-timeout', step: 'server_hello', verdict: 'inconclusive' },
  ],
  [
    'plain HTTP',
    { serve: says('HTTP/1.1 400 Bad Request\r\n\r\n', 'close') },
    { cause: 'not-tls', step: 'server_hello', message: /plain HTTP/ },
  ],
  ['an SSH banner', { serve: () => listen(socket => socket.write('SSH-2.0-OpenSSH_9.2\r\n')) }, { cause: 'not-tls', message: /SSH/ }],
  ['garbage', { serve: says(Uint8Array.of(0, 1, 2, 3, 4, 5)) }, { cause: 'not-tls', message: /the bytes 000102030405/ }],
  ['near miss: TLS records that make no sense', { serve: says(record(22, 99, 0, 0, 0)) }, { cause: 'malformed-message' }],
  [
    'STARTTLS is refused',
    { scheme: 'smtp', serve: () => listen(socket => socket.write('554 no\r\n')) },
    { cause: 'starttls-refused', step: 'starttls', message: /554 no/ },
  ],
  [
    'STARTTLS is refused for now',
    { scheme: 'smtp', serve: () => listen(socket => socket.write('421 4.3.2 ::error::busy\x1b\r\n')) },
    {
      cause: 'starttls-unavailable',
      step: 'starttls',
      verdict: 'inconclusive',
      message: /^the server does not go on to TLS for now: the server answered "421 4\.3\.2 ::error::busy\\u001b"$/,
    },
  ],
  [
    'near miss: a mail server that is silent',
    { scheme: 'smtp', serve: () => listen(() => {}), options: short },
    { cause: 'handshake-timeout', step: 'starttls', verdict: 'inconclusive', message: /no SMTP greeting within 600 ms/ },
  ],
  [
    'near miss: a database that is silent',
    { scheme: 'postgres', serve: () => listen(() => {}), options: short },
    { cause: 'handshake-timeout', step: 'starttls', verdict: 'inconclusive', message: /no PostgreSQL answer within 600 ms/ },
  ],
  [
    'near miss: a web server in the place of a database',
    { scheme: 'postgres', serve: says('HTTP/1.1 400 Bad Request\r\n\r\n<html>\n</html>\n', 'close') },
    { cause: 'not-tls', step: 'starttls', message: /plain HTTP \("HTTP\/1\.1 400 Bad Request"\), which is no PostgreSQL/ },
  ],
  [
    'near miss: an SSH server in the place of a mail server',
    { scheme: 'smtp', serve: () => listen(socket => socket.write('SSH-2.0-OpenSSH_9.2\r\n')) },
    { cause: 'not-tls', step: 'starttls', message: /an SSH banner \(.*\), which is no SMTP/ },
  ],
  [
    'a directory that speaks TLS from the first byte',
    { scheme: 'ldap', serve: says(alert(70), 'close') },
    { cause: 'starttls-refused', step: 'starttls', message: /a TLS alert/ },
  ],
  [
    'near miss: a mail server that hangs up',
    { scheme: 'smtp', serve: () => listen(socket => socket.end()) },
    { cause: 'connection-closed', step: 'starttls' },
  ],
  ['near miss: a database that does not speak TLS', { scheme: 'postgres', serve: says('N') }, { cause: 'starttls-refused' }],
]

describe.concurrent('network', () => {
  test.each(network)('%s', async (_, each, expected) => {
    await diagnosed(each, expected)
  })

  test.each<[string, string, 'wait' | 'close', Expected]>([
    [
      'a proxy that wants credentials',
      'HTTP/1.1 407 Proxy Authentication Required\r\n\r\n',
      'wait',
      { cause: 'proxy-refused', step: 'proxy', message: /407/ },
    ],
    ['a proxy that hangs up', '', 'close', { cause: 'proxy-refused', step: 'proxy' }],
    ['near miss: a proxy that is silent', '', 'wait', { cause: 'connection-timeout', step: 'proxy', verdict: 'inconclusive' }],
    [
      'near miss: a tunnel to a server that is silent',
      'HTTP/1.1 200 OK\r\n\r\n',
      'wait',
      { cause: 'handshake-timeout', step: 'server_hello', verdict: 'inconclusive' },
    ],
  ])('%s', async (_, text, then, expected) => {
    await using proxy = await answering(text, then)
    await diagnosed({ options: () => ({ proxy: `http://127.0.0.1:${proxy.port}`, ...short() }) }, expected)
  })

  test('a proxy on which nothing listens says nothing of the server', async () => {
    const proxy = await listen(() => {})
    await proxy[Symbol.asyncDispose]()
    await diagnosed(
      { options: () => ({ proxy: `http://127.0.0.1:${proxy.port}` }) },
      { cause: 'proxy-refused', step: 'proxy', message: /opened no tunnel: .*ECONNREFUSED/ },
    )
  })

  test('near miss: a resolver that does not answer for the name of a proxy', async () => {
    await diagnosed(
      { env: { lookup: () => Promise.reject(failing('EAI_AGAIN')) }, options: () => ({ proxy: 'http://a.invalid:3128' }) },
      { cause: 'dns-failure', step: 'proxy', verdict: 'inconclusive', message: /^no name server gave an answer/ },
    )
  })

  // No ClientHello was sent and no web server is set up: the fix is that of the dialogue.
  test.each<[string, Case, RegExp[], RegExp]>([
    [
      'silence',
      { scheme: 'smtp', serve: () => listen(() => {}), options: short },
      [/serves SMTP/, /smtps:\/\//],
      /nginx|ClientHello|packet/,
    ],
    [
      'silence',
      { scheme: 'postgres', serve: () => listen(() => {}), options: short },
      [/serves PostgreSQL/, /tls:\/\//],
      /nginx|ClientHello/,
    ],
    ['a TLS alert', { scheme: 'ldap', serve: says(alert(70), 'close') }, [/ldaps:\/\//], /\n/],
    [
      'HTTP',
      { scheme: 'mysql', serve: () => listen(socket => socket.write('HTTP/1.1 400 x\r\n\r\n')) },
      [/port/, /MySQL/],
      /Postfix|Dovecot|nginx/,
    ],
    ['no', { scheme: 'postgres', serve: says('N') }, [/^PostgreSQL: ssl = on/m], /Postfix|Dovecot|nginx/],
    [
      'no',
      { scheme: 'imap', serve: () => listen(socket => socket.write('* BYE\r\n')) },
      [/^Dovecot: /m, /^nginx: /m],
      /Postfix|PostgreSQL/,
    ],
    ['not now', { scheme: 'smtp', serve: () => listen(socket => socket.write('421 x\r\n')) }, [/retries/, /^Postfix: /m], /nginx|Dovecot/],
    ['not now', { scheme: 'sieve', serve: () => listen(socket => socket.write('BYE (TRYLATER)\r\n')) }, [/retries/], /\n/],
    ['no', { scheme: 'ldap', serve: says('\x30\x0c\x02\x01\x01\x78\x07\x0a\x01\x02\x04\0\x04\0') }, [/STARTTLS/], /\n/],
  ])('what to do about %s fits the protocol: $1.scheme', async (_, each, wanted, unwanted) => {
    const { checks } = await gated(each)
    const fix = checks.find(({ id }) => id === 'handshake/completion')?.fix
    for (const pattern of wanted) expect(fix).toMatch(pattern)
    expect(fix).not.toMatch(unwanted)
  })

  test('a check that the caller ends is inconclusive', async () => {
    const caller = new AbortController()
    await using server = await listen(socket => socket.once('data', () => caller.abort()))
    // The deadline is far beyond the time limit of a test.
    const { verdict, targets } = await gate([`tls://127.0.0.1:${server.port}`], { timeoutMs: 600_000 }, { signal: caller.signal })
    expect(verdict).toBe('inconclusive')
    expect(targets[0]?.handshake.failure?.cause).toBe('handshake-timeout')
  })
})
