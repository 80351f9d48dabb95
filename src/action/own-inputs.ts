// The inputs and outputs of the Action beside the options of a check: what action.yml says more than settings/options.ts. A test compares.

export const ownInputs = [
  {
    name: 'targets',
    description: "What to check, one a line: host, host:port, [v6]:port or a URL such as smtp://mail.example.com; '#' begins a comment",
  },
  { name: 'fail-if-empty', description: 'Whether an empty list of targets fails the step; true unless given' },
  {
    name: 'report-dir',
    description: 'Directory for the report as tlsgate.json, .md, .sarif, .junit.xml and .html, made when missing; no files unless given',
  },
  { name: 'working-directory', description: 'Where relative paths of the other inputs begin; the workspace unless given' },
] as const

export const outputs = [
  { name: 'verdict', description: 'pass, fail or inconclusive; inconclusive also when the step could not run' },
  { name: 'passed', description: 'How many targets passed' },
  { name: 'failed', description: 'How many targets failed' },
  { name: 'inconclusive', description: 'How many targets could not be decided' },
  { name: 'report', description: 'Absolute path of the JSON report; empty without report-dir' },
  { name: 'markdown', description: 'Absolute path of the Markdown report; empty without report-dir' },
  { name: 'sarif', description: 'Absolute path of the SARIF log for code scanning; empty without report-dir' },
  { name: 'junit', description: 'Absolute path of the JUnit XML report; empty without report-dir' },
  { name: 'html', description: 'Absolute path of the HTML report, one page for a browser; empty without report-dir' },
] as const
