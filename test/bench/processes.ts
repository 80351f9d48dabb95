// Whole processes timed in pairs, A B A B …, so that a machine that slows down slows both. Figures are medians.
import { spawn, spawnSync } from 'node:child_process'

export interface Command {
  readonly args: readonly string[]
  readonly env?: NodeJS.ProcessEnv
  /** Stop the clock at the first line on stdout instead of the exit. */
  readonly untilFirstLine?: boolean
}

/** Runs Node with these arguments and gives the wall time in ms. Rejects when it does not exit with 0. */
function wallMs({ args, env = process.env, untilFirstLine }: Command): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>()
  const start = performance.now()
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'], env })
  let firstLine = Number.NaN
  child.stdout.on('data', (bytes: Buffer) => {
    if (Number.isNaN(firstLine) && bytes.includes('\n')) firstLine = performance.now() - start
  })
  child.once('error', reject)
  child.once('exit', code => {
    if (code === 0) resolve(untilFirstLine ? firstLine : performance.now() - start)
    else reject(new Error(`node ${args.join(' ')} exited with ${code}`))
  })
  return promise
}

/** The peak resident set of one run, in MiB. */
export function peakMib({ args, env = process.env }: Command): number {
  const { stderr } = spawnSync(process.execPath, ['--import', new URL('peak.mjs', import.meta.url).href, ...args], {
    env,
    encoding: 'utf8',
  })
  return Number(/peak (\d+)/.exec(stderr)?.[1]) / 1024
}

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

/** Medians of both, of their differences and of their ratios, after one run of each that does not count. */
export async function inPairs(runs: number, a: Command, b: Command): Promise<{ a: number; b: number; difference: number; ratio: number }> {
  await wallMs(a)
  await wallMs(b)
  const pairs: { a: number; b: number }[] = []
  for (let run = 0; run < runs; run++) pairs.push({ a: await wallMs(a), b: await wallMs(b) })
  return {
    a: median(pairs.map(pair => pair.a)),
    b: median(pairs.map(pair => pair.b)),
    difference: median(pairs.map(pair => pair.a - pair.b)),
    ratio: median(pairs.map(pair => pair.a / pair.b)),
  }
}
