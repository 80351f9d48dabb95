// What the runner says of the run: repository, pull request, deployment, commit. From the environment and the file of the event; nothing is asked.
import { readFileSync } from 'node:fs'

export interface RunContext {
  readonly event: string
  /** Null outside a workflow. */
  readonly repository: { readonly owner: string; readonly repo: string } | null
  /** The number of the pull request the run is for. */
  readonly pullRequest: number | null
  readonly deployment: Deployment | null
  /** Why the token of the job can only read, whatever its permissions say. */
  readonly readOnly: 'fork' | 'dependabot' | null
  /** The commit a reader knows: of a pull request its head, where GITHUB_SHA is a merge nobody made. */
  readonly commit: string | null
  /** The page of this run; null when the runner does not say which it is. */
  readonly runUrl: string | null
  readonly workflow: string
  readonly job: string
}

export interface Deployment {
  readonly id: number
  /** The status that started the run, of the event deployment_status. */
  readonly status: { readonly state: string; readonly description: string; readonly environmentUrl: string } | null
}

type Environment = Readonly<Record<string, string | undefined>>

/** @throws Error when the file of the event cannot be read */
export function readContext(env: Environment): RunContext {
  const event = env.GITHUB_EVENT_NAME ?? ''
  const payload = env.GITHUB_EVENT_PATH ? readPayload(env.GITHUB_EVENT_PATH) : null
  const commit = [at(payload, 'pull_request', 'head', 'sha'), at(payload, 'workflow_run', 'head_sha'), at(payload, 'deployment', 'sha')]
  return {
    event,
    repository: repositoryOf(env.GITHUB_REPOSITORY),
    pullRequest: pullRequestOf(payload),
    deployment: deploymentOf(payload),
    readOnly: readOnlyOf(env, event, payload),
    commit: [...commit, env.GITHUB_SHA].filter(isText).find(sha => /^[0-9a-f]{7,64}$/.test(sha)) ?? null,
    runUrl: runUrlOf(env),
    workflow: env.GITHUB_WORKFLOW ?? '',
    job: env.GITHUB_JOB ?? '',
  }
}

function readPayload(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new Error(`the event of this run cannot be read: ${reason}`, { cause: error })
  }
}

/** A member of an object in an object; undefined where there is none. */
function at(value: unknown, ...path: readonly string[]): unknown {
  return path.reduce(
    (inner, name) => (inner !== null && typeof inner === 'object' ? (inner as Record<string, unknown>)[name] : undefined),
    value,
  )
}

function pullRequestOf(payload: unknown): number | null {
  const started = at(payload, 'workflow_run', 'pull_requests')
  // Pull requests of the same branch into another repository are listed as well; for forks the list is empty.
  const here = Array.isArray(started) ? started.find(pull => at(pull, 'base', 'repo', 'id') === at(payload, 'repository', 'id')) : undefined
  const commented = at(payload, 'issue', 'pull_request') === undefined ? undefined : at(payload, 'issue', 'number')
  return [at(payload, 'pull_request', 'number'), commented, at(here, 'number')].find(isId) ?? null
}

function deploymentOf(payload: unknown): Deployment | null {
  const id = at(payload, 'deployment', 'id')
  if (!isId(id)) return null
  const state = at(payload, 'deployment_status', 'state')
  if (!isText(state)) return { id, status: null }
  const [description, environmentUrl] = ['description', 'environment_url'].map(name => at(payload, 'deployment_status', name))
  return {
    id,
    status: { state, description: isText(description) ? description : '', environmentUrl: isText(environmentUrl) ? environmentUrl : '' },
  }
}

/** https://docs.github.com/en/actions/reference/workflows-and-actions/events-that-trigger-workflows: pull_request_target has a token that may write. */
function readOnlyOf(env: Environment, event: string, payload: unknown): RunContext['readOnly'] {
  if (!event.startsWith('pull_request') || event === 'pull_request_target') return null
  if (env.GITHUB_ACTOR === 'dependabot[bot]') return 'dependabot'
  // The head of a fork that is deleted has no repository.
  const [head, base] = (['head', 'base'] as const).map(side => at(payload, 'pull_request', side, 'repo', 'full_name'))
  return isText(base) && head !== base ? 'fork' : null
}

function repositoryOf(name: string | undefined): RunContext['repository'] {
  const [, owner, repo] = /^([\w.-]+)\/([\w.-]+)$/.exec(name ?? '') ?? []
  return owner === undefined || repo === undefined ? null : { owner, repo }
}

function runUrlOf({
  GITHUB_SERVER_URL: server = '',
  GITHUB_REPOSITORY: name,
  GITHUB_RUN_ID: id = '',
  GITHUB_RUN_ATTEMPT: attempt = '',
}: Environment) {
  if (repositoryOf(name) === null || !/^\d+$/.test(id) || !/^https?:\/\/[^\s()<>]+$/.test(server)) return null
  return `${server}/${name}/actions/runs/${id}${/^\d+$/.test(attempt) ? `/attempts/${attempt}` : ''}`
}

const isText = (value: unknown): value is string => typeof value === 'string'
const isId = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) > 0
