// The TLS clients that can be had from Debian or npm: where each is, which version it has to be, how it is made to fetch / from localhost.
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { programPath } from '../support/real-servers.ts'

export interface Program {
  /** Of the profile. */
  readonly name: string
  /** Looks where it is; null when it is not installed. */
  readonly path: () => string | null
  /** Arguments that print its version, and what has to be in it for the profile to be of this program. */
  readonly version: { readonly args: readonly string[]; readonly has: string }
  /** Arguments with which it fetches; what it leaves behind is in `folder`. */
  readonly fetch: (port: number, folder: string) => readonly string[]
  /** Whether it waits to be told what to send. */
  readonly asks?: true
  /** Whether it prints what it was sent, whoever signed the certificate; otherwise it says hello and no more. */
  readonly prints: boolean
}

const here = import.meta.dirname

const nodeScript = (port: number): string => `require('https')
  .get({ host: '127.0.0.1', servername: 'localhost', port: ${port}, rejectUnauthorized: false }, answer => answer.pipe(process.stdout))`

const pythonScript = (port: number): string => `import socket, ssl
context = ssl.create_default_context()
context.check_hostname = False
context.verify_mode = ssl.CERT_NONE
with context.wrap_socket(socket.create_connection(('127.0.0.1', ${port})), server_hostname='localhost') as connection:
    connection.sendall(b'GET / HTTP/1.0\\r\\n\\r\\n')
    print(connection.makefile('rb').read().decode())`

/** NODE_22 in the environment names the Node 22 to take; without it this process's and Debian's are looked at. */
const node = (major: number): Program => ({
  name: `node-${major}`,
  path: () => {
    const candidates = [process.env[`NODE_${major}`], process.execPath, '/usr/bin/node'].filter(path => path !== undefined)
    return candidates.find(path => versionOf(path, ['--version'])?.startsWith(`v${major}.`)) ?? null
  },
  version: { args: ['--version'], has: `v${major}.` },
  fetch: port => ['-e', nodeScript(port)],
  prints: true,
})

/** A JDK: it runs a source file as it is. */
const java = (major: number, home: string): Program => ({
  name: `java-${major}`,
  path: () => (existsSync(join(home, 'bin/javac')) ? join(home, 'bin/java') : null),
  version: { args: ['--version'], has: ` ${major}.` },
  fetch: port => [join(here, 'Hello.java'), String(port)],
  prints: true,
})

export const programs: readonly Program[] = [
  {
    name: 'chrome',
    path: () => programPath('chromium'),
    version: { args: ['--version'], has: 'Chromium 156.' },
    fetch: (port, folder) => [
      ...['--headless', '--no-sandbox', '--disable-gpu', '--no-first-run', '--ignore-certificate-errors'],
      ...[`--user-data-dir=${folder}`, '--dump-dom', `https://localhost:${port}/`],
    ],
    prints: true,
  },
  {
    name: 'firefox',
    path: () => programPath('firefox-esr'),
    version: { args: ['--version'], has: 'Firefox 153.' },
    fetch: (port, folder) => ['--headless', '--no-remote', '--profile', folder, `https://localhost:${port}/`],
    prints: false,
  },
  java(17, '/usr/lib/jvm/java-17-openjdk-amd64'),
  java(25, '/usr/lib/jvm/temurin-25-jdk-amd64'),
  {
    name: 'openssl-3.0',
    path: () => programPath('openssl'),
    version: { args: ['version'], has: 'OpenSSL 3.0.' },
    fetch: port => ['s_client', '-quiet', '-connect', `127.0.0.1:${port}`, '-servername', 'localhost'],
    asks: true,
    prints: true,
  },
  {
    name: 'curl',
    path: () => programPath('curl'),
    version: { args: ['--version'], has: 'OpenSSL/3.0.' },
    fetch: port => ['--insecure', '--silent', '--show-error', '--max-time', '10', `https://localhost:${port}/`],
    prints: true,
  },
  {
    name: 'gnutls-3.7',
    path: () => programPath('gnutls-cli'),
    version: { args: ['--version'], has: 'gnutls-cli 3.7.' },
    fetch: port => ['--insecure', '--port', String(port), 'localhost'],
    asks: true,
    prints: true,
  },
  ...[20, 22, 24, 26].map(node),
  {
    name: 'go-1.19',
    path: () => programPath('go'),
    version: { args: ['version'], has: 'go1.19' },
    fetch: port => ['run', join(here, 'hello.go'), String(port)],
    prints: true,
  },
  {
    // A program made with Go 1.27 that connects to the host it is told (npm: @bufbuild/buf-linux-x64); GO_1_27 says where it is.
    name: 'go-1.27',
    path: () => process.env.GO_1_27 ?? null,
    version: { args: ['--version'], has: '1.75.0' },
    fetch: port => ['registry', 'whoami', `localhost:${port}`],
    prints: false,
  },
  {
    name: 'python-3.11',
    path: () => (existsSync('/usr/bin/python3') ? '/usr/bin/python3' : null),
    version: { args: ['-c', 'import ssl, sys; print(sys.version, ssl.OPENSSL_VERSION)'], has: 'OpenSSL 3.0.' },
    fetch: port => ['-c', pythonScript(port)],
    prints: true,
  },
]

/** What a program says of its version; null when it does not run. */
export function versionOf(path: string, args: readonly string[]): string | null {
  try {
    return execFileSync(path, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], timeout: 20_000 }).trim()
  } catch {
    return null
  }
}

/** Where the program of a profile is, or why it cannot be had here. */
export function found({ path, version }: Program): { readonly path: string } | { readonly missing: string } {
  const place = path()
  if (place === null) return { missing: 'it is not installed' }
  const said = versionOf(place, version.args)
  if (said === null) return { missing: `${place} does not run` }
  return said.includes(version.has) ? { path: place } : { missing: `${place} is ${said.split('\n', 1)[0]}, not ${version.has}` }
}
