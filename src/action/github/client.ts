// Requests to GitHub's API, bounded in time and repeated where that helps. The only file that loads @actions/github, which costs more than a check.
import { setTimeout as sleep } from 'node:timers/promises'
import { type Trouble, troubleOf } from './trouble.ts'

type Octokit = ReturnType<typeof import('@actions/github').getOctokit>

export interface Limits {
  readonly tries: number
  /** For one answer. */
  readonly requestMs: number
  /** For everything, waiting included: the job is held up by it. */
  readonly totalMs: number
  /** Before the second try; doubled before each further one. */
  readonly pauseMs: number
}

export const defaultLimits: Limits = { tries: 3, requestMs: 10_000, totalMs: 30_000, pauseMs: 1000 }

export interface ClientOptions {
  readonly token: string
  /** GITHUB_API_URL, which is another on GitHub Enterprise; that of github.com unless given. */
  readonly apiUrl?: string | undefined
  /** Ends everything: the job is cancelled. */
  readonly signal?: AbortSignal
  readonly limits?: Limits
}

export type Attempt<T> = { readonly kind: 'done'; readonly value: T } | Trouble

export interface Client {
  readonly rest: Octokit['rest']
  /** Pages of a list, one after the other. */
  readonly pages: Octokit['paginate']['iterator']
  /**
   * Does something, and does it again after a trouble that passes. What creates has to look first whether it is there already: an answer may be lost.
   * Rejects only with what is no error of a request.
   */
  attempt<T>(operation: () => Promise<T>): Promise<Attempt<T>>
  /** Whether the owner of the token wrote it, or a bot: nobody else can be one, and a token of the job does not say whose it is. */
  isOurs(author: { readonly login: string; readonly type: string } | null): Promise<boolean>
}

/** A client whose time runs from now on. */
export async function connect({ token, apiUrl, signal, limits = defaultLimits }: ClientOptions): Promise<Client> {
  const end = AbortSignal.any([AbortSignal.timeout(limits.totalMs), ...(signal ? [signal] : [])])
  const endMs = performance.now() + limits.totalMs
  const { getOctokit } = await import('@actions/github')
  const octokit = getOctokit(token, apiUrl ? { baseUrl: apiUrl } : {})
  octokit.hook.before('request', options => {
    options.request.signal = AbortSignal.any([end, AbortSignal.timeout(limits.requestMs)])
    // It would print headers of an answer, such as that a call is deprecated.
    options.request.log = silent
  })
  octokit.hook.after('request', ({ data, url }) => {
    // A page of a proxy, or an answer that was cut.
    if (typeof data !== 'object' || data === null) throw Object.assign(new Error(`the answer of ${url} is no JSON`), { status: 500 })
  })

  async function attempt<T>(operation: () => Promise<T>): Promise<Attempt<T>> {
    for (let tried = 1; ; tried++) {
      try {
        return { kind: 'done', value: await operation() }
      } catch (error) {
        const trouble = troubleOf(error, Date.now())
        if (trouble === null) throw error
        const told = { ...trouble, says: trouble.says.replaceAll(token, '***') }
        if (told.kind !== 'passing') return told
        const waitMs = told.waitMs ?? limits.pauseMs * 2 ** (tried - 1)
        if (tried === limits.tries) return { ...told, says: `${told.says}, ${tried} times` }
        if (waitMs > endMs - performance.now())
          return told.waitMs === null ? told : { ...told, says: `${told.says}; it asks to wait ${seconds(waitMs)}` }
        if (!(await slept(waitMs, end))) return told
      }
    }
  }

  let login: string | null | undefined
  return {
    rest: octokit.rest,
    pages: octokit.paginate.iterator,
    attempt,
    isOurs: async author => {
      if (author === null || author.type === 'Bot') return author !== null
      if (login === undefined) login = await ownLogin(octokit)
      return login === author.login
    },
  }
}

/** Null for the token of a job, and of every App: they may not ask. */
async function ownLogin({ rest }: Octokit): Promise<string | null> {
  try {
    return (await rest.users.getAuthenticated()).data.login
  } catch (error) {
    if (troubleOf(error, Date.now())?.kind === 'forbidden') return null
    throw error
  }
}

/** Whether the time was slept through; not when everything ends before. */
async function slept(ms: number, signal: AbortSignal): Promise<boolean> {
  try {
    await sleep(ms, undefined, { signal })
    return true
  } catch (error) {
    if (signal.aborted) return false
    throw error
  }
}

const seconds = (ms: number): string => `${Math.ceil(ms / 1000)} s`
const nothing = (): void => {}
const silent = { debug: nothing, info: nothing, warn: nothing, error: nothing }
