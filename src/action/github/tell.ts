// Tells GitHub of a report: comment, issue, deployment status, as the inputs want them and the event allows. Nothing that goes wrong here changes a
// verdict: what could not be written is said, and why.
import type { Report } from '../../gate.ts'
import { issueTitle, type Origin, recovered, renderChange, renderComment, renderIssue } from '../../report/comment.ts'
import { inert } from '../../report/escape.ts'
import { tally } from '../../report/tally.ts'
import { type Attempt, type Client, connect, type Limits } from './client.ts'
import { writeComment } from './comment.ts'
import { type RunContext, readContext } from './context.ts'
import { notOurs, writeDeploymentStatus } from './deployment.ts'
import { type GithubInputs, wantsDeploymentStatus } from './inputs.ts'
import { keepIssue } from './issue.ts'
import { markerOf } from './marker.ts'

/** The parts of @actions/core that this needs. */
export type Teller = Pick<typeof import('../core.ts'), 'info' | 'notice' | 'warning'>

export interface TellOptions {
  readonly inputs: GithubInputs
  readonly env: Readonly<Record<string, string | undefined>>
  readonly signal?: AbortSignal
  /** Further parts of comment and issue, in Markdown. */
  readonly sections?: readonly string[]
  readonly limits?: Limits
}

/** Writes it; the value is its address. */
type Write = (client: Client) => Promise<Attempt<string | null>>

/** One thing to write, or why there is nowhere to write it. */
interface Task {
  readonly what: 'comment' | 'issue' | 'deployment status'
  readonly permission: string
  readonly plan: Write | string
}

/** What all of them are about. */
interface Subject {
  readonly report: Report
  readonly context: RunContext
  readonly repository: { readonly owner: string; readonly repo: string }
  readonly marker: string
  readonly origin: Origin
  readonly sections: readonly string[]
}

/** Never rejects. */
export async function tellGithub(core: Teller, report: Report, options: TellOptions): Promise<void> {
  // What a run says that was ended early is no news of the servers, and it has no time.
  if (options.signal?.aborted) return
  try {
    await tell(core, report, options)
  } catch (error) {
    warn(core, `nothing more is written on GitHub: ${error instanceof Error ? error.message : String(error)}`)
  }
}

async function tell(core: Teller, report: Report, { inputs, env, signal, sections = [], limits }: TellOptions): Promise<void> {
  const context = readContext(env)
  const { repository, workflow, job } = context
  if (repository === null) return warn(core, 'nothing is written on GitHub: GITHUB_REPOSITORY names no repository')
  const marker = markerOf(inputs.commentKey ?? `${workflow}/${job}`)
  const origin = { names: [workflow, job], commit: context.commit, url: context.runUrl }
  const tasks = tasksOf(inputs, { report, context, repository, marker, origin, sections })
  for (const { what, plan } of tasks) if (typeof plan === 'string') notice(core, `no ${what} is written: ${plan}`)
  const planned = tasks.flatMap(({ plan, ...task }) => (typeof plan === 'string' ? [] : [{ ...task, write: plan }]))
  if (planned.length === 0) return
  const { token } = inputs
  if (token === null) return notice(core, `no ${planned.map(({ what }) => what).join(' and no ')} is written: token is empty`)
  const client = await connect({ token, apiUrl: env.GITHUB_API_URL, ...(signal && { signal }), ...(limits && { limits }) })
  for (const { what, permission, write } of planned) conclude(core, what, await write(client), reasonOf(context, permission))
}

function tasksOf(inputs: GithubInputs, subject: Subject): Task[] {
  const { comment, issue, deploymentStatus } = inputs
  const tasks: (Task | false)[] = [
    comment !== 'never' && { what: 'comment', permission: 'pull-requests: write', plan: commentPlan(subject, comment) },
    issue && { what: 'issue', permission: 'issues: write', plan: issuePlan(subject) },
    wantsDeploymentStatus(deploymentStatus, subject.context.event) && {
      what: 'deployment status',
      permission: 'deployments: write',
      plan: deploymentPlan(subject),
    },
  ]
  return tasks.filter(task => task !== false)
}

function commentPlan({ report, context, repository, marker, origin, sections }: Subject, mode: 'always' | 'on-failure'): Task['plan'] {
  const { pullRequest, event } = context
  if (pullRequest === null) return `the event ${event} names no pull request`
  const { verdict } = report
  const bodyOf = (maxBytes: number, isRecovery: boolean): string => {
    const room = maxBytes - marker.length - 1
    return `${marker}\n${renderComment(report, { maxBytes: room, origin, sections: isRecovery ? [recovered] : sections })}`
  }
  return client => writeComment(client, { ...repository, issue_number: pullRequest }, { marker, mode, verdict, bodyOf })
}

function issuePlan({ report, context, repository, marker, origin, sections }: Subject): Task['plan'] {
  if (context.event.startsWith('pull_request')) return 'a pull request is not what is monitored'
  return client =>
    keepIssue(client, repository, {
      marker,
      report,
      title: issueTitle(report),
      bodyOf: maxBytes => renderIssue(report, { maxBytes, origin, sections }),
      changeOf: changes => renderChange(report, changes, origin),
    })
}

function deploymentPlan({ report, context, repository, origin }: Subject): Task['plan'] {
  const { deployment, event } = context
  if (deployment === null) return `the event ${event} names no deployment`
  const { verdict } = report
  return (
    notOurs(deployment) ??
    (client => writeDeploymentStatus(client, repository, deployment, { verdict, sentence: tally(report), runUrl: origin.url }))
  )
}

function conclude(core: Teller, what: Task['what'], attempt: Attempt<string | null>, reason: string): void {
  switch (attempt.kind) {
    case 'done':
      if (attempt.value !== null) core.info(inert(`${what} written: ${attempt.value}`))
      return
    case 'forbidden':
      notice(core, `no ${what} is written: ${attempt.says}; ${reason}`)
      return
    case 'unknown-token':
      warn(core, `the ${what} could not be written: ${attempt.says}; leave the input token out, or give it a token that is valid`)
      return
    case 'invalid':
    case 'passing':
    case 'other':
      warn(core, `the ${what} could not be written: ${attempt.says}`)
      return
    default:
      attempt satisfies never
  }
}

/** Why a token may not, as far as the event tells. */
function reasonOf({ readOnly }: RunContext, permission: string): string {
  switch (readOnly) {
    case 'fork':
      return 'in a run for the pull request of a fork the token can only read, whatever the permissions of the job'
    case 'dependabot':
      return `in a run for Dependabot the token can only read unless the job has the permission ${permission}`
    case null:
      return `the job needs the permission ${permission}`
    default:
      return readOnly satisfies never
  }
}

const notice = (core: Teller, message: string): void => core.notice(inert(message), { title: 'tlsgate' })
const warn = (core: Teller, message: string): void => core.warning(inert(message), { title: 'tlsgate' })
