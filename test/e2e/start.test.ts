// The Action starts the servers itself: waits for them, shows what they printed when it is red, and leaves none of them behind.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Inputs } from '../../src/action/inputs.ts'
import { withServers } from '../../src/action/start.ts'
import { type Minted, mint } from '../../src/fixtures/mint.ts'
import { serve } from '../../src/fixtures/serve.ts'
import { freePort, programPath } from '../support/real-servers.ts'
import { runStep, type StepOptions } from '../support/runner.ts'

let own: Minted
beforeAll(async () => {
  own = await mint()
})

/** A server that writes its process id, says a word, and listens after a while. */
const serverJs = `
const { createServer } = require('node:https')
const { readFileSync, writeFileSync } = require('node:fs')
const [port, afterMs = '0'] = process.argv.slice(2)
writeFileSync('pid-' + port, String(process.pid))
console.log('listening soon on', port, '\\u001b[31mred\\u001b[0m', '::error::mine')
const server = createServer({ cert: readFileSync('cert.pem'), key: readFileSync('key.pem') })
setTimeout(() => server.listen(Number(port), '127.0.0.1'), Number(afterMs))
`

const stepWith = (inputs: Readonly<Record<string, string>>, rest: StepOptions = {}): StepOptions => ({
  ...rest,
  inputs: { ca: 'ca.pem', ...inputs },
  files: { 'ca.pem': own.root, 'cert.pem': own.chain, 'key.pem': own.key, 'server.js': serverJs, ...rest.files },
})

const node = JSON.stringify(process.execPath)

/** Ended ones that nobody has reaped do not count. */
function isRunning(pid: number): boolean {
  const { stdout } = spawnSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' })
  return stdout.trim() !== '' && !stdout.trim().startsWith('Z')
}
const pidIn = async (workspace: string, file: string): Promise<number> => Number(await readFile(join(workspace, file), 'utf8'))

test('servers that take their time are waited for, checked and ended', async () => {
  const [one, other] = [await freePort(), await freePort()]
  await using step = await runStep(
    stepWith({
      targets: `localhost:${one}\nlocalhost:${other}`,
      // The second is a grandchild, whose parents have gone.
      start: `${node} server.js ${one} 600\n(${node} server.js ${other} 900 &) ; sleep 30`,
    }),
  )
  expect(step).toMatchObject({ exitCode: 0, outputs: { verdict: 'pass', passed: '2' } })
  expect(step.log).not.toContain('listening soon')
  for (const port of [one, other]) expect(isRunning(await pidIn(step.workspace, `pid-${port}`))).toBe(false)
})

test('a target of the configuration is waited for where it says it is reached', async () => {
  const port = await freePort()
  const shop = await mint({ dns: ['shop.test'] })
  await using step = await runStep(
    stepWith(
      { start: `${node} server.js ${port} 300`, 'wait-on-timeout': '20' },
      {
        files: {
          'ca.pem': shop.root,
          'cert.pem': shop.chain,
          'key.pem': shop.key,
          'tlsgate.yml': `survey: none\ntargets: [{ target: shop.test, connect-to: "127.0.0.1:${port}" }]\n`,
        },
      },
    ),
  )
  expect(step).toMatchObject({ exitCode: 0, outputs: { verdict: 'pass', passed: '1' } })
})

test('a server with a wrong certificate has answered: the checks say what is wrong, and its output is shown, inert', async () => {
  const port = await freePort()
  const stranger = await mint()
  await using step = await runStep(
    stepWith({ targets: `localhost:${port}`, start: `${node} server.js ${port}` }, { files: { 'ca.pem': stranger.root } }),
  )
  expect(step).toMatchObject({ exitCode: 1, outputs: { verdict: 'fail' } })
  expect(step.annotations.map(({ properties: { title } }) => title)).toContain(`certificate-chain-incomplete: https://localhost:${port}`)
  expect(step.annotations.map(({ message }) => message)).not.toContain('mine')
  expect(step.commands.filter(({ name }) => name === 'group').at(-1)?.message).toContain(`Output of ${node} server.js ${port}`)
  expect(step.log).toContain(`listening soon on ${port} \\x1b[31mred\\x1b[0m`)
})

describe('a server that dies while it is waited for fails the step at once, with its output', () => {
  test.each([
    ['with an error', `echo "no such directive"; exit 3`, 'it ended with exit code 3'],
    ['as if all were well', 'echo done', 'it ended with exit code 0'],
    ['by a signal', 'echo hurt; kill -9 $$', 'it was ended by SIGKILL'],
    ['because it is not there', 'no-such-server-anywhere', 'it ended with exit code 127'],
  ])('%s', async (_, start, end) => {
    // Waiting for all that time would take longer than a test may.
    await using step = await runStep(stepWith({ targets: `localhost:${await freePort()}`, start, 'wait-on-timeout': '300' }))
    expect(step).toMatchObject({ exitCode: 1, outputs: { verdict: 'inconclusive' } })
    expect(step.annotations.map(({ message }) => message)).toEqual([
      `the server started by ${JSON.stringify(start)} is gone before it answered TLS: ${end}\nlook at its output in the log; start has to keep it running, or leave a daemon behind`,
    ])
    expect(step.commands.find(({ name }) => name === 'group')?.message).toBe(`Output of ${start}: ${end}`)
  })
})

test('a server that answers before anything is started is not checked in the place of the started one', async () => {
  await using other = await serve('healthy')
  await using step = await runStep(stepWith({ targets: `localhost:${other.port}`, start: 'touch started; sleep 30' }))
  expect(step).toMatchObject({ exitCode: 1, outputs: { verdict: 'inconclusive' } })
  expect(step.annotations.map(({ message }) => message)).toEqual([
    `something answers at https://localhost:${other.port} before start has begun\nstop it, or take another port; wait-on has to name only what start starts`,
  ])
  expect(existsSync(join(step.workspace, 'started'))).toBe(false)
})

test('checks that passed count only when the server that was started is still there', async () => {
  const workspace = mkdtempSync(join(tmpdir(), 'tlsgate-start-'))
  const inputs = { start: ['echo $$ > pid; exit 3'], waitOn: [], waitOnTimeoutMs: 1000, directory: workspace, options: {} }
  const log = { startGroup: () => {}, endGroup: () => {}, info: () => {} }
  const work = async () => {
    const pid = join(workspace, 'pid')
    const isThere = async (): Promise<boolean> => !existsSync(pid) || spawnSync('ps', ['-p', await readFile(pid, 'utf8')]).status === 0
    while (await isThere()) await new Promise(resolve => setTimeout(resolve, 50))
    return { result: null, isWell: true }
  }
  const done = withServers(inputs as unknown as Inputs, { log, env: process.env, signal: new AbortController().signal }, work)
  await expect(done).rejects.toThrow(/^the server started by "echo .+" is gone before the checks were done: it ended with exit code 3$/)
  rmSync(workspace, { recursive: true })
})

test('a server that never answers TLS fails the step when the time is up', async () => {
  const port = await freePort()
  const plain = `${node} -e "require('node:net').createServer(s => s.end('hello')).listen(${port}, '127.0.0.1')"`
  await using step = await runStep(stepWith({ targets: `localhost:${port}`, start: plain, 'wait-on-timeout': '1.5' }))
  expect(step).toMatchObject({ exitCode: 1, outputs: { verdict: 'inconclusive' } })
  expect(step.annotations[0]?.message).toMatch(
    new RegExp(`^https://localhost:${port} did not answer TLS within 1.5 s: .+\\ncheck the command of start and the address of wait-on`),
  )
})

test('without start, wait-on waits for a server that somebody else starts', async () => {
  const port = await freePort()
  await using step = await runStep(stepWith({ targets: `localhost:${port}`, 'wait-on': `localhost:${port}`, 'wait-on-timeout': '1' }))
  expect(step.annotations[0]?.message).toMatch(/did not answer TLS within 1 s: .+\ncheck what starts the server and the address of wait-on/)
})

test('what it starts does not see the inputs, the tokens and the files of the step', async () => {
  const port = await freePort()
  await using step = await runStep(
    stepWith(
      { targets: `localhost:${port}`, start: `env > seen; exec ${node} server.js ${port}` },
      { env: { ACTIONS_RUNTIME_TOKEN: 'hidden', GITHUB_TOKEN: 'hidden', ORDINARY: 'shown' } },
    ),
  )
  expect(step.exitCode).toBe(0)
  const seen = await readFile(join(step.workspace, 'seen'), 'utf8')
  expect(seen).toContain('ORDINARY=shown')
  expect(seen).not.toMatch(/hidden|^INPUT_|^GITHUB_OUTPUT|^GITHUB_STEP_SUMMARY/m)
})

test.each(['SIGINT', 'SIGTERM'] as const)('%s ends the waiting, and the servers with it', async signal => {
  const port = await freePort()
  await using step = await runStep(
    stepWith(
      { targets: `localhost:${port}`, start: `${node} server.js ${port} 60000`, timeout: '5' },
      {
        meanwhile: async child => {
          await new Promise(resolve => setTimeout(resolve, 2000))
          child.kill(signal)
        },
      },
    ),
  )
  expect(step).toMatchObject({ exitCode: 1, outputs: { verdict: 'inconclusive' } })
  expect(isRunning(await pidIn(step.workspace, `pid-${port}`))).toBe(false)
})

test('a target to wait on that is none is refused before anything is started', async () => {
  await using step = await runStep(stepWith({ targets: 'localhost:1', start: 'touch started', 'wait-on': 'http://localhost' }))
  expect(step.exitCode).toBe(1)
  expect(existsSync(join(step.workspace, 'started'))).toBe(false)
})

const nginx = programPath('nginx')
test.skipIf(nginx === null)(`a daemon is ended as well: nginx${nginx === null ? ' (skipped: no nginx)' : ''}`, async () => {
  const port = await freePort()
  const conf = `pid nginx.pid; error_log stderr; events {} http { access_log off; server {
    listen 127.0.0.1:${port} ssl; ssl_certificate cert.pem; ssl_certificate_key key.pem; ssl_protocols TLSv1.2 TLSv1.3; ssl_ciphers ECDHE+AESGCM; ssl_session_tickets off; } }`
  await using step = await runStep(
    stepWith(
      { targets: `localhost:${port}`, start: `${nginx} -p "$PWD/" -c nginx.conf; cp nginx.pid kept.pid || sleep 1; cp nginx.pid kept.pid` },
      { files: { 'nginx.conf': conf } },
    ),
  )
  expect(step).toMatchObject({ exitCode: 0, outputs: { verdict: 'pass' } })
  expect(isRunning(await pidIn(step.workspace, 'kept.pid'))).toBe(false)
})
