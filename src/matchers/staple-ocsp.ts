import { causes, fixText } from '../judge/causes.ts'
import { type Answer, type Claim, type Evidence, whateverTheTrust } from './claim.ts'
import { reasonOf } from './complete-handshake.ts'

/** A valid OCSP response comes with the certificate: signed by its issuer, in its time, and it says good (RFC 6066 §8, RFC 6960 §3.2). */
export function stapleOcsp(): Claim {
  return {
    name: 'toStapleOcsp',
    argument: '',
    expected: 'a valid OCSP response stapled to the certificate, which says that it is good',
    negated: 'no valid OCSP response stapled to the certificate',
    adapt: whateverTheTrust,
    about: ['certificate/staple'],
    judge: judgeStaple,
  }
}

function judgeStaple({ report }: Evidence): Answer {
  const { ocspStapled, failure } = report.handshake
  const check = report.checks.find(({ id }) => id === 'certificate/staple')
  if (ocspStapled === false) return { holds: 'no', seen: 'the certificate came without an OCSP response', ...(!check && { fix: toStaple }) }
  if (ocspStapled === null) return { holds: 'unknown', seen: failure ? reasonOf(report) : 'no certificate was seen' }
  if (check === undefined) return { holds: 'unknown', seen: 'the report does not say what the stapled OCSP response says' }
  return { holds: holdsFor[check.status], seen: check.message }
}

/** The cause is that of a certificate which asks for a response. */
const toStaple = fixText({ ...causes['staple-missing'].fix, do: 'Let the server staple the response of the issuer' })

const holdsFor = { pass: 'yes', fail: 'no', waived: 'no', inconclusive: 'unknown' } as const
