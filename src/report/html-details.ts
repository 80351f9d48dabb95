// What the HTML report folds away until it is wanted: the certificates, and the survey. What is said of them stands in survey.ts.
import type { Certificate } from '../certificate/certificate.ts'
import { keyText } from '../certificate/strength.ts'
import type { Survey } from '../judge/survey.ts'
import { escapeHtml } from './escape.ts'
import { htmlTable } from './html-table.ts'
import { strengthOf } from './strength.ts'
import { clientMarks, clientWords, costWords, featureMarks, groupWords, knownFeatures, protocolAccounts, supportWords } from './survey.ts'

const cell = (text: string): string => escapeHtml(text, 300)
const code = (text: string): string => `<code>${cell(text)}</code>`

export function certificatesHtml(presented: readonly Certificate[]): string {
  return htmlTable(
    presented,
    (certificate, index) => [
      String(index),
      cell(certificate.subject),
      cell(certificate.issuer),
      cell(`${certificate.notBefore} to ${certificate.notAfter}`),
      cell(keyText(certificate.key)),
      cell(certificate.signatureAlgorithm),
      code(certificate.fingerprint256),
    ],
    { heads: ['', 'Subject', 'Issuer', 'Valid', 'Key', 'Signature', 'SHA-256'] },
  )
}

/** Everything that is known of what a target accepts. */
export function surveyHtml(survey: Survey): string {
  const accounts = protocolAccounts(survey)
  const suites = accounts.flatMap(({ name, suites: listed }) => listed.map(suite => ({ name, suite, strength: strengthOf(suite) })))
  return [
    htmlTable(accounts, ({ name, support, words }) => [name, supportWords[support], cell(words)], {
      heads: ['Protocol', '', 'Cipher suites'],
    }),
    htmlTable(
      suites,
      ({ name, suite, strength }) => [
        name,
        code(suite),
        strength === null ? '' : [strength.word, strength.why].filter(text => text !== '').join(': '),
      ],
      { heads: ['Protocol', 'Cipher suite', 'Strength'] },
    ),
    paragraph('Groups', survey.groups.map(groupWords)),
    paragraph('Signature schemes', survey.signatureSchemes),
    htmlTable(survey.clients, client => [clientMarks[client.connects], cell(client.title), cell(clientWords(client))], {
      heads: ['', 'Client', 'Connects with'],
    }),
    htmlTable(knownFeatures(survey), ({ name, status, detail }) => [featureMarks[status], code(name), cell(detail)], {
      heads: ['', 'Feature', 'Seen'],
    }),
    htmlTable(survey.probes, ({ number, asked, answer }) => [String(number), cell(asked), cell(answer)], {
      heads: ['Probe', 'Asked with', 'Answer'],
    }),
    ...survey.notes.map(note => `<p>${escapeHtml(note)}</p>`),
    `<p class="quiet">Asked with ${escapeHtml(costWords(survey))}</p>`,
  ]
    .filter(part => part !== '')
    .join('\n')
}

const paragraph = (title: string, names: readonly string[]): string =>
  names.length === 0 ? '' : `<p><b>${title}:</b> ${names.map(cell).join(', ')}</p>`
