// Which messages a handshake still needs after those that were seen: RFC 8446 §2, RFC 5246 §7.3.

import { negotiated } from './negotiated.ts'
import type { Side } from './recording.ts'
import { messageName, type Trace } from './trace.ts'

/** A message by its name and its sender. */
export interface Place {
  readonly name: string
  readonly from: Side
}

const c = (name: string): Place => ({ name, from: 'client' })
const s = (name: string): Place => ({ name, from: 'server' })

// What every full handshake of that version has; what depends on the suite or the policy is left out.
const flights = {
  unknown: [c('client_hello'), s('server_hello'), s('certificate'), s('finished'), c('finished')],
  tls12: [
    c('client_hello'),
    s('server_hello'),
    s('certificate'),
    s('server_hello_done'),
    c('client_key_exchange'),
    c('change_cipher_spec'),
    c('finished'),
    s('change_cipher_spec'),
    s('finished'),
  ],
  tls13: [
    c('client_hello'),
    s('server_hello'),
    s('encrypted_extensions'),
    s('certificate'),
    s('certificate_verify'),
    s('finished'),
    c('finished'),
  ],
}

/** The messages that were not seen, in the order they would come. */
export function stillExpected(trace: Trace): readonly Place[] {
  const { version } = negotiated(trace)
  const flight = version === null ? flights.unknown : version >= 0x0304 ? flights.tls13 : flights.tls12
  const seen = trace.messages.map(message => ({ name: messageName(message), from: message.from }))
  const last = flight.findLastIndex(place => seen.some(({ name, from }) => name === place.name && from === place.from))
  return flight.slice(last + 1)
}
