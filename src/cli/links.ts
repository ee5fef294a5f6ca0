import { defineCommand } from 'citty'
import type { LinkRow } from '../gate/wire.ts'
import { rowsOf, tableOf, textIn } from './rows.ts'
import type { Terminal } from './terminal.ts'

/** `lupaus links`: how the links of the policy in force stand; exit code 1 when one is broken or stale. */
export function linksCommand(terminal: Terminal) {
  return defineCommand({
    meta: { name: 'links', description: 'Show how the links of the policy in force stand' },
    args: {
      check: { type: 'boolean', description: 'Open them now; needs LUPAUS_CHECK_LINKS=on' },
      data: { type: 'string', description: 'Data folder (LUPAUS_DATA, ./data)' },
      json: { type: 'boolean', description: 'Print as JSON' },
    },
    run: async ({ args }) => {
      const links = await rowsOf(args.data, 'links', args.check === true ? 'check' : null)
      if (args.json === true) terminal.out(`${JSON.stringify({ links })}\n`)
      else if (links.length === 0) terminal.out('The policy in force names no links.\n')
      else terminal.out(tableOf(terminal, COLUMNS, links))
      const bad = links.filter(row => ['broken', 'stale'].includes(textIn(row, 'state')))
      return bad.length > 0 ? 1 : 0
    },
  })
}

const COLUMNS = [
  'state',
  'seenGoodAt',
  'problem',
  'url',
] as const satisfies readonly (keyof LinkRow)[]
