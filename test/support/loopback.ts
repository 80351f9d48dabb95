// Servers on a loopback port that say exactly what a test wants them to say, and the client side of a test's handshake.
import { connect, createServer, type Server, type Socket } from 'node:net'
import { createServer as createTlsServer, type TLSSocket, type TlsOptions } from 'node:tls'
import type { Route } from '../../src/net/endpoint.ts'
import { systemEnv } from '../../src/net/env.ts'
import { targetOf } from '../../src/net/target.ts'

/** A server that is closed, with its connections, at the end of the scope. */
export interface LoopbackServer extends AsyncDisposable {
  readonly port: number
  /** Connections that were made so far. */
  readonly connections: () => number
  /** Connections that are still open. */
  readonly open: () => number
}

async function started(server: Server): Promise<LoopbackServer> {
  const sockets = new Set<Socket>()
  let connections = 0
  server.on('connection', socket => {
    connections++
    sockets.add(socket.on('error', () => {}).once('close', () => sockets.delete(socket)))
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return {
    port: typeof address === 'object' ? (address?.port ?? 0) : 0,
    connections: () => connections,
    open: () => sockets.size,
    async [Symbol.asyncDispose]() {
      const closed = new Promise(resolve => server.close(resolve))
      for (const socket of sockets) socket.destroy()
      await closed
    },
  }
}

/** A server that hands each connection to a script. */
export function listen(script: (socket: Socket) => void): Promise<LoopbackServer> {
  return started(
    createServer(socket => {
      script(socket)
      socket.resume() // whoever does not read does not see the end
    }),
  )
}

/** A server that waits for the client's first bytes, says `bytes` and then waits, closes or resets. */
export function answering(bytes: Uint8Array | string, then: 'wait' | 'close' | 'reset' = 'wait'): Promise<LoopbackServer> {
  return listen(socket =>
    socket.once('data', () => {
      if (then === 'close') socket.end(bytes)
      else socket.write(bytes)
      if (then === 'reset') socket.resetAndDestroy()
    }),
  )
}

/** A real TLS server; unless a script has it otherwise, it answers no data and closes when the client does. */
export function tlsServer(options: TlsOptions, script: (socket: TLSSocket) => void = () => {}): Promise<LoopbackServer> {
  const server = createTlsServer(options, socket => {
    script(socket)
    socket.on('error', () => {}).resume()
  })
  server.on('tlsClientError', () => {})
  return started(server)
}

/** The way to a port of this machine. */
export function routeTo(port: number, options: Partial<Route> = {}): Route {
  return { target: targetOf('tls', '127.0.0.1', port), connectTo: null, address: null, proxy: null, ...options }
}

/** A connected socket, its error listened for. */
export async function connected(port: number): Promise<Socket> {
  const socket = connect(port, '127.0.0.1').on('error', () => {})
  await new Promise(resolve => socket.once('connect', resolve))
  return socket
}

/** Milliseconds since the call. */
export function stopwatch(): () => number {
  const start = systemEnv.clock()
  return () => systemEnv.clock() - start
}
