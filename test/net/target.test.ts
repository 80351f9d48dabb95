import { describe, expect, test } from 'vitest'
import { schemes } from '../../src/net/scheme.ts'
import { parseTarget, targetOf } from '../../src/net/target.ts'
import { UsageError } from '../../src/usage-error.ts'

test.each<[string, string, { url: string; host: string; port: number }]>([
  ['a bare host is https on 443', 'example.com', { url: 'https://example.com:443', host: 'example.com', port: 443 }],
  ['a bare host with a port is https', 'example.com:8443', { url: 'https://example.com:8443', host: 'example.com', port: 8443 }],
  ['a URL may end in a slash', 'https://example.com/', { url: 'https://example.com:443', host: 'example.com', port: 443 }],
  ['space around it does not count', ' example.com\n', { url: 'https://example.com:443', host: 'example.com', port: 443 }],
  ['scheme and host are lower case', 'HTTPS://Example.COM', { url: 'https://example.com:443', host: 'example.com', port: 443 }],
  ['the dot of the root is left out', 'example.com.', { url: 'https://example.com:443', host: 'example.com', port: 443 }],
  [
    'a name of other letters is an A-label',
    'bücher.example',
    { url: 'https://xn--bcher-kva.example:443', host: 'xn--bcher-kva.example', port: 443 },
  ],
  ['an underscore is a letter in a private zone', 'my_host', { url: 'https://my_host:443', host: 'my_host', port: 443 }],
  ['a name may begin with digits', '1.2.3.4.example', { url: 'https://1.2.3.4.example:443', host: '1.2.3.4.example', port: 443 }],
  ['an IPv4 address', '127.0.0.1:1', { url: 'https://127.0.0.1:1', host: '127.0.0.1', port: 1 }],
  ['an IPv6 address in brackets', '[::1]:8443', { url: 'https://[::1]:8443', host: '::1', port: 8443 }],
  ['an IPv6 address in brackets without a port', '[2001:db8::1]', { url: 'https://[2001:db8::1]:443', host: '2001:db8::1', port: 443 }],
  ['a bare IPv6 address', '2001:db8::443', { url: 'https://[2001:db8::443]:443', host: '2001:db8::443', port: 443 }],
  ['an IPv6 address written out', '[0:0:0:0:0:0:0:1]:8443', { url: 'https://[::1]:8443', host: '::1', port: 8443 }],
  ['an IPv6 address with zeros to spare', '::0001', { url: 'https://[::1]:443', host: '::1', port: 443 }],
  ['an IPv6 address in capitals', '[2001:DB8::1]', { url: 'https://[2001:db8::1]:443', host: '2001:db8::1', port: 443 }],
  [
    'an IPv6 address of a link, whose zone is kept as it is',
    '[FE80:0::1%Eth0]:443',
    { url: 'https://[fe80::1%Eth0]:443', host: 'fe80::1%Eth0', port: 443 },
  ],
  ['the highest port', 'tls://a:65535', { url: 'tls://a:65535', host: 'a', port: 65535 }],
])('%s', (_, text, expected) => {
  expect(parseTarget(text)).toMatchObject(expected)
  expect(parseTarget(parseTarget(text).url)).toEqual(parseTarget(text))
})

describe('a wrong target is refused with what is wrong and what to do', () => {
  test.each([
    ['nothing', '', 'the target is empty'],
    ['space only', ' \t', 'the target is empty'],
    ['an unknown scheme', 'gopher://a', '"gopher://a" has the unknown scheme "gopher"'],
    ['http, which has no TLS', 'http://a', '"http://a" is plain HTTP, which has no handshake'],
    ['a path', 'https://a/b', '"https://a/b" is no target: it has a path, a query or a fragment'],
    ['a query', 'https://a?b', '"https://a?b" is no target: it has a path, a query or a fragment'],
    ['a path without a scheme', 'a/b', '"a/b" is no target: it has a path, a query or a fragment'],
    ['a fragment without a scheme', 'a#b', '"a#b" is no target: it has a path, a query or a fragment'],
    ['a backslash', 'a\\b', '"a\\\\b" has no valid host name'],
    ['a line end in the name', 'a\nb', '"a\\nb" has no valid host name'],
    ['a percent sign in the name', 'a%62', '"a%62" has no valid host name'],
    ['a scheme that is none', '1a://b', '"1a://b" is no target'],
    ['a user name', 'https://me:secret@a', 'the target has a user name or password before the host'],
    // Nothing that quotes it may come first.
    ['a password before a path', 'https://me:secret@a/b', 'the target has a user name or password before the host'],
    ['a password of an unknown scheme', 'gopher://me:secret@a', 'the target has a user name or password before the host'],
    ['no host', 'https://', '"https://" has no host'],
    ['a port without a host', ':443', '":443" has no host'],
    ['port 0', 'a:0', '"a:0" has the port "0"'],
    ['a port out of range', 'a:65536', '"a:65536" has the port "65536"'],
    ['a port of many digits', 'a:0000000443', '"a:0000000443" has the port "0000000443"'],
    ['a negative port', 'a:-1', '"a:-1" has the port "-1"'],
    ['a port in hexadecimal', 'a:0x1bb', '"a:0x1bb" has the port "0x1bb"'],
    ['an empty port', 'a:', '"a:" has the port ""'],
    ['tls without a port', 'tls://a', '"tls://a" has no port'],
    ['two colons', 'a:1:2', '"a:1:2" has more than one colon'],
    ['a name in brackets', '[a]:1', '"[a]:1" has no IPv6 address in its brackets'],
    ['an open bracket', '[::1', '"[::1" has more than one colon'],
    ['an address with too few parts', '1.2.3', '"1.2.3" has no valid host name'],
    ['an address with a part too large', '1.2.3.256', '"1.2.3.256" has no valid host name'],
    ['an address as one number', '0x7f000001', '"0x7f000001" has no valid host name'],
    ['a space in the name', 'a b', '"a b" has no valid host name'],
    ['a dot too many', 'a..b', '"a..b" has no valid host name'],
    ['a hyphen in front', '-a', '"-a" has no valid host name'],
    ['a label too long', `${'a'.repeat(64)}.b`, 'has no valid host name'],
    ['a name too long', 'a.'.repeat(128), 'has no valid host name'],
    ['a wildcard', '*.example.com', '"*.example.com" has no valid host name'],
  ])('%s', (_, text, message) => {
    expect(() => parseTarget(text)).toThrow(UsageError)
    expect(() => parseTarget(text)).toThrow(message)
  })

  test('an endless one is not repeated', () => {
    expect(() => parseTarget('a'.repeat(100_000))).toThrow('the target is 100000 characters long')
  })

  test('control characters come out inert', () => {
    expect(() => parseTarget('a\u001b[31m\nb')).toThrow('"a\\u001b[31m\\nb" has no valid host name')
  })

  test('a secret before the host does not come out at all', () => {
    const message = (() => {
      try {
        return String(parseTarget('https://me:secret@a'))
      } catch (error) {
        return String(error)
      }
    })()
    expect(message).not.toContain('secret')
  })
})

test('every scheme gives its port, and what precedes TLS', () => {
  for (const { name, port, starttls, alpn } of schemes) {
    const expected = { port: port ?? 7, starttls, alpn, url: `${name}://a:${port ?? 7}` }
    expect(parseTarget(port === null ? `${name}://a:7` : `${name}://a`)).toMatchObject(expected)
  }
})

test('a bound address is a target', () => {
  expect(targetOf('tls', '::1', 5).url).toBe('tls://[::1]:5')
  expect(targetOf('https', '127.0.0.1', 5)).toMatchObject({ url: 'https://127.0.0.1:5', alpn: ['h2', 'http/1.1'] })
})
