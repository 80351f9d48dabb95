// What other scanners find on a server, and what tlsgate does, brought to one form to be compared. Debian's sslscan 2.0.7 and nmap 7.93.
import type { Survey } from '../../src/judge/survey.ts'
import { cipherSuites } from '../../src/registry/cipher-suites.ts'

/** Cipher suites by protocol, IANA names, sorted. A protocol that the server refuses is not there. */
export type Suites = Readonly<Record<string, readonly string[]>>

export interface Peer {
  readonly program: string
  /** The whole process as a user would run it, but for output that can be read. */
  args(host: string, port: number): readonly string[]
  /** Reads its standard output. */
  suites(output: string): Suites
}

export const peers = {
  sslscan: {
    program: 'sslscan',
    args: (host, port) => ['--no-colour', '--sni-name=localhost', '--xml=-', `${host}:${port}`],
    suites: output =>
      byProtocol([
        ...[...output.matchAll(/<protocol type="(\w+)" version="([\d.]+)" enabled="1"/g)].map(
          ([, type = '', version = '']) => [`${type.toUpperCase()}v${version}`, null] as const,
        ),
        ...[...output.matchAll(/<cipher [^>]*sslversion="([^"]+)"[^>]* id="0x(\w+)"/g)].map(
          ([, protocol = '', code = '']) => [protocol, cipherSuites.label(Number.parseInt(code, 16))] as const,
        ),
      ]),
  },
  nmap: {
    program: 'nmap',
    // No look at whether the host is up, and no DNS: tlsgate does neither here.
    args: (host, port) => [
      ...['-Pn', '-n', '-oX', '-', '--script', 'ssl-enum-ciphers', '--script-args', 'tls.servername=localhost'],
      ...['-p', String(port), host],
    ],
    suites: output => {
      let protocol = ''
      const found: (readonly [string, string | null])[] = []
      for (const [, table, name] of output.matchAll(/<table key="((?:SSL|TLS)v[\d.]+)">|<elem key="name">([^<]+)</g)) {
        protocol = table ?? protocol
        // nmap spells TLS 1.3's suites as if they named a key exchange.
        found.push([protocol, name?.replace('TLS_AKE_WITH_', 'TLS_') ?? null])
      }
      return byProtocol(found)
    },
  },
} satisfies Record<string, Peer>

/** What the survey of a report says. */
export function surveyedSuites({ protocols, cipherSuites }: Pick<Survey, 'protocols' | 'cipherSuites'>): Suites {
  const accepted = Object.entries(protocols).filter(([, support]) => support === 'accepted')
  return byProtocol(
    accepted.flatMap(([protocol]) => [
      [protocol, null] as const,
      ...(cipherSuites[protocol] ?? []).map(suite => [protocol, suite] as const),
    ]),
  )
}

/** @param found suites, and null for a protocol that is accepted */
function byProtocol(found: readonly (readonly [protocol: string, suite: string | null])[]): Suites {
  const names = Object.groupBy(found, ([protocol]) => protocol)
  return Object.fromEntries(
    Object.entries(names)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([protocol, rows = []]) => [protocol, [...new Set(rows.map(([, suite]) => suite).filter(suite => suite !== null))].toSorted()]),
  )
}
