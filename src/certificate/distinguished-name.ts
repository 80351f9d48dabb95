// Distinguished names: as text for people, as a key for comparison.
import { DerReader, hex, oidOf, tags, textOf } from './der.ts'
import { attributeTypes } from './object-identifiers.ts'

export interface DistinguishedName {
  /** DER. */
  readonly bytes: Uint8Array
  /** RFC 4514: 'CN=example.com,O=Example'. Control characters other than NUL stay as they are. */
  readonly text: string
  /** One string a relative name, in the encoded order (the most general first). Equal keys are equal names (RFC 5280 §7.1). */
  readonly keys: readonly string[]
  /** Values of the commonName attributes: clients no longer read them as host names, people do. */
  readonly commonNames: readonly string[]
  /** Values of the organizationName attributes. */
  readonly organizations: readonly string[]
}

interface Attribute {
  readonly oid: string
  /** Null when the value is not a character string. */
  readonly value: string | null
  readonly bytes: Uint8Array
}

/** Reads a Name, which is the next value of the reader (RFC 5280 §4.1.2.4). */
export function readName(reader: DerReader, what: string): DistinguishedName {
  const { bytes, content } = reader.expect(tags.sequence, what)
  const sequence = new DerReader(content)
  const relativeNames: Attribute[][] = []
  while (!sequence.done) {
    const set = sequence.enter(tags.set, what)
    const attributes: Attribute[] = []
    while (!set.done) {
      const pair = set.enter(tags.sequence, what)
      const oid = oidOf(pair.expect(tags.oid, what), what)
      const element = pair.next(what)
      pair.end(what)
      attributes.push({ oid, value: textOf(element), bytes: element.bytes })
    }
    relativeNames.push(attributes)
  }
  const valuesOf = (type: string) => relativeNames.flat().flatMap(({ oid, value }) => (oid === type && value !== null ? [value] : []))
  return {
    bytes,
    text: relativeNames
      .map(attributes => attributes.map(attributeText).join('+'))
      .reverse()
      .join(','),
    keys: relativeNames.map(attributes => attributes.map(attributeKey).sort().join('+')),
    commonNames: valuesOf('2.5.4.3'),
    organizations: valuesOf('2.5.4.10'),
  }
}

/** Whether two names are the same. */
export function sameName(a: DistinguishedName, b: DistinguishedName): boolean {
  return a.keys.length === b.keys.length && startsWithName(a, b)
}

/** Whether `name` stands in the subtree below `base`: the relation of directoryName constraints (RFC 5280 §4.2.1.10). */
export function startsWithName(name: DistinguishedName, base: DistinguishedName): boolean {
  return base.keys.length <= name.keys.length && base.keys.every((key, i) => key === name.keys[i])
}

function attributeText({ oid, value, bytes }: Attribute): string {
  const type = attributeTypes.get(oid)
  // RFC 4514 §2.4: a value of a type without a short name, or without a text form, is its encoding in hexadecimal.
  return type === undefined || value === null ? `${type ?? oid}=#${hex(bytes)}` : `${type}=${escapeValue(value)}`
}

/** RFC 4514 §2.4. */
function escapeValue(value: string): string {
  return value.replace(/^[ #]|[ ]$|["+,;<>\\]/g, '\\$&').replaceAll('\0', '\\00')
}

/** Letter case and runs of white space do not count, nor does the string type: what OpenSSL compares, a subset of RFC 5280 §7.1. */
function attributeKey({ oid, value, bytes }: Attribute): string {
  const text = value
    ?.replace(/[A-Z]+/g, letters => letters.toLowerCase())
    .replace(/[\t-\r ]+/g, ' ')
    .replace(/^ | $/g, '')
  return JSON.stringify([oid, text ?? `#${hex(bytes)}`])
}
