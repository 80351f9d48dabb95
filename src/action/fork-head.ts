// Events that run with the rights of this repository while what they are about is the code of a fork. Whoever starts a server then runs that code.
import { readFileSync } from 'node:fs'
import { UsageError } from '../usage-error.ts'

interface Repository {
  readonly full_name?: unknown
}
interface Payload {
  readonly repository?: Repository
  readonly pull_request?: { readonly head?: { readonly repo?: Repository | null } }
  readonly workflow_run?: { readonly head_repository?: Repository | null }
}

/** Whose code an event is about; by its name (https://docs.github.com/actions, events that trigger workflows). */
const headOf: Readonly<Record<string, (payload: Payload) => Repository | null | undefined>> = {
  pull_request_target: ({ pull_request }) => pull_request?.head?.repo,
  workflow_run: ({ workflow_run }) => workflow_run?.head_repository,
}

/**
 * Refuses `start` where it could run what a stranger wrote with the secrets of this repository.
 * @throws UsageError for the head of a fork, and where it cannot be told whose it is
 */
export function refuseForkHead({ GITHUB_EVENT_NAME: event = '', GITHUB_EVENT_PATH: path }: NodeJS.ProcessEnv): void {
  const head = Object.hasOwn(headOf, event) ? headOf[event] : undefined
  if (head === undefined) return
  const payload = readPayload(path)
  const [own, other] = [payload.repository?.full_name, head(payload)?.full_name]
  if (typeof own === 'string' && own === other) return
  const whose = typeof other === 'string' ? 'of a fork' : 'of nobody who can be told'
  throw new UsageError(
    `start is refused: ${event} runs with the secrets of this repository, and the code it is about is ${whose}`,
    'use the event pull_request, or check a server that is not started from that code',
  )
}

function readPayload(path: string | undefined): Payload {
  try {
    const payload: unknown = JSON.parse(readFileSync(path ?? '', 'utf8'))
    return typeof payload === 'object' && payload !== null ? payload : {}
  } catch {
    return {} // then it cannot be told, and is refused
  }
}
