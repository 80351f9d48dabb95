// tlsgate/fixtures as other module systems and older syntax have it: required, closed by hand, in a process that ends by itself.
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
import { faults } from '../../src/fixtures/catalogue.ts'

const root = join(import.meta.dirname, '../..')

const script = `
async function main({ createCa, faults, mint, ocspResponse, serve, serveRevocation, startTrustStore }) {
  const issuer = await createCa()
  const minted = await mint({ issuer })
  const authority = await serveRevocation(issuer)
  const store = await startTrustStore(minted, minted.root)
  if ((await ocspResponse(minted)).length < 100) throw new Error('no response')
  const ports = new Set()
  for (const name of Object.keys(faults)) {
    const server = await serve(name)
    if (server.host === '127.0.0.1') ports.add(server.port)
    // A client that is in the middle of its handshake when the server closes.
    process.getBuiltinModule('node:tls').connect({ ...server.options, rejectUnauthorized: false }).on('error', () => {})
    await server.close()
  }
  await authority.close()
  await store.close()
  console.log(ports.size > 0 ? Object.keys(faults).length : 'nothing was served')
}
`

describe.each([
  ['CommonJS', 'commonjs', "main(require('tlsgate/fixtures'))"],
  ['ES modules', 'module', "main(await import('tlsgate/fixtures'))"],
] as const)('%s', (_, type, start) => {
  test('every fault is served and closed, and the process ends by itself', async () => {
    // The package refers to itself by its name.
    const { stdout, stderr } = await promisify(execFile)(process.execPath, [`--input-type=${type}`, '-e', script + start], {
      cwd: root,
      timeout: 50_000,
    })
    // Node's own word to whoever makes a server with a short prime, which one of the faults is.
    const said = stderr.replace(/^\(node:\d+\) SecurityWarning: DH parameter.*\n\(Use `node --trace-warnings.*\n/m, '')
    expect({ stdout, stderr: said }).toEqual({ stdout: `${Object.keys(faults).length}\n`, stderr: '' })
  })
})
