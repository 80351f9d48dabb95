// What a fix tells people to type is accepted by the server it is for. The servers only read their configuration here.
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { causes, type Fix, type Product, products } from '../../src/judge/causes.ts'
import { fixFor } from '../../src/judge/policy/fixes.ts'
import { meaningOf } from '../../src/judge/policy/meaning.ts'
import { policies } from '../../src/judge/policy/policies.ts'
import { policyCauses } from '../../src/judge/policy/policy-causes.ts'
import { toRequire } from '../../src/matchers/require-client-certificate.ts'

// Servers live in sbin, which is not on every user's path.
const env = { ...process.env, PATH: `${process.env.PATH}:/usr/sbin` }
const apacheModules = '/usr/lib/apache2/modules'
const missing = (command: string): boolean => spawnSync(command, ['-v'], { env }).error !== undefined

let folder: string
let pem: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tlsgate-fix-'))
  pem = join(folder, 'site.pem')
  if (missing('openssl')) return
  const key = join(folder, 'key.pem')
  execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-keyout', key, '-out', pem, '-subj', '/CN=example.com'], {
    stdio: 'ignore',
  })
  writeFileSync(pem, readFileSync(key), { flag: 'a' })
  mkdirSync(join(folder, 'certs'))
  writeFileSync(join(folder, 'certs', 'site.pem'), readFileSync(pem))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test.skipIf(missing('nginx'))('nginx accepts every directive (needs nginx)', () => {
  const servers = directives('nginx')
    .filter(line => line.endsWith(';'))
    // The mail module is not in every build, `http2 on` came with 1.25.1; a socket file needs no privilege.
    .filter(line => !/^(starttls|http2) /.test(line))
    .map(line =>
      line.startsWith('listen') ? line.replace('443', `unix:${folder}/nginx.sock`) : `listen unix:${folder}/nginx.sock ssl; ${line}`,
    )
    .map(line => `server { ${line} }`)
  const base = `ssl_certificate ${pem}; ssl_certificate_key ${pem}; ssl_client_certificate ${pem}; access_log off;`
  const config = written('nginx.conf', [`pid ${folder}/nginx.pid;`, 'events {}', `http { ${base}`, ...servers, '}'])
  accepts('nginx', ['-t', '-e', 'stderr', '-c', config])
})

test.skipIf(missing('apache2') || !existsSync(apacheModules))('Apache accepts every directive (needs apache2 of Debian)', () => {
  const modules = ['mpm_event', 'authz_core', 'ssl', 'http2', 'remoteip', 'proxy', 'proxy_connect']
  const hosts = directives('apache')
    .filter(line => !/^(Listen|apachectl) /.test(line))
    .map(line => `<VirtualHost *:443>\nSSLCertificateFile ${pem}\nSSLCertificateKeyFile ${pem}\n${line}\n</VirtualHost>`)
  const config = written('apache.conf', [
    `ServerRoot ${folder}`,
    'ServerName example.com',
    'ErrorLog /dev/null',
    ...modules.map(name => `LoadModule ${name}_module ${apacheModules}/mod_${name}.so`),
    ...directives('apache').filter(line => line.startsWith('Listen')),
    ...hosts,
  ])
  accepts('apache2', ['-t', '-f', config])
})

test.skipIf(missing('haproxy'))('HAProxy accepts every directive (needs haproxy)', () => {
  const lines = directives('haproxy')
  const config = written('haproxy.cfg', [
    'global',
    ...lines.filter(line => line.startsWith('ssl-default-')),
    'defaults',
    'mode http',
    'timeout connect 1s',
    'timeout client 1s',
    'timeout server 1s',
    ...lines.filter(line => line.startsWith('error-log-format')),
    'frontend all',
    ...lines.filter(line => line.startsWith('bind')),
  ])
  accepts('haproxy', ['-c', '-f', config])
})

/** What to type, without the remark in brackets and with files that exist. */
function directives(product: 'nginx' | 'apache' | 'haproxy'): string[] {
  const fixes: Fix[] = [...Object.values(causes).map(({ fix }) => fix), toRequire]
  const lines = [...fixes.flatMap(fix => fix[product] ?? []), ...policyLines(product)]
  return [...new Set(lines.map(line => line.replace(/ \(.*\)$/, '')))].map(line =>
    line
      .replace(/\/etc\/\S+\/certs\//, join(folder, 'certs/'))
      .replaceAll(/\/etc\/[^\s;]+/g, pem)
      .replaceAll(/\/var\/log\/[^\s;]+/g, '/dev/null'),
  )
}

/** The same of every policy, which has lists of its own. No group is post-quantum: the library of the server here may have none. */
function policyLines(product: Product): string[] {
  const accepted = [0x0005, 0x1304]
  const label = `${products[product]}: `
  return policies.flatMap(policy =>
    (Object.keys(policyCauses) as (keyof typeof policyCauses)[])
      .filter(cause => cause !== 'post-quantum-group-missing')
      .flatMap(cause => fixFor(meaningOf(policy), cause, accepted).split('\n'))
      .flatMap(line => (line.startsWith(label) ? [line.slice(label.length)] : [])),
  )
}

function written(name: string, lines: readonly string[]): string {
  const file = join(folder, name)
  writeFileSync(file, `${lines.join('\n')}\n`)
  return file
}

function accepts(command: string, args: readonly string[]): void {
  const { status, stdout, stderr } = spawnSync(command, args, { env, encoding: 'utf8' })
  expect(status, `${stdout}${stderr}`).toBe(0)
}
