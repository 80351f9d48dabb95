// What is told of a step that could not run, in the place of a report: otherwise the comment of an earlier run would go on saying that all is well.
import type { Report } from '../gate.ts'
import { handshakeAlone } from '../judge/policy/handshake-alone.ts'
import { escapeMarkdown } from '../report/escape.ts'
import { version } from '../version.ts'
import { failureLines } from './failure.ts'
import { wantsGithub } from './github/inputs.ts'
import { githubInputsOf } from './inputs.ts'
import { writeSummary } from './summary.ts'

type Core = typeof import('./core.ts')

/** Mistakes of a file that are shown: there may be one a line. */
const shown = 10

/** Writes the summary, comment, issue and deployment status that the inputs ask for. Never rejects. */
export async function tellUnchecked(
  core: Core,
  error: unknown,
  { env, signal }: { readonly env: NodeJS.ProcessEnv; readonly signal: AbortSignal },
): Promise<void> {
  const report = emptyReport()
  const mistakes = failureLines(error).map(([message, hint]) => `**${escapeMarkdown(message)}**\n\n${escapeMarkdown(hint)}`)
  const sections = [...mistakes.slice(0, shown), ...(mistakes.length > shown ? [`and ${mistakes.length - shown} more, in the log`] : [])]
  await writeSummary(core, report, { file: env.GITHUB_STEP_SUMMARY, sections })
  const inputs = githubInputsOf(env)
  if (!wantsGithub(inputs, env.GITHUB_EVENT_NAME)) return
  if (inputs.token !== null) core.setSecret(inputs.token)
  const { tellGithub } = await import('./github/tell.ts')
  await tellGithub(core, report, { inputs, env, signal, sections })
}

const emptyReport = (): Report => ({
  schemaVersion: 1,
  tool: { name: 'tlsgate', version, node: process.versions.node, openssl: process.versions.openssl },
  startedAt: new Date().toISOString(),
  durationMs: 0,
  verdict: 'inconclusive',
  failOn: 'error',
  policy: handshakeAlone,
  shard: null,
  missingShards: [],
  baseline: null,
  checks: [],
  targets: [],
})
