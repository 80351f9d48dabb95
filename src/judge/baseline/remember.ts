// What a new lock file holds: the facts of a run over those remembered. Nothing that was known is lost to a question without an answer.

import { excludesPrimes } from './compare-primes.ts'
import { factsOf, hasFacts, isDecided, keyOf, type Listed, type Observed, type TargetFacts } from './facts.ts'
import type { Failures } from './failures.ts'
import type { Baseline } from './lock-file.ts'

export interface Memory {
  readonly targets: ReadonlyMap<string, TargetFacts>
  /** A sentence for each target of which the file does not hold what this run found. */
  readonly notes: readonly string[]
}

/** @param old null for a first file */
export function remember(old: Baseline | null, observed: readonly Observed[]): Memory {
  const targets = new Map([...(old?.targets ?? [])].map(([key, { facts }]) => [key, facts]))
  const notes: string[] = []
  const seen = new Map<string, string>()
  for (const each of observed) {
    const [key, facts] = [keyOf(each.target), factsOf(each)]
    const remembered = old?.targets.get(key)?.facts
    const before = seen.get(key)
    if (!hasFacts(facts)) {
      notes.push(
        remembered
          ? `${key} keeps its entry: nothing was found out that could take its place`
          : `${key} has no entry: nothing was found out`,
      )
    } else if (before !== undefined) {
      if (before !== textOf(facts)) notes.push(`${key} was checked several times with several results: the first is remembered`)
    } else {
      seen.set(key, textOf(facts))
      const { merged, kept } = merge(remembered, facts, each)
      targets.set(key, merged)
      if (kept.length > 0) notes.push(`${key} keeps what was known of ${kept.join(', ')}: it was not found out anew`)
    }
  }
  const checked = new Set(observed.map(({ target }) => keyOf(target)))
  const unchecked = [...(old?.targets.keys() ?? [])].filter(key => !checked.has(key))
  if (unchecked.length > 0)
    notes.push(`${unchecked.length === 1 ? unchecked[0] : `${unchecked.length} targets`} kept unchanged: not checked`)
  return { targets, notes }
}

const textOf = (facts: unknown): string => JSON.stringify(facts)

/** What is known of a check that was decided in part: each failure once. */
function together(old: Failures, now: Failures = []): Failures {
  if (typeof old === 'string' || typeof now === 'string') return old
  const known = new Set(now.map(textOf))
  return [...now, ...old.filter(failure => !known.has(textOf(failure)))]
}

/** Fact by fact: what is unknown now stays as it was known. */
function merge(
  old: TargetFacts | undefined,
  now: TargetFacts,
  observed: Observed,
): { readonly merged: TargetFacts; readonly kept: readonly string[] } {
  if (old === undefined) return { merged: now, kept: [] }
  const kept = new Set<string>()
  const keep = <T>(what: string, value: T): T => {
    kept.add(what)
    return value
  }
  const answers = <A extends string>(what: string, before: Readonly<Record<string, A>>, after: Readonly<Record<string, A>>) => {
    const known = Object.entries(before).filter(([name, value]) => value !== 'unknown' && (after[name] ?? 'unknown') === 'unknown')
    return known.length > 0 ? keep(what, { ...after, ...Object.fromEntries(known) }) : after
  }
  const lists = <L extends Listed>(what: string, before: L | undefined, after: L): L => {
    if (before === undefined || after.complete) return after
    if (before.complete) return keep(what, before)
    return { ...after, accepted: [...new Set([...after.accepted, ...before.accepted])] }
  }
  const undecided = Object.entries(old.failed).flatMap(([id, failures]) =>
    isDecided(observed, id) ? [] : [[id, together(failures, now.failed[id])] as const],
  )
  const protocols = answers('protocols', old.protocols, now.protocols)
  const accepted = Object.keys(protocols).filter(name => protocols[name] === 'accepted')
  const suites = accepted.flatMap(name => {
    const [before, after] = [old.cipherSuites[name], now.cipherSuites[name]]
    const suitesNow = after ? lists(`the suites of ${name}`, before, after) : before && keep(`the suites of ${name}`, before)
    return suitesNow ? [[name, suitesNow] as const] : []
  })
  return {
    merged: {
      handshake: now.handshake ?? (old.handshake && keep('the handshake', old.handshake)),
      protocols,
      cipherSuites: Object.fromEntries(suites),
      groups: lists('groups', old.groups, now.groups),
      signatureSchemes: lists('signature schemes', old.signatureSchemes, now.signatureSchemes),
      dhPrimeBits:
        now.dhPrimeBits ?? (old.dhPrimeBits === null || excludesPrimes(now) ? null : keep('the prime of Diffie-Hellman', old.dhPrimeBits)),
      features: answers('features', old.features, now.features),
      chain: now.chain ?? (old.chain && keep('the chain', old.chain)),
      clients: answers('clients', old.clients, now.clients),
      failed: undecided.length > 0 ? keep('failed checks', { ...now.failed, ...Object.fromEntries(undecided) }) : now.failed,
    },
    kept: [...kept],
  }
}
