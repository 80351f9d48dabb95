import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'

const output = pathToFileURL(join(import.meta.dirname, '../../src/cli/output.ts'))

test('of a result in pieces no more are made once its reader has left', async () => {
  const endless = `
    import { print } from ${JSON.stringify(output)}
    function* endless() { for (;;) yield 'x'.repeat(10_000) }
    print(endless())`
  const child = spawn(process.execPath, ['--input-type=module', '--eval', endless])
  child.stdout.destroy()
  const [stderr, [code]] = await Promise.all([text(child.stderr), once(child, 'close')])
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
})
