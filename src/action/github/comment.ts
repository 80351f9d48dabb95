// The comment on a pull request: one for a key, found by its marker and edited in place. What it says is report/comment.ts's.
import type { Verdict } from '../../judge/check.ts'
import type { Attempt, Client } from './client.ts'
import { isMarked } from './marker.ts'

/** GitHub refuses a longer body with 422. It counts characters; to stay under it in bytes is safe whatever it counts as one. */
export const longestBody = 65_536

export interface Place {
  readonly owner: string
  readonly repo: string
  readonly issue_number: number
}

export interface StickyComment {
  readonly marker: string
  readonly mode: 'always' | 'on-failure'
  readonly verdict: Verdict
  /** The text in at most so many bytes. `isRecovery` when a comment of a failure becomes that of a pass. */
  readonly bodyOf: (maxBytes: number, isRecovery: boolean) => string
}

/** The address of the comment; null when none was wanted and none there. */
export async function writeComment(client: Client, place: Place, comment: StickyComment): Promise<Attempt<string | null>> {
  const written = await write(client, place, comment, longestBody)
  // Whatever limit a server has: an eighth fits, and has the verdict still.
  return written.kind === 'invalid' ? write(client, place, comment, longestBody / 8) : written
}

function write(
  client: Client,
  place: Place,
  { marker, mode, verdict, bodyOf }: StickyComment,
  maxBytes: number,
): Promise<Attempt<string | null>> {
  const { issue_number: _, ...repository } = place
  return client.attempt(async () => {
    const id = await find(client, place, marker)
    if (id !== null) {
      const isRecovery = mode === 'on-failure' && verdict === 'pass'
      const { data } = await client.rest.issues.updateComment({ ...repository, comment_id: id, body: bodyOf(maxBytes, isRecovery) })
      return data.html_url
    }
    if (mode === 'on-failure' && verdict === 'pass') return null
    const { data } = await client.rest.issues.createComment({ ...place, body: bodyOf(maxBytes, false) })
    return data.html_url
  })
}

/** The oldest that is ours: anybody can write a comment with our marker, and could change it again after we have. */
async function find({ rest, pages, isOurs }: Client, place: Place, marker: string): Promise<number | null> {
  for await (const { data } of pages(rest.issues.listComments, { ...place, per_page: 100 })) {
    for (const { id, body, user } of data) if (isMarked(body, marker) && (await isOurs(user))) return id
  }
  return null
}
