// The yardstick of many targets: a script that shakes hands with all of them, so many at a time. With 'shared' it does the least there is: one
// secure context for all, where `connect` makes one of its ca for each target.
import { readFileSync } from 'node:fs'
import { connect, createSecureContext } from 'node:tls'

const [listFile, caFile, atATime, shared] = process.argv.slice(2)
const targets = readFileSync(listFile, 'utf8').trim().split('\n').values()
const ca = readFileSync(caFile)
const trust = shared === 'shared' ? { secureContext: createSecureContext({ ca }) } : { ca }
let completed = 0

async function worker() {
  for (const target of targets) {
    const [host, port] = target.split(':')
    const socket = connect({ host, port: Number(port), servername: 'localhost', ...trust })
    await new Promise((resolve, reject) => socket.once('secureConnect', resolve).once('error', reject))
    if (socket.authorized) completed++
    socket.end()
    socket.resume()
    await new Promise(resolve => socket.once('close', resolve))
  }
}
await Promise.all(Array.from({ length: Number(atATime) }, worker))
console.log(completed)
