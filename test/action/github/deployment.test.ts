// The status of a deployment, against an API that is held to GitHub's own description of it.
import { beforeAll, describe, expect, test } from 'vitest'
import { connect } from '../../../src/action/github/client.ts'
import { writeDeploymentStatus } from '../../../src/action/github/deployment.ts'
import { githubApi } from '../../support/github-api.ts'
import { expired, healthy, several, silent } from '../../support/sample-reports.ts'
import { load, type Telling, tell } from './telling.ts'

beforeAll(load, 60_000)

const deployed: Telling = { event: 'deployment', payload: { deployment: { id: 5, sha: 'abcdef0' } } }
const post = 'POST /repos/octo/shop/deployments/5/statuses'

test.each([
  ['success', healthy, 'tlsgate: 1 target passed'],
  ['failure', expired, 'tlsgate: 1 target failed; 1 check waived'],
  ['failure', several, 'tlsgate: 2 of 4 targets failed, 1 inconclusive, 1 passed; 1 check waived'],
  ['error', silent, 'tlsgate: 1 target inconclusive'],
])('is %s, with a link to the run', async (state, report, description) => {
  await using api = await githubApi()
  expect(await tell(api, report, deployed)).toEqual([`info: deployment status written: ${state}`])
  expect(api.statuses).toEqual([{ state, description, log_url: 'https://github.com/octo/shop/actions/runs/42/attempts/1' }])
  expect(api.requests).toEqual([post])
})

test('a status that started the run keeps the address of its environment', async () => {
  await using api = await githubApi()
  const deployment_status = { state: 'success', description: '', environment_url: 'https://shop.example' }
  await tell(api, expired, { event: 'deployment_status', payload: { deployment: { id: 5 }, deployment_status } })
  expect(api.statuses).toMatchObject([{ state: 'failure', environment_url: 'https://shop.example' }])
})

describe('nothing is written', () => {
  const status = (state: string, description = ''): object => ({ deployment: { id: 5 }, deployment_status: { state, description } })
  test.each<[name: string, telling: Telling, said: string[]]>([
    [
      'about our own status, which would go on for ever',
      { event: 'deployment_status', payload: status('success', 'tlsgate: 1 target passed') },
      ['notice: no deployment status is written: its status is of tlsgate already'],
    ],
    [
      'about a deployment that goes on',
      { event: 'deployment_status', payload: status('in_progress') },
      ['notice: no deployment status is written: its status is in_progress'],
    ],
    ['when it is not wanted', { ...deployed, inputs: { deploymentStatus: false } }, []],
    ['in another event', {}, []],
    [
      'in another event, wanted or not',
      { inputs: { deploymentStatus: true } },
      ['notice: no deployment status is written: the event push names no deployment'],
    ],
  ])('%s', async (_, telling, said) => {
    await using api = await githubApi()
    expect(await tell(api, expired, telling)).toEqual(said)
    expect(api.requests).toEqual([])
  })
})

test('a job without the permission is a notice', async () => {
  await using api = await githubApi({ permissions: 'read' })
  expect(await tell(api, expired, deployed)).toEqual([
    'notice: no deployment status is written: GitHub answered 403: Resource not accessible by integration; the job needs the permission deployments: write',
  ])
})

test('a description is never longer than GitHub takes', async () => {
  await using api = await githubApi()
  const client = await connect({ token: api.token, apiUrl: api.url })
  const status = { verdict: 'fail', sentence: 'x'.repeat(300), runUrl: null } as const
  await writeDeploymentStatus(client, { owner: 'octo', repo: 'shop' }, { id: 5, status: null }, status)
  expect(api.statuses).toEqual([{ state: 'failure', description: `tlsgate: ${'x'.repeat(130)}…` }])
})

test('a comment and a status are written in one run, and one that may not be does not stop the other', async () => {
  await using api = await githubApi({
    faults: [{ on: 'GET /repos/{owner}/{repo}/issues/{issue_number}/comments', answer: { status: 404 } }],
  })
  const payload = { deployment: { id: 5 }, pull_request: { number: 7 } }
  expect(await tell(api, healthy, { event: 'deployment', payload, inputs: { comment: 'always' } })).toEqual([
    'notice: no comment is written: GitHub answered 404: Server Error; the job needs the permission pull-requests: write',
    'info: deployment status written: success',
  ])
})
