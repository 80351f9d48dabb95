// One connection to a target, ready for its first TLS byte: resolved, dialled, through the proxy, past STARTTLS. Each part becomes a step.
import type { Socket } from 'node:net'
import type { Step } from '../trace/step.ts'
import { dial, type NetworkFailure, resolve } from './dial.ts'
import type { Address, Env } from './env.ts'
import type { HttpProxy } from './proxy.ts'
import type { StartTls } from './scheme.ts'
import type { Target } from './target.ts'

/** What comes before TLS, in this order. */
export type NetworkStep = 'resolve' | 'connect' | 'proxy' | 'starttls'

/** How to reach a target. */
export interface Route {
  readonly target: Target
  /** Where to connect in the target's place. */
  readonly connectTo: { readonly host: string; readonly port: number } | null
  /** Dial this address only, instead of all that the name resolves to. */
  readonly address: Address | null
  readonly proxy: HttpProxy | null
}

/** Why a step on the way failed: a system error code, 'DEADLINE', 'REFUSED' by the proxy or the STARTTLS dialogue, 'UNAVAILABLE' or 'STRANGER' in its place. */
export interface RouteFailure {
  readonly step: NetworkStep
  readonly code: string
  readonly message: string
  /** Of the dialogue before TLS, with the answer that is of another protocol; null for the other steps. */
  readonly dialogue: { readonly protocol: StartTls; readonly name: string; readonly strange: Uint8Array | null } | null
}

/** What came of reaching it: a connection on which TLS can begin, or why there is none. */
export interface Endpoint {
  readonly socket: Socket | null
  /** The IP address that was dialled, or null when none was. */
  readonly address: string | null
  readonly steps: readonly Step[]
  readonly failure: RouteFailure | null
  /** TCP connections opened: 0 or 1. */
  readonly connections: 0 | 1
}

/**
 * Opens a connection.
 * @param clock milliseconds since the target's start
 */
export async function openEndpoint(route: Route, env: Env, clock: () => number, signal: AbortSignal): Promise<Endpoint> {
  const steps: Step[] = []
  const done = (name: NetworkStep, detail: string): void =>
    void steps.push({ name, from: null, status: 'done', atMs: clock(), bytes: 0, detail })
  const failed = (
    step: NetworkStep,
    { code, message }: Omit<NetworkFailure, 'kind'>,
    socket: Socket | null = null,
    address: string | null = null,
    dialogue: RouteFailure['dialogue'] = null,
  ): Endpoint => {
    socket?.destroy()
    steps.push({ name: step, from: null, status: 'failed', atMs: clock(), bytes: 0, detail: message })
    return { socket: null, address, steps, failure: { step, code, message, dialogue }, connections: socket ? 1 : 0 }
  }
  const { target, proxy } = route
  const { host, port } = proxy ?? route.connectTo ?? target

  const found = route.address ? { kind: 'resolved' as const, addresses: [route.address] } : await resolve(host, env, signal)
  // A proxy that is not reached says nothing of the target.
  if (found.kind === 'failed') return failed(proxy ? 'proxy' : 'resolve', found)
  const addresses = found.addresses.map(({ address }) => address).join(', ')
  done('resolve', addresses === host ? 'the target is an address' : `${host} is ${addresses}`)

  const connected = await dial(found.addresses, port, env, signal)
  if (connected.kind === 'failed')
    return failed(proxy ? 'proxy' : 'connect', connected, null, found.addresses.length === 1 ? (found.addresses[0]?.address ?? null) : null)
  const { socket, address } = connected
  socket.on('error', () => {}) // from here on each reader listens for itself; between two readers nobody would
  done('connect', `${address.includes(':') ? `[${address}]` : address}:${port}`)

  // Most targets are reached without either, so neither is loaded before it is needed.
  if (proxy) {
    const { openTunnel } = await import('./proxy.ts')
    const tunnel = await openTunnel(socket, proxy, route.connectTo ?? target, signal)
    if (tunnel.kind !== 'open') return failed('proxy', refusalOf(tunnel), socket, address)
    done('proxy', tunnel.detail)
  }
  if (target.starttls) {
    const { nameOfProtocol, startTls } = await import('./starttls.ts')
    const protocol = target.starttls
    const upgrade = await startTls(socket, protocol, target.host, signal)
    if (upgrade.kind !== 'ready') {
      const strange = upgrade.kind === 'stranger' ? upgrade.answer : null
      return failed('starttls', refusalOf(upgrade), socket, address, { protocol, name: nameOfProtocol(protocol), strange })
    }
    done('starttls', upgrade.detail)
  }
  return { socket, address, steps, failure: null, connections: 1 }
}

const refusalOf = (
  outcome: { kind: 'refused' | 'unavailable' | 'stranger'; detail: string } | NetworkFailure,
): { code: string; message: string } =>
  outcome.kind === 'failed' ? outcome : { code: outcome.kind.toUpperCase(), message: outcome.detail }
