// One step from its environment to its end: inputs, the gate, and what the runner is told. The verdict alone decides whether it is green.
import type { Report, TargetReport } from '../gate.ts'
import type { Verdict } from '../judge/check.ts'
import { retryLine, tally } from '../report/tally.ts'
import { UsageError } from '../usage-error.ts'
import { annotationsOf } from './annotations.ts'
import { type Inputs, readInputs } from './inputs.ts'
import { logTarget } from './log.ts'
import type { outputs } from './own-inputs.ts'
import { prepareReportDir, writeReportFiles } from './report-files.ts'
import { writeSummary } from './summary.ts'

type Core = typeof import('@actions/core')
type Outputs = Record<(typeof outputs)[number]['name'], string | number>

/**
 * Runs the step.
 * @returns whether it passed; if not, the runner has been told why
 * @throws UsageError on wrong inputs, with the outputs set
 */
export async function run(env: NodeJS.ProcessEnv): Promise<boolean> {
  const core = await import('@actions/core')
  try {
    return await runWith(core, env)
  } catch (error) {
    // A later step that asks for the verdict must not find that of nobody: nothing was proven.
    setOutputs(core, { verdict: 'inconclusive', ...countsOf([]), report: '', markdown: '' })
    throw error
  }
}

async function runWith(core: Core, env: NodeJS.ProcessEnv): Promise<boolean> {
  const inputs = await readInputs(env, process.cwd())
  for (const secret of inputs.secrets) core.setSecret(secret)
  if (inputs.targets.length === 0 && !inputs.failIfEmpty) {
    core.notice('there is no target, so nothing was checked', { title: 'tlsgate' })
    // Green because its author wants it so; nothing was proven all the same.
    setOutputs(core, { verdict: 'inconclusive', ...countsOf([]), report: '', markdown: '' })
    return true
  }
  if (inputs.targets.length === 0)
    throw new UsageError('there is no target', 'name at least one host, host:port or URL in targets, or let fail-if-empty be false')
  if (inputs.reportDir !== null) await prepareReportDir(inputs.reportDir)
  const report = await check(core, inputs, env)
  for (const { level, title, message, location } of annotationsOf(report)) {
    core[level](message, location ? { title, file: location.file, startLine: location.line, startColumn: location.column } : { title })
  }
  await writeSummary(core, report, env.GITHUB_STEP_SUMMARY)
  const files = inputs.reportDir === null ? { report: '', markdown: '' } : await writeReportFiles(inputs.reportDir, report)
  setOutputs(core, { verdict: report.verdict, ...countsOf(report.targets), ...files })
  return conclude(core, report)
}

async function check(core: Core, inputs: Inputs, env: NodeJS.ProcessEnv): Promise<Report> {
  const { gate } = await import('../gate.ts')
  // As in other logs of a runner, which is no terminal but shows colours (https://no-color.org).
  const colour = !env.NO_COLOR
  return gate(inputs.targets, inputs.options, {
    signal: cancellation(core),
    onTarget: (report, trace) => logTarget(core, report, trace, colour),
    onRetry: retry => core.info(retryLine(retry)),
  })
}

/** A cancelled job: SIGINT, seconds later SIGTERM, then the end. The checks stop at the first, and what is known is reported. */
function cancellation(core: Core): AbortSignal {
  const controller = new AbortController()
  const onSignal = (): void => {
    if (!controller.signal.aborted) core.warning('the run is cancelled: what is not known by now is inconclusive', { title: 'tlsgate' })
    controller.abort()
  }
  process.on('SIGINT', onSignal)
  process.on('SIGTERM', onSignal)
  return controller.signal
}

function conclude(core: Core, report: Report): boolean {
  const sentence = tally(report)
  switch (report.verdict) {
    case 'pass':
      core.info(sentence)
      return true
    case 'fail':
      core.setFailed(sentence)
      return false
    case 'inconclusive':
      core.setFailed(`${sentence}: what could not be found out is no pass`)
      return false
    default:
      return report.verdict satisfies never
  }
}

function countsOf(targets: readonly TargetReport[]): Pick<Outputs, 'passed' | 'failed' | 'inconclusive'> {
  const count = (verdict: Verdict): number => targets.filter(target => target.verdict === verdict).length
  return { passed: count('pass'), failed: count('fail'), inconclusive: count('inconclusive') }
}

function setOutputs(core: Core, values: Outputs): void {
  for (const [name, value] of Object.entries(values)) core.setOutput(name, value)
}
