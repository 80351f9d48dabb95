// Preloaded into a process to be measured: says its peak resident set, in KiB, as the last line on stderr.
import { readFileSync } from 'node:fs'

process.on('exit', () => process.stderr.write(`peak ${peak()}\n`))

function peak() {
  const { maxRSS } = process.resourceUsage()
  // Linux counts into maxRSS what the process was before exec: a copy of its parent.
  return process.platform === 'linux' ? Number(/^VmHWM:\s+(\d+)/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] ?? maxRSS) : maxRSS
}
