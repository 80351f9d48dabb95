import { join } from 'node:path'
import { rootCertificates } from 'node:tls'
import { describe, expect, test } from 'vitest'
import { failureText } from '../../src/cli/failure.ts'
import { mint } from '../../src/fixtures/mint.ts'
import type { GateTarget } from '../../src/gate-options.ts'
import { extendPolicy } from '../../src/judge/policy/extend.ts'
import { policyNamed } from '../../src/judge/policy/policies.ts'
import type { Files } from '../../src/settings/files.ts'
import { readSettings } from '../../src/settings/settings.ts'
import type { RawSettings } from '../../src/settings/values.ts'
import { UsageError } from '../../src/usage-error.ts'

const directory = Symbol('a directory')

/** A working directory with these files. */
function filesOf(contents: Readonly<Record<string, string | Buffer | typeof directory>>): Files {
  return {
    readFile(path) {
      const content = contents[path.replaceAll('\\', '/')]
      if (content === undefined) throw Object.assign(new Error(`ENOENT: ${path}`), { code: 'ENOENT' })
      if (content === directory) throw Object.assign(new Error(`EISDIR: ${path}`), { code: 'EISDIR' })
      return Buffer.from(content)
    },
  }
}

const read = (config: string | Buffer, raw: RawSettings = {}) => readSettings(raw, filesOf({ 'tlsgate.yml': config, 'ca.pem': root }))
const [root = ''] = rootCertificates

const wrongOf = async (config: string | Buffer, raw: RawSettings = {}): Promise<UsageError> => {
  const error = await read(config, raw).catch((thrown: unknown) => thrown)
  if (!(error instanceof UsageError)) throw error
  return error
}

/** A place in tlsgate.yml. */
const at = (line: number, column: number) => ({ location: { file: 'tlsgate.yml', line, column } })

describe('a configuration file gives', () => {
  test.each<[name: string, config: string, options: object, targets?: GateTarget[]]>([
    [
      'targets, each with its place',
      'targets:\n  - a.example\n  - "[::1]:8443"\n',
      {},
      [
        { target: 'a.example', ...at(2, 5) },
        { target: '[::1]:8443', ...at(3, 5) },
      ],
    ],
    [
      'a target with clients of its own',
      'targets: [a.example, {target: b.example, clients: {require: [java-8u161]}}]\n',
      {},
      [
        { target: 'a.example', ...at(1, 11) },
        { target: 'b.example', clients: { require: ['java-8u161'] }, ...at(1, 31) },
      ],
    ],
    [
      'a target with options and a policy of its own',
      'targets:\n  - servername: b.example\n    target: a.example:8443\n    timeout: 2\n    ca: ca.pem\n    min-version: TLSv1.3\n    as: java-11\n    policy: {extends: default, minDhBits: 3072}\n',
      {},
      [
        {
          target: 'a.example:8443',
          servername: 'b.example',
          timeoutMs: 2000,
          ca: [expect.any(String)] as unknown as string[],
          minVersion: 'TLSv1.3',
          as: 'java-11',
          policy: extendPolicy(policyNamed('default'), { minDhBits: 3072 }),
          ...at(3, 13),
        },
      ],
    ],
    [
      'what a target has to show',
      'targets:\n  - target: a.example\n    expect: {protocol: TLSv1.3, cipher-suite: [aead], fails-with: not-tls, days-left: 14}\n',
      {},
      [{ target: 'a.example', expect: { protocol: 'TLSv1.3', cipherSuite: ['aead'], failsWith: 'not-tls', daysLeft: 14 }, ...at(2, 13) }],
    ],
    [
      'how long to wait, and what to find then',
      `retries: 3\nwait: 1h30m\nconverge: true\nexpect-fingerprint: ${'ab'.repeat(32)}\n`,
      { retries: 3, waitMs: 5_400_000, converge: true, expectFingerprint: ['ab'.repeat(32)] },
    ],
    [
      "options under the names of their flags, in YAML's own types",
      'timeout: 0.5\ninsecure: false\nfail-on: warning\nconnections: 4\nbudget: 40\nsurvey: full\nactive: true\nas: java-8u161\n',
      {
        timeoutMs: 500,
        insecure: false,
        failOn: 'warning',
        connections: 4,
        budget: 40,
        survey: 'full',
        active: true,
        as: 'java-8u161',
      },
    ],
    ['a date that YAML 1.1 had a type for', 'at: 2027-01-31\n', { at: new Date('2027-01-31T00:00:00Z') }],
    ['ids as a list', 'alpn: [h2, http/1.1]\n', { alpn: ['h2', 'http/1.1'] }],
    ['ids as a text', 'alpn: h2 http/1.1\n', { alpn: ['h2', 'http/1.1'] }],
    ['a policy by its name', 'policy: mozilla-modern\n', { policy: policyNamed('mozilla-modern') }],
    [
      'a policy of its own',
      'policy: {extends: mozilla-intermediate, protocols: {require: [TLSv1.3]}, minDhBits: 3072}\n',
      { policy: extendPolicy(policyNamed('mozilla-intermediate'), { protocols: { require: ['TLSv1.3'] }, minDhBits: 3072 }) },
    ],
    [
      'the keys that built-in policies have',
      'policy: {extends: default, certificate: {keys: [{type: EC, minBits: 250}, {type: EC, curves: [secp256r1]}]}}\n',
      {
        policy: extendPolicy(policyNamed('default'), {
          certificate: {
            keys: [
              { type: 'EC', minBits: 250 },
              { type: 'EC', curves: ['secp256r1'] },
            ],
          },
        }),
      },
    ],
    [
      'waivers',
      'waivers:\n  - {check: certificate/chain, target: "*", reason: old clients, until: 2027-01-31}\n',
      { waivers: [{ check: 'certificate/chain', target: '*', reason: 'old clients', until: '2027-01-31', ...at(2, 5) }] },
    ],
    ['what an alias repeats', 'alpn: &ids [h2]\ntargets: *ids\n', { alpn: ['h2'] }, [{ target: 'h2', ...at(1, 13) }]],
    ['the same behind a byte order mark', '\uFEFFtimeout: 5\n', { timeoutMs: 5000 }],
    ['the same with line ends of Windows', 'timeout: 5\r\nfail-on: notice\r\n', { timeoutMs: 5000, failOn: 'notice' }],
  ])('%s', async (_, config, options, targets = []) => {
    expect(await read(config)).toEqual({ targets, options })
  })

  test('the path of a lock file, which is not read', async () => {
    const files = filesOf({ 'sub/tlsgate.yml': 'baseline: tls.lock.json\nfail-on: regression\n' })
    expect(await readSettings({ config: 'sub/tlsgate.yml' }, files)).toMatchObject({
      options: { failOn: 'regression' },
      baseline: join('sub', 'tls.lock.json'),
    })
  })

  test('paths that begin where it is', async () => {
    const files = filesOf({ 'deploy/tls/gate.yml': 'ca: ../ca.pem\n', 'deploy/ca.pem': root })
    expect((await readSettings({ config: 'deploy/tls/gate.yml' }, files)).options.ca).toHaveLength(1)
  })
})

describe('the file', () => {
  test.each([
    ['is tlsgate.yml', { 'tlsgate.yml': 'timeout: 1\n' }, {}, 1000],
    ['is tlsgate.yaml', { 'tlsgate.yaml': 'timeout: 2\n' }, {}, 2000],
    ['is tlsgate.json', { 'tlsgate.json': '{\n\t"timeout": 4\n}\n' }, {}, 4000],
    ['is no report of an earlier run', { 'tlsgate.yml': 'timeout: 5\n', 'tlsgate.json': '{\n  "schemaVersion": 1,\n' }, {}, 5000],
    ['is the one named', { 'tlsgate.yml': 'timeout: 1\n', 'other.yml': 'timeout: 3\n' }, { config: 'other.yml' }, 3000],
  ])('%s', async (_, contents, raw, timeoutMs) => {
    expect((await readSettings(raw, filesOf(contents))).options).toEqual({ timeoutMs })
  })

  test.each<[name: string, contents: Parameters<typeof filesOf>[0], raw: RawSettings, message: string, hint: string]>([
    ['of both names', { 'tlsgate.yml': '#', 'tlsgate.yaml': '#' }, {}, 'tlsgate.yml and tlsgate.yaml are both there', 'remove one of them'],
    [
      'that is named and not there',
      {},
      { config: 'gone.yml' },
      'the file of config cannot be read: there is no such file',
      'check the path',
    ],
    ['that is a directory', { 'tlsgate.yml': directory }, {}, 'the file of config cannot be read: it is a directory', 'check the path'],
    ...[
      ['has no byte', ''],
      ['has white space alone', ' \n\n'],
      ['has comments alone', '# targets: [example.com]\n'],
      ['has no more than the beginning of a document', '---\n'],
      ['says null', '~'],
    ].map(([how, text = '']): [string, { 'tlsgate.yml': string }, RawSettings, string, string] => [
      `that ${how}`,
      { 'tlsgate.yml': text },
      {},
      'tlsgate.yml:1:1: the file of config is empty',
      'such as targets: [example.com], or remove',
    ]),
    [
      'that is JSON and null',
      { 'tlsgate.json': 'null' },
      {},
      'tlsgate.json:1:1: the file of config is empty',
      'such as {"targets": ["example.com"]}',
    ],
    [
      'of three names',
      { 'tlsgate.yml': '#', 'tlsgate.yaml': '#', 'tlsgate.json': '{}' },
      {},
      'tlsgate.yml and tlsgate.yaml and tlsgate.json are all there',
      'remove',
    ],
    [
      'of 10 MiB',
      { 'tlsgate.yml': '#'.repeat(10 * 2 ** 20) },
      {},
      'tlsgate.yml:1:1: the file of config has 10485760 bytes',
      'at most 8388608',
    ],
    [
      'in UTF-16',
      { 'tlsgate.yml': Buffer.from('\uFEFFtimeout: 5', 'utf16le') },
      {},
      'tlsgate.yml:1:1: the file of config is no UTF-8 text',
      'save it as UTF-8',
    ],
  ])('%s is a usage error', async (_, contents, raw, message, hint) => {
    const error = await readSettings(raw, filesOf(contents)).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(UsageError)
    expect(error).toMatchObject({ message: expect.stringContaining(message), hint: expect.stringContaining(hint), others: [] })
  })
})

describe('what is given beside the file wins', () => {
  test.each<[name: string, config: string, raw: RawSettings, options: object]>([
    ['over the same option', 'timeout: 1\nfail-on: notice\n', { timeout: '2' }, { timeoutMs: 2000, failOn: 'notice' }],
    ['over an option, but not by being left out', 'timeout: 1\n', { timeout: undefined }, { timeoutMs: 1000 }],
    ['over a policy of its own', 'policy: {extends: default}\n', { policy: 'pci-dss-4' }, { policy: policyNamed('pci-dss-4') }],
    ['over what it contradicts', 'all-addresses: true\n', { 'connect-to': 'a.example:1' }, { connectTo: 'a.example:1' }],
    ['over a policy, with no survey', 'policy: default\n', { survey: 'none' }, { survey: 'none' }],
    ['over no survey, with a policy', 'survey: none\n', { policy: 'default' }, { policy: policyNamed('default') }],
    ['over a file that is not there any more', 'ca: gone.pem\n', { ca: 'ca.pem' }, { ca: [expect.any(String)] }],
    ['over a flag that is on', 'insecure: true\n', { insecure: ['false'] }, { insecure: false }],
    ['and completes it', 'active: true\n', { 'i-own-this-host': true }, { active: true, iOwnThisHost: true }],
  ])('%s', async (_, config, raw, options) => {
    expect((await read(config, raw)).options).toEqual(options)
  })
})

describe('a mistake in the file is named with its place', () => {
  test.each<[config: string, message: string, hint: string]>([
    ['polcy: default', '1:1: "polcy" is no part of a configuration', 'did you mean policy?'],
    ['timeout: 5\nqwertz: 1', '2:1: "qwertz" is no part of a configuration', 'its parts are policy, waivers, targets, servername,'],
    ['d: &d {timeout: 1}', '1:1: "d" is no part of a configuration', 'its parts are policy, waivers, targets, servername,'],
    ['targets: [{target: &t a.example}, {target: b.example, <<: *t}]', '1:55: "<<" merges nothing here', 'write out what it stands for'],
    ['__proto__: {timeout: 1}', '1:1: "__proto__" is no part of a configuration', 'its parts are'],
    ['config: other.yml', '1:1: config cannot be given in a file', 'give it where tlsgate is started'],
    ['i-own-this-host: true', '1:1: i-own-this-host cannot be given in a file', 'give it where tlsgate is started'],
    ['targets: [!!binary YQ==]', '1:11: unresolved tag: tag:yaml.org,2002:binary', 'leave the tag (!name) out'],
    [
      'targets: [{target: a.example, expect: {days-left: 1e300}}]',
      '1:51: targets[0].expect.days-left is 1e+300',
      'write at most 9007199254740991',
    ],
    [
      'waivers: [{check: certificate/trust, target: "*", reason: " ", until: 2027-01-31}]',
      '1:59: the reason is blank',
      'write why it is accepted',
    ],
    ['- a.example', '1:1: the file is a list, not a mapping', 'one a line, each as name: value'],
    ['a.example', '1:1: the file is the text "a.example", not a mapping', 'one a line, each as name: value'],

    ['timeout: soon', '1:10: timeout is the text "soon", not a number', 'write a number, without quotes'],
    ['timeout: -1', '1:10: timeout is "-1"', 'give seconds as a number above 0'],
    ['timeout:', '1:9: timeout is empty', 'give it a value, or leave it out'],
    ['connections: 65', '1:14: connections is "65"', 'give a whole number from 1 to 64'],
    ['budget: 1', '1:9: budget is "1"', 'give a whole number from 2 to 10000'],
    ['budget: 10.5', '1:9: budget is "10.5"', 'give a whole number'],
    ['insecure: yes', '1:11: insecure is the text "yes", not true or false', 'write true or false, without quotes'],
    ['servername: 12', '1:13: servername is 12, not a text', 'in quotes where it looks like a number'],
    ['servername: ""', '1:13: servername is empty', 'give'],
    ['survey: everything', '1:9: survey is "everything"', 'use one of policy, full, none'],
    ['fail-on: eror', '1:10: fail-on is "eror"', 'use one of error, warning, notice'],
    ['at: 2027-02-30', '1:5: at is "2027-02-30"', 'give a date such as'],
    ['alpn: {h2: true}', '1:7: alpn is a mapping, not a text or a list', 'write a text'],
    ['alpn: [h2, 5]', '1:12: alpn[1] is 5, not a text', 'in quotes where it looks like a number'],
    ['as: java-8u16', '1:5: "java-8u16" is no client', 'did you mean java-8u161'],

    ['targets: a.example', '1:10: targets is the text "a.example", not a list', 'write it in brackets'],
    ['targets:\n  - gopher://a.example', '2:5: "gopher://a.example" has the unknown scheme "gopher"', 'use one of https'],
    ['targets:\n  - {clients: {}}', '2:5: targets[0].target is missing', 'add it'],
    ['targets:\n  - {target: a.example, clients: {require: [crome]}}', '2:45: "crome" is no client', 'did you mean chrome?'],
    ['targets: [{target: a.example, tiemout: 1}]', '1:31: "tiemout" is no part of targets[0]', 'did you mean timeout?'],
    ['targets: [{target: a.example, fail-on: error}]', '1:31: fail-on cannot be given for a target', 'at the top of the file'],
    ['targets: [{target: a.example, baseline: tls.lock.json}]', '1:31: baseline cannot be given for a target', 'at the top of the file'],
    ['targets: [{target: a.example, expect-fingerprint: x}]', '1:31: expect-fingerprint cannot be given for a', 'write expect: {finger'],
    ['targets: [{target: a.example, waivers: []}]', '1:31: waivers cannot be given for a target', 'each with its target'],
    ['targets: [{target: a.example, timeout: x}]', '1:40: targets[0].timeout is the text "x", not a number', 'without quotes'],
    ['targets: [{target: a.example, policy: {extends: old}}]', '1:49: "old" is no policy', 'did you mean mozilla-old?'],
    [
      'targets: [{target: a.example, policy: {extends: default, protocols: {forbid: [TLSv1.0], require: [TLSv1.2, TLSv1.0]}}}]',
      '1:108: protocols requires TLSv1.0 and forbids it',
      'take TLSv1.0 out of',
    ],
    [
      'targets: [{target: a.example, ca: gone.pem}]',
      '1:31: the file of ca cannot be read: there is no such file: "gone.pem"',
      'check the path',
    ],
    ['targets: [{target: a.example, key: ca.pem}]', '1:31: key is given without cert', 'give the certificate of the key as cert'],
    ['targets: [{target: a.example, max-version: TLSv1.1}]', '1:31: min-version TLSv1.2 is newer than max-version TLSv1.1', 'the older'],
    ['min-version: TLSv1.3\ntargets: [{target: a.example, max-version: TLSv1.2}]', '2:31: min-version TLSv1.3 is newer than', 'the older'],
    [
      'survey: none\ntargets: [{target: a.example, clients: {require: [chrome]}}]',
      '2:20: with survey none nothing is asked that the clients of a target need',
      'leave out survey',
    ],
    [
      'targets: [a.example, "https://A.example.:443"]',
      '1:22: https://a.example:443 stands here again, as in line 1',
      'leave one of the two out',
    ],
    ['targets: ["[::1]", "[0:0::0001]"]', '1:20: https://[::1]:443 stands here again, as in line 1', 'leave one of the two out'],
    [
      'targets:\n  - {target: a.example, timeout: 1, alpn: h2}\n  - a.example\n  - {target: a.example, alpn: h2, timeout: 1, expect: {alpn: h2}}',
      '4:14: https://a.example:443 stands here again, as in line 2 and with the same options',
      'put what is expected of it into the other',
    ],
    ['targets: [{target: a, expect: {protocol: TLS1.3}}]', '1:42: "TLS1.3" is no protocol', 'did you mean TLSv1.3'],
    [
      'targets: [{target: a, expect: {cypher-suite: aead}}]',
      '1:32: "cypher-suite" is no part of targets[0].expect',
      'did you mean cipher-suite?',
    ],
    ['targets: [{target: a, expect: {group: 29}}]', '1:39: targets[0].expect.group is 29, not a text or a list', 'write a text'],
    ['targets: [{target: a, expect: {fails-with: expired}}]', '1:44: "expired" is no cause of a failed handshake', 'certificate-expired'],
    ['targets: [{target: a, expect: {fingerprint: AB:CD}}]', '1:45: "AB:CD" is no SHA-256 fingerprint', 'openssl x509'],
    [
      'targets: [{target: a, expect: {fingerprint: []}}]',
      '1:45: targets[0].expect.fingerprint is empty',
      'give it a value, or leave it out',
    ],
    ['targets: [{target: a, expect: {covers: "a b"}}]', '1:40: "https://a b:443" has no valid host name', 'write host'],
    ['wait: 90', '1:7: wait is 90, not a text', 'write a text'],
    ['wait: 90 s', '1:7: wait is "90 s"', 'give a time with its unit, such as 90s, 5m or 1h30m'],
    ['wait: 25h', '1:7: wait is "25h"', 'up to 24h'],
    ['retries: -1', '1:10: retries is "-1"', 'give a whole number from 0 to 100'],
    ['expect-fingerprint: [AB]', '1:21: "AB" is no SHA-256 fingerprint', 'openssl x509'],
    ['connect-to: a.example:1\nconverge: true', '1:1: connect-to and converge contradict each other', 'leave one of the two out'],
    ['targets: &a [*a]', '1:14: targets[0] is a list, not a text or a mapping', 'write a text'],

    ['policy: modrn', '1:9: "modrn" is no policy', 'use one of mozilla-modern, '],
    ['policy: [default]', '1:9: policy is a list, not a text or a mapping', 'write a text'],
    ['policy: {protocols: {}}', '1:9: policy.extends is missing', 'add it'],
    ['policy: {extends: mozila-old}', '1:19: "mozila-old" is no policy', 'did you mean mozilla-old?'],
    ['policy:\n  extends: default\n  protocol: {}', '3:3: "protocol" is no part of policy', 'did you mean protocols?'],
    ['policy:\n  extends: default\n  protocols: {forbids: []}', '3:15: "forbids" is no part of policy.protocols', 'did you mean forbid?'],
    ['policy:\n  extends: default\n  protocols: {forbid: TLSv1.0}', '3:23: policy.protocols.forbid is the text "TLSv1.0", not a list', '['],
    ['policy:\n  extends: default\n  protocols:\n    require: [TLS1.3]', '4:15: "TLS1.3" is no protocol', 'did you mean TLSv1.3'],
    [
      'policy:\n  extends: default\n  cipherSuites:\n    forbid:\n      - exprt',
      '5:9: "exprt" is no cipher suite and no class of them',
      'did you mean export?',
    ],
    [
      'policy:\n  extends: default\n  cipherSuites: {allow: [ECDHE-RSA-AES128-GCM-SHA256]}',
      '3:26: "ECDHE-RSA-AES128-GCM-SHA256" is no cipher suite',
      'did you mean TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256?',
    ],
    ['policy: {extends: default, cipherSuites: {allow: [zzz]}}', '1:51: "zzz" is no cipher suite', 'use one of null, anonymous, export,'],
    ['policy: {extends: default, groups: {require: [prime256v1]}}', '1:47: "prime256v1" is no group', 'did you mean secp256r1?'],
    ['policy: {extends: default, groups: {require: [x25519mlkem768]}}', '1:47: "x25519mlkem768" is no group', 'X25519MLKEM768'],
    ['policy: {extends: default, signatureSchemes: {forbid: [sha-1]}}', '1:56: "sha-1" is no signature scheme', 'did you mean sha1'],
    ['policy: {extends: default, features: {require: [renegotiation]}}', '1:49: "renegotiation" is no feature', 'secure-renegotiation'],
    ['policy: {extends: default, vulnerabilities: {forbid: [drwn]}}', '1:55: "drwn" is no vulnerability', 'did you mean drown?'],
    ['policy: {extends: default, vulnerabilities: {require: [drown]}}', '1:46: "require" is no part of policy.vulnerabilities', 'forbid'],
    ['policy: {extends: default, clients: {require: [java-8u16]}}', '1:48: "java-8u16" is no client', 'did you mean java-8u161'],
    ['policy: {extends: default, minDhBits: 0}', '1:39: policy.minDhBits is 0', 'write at least 1'],
    ['policy: {extends: default, minDhBits: 10.5}', '1:39: policy.minDhBits is 10.5, not a whole number', 'write a whole number'],
    ['policy: {extends: default, cipherOrder: servr}', '1:41: "servr" is neither server nor client', 'did you mean server?'],
    ['policy: {extends: default, certificate: {keys: [{type: DSA}]}}', '1:56: "DSA" is no type of keys', 'RSA'],
    ['policy: {extends: default, certificate: {keys: [{minBits: 1}]}}', '1:49: policy.certificate.keys[0].type is missing', 'add it'],
    ['policy: {extends: default, certificate: {keys: [{type: EC}]}}', '1:49: policy.certificate.keys[0].curves is missing', 'add it'],
    [
      'policy: {extends: default, certificate: {keys: [{type: EC, minBits: 0}]}}',
      '1:69: policy.certificate.keys[0].minBits is 0',
      'at least 1',
    ],
    [
      'policy: {extends: default, certificate: {keys: [{type: Ed448, minBits: 1}]}}',
      '1:63: "minBits" is no part of policy.certificate.keys[0]',
      'its parts are type, curves',
    ],
    ['policy: {extends: default, certificate: {keys: [{type: RSA}]}}', '1:49: policy.certificate.keys[0].minBits is missing', 'add it'],
    [
      'policy: {extends: default, certificate: {signatures: [sha256WithRSA]}}',
      '1:55: "sha256WithRSA" is no signature algorithm',
      'sha256WithRSAEncryption',
    ],
    [
      'policy:\n  extends: default\n  protocols:\n    forbid: [TLSv1.0]\n    require: [TLSv1.2, TLSv1.0]',
      '5:24: protocols requires TLSv1.0 and forbids it',
      'take TLSv1.0 out of',
    ],

    [
      'waivers: [{check: certificate/chian, target: "*", reason: r, until: 2027-01-31}]',
      '1:19: "certificate/chian" is no check',
      'did you mean certificate/chain?',
    ],
    ['waivers: [{check: certificate/chain, target: "*", until: 2027-01-31}]', '1:11: waivers[0].reason is missing', 'add it'],
    [
      'waivers: [{check: certificate/chain, target: "*", reason: "", until: 2027-01-31}]',
      '1:59: waivers[0].reason is empty',
      'give it a value',
    ],
    [
      'waivers: [{check: certificate/chain, target: "*", reason: r, until: 2027-02-30}]',
      '1:69: until is "2027-02-30"',
      'give a day such as',
    ],
    [
      'waivers: [{check: cipher/suites, target: "*", only: [TLS_RSA_WITH_AES_128_CBC_SHAA], reason: r, until: 2027-01-31}]',
      '1:54: "TLS_RSA_WITH_AES_128_CBC_SHAA" is nothing that a check names',
      'did you mean TLS_RSA_WITH_AES_128_CBC_SHA',
    ],
    [
      'waivers: [{check: cipher/suites, target: "*", only: [], reason: r, until: 2027-01-31}]',
      '1:53: waivers[0].only is empty',
      'give it a value',
    ],
    [
      'waivers: [{check: certificate/chain, target: "https://a", reason: r, until: 2027-01-31}]',
      '1:46: "https://a" is a URL',
      'write host, host:port',
    ],
    [
      'waivers: [{check: certificate/chain, target: "a b", reason: r, until: 2027-01-31}]',
      '1:46: "a b" has no valid host name',
      'write host',
    ],

    ['ca: gone.pem', '1:1: the file of ca cannot be read: there is no such file: "gone.pem"', 'check the path'],
    ['timeout: 5\nkey: ca.pem', '2:1: key is given without cert', 'give the certificate of the key as cert'],
    ['proxy: http://p:1\nall-addresses: true', '2:1: proxy and all-addresses contradict each other', 'leave one of the two out'],
    ['policy: default\nsurvey: none', '2:1: policy and survey contradict each other', 'leave out the policy'],
    ['min-version: TLSv1.3\nmax-version: TLSv1.2', '1:1: min-version TLSv1.3 is newer than max-version TLSv1.2', 'give the older'],

    ['timeout: 5\n\tfail-on: error', '2:1: a tab indents this line', 'indent by spaces'],
    ['timeout: 5\ntimeout: 6', '2:1: this key stands here for the second time', 'leave one of the two out'],
    ['targets: [a.example\ntimeout: 5', '2:1: this is no YAML: Flow sequence', 'look at the indentation, the quotes and the brackets'],
    ['fail-on: "error', '1:16: this is no YAML: Missing closing "quote', 'look at the indentation, the quotes'],
    ['servername: @a', '1:13: this is no YAML: Plain value cannot start with reserved character @', 'the quotes'],
    ['timeout: 5\n---\ntimeout: 6', '2:1: a second document begins here', 'leave out the line ---'],
    ['alpn: !!js/function x', '1:7: unresolved tag: tag:yaml.org,2002:js/function', 'leave the tag (!name) out'],
    ['waivers: *all', '1:10: there is no &all before this alias', 'put a text with a star in quotes'],
  ])('%j', async (config, message, hint) => {
    const error = await wrongOf(config)
    expect([error.message, ...error.others.map(other => other.message)]).toEqual([expect.stringContaining(`tlsgate.yml:${message}`)])
    expect(error.hint).toContain(hint)
  })

  test('and so are all the others, in the order of the file', async () => {
    const config = 'timeout: soon\npolicy:\n  extends: defalt\n  protocols: {require: [TLSv9]}\n  certificates: {}\nwaivers: {}\n'
    expect(failureText(await wrongOf(config), false)).toBe(`tlsgate: tlsgate.yml:1:10: timeout is the text "soon", not a number
  write a number, without quotes
tlsgate: tlsgate.yml:3:12: "defalt" is no policy
  did you mean default?
tlsgate: tlsgate.yml:4:25: "TLSv9" is no protocol
  use one of SSLv2, SSLv3, TLSv1.0, TLSv1.1, TLSv1.2, TLSv1.3
tlsgate: tlsgate.yml:5:3: "certificates" is no part of policy
  did you mean certificate?
tlsgate: tlsgate.yml:6:10: waivers is a mapping, not a list
  write it in brackets: [one, other]
`)
  })

  test('also when they are in several targets', async () => {
    const config = 'targets:\n  - {target: a.example, ca: gone.pem}\n  - {target: b.example, key: ca.pem}\n  - a.example\n  - a.example\n'
    const { location, others } = await wrongOf(config)
    expect([location?.line, ...others.map(other => other.location?.line)]).toEqual([5, 2, 3])
  })

  test('up to a number that is worth reading', async () => {
    const { others } = await wrongOf(Array.from({ length: 500 }, (_, index) => `wrong-${index}: 1`).join('\n'))
    expect(others).toHaveLength(20)
    expect(others.at(-1)?.message).toBe('the same file has 480 more mistakes')
  })

  test('and cannot write to a terminal', async () => {
    expect(failureText(await wrongOf('"a\\e[31m": 1\nfail-on: "\\e]0;x\\a"\n'), false)).not.toMatch(/[\x1b\x07]/)
  })
})

describe('a mistake in a JSON file is named with its place', () => {
  test.each([
    ['a comma that is missing', '{\n  "timeout": 5\n  "at": 1\n}', '2:14: this goes on in the next line', 'look for a comma'],
    ['a brace that is missing', '{"timeout": 5', '1:14: this is no JSON: Flow map must end with a }', 'the brackets before it'],
    [
      'a key that stands there twice',
      '{\n  "timeout": 5,\n  "timeout": 6\n}',
      '3:3: this key stands here for the second time',
      'leave one',
    ],
    ['a text without quotes', '{"fail-on": error}', '1:13: JSON has double quotes around a text', 'or name the file .yml'],
    ['a text in single quotes', `{'timeout': 5}`, '1:2: JSON has double quotes around a text', 'or name the file .yml'],
    ['a list of YAML', '- a', '1:1: JSON has brackets around this', 'or name the file .yml'],
    ['an unknown key', '{\n\t"tiemout": 5\n}', '2:2: "tiemout" is no part of a configuration', 'did you mean timeout?'],
  ])('%s', async (_, config, message, hint) => {
    const error = await readSettings({}, filesOf({ 'tlsgate.json': config })).catch((thrown: unknown) => thrown)
    expect(error).toMatchObject({ message: expect.stringContaining(`tlsgate.json:${message}`), hint: expect.stringContaining(hint) })
  })

  test('a comment', async () => {
    const error = await readSettings({}, filesOf({ 'tlsgate.json': '{ # soon\n"timeout": 5}' })).catch((thrown: unknown) => thrown)
    expect(error).toMatchObject({ hint: expect.stringContaining('name the file .yml') })
  })
})

describe('of an option that several give, a target has', () => {
  const own = (options: string): string => `targets: [{target: a.example, ${options}}]\n`

  test.each<[name: string, config: string, raw: RawSettings, expected: object]>([
    ['its own over the one at the top', `timeout: 1\n${own('timeout: 2')}`, {}, { timeoutMs: 2000 }],
    ['the flag over its own', own('timeout: 2, alpn: h2'), { timeout: '3' }, { alpn: ['h2'] }],
    ['nothing that contradicts its own', `proxy: http://p:1\n${own('all-addresses: true')}`, {}, { proxy: undefined, allAddresses: true }],
    ['nothing that contradicts a flag', own('all-addresses: true'), { 'connect-to': 'b:1' }, {}],
    ['no survey, and so no policy of the top', `policy: default\n${own('survey: none')}`, {}, { policy: undefined, survey: 'none' }],
    ['no policy of its own, where the flag says no survey', own('policy: default'), { survey: 'none' }, {}],
    ['no clients of its own, where the flag says no survey', own('clients: {require: [chrome]}'), { survey: 'none' }, {}],
    ['its policy over the one at the top', `policy: default\n${own('policy: pci-dss-4')}`, {}, { policy: policyNamed('pci-dss-4') }],
    ['the policy of the flag', own('policy: pci-dss-4'), { policy: 'default' }, {}],
    [
      'the fingerprint of the flag, and the rest of what it expects',
      own(`expect: {alpn: h2, fingerprint: ${'ab'.repeat(32)}}`),
      { 'expect-fingerprint': 'cd'.repeat(32) },
      { expect: { alpn: 'h2' } },
    ],
  ])('%s', async (_, config, raw, expected) => {
    const { targets } = await read(config, raw)
    expect(targets).toEqual([{ target: 'a.example', location: expect.anything(), ...expected }])
    expect(Object.keys(targets[0] ?? {}).sort()).toEqual(['target', 'location', ...Object.keys(expected)].sort())
  })

  test('a client certificate of its own, and no part of the other', async () => {
    const { chain: cert, key } = await mint()
    const files = filesOf({
      'tlsgate.yml': `pfx: all.p12\npassphrase-file: secret.txt\n${own('cert: own.pem, key: own-key.pem')}`,
      ...{ 'all.p12': 'p12', 'secret.txt': 'sesame\n', 'own.pem': cert, 'own-key.pem': key },
    })
    const { targets, options } = await readSettings({}, files)
    expect(options).toMatchObject({ passphrase: 'sesame' })
    expect(targets).toMatchObject([{ pfx: undefined, passphrase: undefined, cert, key }])
  })
})

test('files that many targets name are read once', async () => {
  const targets = Array.from(
    { length: 100 },
    (_, index) => `  - {target: host${index}.example, servername: name${index}.example, ca: ca.pem}\n`,
  )
  const files = filesOf({ 'tlsgate.yml': `targets:\n${targets.join('')}`, 'ca.pem': root })
  const read: string[] = []
  const settings = await readSettings({}, { readFile: path => files.readFile(read[read.push(path) - 1] ?? '') })
  expect(settings.targets).toHaveLength(100)
  expect(read.filter(path => path === 'ca.pem')).toHaveLength(1)
})

test('a file can have tens of thousands of targets', async () => {
  const targets = Array.from({ length: 20_000 }, (_, index) => `  - www${index}.example.com\n`)
  expect((await read(`targets:\n${targets.join('')}`)).targets).toHaveLength(20_000)
})

describe('a file that is built to exhaust its reader is refused in one line', () => {
  const bomb = [
    'a: &a [x,x,x,x,x,x,x,x,x]',
    ...[...'bcdefghi'].map((name, index) => `${name}: &${name} [${Array(9).fill(`*${'abcdefgh'[index]}`)}]`),
  ]
  test.each([
    ['by aliases of aliases', bomb.join('\n'), '1:1: the aliases of the file repeat each other without measure'],
    ['by aliases alone', `a: &a 1\nb: [${Array(101).fill('*a')}]`, '1:1: the file has more than 100 aliases'],
    ['by lists in lists', '['.repeat(50_000), '1:34: the file nests more than 32 levels deep'],
    ['by lists in lists of dashes', '- '.repeat(50_000), '1:67: the file nests more than 32 levels deep'],
    [
      'by many keys',
      Array.from({ length: 20_000 }, (_, index) => `k${index}: 1`).join('\n'),
      '1:1: the file has a mapping of more than 1000 keys',
    ],
    ['by many brackets', ']'.repeat(50_000), '1:1: the file has more than 1000 places that nothing can be read from'],
    ['by many lists', 'a: ['.concat('[],'.repeat(310_000), ']'), '1:1: the file has more than 300000 parts'],
  ])('%s', async (_, config, message) => {
    expect(await wrongOf(config)).toMatchObject({ message: `tlsgate.yml:${message}`, others: [] })
  })
})

test('the targets of a fleet may each have a long name and an option of their own', async () => {
  const lines = Array.from({ length: 25_000 }, (_, index) => `  - target: ${'gateway.'.repeat(20)}host-${index}.test\n    timeout: 5\n`)
  const { targets } = await readSettings({}, filesOf({ 'tlsgate.yml': `targets:\n${lines.join('')}` }))
  expect(targets).toHaveLength(25_000)
  expect(targets.at(-1)).toMatchObject({ timeoutMs: 5000, location: { line: 50_000 } })
})
