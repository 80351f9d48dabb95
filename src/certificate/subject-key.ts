// The kind and the size of a subject's public key, and the name of a signature algorithm. Nothing here computes with a key.
import type { Certificate } from './certificate.ts'
import { bitLengthOf, bitStringOf, context, DerReader, type Element, oidOf, tags } from './der.ts'
import { curves, hashes, keyAlgorithms, rsaPss, signatureAlgorithms } from './object-identifiers.ts'

/** Reads SubjectPublicKeyInfo (RFC 5280 §4.1.2.7), which is the next value of the reader. */
export function readSubjectKey(reader: DerReader): Certificate['key'] {
  const what = 'subjectPublicKeyInfo'
  const info = reader.enter(tags.sequence, what)
  const { oid, parameters } = readAlgorithm(info, what)
  const key = bitStringOf(info.expect(tags.bitString, what), what)
  info.end(what)
  const algorithm = keyAlgorithms.get(oid)
  if (algorithm === undefined) return { type: oid, bits: null, group: null }
  switch (algorithm.size) {
    case 'key':
      return { type: algorithm.type, bits: key.bits, group: null }
    case 'modulus': {
      const modulus = new DerReader(key.bytes).enter(tags.sequence, what).expect(tags.integer, what)
      return { type: algorithm.type, bits: bitLengthOf(modulus.content), group: null }
    }
    case 'prime': {
      // The parameters may be inherited from the issuer (RFC 3279 §2.3.2).
      const prime = parameters?.tag === tags.sequence ? new DerReader(parameters.content).expect(tags.integer, what) : null
      return { type: algorithm.type, bits: prime && bitLengthOf(prime.content), group: null }
    }
    case 'curve': {
      // Parameters that spell the curve out (RFC 3279 §2.3.5) name no group; TLS cannot use them.
      if (parameters?.tag !== tags.oid) return { type: algorithm.type, bits: null, group: null }
      const curve = oidOf(parameters, what)
      const named = curves.get(curve)
      return { type: algorithm.type, bits: named?.bits ?? null, group: named?.group ?? curve }
    }
    default:
      return algorithm.size satisfies never
  }
}

/** The key inside a SubjectPublicKeyInfo, without its algorithm. */
export function keyBytesOf(info: Uint8Array): Uint8Array {
  const what = 'subjectPublicKeyInfo'
  const reader = new DerReader(info).enter(tags.sequence, what)
  reader.expect(tags.sequence, what)
  return bitStringOf(reader.expect(tags.bitString, what), what).bytes
}

/** Reads a signature's AlgorithmIdentifier and gives its name: 'sha256WithRSAEncryption', 'RSASSA-PSS-SHA256', or the identifier. */
export function readSignatureAlgorithm(reader: DerReader): string {
  const what = 'signatureAlgorithm'
  const { oid, parameters } = readAlgorithm(reader, what)
  return oid === rsaPss ? `RSASSA-PSS-${pssHash(parameters)}` : (signatureAlgorithms.get(oid) ?? oid)
}

/** RFC 4055 §3.1: the hash is the first of the parameters, and SHA-1 where none is given. */
function pssHash(parameters: Element | null): string {
  const explicit = parameters?.tag === tags.sequence ? new DerReader(parameters.content).optional(context(0, true), 'PSS parameters') : null
  if (explicit === null) return 'SHA1'
  const { oid } = readAlgorithm(new DerReader(explicit.content), 'PSS parameters')
  return hashes.get(oid) ?? oid
}

function readAlgorithm(reader: DerReader, what: string): { readonly oid: string; readonly parameters: Element | null } {
  const sequence = reader.enter(tags.sequence, what)
  const oid = oidOf(sequence.expect(tags.oid, what), what)
  const parameters = sequence.done ? null : sequence.next(what)
  sequence.end(what)
  return { oid, parameters }
}
