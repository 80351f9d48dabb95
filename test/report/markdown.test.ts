import { describe, expect, test } from 'vitest'
import type { TargetReport } from '../../src/gate.ts'
import { renderMarkdown } from '../../src/report/markdown.ts'
import {
  expired,
  healthy,
  hostileTexts,
  protocolMismatch,
  several,
  silent,
  surveyed,
  unreachable,
  weakened,
  wideOpen,
  withForeignText,
} from '../support/sample-reports.ts'
import { activeMarkup, codeBlocks, obeyed } from './readers.ts'

const golden = (name: string): string => `../golden/report/${name}.md`

test.each([
  ['healthy', healthy],
  ['expired', expired],
  ['protocol-mismatch', protocolMismatch],
  ['silent', silent],
  ['several', several],
  ['surveyed', surveyed],
  ['wide-open', wideOpen],
  ['weakened', weakened],
])('a report reads as in the golden file: %s', async (name, report) => {
  await expect(renderMarkdown(report)).toMatchFileSnapshot(golden(name))
})

test('the worst target comes first in the table and in the text', () => {
  const rows = renderMarkdown(several).match(/^\| [✗?✓] \w+ \| `[^`]+`/gm)
  expect(rows).toEqual([
    '| ✗ fail | `https://expired.test:8443`',
    '| ✗ fail | `smtp://mail.test:25`',
    '| ? inconclusive | `https://silent.test:443`',
    '| ✓ pass | `https://example.test:443`',
  ])
})

test('the failing step stands out in the diagram', () => {
  expect(renderMarkdown(expired)).toMatch(
    /\n {2}rect rgba\([^)]+\)\n {4}server-xclient: ✗ Certificate 9.8 ms\n {4}Note over client,server: certificate-expired<br\/>.*\n {2}end\n/,
  )
})

test('checks that could not be decided for one reason are one item with their names', () => {
  expect(renderMarkdown(unreachable, { details: false })).toContain(
    `#### Not decided

- \`https://silent.test:443\`
  - **inconclusive** \`certificate/trust\`, \`certificate/hostname\`, \`certificate/lifetime-left\` no certificate was seen
  - **inconclusive** \`policy/questions\` nothing is known of what is accepted

`,
  )
})

test('addresses of one name are told apart wherever their target is named', () => {
  const [one = expect.fail()] = expired.targets
  const other = { ...one, target: { ...one.target, address: '192.0.2.11' } }
  const text = renderMarkdown({ ...expired, targets: [one, other] })
  for (const address of ['192.0.2.10', '192.0.2.11']) {
    expect(text).toContain(`| ✗ fail | \`https://expired.test:8443 (${address})\` |`)
    expect(text).toContain(`\n- \`https://expired.test:8443 (${address})\`\n`)
    expect(text).toContain(`<summary>Handshake with <code>https://expired.test:8443 (${address})</code>`)
  }
})

test('the place of a target is said once, and that of a check where it is another', () => {
  const [target = expect.fail()] = unreachable.targets
  const place = { file: 'tlsgate.yml', line: 5, column: 3 }
  const checks = target.checks.map((check, index) => ({ ...check, location: index === 2 ? { ...place, line: 9 } : place }))
  const text = renderMarkdown({ ...unreachable, targets: [{ ...target, target: { ...target.target, location: place }, checks }] })
  expect([...new Set(text.match(/.*tlsgate\.yml.*/g))]).toEqual([
    '- `https://silent.test:443` (`tlsgate.yml:5:3`)',
    '  - **inconclusive** `policy/questions` nothing is known of what is accepted (`tlsgate.yml:9:3`)',
  ])
})

test('no target at all is said to be none', () => {
  expect(renderMarkdown({ ...healthy, verdict: 'inconclusive', targets: [] })).toMatch(
    /^### tlsgate: inconclusive, no target has a verdict\n\n<sub>/,
  )
})

describe('foreign text in any field is inert', () => {
  const everyPart = { ...weakened, targets: [several, surveyed, wideOpen].flatMap(({ targets }) => targets) }
  const structure = activeMarkup(renderMarkdown(withForeignText(everyPart, 'x')))

  test.each(hostileTexts)('%s', (_, hostile) => {
    const markdown = renderMarkdown(withForeignText(everyPart, hostile))
    expect(activeMarkup(markdown)).toBe(structure)
    expect(obeyed(markdown)).toEqual([])
  })

  const label = String.raw`(?:[A-Za-z0-9 .,_/()+-]|#\d+;|<br/>)*`
  const statement = new RegExp(
    `^(?:sequenceDiagram|(?:  ){1,2}(?:participant (?:client|server) as ${label}|Note over client,server: ${label}|(?:client->>server|server->>client): ${label}|(?:client-xserver|server-xclient): ✗ ${label}|rect rgba\\([\\d., ]+\\)|end))$`,
  )

  test.each([['harmless text', 'x'] as const, ...hostileTexts])('every line of a diagram is one statement of ours: %s', (_, text) => {
    const diagrams = codeBlocks(renderMarkdown(withForeignText(everyPart, text))).filter(({ language }) => language === 'mermaid')
    expect(diagrams).toHaveLength(4)
    expect(diagrams.flatMap(({ lines }) => lines).filter(line => !statement.test(line))).toEqual([])
  })
})

describe('many targets', () => {
  const [passing] = healthy.targets
  const [failing] = expired.targets
  if (passing === undefined || failing === undefined) throw new Error('the samples have no target')
  const at = (target: TargetReport, index: number): TargetReport => ({
    ...target,
    target: { ...target.target, url: `https://host-${index}.test:443` },
  })
  const fleet = {
    ...several,
    checks: [],
    targets: Array.from({ length: 1000 }, (_, index) => at(index % 100 === 7 ? failing : passing, index)),
  }
  const markdown = renderMarkdown(fleet)

  test('those that failed come first, passed ones are summed up', () => {
    const rows = markdown.match(/^\| [✗?✓] \w+ \|.*/gm) ?? []
    expect(rows.map(line => line.slice(0, 6)).join('')).toBe('| ✗ fa'.repeat(10) + '| ✓ pa'.repeat(51))
    expect(rows.at(-1)).toBe('| ✓ pass | and 940 more | `TLSv1.3` 940 |  |  | at least 20 days left |  |')
  })

  test('what many have in common is told once, with all their names', () => {
    expect(markdown.match(/^#### Certificate expired/gm)).toHaveLength(1)
    expect(markdown).toContain('#### Certificate expired: `certificate-expired` at 10 targets\n\n- `https://host-7.test:443`\n')
    expect(markdown.match(/^nginx: /gm)).toHaveLength(1)
  })

  test('beyond ten targets of a cause the others are named, beyond a hundred counted', () => {
    const all = { ...fleet, targets: Array.from({ length: 200 }, (_, index) => at(failing, index)) }
    expect(renderMarkdown(all)).toMatch(/\n- and `https:\/\/host-10\.test:443`, .*`https:\/\/host-109\.test:443` and 90 more\n/)
    expect(renderMarkdown(all)).toContain(
      '| ✗ fail | and 50 more | `TLSv1.3` 50 |  |  |  | `certificate-expired` 50, `certificate-chain-extraneous` 50 |',
    )
  })

  test('accounts are those of what did not pass, and ten of them have a diagram', () => {
    expect(markdown.match(/<summary>Handshake with/g)).toHaveLength(10)
    expect(markdown.match(/```mermaid/g)).toHaveLength(10)
  })

  test('beyond three hundred accounts or findings there is a note', () => {
    const all = Array.from({ length: 400 }, (_, index) => {
      const checks = failing.checks.map(check => (check.status === 'fail' ? { ...check, fix: `ask host ${index}` } : check))
      return { ...at(failing, index), checks }
    })
    const text = renderMarkdown({ ...fleet, targets: all })
    expect(text.match(/<summary>Handshake with/g)).toHaveLength(300)
    expect(text).toContain('\n_100 more targets without an account here: the JSON report has them all_\n')
    expect(text.match(/^#### /gm)).toHaveLength(300)
    expect(text).toContain('\n_500 more findings left out here: the JSON report has them all_\n')
  })
})

describe('cutting', () => {
  const whole = renderMarkdown(several)
  const many = { ...several, targets: Array.from({ length: 100 }, () => structuredClone(several.targets)).flat() }

  test.each([250, 600, 1000, 2000, 4000, 8000])('under %i bytes: whole parts, and a note of what is missing', maxBytes => {
    const cut = renderMarkdown(several, { maxBytes })
    expect(Buffer.byteLength(cut)).toBeLessThanOrEqual(maxBytes)
    expect(cut).toMatch(/^### tlsgate: fail, 2 of 4 targets failed/)
    expect(cut).toMatch(/_Left out to stay under \d+ bytes: \d+ \w+(?:, \d+ \w+)*; the JSON report has everything_\n$/)
    expect(() => codeBlocks(cut)).not.toThrow()
    expect(cut.match(/<details>/g)?.length).toBe(cut.match(/<\/details>/g)?.length)
  })

  test('a text that fits exactly is not cut', () => {
    expect(renderMarkdown(several, { maxBytes: Buffer.byteLength(whole) })).toBe(whole)
    expect(renderMarkdown(several, { maxBytes: Buffer.byteLength(whole) - 1 })).not.toBe(whole)
  })

  test('a fleet has its rows, what is wrong with it and the fix within the limit of a comment', () => {
    const cut = renderMarkdown(many, { maxBytes: 65_536 })
    expect(Buffer.byteLength(cut)).toBeLessThanOrEqual(65_536)
    expect(cut.match(/^\| [✗?✓] \w+ \| `/gm)).toHaveLength(150 + 50 + 50)
    expect(cut).toContain('#### Certificate expired: `certificate-expired` at 100 targets')
    expect(cut).toContain('nginx: ssl_certificate')
    expect(cut).toMatch(/_Left out to stay under 65536 bytes: \d+ accounts[,;]/)
  })

  test('a long survey is left out before the account of the handshake', () => {
    const cut = renderMarkdown(wideOpen, { maxBytes: 8000 })
    expect(cut).toContain('<summary>Handshake with <code>https://open.test:443</code>')
    expect(cut).not.toContain('accepts, asked with')
    expect(cut).toContain('_Left out to stay under 8000 bytes: 1 survey; ')
  })

  test('a server with long answers does not push the others out', () => {
    const [first, ...others] = several.targets
    const step = { name: 'alert', from: 'server', status: 'failed', atMs: 1, bytes: 2, detail: 'x'.repeat(100_000) } as const
    const padded = {
      ...several,
      targets: first
        ? [{ ...first, verdict: 'fail' as const, handshake: { ...first.handshake, steps: Array(5000).fill(step) } }, ...others]
        : [],
    }
    const cut = renderMarkdown(padded, { maxBytes: 65_536 })
    expect(cut).toContain('<summary>Handshake with <code>https://silent.test:443</code>')
    expect(Buffer.byteLength(cut)).toBeLessThanOrEqual(65_536)
  })
})

test('each fix of a cause is a sentence and a block of its own lines', () => {
  const [target = expect.fail()] = expired.targets
  const [check = expect.fail()] = target.checks.filter(({ cause }) => cause === 'certificate-expired')
  const other = { ...check, fix: 'Take it back\nnginx: ssl_trusted_certificate old.pem;' }
  const page = renderMarkdown({ ...expired, targets: [{ ...target, checks: [...target.checks, other] }] })
  expect(page).toContain('**Fix:** Take it back\n\n```text\nnginx: ssl_trusted_certificate old.pem;\n```\n')
  expect(codeBlocks(page).flatMap(({ lines }) => lines)).not.toContain('Take it back')
})
