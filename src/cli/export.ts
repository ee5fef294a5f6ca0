import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { defineCommand } from 'citty'
import { canonical } from '../base/json.ts'
import { auditLines } from './audit-lines.ts'
import type { Terminal } from './terminal.ts'

/** `lupaus export audit`: the audit log, one entry a line, oldest first. */
export function exportCommand(terminal: Terminal) {
  return defineCommand({
    meta: { name: 'export', description: 'Write the audit log out, one JSON entry a line' },
    args: {
      what: { type: 'positional', description: 'What to export: audit', required: true },
      out: { type: 'string', description: 'File to write; standard output when absent' },
      data: { type: 'string', description: 'Data folder (LUPAUS_DATA, ./data)' },
    },
    run: async ({ args }) => {
      if (args.what !== 'audit') {
        terminal.err(`error: \`${args.what}\` cannot be exported\n help: export \`audit\`\n`)
        return 2
      }
      const file = args.out === undefined ? undefined : createWriteStream(args.out, { mode: 0o600 })
      for await (const entry of auditLines(args.data)) {
        if (!file) terminal.out(`${canonical(entry)}\n`)
        else if (!file.write(`${canonical(entry)}\n`)) await once(file, 'drain')
      }
      file?.end()
      if (file) await once(file, 'close')
      return 0
    },
  })
}
