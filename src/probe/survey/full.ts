// The full survey: everything that can be asked of a server without finishing a handshake.
import type { HelloContext } from '../hello.ts'
import type { Probe } from '../offer.ts'
import { askFallback, askOddities, askSslv2, askStrangeName, askStrangeProtocol } from './questions.ts'
import { surveyVersion } from './version.ts'

/** Runs to put over one line at the same time; what they find out is in the ledger of what was asked. */
export function fullSurvey(context: HelloContext): Probe<void>[] {
  return [
    // Those that take the most rounds first.
    ...[0x0303, 0x0304, 0x0302, 0x0301, 0x0300].map(version => surveyVersion(context, version)),
    askOddities(context),
    askStrangeName(context),
    askStrangeProtocol(context),
    askFallback(context),
    askSslv2(context),
  ]
}
