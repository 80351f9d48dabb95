// Every matcher in every form that a runner has for one, as users write it: a row a matcher, and one generated test file for each runner.
import { beforeAll, describe, expect, test } from 'vitest'
import { type MatcherName, matcherNames } from '../../src/matchers/matcher-names.ts'
import { installed } from '../support/installed-package.ts'
import { type Results, resultsOf } from '../support/runner-results.ts'

/** How a matcher is called, and the servers of which it holds and does not: faults of the catalogue, and 'old'. */
interface Row {
  readonly args: readonly unknown[]
  readonly holds: string
  readonly fails: string
}

const rows: Readonly<Record<MatcherName, Row>> = {
  toAcceptCipher: { args: ['TLS_AES_128_GCM_SHA256'], holds: 'healthy', fails: 'old' },
  toAcceptGroup: { args: ['X25519MLKEM768'], holds: 'healthy', fails: 'old' },
  toAcceptProtocol: { args: ['TLSv1.3'], holds: 'healthy', fails: 'old' },
  toCompleteHandshake: { args: [], holds: 'healthy', fails: 'expired' },
  toCoverHostname: { args: ['localhost'], holds: 'healthy', fails: 'wrong-host' },
  toFailHandshakeWith: { args: ['certificate-expired'], holds: 'expired', fails: 'healthy' },
  toMeetPolicy: { args: ['default'], holds: 'healthy', fails: 'old' },
  toNegotiate: { args: [{ protocol: 'TLSv1.3' }], holds: 'healthy', fails: 'old' },
  toPresentTrustedChain: { args: [], holds: 'healthy', fails: 'self-signed' },
  toRefuseCipher: { args: ['TLS_AES_128_GCM_SHA256'], holds: 'old', fails: 'healthy' },
  toRefuseProtocol: { args: ['TLSv1.3'], holds: 'old', fails: 'healthy' },
  toRequireClientCertificate: { args: [], holds: 'client-certificate-required', fails: 'healthy' },
  toStapleOcsp: { args: [], holds: 'stapled-good', fails: 'healthy' },
  toStayValidFor: { args: ['1d'], holds: 'healthy', fails: 'expired' },
}

// The same for both runners but for its first lines. What a title says after the matcher's name is what has to come out.
const common = `
const rows = ${JSON.stringify(rows)}

const ready = (async () => {
  const { chain, key, root } = await mint()
  const tls = { cert: chain, key, minVersion: 'TLSv1', maxVersion: 'TLSv1.2', ciphers: 'DEFAULT:@SECLEVEL=0', ecdhCurve: 'P-256' }
  const names = new Set(Object.values(rows).flatMap(({ holds, fails }) => [holds, fails]))
  const made = [...names].map(async name => {
    const server = await serve(name === 'old' ? { tls, ca: root } : name)
    const { target, servername, ca } = server
    // Only of these two is anything asked that a handshake does not show.
    const survey = name === 'old' || name === 'healthy' ? 'full' : 'none'
    return [name, { server, report: await gate([target], { servername, ca, survey }) }]
  })
  return Object.fromEntries(await Promise.all(made))
})()
afterAll(async () => {
  for (const { server } of Object.values(await ready)) await server.close()
})

// One after the other, so that those of all matchers run at the same time.
const concurrent = []

for (const [name, { args, holds, fails }] of Object.entries(rows)) {
  const call = assertion => assertion[name](...args)
  // A busy machine gets the time it needs.
  const ask = assertion => assertion[name](...args, { timeoutMs: 30_000 })
  const testOf = body => async ({ expect: own = expect } = {}) => {
    const { [holds]: good, [fails]: bad } = await ready
    await body({ expect: own, good: good.server, bad: bad.server, held: good.report, failed: bad.report })
  }
  const form = (title, body) => test(name + ': ' + title, testOf(body))
  const concurrentForm = (title, body) => concurrent.push([name + ': ' + title, testOf(body)])

  form('passes on a server', async ({ good, bad }) => {
    await ask(expect(good))
    await ask(expect(bad).not)
  })
  form('passes on a promise of a server', async ({ good, bad }) => {
    await ask(expect(Promise.resolve(good)).resolves)
    await ask(expect(Promise.resolve(bad)).resolves.not)
  })
  form('passes on a report, at once', ({ held, failed }) => {
    call(expect(held))
    call(expect(failed).not)
  })
  form('passes on a promise of a report', async ({ held, failed }) => {
    await call(expect(Promise.resolve(held)).resolves)
    await call(expect(Promise.resolve(failed)).resolves.not)
  })
  form('passes inside toEqual', ({ held, failed }) => {
    expect({ held, failed }).toEqual({ held: call(expect), failed: call(expect.not) })
    expect({ failed }).not.toEqual({ failed: call(expect) })
    expect({ held }).not.toEqual({ held: call(expect.not) })
  })
  form('fails on a server', ({ bad }) => ask(expect(bad)))
  form('fails on a server by .not', ({ good }) => ask(expect(good).not))
  form('fails on a promise of a server', ({ bad }) => ask(expect(Promise.resolve(bad)).resolves))
  form('fails on a promise of a server by .not', ({ good }) => ask(expect(Promise.resolve(good)).resolves.not))
  form('fails on a report', ({ failed }) => { call(expect(failed)) })
  form('fails on a report by .not', ({ held }) => { call(expect(held).not) })
  form('fails on a promise of a report', ({ failed }) => call(expect(Promise.resolve(failed)).resolves))
  form('fails inside toEqual', ({ failed }) => { expect({ failed }).toEqual({ failed: call(expect) }) })
  form('fails inside toEqual by .not', ({ held }) => { expect({ held }).toEqual({ held: call(expect.not) }) })
  form('fails inside toEqual on a server', ({ good }) => { expect({ good }).toEqual({ good: call(expect) }) })
  form('fails inside toEqual on a server by .not', ({ bad }) => { expect({ bad }).toEqual({ bad: call(expect.not) }) })

  concurrentForm('passes concurrently', async ({ expect, good, bad }) => {
    const pending = ask(expect(good))
    await ask(expect(bad).not)
    await Promise.all([pending, ask(expect(good)), ask(expect(bad).not)])
  })
  concurrentForm('fails concurrently', ({ expect, bad }) => ask(expect(bad)))
  concurrentForm('fails concurrently by .not', ({ expect, good }) => ask(expect(good).not))
`

// What vitest has and jest has not.
const vitestOnly = `
  form('passes softly', async ({ good, bad, held, failed }) => {
    await ask(expect.soft(good))
    await ask(expect.soft(bad).not)
    await ask(expect.soft(Promise.resolve(good)).resolves)
    call(expect.soft(held))
    call(expect.soft(failed).not)
  })
  concurrentForm('passes softly and concurrently', async ({ expect, good, bad }) => {
    await Promise.all([ask(expect.soft(good)), ask(expect.soft(bad).not)])
  })
  form('fails softly, and goes on to the next', async ({ good, bad }) => {
    await ask(expect.soft(bad))
    await ask(expect.soft(good).not)
  })
  form('fails softly on a report, and goes on to the next', ({ held, failed }) => {
    call(expect.soft(failed))
    call(expect.soft(held).not)
  })
  form('fails softly on a promise', ({ bad }) => ask(expect.soft(Promise.resolve(bad)).resolves))
  concurrentForm('fails softly and concurrently', ({ expect, bad }) => ask(expect.soft(bad)))
  form('fails softly, forgotten', ({ good }) => { ask(expect.soft(good)) })
  form('fails with words of the test', ({ bad }) => ask(expect(bad, 'in words of the test')))
  form('fails softly with words of the test', ({ bad }) => ask(expect.soft(bad, 'in words of the test')))
  form('fails on a report with words of the test', ({ failed }) => { call(expect(failed, 'in words of the test')) })

  const patient = { timeout: 30_000, interval: 1 }
  form('passes polled, as soon as the server does', async ({ good, bad, held, failed }) => {
    const inTurn = (...received) => () => received.length > 1 ? received.shift() : received[0]
    await ask(expect.poll(inTurn(bad, good), patient))
    await ask(expect.poll(inTurn(good, bad), patient).not)
    await ask(expect.poll(async () => good, patient))
    await call(expect.poll(inTurn(failed, held), patient))
  })
  // One try, for which there is time enough: the next would begin when it is over.
  const once = { timeout: 5000, interval: 5000, message: 'in words of the test' }
  concurrentForm('fails polled with words of the test', ({ expect, bad }) => call(expect.poll(() => bad, once)))
`

const end = `
}
for (const [title, body] of concurrent) test.concurrent(title, body)
`

const runners = {
  vitest: {
    'package.json': '{ "type": "module" }',
    'vitest.config.js': 'export default { test: { maxConcurrency: 100, testTimeout: 60_000 } }',
    'forms.test.js': `import { afterAll, expect, test } from 'vitest'
import { gate } from 'tlsgate'
import { mint, serve } from 'tlsgate/fixtures'
import 'tlsgate/vitest'
${common}${vitestOnly}${end}`,
  },
  jest: {
    'package.json': '{}',
    // When the servers cannot all be started, some stay open.
    'jest.config.js': "module.exports = { setupFilesAfterEnv: ['tlsgate/jest'], testTimeout: 60_000, forceExit: true }",
    'forms.test.js': `const { gate } = require('tlsgate')
const { mint, serve } = require('tlsgate/fixtures')
${common}${end}`,
  },
} as const

/** What a failure says, from the first line on: how it was written, what was expected and what was received. */
function failure(name: MatcherName, form: string, words = ''): string {
  return `${words}expect\\(target\\)\\.${form}${name}\\(.*\\)\n\nExpected: .+\nReceived: (?!could not)`
}

/** By the title of the form. */
const messages: Readonly<Record<string, (name: MatcherName) => string>> = {
  'fails on a server': name => failure(name, ''),
  'fails on a server by .not': name => failure(name, 'not\\.'),
  'fails on a promise of a server': name => failure(name, 'resolves\\.'),
  'fails on a promise of a server by .not': name => failure(name, 'resolves\\.not\\.'),
  'fails on a report': name => failure(name, ''),
  'fails on a report by .not': name => failure(name, 'not\\.'),
  'fails on a promise of a report': name => failure(name, 'resolves\\.'),
  // The runner's own words: a value that does not match is not asked why.
  'fails inside toEqual': () => 'deep(?:ly)? equal',
  'fails inside toEqual by .not': () => 'deep(?:ly)? equal',
  'fails inside toEqual on a server': name => `${name} cannot .*\nwrite: await expect\\(…\\)\\.${name}\\(…\\)`,
  'fails inside toEqual on a server by .not': name => `${name} cannot .*\nwrite: await expect\\(…\\)\\.not\\.${name}\\(…\\)`,
  'fails concurrently': name => failure(name, ''),
  'fails concurrently by .not': name => failure(name, 'not\\.'),
  'fails softly, and goes on to the next': name => `${failure(name, '')}[^]+${failure(name, 'not\\.')}`,
  'fails softly on a report, and goes on to the next': name => `${failure(name, '')}[^]+${failure(name, 'not\\.')}`,
  'fails softly on a promise': name => failure(name, 'resolves\\.'),
  'fails softly and concurrently': name => failure(name, ''),
  'fails softly, forgotten': name => `${name} was not awaited`,
  'fails with words of the test': name => failure(name, '', 'in words of the test: '),
  'fails softly with words of the test': name => failure(name, '', 'in words of the test: '),
  'fails on a report with words of the test': name => failure(name, '', 'in words of the test: '),
  'fails polled with words of the test': name => failure(name, '', 'in words of the test: '),
}

const outcomes = new Map<string, Results>()
beforeAll(async () => {
  await using place = await installed(['vitest', 'jest', '@jest'])
  const run = async (runner: keyof typeof runners): Promise<void> => {
    outcomes.set(runner, await resultsOf(place, runner, await place.project(`forms-${runner}`, runners[runner])))
  }
  // Much of the time is spent waiting, for polls above all.
  await Promise.all([run('vitest'), run('jest')])
})

test('every matcher has a row', () => {
  expect(Object.keys(rows).sort()).toEqual([...matcherNames].sort())
})

describe.each(['vitest', 'jest'] as const)('%s', runner => {
  test.each(matcherNames)('%s passes and fails as it should in every form, with its message', name => {
    const forms = Object.entries(outcomes.get(runner) ?? {}).flatMap(([title, result]) => {
      const [matcher, form = ''] = title.split(': ')
      return matcher === name ? [{ form, ...result }] : []
    })
    const written = [...runners[runner]['forms.test.js'].matchAll(/^ {2}(?:form|concurrentForm)\('(.+?)'/gm)].map(([, form]) => form)
    expect(forms.map(({ form }) => form).sort()).toEqual(written.sort())
    for (const { form, status, message } of forms) {
      expect(`${form}: ${status} ${message}`).toMatch(new RegExp(`^${form}: ${form.startsWith('passes') ? 'passed' : 'failed'}`))
      if (status === 'failed') expect(message, form).toMatch(new RegExp(messages[form]?.(name) ?? 'a form without a message'))
    }
  })
})
