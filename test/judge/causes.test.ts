import { describe, expect, test } from 'vitest'
import { type Cause, type CauseRow, causes, checkCauses, fixOf, handshakeCauses, type Product, products } from '../../src/judge/causes.ts'

// The public contract: names are added, never renamed.
const contract = {
  protocol: ['protocol-version-mismatch'],
  cipher: ['no-common-cipher', 'no-common-group', 'no-common-signature-scheme', 'weak-dh-parameters'],
  certificate: [
    'certificate-expired',
    'certificate-not-yet-valid',
    'certificate-self-signed',
    'certificate-untrusted',
    'certificate-chain-incomplete',
    'certificate-host-mismatch',
    'certificate-revoked',
    'certificate-misissued',
    'certificate-weak-key',
    'certificate-weak-signature',
  ],
  network: [
    'dns-failure',
    'connection-refused',
    'connection-timeout',
    'host-unreachable',
    'connection-reset',
    'connection-closed',
    'handshake-timeout',
    'proxy-refused',
    'starttls-refused',
    'starttls-unavailable',
    'not-tls',
  ],
  configuration: [
    'client-certificate-required',
    'client-certificate-rejected',
    'unrecognized-name',
    'alpn-mismatch',
    'server-internal-error',
    'malformed-message',
    'unexpected-alert',
  ],
}

// How a line of a product begins: a directive, an option, a property or a command of that product.
const beginnings: Record<Product, RegExp> = {
  nginx:
    /^(ssl_(protocols|ciphers|prefer_server_ciphers|conf_command|ecdh_curve|stapling|trusted_certificate|certificate|certificate_key|verify_client|client_certificate)|server_name|listen|error_log|http2|starttls|resolver|nginx -s) /,
  apache:
    /^(SSL(Protocol|CipherSuite|HonorCipherOrder|OpenSSLConfCmd|CertificateFile|CertificateKeyFile|VerifyClient|CACertificateFile|Engine|Compression|InsecureRenegotiation|UseStapling|StaplingReturnResponderErrors)|Server(Name|Alias)|Listen|LogLevel|Protocols|AllowCONNECT|RemoteIPProxyProtocol|apachectl) /,
  haproxy: /^(bind :\S+ |ssl-default-bind-(options|ciphers) |error-log-format "|systemctl reload haproxy )/,
  postfix: /^(smtpd_tls_\w+ = |postfix check )/,
  dovecot: /^ssl = /,
  postgresql: /^ssl = /,
  node: /^((minVersion|maxVersion|ciphers|honorCipherOrder|ecdhCurve|sigalgs|ca|cert|key|servername|host|family|ALPNProtocols): |(NODE_EXTRA_CA_CERTS|NO_PROXY)=|(server|https)\.\w+\(|await )/,
  curl: /^(--[a-z]|http:\/\/)/,
  java: /^(-D[a-zA-Z0-9.]+=|keytool -|jdk\.\w+\.disabledAlgorithms )/,
}

const rows = Object.entries(causes) as [Cause, CauseRow][]

test('the causes of a failed handshake are those of the contract, in its order', () => {
  const expected = Object.entries(contract).flatMap(([category, names]) => names.map(name => [name, category]))
  expect(Object.entries(handshakeCauses).map(([name, { category }]) => [name, category])).toEqual(expected)
})

test('no cause stands in both tables', () => {
  expect(rows).toHaveLength(Object.keys(handshakeCauses).length + Object.keys(checkCauses).length)
})

describe.each(rows)('%s', (cause, { title, meaning, fix, refs }) => {
  test('has a title of a few words', () => {
    expect(title).toMatch(/^[A-Z][^.|]{8,50}$/)
  })

  test('says in one or two sentences what it means, fit for a cell of a table', () => {
    expect(meaning).toMatch(/^[A-Z][^|\n<>`]+\.$/)
    expect(meaning.match(/\.( |$)/g)?.length).toBeLessThanOrEqual(2)
    expect(meaning.length).toBeLessThanOrEqual(220)
  })

  test('says what to do, in one line without a full stop', () => {
    expect(fix.do).toMatch(/^[A-Z][^\n]{20,}[^.\n]$/)
  })

  test.each(Object.keys(fix).filter(key => key !== 'do') as Product[])(
    '%s gets something to type, then at most a remark in brackets',
    product => {
      const line = fix[product] ?? ''
      expect(`${line} `).toMatch(beginnings[product])
      expect(line).toMatch(/^[^\n]+?( \([^\n]+\))?$/)
      if (product === 'nginx' && !line.startsWith('nginx -s')) expect(line).toMatch(/^[^;()]+;( \(|$)/)
    },
  )

  test('has a fix whose lines fit and bear the name of their product', () => {
    const [first, ...others] = fixOf(cause).split('\n')
    expect(first).toBe(fix.do)
    expect(others).toHaveLength(Object.keys(fix).length - 1)
    const labels = Object.values(products)
    for (const line of others) expect(labels.some(label => line.startsWith(`${label}: `))).toBe(true)
    for (const line of [first, ...others]) expect(line?.length).toBeLessThanOrEqual(160)
  })

  test('cites its sources', () => {
    expect(refs.length).toBeGreaterThan(0)
    for (const ref of refs) expect(ref).toMatch(/^(RFC \d{3,4}( §\d+(\.\d+)*)?|CVE-\d{4}-\d{4,5})$/)
  })
})

test('the lines of a fix stand in the order of the products', () => {
  expect(fixOf('connection-closed')).toBe(
    [
      'Read the error log of the server at this time; look for a load balancer without a healthy backend and for a list of allowed addresses',
      'nginx: error_log /var/log/nginx/error.log info; (at level info it says why a handshake ended)',
      'Apache: LogLevel ssl:info (it says why a handshake ended)',
      'HAProxy: error-log-format "%ci:%cp %[ssl_fc_err_str]" (2.5 and later; it says why a handshake ended)',
      "Node: server.on('tlsClientError', error => console.error(error)) (it says why a handshake ended)",
    ].join('\n'),
  )
})
