// Whether the names of a certificate stand within the constraints of an authority above it (RFC 5280 §4.2.1.10).
import { type DistinguishedName, startsWithName } from './distinguished-name.ts'
import type { NameConstraints } from './extensions.ts'
import { addressText, type GeneralName } from './general-name.ts'

/** What is shared by all comparisons of a path. */
export interface Allowance {
  /** How many may still be made. */
  comparisons: number
  /** Hosts of names that have been read: to parse a URI takes as long as hundreds of comparisons. */
  readonly hosts: Map<GeneralName, string>
}

/** OpenSSL's limit for one certificate and one authority (NAME_CHECK_MAX), here to be shared by all of a path: thirty of them took seconds. */
export const allowance = (): Allowance => ({ comparisons: 2 ** 20, hosts: new Map() })

/** The first name that breaks the constraints, for a message, or null; 'more names than can be compared' when the allowance is used up. */
export function constraintBroken(
  constraints: NameConstraints,
  { subject, alternativeNames }: { readonly subject: DistinguishedName; readonly alternativeNames: readonly GeneralName[] },
  left: Allowance,
): string | null {
  const [permitted, excluded] = [byKind(constraints.permitted), byKind(constraints.excluded)]
  const names: readonly GeneralName[] =
    subject.keys.length > 0 ? [{ kind: 'directory', name: subject }, ...alternativeNames] : alternativeNames
  left.comparisons -= names.length * (constraints.permitted.length + constraints.excluded.length)
  if (left.comparisons < 0) return 'more names than can be compared'
  const broken = names.find(name => {
    // Names of a kind that is not read here: OpenSSL's verdict on them is reported as it is.
    if (name.kind === 'other') return false
    const { [name.kind]: allowed = [] } = permitted
    const { [name.kind]: forbidden = [] } = excluded
    if (allowed.length + forbidden.length === 0) return false
    const host = hostOf(name, left.hosts)
    const within = (base: GeneralName): boolean => isWithin({ name, host }, base)
    return forbidden.some(within) || (allowed.length > 0 && !allowed.some(within))
  })
  return broken === undefined ? null : nameText(broken)
}

/** The bases of each kind, with the domains of all but whole mailboxes in lower case. */
function byKind(bases: readonly GeneralName[]): Partial<Record<GeneralName['kind'], GeneralName[]>> {
  return Object.groupBy(bases.map(inLowerCase), ({ kind }) => kind)
}

function inLowerCase(base: GeneralName): GeneralName {
  const isDomain = base.kind === 'dns' || base.kind === 'uri' || (base.kind === 'email' && !base.text.includes('@'))
  return isDomain ? { ...base, text: base.text.toLowerCase() } : base
}

/** In lower case; empty for a name that has none. */
function hostOf(name: GeneralName, known: Map<GeneralName, string>): string {
  const host = known.get(name) ?? hostIn(name).toLowerCase()
  known.set(name, host)
  return host
}

function hostIn(name: GeneralName): string {
  switch (name.kind) {
    case 'dns':
      return name.text
    case 'email':
      return name.text.slice(name.text.lastIndexOf('@') + 1)
    case 'uri':
      return URL.parse(name.text)?.hostname ?? ''
    case 'ip':
    case 'directory':
    case 'other':
      return ''
    default:
      return name satisfies never
  }
}

interface Tested {
  readonly name: GeneralName
  /** See hostOf. */
  readonly host: string
}

function isWithin({ name, host }: Tested, base: GeneralName): boolean {
  switch (name.kind) {
    case 'dns':
      return base.kind === 'dns' && isWithinDomain(host, base.text)
    case 'email':
      return base.kind === 'email' && (base.text.includes('@') ? name.text === base.text : isWithinHost(host, base.text))
    case 'uri':
      return base.kind === 'uri' && isWithinHost(host, base.text)
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
function isWithinDomain(host: string, domain: string): boolean {
  if (domain === '' || host === domain) return true
  return host.endsWith(domain) && (domain.startsWith('.') || host.at(-domain.length - 1) === '.')
}

/** 'example.com' is that host only, '.example.com' those below it. */
function isWithinHost(host: string, domain: string): boolean {
  return domain.startsWith('.') ? host.endsWith(domain) : host === domain
}

/** A base is an address and a mask after it. */
function isWithinRange(address: Uint8Array, base: Uint8Array): boolean {
  const size = address.length
  if (base.length !== 2 * size) return false
  // Not every(), which takes ten times as long on typed arrays.
  for (let i = 0; i < size; i++) if ((((address[i] ?? 0) ^ (base[i] ?? 0)) & (base[size + i] ?? 0)) !== 0) return false
  return true
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
