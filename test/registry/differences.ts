// Compares a table with an independent one: every difference needs a listed reason, and every listed reason a difference.
import { expect } from 'vitest'

/** What is compared: a number and what it stands for. */
export type Entry = readonly [code: number, name: string]

/** A difference that is meant: a pattern of the lines below, and why it is there. */
export type Exception = readonly [line: RegExp, reason: string]

/** One line a difference: 'only ours: 0x1306 TLS_AEGIS_256_SHA512'. */
export function differences(ours: readonly Entry[], theirs: readonly Entry[]): string[] {
  const [ourLines, theirLines] = [new Set(ours.map(lineOf)), new Set(theirs.map(lineOf))]
  return [
    ...[...ourLines].filter(line => !theirLines.has(line)).map(line => `only ours: ${line}`),
    ...[...theirLines].filter(line => !ourLines.has(line)).map(line => `only theirs: ${line}`),
  ]
}

/** Fails on a difference without a reason and on a reason without a difference. */
export function expectAllExplained(lines: readonly string[], exceptions: readonly Exception[]): void {
  const unexplained = lines.filter(line => !exceptions.some(([pattern]) => pattern.test(line)))
  const needless = exceptions.filter(([pattern]) => !lines.some(line => pattern.test(line))).map(([, reason]) => reason)
  expect({ unexplained, needless }).toEqual({ unexplained: [], needless: [] })
}

function lineOf([code, name]: Entry): string {
  return `0x${code.toString(16).padStart(4, '0')} ${name}`
}
