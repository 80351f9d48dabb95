import { expect, test, vi } from 'vitest'
import { DerReader } from '../../src/certificate/der.ts'
import { type DistinguishedName, readName } from '../../src/certificate/distinguished-name.ts'
import type { NameConstraints } from '../../src/certificate/extensions.ts'
import type { GeneralName } from '../../src/certificate/general-name.ts'
import { allowance, constraintBroken as brokenBy } from '../../src/certificate/name-constraints.ts'
import { distinguishedName, type Name } from './issuing.ts'

const name = (text: Name) => readName(new DerReader(distinguishedName(text)), 'name')
const dns = (text: string): GeneralName => ({ kind: 'dns', text })
const email = (text: string): GeneralName => ({ kind: 'email', text })
const uri = (text: string): GeneralName => ({ kind: 'uri', text })
const ip = (...bytes: number[]): GeneralName => ({ kind: 'ip', bytes: Uint8Array.from(bytes) })
const directory = (text: string): GeneralName => ({ kind: 'directory', name: name(text) })

const constraintBroken = (constraints: NameConstraints, subject: DistinguishedName, alternativeNames: GeneralName[], left = allowance()) =>
  brokenBy(constraints, { subject, alternativeNames }, left)

// The rules are RFC 5280 §4.2.1.10: name, permitted base, whether the name is within it.
test.each<[string, GeneralName, GeneralName, boolean]>([
  ['a host of the same name', dns('example.com'), dns('example.com'), true],
  ['a host below', dns('a.b.Example.com'), dns('example.COM'), true],
  ['a host that ends alike', dns('badexample.com'), dns('example.com'), false],
  ['any host, below the empty name', dns('example.com'), dns(''), true],
  ['a wildcard below', dns('*.example.com'), dns('example.com'), true],
  ['a name of another kind, which is not constrained', dns('example.com'), email('example.org'), true],
  ['an address in the range', ip(10, 1, 2, 3), ip(10, 0, 0, 0, 255, 0, 0, 0), true],
  ['an address outside of the range', ip(11, 1, 2, 3), ip(10, 0, 0, 0, 255, 0, 0, 0), false],
  ['an address of the other version', ip(10, 1, 2, 3), ip(...Array(32).fill(0)), false],
  ['a mailbox', email('a@example.com'), email('a@example.com'), true],
  ['a mailbox of the host', email('a@example.com'), email('example.com'), true],
  ['a mailbox of a host below', email('a@b.example.com'), email('example.com'), false],
  ['a mailbox of a host in the domain', email('a@b.example.com'), email('.example.com'), true],
  ['a URI of the host', uri('https://example.com:8443/x'), uri('example.com'), true],
  ['a URI of another host', uri('https://example.org/'), uri('example.com'), false],
  ['no URI at all', uri('::'), uri('example.com'), false],
  ['a directory name below', directory('C=DE,O=Example,CN=x'), directory('C=DE,O=example'), true],
  ['a directory name elsewhere', directory('C=DE,O=Other'), directory('C=DE,O=Example'), false],
])('%s', (_, tested, base, within) => {
  const nobody = name('')
  expect(constraintBroken({ permitted: [base], excluded: [] }, nobody, [tested]) === null).toBe(within)
  if (tested.kind === base.kind) expect(constraintBroken({ permitted: [], excluded: [base] }, nobody, [tested]) === null).toBe(!within)
})

test('the subject is a directory name too', () => {
  expect(constraintBroken({ permitted: [directory('O=Example')], excluded: [] }, name('O=Other,CN=x'), [])).toBe('CN=x,O=Other')
})

test('one permitted base of several is enough, and an excluded one outweighs them', () => {
  const constraints = { permitted: [dns('example.org'), dns('example.com')], excluded: [dns('secret.example.com')] }
  expect(constraintBroken(constraints, name(''), [dns('a.example.com'), dns('b.secret.example.com')])).toBe('b.secret.example.com')
})

test('more comparisons than OpenSSL would make are not made', () => {
  const many = Array.from({ length: 2000 }, (_, i) => dns(`${i}.example`))
  expect(constraintBroken({ permitted: many, excluded: [] }, name(''), many)).toBe('more names than can be compared')
})

test('nor are they when many authorities share them', () => {
  const some = Array.from({ length: 800 }, (_, i) => dns(`${i}.example`))
  const left = allowance()
  const broken = [1, 2].map(() => constraintBroken({ permitted: some, excluded: [] }, name(''), some, left))
  expect(broken).toEqual([null, 'more names than can be compared'])
})

test('a URI is read once, however many bases and authorities it is compared with', () => {
  const parse = vi.spyOn(URL, 'parse')
  const names = Array.from({ length: 600 }, (_, i) => uri(`https://${i}.example/`))
  const bases = [...Array.from({ length: 800 }, (_, i) => uri(`${i}.invalid`)), uri('.example')]
  const left = allowance()
  const broken = [1, 2].map(() => constraintBroken({ permitted: bases, excluded: [] }, name(''), names, left))
  expect(broken).toEqual([null, null])
  expect(parse).toHaveBeenCalledTimes(600)
  parse.mockRestore()
})

test('and not at all where no base is one', () => {
  const parse = vi.spyOn(URL, 'parse')
  expect(constraintBroken({ permitted: [dns('example.com')], excluded: [] }, name(''), [uri('https://example.org/')])).toBeNull()
  expect(parse).not.toHaveBeenCalled()
  parse.mockRestore()
})
