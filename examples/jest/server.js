// The user's own server: what these tests put the handshake of under test. CommonJS, as jest has it without flags.
const { createServer } = require('node:https')

exports.shop = identity => createServer({ ...identity, minVersion: 'TLSv1.2' }, (_request, response) => response.end('open'))
