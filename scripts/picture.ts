// Draws docs/report.svg, the picture in the README, from a real run: a server with an expired certificate, checked and reported in colour.
// Run: node scripts/picture.ts. The picture is committed; nothing compares it, since times differ from run to run.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { serve } from '../src/fixtures/serve.ts'
import { gate } from '../src/gate.ts'
import { escapeHtml } from '../src/report/escape.ts'
import { renderText } from '../src/report/text.ts'

const columns = 128
const [charWidth, lineHeight, margin] = [7.22, 17, 16]

await using server = await serve('expired')
const target = `https://localhost:${server.port}`
const report = await gate([target], { ca: server.ca, survey: 'none' })
const command = `$ npx tlsgate check ${target} --ca ca.pem --survey none`
const lines = [command, '', ...renderText(report, { colour: true, width: columns }).trimEnd().split('\n')]

// SGR codes of node:util's styleText, as far as the renderer uses them (ECMA-48 §8.3.117).
const styles: Record<string, string> = { 1: 'b', 2: 'd', 31: 'r', 32: 'g', 33: 'y' }

/** One line of terminal text as tspans. */
function spans(line: string): string {
  let open: string[] = []
  return line
    .split(/(\x1b\[\d+m)/)
    .map(part => {
      const code = /^\x1b\[(\d+)m$/.exec(part)?.[1]
      if (code === undefined) return part === '' ? '' : `<tspan class="${open.join(' ')}">${escapeHtml(part)}</tspan>`
      const style = styles[code]
      // 22 ends bold and dim, 39 ends a colour.
      if (style) open.push(style)
      else open = open.filter(name => (code === '22' ? !'bd'.includes(name) : !'rgy'.includes(name)))
      return ''
    })
    .join('')
}

const height = lines.length * lineHeight + 2 * margin
const width = Math.round(columns * charWidth + 2 * margin)
const text = lines.map(
  (line, index) => `<text x="${margin}" y="${margin + (index + 0.8) * lineHeight}" xml:space="preserve">${spans(line)}</text>`,
)
writeFileSync(
  join(import.meta.dirname, '../docs/report.svg'),
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="Report of a handshake that failed at the certificate">
<style>text{font:12px ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;fill:#d1d7e0}.b{font-weight:700}.d{fill:#8b949e}.r{fill:#ff7b72}.g{fill:#56d364}.y{fill:#e3b341}</style>
<rect width="100%" height="100%" rx="8" fill="#0d1117"/>
${text.join('\n')}
</svg>
`,
)
