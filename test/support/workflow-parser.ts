// GitHub's own parser of action.yml and workflows. It is made for bundlers: its imports of JSON lack the attribute Node wants.
import { registerHooks } from 'node:module'

registerHooks({
  load: (url, context, next) =>
    next(
      url,
      url.includes('/@actions/workflow-parser/') && url.endsWith('.json') ? { ...context, importAttributes: { type: 'json' } } : context,
    ),
})

const { parseAction } = await import('@actions/workflow-parser/actions/action-parser')
const { convertActionTemplate } = await import('@actions/workflow-parser/actions/action-template')
const { NoOperationTraceWriter } = await import('@actions/workflow-parser/templates/trace-writer')

/** An action.yml, read; `errors` is what GitHub would refuse it for. */
export function readAction(content: string) {
  const { context, value } = parseAction({ name: 'action.yml', content }, new NoOperationTraceWriter())
  return {
    errors: context.errors.getErrors().map(error => error.message),
    action: value === undefined ? undefined : convertActionTemplate(context, value),
  }
}

const { parseWorkflow } = await import('@actions/workflow-parser/workflows/workflow-parser')

/** A step of a job, reduced to what a test looks at; expressions are left as they are. */
export interface WorkflowStep {
  readonly uses: string | null
  readonly run: string | null
  readonly with: Readonly<Record<string, string>>
}

/** A workflow, read; `errors` is what GitHub would refuse it for. */
export function readWorkflow(name: string, content: string): { errors: string[]; steps: WorkflowStep[] } {
  const { context, value } = parseWorkflow({ name, content }, new NoOperationTraceWriter())
  const errors = context.errors.getErrors().map(error => error.message)
  const jobs = Object.values(mapOf(mapOf(value).jobs))
  const steps = jobs.flatMap(job => [...((mapOf(job).steps as Iterable<unknown> | undefined) ?? [])].map(mapOf))
  return {
    errors,
    steps: steps.map(step => ({
      uses: step.uses === undefined ? null : String(step.uses),
      run: step.run === undefined ? null : String(step.run),
      with: Object.fromEntries(Object.entries(mapOf(step.with)).map(([key, token]) => [key, String(token)])),
    })),
  }
}

/** A mapping of the parser as an object of its tokens; empty for anything else. */
function mapOf(token: unknown): Record<string, unknown> {
  const pairs = token !== null && typeof token === 'object' && Symbol.iterator in token ? [...(token as Iterable<unknown>)] : []
  return Object.fromEntries(pairs.flatMap(pair => (isPair(pair) ? [[String(pair.key), pair.value]] : [])))
}

const isPair = (pair: unknown): pair is { key: unknown; value: unknown } =>
  pair !== null && typeof pair === 'object' && 'key' in pair && 'value' in pair
