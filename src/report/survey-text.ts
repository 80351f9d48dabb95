// The survey as lines of text. What is said of it stands in survey.ts.
import { enumerated } from '../judge/policy/words.ts'
import type { ClientResult, Survey } from '../judge/survey.ts'
import { inert } from './escape.ts'
import { hanging, pad, painter, type Style, type TextOptions, widest } from './layout.ts'
import { type Strength, strengthOf, strengths } from './strength.ts'
import {
  clientMarks,
  clientWords,
  costWords,
  featureMarks,
  featureSummary,
  groupWords,
  knownFeatures,
  protocolAccounts,
  protocolSentence,
  supportWords,
} from './survey.ts'

const strengthStyles = { strong: 'green', dated: 'dim', weak: 'yellow', broken: 'red' } as const satisfies Record<Strength['word'], Style>
const clientStyles = { yes: 'green', no: 'red', unknown: 'yellow' } as const satisfies Record<ClientResult['connects'], Style>
/** Where the text of a heading starts: after the longest, 'Signatures'. */
const indent = 14

/** A full survey, or a policy's with all that was found; otherwise in a few lines. */
export function surveyLines(survey: Survey, options: TextOptions): string[] {
  const blocks = survey.kind === 'full' || options.verbose ? fullBlocks(survey, options) : [briefLines(survey, options)]
  return blocks.filter(lines => lines.length > 0).flatMap((lines, index) => (index === 0 ? lines : ['', ...lines]))
}

function briefLines(survey: Survey, options: TextOptions): string[] {
  return [
    ...heading('Protocols', protocolSentence(survey), options),
    ...heading('Clients', clientSentence(survey.clients), options),
    ...costLines(survey, options),
  ]
}

function fullBlocks(survey: Survey, options: TextOptions): string[][] {
  return [
    protocolLines(survey, options),
    [
      ...heading('Groups', survey.groups.map(groupWords).join(', '), options),
      ...heading('Signatures', survey.signatureSchemes.join(', '), options),
      ...(options.verbose ? [] : featureSummary(survey).flatMap(([title, text]) => heading(title, text, options))),
    ],
    options.verbose ? featureLines(survey, options) : [],
    clientLines(survey.clients, options),
    options.verbose ? probeLines(survey, options) : [],
    costLines(survey, options),
  ]
}

function heading(title: string, text: string, options: TextOptions): string[] {
  if (text === '') return []
  return hanging(`  ${painter(options)('bold', title.padEnd(indent - 2))}`, indent, inert(text, longest), options)
}

/** UTF-16 units of a list that are shown: every group and scheme there is has room. */
const longest = 10_000

function protocolLines(survey: Survey, options: TextOptions): string[] {
  const paint = painter(options)
  const accounts = protocolAccounts(survey)
  const columns = { name: widest(accounts.map(({ name }) => name)), support: widest(Object.values(supportWords)) }
  return accounts.flatMap(({ name, support, words, suites }) => {
    const start = `  ${paint('bold', pad(name, columns.name))}  ${pad(supportWords[support], words === '' ? 0 : columns.support + 2)}`
    return [...hanging(start, columns.name + columns.support + 6, inert(words), options), ...suiteLines(suites, options)]
  })
}

function suiteLines(suites: readonly string[], options: TextOptions): string[] {
  const paint = painter(options)
  const rows = suites.map(name => ({ name: inert(name, 80), strength: strengthOf(name) }))
  const columns = { word: widest(strengths), name: widest(rows.map(({ name }) => name)) }
  return rows.map(({ name, strength }) => {
    if (strength === null) return `    ${' '.repeat(columns.word)}  ${name}`
    const word = paint(strengthStyles[strength.word], pad(strength.word, columns.word))
    return strength.why === '' ? `    ${word}  ${name}` : `    ${word}  ${pad(name, columns.name)}  ${paint('dim', strength.why)}`
  })
}

function featureLines(survey: Survey, options: TextOptions): string[] {
  const features = knownFeatures(survey)
  const names = features.map(({ name }) => inert(name, 60))
  const columns = widest(names)
  return features.flatMap(({ status, detail }, index) =>
    hanging(`  ${pad(featureMarks[status], 3)}  ${pad(names[index] ?? '', columns)}  `, columns + 9, inert(detail), options),
  )
}

/** '12 of 14 connect, not Java 8u161; not known of IE 11': who connects is no news. */
function clientSentence(clients: readonly ClientResult[]): string {
  if (clients.length === 0) return ''
  const titles = (connects: ClientResult['connects']): string[] =>
    clients.flatMap(client => (client.connects === connects ? client.title : []))
  const [without, undecided] = [titles('no'), titles('unknown')]
  const not = without.length === 0 ? '' : `, not ${enumerated(without)}`
  const unknown = undecided.length === 0 ? '' : `; not known of ${enumerated(undecided)}`
  return `${titles('yes').length} of ${clients.length} connect${not}${unknown}`
}

function clientLines(clients: readonly ClientResult[], options: TextOptions): string[] {
  const paint = painter(options)
  const titles = clients.map(({ title }) => inert(title, 40))
  const columns = widest(titles)
  return clients.flatMap((client, index) => {
    const mark = paint(clientStyles[client.connects], clientMarks[client.connects])
    return hanging(`  ${mark} ${pad(titles[index] ?? '', columns)}  `, columns + 6, inert(clientWords(client)), options)
  })
}

function probeLines({ probes }: Survey, options: TextOptions): string[] {
  const columns = String(probes.at(-1)?.number ?? 0).length
  return probes.flatMap(({ number, asked, answer }) =>
    hanging(`  probe ${String(number).padStart(columns)}  `, columns + 10, inert(`${asked}: ${answer}`), options),
  )
}

function costLines(survey: Survey, options: TextOptions): string[] {
  return [...heading('Cost', costWords(survey), options), ...survey.notes.flatMap(note => heading('Note', note, options))]
}
