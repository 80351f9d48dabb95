// The user's own server: what these tests put the handshake of under test.
import { createServer, type Server } from 'node:https'

export interface Identity {
  readonly cert: string
  readonly key: string
}

export function shop({ cert, key }: Identity): Server {
  return createServer({ cert, key, minVersion: 'TLSv1.2' }, (_request, response) => response.end('open'))
}
