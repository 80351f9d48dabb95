import { describe, expect, test } from 'vitest'
import { type Cause, causes, fixOf } from '../../src/judge/causes.ts'
import { checkIds } from '../../src/judge/check-ids.ts'
import { causeTable, explain } from '../../src/judge/explain.ts'

function text(name: string): string {
  const explanation = explain(name)
  if (explanation.kind === 'unknown') throw new Error(`${name} is not known`)
  return explanation.text
}

describe('explain', () => {
  test('gives the whole of a cause', async () => {
    await expect(text('certificate-chain-incomplete')).toMatchFileSnapshot('../golden/explain/certificate-chain-incomplete.txt')
  })

  test('gives the whole of a check', async () => {
    await expect(text('certificate/validity')).toMatchFileSnapshot('../golden/explain/certificate-validity.txt')
  })

  test.each(Object.keys(causes) as Cause[])('%s: tells the fix for every product and the checks that report it', cause => {
    for (const line of fixOf(cause).split('\n')) expect(text(cause)).toContain(`\n  ${line}\n`)
    expect(text(cause)).toMatch(/\nReported by\n {2}[a-z-]+\/(?:[a-z0-9-]+|\*)\n/)
  })

  test.each(Object.entries(checkIds))('%s: tells every cause', (id, { causes: named }) => {
    for (const cause of named) expect(text(id)).toContain(`\n  ${cause}: ${causes[cause].title}\n`)
  })

  test('explains the check of any client by the row of all', () => {
    expect(explain('client/java-8u161')).toEqual(explain('client/*'))
    expect([explain('client/').kind, explain('client/netscape-4').kind]).toEqual(['unknown', 'unknown'])
  })

  test.each([
    ['a slip', 'not-tsl', ['not-tls']],
    ['a slip in a check', 'certificate/validty', ['certificate/validity']],
    ['one word of several', 'Expired', ['certificate-expired']],
    ['shortened words', 'cert host', ['certificate/hostname', 'certificate-host-mismatch']],
    ['another case', 'NOT-TLS', ['not-tls']],
    ['a word of many names', 'certificate', ['certificate/validity', 'certificate/lifetime-left', 'certificate/trust']],
    ['nothing of the kind', 'elephant', []],
    ['nothing at all', '', []],
    ['a property that every object has', 'constructor', []],
    ['far too much', 'certificate-expired'.repeat(100_000), []],
  ])('%s: offers what is near', (_, name, expected) => {
    expect(explain(name)).toEqual({ kind: 'unknown', nearest: expected })
  })
})

describe('check ids', () => {
  test.each(Object.entries(checkIds))('%s: has a title, a reason and sources', (_, { title, reason, refs }) => {
    expect(title).toMatch(/^[A-Z][^.]{5,40}$/)
    expect(reason).toMatch(/^[A-Z].+\.$/)
    expect(refs.length).toBeGreaterThan(0)
    for (const ref of refs) expect(ref).toMatch(/^(RFC \d{4}( §\d+(\.\d+)*)?|CVE-\d{4}-\d{4,5})$/)
  })
})

test('the table of causes has one row of three cells a cause', () => {
  const [head, rule, ...rows] = causeTable().trimEnd().split('\n')
  expect(head).toBe('| Category | Cause | What it means |')
  expect(rule).toBe('|---|---|---|')
  expect(rows.map(row => row.match(/^\| ([a-z]+) \| `([a-z0-9-]+)` \| [^|]+ \|$/)?.slice(1))).toEqual(
    Object.entries(causes).map(([cause, { category }]) => [category, cause]),
  )
})
