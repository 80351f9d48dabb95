// The inputs for what is written on GitHub: the comment, the issue, the deployment status. Reads them; whether there is a place to write is context.ts's.
import { choice, flag, type RawSettings, text } from '../../settings/values.ts'
import { UsageError } from '../../usage-error.ts'

export interface GithubInputs {
  readonly comment: 'always' | 'on-failure' | 'never'
  /** Null for that of the workflow and the job. */
  readonly commentKey: string | null
  readonly issue: boolean
  /** Null for 'where the run is for a deployment'. */
  readonly deploymentStatus: boolean | null
  /** Null when the workflow gives an empty one. */
  readonly token: string | null
}

/** Reads one input, or says what holds in its place. */
type Attempt = <T>(read: () => T, otherwise: T) => T

/** @throws UsageError at the first that is wrong */
export const readGithubInputs = (own: RawSettings): GithubInputs => readWith(own, read => read())

/** Of the inputs those that can be read: one that is wrong counts as not given, and silences none of the others. */
export const readableGithubInputs = (own: RawSettings): GithubInputs =>
  readWith(own, (read, otherwise) => {
    try {
      return read()
    } catch (error) {
      if (!(error instanceof UsageError)) throw error
      return otherwise
    }
  })

function readWith(own: RawSettings, attempt: Attempt): GithubInputs {
  const key = attempt<{ readonly commentKey: string | null } | null>(() => ({ commentKey: readKey(own) }), null)
  const inputs = {
    comment: attempt<GithubInputs['comment']>(() => choice(own, 'comment', ['always', 'on-failure', 'never']) ?? 'never', 'never'),
    issue: attempt(() => flag(own, 'issue') ?? false, false),
    deploymentStatus: attempt<boolean | null>(() => flag(own, 'deployment-status') ?? null, null),
    token: text(own, 'token') ?? null,
  }
  // Under another key they would be those of another step.
  return key === null ? { ...inputs, commentKey: null, comment: 'never', issue: false } : { ...inputs, ...key }
}

/** Whether there may be something to write. As a rule there is not, and nothing of this folder is loaded. */
export function wantsGithub({ comment, issue, deploymentStatus }: GithubInputs, event: string | undefined): boolean {
  return comment !== 'never' || issue || wantsDeploymentStatus(deploymentStatus, event)
}

export function wantsDeploymentStatus(wanted: boolean | null, event: string | undefined): boolean {
  return wanted ?? (event === 'deployment' || event === 'deployment_status')
}

const longestKey = 100

function readKey(own: RawSettings): string | null {
  const key = text(own, 'comment-key')
  if (key === undefined) return null
  if (key.length > longestKey || /\p{C}/u.test(key)) {
    throw new UsageError(
      `comment-key is ${JSON.stringify(key.length > longestKey ? `${key.slice(0, longestKey)}…` : key)}`,
      `give one line of at most ${longestKey} characters, such as the name of the job`,
    )
  }
  return key
}
