// A run that tells an API on loopback of a report, reduced to what the log would show.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Limits } from '../../../src/action/github/client.ts'
import type { GithubInputs } from '../../../src/action/github/inputs.ts'
import { tellGithub } from '../../../src/action/github/tell.ts'
import type { Report } from '../../../src/gate.ts'
import type { GithubApi } from '../../support/github-api.ts'

/** No test waits for what a user waits for. */
export const quick: Limits = { tries: 3, requestMs: 5000, totalMs: 20_000, pauseMs: 1 }

export interface Telling {
  readonly event?: string
  readonly payload?: object | string
  readonly inputs?: Partial<GithubInputs>
  readonly env?: Readonly<Record<string, string | undefined>>
  readonly limits?: Limits
  readonly signal?: AbortSignal
  readonly sections?: readonly string[]
}

export const pullRequest = {
  event: 'pull_request',
  payload: {
    pull_request: {
      number: 7,
      head: { sha: 'abcdef0123456789abcdef0123456789abcdef01', repo: { full_name: 'octo/shop' } },
      base: { repo: { full_name: 'octo/shop' } },
    },
  },
} as const

const nothing: GithubInputs = { comment: 'never', commentKey: null, issue: false, deploymentStatus: null, token: null }

/** What was said: 'notice: …'. */
export async function tell(api: GithubApi, report: Report, telling: Telling = {}): Promise<string[]> {
  const { event = 'push', payload = {}, inputs, env, ...options } = telling
  const folder = mkdtempSync(join(tmpdir(), 'tlsgate-event-'))
  const said: string[] = []
  const as = (level: string) => (message: string | Error) => void said.push(`${level}: ${message}`)
  try {
    const file = join(folder, 'event.json')
    writeFileSync(file, typeof payload === 'string' ? payload : JSON.stringify(payload))
    await tellGithub({ info: as('info'), notice: as('notice'), warning: as('warning') }, report, {
      limits: quick,
      ...options,
      inputs: { ...nothing, token: api.token, ...inputs },
      env: {
        GITHUB_API_URL: api.url,
        GITHUB_SERVER_URL: 'https://github.com',
        GITHUB_REPOSITORY: 'octo/shop',
        GITHUB_EVENT_NAME: event,
        GITHUB_EVENT_PATH: file,
        GITHUB_WORKFLOW: 'CI',
        GITHUB_JOB: 'tls',
        GITHUB_RUN_ID: '42',
        GITHUB_RUN_ATTEMPT: '1',
        GITHUB_ACTOR: 'octocat',
        ...env,
      },
    })
    return said
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Loads what is large, so that no test has to do it in its time. */
export async function load(): Promise<void> {
  await import('@actions/github')
}
