// One step from its environment to its end: inputs, the gate, and what the runner is told. The verdict alone decides whether it is green.
import type { Report, TargetReport } from '../gate.ts'
import type { Verdict } from '../judge/check.ts'
import type { SarifOptions } from '../report/sarif.ts'
import { retryLine, tally } from '../report/tally.ts'
import { UsageError } from '../usage-error.ts'
import { annotationsOf } from './annotations.ts'
import { wantsGithub } from './github/inputs.ts'
import { type Inputs, readInputs } from './inputs.ts'
import { TargetLog, writeRun, writeTargets } from './log.ts'
import type { outputs } from './own-inputs.ts'
import { noFiles, prepareReportDir, writeReportFiles } from './report-files.ts'
import { writeSummary } from './summary.ts'
import { workflowPath } from './workflow-places.ts'

type Core = typeof import('./core.ts')
type Outputs = Record<(typeof outputs)[number]['name'], string | number>

interface Surroundings {
  readonly env: NodeJS.ProcessEnv
  readonly signal: AbortSignal
}

/**
 * Runs the step, until the signal is aborted: what is not known by then is inconclusive.
 * @returns whether it passed; if not, the runner has been told why
 * @throws UsageError on wrong inputs, with the outputs set
 */
export async function run({ env, signal }: Surroundings): Promise<boolean> {
  const core = await import('./core.ts')
  tellCancelled(core, signal)
  try {
    return await runWith(core, { env, signal })
  } catch (error) {
    // A later step that asks for the verdict must not find that of nobody: nothing was proven.
    setOutputs(core, { verdict: 'inconclusive', ...countsOf([]), ...noFiles })
    const { tellUnchecked } = await import('./unchecked.ts')
    await tellUnchecked(core, error, { env, signal })
    throw error
  }
}

async function runWith(core: Core, { env, signal }: Surroundings): Promise<boolean> {
  const inputs = await readInputs(env, process.cwd())
  for (const secret of inputs.secrets) core.setSecret(secret)
  const isEmpty = inputs.targets.length === 0 && inputs.merge.length === 0
  if (isEmpty && !inputs.failIfEmpty) {
    core.notice('there is no target, so nothing was checked', { title: 'tlsgate' })
    // Green because its author wants it so; nothing was proven all the same.
    setOutputs(core, { verdict: 'inconclusive', ...countsOf([]), ...noFiles })
    return true
  }
  if (isEmpty)
    throw new UsageError('there is no target', 'name at least one host, host:port or URL in targets, or let fail-if-empty be false')
  if (inputs.reportDir !== null) await prepareReportDir(inputs.reportDir)
  const report = inputs.merge.length > 0 ? await merged(core, inputs, env) : await served(core, inputs, { env, signal })
  writeRun(core, report, { colour: showsColour(env) })
  for (const { level, title, message, location } of annotationsOf(report)) {
    core[level](message, location ? { title, file: location.file, startLine: location.line, startColumn: location.column } : { title })
  }
  await writeSummary(core, report, { file: env.GITHUB_STEP_SUMMARY })
  const files = inputs.reportDir === null ? noFiles : await writeReportFiles(inputs.reportDir, report, { sarif: sarifOptions(env) })
  setOutputs(core, { verdict: report.verdict, ...countsOf(report.targets), ...files })
  if (wantsGithub(inputs.github, env.GITHUB_EVENT_NAME)) {
    const { tellGithub } = await import('./github/tell.ts')
    await tellGithub(core, report, { inputs: inputs.github, env, signal })
  }
  return conclude(core, report)
}

/** The reports of other jobs as one; nothing is checked. */
async function merged(core: Core, { merge, directory }: Inputs, env: NodeJS.ProcessEnv): Promise<Report> {
  const { mergedReport } = await import('./merge.ts')
  const report = await mergedReport(merge, directory)
  writeTargets(core, report.targets, { colour: showsColour(env), at: new Date(report.startedAt), failOn: report.failOn })
  return report
}

/** The report, with the servers of the step running while it is made, and whatever has to answer answering. */
async function served(core: Core, inputs: Inputs, { env, signal }: Surroundings): Promise<Report> {
  if (inputs.start.length === 0 && inputs.waitOn.length === 0) return check(core, inputs, { env, signal })
  const { withServers } = await import('./start.ts')
  return withServers(inputs, { log: core, env, signal }, async () => {
    const report = await check(core, inputs, { env, signal })
    return { result: report, isWell: report.verdict === 'pass' }
  })
}

async function check(core: Core, inputs: Inputs, { env, signal }: Surroundings): Promise<Report> {
  const { gate } = await import('../gate.ts')
  const log = new TargetLog(core, inputs.targets.length, {
    colour: showsColour(env),
    at: new Date(),
    failOn: inputs.options.failOn ?? 'error',
  })
  return gate(inputs.targets, inputs.options, {
    signal,
    onTarget: (report, trace) => log.write(report, trace),
    onRetry: retry => core.info(retryLine(retry)),
  })
}

/** As in other logs of a runner, which is no terminal but shows colours (https://no-color.org). */
const showsColour = (env: NodeJS.ProcessEnv): boolean => !env.NO_COLOR

/** Code scanning shows nothing that stands in no file. */
function sarifOptions(env: NodeJS.ProcessEnv): SarifOptions {
  const fallbackFile = workflowPath(env)
  return { ...(env.GITHUB_WORKSPACE && { root: env.GITHUB_WORKSPACE }), ...(fallbackFile !== null && { fallbackFile }) }
}

/** Says at the first signal that it was heard. */
function tellCancelled(core: Core, signal: AbortSignal): void {
  const tell = (): void => core.warning('the run is cancelled: what is not known by now is inconclusive', { title: 'tlsgate' })
  if (signal.aborted) tell()
  else signal.addEventListener('abort', tell, { once: true })
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
