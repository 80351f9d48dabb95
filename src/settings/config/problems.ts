// What a schema found wrong, in words: one sentence that says what stands there, and what to write in its place.
import * as z from 'zod'
import { nearest } from '../../judge/nearest.ts'
import { UsageError } from '../../usage-error.ts'
import { type Known, unknownName } from '../known-names.ts'
import type { ConfigDocument, Path } from './document.ts'
import { notInFiles, notInTargets } from './schema.ts'

type Issue = z.core.$ZodIssue

/** What the schema was asked about. */
export interface Context {
  readonly schema: z.ZodType
  readonly document: ConfigDocument
  /** Every kind of names that the schema has. */
  readonly known: readonly Known[]
}

interface Words {
  readonly message: string
  readonly hint: string
}

/** A mistake whose place is not written out yet. */
type Found = Words & { readonly offset: number }

/** More than are ever shown; to find the nearest known name for each of thousands would take minutes. */
const mostWorded = 500

/** The issues of a schema in words, each with its place, in the order of the file. */
export function problemsOf(issues: readonly Issue[], context: Context): UsageError[] {
  const { location } = context.document
  return issues
    .flatMap(issue => meant(issue))
    .slice(0, mostWorded)
    .flatMap(issue => (issue.code === 'unrecognized_keys' ? unknownKeys(issue, context) : problemOf(issue, context)))
    .sort((a, b) => a.offset - b.offset)
    .map(({ offset, message, hint }) => new UsageError(message, hint, { location: location(offset) }))
}

/** Of a choice between schemas, the issues of the one that takes what stands there by its type, and has all its keys where one does. */
function meant(issue: Issue, above: Path = []): Issue[] {
  const path = [...above, ...issue.path]
  const ofItsType = issue.code === 'invalid_union' ? issue.errors.filter(issues => !issues.some(isOfAnotherType)) : []
  const chosen = ofItsType.find(issues => !issues.some(({ code }) => code === 'unrecognized_keys')) ?? ofItsType[0]
  return chosen === undefined ? [{ ...issue, path }] : chosen.flatMap(each => meant(each, path))
}

function isOfAnotherType({ code, path, input }: Issue): boolean {
  return path.length === 0 && (code === 'invalid_type' || (code === 'invalid_value' && typeof input !== 'string'))
}

function unknownKeys({ keys, path }: Issue & { readonly code: 'unrecognized_keys' }, { schema, document }: Context): Found[] {
  const all = keysAt(schema, path)
  return keys.slice(0, mostWorded).map(key => {
    // Another schema of several to choose from may have it.
    const known = [...new Set(all)].filter(each => each !== key)
    const near = nearest(key, known)
    const hint = near.length > 0 ? `did you mean ${near.join(' or ')}?` : `its parts are ${known.join(', ')}`
    const offset = document.offsetOfKey([...path, key])
    // A mapping was merged so in YAML 1.1; 1.2 has no such key.
    if (key === '<<') return { offset, message: '"<<" merges nothing here', hint: 'write out what it stands for' }
    if (path.length === 0 && notInFiles.includes(key))
      return { offset, message: `${key} cannot be given in a file`, hint: 'give it where tlsgate is started' }
    if (path.length === 2 && path[0] === 'targets' && Object.hasOwn(notInTargets, key))
      return { offset, message: `${key} cannot be given for a target`, hint: notInTargets[key] ?? '' }
    return { offset, message: `${quote(key)} is no part of ${path.length === 0 ? 'a configuration' : nameOf(path)}`, hint }
  })
}

/** The keys of the mapping that a schema has at a path; of several to choose from, those of all. */
function keysAt(schema: z.core.$ZodType, path: Path): string[] {
  const [part, ...below] = path
  if (schema instanceof z.ZodExactOptional) return keysAt(schema.unwrap(), path)
  if (schema instanceof z.ZodUnion) return schema.options.flatMap(option => keysAt(option, path))
  if (schema instanceof z.ZodArray) return keysAt(schema.element, below)
  if (!(schema instanceof z.ZodObject)) return []
  if (part === undefined) return Object.keys(schema.shape)
  const next = schema.shape[String(part)]
  return next === undefined ? [] : keysAt(next, below)
}

function problemOf(issue: Issue, { document, known }: Context): Found {
  return { offset: document.offset(issue.path), ...wordsOf(issue, known) }
}

function wordsOf(issue: Issue, known: readonly Known[]): Words {
  const { code, input } = issue
  const name = nameOf(issue.path)
  if (code === 'custom') return { message: issue.message, hint: String(issue.params?.hint) }
  if (input === undefined) return { message: `${name} is missing`, hint: 'add it' }
  if (input === null || input === '' || (Array.isArray(input) && input.length === 0))
    return { message: `${name} is empty`, hint: 'give it a value, or leave it out' }
  const is = `${name} is ${described(input)}`
  switch (code) {
    case 'invalid_value': {
      if (typeof input !== 'string') return wrongType(is, ['string'])
      const names = issue.values.map(String)
      return unknownName(known.find(({ none }) => none === issue.message) ?? { none: issue.message, names }, input)
    }
    case 'invalid_type':
      return wrongType(is, [issue.expected])
    case 'invalid_union':
      if (issue.inclusive !== false && issue.discriminator !== undefined) return wrongKind(issue)
      return wrongType(
        is,
        issue.errors.map(([first]) => (first?.code === 'invalid_type' ? first.expected : 'string')),
      )
    case 'too_small':
      return { message: is, hint: `write at least ${Number(issue.minimum) + (issue.inclusive === false ? 1 : 0)}` }
    case 'too_big':
      return { message: is, hint: `write at most ${issue.maximum}` }
    default:
      return { message: is, hint: issue.message }
  }
}

/** Of a mapping the key that says which of several kinds it is. */
function wrongKind({ discriminator = '', input, options = [], message, path }: Extract<Issue, { readonly options?: unknown }>): Words {
  const kind = (input as Readonly<Record<string, unknown>>)[discriminator]
  return kind === undefined
    ? { message: `${nameOf(path)} is missing`, hint: 'add it' }
    : unknownName({ none: message, names: options.map(String) }, String(kind))
}

/** The types that the schema has, and how they are written. */
const types: Readonly<Record<string, readonly [what: string, hint: string]>> = {
  string: ['a text', 'write a text, in quotes where it looks like a number'],
  number: ['a number', 'write a number, without quotes'],
  int: ['a whole number', 'write a whole number, without quotes'],
  boolean: ['true or false', 'write true or false, without quotes'],
  array: ['a list', 'write it in brackets: [one, other]'],
  object: ['a mapping', 'write its parts one a line, each as name: value'],
}

function wrongType(is: string, expected: readonly string[]): Words {
  const [first, ...more] = expected.map(type => types[type] ?? [type, `write ${type}`])
  return { message: `${is}, not ${[first, ...more].map(type => type?.[0]).join(' or ')}`, hint: first?.[1] ?? '' }
}

function described(value: unknown): string {
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'object') return 'a mapping'
  return typeof value === 'string' ? `the text ${quote(value)}` : String(value)
}

/** ['policy', 'protocols', 'require', 0] as 'policy.protocols.require[0]'. */
function nameOf(path: Path): string {
  if (path.length === 0) return 'the file'
  return path.map((part, index) => (typeof part === 'number' ? `[${part}]` : `${index > 0 ? '.' : ''}${String(part)}`)).join('')
}

const quote = (text: string): string => JSON.stringify(text.slice(0, 80))
