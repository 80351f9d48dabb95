// Writes schema/baseline.schema.json, which describes tls.lock.json, from the schema that tlsgate reads it by.
// Run: node scripts/baseline-schema.ts. test/judge/baseline/lock-file.test.ts holds the file to what this makes.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import { lockSchema } from '../src/judge/baseline/lock-file.ts'

/** The JSON Schema (draft 2020-12) as the text of its file. */
export function baselineSchemaText(): string {
  const schema = z.toJSONSchema(lockSchema(), {
    io: 'input',
    // The bounds of every integer in JavaScript say nothing.
    override: ({ jsonSchema }) => {
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum
      if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum
    },
  })
  return `${JSON.stringify({ $schema: schema.$schema, $id: 'urn:tlsgate:baseline:1', ...schema }, null, 2)}\n`
}

if (import.meta.main) writeFileSync(join(import.meta.dirname, '../schema/baseline.schema.json'), baselineSchemaText())
