// Whether reports are what their schemas say: ours of a report, and the official one of SARIF.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv, type ValidateFunction } from 'ajv'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'

const readSchema = (path: string) => JSON.parse(readFileSync(join(import.meta.dirname, path), 'utf8'))

export const reportSchema = readSchema('../../src/report/report.schema.json')

function reportValidator(): ValidateFunction {
  const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true })
  addFormats.default(ajv)
  return ajv.compile(reportSchema)
}

/** The schema is of draft 4, which has another word for $id, and is otherwise understood. */
function sarifValidator(): ValidateFunction {
  const { id, $schema: _, ...schema } = readSchema('schemas/sarif-schema-2.1.0.json')
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false })
  addFormats.default(ajv)
  return ajv.compile({ ...schema, $id: id })
}

const errorsBy =
  (validate: ValidateFunction) =>
  (value: unknown): string[] =>
    validate(value) ? [] : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)

export const reportErrors = errorsBy(reportValidator())
export const sarifErrors = errorsBy(sarifValidator())
