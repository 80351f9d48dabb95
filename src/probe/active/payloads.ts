// The payloads behind --active: what only a server with a certain fault answers. Each is made so that nothing but our own bytes comes back, or
// a single one of the server's; they go to private addresses, and elsewhere only on the user's word.
import type { Env } from '../../net/env.ts'
import type { HelloContext } from '../hello.ts'
import { ccsInjection } from './ccs-injection.ts'
import { NoAnswer, type Place } from './conversation.ts'
import { heartbleed } from './heartbleed.ts'
import { isPrivateAddress } from './private-address.ts'
import { ticketbleed } from './ticketbleed.ts'

/** The vulnerabilities that take a payload, in the order they are tested. */
export const payloadNames = ['heartbleed', 'ccs-injection', 'ticketbleed'] as const
/** As vulnerabilities and their checks are named. */
export type PayloadName = (typeof payloadNames)[number]

/** What a payload was answered with; `detail` is a clause that says what was seen, `fix` what to do to find out. */
export type PayloadAnswer =
  | { readonly kind: 'safe' | 'vulnerable'; readonly detail: string }
  | { readonly kind: 'unknown'; readonly detail: string; readonly fix?: string }

/** What a payload is sent to: a server, and how to greet it. */
export interface PayloadTarget extends Place {
  readonly context: HelloContext
}

export interface PayloadOptions extends PayloadTarget {
  /** The IP address that was dialled for this target; null when none was. */
  readonly address: string | null
  /** The user's word that a host on a public address is theirs. */
  readonly iOwnThisHost: boolean
}

/** What each payload was answered with, and what it cost in connections. */
export interface PayloadReport {
  readonly answers: Readonly<Record<PayloadName, PayloadAnswer>>
  /** TCP connections. */
  readonly connections: number
}

/** Sends every payload, one after the other, or none at all. Never rejects for what a server does. */
export async function sendPayloads(options: PayloadOptions): Promise<PayloadReport> {
  const refusal = refusalOf(options)
  if (refusal !== null) return { answers: { heartbleed: refusal, 'ccs-injection': refusal, ticketbleed: refusal }, connections: 0 }
  const { route, env, address } = options
  let connections = 0
  const dial: Env['dial'] = (to, port) => {
    connections += 1
    return env.dial(to, port)
  }
  const target: PayloadTarget = {
    ...options,
    // The very address that was judged: a name may lead elsewhere by now.
    route: address === null ? route : { ...route, address: { address, family: address.includes(':') ? 6 : 4 } },
    env: { ...env, dial },
  }
  const answers = {
    heartbleed: await answerOf(heartbleed(target)),
    'ccs-injection': await answerOf(ccsInjection(target)),
    ticketbleed: await answerOf(ticketbleed(target)),
  }
  return { answers, connections }
}

function refusalOf({ address, iOwnThisHost, route }: PayloadOptions): PayloadAnswer | null {
  if (iOwnThisHost) return null
  const fix = 'Repeat with i-own-this-host if the host is yours, or test it at a private address'
  if (route.proxy !== null) return { kind: 'unknown', detail: 'no payload was sent: behind a proxy nobody knows whose address it is', fix }
  if (address === null) return { kind: 'unknown', detail: 'no payload was sent: the server has no known address' }
  return isPrivateAddress(address) ? null : { kind: 'unknown', detail: `no payload was sent: ${address} is no private address`, fix }
}

async function answerOf(answer: Promise<PayloadAnswer>): Promise<PayloadAnswer> {
  try {
    return await answer
  } catch (error) {
    if (error instanceof NoAnswer) return { kind: 'unknown', detail: error.message }
    throw error
  }
}
