// How strong a name is among others of its kind, read off the registries and the default policy. What a change of it means stands in compare.ts.
import { keyStrength, signatureStrength } from '../../certificate/strength.ts'
import type { FeatureName } from '../../probe/features.ts'
import { isForwardSecret, partsOf } from '../../registry/cipher-suite-parts.ts'
import { cipherSuites } from '../../registry/cipher-suites.ts'
import { groups } from '../../registry/groups.ts'
import { protocols } from '../../registry/protocols.ts'
import { groupClasses, membersOf, type NameKind, schemeClasses } from '../policy/classes.ts'
import { byDefault } from '../policy/default.ts'
import type { ChainCertificate } from './facts.ts'

/** Of what nobody should accept. */
export const unfit = 0

/** What counts for more than any number of bits. */
export const tier = 1000

/** More is stronger, within a kind; null for a name that says nothing. */
export function strengthOf(kind: NameKind, name: string): number | null {
  const codes = membersOf(kind, name)
  const [code] = codes ?? []
  if (code === undefined) return null
  if (unfitCodes(kind).has(code)) return unfit
  switch (kind) {
    case 'protocol':
      return protocols.named(name)?.code ?? null
    case 'cipher suite': {
      const row = cipherSuites.named(name)
      const parts = row ? partsOf(row) : null
      if (parts === null) return null
      // Forward secrecy counts before an AEAD, and that before the bits.
      const sealed = parts.mode === 'CCM_8' ? tier / 2 : parts.aead ? tier : 0
      return 1 + (isForwardSecret(parts) ? 2 * tier : 0) + sealed + parts.bits
    }
    case 'group': {
      // Of the others none is stronger in a way that a server should be held to: the sizes of their fields do not compare.
      const row = groups.named(name)
      return row && groupClasses['post-quantum']?.has(row) ? 2 : 1
    }
    case 'signature scheme':
      return schemeClasses['post-quantum']?.has({ code, name }) ? 2 : 1
    default:
      return kind satisfies never
  }
}

/** What the default policy forbids or discourages: it names what a sensible team blocks, whatever policy the run is judged by. */
function unfitCodes(kind: NameKind): ReadonlySet<number> {
  const known = made.get(kind)
  if (known) return known
  const wanted = { protocol: byDefault.protocols, 'cipher suite': byDefault.cipherSuites, group: byDefault.groups }
  const { forbid = [], discourage = [] } = kind === 'signature scheme' ? byDefault.signatureSchemes : wanted[kind]
  const codes = new Set([...forbid, ...discourage].flatMap(name => membersOf(kind, name) ?? []))
  made.set(kind, codes)
  return codes
}

const made = new Map<NameKind, ReadonlySet<number>>()

/** Of a key as facts have it, in bits of security. */
export function strengthOfKey({ key, keyBits }: ChainCertificate): number | null {
  const [type = ''] = key.split(' ', 1)
  return keyStrength({ type, bits: keyBits, group: null })
}

export const strengthOfSignature = ({ signature }: ChainCertificate): number | null => signatureStrength(signature)

/** Whether a server is stronger with a feature or without it; those left out make it neither. */
export const betterFeatures: { readonly [N in FeatureName]?: 'yes' | 'no' } = {
  'secure-renegotiation': 'yes',
  'extended-main-secret': 'yes',
  'encrypt-then-mac': 'yes',
  'early-data': 'no',
  compression: 'no',
  heartbeat: 'no',
  'fallback-scsv': 'yes',
  'downgrade-sentinel': 'yes',
  'strict-server-name': 'yes',
  'strict-alpn': 'yes',
  'dh-reuse': 'no',
  'version-tolerance': 'yes',
  'grease-tolerance': 'yes',
  'length-tolerance': 'yes',
  'split-tolerance': 'yes',
  'long-hello-tolerance': 'yes',
  'client-certificate-request': 'yes',
}
