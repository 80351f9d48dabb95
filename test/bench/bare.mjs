// The yardstick: the least a Node script does to shake hands with a server and say what was negotiated.
import { readFileSync } from 'node:fs'
import { connect } from 'node:tls'

const [port, caFile] = process.argv.slice(2)
const socket = connect({ host: '127.0.0.1', port: Number(port), servername: 'localhost', ca: readFileSync(caFile) }, () => {
  console.log(socket.getProtocol())
  socket.end()
})
