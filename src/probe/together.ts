// Several probes as one, in step with each other.
import { bytesOf } from './hello-bytes.ts'
import { type Batch, followedBy, type Probe } from './offer.ts'

/** Puts the batches of all at the same time. One of them that has to wait yields an empty batch. */
export function* together(probes: readonly Probe<unknown>[]): Probe<void> {
  let running = probes.map(probe => ({ probe, turn: probe.next() }))
  for (;;) {
    const batches: { readonly probe: Probe<unknown>; readonly batch: Batch }[] = running.flatMap(({ probe, turn }) =>
      turn.done ? [] : [{ probe, batch: turn.value }],
    )
    if (batches.length === 0) return
    const offers = batches.flatMap(({ batch }) => batch)
    // Where nobody says what follows, that is not known; none to follow would be.
    const expected = batches.flatMap(({ batch }) => batch.next ?? [])
    const next = expected.reduce((sum, count) => sum + count, 0)
    const outcomes = [...(yield expected.length === 0 ? offers : followedBy(next, offers))]
    running = batches.map(({ probe, batch }) => ({ probe, turn: probe.next(outcomes.splice(0, batch.length)) }))
  }
}

/** The probe with its first hellos made now, and not when they are sent. */
export function madeAhead<T>(probe: Probe<T>): Probe<T> {
  const first = probe.next()
  for (const { hello } of first.done ? [] : first.value) if (hello.kind === 'client_hello') bytesOf(hello)
  return continued(first, probe)
}

function* continued<T>(first: IteratorResult<Batch, T>, probe: Probe<T>): Probe<T> {
  let turn = first
  while (!turn.done) turn = probe.next(yield turn.value)
  return turn.value
}
