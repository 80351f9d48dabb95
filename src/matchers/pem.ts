// Certificates and keys as a test has them: PEM texts, the bytes of PEM files, or those that a server was made with.
import type { Server } from 'node:net'
import { adviceOnPem, certificatesOfPem } from '../certificate/pem.ts'
import { UsageError } from '../usage-error.ts'

/** PEM text, or the bytes of a PEM file. */
export type Pem = string | Uint8Array

/** @throws UsageError for a value of another type, which no compiler has seen */
export function pemText(name: string, pem: Pem): string {
  if (typeof pem === 'string') return pem
  if (pem instanceof Uint8Array) return Buffer.from(pem).toString()
  throw new UsageError(`${name} is no PEM: it is of the type ${typeof pem}`, adviceOnPem(pem))
}
const isOne = (pems: Pem | readonly Pem[]): pems is Pem => !Array.isArray(pems)
export const pemList = (name: string, pems: Pem | readonly Pem[]): string[] => (isOne(pems) ? [pems] : pems).map(pem => pemText(name, pem))

/** @throws UsageError for a text without a certificate: OpenSSL passes over it, and then trusts nobody */
export function trusted(ca: Pem | readonly Pem[]): string[] {
  const texts = pemList('ca', ca)
  if (texts.every(text => /-----BEGIN (?:X509 |TRUSTED )?CERTIFICATE-----/.test(text))) return texts
  throw new UsageError('ca holds no certificate', "give the text of a PEM file, not its path: readFileSync('ca.pem', 'utf8')")
}

/**
 * The certificates that a server was made with.
 * @throws UsageError when they are not known
 */
export function certificatesOf(server: Server | null): string[] {
  if (server === null)
    throw new UsageError(
      "ca: 'self' is for a server of this process, whose certificate is known",
      'expect() the server itself, or give ca as PEM',
    )
  const cert: unknown = Reflect.get(server, 'cert')
  const texts = [cert].flat().flatMap(pem => (typeof pem === 'string' || pem instanceof Uint8Array ? pemText('cert', pem) : []))
  if (texts.some(text => certificatesOfPem(text).length > 0)) return texts
  throw new UsageError(
    "ca: 'self' finds no certificate in the server",
    'it is made with pfx, by SNICallback or as a net.Server: give ca as PEM',
  )
}
