// `tlsgate demo`: servers of our own on loopback, each with one fault, and what tlsgate says of them. Needs no network.
import { faults } from '../fixtures/catalogue.ts'
import { type FaultServer, serve } from '../fixtures/serve.ts'
import { gate, type TargetReport } from '../gate.ts'
import { systemEnv } from '../net/env.ts'
import { renderHeadline, renderTarget } from '../report/text.ts'
import { UsageError } from '../usage-error.ts'
import { readArguments } from './arguments.ts'
import { print } from './output.ts'
import { terminalText } from './terminal.ts'

/** The servers by the names of their faults, in the order they are shown. */
const shown = [
  'healthy',
  'expired',
  'wrong-host',
  'incomplete-chain',
  'tls-1-0-only',
  'no-common-cipher',
  'plain-http',
  'silent',
] as const satisfies readonly (keyof typeof faults)[]

type Shown = (typeof shown)[number]

const introduction = `${shown.length} servers on 127.0.0.1, each but the first broken on purpose. tlsgate shakes hands
with each as it would with yours, shows every step, and names the cause and the
fix. Their certificates are minted for this run, and the root of them is trusted.
`

/** How long to wait for the silent server: it has nothing to say. */
const silenceMs = 1000

/**
 * Prints the report on each server, then what was intended beside what was diagnosed.
 * Gives 0 when they agree for every server, otherwise 1.
 */
export async function demo(args: readonly string[]): Promise<number> {
  const { positionals } = readArguments('demo', args, [])
  if (positionals.length > 0) throw new UsageError('demo takes no target', 'for a server of yours: tlsgate check TARGET')

  print(introduction)
  await using servers = new AsyncDisposableStack()
  const started: { readonly name: Shown; readonly server: FaultServer }[] = []
  for (const name of shown) started.push({ name, server: servers.use(await serve(name)) })
  const reports = await Promise.all(started.map(checkServer))

  const text = terminalText()
  const rows = reports.map(({ name, report }, index) => {
    const { title, cause } = faults[name]
    print(`\n${index + 1}. ${name}: ${title}\n\n${renderHeadline(report, text)}\n${renderTarget(report, text)}\n`)
    return { name, intended: cause ?? completed, diagnosed: report.handshake.failure?.cause ?? completed }
  })
  const agreeing = rows.filter(({ intended, diagnosed }) => intended === diagnosed)
  print(`\n${table(rows)}\n${agreeing.length} of ${rows.length} servers were diagnosed as intended\n`)
  return agreeing.length === rows.length ? 0 : 1
}

const completed = 'none: the handshake completes'

async function checkServer({ name, server }: { name: Shown; server: FaultServer }): Promise<{ name: Shown; report: TargetReport }> {
  const { servername, port, ca } = server
  // The names of the fixtures lead to loopback, whatever this machine makes of them.
  const env = { ...systemEnv, lookup: async () => [{ address: '127.0.0.1', family: 4 }] as const }
  const options = { ca: [ca], survey: 'none' as const, ...(name === 'silent' && { timeoutMs: silenceMs }) }
  const { targets } = await gate([`https://${servername}:${port}`], options, { env })
  const [report] = targets
  if (report === undefined) throw new Error(`gate() gave no report on ${name}`)
  return { name, report }
}

function table(rows: readonly { readonly name: string; readonly intended: string; readonly diagnosed: string }[]): string {
  const head = { mark: ' ', name: 'Server', intended: 'Intended cause', diagnosed: 'Diagnosed cause' }
  return [head, ...rows.map(row => ({ mark: row.intended === row.diagnosed ? '✓' : '✗', ...row }))]
    .map(({ mark, name, intended, diagnosed }) => `  ${mark} ${name.padEnd(16)}  ${intended.padEnd(completed.length)}  ${diagnosed}\n`)
    .join('')
}
