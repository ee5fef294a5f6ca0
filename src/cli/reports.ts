import { defineCommand } from 'citty'
import type { ViolationRow } from '../gate/wire.ts'
import { rowsOf, tableOf } from './rows.ts'
import type { Terminal } from './terminal.ts'

/** `lupaus reports`: what browsers and middleware reported as stopped, in counts by day. */
export function reportsCommand(terminal: Terminal) {
  return defineCommand({
    meta: { name: 'reports', description: 'Show what was reported as stopped by the host gate' },
    args: {
      since: { type: 'string', description: 'First day, such as 2026-11-01; all when absent' },
      data: { type: 'string', description: 'Data folder (LUPAUS_DATA, ./data)' },
      json: { type: 'boolean', description: 'Print as JSON' },
    },
    run: async ({ args }) => {
      const { since } = args
      if (since !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(since)) {
        terminal.err(`error: \`${since}\` is no day\n help: write it as 2026-11-01\n`)
        return 2
      }
      const reports = await rowsOf(args.data, 'reports', since ?? null)
      if (args.json === true) terminal.out(`${JSON.stringify({ reports })}\n`)
      else if (reports.length === 0) terminal.out('Nothing was reported as stopped.\n')
      else terminal.out(tableOf(terminal, COLUMNS, reports))
      return 0
    },
  })
}

const COLUMNS = [
  'day',
  'count',
  'directive',
  'standing',
  'host',
  'disposition',
] as const satisfies readonly (keyof ViolationRow)[]
