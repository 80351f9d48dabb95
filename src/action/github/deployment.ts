// The status of a deployment: what the verdict is called there. GitHub shows the newest one.
import type { Verdict } from '../../judge/check.ts'
import type { Attempt, Client } from './client.ts'
import type { Deployment } from './context.ts'

const states = { pass: 'success', fail: 'failure', inconclusive: 'error' } as const

/** GitHub refuses a longer one. */
const longestDescription = 140

/** By which a status is known to be ours: one of ours has to start no further one, or the two would go on for ever. */
const signature = 'tlsgate: '

export interface DeploymentStatus {
  readonly verdict: Verdict
  /** One sentence. */
  readonly sentence: string
  readonly runUrl: string | null
}

/** Why there is nothing to conclude about a deployment; null when there is. */
export function notOurs({ status }: Deployment): string | null {
  if (status === null || (status.state === 'success' && !status.description.startsWith(signature))) return null
  return status.state === 'success' ? 'its status is of tlsgate already' : `its status is ${status.state}`
}

export function writeDeploymentStatus(
  client: Client,
  repository: { readonly owner: string; readonly repo: string },
  { id, status }: Deployment,
  { verdict, sentence, runUrl }: DeploymentStatus,
): Promise<Attempt<string>> {
  const text = signature + sentence
  return client.attempt(async () => {
    const { data } = await client.rest.repos.createDeploymentStatus({
      ...repository,
      deployment_id: id,
      state: states[verdict],
      description: text.length > longestDescription ? `${text.slice(0, longestDescription - 1)}…` : text,
      ...(runUrl === null ? {} : { log_url: runUrl }),
      // A status without it takes the link to the environment away.
      ...(status?.environmentUrl ? { environment_url: status.environmentUrl } : {}),
    })
    return data.state
  })
}
