// A server's address, for as long as an assertion needs it: one that does not listen yet is put on a free port of loopback and closed after.
import type { AddressInfo, Server, Socket } from 'node:net'
import { UsageError } from '../usage-error.ts'
import { forgetWhenClosed } from './surveys.ts'

/** Where a server listens, until disposed of. */
export interface Listening extends AsyncDisposable {
  readonly host: string
  readonly port: number
}

/** A server made to listen here, and how many assertions use it at the moment. */
interface Borrowed {
  readonly ready: Promise<void>
  readonly giveBack: () => Promise<void>
  users: number
}
const borrowed = new WeakMap<Server, Borrowed>()

// Taken at load, so that a test's fake timers cannot stop it.
const { setImmediate } = globalThis

/** @throws UsageError for a server that was closed, and one that listens on a pipe */
export async function listening(server: Server): Promise<Listening> {
  // A listen() with an address has its port after this turn only.
  if (!server.listening) await new Promise<void>(resolve => setImmediate(resolve))
  if (server.listening && !borrowed.has(server)) {
    forgetWhenClosed(server)
    return { ...boundTo(server), [Symbol.asyncDispose]: async () => {} }
  }
  const entry = borrowed.get(server) ?? borrow(server)
  entry.users++
  const release = async (): Promise<void> => {
    entry.users--
    if (entry.users === 0) await entry.giveBack()
  }
  try {
    await entry.ready
    return { ...boundTo(server), [Symbol.asyncDispose]: release }
  } catch (error) {
    await release()
    throw error
  }
}

/** Node's note of where a server was told to listen: it stays when the server is closed. */
const listenedAt = '_connectionKey'

function borrow(server: Server): Borrowed {
  if (Reflect.get(server, listenedAt) !== undefined)
    throw new UsageError('the server is closed', 'expect() it before it is closed, or give one that has not listened yet')
  const sockets = new Set<Socket>()
  const onConnection = (socket: Socket): void => void sockets.add(socket)
  const { promise: ready, resolve, reject } = Promise.withResolvers<void>()
  server.on('connection', onConnection).once('error', reject)
  server.listen({ port: 0, host: '127.0.0.1' }, resolve)
  const giveBack = async (): Promise<void> => {
    borrowed.delete(server)
    server.off('connection', onConnection).off('error', reject)
    const closed = new Promise<unknown>(done => server.close(done))
    // A server that reads nothing never learns that we are gone, and would not close.
    for (const socket of sockets) socket.destroy()
    await closed
    Reflect.deleteProperty(server, listenedAt)
  }
  const entry = { ready, giveBack, users: 0 }
  borrowed.set(server, entry)
  return entry
}

function boundTo(server: Server): { readonly host: string; readonly port: number } {
  const bound = server.address()
  if (bound === null || typeof bound === 'string') {
    throw new UsageError(
      bound === null ? 'the server was closed before it could be asked' : `the server listens on the pipe ${bound}`,
      'let it listen on a port: server.listen(0)',
    )
  }
  return { host: hostOf(bound), port: bound.port }
}

/** A wildcard is an address to listen on, not one to dial. */
export function hostOf({ address }: Pick<AddressInfo, 'address'>): string {
  if (address === '::') return '::1'
  return address === '0.0.0.0' ? '127.0.0.1' : address
}
