// Spells names of cipher suites for the lists of policies, which publishers give as tables of key exchange by cipher.

/** 'ECDHE_RSA' and 'AES_128_GCM_SHA256' make 'TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256'; every exchange with every cipher. */
export function suitesOf(exchanges: readonly string[], ciphers: readonly string[]): string[] {
  return exchanges.flatMap(exchange => ciphers.map(cipher => `TLS_${exchange}_WITH_${cipher}`))
}
