import { writeFile } from 'node:fs/promises'
import { defineCommand } from 'citty'
import { policyJsonSchema } from '../policy/index.ts'
import type { Terminal } from './terminal.ts'

const PUBLISHED = 'spec/policy.schema.json'

/** `lupaus schema`: prints the JSON Schema of the language, or writes the published file. */
export function schemaCommand(terminal: Terminal) {
  return defineCommand({
    meta: { name: 'schema', description: 'Print the JSON Schema of policy files' },
    args: { write: { type: 'boolean', description: `Write it to ${PUBLISHED}` } },
    async run({ args }) {
      if (args.write === true) await writeFile(PUBLISHED, policyJsonSchema())
      else terminal.out(policyJsonSchema())
      return 0
    },
  })
}
