// Run: node gate.mjs example.com
import { gate, renderText } from 'tlsgate'

const report = await gate(process.argv.slice(2), { timeoutMs: 5000 })
console.log(renderText(report, { colour: process.stdout.isTTY }))

for (const { target, handshake } of report.targets) {
  if (handshake.failure) console.log(`${target.host}: ${handshake.failure.cause} at ${handshake.failure.step}`)
}
process.exitCode = { pass: 0, fail: 1, inconclusive: 2 }[report.verdict]
