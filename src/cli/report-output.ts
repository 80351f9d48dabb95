// Where a report goes and how it is written, as --format, --output and --verbose say it for every command that has a report.
import type { Report } from '../gate.ts'
import { type Format, formats, render } from '../report/formats.ts'
import { tally } from '../report/tally.ts'
import { UsageError } from '../usage-error.ts'
import { type Arguments, single } from './arguments.ts'
import { print, tell } from './output.ts'
import type { OutputFile } from './output-file.ts'
import { terminalText } from './terminal.ts'

/** The values without those that are read here. */
export function withoutReportOptions({
  format: _format,
  output: _output,
  verbose: _verbose,
  ...others
}: Arguments['values']): Arguments['values'] {
  return others
}

export class ReportOutput implements AsyncDisposable {
  readonly #format: Format
  readonly #verbose: boolean
  readonly #file: OutputFile | null

  private constructor(format: Format, verbose: boolean, file: OutputFile | null) {
    this.#format = format
    this.#verbose = verbose
    this.#file = file
  }

  /**
   * To be called before the report is made: a wrong path costs no run.
   * @throws UsageError for an unknown format, and where nothing can be written
   */
  static async open(read: Arguments): Promise<ReportOutput> {
    const [format, output] = [readFormat(single(read, 'format')), single(read, 'output')]
    const file = output === undefined ? null : await (await import('./output-file.ts')).OutputFile.open(output)
    return new ReportOutput(format, read.values.verbose === true, file)
  }

  /** Writes the report; to be called once. */
  async put(report: Report): Promise<void> {
    const pieces = await render(report, this.#format, {
      text: { ...(this.#file === null ? terminalText() : { colour: false }), verbose: this.#verbose },
      sarif: { root: process.cwd() },
    })
    if (this.#file) {
      await this.#file.write(pieces)
      tell(`tlsgate: ${report.verdict}: ${tally(report)}\n`)
    } else print(pieces)
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#file?.[Symbol.asyncDispose]()
  }
}

function readFormat(value = 'text'): Format {
  const format = formats.find(known => known === value)
  if (format !== undefined) return format
  throw new UsageError(`format is ${JSON.stringify(value)}`, `use one of ${formats.join(', ')}`)
}
