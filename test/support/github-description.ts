// GitHub's own description of its REST API (OpenAPI 3.0, @octokit/openapi), asked whether a request or an answer is one. Only the operations asked about
// are compiled: there are over a thousand.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { Ajv, type ValidateFunction } from 'ajv'
import addFormats from 'ajv-formats'

type Json = Readonly<Record<string, unknown>>

interface Operation {
  readonly parameters?: readonly Json[]
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Json }>> }
  readonly responses: Readonly<Record<string, Json>>
}

const require = createRequire(import.meta.url)
const description = JSON.parse(readFileSync(require.resolve('@octokit/openapi/generated/api.github.com.json'), 'utf8')) as {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
}

/** 'GET /repos/{owner}/{repo}/issues'. */
export type Route = `${'GET' | 'POST' | 'PATCH'} /${string}`

export interface Request {
  readonly path: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, string>>
  /** Undefined for none. */
  readonly body: unknown
}

/** What the description has against a request; empty for a good one. Stricter than GitHub, which ignores what it does not know. */
export function requestFaults(route: Route, { path, query, body }: Request): string[] {
  const { parameters = [], requestBody } = operationOf(route)
  const described = parameters.map(resolved) as { name: string; in: string; required?: boolean; schema: Json }[]
  const inPlace = (place: 'path' | 'query', values: object): string[] => {
    const own = described.filter(parameter => parameter.in === place)
    const required = own.filter(parameter => parameter.required).map(({ name }) => name)
    const properties = Object.fromEntries(own.map(({ name, schema }) => [name, schema]))
    return faults(`${route} ${place}`, loose, { type: 'object', properties, required, additionalProperties: false }, { ...values })
  }
  const content = requestBody?.content['application/json']?.schema
  const ofBody =
    content === undefined
      ? body === undefined
        ? []
        : ['a body where none is described']
      : faults(`${route} body`, strict, { ...resolved(content), additionalProperties: false }, body)
  return [...inPlace('path', path), ...inPlace('query', query), ...ofBody]
}

/** What the description has against an answer. One that no operation describes, as for 429 and 502, has to be GitHub's common error. */
export function answerFaults(route: Route, status: number, body: unknown): string[] {
  const response = operationOf(route).responses[status]
  const schema = response === undefined ? null : contentOf(resolved(response))
  if (schema === null && status < 400) return [`${route} is not described to answer ${status}`]
  return faults(`${route} ${status}`, strict, schema ?? { $ref: '#/components/schemas/basic-error' }, body)
}

/** An example of the description, as a base for answers. */
export function example<T extends object>(name: string): T {
  return structuredClone((at(`#/components/examples/${name}`) as { value: T }).value)
}

function operationOf(route: Route): Operation {
  const [method = '', path = ''] = route.split(' ')
  const operation = description.paths[path]?.[method.toLowerCase()]
  if (operation === undefined) throw new Error(`GitHub has no ${route}`)
  return operation
}

const contentOf = (response: Json): Json | null =>
  (response.content as Readonly<Record<string, { schema: Json }>> | undefined)?.['application/json']?.schema ?? null

// A query has no types: 'per_page=100' is a number where one is described.
const loose = new Ajv({ strict: false, allErrors: true, coerceTypes: true })
const strict = new Ajv({ strict: false, allErrors: true })
for (const ajv of [loose, strict]) addFormats.default(ajv)

const compiled = new Map<string, ValidateFunction>()

function faults(name: string, ajv: Ajv, schema: Json, value: unknown): string[] {
  const validate = compiled.get(name) ?? ajv.compile(jsonSchemaOf(schema))
  compiled.set(name, validate)
  if (validate(value)) return []
  return (validate.errors ?? []).map(({ instancePath, message }) => `${name}${instancePath} ${message}`)
}

/** A schema of OpenAPI 3.0 as one of JSON Schema: references filled in, 'nullable' spelled out, and without what only documents. */
function jsonSchemaOf(node: Json): Json {
  const { nullable, ...rest } = resolved(node)
  const keywords = Object.entries(rest).filter(([key]) => !/^(x-.*|examples?|default)$/.test(key))
  const schema = Object.fromEntries(keywords.map(([key, value]) => [key, key === 'enum' ? value : converted(key, value)]))
  return nullable === true ? { anyOf: [schema, { type: 'null' }] } : schema
}

function converted(key: string, value: unknown): unknown {
  if (Array.isArray(value)) return value.map(item => converted('', item))
  if (typeof value !== 'object' || value === null) return value
  // The members of these are named by the user of the schema: one called 'example' or 'nullable' is no keyword.
  if (key !== 'properties') return jsonSchemaOf(value as Json)
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, jsonSchemaOf(member)]))
}

function resolved(node: Json): Json {
  return typeof node.$ref === 'string' ? resolved(at(node.$ref) as Json) : node
}

function at(reference: string): unknown {
  return reference
    .slice(2)
    .split('/')
    .reduce((inner: unknown, name) => (inner as Json)[name], description)
}
