// Reports as the gate would make them, for the tests of everything that reads a report. Typed, so that they follow the contract.
import type { Certificate } from '../../src/certificate/certificate.ts'
import type { Report, TargetReport } from '../../src/gate.ts'
import { goneTargetCheck } from '../../src/judge/baseline/checks.ts'
import type { Check } from '../../src/judge/check.ts'
import { unusedWaivers } from '../../src/judge/policy/waivers.ts'
import type { Step } from '../../src/trace/step.ts'
import { fullSurvey, policySurvey } from './sample-surveys.ts'

type StepRow = [name: string, from: Step['from'], atMs: number | null, bytes: number, detail: string, status?: Step['status']]

const steps = (...rows: StepRow[]): Step[] =>
  rows.map(([name, from, atMs, bytes, detail, status]) => ({
    name,
    from,
    status: status ?? (atMs === null ? 'not-reached' : 'done'),
    atMs,
    bytes,
    detail,
  }))

const passed = (id: string, message: string, refs: string[] = []): Check => ({
  id,
  status: 'pass',
  severity: 'error',
  cause: null,
  message,
  fix: null,
  evidence: [],
  refs,
  location: null,
})

const undecided = (id: string, message: string): Check => ({ ...passed(id, message), status: 'inconclusive' })

const leaf: Certificate = {
  subject: 'CN=example.test,O=Example',
  issuer: 'CN=tlsgate test intermediate',
  serialNumber: '0A1B2C3D4E5F60718293A4B5C6D7E8F901234567',
  notBefore: '2026-09-15T00:00:00Z',
  notAfter: '2026-12-14T00:00:00Z',
  names: { dns: ['example.test', 'www.example.test'], ip: [], other: [] },
  key: { type: 'EC', bits: 256, group: 'secp256r1' },
  signatureAlgorithm: 'ecdsa-with-SHA256',
  basicConstraints: { ca: false, pathLength: null },
  keyUsage: ['digitalSignature'],
  extendedKeyUsage: ['serverAuth'],
  subjectKeyId: '11223344556677889900AABBCCDDEEFF00112233',
  authorityKeyId: 'FFEEDDCCBBAA99887766554433221100FFEEDDCC',
  ocspUrls: [],
  issuerUrls: ['http://ca.example.test/intermediate.der'],
  crlUrls: [],
  mustStaple: false,
  fingerprint256: 'AB:CD:EF:01:23:45:67:89:AB:CD:EF:01:23:45:67:89:AB:CD:EF:01:23:45:67:89:AB:CD:EF:01:23:45:67:89',
  pem: '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n',
}

const intermediate: Certificate = {
  ...leaf,
  subject: 'CN=tlsgate test intermediate',
  issuer: 'CN=tlsgate test root',
  serialNumber: '02',
  notBefore: '2025-01-01T00:00:00Z',
  notAfter: '2030-01-01T00:00:00Z',
  names: { dns: [], ip: [], other: [] },
  key: { type: 'RSA', bits: 3072, group: null },
  signatureAlgorithm: 'sha256WithRSAEncryption',
  basicConstraints: { ca: true, pathLength: 0 },
  keyUsage: ['keyCertSign', 'cRLSign'],
  extendedKeyUsage: null,
  issuerUrls: [],
}

const healthyTarget: TargetReport = {
  attempts: 1,
  target: {
    url: 'https://example.test:443',
    host: 'example.test',
    port: 443,
    address: '192.0.2.10',
    servername: 'example.test',
    starttls: null,
    location: null,
  },
  verdict: 'pass',
  durationMs: 18.4,
  connections: 1,
  handshake: {
    completed: true,
    protocol: 'TLSv1.3',
    cipherSuite: 'TLS_AES_256_GCM_SHA384',
    group: 'X25519MLKEM768',
    signatureScheme: 'ecdsa_secp256r1_sha256',
    alpn: 'h2',
    ocspStapled: false,
    steps: steps(
      ['resolve', null, 1.2, 0, '192.0.2.10'],
      ['connect', null, 2.9, 0, '192.0.2.10:443'],
      ['client_hello', 'client', 4.1, 1551, 'TLSv1.3, TLSv1.2; 30 suites; X25519MLKEM768, x25519, secp256r1'],
      ['server_hello', 'server', 9.6, 1210, 'TLSv1.3, TLS_AES_256_GCM_SHA384, X25519MLKEM768'],
      ['change_cipher_spec', 'server', 9.6, 1, ''],
      ['encrypted_extensions', 'server', 9.7, 19, 'ALPN h2'],
      ['certificate', 'server', 9.8, 1893, 'CN=example.test,O=Example; CN=tlsgate test intermediate'],
      ['certificate_verify', 'server', 9.8, 79, 'ecdsa_secp256r1_sha256'],
      ['finished', 'server', 9.9, 52, ''],
      ['change_cipher_spec', 'client', 11.0, 1, ''],
      ['finished', 'client', 11.0, 52, ''],
      ['new_session_ticket', 'server', 12.3, 250, 'lifetime 7200 s'],
    ),
    failure: null,
  },
  certificates: { presented: [leaf, intermediate] },
  survey: null,
  checks: [
    passed('handshake/completion', 'the handshake completed with TLSv1.3', ['RFC 8446 §2']),
    passed('certificate/validity', 'both certificates are valid until 2026-12-14'),
    passed('certificate/trust', 'the chain ends at the trusted CN=tlsgate test root'),
    passed('certificate/hostname', 'example.test is named by the certificate'),
  ],
}

const expiredTarget: TargetReport = {
  ...healthyTarget,
  target: { ...healthyTarget.target, url: 'https://expired.test:8443', host: 'expired.test', port: 8443, servername: 'expired.test' },
  verdict: 'fail',
  handshake: {
    ...healthyTarget.handshake,
    completed: false,
    steps: healthyTarget.handshake.steps.map(step => (step.name === 'certificate' ? { ...step, status: 'failed' } : step)),
    failure: {
      step: 'certificate',
      cause: 'certificate-expired',
      category: 'certificate',
      alert: null,
      message: 'the certificate CN=expired.test expired on 2026-11-01, 22 days ago',
    },
  },
  certificates: { presented: [{ ...leaf, subject: 'CN=expired.test', notAfter: '2026-11-01T00:00:00Z' }, intermediate] },
  checks: [
    passed('certificate/hostname', 'expired.test is named by the certificate'),
    {
      id: 'certificate/chain',
      status: 'fail',
      severity: 'warning',
      cause: 'certificate-chain-extraneous',
      message: 'certificate 2 (CN=tlsgate test root) is not part of the path',
      fix: 'Leave out the certificates that no client needs',
      evidence: ['certificate 2'],
      refs: ['RFC 8446 §4.4.2'],
      location: null,
    },
    {
      id: 'handshake/completion',
      status: 'fail',
      severity: 'error',
      cause: 'certificate-expired',
      message: 'a verifying client stops at the certificate: it expired on 2026-11-01',
      fix: 'Renew the certificate, then reload the server so that it is sent\nnginx: ssl_certificate /etc/nginx/tls/fullchain.pem; then nginx -s reload\nApache: SSLCertificateFile /etc/apache2/tls/fullchain.pem, then apachectl graceful',
      evidence: ['step certificate'],
      refs: ['RFC 5280 §4.1.2.5'],
      location: null,
    },
    {
      id: 'certificate/validity',
      status: 'fail',
      severity: 'error',
      cause: 'certificate-expired',
      message: 'the certificate CN=expired.test expired on 2026-11-01, 22 days ago',
      fix: 'Renew the certificate, then reload the server so that it is sent\nnginx: ssl_certificate /etc/nginx/tls/fullchain.pem; then nginx -s reload\nApache: SSLCertificateFile /etc/apache2/tls/fullchain.pem, then apachectl graceful',
      evidence: ['step certificate', 'certificate 0'],
      refs: ['RFC 5280 §4.1.2.5'],
      location: null,
    },
    {
      ...passed('certificate/signature', 'certificate 1 is signed with SHA-1; waived until 2027-01-01: the old appliance goes in December'),
      status: 'waived',
      cause: 'certificate-weak-signature',
    },
  ],
}

const mismatchTarget: TargetReport = {
  attempts: 1,
  target: {
    url: 'smtp://mail.test:25',
    host: 'mail.test',
    port: 25,
    address: '2001:db8::25',
    servername: 'mail.test',
    starttls: 'smtp',
    location: null,
  },
  verdict: 'fail',
  durationMs: 23,
  connections: 2,
  handshake: {
    completed: false,
    protocol: null,
    cipherSuite: null,
    group: null,
    signatureScheme: null,
    alpn: null,
    ocspStapled: null,
    steps: steps(
      ['resolve', null, 0.8, 0, '2001:db8::25'],
      ['connect', null, 1.7, 0, '[2001:db8::25]:25'],
      ['starttls', null, 6.3, 0, 'smtp upgraded to TLS'],
      ['client_hello', 'client', 7.0, 517, 'TLSv1.3, TLSv1.2; 30 suites'],
      ['alert', 'server', 8.9, 2, 'fatal protocol_version (70)', 'failed'],
      ['server_hello', 'server', null, 0, ''],
      ['certificate', 'server', null, 0, ''],
      ['finished', 'server', null, 0, ''],
    ),
    failure: {
      step: 'alert',
      cause: 'protocol-version-mismatch',
      category: 'protocol',
      alert: { level: 'fatal', code: 70, name: 'protocol_version', sentBy: 'server' },
      message: 'the server refused TLSv1.2 and TLSv1.3; it accepts TLSv1.0',
    },
  },
  certificates: { presented: [] },
  survey: null,
  checks: [
    {
      id: 'handshake/completion',
      status: 'fail',
      severity: 'error',
      cause: 'protocol-version-mismatch',
      message: 'the server refused TLSv1.2 and TLSv1.3; it accepts TLSv1.0',
      fix: 'Enable TLSv1.2 and TLSv1.3 on the server\nnginx: ssl_protocols TLSv1.2 TLSv1.3;\nApache: SSLProtocol -all +TLSv1.2 +TLSv1.3\nHAProxy: ssl-default-bind-options ssl-min-ver TLSv1.2',
      evidence: ['step alert', 'probe 2: a hello of TLSv1.0 was accepted'],
      refs: ['RFC 8996 §4'],
      location: { file: 'mail/tls.conf', line: 12, column: 3 },
    },
    {
      ...passed('certificate/validity', 'no certificate was seen: the handshake ended before'),
      status: 'inconclusive',
    },
  ],
}

const silentTarget: TargetReport = {
  ...mismatchTarget,
  target: {
    url: 'https://silent.test:443',
    host: 'silent.test',
    port: 443,
    address: '192.0.2.99',
    servername: 'silent.test',
    starttls: null,
    location: null,
  },
  verdict: 'inconclusive',
  durationMs: 10_004,
  connections: 1,
  handshake: {
    ...mismatchTarget.handshake,
    steps: steps(
      ['resolve', null, 0.7, 0, '192.0.2.99'],
      ['connect', null, 1.5, 0, '192.0.2.99:443'],
      ['client_hello', 'client', 2.4, 1551, 'TLSv1.3, TLSv1.2; 30 suites'],
      ['server_hello', 'server', 10_001.8, 0, 'nothing came', 'failed'],
      ['certificate', 'server', null, 0, ''],
      ['finished', 'server', null, 0, ''],
    ),
    failure: {
      step: 'server_hello',
      cause: 'handshake-timeout',
      category: 'network',
      alert: null,
      message: 'the server accepted the connection and said nothing for 10 s',
    },
  },
  // No check gives the cause: the handshake's own account has to be shown.
  checks: [],
}

const excluded = (...names: string[]): Check[] =>
  names.map(name => ({ ...passed(`vulnerability/${name}`, `what ${name} needs is refused`), evidence: ['probe 1'] }))

const surveyedTarget: TargetReport = {
  ...healthyTarget,
  connections: 10,
  survey: policySurvey,
  checks: [
    ...healthyTarget.checks,
    { ...passed('protocol/versions', 'SSLv2, SSLv3, TLSv1.0 and TLSv1.1 are refused'), evidence: ['probe 1', 'probe 2'] },
    ...excluded('beast', 'drown', 'freak', 'heartbleed', 'logjam', 'poodle', 'rc4', 'robot', 'sweet32'),
    {
      ...passed(
        'vulnerability/ticketbleed',
        'a session ticket is offered; how a session id that is sent with a ticket comes back was not tested',
      ),
      status: 'inconclusive',
      severity: 'notice',
      evidence: ['probe 2'],
      fix: 'Run tlsgate with the option active, which sends the server what tells (on a public address with i-own-this-host as well)',
    },
    {
      ...passed('vulnerability/ccs-injection', 'TLSv1.2 is accepted; whether an early ChangeCipherSpec is processed was not tested'),
      status: 'inconclusive',
      severity: 'notice',
      evidence: ['probe 2'],
      fix: 'Run tlsgate with the option active, which sends the server what tells (on a public address with i-own-this-host as well)',
    },
  ],
}

const wideOpenTarget: TargetReport = {
  ...healthyTarget,
  target: { ...healthyTarget.target, url: 'https://open.test:443', host: 'open.test', servername: 'open.test' },
  verdict: 'fail',
  durationMs: 1901,
  connections: 142,
  survey: fullSurvey,
  checks: [
    passed('handshake/completion', 'the handshake completed with TLSv1.3'),
    {
      id: 'protocol/versions',
      status: 'fail',
      severity: 'error',
      cause: 'obsolete-protocol-accepted',
      message: 'TLSv1.0, TLSv1.1 and SSLv2 are accepted; the policy starts at TLSv1.2',
      fix: 'Let the server start at TLS 1.2; no browser since 2014 needs anything older\nnginx: ssl_protocols TLSv1.2 TLSv1.3;\nApache: SSLProtocol -all +TLSv1.2 +TLSv1.3',
      evidence: ['probe 12'],
      refs: ['RFC 8996 §4'],
      location: null,
    },
    {
      ...passed(
        'vulnerability/rc4',
        '4 RC4 suites are accepted in TLSv1.0, TLSv1.1 and TLSv1.2, TLS_RSA_WITH_RC4_128_MD5 among them; waived until 2027-01-01: the till at the harbour',
      ),
      status: 'waived',
      cause: 'vulnerable-rc4',
    },
    ...excluded('crime', 'heartbleed'),
    passed('client/chrome', 'Chrome 131 connects with TLSv1.3'),
    passed('client/java-8u161', 'Java 8u161 connects with TLSv1.2'),
    {
      ...passed('vulnerability/poodle', 'whether CBC suites are accepted in SSLv3 is not known: no answer in time'),
      status: 'inconclusive',
      evidence: ['probe 1'],
    },
  ],
}

const reportOf = (verdict: Report['verdict'], ...targets: TargetReport[]): Report => ({
  schemaVersion: 1,
  tool: { name: 'tlsgate', version: '0.1.0', node: '24.21.0', openssl: '3.5.4' },
  startedAt: '2026-11-23T12:00:00.000Z',
  durationMs: targets.reduce((sum, target) => sum + target.durationMs, 0),
  verdict,
  failOn: 'error',
  policy: { id: 'default', version: '1' },
  shard: null,
  missingShards: [],
  baseline: null,
  checks: [],
  targets,
})

export const healthy = reportOf('pass', healthyTarget)
export const expired = reportOf('fail', expiredTarget)
export const protocolMismatch = reportOf('fail', mismatchTarget)
export const silent = reportOf('inconclusive', silentTarget)
/** With checks that could not be decided, most of them for one reason. */
export const unreachable = reportOf('inconclusive', {
  ...silentTarget,
  checks: [
    undecided('certificate/trust', 'no certificate was seen'),
    undecided('certificate/hostname', 'no certificate was seen'),
    undecided('policy/questions', 'nothing is known of what is accepted'),
    { ...undecided('certificate/lifetime-left', 'no certificate was seen'), severity: 'warning' },
  ],
})
/** With checks of its own: two waivers that none has used, and a target that only the baseline has. */
export const several: Report = {
  ...reportOf('fail', healthyTarget, expiredTarget, mismatchTarget, silentTarget),
  checks: [
    ...unusedWaivers([
      {
        number: 1,
        check: 'cipher/suites',
        target: '*',
        until: '2027-01-31',
        location: { file: 'tlsgate.yml', line: 9, column: 5 },
        used: false,
      },
      { number: 2, check: 'client/*', target: 'example.test', until: '2027-01-31', location: null, used: false },
    ]),
    goneTargetCheck('https://gone.test:443', { file: 'tls.lock.json', line: 4, column: 5 }),
  ],
}
/** With a survey: of a policy's questions, and of everything. */
export const surveyed = reportOf('pass', surveyedTarget)
export const wideOpen = reportOf('fail', wideOpenTarget)
/** Against a baseline: one target that is weaker and stronger and otherwise different, one that is as it was. */
export const weakened: Report = {
  ...reportOf('fail', surveyedTarget, healthyTarget),
  baseline: {
    file: 'tls.lock.json',
    targets: [
      {
        url: surveyedTarget.target.url,
        servername: 'www.example.test',
        weaker: [
          {
            what: 'protocols',
            message: 'TLSv1.0 and TLSv1.1 are accepted now',
            fix: "Let the server start where the policy does\nnginx: ssl_protocols TLSv1.2 TLSv1.3;\nNode: minVersion: 'TLSv1.2'",
          },
        ],
        stronger: [{ what: 'groups', message: 'X25519MLKEM768 is accepted now' }],
        different: [{ what: 'chain', message: 'the certificate is issued by CN=Other in the place of CN=tlsgate test intermediate' }],
        notCompared: [{ what: 'features', message: 'the features could be seen before, and cannot now' }],
        clients: { gained: ['java-6'], lost: ['android-4.4', 'ie-11-win7'] },
        checks: { failing: ['protocol/versions'], mended: ['group/post-quantum'] },
      },
      {
        url: healthyTarget.target.url,
        servername: 'example.test',
        weaker: [],
        stronger: [],
        different: [],
        notCompared: [],
        clients: { gained: [], lost: [] },
        checks: { failing: [], mended: [] },
      },
    ],
  },
}

/** Foreign text that would be obeyed by something, each by its own reader. */
export const hostileTexts: readonly (readonly [name: string, text: string])[] = [
  ['an ANSI sequence', '\x1b[2J\x1b[31mred\x1b[0m'],
  ['a C1 sequence', '\x9b31mred\x9d0;title\x9c'],
  ['an OSC 8 link', '\x1b]8;;https://evil.test/\x07click\x1b]8;;\x07'],
  ['a workflow command', '::error::x'],
  ['a workflow command on a line of its own', 'a\n  ::set-output name=x::y\r\n::stop-commands::z'],
  ['an old workflow command', 'a ##[error]x ##vso[task.complete]'],
  ['closing tags and a script', '</details></summary><script>alert(1)</script><img src=x onerror=alert(1)>'],
  ['a table cell and a row', 'a | b || c\n| d | e |'],
  ['backticks', 'a ` b `` c ``` d\n```\n# heading\n```mermaid'],
  ['Markdown markup', '# a **b** _c_ [d](javascript:e) ![f](https://evil.test/g.png) ~~h~~ $i$ <https://evil.test> [^1]'],
  ['mentions and references', '@octocat #123 GH-12 octo@evil.test https://evil.test www.evil.test :tada:'],
  ['percent escapes', '%0A::error::x%0D%25'],
  ['bidi overrides and invisible characters', 'a\u202eb\u2066c\u200bd\ufeffe\u00adf\u2028g\u2029h\u{e0041}i\ud800j'],
  ['the end of a CDATA section, entities and markup of XML', 'a]]>b &x; &#0; &#xfffe; <!--c--> <?d e?> <![CDATA[f'],
  ['what XML has no character for', 'a\u0000b\u0008c\ufffed\uffffe\udfff\ud800f'],
  ['attributes of HTML', '" autofocus onfocus="alert(1)\' onmouseover=\'alert(2)'],
  ['Mermaid syntax', 'a; end\nrect rgb(0,0,0)\nclient->>server: b #quot; %%{init: {}}%% style x:#35;'],
]

/** The report with the text in every field that is not one of our own fixed words. */
export function withForeignText(report: Report, text: string): Report {
  const fixedWords = ['verdict', 'status', 'severity', 'from', 'level', 'sentBy', 'category', 'kind', 'connects', 'by']
  // Of a protocol: whether it is accepted, and who chooses its suites.
  const isFixed = (key: string): boolean => fixedWords.includes(key) || /^(SSL|TLS)v/.test(key)
  return JSON.parse(JSON.stringify(report), (key, value: unknown) => (typeof value === 'string' && !isFixed(key) ? text : value))
}
