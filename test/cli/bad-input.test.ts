import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { tlsgate } from './process.ts'

const directory = mkdtempSync(join(tmpdir(), 'tlsgate-'))

// Every target that is one stands for this server: nobody may ever connect to it.
const server = createServer(socket => {
  connections++
  socket.destroy()
})
let connections = 0
let target = ''

beforeAll(async () => {
  writeFileSync(join(directory, 'garbage.pem'), '-----BEGIN CERTIFICATE-----\nbm8gY2VydGlmaWNhdGU=\n-----END CERTIFICATE-----\n')
  writeFileSync(join(directory, 'broken.lock'), '{\n  "schemaVersion": 1,\n<<<<<<< HEAD\n')
  writeFileSync(join(directory, 'wrong.yml'), 'policy: {extends: default, protocols: {require: \n             [TLSv1.4]}}\n')
  writeFileSync(join(directory, 'targets.yml'), 'targets: [example.invalid]\n')
  writeFileSync(join(directory, 'comments.yml'), '# targets: [example.com]\n')
  await once(server.listen(0, '127.0.0.1'), 'listening')
  target = `127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => {
  server.close()
  rmSync(directory, { recursive: true })
})

/** Stands for the target in a command line below. */
const T = '<target>'

describe('a wrong call says what is wrong and what to do, and probes nothing', () => {
  test.concurrent.each<[args: string[], message: string, hint: string]>([
    [[], 'there is no command', 'tlsgate --help lists the commands'],
    [['chek', T], '"chek" is no command', 'did you mean tlsgate check? tlsgate --help lists the commands'],
    [['constructor'], '"constructor" is no command', 'tlsgate --help lists the commands'],
    [['example.com'], '"example.com" is no command', 'to check that server: tlsgate check example.com'],
    [['--ca', 'garbage.pem'], '"--ca" stands where the command should', 'options follow the command: tlsgate check --ca …'],
    [['lint', 'nginx.conf'], 'the command lint is not available yet', 'tlsgate --help lists the commands'],
    [['help', 'chek'], 'there is no help on "chek"', 'there is on check, diff, plan, merge, demo, explain'],
    [['explain', 'not-tsl'], '"not-tsl" is no check and no cause', 'did you mean not-tls? tlsgate explain lists them all'],
    [['explain', 'not-tls', 'dns-failure'], 'explain takes one id, not 2', 'tlsgate explain not-tls'],
    [['demo', T], 'demo takes no target', 'for a server of yours: tlsgate check TARGET'],

    [['check'], 'there is no target', 'name at least one host, host:port or URL, or - for a list on standard input'],
    [['plan'], 'there is no target', 'a list on standard input: tlsgate plan example.com'],
    [['diff', 'missing.json', 'missing.json'], 'the file of OLD', 'check the path'],
    [['check', '-'], 'the list of targets on standard input is empty', 'write one target a line'],
    [['check', ''], 'the target is empty', 'write host, host:port'],
    [['check', T, 'a b'], '"a b" has no valid host name', 'write host, host:port'],
    [['check', T, '--', '-x'], '"-x" has no valid host name', 'write host, host:port'],
    [['check', T, 'example.com:0'], 'has the port "0"', 'a port is a number from 1 to 65535'],
    [['check', T, 'example.com:65536'], 'has the port "65536"', 'a port is a number from 1 to 65535'],
    [['check', T, 'gopher://example.com'], 'has the unknown scheme "gopher"', 'use one of https'],
    [['check', T, 'https://example.com/path'], 'it has a path', 'leave out what follows'],
    [['check', T, '\x1b[31mred'], String.raw`"\u001b[31mred" has no valid host name`, 'write host, host:port'],

    [['check', T, '--fromat', 'json'], '"--fromat" is no option of check', 'did you mean --format?'],
    [['check', T, '-f'], '"-f" is no option of check', 'tlsgate check --help lists the options'],
    [['check', T, '--no-insecure'], '"--no-insecure" is no option of check', 'did you mean --insecure?'],
    [['explain', '--ca', 'garbage.pem'], '"--ca" is no option of explain', 'explain takes no options'],
    [['check', T, '--pcap', 'out.pcapng'], '--pcap is not available yet', 'leave it out'],
    [['check', T, '--retries', '101'], 'retries is "101"', 'give a whole number from 0 to 100'],
    [['check', T, '--wait', '90'], 'wait is "90"', 'give a time with its unit, such as 90s, 5m or 1h30m'],
    [['check', T, '--expect-fingerprint', 'AB:CD'], '"AB:CD" is no SHA-256 fingerprint', 'openssl x509 -noout -fingerprint -sha256'],
    [['check', T, T], 'is listed twice: target 1 and target 2', 'leave one of the two out'],
    [['check', T, '--survey', 'fast'], 'survey is "fast"', 'use one of policy, full, none'],
    [['check', T, '--policy', 'mozila-modern'], '"mozila-modern" is no policy', 'did you mean mozilla-modern?'],
    [['check', T, '--policy', 'default', '--survey', 'none'], 'policy and survey contradict each other', 'leave out the policy'],
    [['check', T, '--as', 'jav-8u161'], '"jav-8u161" is no client', 'did you mean java-8u161'],
    [['check', T, '--connections', '0'], 'connections is "0"', 'give a whole number from 1 to 64'],
    [['check', T, '--budget', '1'], 'budget is "1"', 'give a whole number from 2 to 10000'],
    [['check', T, '--i-own-this-host'], 'i-own-this-host is given without active', 'give active too'],
    [['check', T, '--format', 'yaml'], 'format is "yaml"', 'use one of text, json, markdown, sarif, junit, html'],
    [['check', T, '--format', 'json', '--format', 'text'], 'format is given 2 times', 'give format once'],
    [['check', T, '--format='], 'format is empty', 'give its value, or leave format out'],
    [['check', T, '--ca'], '--ca has no value', 'write --ca FILE, or --ca=FILE if it begins with a dash'],
    [['check', T, '--ca', '--insecure'], '--ca has no value', 'write --ca FILE'],
    [['check', T, '--insecure=maybe'], '--insecure takes no value', 'write --insecure or --insecure=false, or leave it out'],
    [['check', T, '--timeout', 'soon'], 'timeout is "soon"', 'give seconds as a number'],
    [['check', T, '--at', '2027-02-30'], 'at is "2027-02-30"', 'give a date'],
    [['check', T, '--fail-on', 'fatal'], 'fail-on is "fatal"', 'use one of error, warning, notice'],
    [['check', T, '--connect-to', 'example.com:99999'], 'has the port "99999"', 'a port is a number'],
    [['check', T, '--proxy', 'socks://example.com'], 'the proxy is no http:// URL', 'write http://host:port'],
    [['check', T, '--ciphers', 'NONSENSE'], 'OpenSSL refuses the client options', 'write cipher names'],

    [['check', T, '--ca', 'missing.pem'], 'the file of ca cannot be read', 'check the path'],
    [['check', T, '--ca', '.'], 'the file of ca cannot be read', 'check the path'],
    [['check', T, '--ca', 'garbage.pem'], 'the file of ca cannot be parsed', 'look at it with: openssl x509'],
    [['check', T, '--config', 'missing.yml'], 'the file of config cannot be read: there is no such file', 'check the path'],
    [['check', T, '--config', '.'], 'the file of config cannot be read: it is a directory', 'check the path'],
    [['check', T, '--config', 'wrong.yml'], 'wrong.yml:2:15: "TLSv1.4" is no protocol', 'did you mean'],
    // Past the question for a target, before any probe.
    [['check', '--config', 'targets.yml', '--ciphers', 'NONSENSE'], 'OpenSSL refuses the client options', 'write cipher names'],
    [
      ['check', '--config', 'comments.yml'],
      'comments.yml:1:1: the file of config is empty',
      'write what to check, such as targets: [example.com]',
    ],
    [['check', T, '--crl', 'garbage.pem'], 'the file of crl holds no revocation list', 'name a file with a revocation list'],
    [['check', T, '--output', 'none/report'], '--output "none/report" cannot be written: ENOENT', 'name a file in a directory'],
    [['check', T, '--output', '.'], '--output "." cannot be written: EISDIR', 'name a file in a directory'],

    [
      ['check', T, '--baseline', 'no.lock'],
      'the file of baseline cannot be read: there is no such file',
      'write it with tlsgate check --update-baseline and commit it',
    ],
    [['check', T, '--baseline', 'broken.lock'], 'broken.lock:3:1: this is no JSON', 'restore it from version control'],
    [['check', T, '--baseline', 'broken.lock', '--update-baseline'], 'broken.lock:3:1: this is no JSON', 'or remove it'],
    [['check', T, '--baseline', 'none/tls.lock', '--update-baseline'], 'baseline "none/tls.lock" cannot be written: ENOENT', 'name a file'],
    [['check', T, '--fail-on', 'regression'], 'without a baseline nothing can be told to be a regression', 'name the lock file'],
    [['diff', 'broken.lock'], 'diff takes two files, not 1', 'tlsgate diff OLD NEW'],
    [['diff', 'broken.lock', 'broken.lock'], 'broken.lock:3:1: this is no JSON', 'give a lock file, or a report'],
    [['diff', 'a', 'b', '--format', 'html'], 'format is "html"', 'use one of text, json, markdown'],

    [['check', T, '--key', 'garbage.pem'], 'key is given without cert', 'give the certificate of the key as cert'],
    [['check', T, '--pfx', 'garbage.pem', '--cert', 'garbage.pem'], 'pfx and cert contradict each other', 'leave cert out'],
    [['check', T, '--connect-to', T, '--all-addresses'], 'connect-to and all-addresses contradict each other', 'leave one'],
    [['check', T, '--min-version', 'TLSv1.3', '--max-version', 'TLSv1.2'], 'min-version TLSv1.3 is newer', 'give the older'],
  ])('tlsgate %j', async (args, message, hint) => {
    const { code, stdout, stderr } = await tlsgate(
      args.map(arg => (arg === T ? target : arg)),
      { cwd: directory },
    )
    const [first = '', second = '', ...more] = stderr.split('\n')
    expect({ code, stdout, more }).toEqual({ code: 3, stdout: '', more: [''] })
    expect(first).toMatch(/^tlsgate: /)
    expect(first).toContain(message)
    expect(second).toMatch(/^ {2}\S/)
    expect(second).toContain(hint)
    expect(connections).toBe(0)
  })
})
