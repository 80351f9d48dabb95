// Text that a stranger chose (in certificates, banners, replies, names) through the whole product: nothing that shows it may obey it.
// biome-ignore-all lint/suspicious/noThenProperty: an act says what comes next in a word; nothing here is awaited as a promise
import { readFile } from 'node:fs/promises'
import { stripVTControlCharacters } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { outputs } from '../../src/action/own-inputs.ts'
import type { Fault } from '../../src/fixtures/fault.ts'
import { createCa, mint } from '../../src/fixtures/mint.ts'
import { type FaultServer, serve } from '../../src/fixtures/serve.ts'
import { gate, type Report } from '../../src/gate.ts'
import { toCompleteHandshake, toPresentTrustedChain } from '../../src/matchers/node.ts'
import { formats } from '../../src/report/formats.ts'
import { renderHtml } from '../../src/report/html.ts'
import { renderJson } from '../../src/report/json.ts'
import { renderJunit } from '../../src/report/junit.ts'
import { renderMarkdown } from '../../src/report/markdown.ts'
import { renderSarif } from '../../src/report/sarif.ts'
import { renderText } from '../../src/report/text.ts'
import { UsageError } from '../../src/usage-error.ts'
import { tlsgate } from '../cli/process.ts'
import { activeMarkup, obeyed } from '../report/readers.ts'
import { choosesProtocol } from '../support/hostile-servers.ts'
import { hasPython, readHtml, readJson, readXml } from '../support/independent-readers.ts'
import { runStep } from '../support/runner.ts'
import { hostileTexts } from '../support/sample-reports.ts'

const says = (text: string): Fault => ({ send: Buffer.from(text), then: 'wait' })
const answers = (text: string): Fault => ({ after: 'data', send: Buffer.from(text), then: 'close' })

/** Where a server can put text of its own: the scheme to reach it by, and the server. */
const places: readonly (readonly [name: string, scheme: string, serverOf: (text: string) => Promise<Fault>])[] = [
  ['every field of a certificate', 'https', certificateOf],
  ['an application protocol', 'https', async text => choosesProtocol(text)],
  ['a status line of HTTP', 'https', async text => answers(`HTTP/1.1 400 ${text}\r\n\r\n`)],
  ['a banner', 'https', async text => says(`220 ${text}\r\n`)],
  ['the first bytes', 'https', async text => says(` no TLS: ${text}`)],
  ['a greeting of SMTP', 'smtp', async text => says(`554 ${oneLine(text)}\r\n`)],
  ['a greeting of IMAP', 'imap', async text => says(`* BYE ${oneLine(text)}\r\n`)],
  ['an answer to the SSLRequest of PostgreSQL', 'postgres', async text => answers(`E${text}\0`)],
]

const oneLine = (text: string): string => text.replace(/[\r\n]+/g, ' ')

/** A leaf whose issuer is missing, so that its names and the address of its issuer are spoken of. */
async function certificateOf(text: string): Promise<Fault> {
  const root = await createCa({ subject: [['CN', text]] })
  const issuer = await createCa({
    issuer: root,
    subject: [
      ['O', text],
      ['CN', text],
    ],
  })
  const { certificate, key } = await mint({
    issuer,
    subject: [
      ['C', text],
      ['O', text],
      ['OU', text],
      ['L', text],
      ['CN', text],
      ['1.2.3.4', text],
    ],
    dns: [text, `${text}.test`],
    issuerUrls: [text],
    ocspUrls: [text],
    crlUrls: [text],
  })
  return { tls: { key, cert: certificate } }
}

const texts = [['harmless text', 'x'] as const, ...hostileTexts]
let servers: { scheme: string; text: string; server: FaultServer }[]
beforeAll(async () => {
  const started = texts.flatMap(([, text]) =>
    places.map(async ([, scheme, serverOf]) => ({ scheme, text, server: await serve(await serverOf(text)) })),
  )
  servers = await Promise.all(started)
})
afterAll(() => Promise.all(servers.map(({ server }) => server.close())))

const targets = (): string[] => servers.map(({ scheme, server }) => `${scheme}://127.0.0.1:${server.port}`)
const hostileTargets = (): string[] => targets().slice(places.length)
const asked = { servername: 'localhost', timeoutMs: 4000 } as const
const options = { ...asked, survey: 'none' } as const

/** A report as every adapter shows it. */
function expectInert(report: Report): void {
  for (const colour of [true, false]) {
    expect(obeyed(stripVTControlCharacters(renderText(report, { colour, verbose: true })))).toEqual([])
    expect(obeyed(stripVTControlCharacters(renderText(report, { colour, width: 80 })))).toEqual([])
  }
  expect(obeyed(renderJson(report))).toEqual([])
  expect(obeyed(renderMarkdown(report))).toEqual([])
  expect(obeyed(renderSarif(report))).toEqual([])
  expect(obeyed(renderJunit(report))).toEqual([])
  expect(obeyed(withoutStyle(renderHtml(report)))).toEqual([])
}

/** The style of a page is ours, and indented like text that a runner would obey. */
const withoutStyle = (page: string): string => page.replace(/<style>[^<]*<\/style>/, '')

test('the reports say the same of hostile text as of harmless text, and have the same structure', async () => {
  const { targets: reports, ...run } = await gate(targets(), options)
  const of = (text: string): Report => ({ ...run, targets: reports.filter((_, index) => servers[index]?.text === text) })
  const causesOf = (report: Report) => report.targets.map(({ handshake }) => handshake.failure?.cause)
  const harmless = of('x')
  for (const [name, text] of hostileTexts) {
    const report = of(text)
    expectInert(report)
    expect({ name, causes: causesOf(report) }).toEqual({ name, causes: causesOf(harmless) })
    expect(activeMarkup(renderMarkdown(report)), name).toBe(activeMarkup(renderMarkdown(harmless)))
  }
})

describe.each(formats)('tlsgate check --format %s', format => {
  test('prints nothing that a terminal or a runner obeys', async () => {
    const args = [
      'check',
      ...hostileTargets(),
      '--servername',
      'localhost',
      '--timeout',
      '2',
      '--survey',
      'none',
      '--format',
      format,
      '--verbose',
    ]
    const { code, stdout, stderr } = await tlsgate(args)
    expect({ code, stderr, obeyed: obeyed(withoutStyle(stdout)) }).toEqual({ code: 1, stderr: '', obeyed: [] })
    expect(stdout.length).toBeGreaterThan(10_000)
  })
})

test('the Action obeys nothing but itself: log, annotations, debug lines, summary, outputs, files', async () => {
  const inputs = { targets: hostileTargets().join('\n'), servername: 'localhost', timeout: '2', survey: 'none', 'report-dir': 'report' }
  await using step = await runStep({ inputs, env: { RUNNER_DEBUG: '1' } })
  expect(step.exitCode).toBe(1)
  const count = (name: string): number => step.commands.filter(command => command.name === name).length
  expect([...new Set(step.commands.map(({ name }) => name))].sort()).toEqual(['debug', 'endgroup', 'error', 'group'])
  expect([count('group'), count('endgroup'), count('error')]).toEqual([hostileTargets().length, hostileTargets().length, 10])
  for (const { message, properties } of step.commands) {
    expect(obeyed([message, ...Object.values(properties)].join('\n'))).toEqual([])
    expect(message.split('\n').length).toBeLessThanOrEqual(2)
  }
  expect(obeyed(stripVTControlCharacters(step.log))).toEqual([])
  expect(obeyed(step.summary)).toEqual([])
  expect(Object.keys(step.outputs).sort()).toEqual(outputs.map(({ name }) => name).sort())
  const files: Readonly<Record<string, string>> = Object.fromEntries(
    await Promise.all(
      ['report', 'markdown', 'sarif', 'junit', 'html'].map(async name => [name, await readFile(step.outputs[name] ?? '', 'utf8')]),
    ),
  )
  for (const [name, content] of Object.entries(files)) expect(obeyed(withoutStyle(content)), name).toEqual([])
  if (!hasPython) return
  const [suites] = readXml([files.junit ?? ''])
  expect(suites?.[3]).toHaveLength(hostileTargets().length)
  const [log] = readJson([files.sarif ?? ''])
  expect(log).toEqual(JSON.parse(files.sarif ?? ''))
  const [page] = readHtml([files.html ?? ''])
  expect(page?.tags.filter(tag => /^(?:script|img|comment|instruction|declaration|iframe)/.test(tag))).toEqual([])
  expect(page?.tags.filter(tag => tag.startsWith('section '))).toHaveLength(hostileTargets().length)
})

test('a matcher that fails says so in inert words', async () => {
  const failures = targets().flatMap(target => [toCompleteHandshake, toPresentTrustedChain].map(claim => claim(target, asked)))
  for (const failure of await Promise.allSettled(failures)) {
    expect(failure).toMatchObject({ status: 'rejected', reason: { message: expect.stringContaining('Received: ') } })
    if (failure.status === 'rejected') expect(obeyed(failure.reason.message)).toEqual([])
  }
})

describe.each(hostileTexts)('%s', (_, text) => {
  test.each([
    ['the answer of a proxy', (reply: string) => `HTTP/1.1 503 ${oneLine(reply)}\r\n\r\n`],
    ['what is no answer of a proxy', (reply: string) => `${reply}\r\n\r\n`],
  ])('in %s is inert', async (_, replyOf) => {
    await using proxy = await serve(answers(replyOf(text)))
    const report = await gate(['https://target.test'], { ...options, proxy: `http://127.0.0.1:${proxy.port}` })
    expectInert(report)
    expect(report.targets[0]?.handshake.failure?.cause).toBe('proxy-refused')
  })

  test('as a server name is refused or inert', async () => {
    await using server = await serve('healthy')
    try {
      expectInert(await gate([server.url], { ...options, servername: text, ca: [server.ca] }))
    } catch (error) {
      expect(error).toBeInstanceOf(UsageError)
    }
  })
})

test('a name of a host that is none is refused in inert words', async () => {
  for (const [, text] of hostileTexts) {
    // No system takes a null byte in an argument.
    const { code, stdout, stderr } = await tlsgate(['check', '--', text.replaceAll('\0', '')])
    expect({ code, stdout, obeyed: obeyed(stderr) }).toEqual({ code: 3, stdout: '', obeyed: [] })
  }
})
