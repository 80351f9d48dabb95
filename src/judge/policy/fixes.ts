// What to do about a failed rule, in the words of the policy: its own versions, suites and groups, so that who types it passes the rule and no
// line leads out of the policy. What is true under every policy stands in policy-causes.ts.
import { isDhe, partsOfCode } from '../../registry/cipher-suite-parts.ts'
import { cipherSuites } from '../../registry/cipher-suites.ts'
import { type Group, groups } from '../../registry/groups.ts'
import { protocols, tls12, tls13 } from '../../registry/protocols.ts'
import { signatureSchemes } from '../../registry/signature-schemes.ts'
import { type Cause, fixOf, type Product, products } from '../causes.ts'
import { resolveNames } from './classes.ts'
import { isUsable, type Meaning, type PolicyMeaning, wanted } from './meaning.ts'
import { allowedOf, type KeyRule } from './policy.ts'

/** A product may need two directives, each a line. */
type Line = readonly [product: Product, text: string]

interface PolicyFix {
  readonly do: string
  readonly lines: readonly Line[]
}

/**
 * As fixOf, with the lists of the policy.
 * @param codes the members that are accepted and should not be, or the other way round
 */
export function fixFor(meaning: PolicyMeaning, cause: Cause, codes: readonly number[] = []): string {
  const fix = policyFix(meaning, cause, codes)
  return fix === null ? fixOf(cause) : [fix.do, ...fix.lines.map(([product, text]) => `${products[product]}: ${text}`)].join('\n')
}

/** Null where the fix of the cause is true under every policy. */
function policyFix(meaning: PolicyMeaning, cause: Cause, codes: readonly number[]): PolicyFix | null {
  const { id, certificate, cipherOrder } = meaning.policy
  switch (cause) {
    case 'obsolete-protocol-accepted':
    case 'policy-protocol-accepted':
      return { do: `Give the server the versions of the policy ${id} and no others`, lines: protocolLines(meaning) }
    case 'required-protocol-refused':
      return { do: 'Enable the version in the server; TLS 1.3 takes OpenSSL 1.1.1 or newer', lines: protocolLines(meaning, 'closed') }
    case 'weak-cipher-accepted':
    case 'policy-cipher-accepted':
      return { do: `Let the server accept cipher suites of the policy ${id} and no others`, lines: suiteLines(meaning, codes, []) }
    case 'policy-cipher-refused':
      return {
        do: 'Add the suite to the list of the server, and a certificate with a key of the type it needs',
        lines: suiteLines(meaning, codes, codes),
      }
    case 'weak-dh-parameters':
      return {
        do: `Take the suites with DHE out, or give the server a prime of at least ${meaning.policy.minDhBits ?? 2048} bits (openssl genpkey -genparam -algorithm DH)`,
        lines: linesWithoutDhe(meaning),
      }
    case 'weak-group-accepted':
    case 'policy-group-accepted':
      return { do: `Give the server groups of the policy ${id} and no others`, lines: groupLines(meaning, []) }
    case 'policy-group-refused':
      return { do: 'Add the group to the list of the server', lines: groupLines(meaning, codes) }
    case 'post-quantum-group-missing':
      return {
        do: 'Bring the TLS library of the server to one with ML-KEM (OpenSSL 3.5, Go 1.24, BoringSSL, Java 27) and put such a group first',
        lines: groupLines(meaning, codes),
      }
    case 'weak-signature-scheme-accepted':
    case 'policy-signature-scheme-accepted':
      return { do: `Let the server sign with schemes of the policy ${id} and no others`, lines: schemeLines(meaning) }
    case 'policy-cipher-order':
      return { do: `Let the ${cipherOrder} decide on the cipher suite`, lines: orderLines(cipherOrder === 'server') }
    case 'policy-certificate-key':
      return { do: `Issue the certificate on a key that the policy ${id} has: ${keyCommand(certificate.keys ?? [])}`, lines: [] }
    default:
      return null
  }
}

const isWanted = ({ forbidden, discouraged }: Meaning, code: number): boolean => !forbidden.has(code) && !discouraged.has(code)

/** Each product has names of its own: what stands after 'TLSv1' for the first. */
const versionName = (version: number, first: '' | '.0'): string => (version === 0x0301 ? `TLSv1${first}` : protocols.label(version))

/**
 * The versions that a server under the policy has. That a policy does not speak of a version before TLS 1.2, which RFC 8996 forbids, is no reason
 * to switch it on: such a one is there only where the policy allows it by name, or where it or an older one has to be accepted.
 */
function versionsToHave({ policy, versions, protocols: meaning }: PolicyMeaning): number[] {
  const all = versions.filter(version => version >= 0x0301 && isWanted(meaning, version))
  if (allowedOf(policy.protocols) !== null) return all
  const first = Math.min(tls12, ...wanted(meaning).flatMap(({ members }) => members))
  return all.filter(version => version >= first)
}

/** @param end 'closed' to say the newest version as well, which an older limit may stand in the way of */
function protocolLines(meaning: PolicyMeaning, end: 'open' | 'closed' = 'open'): Line[] {
  const versions = versionsToHave(meaning)
  const [oldest] = versions
  const newest = versions.at(-1)
  if (oldest === undefined || newest === undefined) return []
  const inNginx = versions.map(version => versionName(version, ''))
  const lists: Line[] = [
    ['nginx', `ssl_protocols ${inNginx.join(' ')}; (in the default server of the port: older nginx takes its value for all names)`],
    ['apache', `SSLProtocol -all ${inNginx.map(name => `+${name}`).join(' ')} (in the first virtual host of the port too)`],
  ]
  // The others have a first and a last version, and nothing missing between the two.
  if (newest - oldest !== versions.length - 1) return lists
  const isNewest = newest === tls13
  const isOpen = isNewest && end === 'open'
  const [from, to] = [versionName(oldest, ''), versionName(newest, '')]
  const haproxy = `ssl-min-ver ${versionName(oldest, '.0')}${isOpen ? '' : ` ssl-max-ver ${versionName(newest, '.0')}`}`
  return [
    ...lists,
    ['haproxy', `ssl-default-bind-options ${haproxy} (section global; bind lines of their own come first)`],
    [
      'postfix',
      `smtpd_tls_protocols = >=${from}${isNewest ? '' : `, <=${to}`} (3.6 and later; for mandatory TLS smtpd_tls_mandatory_protocols too)`,
    ],
    ['node', `minVersion: '${from}'${isOpen ? '' : `, maxVersion: '${to}'`}`],
  ]
}

/** A list in a fix has no more names than one can read. */
const mostNames = 12

/**
 * Names of OpenSSL for allowed suites up to TLS 1.2: with ECDHE and an AEAD that clients have, for policies with older versions AES in CBC mode
 * beside them. Of a policy with none of these all it has, if they are few.
 */
function oldSuites(policy: PolicyMeaning, needed: readonly number[]): string[] {
  const meaning = policy.cipherSuites
  const old = versionsToHave(policy).filter(version => version < tls13)
  const usable = (code: number): boolean => isWanted(meaning, code) && old.some(version => isUsable('cipher suite', code, version))
  const all = cipherSuites.rows.map(({ code }) => code).filter(usable)
  const usual = all.filter(code => {
    const { keyExchange, authentication, cipher, mode, hash } = partsOfCode(code) ?? {}
    if (keyExchange !== 'ECDHE' || (authentication !== 'ECDSA' && authentication !== 'RSA')) return false
    if (mode === 'GCM') return cipher === 'AES_128' || cipher === 'AES_256'
    if (cipher === 'CHACHA20') return true
    return mode === 'CBC' && hash === 'SHA' && (cipher === 'AES_128' || cipher === 'AES_256') && old.some(version => version < tls12)
  })
  const aeadFirst = usual.sort((a, b) => Number(partsOfCode(b)?.aead) - Number(partsOfCode(a)?.aead))
  const names = opensslNames([...needed.filter(usable), ...(usual.length > 0 ? aeadFirst : all)])
  return names.length <= mostNames ? names : []
}

/** The same for TLS 1.3: what every build of OpenSSL has on, else all that the policy has. */
function newSuites({ cipherSuites: meaning, versions }: PolicyMeaning, needed: readonly number[]): string[] {
  const usable = (code: number): boolean => isWanted(meaning, code) && isUsable('cipher suite', code, tls13)
  const all = versions.includes(tls13) ? cipherSuites.rows.map(({ code }) => code).filter(usable) : []
  const usual = all.filter(code => code >= 0x1301 && code <= 0x1303)
  return opensslNames([...needed.filter(code => all.includes(code)), ...(usual.length > 0 ? usual : all)])
}

const opensslNames = (codes: readonly number[]): string[] =>
  [...new Set(codes.map(code => cipherSuites.get(code)?.openssl ?? null))].filter(name => name !== null)

/** Up to TLS 1.2 and from 1.3 on there are two lists: lines for those that the codes are of. */
function suiteLines(meaning: PolicyMeaning, codes: readonly number[], needed: readonly number[]): Line[] {
  const isNew = codes.some(code => isUsable('cipher suite', code, tls13))
  const isOld = codes.some(code => !isUsable('cipher suite', code, tls13))
  const old = oldSuites(meaning, needed)
  const recent = newSuites(meaning, needed)
  // A policy that starts at TLS 1.3 has no suite for the versions before it.
  const startsLate = !meaning.versions.some(version => version < tls13)
  const versions = isOld && startsLate ? protocolLines(meaning) : []
  const lists = [...(isOld ? oldLines(old) : []), ...(isNew ? newLines(recent) : [])]
  const inNode: Line = ['node', `ciphers: '${[...recent, ...old].join(':')}' (one list for every version)`]
  return [...versions, ...lists, ...(lists.length > 0 ? [inNode] : [])].sort(byProduct)
}

function oldLines(names: readonly string[]): Line[] {
  const list = names.join(':')
  return names.length === 0
    ? []
    : [
        ['nginx', `ssl_ciphers ${list};`],
        ['apache', `SSLCipherSuite ${list}`],
        ['haproxy', `ssl-default-bind-ciphers ${list} (section global)`],
      ]
}

function newLines(names: readonly string[]): Line[] {
  const list = names.join(':')
  return names.length === 0
    ? []
    : [
        ['nginx', `ssl_conf_command Ciphersuites ${list}; (in the default server of the port too)`],
        ['apache', `SSLCipherSuite TLSv1.3 ${list}`],
        ['haproxy', `ssl-default-bind-ciphersuites ${list} (section global)`],
      ]
}

const order = Object.keys(products)
const byProduct = ([one]: Line, [other]: Line): number => order.indexOf(one) - order.indexOf(other)

function linesWithoutDhe(meaning: PolicyMeaning): Line[] {
  const names = oldSuites(meaning, [])
  const hasDhe = cipherSuites.rows.some(({ code, openssl }) => openssl !== null && names.includes(openssl) && isDhe(code))
  return hasDhe ? [] : oldLines(names)
}

const hybrids = ['X25519MLKEM768', 'SecP256r1MLKEM768', 'SecP384r1MLKEM1024']

/**
 * Groups of the policy that servers are set up with, in the order they should have. A server whose TLS library lacks a post-quantum one would not
 * start with it in its list: only who is to add one is told to type it.
 */
function groupLines({ groups: meaning }: PolicyMeaning, needed: readonly number[]): Line[] {
  const rows = groups.rows.filter(({ code, openssl }) => openssl !== null && isWanted(meaning, code))
  const named = (names: readonly string[]): Group[] => names.flatMap(name => rows.filter(row => row.name === name))
  const isNeeded = ({ code }: Group): boolean => needed.includes(code)
  const hybrid = named(hybrids).find(isNeeded) ?? named(hybrids)[0]
  const usual = named(['x25519', 'secp256r1', 'secp384r1'])
  const classic = [
    ...rows.filter(row => isNeeded(row) && (row.kind === 'ecdh' || row.kind === 'ffdh')),
    ...(usual.length > 0 ? usual : rows.filter(({ kind }) => kind === 'ecdh')),
  ]
  const withHybrid = hybrid !== undefined && (isNeeded(hybrid) || classic.length === 0)
  const list = withHybrid ? [hybrid, ...classic] : classic
  const names = [...new Set(list.map(({ openssl }) => openssl))].join(':')
  const before = hybrid === undefined ? '' : ` (with OpenSSL 3.5 and later ${hybrid.openssl} before them)`
  const remark = withHybrid ? ' (OpenSSL 3.5 and later)' : before
  if (list.length === 0) return []
  return [
    ['nginx', `ssl_ecdh_curve ${names};${remark}`],
    ['apache', `SSLOpenSSLConfCmd Groups ${names}${remark}`],
    ['haproxy', `bind :443 ssl crt /etc/haproxy/site.pem curves ${names}${remark}`],
    ['node', `ecdhCurve: '${names}'${remark}`],
    ...(withHybrid ? [] : [['java', `-Djdk.tls.namedGroups=${[...new Set(list.map(({ name }) => name))].join(',')}`] as const]),
  ]
}

/** By the names of OpenSSL. */
const usualSchemes = [
  ['ECDSA+SHA256', 'ecdsa_secp256r1_sha256'],
  ['ECDSA+SHA384', 'ecdsa_secp384r1_sha384'],
  ['RSA-PSS+SHA256', 'rsa_pss_rsae_sha256'],
  ['RSA-PSS+SHA384', 'rsa_pss_rsae_sha384'],
  ['RSA+SHA256', 'rsa_pkcs1_sha256'],
] as const

function schemeLines({ signatureSchemes: meaning }: PolicyMeaning): Line[] {
  const list = usualSchemes.flatMap(([openssl, name]) => {
    const row = signatureSchemes.named(name)
    return row && isWanted(meaning, row.code) ? [openssl] : []
  })
  const text = list.join(':')
  return list.length === 0
    ? []
    : [
        ['nginx', `ssl_conf_command SignatureAlgorithms ${text};`],
        ['apache', `SSLOpenSSLConfCmd SignatureAlgorithms ${text}`],
        ['node', `sigalgs: '${text}'`],
      ]
}

const orderLines = (byServer: boolean): Line[] => [
  ['nginx', `ssl_prefer_server_ciphers ${byServer ? 'on' : 'off'};`],
  ['apache', `SSLHonorCipherOrder ${byServer ? 'on' : 'off'}`],
  ...(byServer ? [] : [['haproxy', 'ssl-default-bind-options prefer-client-ciphers (section global)'] as const]),
  ['node', `honorCipherOrder: ${byServer}`],
]

/** Makes a key of the smallest size that a rule allows, on a curve where one does. */
function keyCommand(rules: readonly KeyRule[]): string {
  const rule = rules.find(({ type }) => type === 'EC') ?? rules[0]
  switch (rule?.type) {
    case undefined:
      return 'openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:3072'
    case 'RSA':
      return `openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:${Math.max(2048, Math.ceil(rule.minBits / 1024) * 1024)}`
    case 'EC':
      return `openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:${curveFor(rule)}`
    case 'Ed25519':
    case 'Ed448':
      return `openssl genpkey -algorithm ${rule.type}`
    default:
      return rule satisfies never
  }
}

function curveFor(rule: Extract<KeyRule, { readonly type: 'EC' }>): string {
  const curves =
    'curves' in rule ? rule.curves : ['secp256r1', 'secp384r1', 'secp521r1'].filter(name => (groups.named(name)?.bits ?? 0) >= rule.minBits)
  const [code] = curves.flatMap(name => resolveNames('group', name))
  return groups.get(code ?? 0x0018)?.openssl ?? 'secp384r1'
}
