// What a policy wants of the certificate of the server: its key, what it is signed with, how long it lives.

import type { Certificate } from '../../certificate/certificate.ts'
import { dayMs } from '../../certificate/span.ts'
import { keyText } from '../../certificate/strength.ts'
import type { Cause } from '../causes.ts'
import type { Check, Severity } from '../check.ts'
import { checkOf } from '../check-of.ts'
import { fixFor } from './fixes.ts'
import type { PolicyMeaning } from './meaning.ts'
import type { CertificateRules, KeyRule } from './policy.ts'
import { listed } from './words.ts'

/** @param leaf null where no certificate was seen */
export function certificateChecksOf(meaning: PolicyMeaning, leaf: Certificate | null): Check[] {
  const { id, certificate: rules } = meaning.policy
  return [keyCheck(meaning, leaf), signatureCheck(id, rules, leaf), ...lifetimeChecks(id, rules, leaf)].filter(check => check !== null)
}

type CertificateCheckId = 'policy/certificate-key' | 'policy/certificate-signature' | 'certificate/max-lifetime'

interface Judged {
  readonly seen: string
  readonly isAllowed: boolean
  readonly wanted: string
  readonly cause: Cause
  readonly fix?: string
}

function judged(id: CertificateCheckId, severity: Severity, leaf: Certificate | null, judge: (leaf: Certificate) => Judged): Check {
  if (leaf === null)
    return checkOf({
      id,
      severity,
      status: 'inconclusive',
      message: 'no certificate was seen that could be judged',
      fix: null,
      evidence: [],
    })
  const { seen, isAllowed, wanted, ...failure } = judge(leaf)
  const evidence = ['certificate 0']
  return isAllowed
    ? checkOf({ id, severity, status: 'pass', message: `${seen}; ${wanted}`, evidence })
    : checkOf({ id, severity, status: 'fail', ...failure, message: `${seen}; ${wanted}`, evidence })
}

function keyCheck(meaning: PolicyMeaning, leaf: Certificate | null): Check | null {
  const { id: policyId, certificate } = meaning.policy
  const { keys } = certificate
  if (keys === undefined || keys.length === 0) return null
  return judged('policy/certificate-key', 'error', leaf, ({ key }) => ({
    seen: `the key of the certificate is ${keyText(key)}`,
    isAllowed: keys.some(rule => fits(rule, key)),
    wanted: `the policy ${policyId} allows ${listed(keys.map(ruleText))}`,
    cause: 'policy-certificate-key',
    fix: fixFor(meaning, 'policy-certificate-key'),
  }))
}

function fits(rule: KeyRule, { type, bits, group }: Certificate['key']): boolean {
  switch (rule.type) {
    case 'RSA':
      return (type === 'RSA' || type === 'RSA-PSS') && bits !== null && bits >= rule.minBits
    case 'EC':
      if (type !== 'EC') return false
      return 'curves' in rule ? group !== null && rule.curves.includes(group) : bits !== null && bits >= rule.minBits
    case 'Ed25519':
    case 'Ed448':
      return type === rule.type
    default:
      return rule satisfies never
  }
}

function ruleText(rule: KeyRule): string {
  if (rule.type === 'RSA') return `RSA from ${rule.minBits} bits on`
  if (rule.type !== 'EC') return rule.type
  return 'curves' in rule ? `EC on ${rule.curves.join(' or ')}` : `EC from ${rule.minBits} bits on`
}

function signatureCheck(policyId: string, { signatures }: CertificateRules, leaf: Certificate | null): Check | null {
  if (signatures === undefined || signatures.length === 0) return null
  return judged('policy/certificate-signature', 'error', leaf, ({ signatureAlgorithm }) => ({
    seen: `the certificate is signed with ${signatureAlgorithm}`,
    isAllowed: signatures.includes(signatureAlgorithm),
    wanted: `the policy ${policyId} allows ${listed(signatures)}`,
    cause: 'policy-certificate-signature',
  }))
}

function lifetimeChecks(policyId: string, rules: CertificateRules, leaf: Certificate | null): Check[] {
  const { maxLifetimeDays: most, recommendedLifetimeDays: recommended } = rules
  const check = (severity: 'error' | 'warning', days: number, verb: string): Check =>
    judged('certificate/max-lifetime', severity, leaf, ({ notBefore, notAfter }) => {
      // 90 days less the last second, which belongs to the lifetime, are 90 days, and so are those of a start set back by an hour.
      const lifetimeDays = Math.round((Date.parse(notAfter) - Date.parse(notBefore)) / dayMs)
      return {
        seen: `the certificate lives ${lifetimeDays === 1 ? '1 day' : `${lifetimeDays} days`}`,
        isAllowed: lifetimeDays <= days,
        wanted: `the policy ${policyId} ${verb} ${days} at most`,
        cause: 'certificate-lives-too-long',
      }
    })
  return [
    ...(most === undefined ? [] : [check('error', most, 'allows')]),
    // The same number twice would be said twice.
    ...(recommended === undefined || recommended === most ? [] : [check('warning', recommended, 'recommends')]),
  ]
}
