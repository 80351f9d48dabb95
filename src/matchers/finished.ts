// Finished reports among what a matcher can receive. They are told by shape, since they may come from a file.
import type { Report, TargetReport } from '../gate.ts'
import { isObject } from './received.ts'

/** A report, and the run it is of where the matcher received that. */
export interface FinishedReport {
  readonly report: TargetReport
  readonly run: Report | null
}

/** The reports in what a matcher received, or null when it is something to be probed. */
export function finishedReports(received: unknown): readonly FinishedReport[] | null {
  if (!isObject(received)) return null
  if (received.schemaVersion === 1 && Array.isArray(received.targets)) {
    const run = received as unknown as Report
    return run.targets.map(report => ({ report, run }))
  }
  const isReport = isObject(received.handshake) && Array.isArray(received.checks)
  return isReport ? [{ report: received as unknown as TargetReport, run: null }] : null
}

/** Whether a matcher answers at once. */
export const isFinished = (received: unknown): boolean => finishedReports(received) !== null
