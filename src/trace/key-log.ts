// The secrets of one session, read from its key log. The format is NSS's, now draft-ietf-tls-keylogfile.

/** Labels a key log may hold that open a handshake. */
export type SecretLabel =
  | 'CLIENT_RANDOM'
  | 'CLIENT_HANDSHAKE_TRAFFIC_SECRET'
  | 'SERVER_HANDSHAKE_TRAFFIC_SECRET'
  | 'CLIENT_TRAFFIC_SECRET_0'
  | 'SERVER_TRAFFIC_SECRET_0'

/**
 * The secret of that label for one session, or null.
 * @param clientRandom of its ClientHello, in lower-case hexadecimal digits
 */
export function secretOf(keyLog: readonly string[], label: SecretLabel, clientRandom: string): Buffer | null {
  const prefix = `${label} ${clientRandom} `
  const line = keyLog.find(candidate => candidate.startsWith(prefix))
  return line === undefined ? null : Buffer.from(line.slice(prefix.length), 'hex')
}
