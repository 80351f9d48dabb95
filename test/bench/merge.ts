// What it costs to merge the reports of a fleet: the time beside a bare script that parses the same files and writes them out again, and the peak
// of memory. Run `npm run build` first, then `node test/bench/merge.ts [TARGETS] [ROUNDS]`. Prints figures; asserts nothing.
import { hash } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { TargetReport } from '../../src/gate.ts'
import { renderJson } from '../../src/report/json.ts'
import { digestOf, shardsOf } from '../../src/shard.ts'
import { surveyed } from '../support/sample-reports.ts'
import { type Command, inPairs, peakMib } from './processes.ts'

const [targets = 20_000, rounds = 3] = process.argv.slice(2).map(Number)
const root = join(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'tlsgate-merge-'))

const fingerprintOf = (text: string): string => hash('sha256', text).toUpperCase().match(/../g)?.join(':') ?? ''

/** One of many servers of the same kind: its name, its certificate and its times are its own. */
function targetAt(index: number): TargetReport {
  const [sample] = surveyed.targets
  if (sample === undefined) throw new Error('the sample has no target')
  const host = `h${String(index).padStart(6, '0')}.example.com`
  const { target, handshake, certificates } = sample
  return {
    ...sample,
    target: { ...target, host, url: `https://${host}:443` },
    handshake: {
      ...handshake,
      steps: handshake.steps.map(step => ({ ...step, atMs: step.atMs === null ? null : step.atMs + index / 1000 })),
    },
    certificates: {
      presented: certificates.presented.map((certificate, place) =>
        place > 0 ? certificate : { ...certificate, serialNumber: index.toString(16).toUpperCase(), fingerprint256: fingerprintOf(host) },
      ),
    },
    checks: sample.checks.map(check => (check.id.startsWith('certificate/') ? { ...check, message: `${check.message} (${host})` } : check)),
  }
}

try {
  const shards = shardsOf(targets, 'auto')
  const bound = (number: number): number => Math.floor((number * targets) / shards.length)
  const list = digestOf(Array.from({ length: targets }, (_, index) => targetAt(index).target.url))
  let bytes = 0
  for (const shard of shards) {
    const [first, next] = [bound(shard.number - 1), bound(shard.number)]
    const own = Array.from({ length: next - first }, (_, index) => targetAt(first + index))
    const file = join(folder, 'shards', String(shard.number), 'tlsgate.json')
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, renderJson({ ...surveyed, shard: { ...shard, list, waivers: [] }, targets: own }))
    bytes += statSync(file).size
  }
  writeFileSync(join(folder, 'summary.md'), '')
  const bare = `
const { globSync, readFileSync, writeFileSync } = require('node:fs')
for (const file of globSync('shards/*/tlsgate.json')) writeFileSync('bare.json', JSON.stringify(JSON.parse(readFileSync(file, 'utf8'))))`
  const environment = { PATH: process.env.PATH, GITHUB_WORKSPACE: folder }
  const merge: Command = {
    args: [join(root, 'dist/index.js')],
    env: {
      ...environment,
      INPUT_MERGE: join(folder, 'shards/*/tlsgate.json'),
      'INPUT_REPORT-DIR': join(folder, 'merged'),
      GITHUB_STEP_SUMMARY: join(folder, 'summary.md'),
    },
    exitCodes: [surveyed.verdict === 'pass' ? 0 : 1],
  }
  const script: Command = { args: ['-e', `process.chdir(${JSON.stringify(folder)})\n${bare}`], env: environment }
  const { a, ratio } = await inPairs(rounds, merge, script)
  const of = `${targets} targets in ${shards.length} reports, ${(bytes / 2 ** 20).toFixed(0)} MiB`
  console.log(`${of}: ${(a / 1000).toFixed(1)} s, ${ratio.toFixed(1)} x a bare script; peak ${peakMib(merge).toFixed(0)} MiB`)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
