// The yardstick of many targets: the least a Node script does to shake hands with all of them, so many at a time. With 'plain' it leaves the
// secure context to `connect`, which makes one for each target.
import { readFileSync } from 'node:fs'
import { connect, createSecureContext } from 'node:tls'

const [listFile, caFile, atATime, plain] = process.argv.slice(2)
const targets = readFileSync(listFile, 'utf8').trim().split('\n').values()
const ca = readFileSync(caFile)
const trust = plain === 'plain' ? { ca } : { secureContext: createSecureContext({ ca }) }
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
