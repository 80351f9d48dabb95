// The example workflows: valid for GitHub, true to our action.yml, and the one that starts a server run as its runner would run it.
import { execFileSync } from 'node:child_process'
import { cpSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { programPath } from '../support/real-servers.ts'
import { runStep } from '../support/runner.ts'
import { readAction, readWorkflow } from '../support/workflow-parser.ts'

const root = join(import.meta.dirname, '../..')
const read = (path: string): string => readFileSync(join(root, path), 'utf8')
const workflows = globSync('examples/workflows/*.yml', { cwd: root })
const inputs = readAction(read('action.yml')).action?.inputs?.map(input => input.id) ?? []

describe.each(workflows)('%s', path => {
  const { errors, steps } = readWorkflow(path, read(path))
  const ours = steps.filter(({ uses }) => uses?.startsWith('tlsgate/tlsgate@'))

  test('is a workflow GitHub accepts', () => expect(errors).toEqual([]))

  test('has our step, with inputs that action.yml has', () => {
    expect(ours).not.toEqual([])
    for (const step of ours) expect(inputs).toEqual(expect.arrayContaining(Object.keys(step.with)))
  })

  test('pins the actions of others to a commit', () => {
    for (const { uses } of steps) if (uses && !ours.some(step => step.uses === uses)) expect(uses).toMatch(/@[0-9a-f]{40}$/)
  })

  test('asks for no right but to read, and for what its step writes', () => {
    expect(read(path)).toMatch(/^permissions:\n {2}contents: read\n$/m)
    const given = ours.flatMap(step => [
      ...(['always', 'on-failure'].includes(step.with.comment ?? '') ? ['pull-requests: write'] : []),
      ...(step.with.issue === 'true' ? ['issues: write'] : []),
    ])
    if (steps.some(({ uses }) => uses?.startsWith('github/codeql-action/upload-sarif@'))) given.push('security-events: write')
    expect(read(path).match(/(?<=^ {6})[\w-]+: write$|write-all/gm) ?? []).toEqual(given)
    expect(read(path).match(/: write\b|write-all/g) ?? []).toHaveLength(given.length)
  })
})

const path = 'examples/workflows/pull-request.yml'
test.skipIf(programPath('nginx') === null)(`${path} passes the configuration it has, and none that takes part in TLS 1.0`, async () => {
  const workspace = mkdtempSync(join(tmpdir(), 'tlsgate-pull-request-'))
  try {
    cpSync(join(root, 'examples/nginx'), join(workspace, 'nginx'), { recursive: true })
    const { steps } = readWorkflow(path, read(path))
    // What only a hosted runner needs is left out: the installation of nginx.
    const scripts = steps.flatMap(({ run }) => run ?? []).filter(script => !script.startsWith('sudo apt-get'))
    for (const script of scripts) execFileSync('bash', ['-e', '-c', script], { cwd: workspace, stdio: 'pipe' })
    const step = steps.find(({ uses }) => uses?.startsWith('tlsgate/tlsgate@'))
    const conf = readFileSync(join(workspace, 'nginx/nginx.conf'), 'utf8')
    const others = ['cert.pem', 'key.pem', 'tls.lock.json'].map(name => `nginx/${name}`)
    const runWith = (configuration: string): ReturnType<typeof runStep> =>
      runStep({
        inputs: step?.with ?? {},
        env: { PATH: `${process.env.PATH}:/usr/sbin` },
        files: {
          'nginx/nginx.conf': configuration,
          ...Object.fromEntries(others.map(name => [name, readFileSync(join(workspace, name))])),
        },
      })

    await using healthy = await runWith(conf)
    expect(healthy.outputs.verdict).toBe('pass')
    expect(healthy.summary).toContain('#### Since the baseline nginx/tls.lock.json')
    expect(healthy.summary).not.toContain('not compared')

    for (const [protocols, causes] of [
      ['TLSv1 TLSv1.2', ['obsolete-protocol-accepted', 'weak-cipher-accepted', 'baseline-weakened']],
      ['TLSv1', ['protocol-version-mismatch']],
    ] as const) {
      const weak = conf
        .replace(/^ +ssl_protocols .*/m, `ssl_protocols ${protocols};`)
        .replace(/^ +ssl_ciphers .*/m, 'ssl_ciphers ALL:@SECLEVEL=0;')
      await using broken = await runWith(weak)
      expect(broken).toMatchObject({ exitCode: 1, outputs: { verdict: 'fail' } })
      for (const cause of causes) expect(broken.log).toContain(cause)
    }

    await using mistaken = await runWith(conf.replace(/^ +ssl_protocols/m, 'ssl_protocol'))
    expect(mistaken).toMatchObject({ exitCode: 1, outputs: { verdict: 'inconclusive' } })
    expect(mistaken.annotations[0]?.message).toContain('is gone before it answered TLS')
    expect(mistaken.log).toContain('unknown directive "ssl_protocol"')
  } finally {
    rmSync(workspace, { recursive: true, force: true })
  }
})
