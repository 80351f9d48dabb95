// Puts the wider hellos of widen.ts to a server and keeps what was asked as evidence. Loaded only when a refusal has to be explained.
import type { Route } from '../net/endpoint.ts'
import type { Env } from '../net/env.ts'
import { alerts } from '../registry/alerts.ts'
import { cipherSuites } from '../registry/cipher-suites.ts'
import { protocols } from '../registry/protocols.ts'
import type { ClientHello } from '../wire/hello.ts'
import { Line } from './line.ts'
import type { Outcome } from './offer.ts'
import { type Widening, widen } from './widen.ts'

/** Where and how long to ask. */
export interface Ways {
  readonly route: Route
  readonly env: Env
  /** Milliseconds since the target's start. */
  readonly clock: () => number
  readonly signal: AbortSignal
}

/**
 * One hello after the other. Never rejects for what a server does.
 * @param wordless see widen.ts
 */
export async function askWider(original: ClientHello, wordless: boolean, ways: Ways): Promise<Widening & { readonly connections: number }> {
  const line = new Line({ ...ways, connections: 1 })
  const facts = await line.run(widen(original, wordless))
  const asked = line.asked.map(({ offer, outcome }) => `asked with ${offer.title}: ${outcomeText(outcome)}`)
  return { ...facts, asked, connections: line.cost.connections }
}

function outcomeText(outcome: Outcome): string {
  if (outcome.kind === 'accepted') return `accepted, ${protocols.label(outcome.version)} ${cipherSuites.label(outcome.cipherSuite)}`
  if (outcome.kind === 'unknown') return `no answer that counts (${outcome.detail})`
  return outcome.by === 'alert' ? `refused by alert ${alerts.label(outcome.alert)}` : `refused by ${outcome.by}`
}
