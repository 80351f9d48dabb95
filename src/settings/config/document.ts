// YAML as a plain value whose parts can be found in the text again. Whoever writes the file may be hostile: bounds come before parsing.
import { type Document, isAlias, isMap, isScalar, isSeq, LineCounter, type Node, Parser, parseDocument, visit, type YAMLError } from 'yaml'
import { UsageError } from '../../usage-error.ts'
import { allOf } from './mistakes.ts'
import type { ConfigSource } from './source.ts'

/** Keys and indices that lead to a part: ['policy', 'protocols', 'require', 0]. */
export type Path = readonly PropertyKey[]

export interface ConfigDocument {
  /** Null for a file of comments. */
  readonly value: unknown
  /** Where a part begins in the text, in UTF-16 units; of one that is missing, what it is missing in. */
  offset(path: Path): number
  /** Where the key of a part begins; of an item of a list, the item. */
  offsetOfKey(path: Path): number
  /** 'tlsgate.yml:3:11', 1-based. */
  place(offset: number): string
}

/** Collections in collections: the parser recurses, and V8 ends the process where a regular expression meets the end of the stack. */
const deepest = 32

/** Scalars and collections in all: some of the parser's work grows with their square. */
const mostParts = 20_000

/** Aliases in all, which bounds the search for their anchors; also yaml's own measure of what they may add up to. */
const mostAliases = 100

/** @throws UsageError with all that makes it no YAML */
export function readDocument({ path: file, text }: ConfigSource): ConfigDocument {
  refuseExcess(file, text)
  const lines = new LineCounter()
  const place = (offset: number): string => {
    const { line, col } = lines.linePos(offset)
    return `${file}:${line}:${col}`
  }
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const wrong = allOf([...syntaxErrors(document, place), ...looseAliases(document, place)])
  if (wrong !== null) throw wrong
  const start = (node: Node | null | undefined): number => node?.range?.[0] ?? 0
  return {
    value: plain(file, document),
    offset: path => start(trail(document, path).at(-1)?.node),
    offsetOfKey: path => {
      const last = trail(document, path).at(-1)
      return start(last?.key ?? last?.node)
    },
    place,
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

function refuseExcess(file: string, text: string): void {
  const excess = (what: string): UsageError =>
    new UsageError(`${file} ${what}`, 'no configuration needs as much: check that it is the right file')
  let parts = 0
  let aliases = 0
  // The tokens of a part may nest as deep as the text is long: a list of what is left, not recursion.
  const left: { readonly token: object; readonly depth: number }[] = []
  for (const token of new Parser().parse(text)) left.push({ token, depth: 0 })
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    const { token, depth } = next
    parts++
    if ('type' in token && token.type === 'alias') aliases++
    if (depth > deepest) throw excess(`nests more than ${deepest} levels deep`)
    if (parts > mostParts) throw excess(`has more than ${mostParts} parts`)
    if (aliases > mostAliases) throw excess(`has more than ${mostAliases} aliases`)
    if ('value' in token && typeof token.value === 'object' && token.value !== null) left.push({ token: token.value, depth })
    if (!('items' in token)) continue
    for (const { key, value } of token.items as readonly { readonly key?: object | null; readonly value?: object | null }[]) {
      if (key) left.push({ token: key, depth: depth + 1 })
      if (value) left.push({ token: value, depth: depth + 1 })
    }
  }
}

/** As data, where an alias stands for what it repeats. */
function plain(file: string, document: Document): unknown {
  try {
    return document.toJS({ maxAliasCount: mostAliases })
  } catch (cause) {
    throw new UsageError(`the aliases of ${file} repeat each other without measure`, 'write out what they stand for', { cause })
  }
}

function looseAliases(document: Document, place: ConfigDocument['place']): UsageError[] {
  const found: UsageError[] = []
  visit(document, {
    Alias(_, alias) {
      if (alias.resolve(document)) return
      found.push(
        new UsageError(
          `${place(alias.range?.[0] ?? 0)}: there is no &${alias.source} before this alias`,
          'put a text with a star in quotes',
        ),
      )
    },
  })
  return found
}

/** The first at each place: what follows from it is often worded as another. */
function syntaxErrors({ errors, warnings }: Document, place: ConfigDocument['place']): UsageError[] {
  const first = new Map<number, YAMLError>()
  for (const error of [...errors, ...warnings]) if (!first.has(error.pos[0])) first.set(error.pos[0], error)
  return [...first].map(([offset, error]) => syntaxError(place(offset), error))
}

function syntaxError(place: string, { code, message }: YAMLError): UsageError {
  switch (code) {
    case 'DUPLICATE_KEY':
      return new UsageError(`${place}: this key stands here for the second time`, 'leave one of the two out')
    case 'TAB_AS_INDENT':
      return new UsageError(`${place}: a tab indents this line`, 'indent by spaces')
    case 'MULTIPLE_DOCS':
      return new UsageError(`${place}: a second document begins here`, 'leave out the line ---')
    case 'TAG_RESOLVE_FAILED':
      return new UsageError(
        `${place}: ${message.charAt(0).toLowerCase()}${message.slice(1)}`,
        'leave the tag (!name) out, or put the text in quotes',
      )
    default:
      return new UsageError(`${place}: this is no YAML: ${message}`, 'look at the indentation, the quotes and the brackets before it')
  }
}
