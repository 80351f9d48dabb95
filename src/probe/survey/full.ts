// The full survey: everything that can be asked of a server without finishing a handshake.
import type { HelloContext } from '../hello.ts'
import type { Probe } from '../offer.ts'
import { withoutSrp } from '../without-srp.ts'
import { askOddities } from './oddities.ts'
import { askFallback, askSslv2 } from './questions.ts'
import { surveyVersions } from './version.ts'

/** Runs to put over one line at the same time; what they find out is in the ledger of what was asked. */
export function fullSurvey(context: HelloContext): Probe<void>[] {
  return [
    // Those that take the most rounds first.
    ...surveyVersions(context, [0x0303, 0x0302, 0x0301, 0x0300]),
    ...surveyVersions(context, [0x0304]),
    askOddities(context),
    askFallback(context),
    askSslv2(context),
  ].map(withoutSrp)
}
