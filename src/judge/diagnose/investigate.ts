// Finds the cause of a handshake that has something against it, asking the server wider hellos where one symptom has several causes.
import type { Widening } from '../../probe/widen.ts'
import type { ClientHello } from '../../wire/hello.ts'
import { type Diagnosis, diagnose } from './diagnose.ts'
import { isAmbiguous } from './parameters.ts'
import type { Symptom } from './symptom.ts'

/** A diagnosis, and what was asked for it. */
export interface Investigation {
  /** Null when a verifying client completes the handshake. */
  readonly diagnosis: Diagnosis | null
  /** One line for each hello that was asked to tell causes apart. */
  readonly asked: readonly string[]
}

export async function investigate(
  symptom: Symptom,
  widen: (original: ClientHello, wordless: boolean) => Promise<Widening>,
): Promise<Investigation> {
  const { clientHello } = symptom.trace
  const widening = isAmbiguous(symptom) && clientHello ? await widen(clientHello, symptom.alert === null) : null
  return { diagnosis: diagnose(widening ? { ...symptom, widening } : symptom), asked: widening?.asked ?? [] }
}
