module.exports = { setupFilesAfterEnv: ['tlsgate/jest'] }
