// The servers that surveys are made of, in e2e tests and in the bench: what is installed here, each with another choice of suites and order.
import { generateKeyPairSync } from 'node:crypto'
import { createServer, type TlsOptions } from 'node:tls'
import { createCa, mint } from '../../src/fixtures/mint.ts'
import { apache, haproxy, nginx, type RealServer, sServer } from './real-servers.ts'

/** Certificates and parameters as files, PEM: 'rsa.pem', 'ec.pem' and 'dsa.pem' with their keys beside them; 'dh.pem' is ffdhe2048. */
export interface SurveyFiles extends Readonly<Record<string, string>> {
  readonly 'ca.pem': string
}

export async function surveyFiles(): Promise<SurveyFiles> {
  const ca = await createCa()
  const [rsa, ec, dsa] = await Promise.all([
    mint({ issuer: ca, key: 'rsa:2048' }),
    mint({ issuer: ca, key: 'ec:P-256' }),
    mint({ issuer: ca, key: generateKeyPairSync('dsa', { modulusLength: 1024, divisorLength: 160 }).privateKey }),
  ])
  return {
    'ca.pem': ca.certificate,
    'rsa.pem': rsa.chain,
    'rsa.key': rsa.key,
    'rsa-both.pem': rsa.chain + rsa.key,
    'ec.pem': ec.chain,
    'ec.key': ec.key,
    'dsa.pem': dsa.chain,
    'dsa.key': dsa.key,
    'dh.pem': ffdhe2048,
  }
}

/** RFC 7919 appendix A.1, as `openssl genpkey -genparam -algorithm DH -pkeyopt group:ffdhe2048` prints it. */
const ffdhe2048 = `-----BEGIN DH PARAMETERS-----
MIIBCAKCAQEA//////////+t+FRYortKmq/cViAnPTzx2LnFg84tNpWp4TZBFGQz
+8yTnc4kmz75fS/jY2MMddj2gbICrsRhetPfHtXV/WVhJDP1H18GbtCFY2VVPe0a
87VXE15/V8k1mE8McODmi3fipona8+/och3xWKE2rec1MKzKT0g6eXq8CrGCsyT7
YdEIqUuyyOP7uWrat2DX9GgdT0Kj3jlN9K5W7edjcrsZCwenyO4KbXCeAvzhzffi
7MA0BM0oNC9hkXL+nOmFg/+OTxIy7vKBg8P+OxtMb61zO7X8vC7CIAXFjvGDfRaD
ssbzSibBsu/6iGtCOGEoXJf//////////wIBAg==
-----END DH PARAMETERS-----
`

const ecdheRsa = 'ECDHE-RSA-AES128-GCM-SHA256:ECDHE-RSA-AES256-GCM-SHA384:ECDHE-RSA-CHACHA20-POLY1305'
const dheRsa = 'DHE-RSA-AES128-GCM-SHA256:DHE-RSA-AES256-GCM-SHA384:DHE-RSA-CHACHA20-POLY1305'
const ecdheEcdsa = 'ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-ECDSA-AES256-GCM-SHA384:ECDHE-ECDSA-CHACHA20-POLY1305'
/** What an OpenSSL has compiled in, the two suites of TLS 1.3 too that are off by default. */
const everySuite = 'ALL:COMPLEMENTOFALL@SECLEVEL=0'
const everySuite13 =
  'TLS_AES_256_GCM_SHA384:TLS_CHACHA20_POLY1305_SHA256:TLS_AES_128_GCM_SHA256:TLS_AES_128_CCM_SHA256:TLS_AES_128_CCM_8_SHA256'

const rsaAlone = 'ssl_certificate rsa.pem; ssl_certificate_key rsa.key; ssl_dhparam dh.pem;'
const rsaAndEcdsa = `${rsaAlone} ssl_certificate ec.pem; ssl_certificate_key ec.key;`

export interface SurveyServer {
  readonly program: 'nginx' | 'openssl' | 'apache2' | 'haproxy' | 'node'
  /** At an address of this machine, loopback unless given. */
  start(files: SurveyFiles, address?: string): Promise<RealServer>
}

/** By what makes each of them worth asking. */
export const surveyServers = {
  'nginx, six suites of TLS 1.2 and three of 1.3': nginxServer(
    `${rsaAlone} ssl_protocols TLSv1.2 TLSv1.3; ssl_ciphers ${ecdheRsa}:${dheRsa}; ssl_prefer_server_ciphers on;`,
  ),
  "nginx, the same in the client's order": nginxServer(
    `${rsaAlone} ssl_protocols TLSv1.2 TLSv1.3; ssl_ciphers ${ecdheRsa}:${dheRsa}; ssl_prefer_server_ciphers off;`,
  ),
  "nginx, Mozilla's intermediate suites with two certificates": nginxServer(
    `${rsaAndEcdsa} ssl_protocols TLSv1.2 TLSv1.3; ssl_ciphers ${ecdheEcdsa}:${ecdheRsa}; ssl_prefer_server_ciphers off;`,
  ),
  'nginx, every suite': nginxServer(
    `${rsaAndEcdsa} ssl_protocols TLSv1 TLSv1.1 TLSv1.2 TLSv1.3; ssl_ciphers ${everySuite}; ssl_prefer_server_ciphers on;
     ssl_conf_command Ciphersuites ${everySuite13};`,
  ),
  // s_server serves one connection at a time.
  'openssl s_server, every suite': opensslServer(['-dcert', 'ec.pem', '-dkey', 'ec.key', '-ciphersuites', everySuite13]),
  'openssl s_server with a DSA certificate': opensslServer(['-dcert', 'dsa.pem', '-dkey', 'dsa.key']),
  'openssl s_server with a pre-shared key': opensslServer(['-psk', '0123456789abcdef']),
  'openssl s_server on brainpoolP256r1 alone': opensslServer(['-groups', 'brainpoolP256r1']),
  'openssl s_server that signs with RSA-PSS and SHA-512 alone': opensslServer(['-sigalgs', 'RSA-PSS+SHA512']),
  'Apache, what it takes by default': {
    program: 'apache2',
    start: (files, address) =>
      apache(files, 'SSLCertificateFile rsa.pem\n  SSLCertificateKeyFile rsa.key\n  Protocols h2 http/1.1', address),
  },
  'HAProxy, CBC suites from TLS 1.0 on': {
    program: 'haproxy',
    start: (files, address) =>
      haproxy(files, 'crt rsa-both.pem ssl-min-ver TLSv1.0 ciphers HIGH:!aNULL:!DHE@SECLEVEL=0 prefer-client-ciphers', address),
  },
  'Node on OpenSSL 3.5': {
    program: 'node',
    start: (files, address) => nodeServer({ key: files['ec.key'], cert: files['ec.pem'] }, address),
  },
} satisfies Record<string, SurveyServer>

function nginxServer(directives: string): SurveyServer {
  return { program: 'nginx', start: (files, address) => nginx(files, directives, address) }
}

/** Of TLS 1.0 and up, with an RSA certificate. */
function opensslServer(args: readonly string[]): SurveyServer {
  const usual = ['-cert', 'rsa.pem', '-key', 'rsa.key', '-dhparam', 'dh.pem', '-min_protocol', 'TLSv1', '-cipher', everySuite]
  return { program: 'openssl', start: (files, address) => sServer(files, [...usual, ...args], address) }
}

async function nodeServer(options: TlsOptions, host = '127.0.0.1'): Promise<RealServer> {
  const server = createServer(options, socket => socket.on('error', () => {}).resume())
  server.on('tlsClientError', () => {})
  const { promise, resolve } = Promise.withResolvers<void>()
  server.listen(0, host, resolve)
  await promise
  const address = server.address()
  return {
    port: address !== null && typeof address === 'object' ? address.port : 0,
    [Symbol.asyncDispose]: async () => void server.close(),
  }
}
