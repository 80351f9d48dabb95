// `tlsgate --help`, and `--help` after each command. The options are printed from their table.
import { schemes } from '../net/scheme.ts'
import { UsageError } from '../usage-error.ts'
import { checkOptions, type DescribedOption, diffOptions, planOptions, reportOptions } from './check-options.ts'
import { print } from './output.ts'

const general = `tlsgate puts the TLS handshake under test: it performs a real one, shows every
step of it, and when it fails names the step, the cause and the fix.

Usage
  tlsgate check TARGET… [OPTIONS]  Check servers and print a report
  tlsgate diff OLD NEW             Say what got weaker or stronger in between
  tlsgate plan [TARGET…]           Share many targets among the jobs of a matrix
  tlsgate merge REPORT…            Join the reports of these jobs into one
  tlsgate demo                     See it at work on servers of its own
  tlsgate explain [ID]             Explain a check or a cause, or list them all
  tlsgate COMMAND --help           Say more about a command
  tlsgate --version                Print its version, Node's and OpenSSL's
`

const targets = `Targets
  example.com               HTTPS on port 443
  example.com:8443          another port; [::1]:8443 for an IPv6 address
  smtp://mail.example.com   a URL, whose scheme says the port and how TLS begins
  -                         a list on standard input, one a line, # for comments
${wrapped(`The schemes are ${schemes.map(({ name }) => name).join(', ')}.`, 2)}`

const exitCodesText = `Exit codes
  0  pass: no check as severe as --fail-on has failed, and all are decided
  1  fail: a check as severe as --fail-on has failed
  2  inconclusive: none has failed, but one could not be decided (no answer in
     time, or Ctrl-C, which still prints what is known); never taken for a pass
  3  wrong usage, or a bug in tlsgate: there is no verdict
`

const environment = `Environment
  NO_COLOR=1, FORCE_COLOR=1  Never or always write colours; as the terminal can
                             unless given
  DEBUG=1                    Print the stack of a bug in tlsgate
`

const examples = `Examples
  tlsgate check example.com smtp://mail.example.com
  tlsgate check example.com --connect-to 203.0.113.7:443  # not in DNS yet
  tlsgate check localhost:8443 --ca ca.pem --servername www.example.com
  tlsgate check api.example.com --cert client.pem --key client-key.pem
  tlsgate check example.com --at 2027-01-31               # valid by then?
  tlsgate check - --format json --output report.json < servers.txt
`

/** By command; the general text without one. */
const texts: Readonly<Record<string, () => string>> = {
  check: () =>
    [
      'Shakes hands with every target as a verifying client, and judges the outcome.\n\nUsage\n  tlsgate check TARGET… [OPTIONS]\n',
      targets,
      ...optionGroups(checkOptions),
      exitCodesText,
      environment,
      examples,
    ].join('\n'),
  diff: () =>
    [
      `Compares two runs, each a lock file (check --update-baseline) or a JSON report:
what got weaker, stronger or merely different, and which clients connect now or
no longer. Nothing is probed.

Usage
  tlsgate diff OLD NEW [OPTIONS]
`,
      ...optionGroups(diffOptions),
      `Exit codes
  0  nothing got weaker
  1  something got weaker, or a check fails that did not
  2  nothing did as far as it could be compared, and not everything could be
  3  wrong usage, or a bug in tlsgate
`,
      `Examples
  tlsgate diff tls.lock.json report.json
  tlsgate diff before.json after.json --format markdown
`,
    ].join('\n'),
  plan: () =>
    [
      `Prints the matrix of a workflow that checks a long list of targets in many jobs,
as JSON for strategy.matrix: {"shard":["1/3","2/3","3/3"]}. Each job checks its
part with check --shard. Nothing is probed.

Usage
  tlsgate plan [TARGET…] [OPTIONS]
`,
      ...optionGroups(planOptions),
      `Examples
  matrix=$(tlsgate plan --config fleet.yml)  # fails the step where it fails
  echo "matrix=$matrix" >> "$GITHUB_OUTPUT"
  tlsgate plan - --shards 8 < servers.txt
`,
    ].join('\n'),
  merge: () =>
    [
      `Joins the JSON reports of the shards of a run into one report with one verdict.
A run of which the report of a shard is missing has not passed.

Usage
  tlsgate merge REPORT… [OPTIONS]
`,
      ...optionGroups(reportOptions),
      exitCodesText,
      `Examples
  tlsgate merge reports/*/tlsgate.json --format markdown
`,
    ].join('\n'),
  demo: () => `Starts servers on this machine, each but the first broken in its own way, checks
them all, and compares the causes found with those intended. Needs no network.

Usage
  tlsgate demo

Exit codes
  0  every server was diagnosed as intended
  1  one was not
`,
  explain: () => `Explains a check or a cause by its id, as a report names it: what it means, why
it matters, what to do, and the sources. Without an id it lists them all.

Usage
  tlsgate explain [ID]

Examples
  tlsgate explain certificate/validity
  tlsgate explain no-common-cipher
`,
}

/** Prints the help of a command; without one, of tlsgate. */
export async function help(args: readonly string[]): Promise<number> {
  const [command] = args
  print(helpText(command))
  return 0
}

function helpText(command: string | undefined): string {
  if (command === undefined || command === 'help') return [general, exitCodesText, examples].join('\n')
  const text = Object.hasOwn(texts, command) ? texts[command] : undefined
  if (text === undefined)
    throw new UsageError(`there is no help on ${JSON.stringify(command)}`, `there is on ${Object.keys(texts).join(', ')}`)
  return text()
}

function optionGroups(options: readonly DescribedOption[]): string[] {
  return [...new Set(options.map(({ group }) => group))].map(group => {
    const rows = options.filter(option => option.group === group).map(optionText)
    return `${group}\n${rows.join('')}`
  })
}

const column = 28

function optionText({ name, placeholder, description }: DescribedOption): string {
  const label = `  --${name}${placeholder === null ? '' : ` ${placeholder}`}`
  const text = wrapped(description, column)
  // A label that reaches into the column of descriptions has its line for itself.
  return label.length < column - 1 ? label.padEnd(column) + text.slice(column) : `${label}\n${text}`
}

/** Lines of at most 80 columns, each indented and with its line end. */
function wrapped(text: string, indent: number): string {
  return text.replace(new RegExp(`(.{1,${80 - indent}})(?: |$)`, 'g'), `${' '.repeat(indent)}$1\n`)
}
