// The files that options name: certificates, revocation lists, keys. Whether they belong together is for OpenSSL to say.
import { X509Certificate } from 'node:crypto'
import { holds, pemBlocks, pemOf } from '../certificate/pem.ts'
import type { BaselineSource } from '../judge/baseline/lock-file.ts'
import { startOf } from '../location.ts'
import { UsageError } from '../usage-error.ts'
import type { OptionName } from './options.ts'

/** Where files come from: an adapter resolves relative paths its own way. */
export interface Files {
  /** The content of a file, or an error of the system. */
  readFile(path: string): Uint8Array
  /** A file as a report names it; as the user does unless given. */
  shownPath?(path: string): string
}

/** A file as messages and reports name it, with forward slashes. */
export const shownPath = (files: Files, path: string): string => (files.shownPath?.(path) ?? path).replaceAll('\\', '/')

/** Whatever else may be wrong with it, a file that is there was meant. */
export function isThere(files: Files, path: string): boolean {
  try {
    files.readFile(path)
    return true
  } catch (error) {
    return !(error instanceof Error && 'code' in error && error.code === 'ENOENT')
  }
}

/** Whether it was the system that could not do something with a file, and no mistake of ours in what was to be written. */
export const isOfSystem = (error: unknown): boolean => error instanceof Error && 'syscall' in error

/** What is wrong in a file that could be read; as a whole, so that it stands at its beginning. */
const wrongIn = (files: Files, path: string, [message, hint]: readonly [message: string, hint: string], cause?: unknown): UsageError =>
  new UsageError(message, hint, { cause, location: startOf(shownPath(files, path)) })

const checkPath = 'check the path and the rights of the file'

/** What to do where there is no such file, and with one that is empty. */
interface Hints {
  readonly ifMissing?: string
  readonly ifEmpty?: string
}

/** @throws UsageError when the file cannot be read or is empty */
export function readBytes(files: Files, name: string, path: string, hints: Hints = {}): Buffer {
  const { ifMissing = checkPath, ifEmpty = 'check what should have written it' } = hints
  let bytes: Uint8Array
  try {
    bytes = files.readFile(path)
  } catch (error) {
    throw new UsageError(
      `the file of ${name} cannot be read: ${reasonOf(error)}: ${JSON.stringify(path)}`,
      isThere(files, path) ? checkPath : ifMissing,
      { cause: error },
    )
  }
  if (bytes.length === 0) throw wrongIn(files, path, [`the file of ${name} is empty`, ifEmpty])
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

/** A text that somebody else may have written: how it is called in messages, and the most bytes it may have. */
interface TextKind extends Hints {
  /** 'a configuration'. */
  readonly noun: string
  readonly largest: number
}

/**
 * The text of a UTF-8 file.
 * @throws UsageError when it cannot be read, is empty, too long or no text
 */
export function readText(files: Files, name: string, path: string, { noun, largest, ...hints }: TextKind): string {
  const bytes = readBytes(files, name, path, hints)
  if (bytes.length > largest)
    throw wrongIn(files, path, [
      `the file of ${name} has ${bytes.length} bytes`,
      `${noun} has at most ${largest}: check that it is the right file`,
    ])
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (cause) {
    throw wrongIn(files, path, [`the file of ${name} is no UTF-8 text`, 'save it as UTF-8'], cause)
  }
}

const readBefore = new WeakMap<Files, Map<string, readonly string[]>>()

/**
 * The certificates of a PEM or DER file, each as PEM. The same texts for the same files and path: a thousand targets may name one file.
 * @throws UsageError when there is none, or one cannot be parsed
 */
export function readCertificates(files: Files, name: OptionName, path: string): readonly string[] {
  const known = readBefore.get(files) ?? new Map<string, readonly string[]>()
  readBefore.set(files, known)
  const certificates = known.get(path) ?? parseCertificates(files, name, path)
  known.set(path, certificates)
  return certificates
}

function parseCertificates(files: Files, name: OptionName, path: string): string[] {
  const bytes = readBytes(files, name, path)
  const blocks = pemBlocks(bytes.toString('latin1'), /(?:X509 |TRUSTED )?CERTIFICATE/)
  const found: readonly (string | Buffer)[] = blocks.length > 0 ? blocks : [bytes]
  return found.map((certificate, index) => {
    try {
      return new X509Certificate(certificate).toString()
    } catch (error) {
      const which = blocks.length > 1 ? `certificate ${index + 1} of` : 'the certificate in'
      throw blocks.length === 0
        ? wrongIn(files, path, notHolding(name, 'certificate'), error)
        : wrongIn(files, path, [`${which} the file of ${name} cannot be parsed`, 'look at it with: openssl x509 -text -in FILE'], error)
    }
  })
}

/**
 * A revocation list as PEM; authorities publish them as DER (RFC 5280 §4.2.1.13).
 * @throws UsageError when the file holds something else
 */
export function readRevocationList(files: Files, name: OptionName, path: string): string {
  const bytes = readBytes(files, name, path)
  const blocks = pemBlocks(bytes.toString('latin1'), /X509 CRL/)
  if (blocks.length > 0) return `${blocks.join('\n')}\n`
  // A DER SEQUENCE whose length is not in the short form: a list is never that small.
  if (bytes[0] !== 0x30 || (bytes[1] ?? 0) < 0x80) throw wrongIn(files, path, notHolding(name, 'revocation list'))
  return pemOf('X509 CRL', bytes)
}

/**
 * The text of a PEM file with at least one block of the kind.
 * @throws UsageError otherwise
 */
export function readPem(files: Files, name: OptionName, path: string, kind: 'CERTIFICATE' | 'PRIVATE KEY'): string {
  const pem = readBytes(files, name, path).toString('latin1')
  if (!holds(pem, kind)) throw wrongIn(files, path, notHolding(name, kind === 'CERTIFICATE' ? 'certificate as PEM' : 'private key as PEM'))
  return pem
}

/**
 * The text of a lock file; what it says is for gate() to read.
 * @throws UsageError when there is none, or nobody wrote it
 */
export function readBaseline(files: Files, path: string, name = 'baseline'): BaselineSource {
  const kind = { noun: 'a baseline', largest: largestBaseline, ...(name === 'baseline' && lockFileHints) }
  return { file: shownPath(files, path), text: readText(files, name, path, kind) }
}

/** Of the lock file of a run, which tlsgate itself writes; what is compared by hand may be anything. */
const lockFileHints = {
  ifMissing: 'write it with tlsgate check --update-baseline and commit it, or correct the path',
  ifEmpty: 'restore it from version control; or remove it, and write it anew with tlsgate check --update-baseline',
}

/** Bytes, not much less than the characters that V8 lets a string have: 100,000 targets of a lock file, and 10,000 of a report with a survey. */
const largestBaseline = 500 * 1024 * 1024

/** The first line of a file, without its end: how a passphrase is stored. */
export function readFirstLine(files: Files, name: OptionName, path: string): string {
  const [line = ''] = readBytes(files, name, path).toString('utf8').split(/\r?\n/, 1)
  return line
}

const notHolding = (name: OptionName, what: string): readonly [message: string, hint: string] => [
  `the file of ${name} holds no ${what}`,
  `name a file with a ${what}`,
]

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'ENOENT') return 'there is no such file'
  if (code === 'EISDIR') return 'it is a directory'
  if (code === 'EACCES' || code === 'EPERM') return 'permission denied'
  return error instanceof Error ? error.message : String(error)
}
