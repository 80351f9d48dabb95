// The steps of one target, network and messages together, with the one that failed marked and those never reached named.
import { detailOf } from './detail.ts'
import { type Place, stillExpected } from './expected.ts'
import { negotiated } from './negotiated.ts'
import type { Step } from './step.ts'
import { type Message, messageName, type Trace } from './trace.ts'

/** Where a handshake ended, and what is to stand there. */
export interface FailedStep {
  /** Null `from`: a step on the network. */
  readonly place: Place | { readonly name: string; readonly from: null }
  /** When the handshake ended, for a message that never came. */
  readonly atMs: number
  /** What happened in its place. */
  readonly detail: string
}

/** @param subjectOf names a certificate by its subject */
export function ladder(
  networkSteps: readonly Step[],
  trace: Trace,
  failed: FailedStep | null,
  subjectOf: (der: Uint8Array) => string,
): Step[] {
  const messages = trace.messages.filter(isStep)
  const { version } = negotiated(trace)
  const failedIndex = failed
    ? messages.findLastIndex(message => messageName(message) === failed.place.name && message.from === failed.place.from)
    : -1
  const steps: Step[] = messages.map((message, index) => ({
    name: messageName(message),
    from: message.from,
    status: index === failedIndex ? 'failed' : 'done',
    atMs: message.atMs,
    bytes: message.bytes.length,
    detail: detailOf(message, version, subjectOf),
  }))
  if (!failed) return [...networkSteps, ...steps]
  const missing: Step[] = stillExpected(trace).map(({ name, from }) => ({
    name,
    from,
    status: 'not-reached',
    atMs: null,
    bytes: 0,
    detail: '',
  }))
  if (failed.place.from === null || failedIndex >= 0) return [...networkSteps, ...steps, ...missing]
  // The step that failed never came: it stands where it was due, before the alert or the end that took its place.
  const rest = missing.filter(step => !(step.name === failed.place.name && step.from === failed.place.from))
  const due: Step = {
    name: failed.place.name,
    from: failed.place.from,
    status: 'failed',
    atMs: failed.atMs,
    bytes: 0,
    detail: failed.detail,
  }
  const before = steps.findLastIndex(step => step.name !== 'alert') + 1
  return [...networkSteps, ...steps.slice(0, before), due, ...steps.slice(before), ...rest]
}

/** A proper close is the end of a connection, not a part of its handshake. */
function isStep({ content }: Message): boolean {
  return !(content.kind === 'alert' && content.description === 0) && content.kind !== 'application_data'
}
