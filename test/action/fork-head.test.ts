import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { refuseForkHead } from '../../src/action/fork-head.ts'

const folder = mkdtempSync(join(tmpdir(), 'tlsgate-event-'))
afterAll(() => rmSync(folder, { recursive: true }))

function environment(event: string, payload: unknown): NodeJS.ProcessEnv {
  const path = join(folder, 'event.json')
  writeFileSync(path, typeof payload === 'string' ? payload : JSON.stringify(payload))
  return { GITHUB_EVENT_NAME: event, GITHUB_EVENT_PATH: path }
}

const repository = { full_name: 'owner/shop' }
const pull = (repo: unknown): unknown => ({ repository, pull_request: { head: { repo } } })
const run = (head_repository: unknown): unknown => ({ repository, workflow_run: { head_repository } })

test.each([
  ['a pull request of a fork, without rights', 'pull_request', pull({ full_name: 'stranger/shop' })],
  ['a push', 'push', { repository }],
  ['pull_request_target of a branch of the repository', 'pull_request_target', pull(repository)],
  ['workflow_run after a run of the repository', 'workflow_run', run(repository)],
])('start is allowed: %s', (_, event, payload) => {
  expect(() => refuseForkHead(environment(event, payload))).not.toThrow()
})

test.each([
  ['pull_request_target of a fork', 'pull_request_target', pull({ full_name: 'stranger/shop' }), /is of a fork/],
  ['workflow_run after a run of a fork', 'workflow_run', run({ full_name: 'stranger/shop' }), /is of a fork/],
  ['pull_request_target of a fork that is gone', 'pull_request_target', pull(null), /of nobody who can be told/],
  ['a payload that says nothing', 'workflow_run', {}, /of nobody who can be told/],
  ['two names that are missing', 'workflow_run', { workflow_run: {} }, /of nobody who can be told/],
  ['a payload that is cut', 'pull_request_target', '{"repository":', /of nobody who can be told/],
  ['a payload that is null', 'pull_request_target', null, /of nobody who can be told/],
])('start is refused: %s', (_, event, payload, message) => {
  expect(() => refuseForkHead(environment(event, payload))).toThrow(message)
})
