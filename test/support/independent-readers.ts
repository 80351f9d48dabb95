// Readers of our formats that are not ours: Python's XML, HTML and JSON parsers, and xmllint. A test that needs one skips where it is missing.
import { execFileSync, spawnSync } from 'node:child_process'

const answers = (command: string, argument: string): boolean => spawnSync(command, [argument]).status === 0

export const hasPython = answers('python3', '--version')
export const hasXmllint = answers('xmllint', '--version')

/** What Python's function `read`, of bytes, makes of each text. One process for all: it takes long to start. */
function python<T>(script: string, texts: readonly string[]): T[] {
  const all = `import base64, json, sys
${script}
print(json.dumps([read(base64.b64decode(text)) for text in json.load(sys.stdin)]))`
  const input = JSON.stringify(texts.map(text => Buffer.from(text).toString('base64')))
  return JSON.parse(execFileSync('python3', ['-c', all], { input, encoding: 'utf8', maxBuffer: 2 ** 28 }))
}

/** An element: its name, attributes, text and children. */
export type Element = readonly [name: string, attributes: Readonly<Record<string, string>>, text: string, children: readonly Element[]]

/** Documents as Python's xml.etree reads them; throws where one is no XML. */
export const readXml = (documents: readonly string[]): Element[] =>
  python(
    `import xml.etree.ElementTree as tree
def plain(e): return [e.tag, e.attrib, (e.text or '').strip(), [plain(c) for c in e]]
def read(text): return plain(tree.fromstring(text))`,
    documents,
  )

/** The tags of pages with the names of their attributes, as Python's html.parser reads them, and their text. */
export const readHtml = (pages: readonly string[]): { readonly tags: readonly string[]; readonly text: string }[] =>
  python(
    `from html.parser import HTMLParser
class Reader(HTMLParser):
  def __init__(self): super().__init__(); self.tags = []; self.text = []
  def handle_starttag(self, tag, attrs): self.tags.append(' '.join([tag] + [name for name, _ in attrs]))
  def handle_endtag(self, tag): self.tags.append('/' + tag)
  def handle_comment(self, data): self.tags.append('comment')
  def handle_pi(self, data): self.tags.append('instruction')
  def unknown_decl(self, data): self.tags.append('declaration')
  def handle_data(self, data): self.text.append(data)
def read(text):
  reader = Reader()
  reader.feed(text.decode('utf8'))
  return {'tags': reader.tags, 'text': ''.join(reader.text)}`,
    pages,
  )

/** JSON texts as Python reads them, written as Python writes them. */
export const readJson = (texts: readonly string[]): unknown[] => python('read = json.loads', texts)

/** What xmllint has to say of a document by a schema; empty where it is valid. */
export function schemaErrors(xml: string, schema: string): string {
  const { status, stderr } = spawnSync('xmllint', ['--noout', '--schema', schema, '-'], { input: xml, encoding: 'utf8' })
  return status === 0 ? '' : stderr
}
