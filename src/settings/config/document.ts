// YAML, or JSON, as a plain value whose parts can be found in the text again. Whoever writes the file may be hostile: bounds come before parsing.
import {
  Composer,
  type CST,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  Parser,
  visit,
  type YAMLError,
} from 'yaml'
import type { Location } from '../../location.ts'
import { UsageError } from '../../usage-error.ts'
import { allOf } from './mistakes.ts'
import { type ConfigSource, isJson } from './source.ts'

/** Keys and indices that lead to a part: ['policy', 'protocols', 'require', 0]. */
export type Path = readonly PropertyKey[]

export interface ConfigDocument {
  /** Null where there is none: of a file of comments. */
  readonly value: unknown
  /** Where a part begins in the text, in UTF-16 units; of one that is missing, what it is missing in. */
  offset(path: Path): number
  /** Where the key of a part begins; of an item of a list, the item. */
  offsetOfKey(path: Path): number
  location(offset: number): Location
}

/** Collections in collections: the parser recurses, and V8 ends the process where a regular expression meets the end of the stack. */
const deepest = 32

/** Scalars and collections in all: 100,000 targets, or 50,000 with an option of their own, five parts each, and what else there is to say. */
const mostParts = 300_000

/** Keys of one mapping, and tokens that are none: the parser's work grows with their square. */
const mostKeys = 1000

/** Aliases in all, which bounds the search for their anchors; also yaml's own measure of what they may add up to. */
const mostAliases = 100

/** @throws UsageError with all that makes it no YAML */
export function readDocument({ file, text }: ConfigSource): ConfigDocument {
  const lines = new LineCounter()
  const tokens = [...new Parser(lines.addNewLine).parse(text)]
  const location = (offset: number): Location => {
    const { line, col } = lines.linePos(offset)
    return { file, line, column: col }
  }
  refuseExcess(tokens, location)
  // A tag such as !!binary would make an object of a text, with functions for parts.
  const [document, second] = new Composer({ prettyErrors: false, resolveKnownTags: false }).compose(tokens, true, text.length)
  if (document === undefined) throw new Error('YAML has no document')
  const language = isJson(file) ? 'JSON' : 'YAML'
  const more = second === undefined ? [] : [{ offset: second.range[0], ...secondDocument }]
  const mistakes = [...more, ...syntaxErrors(document, language), ...(language === 'JSON' ? strictly(document) : looseAliases(document))]
  const wrong = allOf(mistakes.map(({ offset, message, hint }) => new UsageError(message, hint, { location: location(offset) })))
  if (wrong !== null) throw wrong
  const start = (node: Node | null | undefined): number => node?.range?.[0] ?? 0
  return {
    value: plain(document, location(0)),
    offset: path => start(trail(document, path).at(-1)?.node),
    offsetOfKey: path => {
      const last = trail(document, path).at(-1)
      return start(last?.key ?? last?.node)
    },
    location,
  }
}

/** A part of the document, and its key where it stands in a mapping. */
interface Step {
  readonly node: Node | null
  readonly key: Node | null
}

/** The parts on the way to one, as far as there are any. An empty value is found by its key. */
function trail(document: Document, path: Path): Step[] {
  const steps: Step[] = [{ node: document.contents, key: null }]
  for (const name of path) {
    const step = stepInto(document, steps.at(-1)?.node ?? null, name)
    if (step === null) break
    steps.push(step)
  }
  return steps
}

function stepInto(document: Document, node: Node | null, name: PropertyKey): Step | null {
  if (isAlias(node)) return stepInto(document, node.resolve(document) ?? null, name)
  if (isSeq(node)) return { node: node.items[Number(name)] as Node, key: null }
  if (!isMap(node)) return null
  const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === name)
  return pair ? { key: pair.key as Node, node: (pair.value ?? pair.key) as Node } : null
}

function refuseExcess(tokens: readonly CST.Token[], location: (offset: number) => Location): void {
  const excess = (what: string, token: object = {}): UsageError =>
    new UsageError(`the file ${what}`, 'no configuration needs as much: check that it is the right file', {
      location: location('offset' in token ? Number(token.offset) : 0),
    })
  let parts = 0
  let aliases = 0
  let strays = 0
  // The tokens of a part may nest as deep as the text is long: a list of what is left, not recursion.
  const left: { readonly token: object; readonly depth: number }[] = []
  for (const token of tokens) left.push({ token, depth: 0 })
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    const { token, depth } = next
    parts++
    if ('type' in token && token.type === 'alias') aliases++
    if ('type' in token && token.type === 'error') strays++
    if (depth > deepest) throw excess(`nests more than ${deepest} levels deep`, token)
    if (parts > mostParts) throw excess(`has more than ${mostParts} parts`)
    if (aliases > mostAliases) throw excess(`has more than ${mostAliases} aliases`)
    if ('value' in token && typeof token.value === 'object' && token.value !== null) left.push({ token: token.value, depth })
    if (strays > mostKeys) throw excess(`has more than ${mostKeys} places that nothing can be read from`)
    if (!('items' in token)) continue
    if (isMapping(token) && (token.items as readonly unknown[]).length > mostKeys)
      throw excess(`has a mapping of more than ${mostKeys} keys`, token)
    for (const { key, value } of token.items as readonly { readonly key?: object | null; readonly value?: object | null }[]) {
      if (key) left.push({ token: key, depth: depth + 1 })
      if (value) left.push({ token: value, depth: depth + 1 })
    }
  }
}

/** As data, where an alias stands for what it repeats. */
function plain(document: Document, location: Location): unknown {
  try {
    return document.toJS({ maxAliasCount: mostAliases })
  } catch (cause) {
    throw new UsageError('the aliases of the file repeat each other without measure', 'write out what they stand for', { cause, location })
  }
}

/** A token of a collection that has keys. */
function isMapping(token: object): boolean {
  if (!('type' in token)) return false
  const { type, start } = token as { readonly type: unknown; readonly start?: { readonly source?: string } }
  return type === 'block-map' || (type === 'flow-collection' && start?.source === '{')
}

/** What makes a text no YAML, or no JSON, and where. */
interface Mistake {
  readonly offset: number
  readonly message: string
  readonly hint: string
}

const secondDocument = { message: 'a second document begins here', hint: 'leave out the line ---' }

function looseAliases(document: Document): Mistake[] {
  const found: Mistake[] = []
  visit(document, {
    Alias(_, alias) {
      if (alias.resolve(document)) return
      const message = `there is no &${alias.source} before this alias`
      found.push({ offset: alias.range?.[0] ?? 0, message, hint: 'put a text with a star in quotes' })
    },
  })
  return found
}

/** What YAML allows and JSON does not; a comma too many is let pass. */
function strictly(document: Document): Mistake[] {
  const found: Mistake[] = []
  const add = (node: Node, message: string, hint: string): void => void found.push({ offset: node.range?.[0] ?? 0, message, hint })
  visit(document, {
    Node(_, node) {
      if (node.comment ?? node.commentBefore) add(node, 'JSON has no comments', 'leave them out, or name the file .yml')
      if (isAlias(node)) add(node, 'JSON has no aliases', 'write out what it stands for, or name the file .yml')
      if ((isMap(node) || isSeq(node)) && node.flow !== true) add(node, 'JSON has brackets around this', 'add them, or name the file .yml')
      const isBare = isScalar(node) && (node.type === 'QUOTE_SINGLE' || (node.type === 'PLAIN' && typeof node.value === 'string'))
      if (isBare) add(node, 'JSON has double quotes around a text', 'add them, or name the file .yml')
    },
  })
  return found
}

/** The first at each place: what follows from it is often worded as another. */
function syntaxErrors({ errors, warnings }: Document, language: 'JSON' | 'YAML'): Mistake[] {
  const first = new Map<number, YAMLError>()
  for (const error of [...errors, ...warnings]) if (!first.has(error.pos[0])) first.set(error.pos[0], error)
  return [...first].map(([offset, error]) => ({ offset, ...syntaxError(error, language) }))
}

function syntaxError({ code, message }: YAMLError, language: 'JSON' | 'YAML'): Omit<Mistake, 'offset'> {
  switch (code) {
    case 'DUPLICATE_KEY':
      return { message: 'this key stands here for the second time', hint: 'leave one of the two out' }
    case 'TAB_AS_INDENT':
      return { message: 'a tab indents this line', hint: 'indent by spaces' }
    case 'MULTILINE_IMPLICIT_KEY':
      return {
        message: 'this goes on in the next line, and has a colon there',
        hint: 'look for a comma or a bracket that is missing behind it',
      }
    case 'TAG_RESOLVE_FAILED':
      return {
        message: `${message.charAt(0).toLowerCase()}${message.slice(1)}`,
        hint: 'leave the tag (!name) out, or put the text in quotes',
      }
    default:
      return { message: `this is no ${language}: ${message}`, hint: 'look at the indentation, the quotes and the brackets before it' }
  }
}
