// Real TLS servers for the end-to-end tests: OpenSSL's s_server, nginx, Apache and HAProxy, each on a port of loopback with files of its own,
// or at another address of this machine. Nothing here knows tlsgate.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface RealServer extends AsyncDisposable {
  readonly port: number
}

const loopback = '127.0.0.1'

/** One whose process a test may do harm to. */
export interface ServerProcess extends RealServer {
  readonly process: ChildProcess
}

/** Where a program is, or null: Debian keeps servers out of a user's PATH. */
export function programPath(name: string): string | null {
  for (const folder of [...(process.env.PATH ?? '').split(':'), '/usr/sbin', '/usr/local/sbin']) {
    try {
      const path = join(folder, name)
      execFileSync('test', ['-x', path], { stdio: 'ignore' })
      return path
    } catch {
      // not here
    }
  }
  return null
}

/** A port that was free a moment ago. */
export async function freePort(address = loopback): Promise<number> {
  const probe = createServer()
  const { promise, resolve } = Promise.withResolvers<void>()
  probe.listen(0, address, resolve)
  await promise
  const bound = probe.address()
  await new Promise(closed => probe.close(closed))
  return bound !== null && typeof bound === 'object' ? bound.port : 0
}

/** Where a server listens, and the folder of its files. */
interface Place {
  readonly address: string
  readonly port: number
  readonly folder: string
}

async function newPlace(address: string): Promise<Place> {
  return { address, port: await freePort(address), folder: mkdtempSync(join(tmpdir(), 'tlsgate-server-')) }
}

/** Starts a server and waits until its port takes connections. Its files go with it. */
async function start(name: string, args: readonly string[], { address, port, folder }: Place): Promise<ServerProcess> {
  const program = programPath(name)
  if (program === null) throw new Error(`${name} is not installed`)
  const child = spawn(program, args, { stdio: ['pipe', 'pipe', 'pipe'], cwd: folder })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', bytes => (output = (output + bytes).slice(-4000)))
  const stop = async (): Promise<void> => {
    await ended(child)
    rmSync(folder, { recursive: true, force: true })
  }
  for (const deadline = Date.now() + 10_000; !(await takesConnections(address, port)); ) {
    if (child.exitCode !== null || Date.now() > deadline) {
      await stop()
      throw new Error(`${name} did not start: ${output}`)
    }
    await new Promise(again => setTimeout(again, 20))
  }
  return { port, process: child, [Symbol.asyncDispose]: stop }
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const { promise, resolve } = Promise.withResolvers<void>()
  child.once('exit', () => resolve())
  child.kill('SIGTERM')
  const harder = setTimeout(() => child.kill('SIGKILL'), 2000)
  await promise
  clearTimeout(harder)
}

function takesConnections(address: string, port: number): Promise<boolean> {
  return new Promise(resolve => {
    const socket = connect(port, address)
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false))
    socket.once('connect', () => socket.destroy())
  })
}

function writeAll(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
}

/** `openssl s_server`; `files` are written beside it, so that `args` can name them. */
export async function sServer(
  files: Readonly<Record<string, string>>,
  args: readonly string[],
  address = loopback,
): Promise<ServerProcess> {
  const place = await newPlace(address)
  writeAll(place.folder, files)
  return start('openssl', ['s_server', '-accept', `${address}:${place.port}`, '-quiet', ...args], place)
}

/** nginx with one TLS server block; `directives` go inside it and may name the files. */
export async function nginx(files: Readonly<Record<string, string>>, directives: string, address = loopback): Promise<RealServer> {
  const place = await newPlace(address)
  const { port, folder } = place
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(kind => `${kind}_temp_path ${folder};`).join(' ')
  writeAll(folder, {
    ...files,
    'nginx.conf': `daemon off; master_process off; pid ${folder}/pid; error_log stderr;
events {}
http { access_log off; ${temporary}
  server { listen ${address}:${port} ssl; server_name localhost; ${directives} }
}`,
  })
  return start('nginx', ['-p', folder, '-c', join(folder, 'nginx.conf')], place)
}

/** Apache httpd with one TLS virtual host; `directives` go inside it and may name the files. */
export async function apache(files: Readonly<Record<string, string>>, directives: string, address = loopback): Promise<RealServer> {
  const place = await newPlace(address)
  const { port, folder } = place
  const modules = '/usr/lib/apache2/modules'
  writeAll(folder, {
    ...files,
    'apache.conf': `ServerRoot ${folder}
ServerName localhost
PidFile ${folder}/pid
ErrorLog ${folder}/error.log
LoadModule mpm_event_module ${modules}/mod_mpm_event.so
LoadModule authz_core_module ${modules}/mod_authz_core.so
LoadModule socache_shmcb_module ${modules}/mod_socache_shmcb.so
LoadModule ssl_module ${modules}/mod_ssl.so
LoadModule http2_module ${modules}/mod_http2.so
Listen ${address}:${port}
<VirtualHost ${address}:${port}>
  ServerName localhost
  SSLEngine on
  ${directives}
</VirtualHost>`,
  })
  return start('apache2', ['-f', join(folder, 'apache.conf'), '-DFOREGROUND'], place)
}

/** HAProxy with one TLS frontend; `bind` are the words after the address and may name the files. */
export async function haproxy(files: Readonly<Record<string, string>>, bind: string, address = loopback): Promise<RealServer> {
  const place = await newPlace(address)
  const { port, folder } = place
  writeAll(folder, {
    ...files,
    'haproxy.cfg': `defaults
  mode http
  timeout client 5s
  timeout server 5s
  timeout connect 5s
frontend tls
  bind ${address}:${port} ssl ${bind}
  http-request return status 200
`,
  })
  return start('haproxy', ['-f', 'haproxy.cfg', '-db'], place)
}
