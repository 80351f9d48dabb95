// Several probes as one, in step with each other.
import { type Batch, followedBy, type Probe } from './offer.ts'

/** Puts the batches of all at the same time. One of them that has to wait yields an empty batch. */
export function* together(probes: readonly Probe<unknown>[]): Probe<void> {
  let running = probes.map(probe => ({ probe, turn: probe.next() }))
  for (;;) {
    const batches: { readonly probe: Probe<unknown>; readonly batch: Batch }[] = running.flatMap(({ probe, turn }) =>
      turn.done ? [] : [{ probe, batch: turn.value }],
    )
    if (batches.length === 0) return
    const next = batches.reduce((sum, { batch }) => sum + (batch.next ?? 0), 0)
    const outcomes = [
      ...(yield followedBy(
        next,
        batches.flatMap(({ batch }) => batch),
      )),
    ]
    running = batches.map(({ probe, batch }) => ({ probe, turn: probe.next(outcomes.splice(0, batch.length)) }))
  }
}
