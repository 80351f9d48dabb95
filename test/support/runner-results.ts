// What a test runner of this repository makes of a project: its own binary, started beside the installed package, and read back from its JSON.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { type Installed, node } from './installed-package.ts'

export interface Result {
  readonly status: string
  readonly message: string
}

/** By the title of the test. */
export type Results = Readonly<Record<string, Result>>

const commands = {
  vitest: ['vitest/vitest.mjs', 'run', '--reporter=json'],
  jest: ['jest/bin/jest.js', '--json'],
} as const

/**
 * vitest and jest write the same JSON.
 * @throws when no test ran
 */
export async function resultsOf(
  { home }: Pick<Installed, 'home'>,
  runner: keyof typeof commands,
  cwd: string,
  env: Readonly<Record<string, string>> = {},
): Promise<Results> {
  const [binary, ...args] = commands[runner]
  const { stdout, stderr } = await node([join(home, 'node_modules', binary), ...args, '--outputFile=results.json'], cwd, env)
  const { testResults } = JSON.parse(await readFile(join(cwd, 'results.json'), 'utf8')) as {
    testResults: { assertionResults: { title: string; status: string; failureMessages: string[] }[] }[]
  }
  const tests = testResults.flatMap(({ assertionResults }) => assertionResults)
  if (tests.length === 0) throw new Error(`no test ran: ${stdout}${stderr}`)
  return Object.fromEntries(
    tests.map(({ title, status, failureMessages }) => [title, { status, message: stripVTControlCharacters(failureMessages.join('\n')) }]),
  )
}
