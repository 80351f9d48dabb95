// The issue that is open while a target does not pass: opened, edited and closed, found by its marker. What it says is report/comment.ts's.
import type { Report } from '../../gate.ts'
import type { Attempt, Client } from './client.ts'
import { longestBody } from './comment.ts'
import { isMarked, lineOf } from './marker.ts'
import { type Changes, changesSince, readState, type State, stateAfter, stateOf, writeState } from './state.ts'

/** Put on when the issue is opened. The list of issues with it is short and right at once, where GitHub's search is late. */
export const label = 'tlsgate'

type Repository = { readonly owner: string; readonly repo: string }

export interface Monitoring {
  readonly marker: string
  readonly report: Report
  readonly title: string
  /** The body below its hidden lines, in at most so many bytes. */
  readonly bodyOf: (maxBytes: number) => string
  /** What a comment says of a change. */
  readonly changeOf: (changes: Changes) => string
}

/** The address of the issue; null when all is well and none is open. */
export async function keepIssue(client: Client, repository: Repository, issue: Monitoring): Promise<Attempt<string | null>> {
  const written = await keep(client, repository, issue, longestBody)
  const kept = written.kind === 'invalid' ? await keep(client, repository, issue, longestBody / 2) : written
  if (kept.kind !== 'done') return kept
  if (kept.value === null) return { kind: 'done', value: null }
  const { url, number, changes } = kept.value
  if (changes === null) return { kind: 'done', value: url }
  const body = issue.changeOf(changes)
  const commented = await client.attempt(() => client.rest.issues.createComment({ ...repository, issue_number: number, body }))
  return commented.kind === 'done' ? { kind: 'done', value: url } : commented
}

interface Kept {
  readonly url: string
  readonly number: number
  /** Null when there is nothing to comment on. */
  readonly changes: Changes | null
}

function keep(client: Client, repository: Repository, issue: Monitoring, maxBytes: number): Promise<Attempt<Kept | null>> {
  const { marker, report, title, bodyOf } = issue
  const { rest } = client
  const bodyWith = (state: State): string => {
    const hidden = `${marker}\n${writeState(state)}\n`
    return hidden + bodyOf(maxBytes - hidden.length)
  }
  // What was before is read once: a second try may find what the first has written.
  let before: string | null = null
  return client.attempt(async () => {
    const found = await find(client, repository, marker)
    const isClosing = report.verdict === 'pass'
    if (found === null) {
      if (isClosing) return null
      const { data } = await rest.issues.create({ ...repository, title, body: bodyWith(stateOf(report)), labels: [label] })
      return { url: data.html_url, number: data.number, changes: null }
    }
    before ??= found.body ?? ''
    const known = readState(lineOf(before, 1))
    const body = bodyWith(stateAfter(known, report))
    // The title of a closed issue goes on saying what it was about.
    const changed = isClosing ? ({ body, state: 'closed', state_reason: 'completed' } as const) : { body, title }
    const { data } = await rest.issues.update({ ...repository, issue_number: found.number, ...changed })
    const changes = changesSince(known, report, before)
    const isNews = isClosing || Object.values(changes).some(targets => targets.length > 0)
    return { url: data.html_url, number: found.number, changes: isNews ? changes : null }
  })
}

async function find({ rest, pages, isOurs }: Client, repository: Repository, marker: string) {
  for await (const { data } of pages(rest.issues.listForRepo, { ...repository, state: 'open', labels: label, per_page: 100 })) {
    for (const { number, body, user, pull_request } of data) {
      if (pull_request === undefined && isMarked(body, marker) && (await isOurs(user))) return { number, body }
    }
  }
  return null
}
