// Writes schema/config.schema.json, by which editors complete and check tlsgate.yml, from the schema that tlsgate reads it by.
// Run: node scripts/config-schema.ts. test/settings/schema.test.ts holds the file to what this makes.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import { configSchema } from '../src/settings/config/schema.ts'

/** The JSON Schema (draft 2020-12) as the text of its file. */
export function configSchemaText(): string {
  const schema = z.toJSONSchema(configSchema(), {
    io: 'input',
    // The bound of every integer in JavaScript says nothing.
    override: ({ jsonSchema }) => {
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum
    },
  })
  return `${JSON.stringify({ $schema: schema.$schema, $id: 'urn:tlsgate:config:1', ...schema }, null, 2)}\n`
}

if (import.meta.main) writeFileSync(join(import.meta.dirname, '../schema/config.schema.json'), configSchemaText())
