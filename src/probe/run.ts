// Runs a probe: owns the connections its offers take. The probe itself never sees a socket.
import type { Offer, Outcome, Probe } from './offer.ts'

export interface ProbeRun<T> {
  readonly facts: T
  /** Every offer made, with its outcome, in order: the evidence. */
  readonly asked: readonly { readonly offer: Offer; readonly outcome: Outcome }[]
}

/** @param put puts one offer to the server, on a connection of its own */
export async function runProbe<T>(probe: Probe<T>, put: (offer: Offer) => Promise<Outcome>): Promise<ProbeRun<T>> {
  const asked: { offer: Offer; outcome: Outcome }[] = []
  let turn = probe.next()
  while (!turn.done) {
    const outcomes: Outcome[] = []
    // One after the other: a handful of hellos, and some servers serve one connection at a time.
    for (const offer of turn.value) {
      const outcome = await put(offer)
      outcomes.push(outcome)
      asked.push({ offer, outcome })
    }
    turn = probe.next(outcomes)
  }
  return { facts: turn.value, asked }
}
