import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { rootCertificates } from 'node:tls'
import { afterAll, describe, expect, test } from 'vitest'
import { githubInputsOf, readInputs } from '../../src/action/inputs.ts'
import { UsageError } from '../../src/usage-error.ts'

const workspace = mkdtempSync(join(tmpdir(), 'tlsgate-inputs-'))
mkdirSync(join(workspace, 'deploy/certs'), { recursive: true })
writeFileSync(join(workspace, 'deploy/certs/ca.pem'), rootCertificates[0] ?? '')
writeFileSync(join(workspace, 'deploy/secret.txt'), 'open sesame\n')
writeFileSync(join(workspace, 'deploy/tls.lock.json'), '{}')
afterAll(() => rmSync(workspace, { recursive: true }))

const unsaid = { comment: 'never', commentKey: null, issue: false, deploymentStatus: null, token: null }
const nothing = {
  targets: [],
  options: {},
  failIfEmpty: true,
  merge: [],
  start: [],
  waitOn: [],
  waitOnTimeoutMs: 60_000,
  directory: workspace,
  reportDir: null,
  github: unsaid,
  secrets: [],
}

test.each([
  ['a step without inputs', {}, nothing],
  ['inputs the workflow left out are empty', { INPUT_CA: '', 'INPUT_FAIL-ON': '', INPUT_INSECURE: ' ', 'INPUT_REPORT-DIR': '' }, nothing],
  ['other variables are none of its business', { PATH: '/bin', GITHUB_TOKEN: 'x', INPUTS: 'y' }, nothing],
  [
    'targets, one a line, without comments',
    { INPUT_TARGETS: '# all of them\na.example\n\n  b.example:8443  # the new one\r\nsmtp://c#d.example\n' },
    { ...nothing, targets: ['a.example', 'b.example:8443', 'smtp://c#d.example'] },
  ],
  [
    'options under their own names',
    { INPUT_TIMEOUT: '2', 'INPUT_FAIL-ON': 'notice', INPUT_INSECURE: 'true' },
    { ...nothing, options: { timeoutMs: 2000, failOn: 'notice', insecure: true } },
  ],
  [
    'a baseline is named as the workspace has it, where annotations of it stand',
    { INPUT_BASELINE: './tls.lock.json', 'INPUT_WORKING-DIRECTORY': 'deploy' },
    { ...nothing, directory: join(workspace, 'deploy'), options: { baseline: { file: 'deploy/tls.lock.json', text: '{}' } } },
  ],
  ['an empty list can be accepted', { 'INPUT_FAIL-IF-EMPTY': 'false' }, { ...nothing, failIfEmpty: false }],
  ['a report directory begins at the workspace', { 'INPUT_REPORT-DIR': 'out' }, { ...nothing, reportDir: join(workspace, 'out') }],
  [
    'a report directory begins at the working directory',
    { 'INPUT_REPORT-DIR': 'out', 'INPUT_WORKING-DIRECTORY': 'deploy' },
    { ...nothing, directory: join(workspace, 'deploy'), reportDir: join(workspace, 'deploy/out') },
  ],
  [
    'servers to start are waited for at the targets',
    { INPUT_TARGETS: 'localhost:8443', INPUT_START: 'nginx -c a.conf\nnode "b c.js" && true\n' },
    { ...nothing, targets: ['localhost:8443'], start: ['nginx -c a.conf', 'node "b c.js" && true'], waitOn: ['localhost:8443'] },
  ],
  [
    'what to wait on can be something else',
    { INPUT_TARGETS: 'localhost:8443', INPUT_START: 'x', 'INPUT_WAIT-ON': 'localhost:9443 # slow', 'INPUT_WAIT-ON-TIMEOUT': '5' },
    { ...nothing, targets: ['localhost:8443'], start: ['x'], waitOn: ['localhost:9443'], waitOnTimeoutMs: 5000 },
  ],
  [
    'a password of the proxy is a secret',
    { INPUT_PROXY: 'http://user:hidden@proxy:3128' },
    { ...nothing, options: { proxy: 'http://user:hidden@proxy:3128' }, secrets: ['hidden', 'dXNlcjpoaWRkZW4='] },
  ],
  [
    'what is written on GitHub, with a token that is a secret',
    {
      INPUT_COMMENT: 'on-failure',
      'INPUT_COMMENT-KEY': 'edge',
      INPUT_ISSUE: 'true',
      'INPUT_DEPLOYMENT-STATUS': 'false',
      INPUT_TOKEN: 'ghs_x',
    },
    {
      ...nothing,
      github: { comment: 'on-failure', commentKey: 'edge', issue: true, deploymentStatus: false, token: 'ghs_x' },
      secrets: ['ghs_x'],
    },
  ],
])('%s', async (_, env, expected) => {
  expect(await readInputs(env, workspace)).toEqual(expected)
})

test('files begin at the working directory, and a passphrase is a secret', async () => {
  writeFileSync(join(workspace, 'deploy/client.p12'), 'not looked into here')
  const env = {
    'INPUT_WORKING-DIRECTORY': 'deploy',
    INPUT_CA: 'certs/ca.pem',
    INPUT_PFX: 'client.p12',
    'INPUT_PASSPHRASE-FILE': 'secret.txt',
  }
  const { options, secrets } = await readInputs(env, workspace)
  expect(options.ca).toHaveLength(1)
  expect(secrets).toEqual(['open sesame'])
})

test('what a target of the file has for itself is a secret as well', async () => {
  mkdirSync(join(workspace, 'own'))
  writeFileSync(join(workspace, 'own/tlsgate.yml'), 'targets: [{target: a.example, proxy: "http://u:of-its-own@p:1"}]\n')
  const { secrets } = await readInputs({ 'INPUT_WORKING-DIRECTORY': 'own' }, workspace)
  expect(secrets).toContain('of-its-own')
})

test('a target that is to refuse connections is not waited for', async () => {
  mkdirSync(join(workspace, 'closed'))
  writeFileSync(
    join(workspace, 'closed/tlsgate.yml'),
    'targets: [a.example, { target: b.example, expect: { fails-with: connection-refused } }, { target: c.example, expect: { fails-with: certificate-expired } }]\n',
  )
  const { targets, waitOn } = await readInputs({ 'INPUT_WORKING-DIRECTORY': 'closed', INPUT_START: 'nginx' }, workspace)
  expect(waitOn).toEqual([targets[0], targets[2]])
})

describe('a configuration file', () => {
  mkdirSync(join(workspace, 'configured'))
  writeFileSync(
    join(workspace, 'configured/tlsgate.yml'),
    'targets: [a.example]\ntimeout: 5\nfail-on: warning\nca: ../deploy/certs/ca.pem\n',
  )
  writeFileSync(join(workspace, 'deploy/certs/other.yml'), 'targets: [b.example]\nca: ca.pem\n')
  const base = { 'INPUT_WORKING-DIRECTORY': 'configured' }

  test('is found in the working directory, and inputs win over it', async () => {
    const { targets, options } = await readInputs({ ...base, INPUT_TIMEOUT: '7' }, workspace)
    expect(targets).toEqual([{ target: 'a.example', location: { file: 'configured/tlsgate.yml', line: 1, column: 11 } }])
    expect(options).toMatchObject({ timeoutMs: 7000, failOn: 'warning', ca: [expect.any(String)] })
  })

  test('can be named, and names files beside itself', async () => {
    const { targets, options } = await readInputs({ ...base, INPUT_CONFIG: '../deploy/certs/other.yml' }, workspace)
    expect({ targets, options }).toEqual({
      targets: [{ target: 'b.example', location: { file: 'deploy/certs/other.yml', line: 1, column: 11 } }],
      options: { ca: [expect.any(String)] },
    })
  })

  test('has its targets replaced by those of the input', async () => {
    expect((await readInputs({ ...base, INPUT_TARGETS: 'c.example' }, workspace)).targets).toEqual(['c.example'])
  })
})

test.each([
  ['an input nobody knows', { 'INPUT_NO-SUCH-THING': 'x' }, '"no-such-thing" is no input', 'the inputs are targets, '],
  ['an input in the spelling of other Actions', { INPUT_FAIL_ON: 'warning' }, '"fail_on" is no input', 'did you mean fail-on?'],
  ['an option of the command line only', { INPUT_FORMAT: 'json' }, '"format" is no input', 'the inputs are '],
  ['targets with commas', { INPUT_TARGETS: 'a.test:443, b.test:443' }, 'has the line "a.test:443, b.test:443"', 'write one target a line'],
  ['targets beside each other', { INPUT_TARGETS: 'a.test\nb.test c.test' }, 'has the line "b.test c.test"', 'write one target a line'],
  ['a password beside a mistake', { INPUT_TARGETS: 'https://me:secret@a b' }, 'has the line "https://…@a b"', 'write one target a line'],
  [
    'a target twice',
    { INPUT_TARGETS: 'a.test\n# again\nhttps://A.test:443/' },
    'https://a.test:443 is listed twice: line 1 and line 3',
    'leave one',
  ],
  ['targets as a list of YAML', { INPUT_TARGETS: '- a.test\n- b.test' }, 'has the line "- a.test"', 'leave out the dash'],
  ['a comment at another time', { INPUT_COMMENT: 'sometimes' }, 'comment is "sometimes"', 'use one of always, on-failure, never'],
  [
    'a key of two lines',
    { INPUT_COMMENT: 'always', 'INPUT_COMMENT-KEY': 'a\nb' },
    'comment-key is "a\\nb"',
    'give one line of at most 100 characters',
  ],
  [
    'a key without end',
    { INPUT_ISSUE: 'true', 'INPUT_COMMENT-KEY': 'x'.repeat(101) },
    `comment-key is "${'x'.repeat(100)}…"`,
    'give one line of at most 100 characters',
  ],
  ['a key of nothing', { 'INPUT_COMMENT-KEY': 'a' }, 'comment-key is given without comment or issue', 'leave out comment-key'],
  [
    'a time for nothing',
    { 'INPUT_WAIT-ON-TIMEOUT': '5' },
    'wait-on-timeout is given without start or wait-on',
    'leave out wait-on-timeout',
  ],
  ['a flag that is neither', { 'INPUT_FAIL-IF-EMPTY': 'no' }, 'fail-if-empty is "no"', 'either true or false'],
  [
    'a working directory that is not there',
    { 'INPUT_WORKING-DIRECTORY': 'gone' },
    'working-directory is no directory: "gone"',
    'relative to the workspace',
  ],
  [
    'a working directory that is a file',
    { 'INPUT_WORKING-DIRECTORY': 'deploy/secret.txt' },
    'working-directory is no directory',
    'relative to the workspace',
  ],
  [
    'a file that is not there',
    { INPUT_CA: 'certs/ca.pem' },
    'the file of ca cannot be read: there is no such file: "certs/ca.pem"',
    'check the path',
  ],
])('%s is a usage error', async (_, env, message, hint) => {
  const error = await readInputs(env, workspace).catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(UsageError)
  expect(error).toMatchObject({ message: expect.stringContaining(message), hint: expect.stringContaining(hint) })
})

const asked = { INPUT_COMMENT: 'always', 'INPUT_COMMENT-KEY': 'edge', INPUT_ISSUE: 'true', 'INPUT_DEPLOYMENT-STATUS': 'true' }
const read = { comment: 'always', commentKey: 'edge', issue: true, deploymentStatus: true, token: null }
test.each([
  ['none', {}, read],
  ['the comment', { INPUT_COMMENT: 'sometimes' }, { ...read, comment: 'never' }],
  ['the issue', { INPUT_ISSUE: 'yes' }, { ...read, issue: false }],
  ['the deployment status', { 'INPUT_DEPLOYMENT-STATUS': 'yes' }, { ...read, deploymentStatus: null }],
  [
    'the key, without which comment and issue would be those of another step',
    { 'INPUT_COMMENT-KEY': 'x'.repeat(101) },
    { ...read, comment: 'never', commentKey: null, issue: false },
  ],
])('of the inputs for GitHub those are read that can be, where this is wrong: %s', (_, wrong, expected) => {
  expect(githubInputsOf({ ...asked, ...wrong })).toEqual(expected)
})
