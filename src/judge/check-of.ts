// From what was found out about a property to the check in the report.
import { askAgain, type Cause, causes, fixOf } from './causes.ts'
import type { Check, Severity } from './check.ts'
import { type CheckId, checkIds } from './check-ids.ts'

/** What was found out, before it is a check. */
export interface Finding {
  readonly id: CheckId
  readonly severity: Severity
  readonly status: 'pass' | 'fail' | 'inconclusive'
  readonly message: string
  readonly evidence: readonly string[]
  /** See Check. */
  readonly members?: readonly string[]
  readonly undecided?: readonly string[]
  /** Of a failed one. */
  readonly cause?: Cause
  /** Where the one of its cause is not what is to be done; null for nothing. */
  readonly fix?: string | null
}

/** The check, with what its cause or else its id has to say on it. */
export function checkOf({ id, severity, status, message, members, undecided = [], evidence, cause, fix }: Finding): Check {
  const failed = status === 'fail' && cause !== undefined
  return {
    id,
    status,
    severity,
    cause: failed ? cause : null,
    message,
    ...(members && { members }),
    ...(undecided.length > 0 && { undecided }),
    fix: fix !== undefined ? fix : failed ? fixOf(cause) : status === 'inconclusive' ? askAgain : null,
    evidence,
    refs: failed ? causes[cause].refs : checkIds[id].refs,
    location: null,
  }
}
