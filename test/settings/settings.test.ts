import { generateKeyPairSync, X509Certificate } from 'node:crypto'
import { rootCertificates } from 'node:tls'
import { expect, test } from 'vitest'
import { policies, policyNamed } from '../../src/judge/policy/policies.ts'
import { readBaseline } from '../../src/settings/files.ts'
import { options } from '../../src/settings/options.ts'
import { readSettings } from '../../src/settings/settings.ts'
import { UsageError } from '../../src/usage-error.ts'

const [root = '', otherRoot = ''] = rootCertificates
const der = Buffer.from(root.replace(/-----[^-]+-----/g, ''), 'base64')
const key = generateKeyPairSync('ec', {
  namedCurve: 'P-256',
  privateKeyEncoding: { type: 'sec1', format: 'pem' },
  publicKeyEncoding: { type: 'spki', format: 'pem' },
}).privateKey
const brokenPem = root.replace(/\n[^\n]{20}/, '\n')

const contents: Record<string, string | Buffer> = {
  'root.pem': root,
  'roots.pem': `# two\n${root}\nsome words\n${otherRoot}\n`,
  'root.der': der,
  'half-broken.pem': `${root}\n${brokenPem}`,
  'key.pem': key,
  // RFC 1421 §4.6: the headers of an encrypted key in the old form hold dashes.
  'old-key.pem':
    '-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,00\n\nMIIB\n-----END RSA PRIVATE KEY-----\n',
  'both.pem': `${key}${root}`,
  'list.der': Buffer.from([0x30, 0x82, 0x01, 0x02, ...new Uint8Array(80)]),
  'list.pem': '-----BEGIN X509 CRL-----\nMIIB\n-----END X509 CRL-----\n',
  'store.p12': Buffer.from([0x30, 0x03]),
  'secret.txt': 'pass phrase\r\nsecond line\n',
  'words.txt': 'no certificate here',
  'empty.pem': '',
}

const files = {
  readFile(path: string): Uint8Array {
    const content = contents[path]
    if (content === undefined) throw Object.assign(new Error(`ENOENT: ${path}`), { code: 'ENOENT' })
    return Buffer.from(content)
  },
}

/** Another program may break the lines of PEM elsewhere. */
const pem = (text: string): string => new X509Certificate(text).toString()

test.each([
  ['nothing gives no settings at all', {}, {}],
  ['an option that is undefined is not given', { ca: undefined }, {}],
  [
    'texts are passed on',
    { servername: 'a.example', 'connect-to': '[::1]:1', proxy: 'http://p:1', ciphers: 'A:B', groups: 'x25519', sigalgs: 's' },
    { servername: 'a.example', connectTo: '[::1]:1', proxy: 'http://p:1', ciphers: 'A:B', groups: 'x25519', signatureSchemes: 's' },
  ],
  ['seconds become milliseconds', { timeout: '0.25' }, { timeoutMs: 250 }],
  ['a flag of the command line', { insecure: true, 'all-addresses': false }, { insecure: true, allAddresses: false }],
  ['a flag as the input of an Action', { insecure: 'TRUE', 'all-addresses': 'false' }, { insecure: true, allAddresses: false }],
  ['a flag that is off contradicts nothing', { 'connect-to': 'a:1', 'all-addresses': 'False' }, { connectTo: 'a:1', allAddresses: false }],
  ['ids by commas, spaces and lines', { alpn: 'h2, http/1.1\nspdy' }, { alpn: ['h2', 'http/1.1', 'spdy'] }],
  ['ids by repetition', { alpn: ['h2', 'http/1.1'] }, { alpn: ['h2', 'http/1.1'] }],
  ['a day is midnight in UTC', { at: '2028-02-29' }, { at: new Date('2028-02-29T00:00:00Z') }],
  ['a time with its offset', { at: '2027-01-31T12:00:00+02:00' }, { at: new Date('2027-01-31T10:00:00Z') }],
  ["TLS 1.0 goes by Node's name", { 'min-version': 'TLSv1.0', 'max-version': 'TLSv1.0' }, { minVersion: 'TLSv1', maxVersion: 'TLSv1' }],
  ['the severity that fails', { 'fail-on': 'warning' }, { failOn: 'warning' }],
  [
    'how much to ask, and how',
    { survey: 'full', connections: '1', budget: '2', active: true, 'i-own-this-host': true },
    { survey: 'full', connections: 1, budget: 2, active: true, iOwnThisHost: true },
  ],
  ['a policy by its name', { policy: 'mozilla-old' }, { policy: policyNamed('mozilla-old') }],
  ['a client by its name', { as: 'java-8u161' }, { as: 'java-8u161' }],
  ['no survey and no policy', { survey: 'none' }, { survey: 'none' }],
  ['every certificate of every CA file, in order', { ca: ['roots.pem', 'root.der'] }, { ca: [pem(root), pem(otherRoot), pem(root)] }],
  ['CA files one a line', { ca: 'root.pem\n root.der \n' }, { ca: [pem(root), pem(root)] }],
  ['a revocation list as PEM', { crl: 'list.pem' }, { crl: [contents['list.pem']] }],
  ['a certificate and its key', { cert: 'root.pem', key: 'key.pem' }, { cert: root, key }],
  ['an encrypted key in its old form', { cert: 'root.pem', key: 'old-key.pem' }, { cert: root, key: contents['old-key.pem'] }],
  ['a certificate and its key in one file', { cert: 'both.pem' }, { cert: contents['both.pem'], key: contents['both.pem'] }],
  [
    'a passphrase is the first line of its file',
    { pfx: 'store.p12', 'passphrase-file': 'secret.txt' },
    { pfx: contents['store.p12'], passphrase: 'pass phrase' },
  ],
])('%s', async (_, raw, expected) => {
  expect(await readSettings(raw, files)).toEqual({ targets: [], options: expected })
})

test('the description of policy names them all', () => {
  const description = options.find(({ name }) => name === 'policy')?.description ?? ''
  expect([...description.matchAll(/[a-z][a-z0-9]*(?:-[a-z0-9]+)+/g)].map(([name]) => name)).toEqual(
    policies.map(({ id }) => id).filter(id => id !== 'default'),
  )
})

test('a revocation list as DER becomes PEM of the same bytes', async () => {
  const { options } = await readSettings({ crl: 'list.der' }, files)
  const [list = ''] = options.crl ?? []
  expect(list).toMatch(/^-----BEGIN X509 CRL-----\n([\w+/=]{1,64}\n)+-----END X509 CRL-----\n$/)
  expect(Buffer.from(list.replace(/-----[^-]+-----/g, ''), 'base64')).toEqual(contents['list.der'])
})

test.each([
  ['an unknown option', { servernaem: 'a' }, '"servernaem" is no option', 'did you mean servername?'],
  ['an unknown option nothing is near to', { 'x\u001b[31m': 'a' }, '"x\\u001b[31m" is no option', 'the options are servername, '],
  ['an unknown survey', { survey: 'fast' }, 'survey is "fast"', 'use one of policy, full, none'],
  ['an unknown policy', { policy: 'mozilla-intermediat' }, '"mozilla-intermediat" is no policy', 'did you mean mozilla-intermediate?'],
  ['an unknown client', { as: 'java-8u16' }, '"java-8u16" is no client', 'did you mean java-8u161'],
  ['no connection', { connections: '0' }, 'connections is "0"', 'give a whole number from 1 to 64'],
  ['a crowd of connections', { connections: '65' }, 'connections is "65"', 'give a whole number from 1 to 64'],
  ['half a connection', { connections: '1.5' }, 'connections is "1.5"', 'give a whole number from 1 to 64'],
  ['a budget for nothing', { budget: '1' }, 'budget is "1"', 'give a whole number from 2 to 10000'],
  ['a budget in words', { budget: 'ten' }, 'budget is "ten"', 'give a whole number'],
  [
    'a policy that nothing is asked for',
    { policy: 'default', survey: 'none' },
    'policy and survey contradict',
    'leave out the policy, or survey none',
  ],
  ['a confirmation of nothing', { 'i-own-this-host': true }, 'i-own-this-host is given without active', 'give active too, or leave it out'],
  [
    'a configuration that is not there',
    { config: 'no.yml' },
    'the file of config cannot be read: there is no such file: "no.yml"',
    'check the path',
  ],
  ['an option without its value', { servername: ' ' }, 'servername is empty', 'give NAME'],
  ['a single option given twice', { timeout: ['1', '2'] }, 'timeout is given 2 times', 'give timeout once'],
  ['a flag that is neither', { insecure: 'yes' }, 'insecure is "yes"', 'either true or false'],
  ['an unknown severity', { 'fail-on': 'Error' }, 'fail-on is "Error"', 'use one of error, warning, notice'],
  ['an unknown version', { 'min-version': '1.2' }, 'min-version is "1.2"', 'use one of TLSv1.0,'],
  [
    'versions the wrong way round',
    { 'min-version': 'TLSv1.3', 'max-version': 'TLSv1.2' },
    'newer than max-version',
    'the older of the two',
  ],
  [
    'a newest version older than what is offered by itself',
    { 'max-version': 'TLSv1.1' },
    'min-version TLSv1.2 is newer than max-version TLSv1.1',
    'without one it is TLSv1.2',
  ],
  ['no time at all', { timeout: '0' }, 'timeout is "0"', 'above 0'],
  ['a negative time', { timeout: '-1' }, 'timeout is "-1"', 'above 0'],
  ['a time with its unit', { timeout: '5s' }, 'timeout is "5s"', 'give seconds'],
  ['a time no timer can hold', { timeout: '9'.repeat(20) }, 'timeout is "99999', 'up to 3600'],
  ['a day there is not', { at: '2027-02-30' }, 'at is "2027-02-30"', 'give a date such as'],
  ['a time without its offset', { at: '2027-01-31T12:00:00' }, 'at is', 'give a date such as'],
  ['a month there is not', { at: '2027-13-01' }, 'at is', 'give a date such as'],
  ['a hundredth hour', { at: '2027-01-01T99:00Z' }, 'at is', 'give a date such as'],
  ['a CA file that is not there', { ca: 'no.pem' }, 'the file of ca cannot be read: there is no such file: "no.pem"', 'check the path'],
  [
    'a CA file without a certificate',
    { ca: 'words.txt' },
    'words.txt:1:1: the file of ca holds no certificate',
    'name a file with a certificate',
  ],
  ['an empty CA file', { ca: 'empty.pem' }, 'empty.pem:1:1: the file of ca is empty', 'check what should have written it'],
  [
    'a CA file with one broken certificate',
    { ca: 'half-broken.pem' },
    'half-broken.pem:1:1: certificate 2 of the file of ca cannot be parsed',
    'openssl x509',
  ],
  [
    'a revocation list that is none',
    { crl: 'words.txt' },
    'words.txt:1:1: the file of crl holds no revocation list',
    'name a file with a revocation list',
  ],
  ['a key without a certificate', { key: 'key.pem' }, 'key is given without cert', 'give the certificate'],
  ['a certificate without a key', { cert: 'root.pem' }, 'cert is given without key', 'give its private key'],
  [
    'a key file that is a certificate',
    { cert: 'root.pem', key: 'root.pem' },
    'root.pem:1:1: the file of key holds no private key',
    'private key as PEM',
  ],
  ['a certificate file that is a key', { cert: 'key.pem' }, 'key.pem:1:1: the file of cert holds no certificate', 'certificate as PEM'],
  ['a certificate twice', { pfx: 'store.p12', cert: 'root.pem' }, 'pfx and cert contradict each other', 'leave cert out'],
  ['a key twice', { pfx: 'store.p12', key: 'key.pem' }, 'pfx and key contradict each other', 'leave key out'],
  ['a passphrase for nothing', { 'passphrase-file': 'secret.txt' }, 'passphrase-file is given without key or cert or pfx', 'leave it out'],
  ['one address and every address', { 'connect-to': 'a:1', 'all-addresses': true }, 'contradict each other', 'leave one of the two out'],
  ['a proxy and every address', { proxy: 'http://p:1', 'all-addresses': true }, 'contradict each other', 'leave one of the two out'],
])('%s is a usage error', async (_, raw, message, hint) => {
  const error = await readSettings(raw, files).catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(UsageError)
  expect(error).toMatchObject({ message: expect.stringContaining(message), hint: expect.stringContaining(hint) })
})

test('a baseline may be as long as that of 50,000 targets, and no longer than V8 lets a string be', () => {
  const ofMegabytes = (count: number) => readBaseline({ readFile: () => Buffer.alloc(count * 1024 * 1024) }, 'tls.lock.json')
  expect(ofMegabytes(200).text).toHaveLength(200 * 1024 * 1024)
  expect(() => ofMegabytes(512)).toThrow('tls.lock.json:1:1: the file of baseline has 536870912 bytes')
})
