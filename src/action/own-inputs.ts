// The inputs and outputs of the Action beside the options of a check: what action.yml says more than settings/options.ts. A test compares.
// Only the token has a default there: no configuration file can hold one, and it is not to be had in another way.

export const ownInputs = [
  {
    name: 'targets',
    description: "What to check, one a line: host, host:port, [v6]:port or a URL such as smtp://mail.example.com; '#' begins a comment",
  },
  { name: 'fail-if-empty', description: 'Whether an empty list of targets fails the step; true unless given' },
  {
    name: 'start',
    description: 'Commands that start the servers to check, one a line, each for a shell; they and all they start are ended with the step',
  },
  {
    name: 'wait-on',
    description: 'What has to answer TLS, trusted or not, before anything is checked, one a line; with start the targets unless given',
  },
  { name: 'wait-on-timeout', description: 'Longest time in seconds to wait for that; 60 unless given' },
  {
    name: 'merge',
    description: 'JSON reports of the shards of a run to join in the place of checking anything, as paths or globs, one a line',
  },
  {
    name: 'report-dir',
    description: 'Directory for the report as tlsgate.json, .md, .sarif, .junit.xml and .html, made when missing; no files unless given',
  },
  {
    name: 'comment',
    description:
      'When to comment on the pull request, in one comment that is edited in place: always, on-failure or never; never unless given; the job needs pull-requests: write',
  },
  {
    name: 'comment-key',
    description: 'Tells the comment and the issue of this step from those of others; the workflow and the job unless given',
  },
  {
    name: 'issue',
    description:
      'Whether to keep an issue open while a target does not pass, and to close it when all do (true or false); false unless given; the job needs issues: write',
  },
  {
    name: 'deployment-status',
    description:
      'Whether to write the verdict as a status of the deployment (true or false); true on the events deployment and deployment_status unless given; the job needs deployments: write',
  },
  {
    name: 'token',
    description: 'Token to write comment, issue and deployment status with; that of the job unless given',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: an expression of GitHub's
    default: '${{ github.token }}',
  },
  {
    name: 'working-directory',
    description: 'Where relative paths of the other inputs begin, and where start runs; the workspace unless given',
  },
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
