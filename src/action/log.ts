// The log of a step: a line for a healthy target, a folded group for any other, and under RUNNER_DEBUG every message of the wire where there is a
// trace. What fails the step is said by annotations.ts.
import type { Report, TargetReport } from '../gate.ts'
import type { FailOn } from '../judge/check.ts'
import { inert } from '../report/escape.ts'
import { addressWords, causesOf, isWell, mostAccounts, worstFirst } from '../report/glance.ts'
import { runOf } from '../report/subjects.ts'
import { renderHeadline, renderLine, renderRun, renderTarget } from '../report/text.ts'
import { messageName, type Trace } from '../trace/trace.ts'

/** The parts of @actions/core that write to the log. */
export type Log = Pick<typeof import('./core.ts'), 'startGroup' | 'endGroup' | 'info' | 'debug' | 'isDebug'>

/** What of a trace goes to the debug log: a handshake has about fifteen messages, a hostile server may send thousands. */
const debugMessages = 100
const debugBytes = 4096

/** From so many targets on, the log says now and then how far it is: ten times in all. */
const manyTargets = 100

interface LogOptions {
  readonly colour: boolean
  /** What the days left of certificates are counted from. */
  readonly at: Date
  readonly failOn: FailOn
}

/** Writes one target. */
function writeTarget(log: Log, report: TargetReport, options: LogOptions): void {
  const { colour, at } = options
  if (isWell(report)) log.info(renderLine(report, at, { colour }))
  else {
    log.startGroup(titleOf(report, options))
    log.info(renderTarget(report, { colour }))
    log.endGroup()
  }
}

/** Writes what was checked elsewhere. The logs of those jobs have all accounts, so here they are no more than on a page: those of the worst. */
export function writeTargets(log: Log, targets: readonly TargetReport[], options: LogOptions): void {
  const withoutAccount = new Set(worstFirst(targets.filter(target => !isWell(target))).slice(mostAccounts))
  for (const target of targets) {
    if (withoutAccount.has(target)) log.info(titleOf(target, options))
    else writeTarget(log, target, options)
  }
}

/** Writes what is to be said of the run beside its targets, which is known last. */
export function writeRun(log: Log, report: Report, options: Pick<LogOptions, 'colour'>): void {
  for (const run of runOf(report)) log.info(renderRun(run, options))
}

/** The title of a group shows no colours. */
function titleOf(report: TargetReport, { failOn }: LogOptions): string {
  const causes = causesOf(report, failOn).slice(0, 3)
  const words = [addressWords(report), ...causes].filter(word => word !== '')
  return [renderHeadline(report, { colour: false }), ...words.map(word => inert(word, 60))].join('  ')
}

/** Writes targets to a log as they end. */
export class TargetLog {
  readonly #log: Log
  readonly #options: LogOptions
  readonly #total: number
  readonly #ended = { pass: 0, fail: 0, inconclusive: 0 }

  /** @param total how many targets there are to be */
  constructor(log: Log, total: number, options: LogOptions) {
    this.#log = log
    this.#total = total
    this.#options = options
  }

  write(report: TargetReport, trace: Trace): void {
    const log = this.#log
    writeTarget(log, report, this.#options)
    if (log.isDebug()) for (const line of debugLines(report, trace)) log.debug(line)
    this.#count(report)
  }

  #count({ verdict }: TargetReport): void {
    this.#ended[verdict]++
    const { pass, fail, inconclusive } = this.#ended
    const ended = pass + fail + inconclusive
    if (this.#total < manyTargets || ended % Math.ceil(this.#total / 10) !== 0) return
    this.#log.info(`${ended} of ${this.#total} targets checked: ${pass} passed, ${fail} failed, ${inconclusive} inconclusive`)
  }
}

function debugLines({ target }: TargetReport, { messages }: Trace): string[] {
  const lines = messages.slice(0, debugMessages).map(message => {
    const { from, atMs, bytes } = message
    const hex = Buffer.from(bytes.subarray(0, debugBytes)).toString('hex')
    const more = bytes.length > debugBytes ? ` and ${bytes.length - debugBytes} bytes more` : ''
    const sealed = message.protected ? ', encrypted' : ''
    return inert(
      `${target.url} ${atMs.toFixed(1)} ms ${from} ${messageName(message)}, ${bytes.length} bytes${sealed}: ${hex}${more}`,
      3 * debugBytes,
    )
  })
  return messages.length > debugMessages ? [...lines, `and ${messages.length - debugMessages} messages more`] : lines
}
