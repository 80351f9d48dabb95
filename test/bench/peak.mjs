// Preloaded into a process to be measured: says its peak resident set, in KiB, as the last line on stderr.
process.on('exit', () => process.stderr.write(`peak ${process.resourceUsage().maxRSS}\n`))
