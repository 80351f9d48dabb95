// Facts of a server that is as a sensible team has it, for the tests of all that compares facts.
import type { TargetFacts } from '../../../src/judge/baseline/facts.ts'
import { betterFeatures } from '../../../src/judge/baseline/strength.ts'

export const sound: TargetFacts = {
  handshake: {
    protocol: 'TLSv1.3',
    cipherSuite: 'TLS_AES_256_GCM_SHA384',
    group: 'X25519MLKEM768',
    signatureScheme: 'ecdsa_secp256r1_sha256',
    alpn: 'h2',
  },
  protocols: {
    SSLv2: 'refused',
    SSLv3: 'refused',
    'TLSv1.0': 'refused',
    'TLSv1.1': 'refused',
    'TLSv1.2': 'accepted',
    'TLSv1.3': 'accepted',
  },
  cipherSuites: {
    'TLSv1.2': {
      complete: true,
      order: 'server',
      accepted: ['TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384', 'TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256'],
    },
    'TLSv1.3': { complete: true, order: 'server', accepted: ['TLS_AES_256_GCM_SHA384', 'TLS_AES_128_GCM_SHA256'] },
  },
  groups: { complete: true, accepted: ['X25519MLKEM768', 'x25519', 'secp256r1'] },
  signatureSchemes: { complete: true, accepted: ['ecdsa_secp256r1_sha256'] },
  dhPrimeBits: null,
  features: { ...betterFeatures, 'strict-alpn': 'no' },
  chain: {
    length: 2,
    problem: 'none',
    certificates: [
      { key: 'EC secp256r1', keyBits: 256, signature: 'ecdsa-with-SHA384', issuer: 'CN=Intermediate' },
      { key: 'EC secp384r1', keyBits: 384, signature: 'ecdsa-with-SHA384', issuer: 'CN=Root' },
    ],
  },
  clients: { chrome: 'yes', 'java-8u161': 'yes', 'java-6': 'no' },
  failed: { 'group/post-quantum': [{ cause: 'post-quantum-group-missing', severity: 'warning', members: ['post-quantum'] }] },
}

/** The sound facts with some others in their place. */
export const facts = (changes: Partial<TargetFacts>): TargetFacts => ({ ...sound, ...changes })

const [leaf, above] = sound.chain?.certificates ?? []

/** The sound chain with another certificate of the server, or another shape. */
export const chain = (changes: Partial<NonNullable<TargetFacts['chain']>>, ofLeaf: Partial<NonNullable<typeof leaf>> = {}) => ({
  ...{ length: 2, problem: 'none' },
  certificates: leaf && above ? [{ ...leaf, ...ofLeaf }, above] : [],
  ...changes,
})

/** The sound suites of TLS 1.2 with others in their place. */
export const suites12 = (changes: Partial<TargetFacts['cipherSuites'][string]>): TargetFacts['cipherSuites'] => {
  const { 'TLSv1.2': own, ...others } = sound.cipherSuites
  return own ? { ...others, 'TLSv1.2': { ...own, ...changes } } : others
}

export const protocols = (changes: TargetFacts['protocols']): TargetFacts['protocols'] => ({ ...sound.protocols, ...changes })
