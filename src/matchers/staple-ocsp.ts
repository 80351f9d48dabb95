import { type Answer, type Claim, type Evidence, whateverTheTrust } from './claim.ts'
import { reasonOf } from './complete-handshake.ts'

/** An OCSP response comes with the certificate (RFC 6066 §8, RFC 8446 §4.4.2.1). What it says of the certificate is not looked at. */
export function stapleOcsp(): Claim {
  return {
    name: 'toStapleOcsp',
    argument: '',
    expected: 'an OCSP response stapled to the certificate',
    negated: 'no OCSP response stapled to the certificate',
    adapt: whateverTheTrust,
    about: [],
    judge: judgeStaple,
  }
}

function judgeStaple({ report }: Evidence): Answer {
  const { ocspStapled, failure } = report.handshake
  if (ocspStapled === true) return { holds: 'yes', seen: 'an OCSP response came with the certificate' }
  if (ocspStapled === false) return { holds: 'no', seen: 'the certificate came without an OCSP response' }
  return { holds: 'unknown', seen: failure ? reasonOf(report) : 'no certificate was seen' }
}
