// The tables against what OpenSSL says of itself: the command line of this machine, and the OpenSSL inside Node.
import { spawnSync } from 'node:child_process'
import tls from 'node:tls'
import { describe, expect, test } from 'vitest'
import { type CipherSuiteParts, partsOf } from '../../src/registry/cipher-suite-parts.ts'
import { cipherSuites } from '../../src/registry/cipher-suites.ts'
import { groups } from '../../src/registry/groups.ts'
import { protocols } from '../../src/registry/protocols.ts'
import { type Exception, expectAllExplained } from './differences.ts'

// LibreSSL answers to the same name and has other options.
const installed = /^OpenSSL [34]/.test(spawnSync('openssl', ['version'], { encoding: 'utf8' }).stdout ?? '')

// Names that we know and this OpenSSL does not list.
const absent: readonly Exception[] = [
  [/ EXP/, 'export suites: removed in OpenSSL 1.1.0'],
  [/ KRB5-/, 'Kerberos: removed in OpenSSL 1.1.0'],
  [/ (?:DH-(?:RSA|DSS)|ECDH-(?:RSA|ECDSA))-/, 'static Diffie-Hellman: removed in OpenSSL 1.1.0'],
  [/ (?:\w+-)*DES-CBC-SHA$/, 'single DES: removed in OpenSSL 1.1.0'],
  [/RC4-(?:SHA|MD5)$/, 'RC4: left out of the build by default'],
  [/(?:DES-CBC3|3DES-EDE-CBC)-SHA$/, '3DES: left out of the build by default'],
  [/ IDEA-/, 'IDEA: left out of the build of Debian'],
  [/SEED-SHA$/, 'SEED: left out of the build of Debian'],
  [/GOST/, 'GOST: needs its engine to be loaded'],
]

describe.skipIf(!installed)('openssl ciphers (skipped where OpenSSL 3 is not installed)', () => {
  // `ALL` does not reach the suites of TLS 1.3 that are off by default.
  const tls13 = cipherSuites.rows.filter(suite => suite.openssl?.startsWith('TLS_')).map(suite => suite.openssl)
  const args = ['ciphers', '-V', '-stdname', '-ciphersuites', tls13.join(':'), 'ALL:COMPLEMENTOFALL:@SECLEVEL=0']
  const listed = installed ? spawnSync('openssl', args, { encoding: 'utf8' }).stdout.trim().split('\n').map(readLine) : []

  test('number, IANA name and OpenSSL name are the same for every suite listed', () => {
    expect(listed.length).toBeGreaterThan(100)
    for (const { code, name, openssl } of listed) expect(cipherSuites.get(code)).toEqual({ code, name, openssl })
  })

  test('version, key exchange, authentication, cipher, strength and MAC are those we read from the name', () => {
    for (const { code, facts } of listed) {
      const suite = cipherSuites.get(code)
      const parts = suite && partsOf(suite)
      expect(`${suite?.name}: ${parts && inWordsOfOpenssl(parts)}`).toBe(`${suite?.name}: ${facts}`)
    }
  })

  test('every other OpenSSL name of ours is one that OpenSSL gave up or left out', () => {
    const known = new Set(listed.map(suite => suite.openssl))
    const missing = cipherSuites.rows.flatMap(({ openssl }) => (openssl && !known.has(openssl) ? [`only ours: ${openssl}`] : []))
    expectAllExplained(missing, absent)
  })
})

/** '0xC0,0x2C - TLS_… - ECDHE-… TLSv1.2 Kx=ECDH Au=ECDSA Enc=AESGCM(256) Mac=AEAD' */
function readLine(line: string) {
  const [code = '', , name = '', , openssl = '', ...facts] = line.trim().split(/\s+/)
  return { code: Number(code.replace(',0x', '')), name, openssl, facts: facts.join(' ') }
}

function inWordsOfOpenssl({ firstProtocol, keyExchange, authentication, cipher, mode, aead, hash, bits }: CipherSuiteParts): string {
  const exchange = keyExchange?.replace('_', '').replace(/^(DH|ECDH)E(?=$|PSK)/, keyExchange.endsWith('PSK') ? '$1E' : '$1') ?? 'any'
  const family = cipher.replace(/_\d+$/, '').replace('CAMELLIA', 'Camellia')
  const joined = mode === 'POLY1305' ? `${family}/${mode}` : aead ? `${family}${mode.replace('_', '')}` : family
  return [
    protocols.get(firstProtocol)?.openssl ?? protocols.label(firstProtocol),
    `Kx=${exchange}`,
    `Au=${authentication?.replace('anon', 'None') ?? 'any'}`,
    `Enc=${cipher === 'NULL' ? 'None' : `${joined}(${bits})`}`,
    `Mac=${aead ? 'AEAD' : hash.replace(/^SHA$/, 'SHA1')}`,
  ].join(' ')
}

describe('the OpenSSL inside Node', () => {
  test('has no cipher suite that we do not know', () => {
    const ours = new Set(cipherSuites.rows.map(suite => suite.openssl?.toLowerCase()))
    expect(tls.getCiphers().filter(name => !ours.has(name))).toEqual([])
  })

  test('takes exactly the groups that have an OpenSSL name', () => {
    const takes = (ecdhCurve: string) => {
      try {
        tls.createSecureContext({ ecdhCurve })
        return true
      } catch {
        return false // the only thing asked is whether the name is known
      }
    }
    expect(groups.rows.filter(group => group.openssl !== null && !takes(group.openssl)).map(group => group.name)).toEqual([])
    expect(groups.rows.filter(group => group.openssl === null && takes(group.name)).map(group => group.name)).toEqual([])
  })
})
