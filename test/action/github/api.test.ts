// The API of the other tests here is of use only as long as it notices what GitHub would not take or would not say.
import { expect, test } from 'vitest'
import { type Fault, githubApi } from '../../support/github-api.ts'

const issues = '/repos/octo/shop/issues'

test.each<[name: string, path: string, init: RequestInit, complaint: RegExp]>([
  ['a path it does not have', '/repos/octo/shop/isues', {}, /no such route/],
  ['a parameter nobody describes', `${issues}?label=tlsgate`, {}, /query must NOT have additional properties/],
  ['a value that is none', `${issues}?state=opened`, {}, /query\/state must be equal to one of the allowed values/],
  ['a body without what it needs', `${issues}/7/comments`, { method: 'POST', body: '{}' }, /body must have required property 'body'/],
  [
    'a body with more than it knows',
    `${issues}/7/comments`,
    { method: 'POST', body: '{"body":"x","text":"y"}' },
    /body must NOT have additional/,
  ],
  ['a value of another type', `${issues}/7`, { method: 'PATCH', body: '{"state":1}' }, /body\/state must be string/],
])('a request with %s is reported', async (_, path, init, complaint) => {
  const api = await githubApi()
  await fetch(`${api.url}${path}`, init)
  await expect(api[Symbol.asyncDispose]()).rejects.toThrow(complaint)
})

test.each<[name: string, answer: Fault['answer'], complaint: RegExp]>([
  ['another shape', { status: 200, body: [{ id: 'x' }] }, /issues 200\/0.* must /],
  ['a status GitHub does not have there', { status: 202, body: [] }, /is not described to answer 202/],
  ['an error of another shape', { status: 503, body: { message: 5 } }, /issues 503\/message must be string/],
])('an answer of %s is reported', async (_, answer, complaint) => {
  const api = await githubApi({ faults: [{ on: 'GET /repos/{owner}/{repo}/issues', answer }] })
  await fetch(`${api.url}${issues}`)
  await expect(api[Symbol.asyncDispose]()).rejects.toThrow(complaint)
})
