// The survey as Markdown, folded away until it is wanted. What is said of it stands in survey.ts.
import type { Survey } from '../judge/survey.ts'
import { codeSpan, escapeHtml, escapeMarkdown } from './escape.ts'
import { cellLength, table } from './markdown-table.ts'
import { strengthOf } from './strength.ts'
import { clientMarks, clientWords, costWords, featureMarks, groupWords, knownFeatures, protocolAccounts, supportWords } from './survey.ts'

/** Everything that is known of what a target accepts. */
export function surveyPart(survey: Survey, target: string): string {
  const accounts = protocolAccounts(survey)
  const suites = accounts.flatMap(({ name, suites: listed }) => listed.map(suite => ({ name, suite, strength: strengthOf(suite) })))
  return [
    `<details><summary>What <code>${escapeHtml(target, cellLength)}</code> accepts, asked with ${escapeHtml(costWords(survey))}</summary>`,
    table(['Protocol', '', 'Cipher suites'], accounts, ({ name, support, words }) => [name, supportWords[support], escapeMarkdown(words)]),
    ...section(suites, () =>
      table(['Protocol', 'Cipher suite', 'Strength'], suites, ({ name, suite, strength }) => [
        name,
        codeSpan(suite, cellLength),
        strength === null ? '' : [strength.word, strength.why].filter(text => text !== '').join(': '),
      ]),
    ),
    ...names('Groups', survey.groups, groupWords),
    ...names('Signature schemes', survey.signatureSchemes, name => name),
    ...section(survey.clients, clients =>
      table(['', 'Client', 'Connects with'], clients, client => [
        clientMarks[client.connects],
        escapeMarkdown(client.title, cellLength),
        escapeMarkdown(clientWords(client), cellLength),
      ]),
    ),
    ...section(knownFeatures(survey), features =>
      table(['', 'Feature', 'Seen'], features, ({ name, status, detail }) => [
        featureMarks[status],
        codeSpan(name, cellLength),
        escapeMarkdown(detail, cellLength),
      ]),
    ),
    ...section(survey.probes, probes =>
      table(['Probe', 'Asked with', 'Answer'], probes, ({ number, asked, answer }) => [
        String(number),
        escapeMarkdown(asked, cellLength),
        escapeMarkdown(answer, cellLength),
      ]),
    ),
    ...survey.notes.map(note => escapeMarkdown(note)),
    '</details>',
  ].join('\n\n')
}

const section = <T>(items: readonly T[], render: (items: readonly T[]) => string): string[] => (items.length === 0 ? [] : [render(items)])

/** Names in one paragraph. */
function names(title: string, list: readonly string[], words: (name: string) => string): string[] {
  return section(list, () => `${title}: ${list.map(name => escapeMarkdown(words(name), cellLength)).join(', ')}`)
}
