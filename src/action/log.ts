// The log of a step: a folded group a target, and under RUNNER_DEBUG every message of the wire. What fails the step is said by annotations.ts.
import type { TargetReport } from '../gate.ts'
import { inert } from '../report/escape.ts'
import { renderHeadline, renderTarget } from '../report/text.ts'
import { messageName, type Trace } from '../trace/trace.ts'

/** The parts of @actions/core that write to the log. */
export type Log = Pick<typeof import('@actions/core'), 'startGroup' | 'endGroup' | 'info' | 'debug' | 'isDebug'>

/** What of a trace goes to the debug log: a handshake has about fifteen messages, a hostile server may send thousands. */
const debugMessages = 100
const debugBytes = 4096

export function logTarget(log: Log, report: TargetReport, trace: Trace, colour: boolean): void {
  log.startGroup(renderHeadline(report, { colour: false }))
  log.info(renderTarget(report, { colour }))
  log.endGroup()
  if (log.isDebug()) for (const line of debugLines(report, trace)) log.debug(line)
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
