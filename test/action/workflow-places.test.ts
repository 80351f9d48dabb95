import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { workflowPath, workflowPlaces } from '../../src/action/workflow-places.ts'

const workspace = mkdtempSync(join(tmpdir(), 'tlsgate-places-'))
mkdirSync(join(workspace, '.github/workflows'), { recursive: true })
afterAll(() => rmSync(workspace, { recursive: true }))

const env = {
  GITHUB_WORKFLOW_REF: 'octo/site/.github/workflows/tls.yml@refs/heads/main',
  GITHUB_REPOSITORY: 'octo/site',
  GITHUB_ACTION_REPOSITORY: 'octo/tlsgate',
}

const step = (uses: string, targets: string): string => `      - uses: ${uses}\n        with:\n${targets}`
const listed = '          targets: |\n            a.example # the shop\n            b.example:8443\n'
const workflow = (...steps: string[]): string => `on: push\njobs:\n  tls:\n    runs-on: ubuntu-latest\n    steps:\n${steps.join('')}`

interface Case {
  readonly text: string | Buffer | null
  readonly targets?: readonly string[]
  readonly changes?: Readonly<Record<string, string | undefined>>
}

/** The places as 'line:column'. */
async function placesOf({ text, targets = ['a.example'], changes = {} }: Case): Promise<(string | null)[]> {
  const path = join(workspace, '.github/workflows/tls.yml')
  rmSync(path, { recursive: true, force: true })
  if (text !== null) writeFileSync(path, text)
  const places = await workflowPlaces({ ...env, ...changes }, workspace, targets)
  for (const place of places) if (place) expect(place.file).toBe('.github/workflows/tls.yml')
  return places.map(place => place && `${place.line}:${place.column}`)
}

const ours = step('octo/tlsgate@v1', listed)

describe('a target of the input stands', () => {
  test.each<[name: string, options: Case, expected: (string | null)[]]>([
    ['on its line', { text: workflow(ours), targets: ['a.example', 'b.example:8443'] }, ['9:13', '10:13']],
    ['on its line of a file with line ends of Windows', { text: workflow(ours).replaceAll('\n', '\r\n') }, ['9:13']],
    ['behind the name of the input', { text: workflow(step('octo/tlsgate@v1', '          targets: a.example\n')) }, ['8:20']],
    ['in quotes', { text: workflow(step('octo/tlsgate@v1', '          targets: "a.example"\n')) }, ['8:21']],
    ['where it is a word of its own only', { text: workflow('      - run: curl https://a.example/\n', ours) }, ['10:13']],
    ['not in a comment', { text: `# checks a.example\n${workflow(ours)}` }, ['10:13']],
    ['at the input, where its name is made', { text: workflow(ours), targets: ['c.example'] }, ['8:11']],
    ['at the input, where it stands elsewhere too', { text: workflow('      - run: ping a.example\n', ours) }, ['9:11']],
    ['at the input of this action, and no other', { text: workflow(step('octo/other@v1', listed), ours) }, ['13:11']],
    [
      'at the input of a local action',
      { text: workflow(step('./', listed)), targets: ['c.example'], changes: { GITHUB_ACTION_REPOSITORY: '' } },
      ['8:11'],
    ],
    ['nowhere, when two steps use the action', { text: workflow(ours, ours) }, [null]],
    ['nowhere, when no step has the input', { text: workflow(step('octo/tlsgate@v1', '          timeout: 5\n')) }, [null]],
  ])('%s', async (_, options, expected) => {
    expect(await placesOf(options)).toEqual(expected)
  })
})

describe('nothing is known, and nothing thrown, of', () => {
  test.each<[name: string, options: Case]>([
    ['a repository that is not checked out', { text: null }],
    ['a run without a workflow', { text: workflow(ours), changes: { GITHUB_WORKFLOW_REF: undefined } }],
    ['a workflow of another repository', { text: workflow(ours), changes: { GITHUB_REPOSITORY: 'octo/other' } }],
    [
      'a path that leads elsewhere',
      { text: workflow(ours), changes: { GITHUB_WORKFLOW_REF: 'octo/site/.github/workflows/../workflows/tls.yml@main' } },
    ],
    ['a workflow that is no YAML', { text: 'jobs: [', targets: ['c.example'] }],
    ['a workflow of another shape', { text: '- jobs\n', targets: ['c.example'] }],
    ['a workflow that is built to exhaust its reader', { text: '['.repeat(50_000), targets: ['c.example'] }],
    ['a workflow of bytes', { text: Buffer.from([0xff, 0xfe, 0x00]), targets: ['c.example'] }],
    ['a workflow of 2 MB', { text: `# ${'x'.repeat(2e6)}\n${workflow(ours)}` }],
  ])('%s', async (_, options) => {
    expect(await placesOf(options)).toEqual([null])
  })

  test('a directory in the place of the workflow', async () => {
    const path = join(workspace, '.github/workflows/tls.yml')
    rmSync(path, { force: true })
    mkdirSync(path)
    expect(await workflowPlaces(env, workspace, ['a.example'])).toEqual([null])
  })
})

describe('the path of the workflow', () => {
  test.each<[name: string, ref: string | undefined, repository: string | undefined, path: string | null]>([
    ['of a branch', 'me/site/.github/workflows/tls.yml@refs/heads/main', 'me/site', '.github/workflows/tls.yml'],
    ['of a branch with an at sign', 'me/site/.github/workflows/tls.yml@refs/heads/a@b', 'me/site', '.github/workflows/tls.yml'],
    ['of another repository', 'you/shared/.github/workflows/tls.yml@v1', 'me/site', null],
    ['that leads elsewhere', 'me/site/.github/workflows/../../x.yml@v1', 'me/site', null],
    ['that nobody says', undefined, 'me/site', null],
    ['of an unknown repository', 'me/site/.github/workflows/tls.yml@v1', undefined, null],
  ])('%s', (_, ref, repository, path) => {
    expect(workflowPath({ GITHUB_WORKFLOW_REF: ref, GITHUB_REPOSITORY: repository })).toBe(path)
  })
})
