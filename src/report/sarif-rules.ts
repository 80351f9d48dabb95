// The checks as rules of a SARIF log: what code scanning shows beside a result. Their words are those of judge/'s tables.
import { causes, fixOf } from '../judge/causes.ts'
import { type CheckId, type CheckRow, checkIds } from '../judge/check-ids.ts'
import { codeBlock, escapeMarkdown, inert } from './escape.ts'
import { urlOf } from './sources.ts'

/** A reportingDescriptor (SARIF 2.1.0 §3.49). */
export interface SarifRule {
  readonly id: string
  readonly name: string
  readonly shortDescription: { readonly text: string }
  readonly fullDescription: { readonly text: string }
  readonly help: { readonly text: string; readonly markdown: string }
  readonly helpUri?: string
  readonly properties: {
    readonly tags: readonly string[]
    readonly precision: 'very-high'
    readonly 'security-severity'?: string
  }
}

/**
 * How bad what a check finds is, from 0 to 10: of a vulnerability the base score of the NVD, in version 3 of CVSS where it has one. Those of
 * other checks are ours, after what an attacker gains. A check without a score is about connecting at all, and is no security rule.
 */
const scores: Readonly<Record<string, string>> = {
  'certificate/trust': '7.4',
  'certificate/hostname': '7.4',
  'certificate/validity': '5.9',
  'certificate/usage': '5.9',
  'certificate/key': '7.4',
  'certificate/signature': '7.4',
  'certificate/staple': '5.9',
  'certificate/max-lifetime': '3.1',
  'protocol/versions': '5.9',
  'cipher/suites': '5.9',
  'cipher/order': '3.1',
  'group/allowed': '3.7',
  'group/dh-parameters': '5.9',
  'group/post-quantum': '3.1',
  'signature/schemes': '3.7',
  'policy/features': '3.7',
  'policy/certificate-key': '5.9',
  'policy/certificate-signature': '5.9',
  'vulnerability/drown': '5.9',
  'vulnerability/poodle': '3.4',
  'vulnerability/beast': '4.3',
  'vulnerability/crime': '2.6',
  'vulnerability/freak': '4.3',
  'vulnerability/logjam': '3.7',
  'vulnerability/sweet32': '7.5',
  'vulnerability/rc4': '5.9',
  'vulnerability/robot': '5.9',
  'vulnerability/raccoon': '3.7',
  'vulnerability/lucky13': '2.6',
  'vulnerability/dheat': '7.5',
  'vulnerability/insecure-renegotiation': '5.8',
  'vulnerability/ticketbleed': '7.5',
  'vulnerability/heartbleed': '7.5',
  'vulnerability/ccs-injection': '7.4',
} satisfies Partial<Record<CheckId, string>>

/** Code scanning takes no more of a name and of a description. */
const longest = { name: 255, text: 1000 }

/** The rules of the ids, each once, in the order of the table of checks. */
export function rulesOf(ids: Iterable<string>): SarifRule[] {
  const order = Object.keys(checkIds)
  const rank = (id: string): number => order.indexOf(rowIdOf(id) ?? 'client/*')
  return [...new Set(ids)].sort((a, b) => rank(a) - rank(b)).map(ruleOf)
}

function ruleOf(id: string): SarifRule {
  const { title, reason, causes: named, refs } = rowOf(id)
  const score = scores[id]
  const [family = ''] = id.split('/', 1)
  const url = refs.map(urlOf).find(each => each !== null)
  const fixes = named.map(cause => ({ cause, ...causes[cause], fix: fixOf(cause).split('\n') }))
  return {
    id: inert(id, longest.name),
    name: inert(nameOf(id), longest.name),
    shortDescription: { text: inert(title, longest.text) },
    fullDescription: { text: inert(reason, longest.text) },
    help: {
      text: [
        reason,
        ...fixes.map(({ cause, meaning, fix: [doing] }) => `${cause}: ${meaning} Fix: ${doing}.`),
        `See ${refs.join(', ')}.`,
      ].join('\n\n'),
      markdown: [
        escapeMarkdown(reason),
        ...fixes.flatMap(({ cause, title, meaning, fix: [doing = '', ...products] }) => [
          `### ${escapeMarkdown(title)} (\`${cause}\`)`,
          escapeMarkdown(meaning),
          `**Fix:** ${escapeMarkdown(doing)}`,
          ...(products.length === 0 ? [] : [codeBlock(products, 'text')]),
        ]),
        ...seeAlso(refs, linked),
      ].join('\n\n'),
    },
    ...(url !== undefined && { helpUri: url }),
    properties: {
      tags: [...(score === undefined ? [] : ['security']), 'tls', inert(family, 60)],
      precision: 'very-high',
      ...(score !== undefined && { 'security-severity': score }),
    },
  }
}

/** A report may come from another version of tlsgate, with checks that this one does not know. */
function rowOf(id: string): Pick<CheckRow, 'title' | 'reason' | 'causes' | 'refs'> {
  const known = rowIdOf(id)
  const shown = inert(id, 200)
  if (known === null) return { title: shown, reason: `The check ${shown}, of another version of tlsgate.`, causes: [], refs: [] }
  const row = checkIds[known]
  return id === known ? row : { ...row, title: `${row.title}: ${shown.slice('client/'.length)}` }
}

function rowIdOf(id: string): CheckId | null {
  if (Object.hasOwn(checkIds, id)) return id as CheckId
  return id.startsWith('client/') ? 'client/*' : null
}

/** 'certificate/lifetime-left' → 'CertificateLifetimeLeft': viewers take a name for one word. */
const nameOf = (id: string): string => id.replace(/(?:^|[^A-Za-z0-9]+)([A-Za-z0-9]?)/g, (_, letter: string) => letter.toUpperCase())

const seeAlso = (refs: readonly string[], words: (ref: string) => string): string[] =>
  refs.length === 0 ? [] : [`See ${refs.map(words).join(', ')}.`]

function linked(ref: string): string {
  const url = urlOf(ref)
  return url === null ? escapeMarkdown(ref) : `[${escapeMarkdown(ref)}](${url})`
}
