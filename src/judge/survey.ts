// The survey as a report shows it: what the server would accept, by name, and what it cost to find out. Facts only; checks judge them.
import type { Feature } from '../probe/features.ts'
import type { Support } from '../probe/ledger.ts'
import { type ProtocolName, protocols, tls10, tls12 } from '../registry/protocols.ts'

export type { Feature }

/** Whether a named client would connect. */
export interface ClientResult {
  /** 'java-8u161'. */
  readonly name: string
  /** 'Java 8u161'. */
  readonly title: string
  readonly connects: 'yes' | 'no' | 'unknown'
  /** 'hello': its own hello was sent; 'derived': it follows from what the server accepts. */
  readonly by: 'hello' | 'derived'
  /** 'TLSv1.2', and IANA names; null when it does not connect or it is not known. */
  readonly protocol: string | null
  readonly cipherSuite: string | null
  readonly group: string | null
  /** One clause: why not, or why it is not known; otherwise what was negotiated. */
  readonly detail: string
  readonly evidence: readonly string[]
}

/** What the server would accept, as a report has it. */
export interface Survey {
  readonly kind: 'policy' | 'full'
  readonly protocols: Readonly<Record<ProtocolName, Support>>
  /** By protocol: IANA names, in the server's order where it has one. */
  readonly cipherSuites: Readonly<Record<string, readonly string[]>>
  readonly cipherOrder: Readonly<Record<string, 'server' | 'client' | 'unknown'>>
  /** Of all protocols, in the order of the newest that has any. */
  readonly groups: readonly string[]
  readonly groupsByProtocol: Readonly<Record<string, readonly string[]>>
  readonly signatureSchemes: readonly string[]
  readonly signatureSchemesByProtocol: Readonly<Record<string, readonly string[]>>
  /** Of the shortest prime of finite-field Diffie-Hellman that was seen before TLS 1.3; null when none was. */
  readonly dhPrimeBits: number | null
  readonly features: readonly Feature[]
  readonly clients: readonly ClientResult[]
  /** Whether it is known of every version and cipher suite if it is accepted; false when only the policy's questions were asked. */
  readonly complete: boolean
  /** The accepted versions of which a list above has all that the server accepts: what it leaves out is refused, and not unknown. */
  readonly completeFor: {
    readonly cipherSuites: readonly string[]
    readonly groups: readonly string[]
    readonly signatureSchemes: readonly string[]
  }
  readonly cost: {
    /** TCP connections beside the handshake's. */
    readonly connections: number
    /** Answers that had to be waited for one after the other, TCP set-up not counted. */
    readonly roundTrips: number
    readonly durationMs: number
  }
  /** What a reader has to know of how it was asked: 'asked one at a time, since the server reset parallel connections'. */
  readonly notes: readonly string[]
  /** Every hello and its answer: the evidence that checks name. */
  readonly probes: readonly { readonly number: number; readonly asked: string; readonly answer: string }[]
}

/** The first versions in which a client says which of them it has: before, there is nothing to be known. */
const firstVersions = { groups: tls10, signatureSchemes: tls12 } as const

/** Whether the list of all versions is complete: it is where that of each accepted version is, and none may be accepted without our knowing. */
export function isComplete(
  { protocols: supports, completeFor }: Pick<Survey, 'completeFor'> & { readonly protocols: Readonly<Record<string, Support>> },
  list: keyof typeof firstVersions,
): boolean {
  const versions = protocols.rows.filter(({ code }) => code >= firstVersions[list])
  return versions.every(({ name }) => supports[name] === 'refused' || (supports[name] === 'accepted' && completeFor[list].includes(name)))
}
