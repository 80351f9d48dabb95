// What a snapshot keeps of a handshake: what a server is answerable for, and nothing that another run of the same server would change.
import type { Certificate } from '../certificate/certificate.ts'
import { dayMs } from '../certificate/span.ts'
import type { Handshake, TargetReport } from '../gate.ts'
import { isDecided } from '../judge/completion.ts'
import { UsageError } from '../usage-error.ts'
import { advised } from './advice.ts'
import { reasonOf } from './complete-handshake.ts'
import { finishedReports } from './finished.ts'
import { runOn, type Surroundings } from './run.ts'
import { type HandshakeOptions, withPlace } from './target.ts'

/** What a snapshot is made of. */
export interface ContractOptions extends HandshakeOptions {
  /** 'full' to ask for everything that the server accepts too: about a hundred connections. */
  readonly survey?: 'full'
}

/** No time, size, serial number, key or fingerprint, and of the steps only which there were. */
export interface HandshakeContract extends Omit<Handshake, 'steps' | 'failure'> {
  /** Of a handshake that completes up to its last Finished: 'server certificate', 'client finished'; what repeats once. */
  readonly steps: readonly string[]
  readonly failure: string | null
  readonly certificates: readonly CertificateContract[]
  /** What the server accepts, where the report has a whole survey. */
  readonly survey?: SurveyContract
}

export interface CertificateContract
  extends Pick<
    Certificate,
    'subject' | 'issuer' | 'key' | 'signatureAlgorithm' | 'basicConstraints' | 'keyUsage' | 'extendedKeyUsage' | 'mustStaple'
  > {
  readonly names: readonly string[]
  readonly lifetimeDays: number
}

type SurveyContract = Pick<NonNullable<TargetReport['survey']>, 'protocols' | 'cipherSuites' | 'groups' | 'signatureSchemes'>

function contractOf({ handshake, certificates, survey }: TargetReport): HandshakeContract {
  const { steps, failure, ...agreed } = handshake
  // What comes after the handshake, as the tickets of TLS 1.3 do, may come too late to be seen.
  const within = handshake.completed ? steps.slice(0, steps.findLastIndex(({ name }) => name === 'finished') + 1) : steps
  const reached = within
    .filter(({ status }) => status !== 'not-reached')
    .map(({ from, name }) => (from === null ? name : `${from} ${name}`))
  return {
    ...agreed,
    steps: [...new Set(reached)],
    failure: failure && `${failure.cause} at ${failure.step}`,
    certificates: certificates.presented.map(certificateContract),
    ...(survey?.kind === 'full' && {
      survey: {
        protocols: survey.protocols,
        cipherSuites: survey.cipherSuites,
        groups: survey.groups,
        signatureSchemes: survey.signatureSchemes,
      },
    }),
  }
}

function certificateContract(certificate: Certificate): CertificateContract {
  const { subject, issuer, key, signatureAlgorithm, basicConstraints, keyUsage, extendedKeyUsage, mustStaple, names } = certificate
  const lifetimeMs = Date.parse(certificate.notAfter) - Date.parse(certificate.notBefore)
  return {
    ...{ subject, issuer, key, signatureAlgorithm, basicConstraints, keyUsage, extendedKeyUsage, mustStaple },
    names: [...names.dns, ...names.ip, ...names.other],
    lifetimeDays: Math.round(lifetimeMs / dayMs),
  }
}

/**
 * @returns a list where there are several endpoints
 * @throws TypeError for a server that could not be asked: a snapshot of that would be no contract
 */
export async function contractWithin(
  received: unknown,
  { survey = 'none' as never, ...options }: ContractOptions,
  around: Surroundings,
): Promise<HandshakeContract | readonly HandshakeContract[]> {
  try {
    const reports =
      finishedReports(received)?.map(({ report }) => report) ??
      (await withPlace(received, options, {}, place => runOn({ ...place, options: { ...place.options, survey } }, {}, around))).targets
    const contracts = reports.map(decidedContract)
    const [first] = contracts
    if (first === undefined) throw new UsageError('the report has no targets', 'give one that has: there is nothing to keep')
    return contracts.length === 1 ? first : contracts
  } catch (error) {
    throw advised(error)
  }
}

function decidedContract(report: TargetReport): HandshakeContract {
  const hint = 'nothing was compared or kept: see that the server answers, or give it more time by timeoutMs'
  if (!report.handshake.completed && !isDecided(report.checks))
    throw new UsageError(`the handshake could not be found out: ${reasonOf(report)}`, hint)
  if (report.survey?.kind === 'full' && !report.survey.complete)
    throw new UsageError('what the server accepts could not be found out to the end', hint)
  return contractOf(report)
}
