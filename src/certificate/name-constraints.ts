// Whether the names of a certificate stand within the constraints of an authority above it (RFC 5280 §4.2.1.10).
import { type DistinguishedName, startsWithName } from './distinguished-name.ts'
import type { NameConstraints } from './extensions.ts'
import { addressText, type GeneralName } from './general-name.ts'

/** How many comparisons may still be made. */
export interface Allowance {
  comparisons: number
}

/** OpenSSL's limit for one certificate and one authority (NAME_CHECK_MAX), here to be shared by all of a path: thirty of them took seconds. */
export const allowance = (): Allowance => ({ comparisons: 2 ** 20 })

/** The first name that breaks the constraints, for a message, or null; 'more names than can be compared' when the allowance is used up. */
export function constraintBroken(
  constraints: NameConstraints,
  { subject, alternativeNames }: { readonly subject: DistinguishedName; readonly alternativeNames: readonly GeneralName[] },
  left: Allowance,
): string | null {
  const { permitted, excluded } = constraints
  const names: readonly GeneralName[] =
    subject.keys.length > 0 ? [{ kind: 'directory', name: subject }, ...alternativeNames] : alternativeNames
  left.comparisons -= names.length * (permitted.length + excluded.length)
  if (left.comparisons < 0) return 'more names than can be compared'
  const broken = names.find(name => {
    // Names of a kind that is not read here: OpenSSL's verdict on them is reported as it is.
    if (name.kind === 'other') return false
    const ofItsKind = permitted.filter(({ kind }) => kind === name.kind)
    return excluded.some(base => isWithin(name, base)) || (ofItsKind.length > 0 && !ofItsKind.some(base => isWithin(name, base)))
  })
  return broken === undefined ? null : nameText(broken)
}

function isWithin(name: GeneralName, base: GeneralName): boolean {
  switch (name.kind) {
    case 'dns':
      return base.kind === 'dns' && isWithinDomain(name.text, base.text)
    case 'email':
      return base.kind === 'email' && isWithinMailDomain(name.text, base.text)
    case 'uri':
      return base.kind === 'uri' && isWithinHost(URL.parse(name.text)?.hostname ?? '', base.text)
    case 'ip':
      return base.kind === 'ip' && isWithinRange(name.bytes, base.bytes)
    case 'directory':
      return base.kind === 'directory' && startsWithName(name.name, base.name)
    case 'other':
      return false
    default:
      return name satisfies never
  }
}

/** 'example.com' is itself and everything below; '.example.com', which the RFC does not define for DNS names, everything below (as OpenSSL does). */
function isWithinDomain(name: string, base: string): boolean {
  const [lower, domain] = [name.toLowerCase(), base.toLowerCase()]
  return domain === '' || lower === domain || lower.endsWith(domain.startsWith('.') ? domain : `.${domain}`)
}

/** 'example.com' is that host only, '.example.com' those below it. */
function isWithinHost(host: string, base: string): boolean {
  const [lower, domain] = [host.toLowerCase(), base.toLowerCase()]
  return domain.startsWith('.') ? lower.endsWith(domain) : lower === domain
}

function isWithinMailDomain(address: string, base: string): boolean {
  if (base.includes('@')) return address === base
  return isWithinHost(address.slice(address.lastIndexOf('@') + 1), base)
}

/** A base is an address and a mask after it. */
function isWithinRange(address: Uint8Array, base: Uint8Array): boolean {
  const size = address.length
  if (base.length !== 2 * size) return false
  return address.every((byte, i) => ((byte ^ (base[i] ?? 0)) & (base[size + i] ?? 0)) === 0)
}

function nameText(name: GeneralName): string {
  switch (name.kind) {
    case 'directory':
      return name.name.text
    case 'ip':
      return addressText(name.bytes) ?? 'a broken address'
    case 'dns':
    case 'email':
    case 'uri':
    case 'other':
      return name.text
    default:
      return name satisfies never
  }
}
