#!/usr/bin/env node
// The entry of the command line: next to nothing, since it is the one file that is compiled anew in every run. The run is in process.ts.
import { constants, enableCompileCache } from 'node:module'
import { setFlagsFromString } from 'node:v8'
import { noVerdict } from './exit-codes.ts'

const oldest = 24

if (Number.parseInt(process.versions.node, 10) < oldest) {
  process.stderr.write(`tlsgate: this is Node ${process.versions.node}\n  run it with Node ${oldest} or later\n`)
  process.exitCode = noVerdict
} else {
  // What a check loads is compiled once for all checks: they run again and again, and most of a short run is spent before the first byte is
  // sent. NODE_DISABLE_COMPILE_CACHE=1 turns it off.
  const { ENABLED, ALREADY_ENABLED } = constants.compileCacheStatus
  const isCached = process.argv[2] === 'check' && [ENABLED, ALREADY_ENABLED].includes(enableCompileCache().status)
  // The cache takes a file as it was when it had been loaded, without the functions that V8 leaves until they are called: to compile those
  // would take a tenth of every run. So none is left. The bundle has been compiled when import() returns; what it loads next is Node's own.
  if (isCached) setFlagsFromString('--no-lazy')
  const loaded = import('./process.ts')
  if (isCached) setFlagsFromString('--lazy')
  loaded.catch((error: unknown) => {
    process.stderr.write(`tlsgate: ${String(error)}\n  the installation is damaged: install tlsgate again\n`)
    process.exit(noVerdict)
  })
}
