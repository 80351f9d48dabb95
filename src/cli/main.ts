#!/usr/bin/env node
// The entry of the command line: next to nothing, since it is the one file that is compiled anew in every run. The run is in process.ts.
import { enableCompileCache } from 'node:module'
import { compiledWhole } from './compiled-whole.ts'
import { noVerdict } from './exit-codes.ts'

const oldest = 24

if (Number.parseInt(process.versions.node, 10) < oldest) {
  process.stderr.write(`tlsgate: this is Node ${process.versions.node}\n  run it with Node ${oldest} or later\n`)
  process.exitCode = noVerdict
} else {
  // What a check loads is compiled once for all checks: they run again and again, and most of a short run is spent before the first byte is
  // sent. NODE_DISABLE_COMPILE_CACHE=1 turns it off.
  if (process.argv[2] === 'check') {
    enableCompileCache()
    // Node then reads its root certificates in a thread beside us, which takes as long as to load the rest.
    process.getBuiltinModule('node:tls')
  }
  compiledWhole(() => import('./process.ts')).catch((error: unknown) => {
    process.stderr.write(`tlsgate: ${String(error)}\n  the installation is damaged: install tlsgate again\n`)
    process.exit(noVerdict)
  })
}
