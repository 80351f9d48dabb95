// Whole processes timed in turns, A B A B …, so that a machine that slows down slows all. Figures are medians.
import { spawn, spawnSync } from 'node:child_process'

export interface Command {
  /** Node unless given. */
  readonly program?: string
  readonly args: readonly string[]
  readonly env?: NodeJS.ProcessEnv
  /** Stop the clock at the first line on stdout instead of the exit. */
  readonly untilFirstLine?: boolean
  /** Those that mean it did its work: 0 unless given. */
  readonly exitCodes?: readonly number[]
  /** Called after each run, those that do not count included. */
  readonly afterwards?: () => Promise<void>
}

// A machine may name further roots, which Node reads at every start with TLS in it: no work of what is measured.
const { NODE_EXTRA_CA_CERTS: _, ...environment } = process.env

/** Runs a program and gives the wall time in ms. Rejects when it exits with another code than it should. */
function wallMs({ program = process.execPath, args, env = environment, untilFirstLine, exitCodes = [0] }: Command): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>()
  const start = performance.now()
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'inherit'], env })
  let firstLine = Number.NaN
  child.stdout.on('data', (bytes: Buffer) => {
    if (Number.isNaN(firstLine) && bytes.includes('\n')) firstLine = performance.now() - start
  })
  child.once('error', reject)
  child.once('exit', code => {
    if (exitCodes.includes(code ?? -1)) resolve(untilFirstLine ? firstLine : performance.now() - start)
    else reject(new Error(`${program} ${args.join(' ')} exited with ${code}`))
  })
  return promise
}

/** The peak resident set of one run, in MiB. */
export function peakMib({ args, env = environment }: Command): number {
  const { stderr } = spawnSync(process.execPath, ['--import', new URL('peak.mjs', import.meta.url).href, ...args], {
    env,
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  return Number(/peak (\d+)/.exec(stderr)?.[1]) / 1024
}

export const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

/** Wall times in ms, a round of all commands at a time, after one round that does not count. */
export async function inTurns<Name extends string>(rounds: number, commands: Record<Name, Command>): Promise<Record<Name, number>[]> {
  const names = Object.keys(commands) as Name[]
  const times: Record<Name, number>[] = []
  for (let round = 0; round <= rounds; round++) {
    const taken: [Name, number][] = []
    for (const name of names) {
      taken.push([name, await wallMs(commands[name])])
      await commands[name].afterwards?.()
    }
    times.push(Object.fromEntries(taken) as Record<Name, number>)
  }
  return times.slice(1)
}

/** Medians of both, of their differences and of their ratios. */
export async function inPairs(runs: number, a: Command, b: Command): Promise<{ a: number; b: number; difference: number; ratio: number }> {
  const pairs = await inTurns(runs, { a, b })
  return {
    a: median(pairs.map(pair => pair.a)),
    b: median(pairs.map(pair => pair.b)),
    difference: median(pairs.map(pair => pair.a - pair.b)),
    ratio: median(pairs.map(pair => pair.a / pair.b)),
  }
}
