import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { withWorkflowLines, workflowPath } from '../../src/action/workflow-file.ts'
import type { Report } from '../../src/gate.ts'
import { healthy } from '../support/sample-reports.ts'

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

describe('the line of a target', () => {
  const workflow = `on: push
jobs:
  tls:
    steps:
      # example.test is the old one
      - uses: tlsgate/tlsgate@v1
        with:
          targets: |
            www.example.test
            Example.Test:8443
            example.test.org
            smtp://example.test
            [2001:db8::1]:443
`
  let workspace: string
  beforeAll(async () => {
    workspace = await mkdtemp(join(tmpdir(), 'tlsgate-workflow-'))
    await mkdir(join(workspace, '.github/workflows'), { recursive: true })
    await writeFile(join(workspace, '.github/workflows/tls.yml'), workflow)
  })
  afterAll(() => rm(workspace, { recursive: true }))

  const env = (ref = 'tls.yml') => ({
    GITHUB_WORKFLOW_REF: `me/site/.github/workflows/${ref}@refs/heads/main`,
    GITHUB_REPOSITORY: 'me/site',
    GITHUB_WORKSPACE: workspace,
  })

  const reportOn = (host: string, port: number, location: { file: string; line: number; column: number } | null = null): Report => ({
    ...healthy,
    targets: healthy.targets.map(each => ({ ...each, target: { ...each.target, host, port, location } })),
  })
  const placeIn = (report: Report, ref?: string) => withWorkflowLines(report, env(ref)).targets[0]?.target.location

  test.each<[host: string, port: number, line: number | null, column?: number]>([
    ['www.example.test', 443, 9, 13],
    ['example.test', 8443, 10, 13],
    ['example.test', 25, 12, 20],
    ['2001:db8::1', 443, 13, 13],
    ['xample.test', 443, null],
    ['elsewhere.test', 443, null],
  ])('%s, port %i: %s', (host, port, line, column) => {
    expect(placeIn(reportOn(host, port))).toEqual(line === null ? null : { file: '.github/workflows/tls.yml', line, column })
  })

  test('is none where the workflow is not checked out', () => {
    expect(placeIn(reportOn('example.test', 8443), 'other.yml')).toBeNull()
  })

  test('of another file stays', () => {
    const location = { file: 'tlsgate.yml', line: 2, column: 5 }
    expect(placeIn(reportOn('example.test', 8443, location))).toEqual(location)
  })
})
