// GitHub's REST API on loopback, as far as comments, issues and deployment statuses go: it keeps what it is told, asks for permissions, and can fail
// in the ways GitHub does. Every request and every answer of it is held against GitHub's own description.
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { json } from 'node:stream/consumers'
import { answerFaults, example, type Request, type Route, requestFaults } from './github-description.ts'

export interface Author {
  readonly login: string
  readonly type: 'Bot' | 'User'
}
export const bot: Author = { login: 'github-actions[bot]', type: 'Bot' }

export interface Comment {
  readonly id: number
  body: string
  readonly user: Author
}

export interface Issue {
  readonly number: number
  title: string
  body: string
  readonly user: Author
  labels: readonly string[]
  state: 'open' | 'closed'
  readonly isPullRequest: boolean
}

/** In the place of an answer, or after the work is done and the answer lost. */
export interface Fault {
  readonly on: Route
  /** How often; always unless given. */
  times?: number
  readonly answer:
    | { readonly status: number; readonly body?: object | string; readonly headers?: Readonly<Record<string, string>> }
    | 'hang'
    | 'reset'
  readonly isDone?: boolean
}

export interface GithubApiOptions {
  /** The only token that is known. */
  readonly token?: string
  /** Who the token is. A bot may not ask. */
  readonly owner?: Author
  readonly permissions?: 'write' | 'read' | 'none'
  readonly comments?: readonly { readonly body: string; readonly user: Author }[]
  readonly issues?: readonly (Pick<Issue, 'body' | 'user'> & Partial<Issue>)[]
  readonly faults?: readonly Fault[]
}

export interface GithubApi extends AsyncDisposable {
  /** For GITHUB_API_URL. */
  readonly url: string
  readonly token: string
  /** 'POST /repos/octo/shop/issues/7/comments', in order. */
  readonly requests: readonly string[]
  /** Of pull request 7, and of all issues. */
  readonly comments: readonly Comment[]
  readonly issues: readonly Issue[]
  readonly statuses: readonly Readonly<Record<string, unknown>>[]
}

interface Answer {
  readonly status: number
  readonly body: object | string
  readonly headers?: Readonly<Record<string, string>>
}

const forbidden: Answer = {
  status: 403,
  body: { message: 'Resource not accessible by integration', documentation_url: 'https://docs.github.com/rest', status: '403' },
}
const notFound: Answer = { status: 404, body: { message: 'Not Found', documentation_url: 'https://docs.github.com/rest', status: '404' } }
const badCredentials: Answer = { status: 401, body: { message: 'Bad credentials', documentation_url: 'https://docs.github.com/rest' } }

/** What GitHub says of a body beyond its limit. */
const tooLong: Answer = {
  status: 422,
  body: {
    message: 'Validation Failed',
    errors: [{ resource: 'IssueComment', code: 'unprocessable', field: 'data', message: 'Body is too long (maximum is 65536 characters)' }],
    documentation_url: 'https://docs.github.com/rest',
  },
}

/** An API of the repository octo/shop. Disposing of it throws when it was spoken to in a way GitHub does not describe. */
export async function githubApi(options: GithubApiOptions = {}): Promise<GithubApi> {
  const { token = 'ghs_secret', owner = bot, permissions = 'write' } = options
  const comments: Comment[] = (options.comments ?? []).map((comment, index) => ({ id: 100 + index, ...comment }))
  const issues: Issue[] = (options.issues ?? []).map((issue, index) => ({
    number: 20 + index,
    title: 'an issue',
    labels: ['tlsgate'],
    state: 'open',
    isPullRequest: false,
    ...issue,
  }))
  const statuses: Record<string, unknown>[] = []
  const faults = (options.faults ?? []).map(fault => ({ ...fault }))
  const requests: string[] = []
  const wrong: string[] = []

  const routes: Readonly<Record<Route, (request: Request) => Answer>> = {
    'GET /user': () => (owner.type === 'Bot' ? forbidden : { status: 200, body: { ...example('private-user'), login: owner.login } }),
    'GET /repos/{owner}/{repo}/issues/{issue_number}/comments': ({ query }) => page(comments.map(commentBody), query),
    'POST /repos/{owner}/{repo}/issues/{issue_number}/comments': ({ body }) => {
      const comment = { id: 100 + comments.length, body: textOf(body, 'body'), user: owner }
      if (comment.body.length > 65_536) return tooLong
      comments.push(comment)
      return { status: 201, body: commentBody(comment) }
    },
    'PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}': ({ path, body }) => {
      const comment = comments.find(({ id }) => String(id) === path.comment_id)
      if (comment === undefined) return notFound
      if (textOf(body, 'body').length > 65_536) return tooLong
      comment.body = textOf(body, 'body')
      return { status: 200, body: commentBody(comment) }
    },
    'GET /repos/{owner}/{repo}/issues': ({ query }) => {
      const wanted = issues.filter(
        ({ state, labels }) => state === (query.state ?? 'open') && (!query.labels || labels.includes(query.labels)),
      )
      return page(wanted.map(issueBody), query)
    },
    'POST /repos/{owner}/{repo}/issues': ({ body }) => {
      const issue: Issue = {
        number: 20 + issues.length,
        title: textOf(body, 'title'),
        body: textOf(body, 'body'),
        user: owner,
        labels: (body as { labels: string[] }).labels,
        state: 'open',
        isPullRequest: false,
      }
      if (issue.body.length > 65_536) return tooLong
      issues.push(issue)
      return { status: 201, body: issueBody(issue) }
    },
    'PATCH /repos/{owner}/{repo}/issues/{issue_number}': ({ path, body }) => {
      const issue = issues.find(({ number }) => String(number) === path.issue_number)
      if (issue === undefined) return notFound
      Object.assign(issue, body)
      return { status: 200, body: issueBody(issue) }
    },
    'POST /repos/{owner}/{repo}/deployments/{deployment_id}/statuses': ({ body }) => {
      if (textOf(body, 'description').length > 140) return tooLong
      statuses.push(body as Record<string, unknown>)
      return { status: 201, body: { ...example('deployment-status'), state: textOf(body, 'state') } }
    },
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://api')
    requests.push(`${request.method} ${pathname}`)
    const [route, path] = routeOf(Object.keys(routes) as Route[], request.method ?? '', pathname)
    if (route === null) {
      wrong.push(`no such route: ${request.method} ${pathname}`)
      return send(response, notFound)
    }
    const parsed = { path, query: Object.fromEntries(searchParams), body: request.method === 'GET' ? undefined : await json(request) }
    wrong.push(...requestFaults(route, parsed))
    const fault = faults.find(({ on, times = 1 }) => on === route && times > 0)
    if (fault?.times !== undefined) fault.times--
    const answered = fault === undefined || fault.isDone ? (allowed(request, route) ?? routes[route]?.(parsed) ?? notFound) : null
    const shown = fault === undefined ? answered : fault.answer
    if (shown === 'hang') return
    if (shown === 'reset' || shown === null) return void request.socket.destroy()
    const { status, body = { message: 'Server Error' }, headers = {} } = shown
    if (typeof body !== 'string') wrong.push(...answerFaults(route, status, body))
    send(response, { status, body, headers: { ...headers, ...linkOf(headers, server.address() as AddressInfo, request.url ?? '') } })
  }

  /** The answer to one who may not; null for one who may. */
  function allowed({ headers, method }: IncomingMessage, route: Route): Answer | null {
    if (headers.authorization !== `token ${token}`) return badCredentials
    if (route === 'GET /user') return null
    if (permissions === 'none') return notFound
    return permissions === 'read' && method !== 'GET' ? forbidden : null
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      wrong.push(String(error))
      request.socket.destroy()
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    token,
    requests,
    comments,
    issues,
    statuses,
    async [Symbol.asyncDispose]() {
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
      if (wrong.length > 0) throw new Error(`not as GitHub describes it:\n${[...new Set(wrong)].join('\n')}`)
    },
  }
}

function send(response: ServerResponse, { status, body, headers }: Answer): void {
  const isText = typeof body === 'string'
  response.writeHead(status, { 'content-type': isText ? 'text/html' : 'application/json; charset=utf-8', ...headers })
  response.end(isText ? body : JSON.stringify(body))
}

function routeOf(
  routes: readonly Route[],
  method: string,
  pathname: string,
): [Route, Record<string, string>] | [null, Record<string, string>] {
  for (const route of routes) {
    const [verb, template = ''] = route.split(' ')
    const match = new RegExp(`^${template.replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`).exec(pathname)
    if (verb === method && match !== null) return [route, { ...match.groups }]
  }
  return [null, {}]
}

/** A page of a list, with the number of the next one in a header of our own that linkOf turns into GitHub's. */
function page(items: readonly object[], query: Readonly<Record<string, string>>): Answer {
  const [size, number] = [Number(query.per_page ?? 30), Number(query.page ?? 1)]
  const body = items.slice((number - 1) * size, number * size)
  return { status: 200, body, headers: items.length > number * size ? { 'x-next-page': String(number + 1) } : {} }
}

function linkOf(headers: Readonly<Record<string, string>>, { port }: AddressInfo, path: string): Record<string, string> {
  const next = headers['x-next-page']
  if (next === undefined) return {}
  const url = new URL(path, `http://127.0.0.1:${port}`)
  url.searchParams.set('page', next)
  return { link: `<${url}>; rel="next"` }
}

const textOf = (body: unknown, name: string): string => String((body as Record<string, unknown>)[name] ?? '')

const userBody = (user: Author): object => ({ ...example<{ user: object }>('issue-comment').user, ...user })

const commentBody = ({ id, body, user }: Comment): object => ({
  ...example('issue-comment'),
  id,
  body,
  user: userBody(user),
  html_url: `https://github.com/octo/shop/pull/7#issuecomment-${id}`,
})

const issueBody = ({ number, title, body, user, labels, state, isPullRequest }: Issue): object => ({
  ...example('issue'),
  number,
  title,
  body,
  user: userBody(user),
  labels: labels.map(name => ({
    id: 1,
    node_id: 'x',
    url: 'https://github.com/octo/shop/labels/x',
    name,
    description: null,
    color: 'ededed',
    default: false,
  })),
  state,
  html_url: `https://github.com/octo/shop/issues/${number}`,
  // The example has it.
  pull_request: isPullRequest ? { url: null, html_url: null, diff_url: null, patch_url: null } : undefined,
})
