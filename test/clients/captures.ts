// The captures that are kept beside this file, by the name of their profile.
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Capture } from './capture.ts'
import { helloIn } from './template.ts'

const folder = join(import.meta.dirname, 'captures')

export const captures: readonly Capture[] = globSync('*.json', { cwd: folder })
  .sort()
  .map(file => JSON.parse(readFileSync(join(folder, file), 'utf8')))

/** The hello of a capture, and the version of the record it came in. */
export function capturedHello({ name, records }: Capture): NonNullable<ReturnType<typeof helloIn>> {
  const sent = helloIn(Buffer.from(records, 'hex'))
  if (sent === null) throw new Error(`the capture of ${name} has no whole hello`)
  return sent
}
