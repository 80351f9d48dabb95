// Captures the hello that a real program sends: node test/clients/capture.ts [NAME…] writes captures/NAME.json and prints the row of it.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { listen } from '../support/loopback.ts'
import { found, type Program, programs, versionOf } from './programs.ts'
import { run } from './running.ts'
import { helloIn, templateOf } from './template.ts'

/** What stands in captures/*.json. */
export interface Capture {
  readonly name: string
  /** What the program said of its version. */
  readonly version: string
  readonly capturedAt: string
  /** The records that carried the hello, in hexadecimal; it was sent to localhost. */
  readonly records: string
}

/** Lets a program connect to a port of this machine and keeps the records of its ClientHello. */
export async function capture(program: Program, path: string): Promise<Uint8Array> {
  const { promise: hello, resolve, reject } = Promise.withResolvers<Uint8Array>()
  await using server = await listen(socket => {
    let received = Buffer.alloc(0)
    // Some of a browser's connections are opened ahead of need and closed without a word.
    socket.on('data', bytes => {
      received = Buffer.concat([received, bytes])
      if (helloIn(received)) resolve(received)
    })
  })
  await using running = run(program, path, server.port)
  running.printed.then(({ errors }) => reject(new Error(`${program.name} ended without a hello: ${errors}`)), reject)
  const deadline = setTimeout(() => reject(new Error(`${program.name} sent no hello in time`)), 60_000)
  try {
    return await hello
  } finally {
    clearTimeout(deadline)
  }
}

async function main(names: readonly string[]): Promise<void> {
  for (const program of programs.filter(({ name }) => names.length === 0 || names.includes(name))) {
    const place = found(program)
    if ('missing' in place) {
      console.error(`${program.name}: skipped, ${place.missing}`)
      continue
    }
    const records = await capture(program, place.path)
    const sent = helloIn(records)
    const kept: Capture = {
      name: program.name,
      version: versionOf(place.path, program.version.args)?.split('\n', 1)[0] ?? '',
      capturedAt: new Date().toISOString().slice(0, 10),
      records: Buffer.from(records).toString('hex'),
    }
    writeFileSync(join(import.meta.dirname, 'captures', `${program.name}.json`), `${JSON.stringify(kept, null, 2)}\n`)
    console.log(program.name, JSON.stringify(sent && templateOf(sent)))
  }
}

if (import.meta.main) await main(process.argv.slice(2))
