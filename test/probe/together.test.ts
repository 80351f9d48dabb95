import { expect, test } from 'vitest'
import { type Batch, followedBy, type Offer, type Outcome, type Probe } from '../../src/probe/offer.ts'
import { together } from '../../src/probe/together.ts'

const offer = (title: string): Offer => ({
  title,
  about: 'several',
  hello: { kind: 'sslv2_client_hello', version: 2, cipherKinds: [], sessionId: new Uint8Array(0), challenge: new Uint8Array(16) },
})
const refused: Outcome = { kind: 'refused', by: 'close' }

function* asks(...batches: readonly Batch[]): Probe<void> {
  for (const batch of batches) yield batch
}

/** The titles of each batch, and how many hellos it says will follow. */
function batchesOf(probe: Probe<unknown>): (readonly [titles: string, next: number | undefined])[] {
  const seen: (readonly [string, number | undefined])[] = []
  for (let turn = probe.next(); !turn.done; ) {
    seen.push([turn.value.map(({ title }) => title).join(' '), turn.value.next])
    turn = probe.next(turn.value.map(() => refused))
  }
  return seen
}

const [a, b, c] = [offer('a'), offer('b'), offer('c')]

test.each<[string, readonly Probe<unknown>[], ReturnType<typeof batchesOf>]>([
  ['nothing of nobody', [], []],
  [
    'batches side by side, and what is longer by itself',
    [asks([a], [b]), asks([c])],
    [
      ['a c', undefined],
      ['b', undefined],
    ],
  ],
  ['what one says that follows', [asks(followedBy(2, [a])), asks([c])], [['a c', 2]]],
  ['what all say together', [asks(followedBy(2, [a])), asks(followedBy(1, [b]))], [['a b', 3]]],
  ['that nothing follows, where that is said', [asks(followedBy(0, [a])), asks([c])], [['a c', 0]]],
])('%s', (_, probes, batches) => {
  expect(batchesOf(together(probes))).toEqual(batches)
})
