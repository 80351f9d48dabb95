// A handshake as a Mermaid sequence diagram, in which the failing step stands out. Only the diagram's text; Markdown puts a fence around it.
import type { TargetReport } from '../gate.ts'
import type { Step } from '../trace/step.ts'
import { escapeMermaid } from './escape.ts'
import { marks, timeOf, titleOf, wentOn, wentOnAfter } from './steps.ts'

/** GitHub refuses diagrams of more than 50,000 characters; failed steps are shown beyond this number as well. */
const stepsShown = 80

/** Translucent, to be legible on a light and on a dark page. */
const failedBackground = 'rgba(248, 81, 73, 0.25)'

/** The diagram's text, one statement a line, without a final line feed. */
export function sequenceDiagram({ target, handshake }: TargetReport): string {
  const { steps, failure } = handshake
  const shown = steps.map((step, index) => ({ step, index })).filter(({ step, index }) => index < stepsShown || step.status === 'failed')
  const unreached = shown.filter(({ step }) => step.status === 'not-reached').map(({ step }) => titleOf(step.name))
  const statements = shown.flatMap(({ step, index }) => {
    if (step.status === 'not-reached') return []
    if (step.status === 'done') return [step.from === null ? note(label(step)) : `${arrow(step, '->>')}: ${label(step)}`]
    return [
      `rect ${failedBackground}`,
      `  ${arrow(step, '-x')}: ${marks.failed} ${label(step)}`,
      ...(failure === null ? [] : [`  ${note([escapeMermaid(failure.cause), ...folded(failure.message)].join('<br/>'))}`]),
      'end',
      ...(wentOnAfter(handshake, index) ? [note(escapeMermaid(wentOn))] : []),
    ]
  })
  return [
    'sequenceDiagram',
    '  participant client as Client',
    `  participant server as ${escapeMermaid(target.host, 60)}`,
    ...statements.map(statement => `  ${statement}`),
    ...(unreached.length > 0 ? [`  ${note(`not reached<br/>${folded(unreached.join(', ')).join('<br/>')}`)}`] : []),
    ...(shown.length < steps.length ? [`  ${note(`and ${steps.length - shown.length} more steps`)}`] : []),
  ].join('\n')
}

/** A step of nobody's is the client's doing: resolving, connecting. */
const arrow = (step: Step, head: string): string => (step.from === 'server' ? `server${head}client` : `client${head}server`)

const label = (step: Step): string => [escapeMermaid(titleOf(step.name), 40), timeOf(step)].filter(text => text !== '').join(' ')

const note = (text: string): string => `Note over client,server: ${text}`

/** A sentence in lines a note has room for, escaped; cut when it is very long. */
function folded(sentence: string): string[] {
  const lines: string[] = []
  for (const word of sentence.slice(0, 400).split(/\s+/)) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + word.length < 56) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines.map(line => escapeMermaid(line, 80))
}
