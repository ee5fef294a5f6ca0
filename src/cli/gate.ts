import { defineCommand } from 'citty'
import { dayOf } from '../base/time.ts'
import { snippet, SNIPPETS } from '../gate/index.ts'
import { type Clock, systemClock } from '../platform/clock.ts'
import { problem } from './complain.ts'
import { openPolicy } from './policy-file.ts'
import { show } from './show.ts'
import type { Terminal } from './terminal.ts'

const POLICY = './policies/childrens-shop.yaml'
const LUPAUS = 'http://127.0.0.1:4700'

/** `lupaus gate nginx|apache|caddy [FILE]`: prints the snippet; 1 when the policy has errors, 2 when asked wrongly. */
export function gateCommand(terminal: Terminal, clock: Clock = systemClock) {
  return defineCommand({
    meta: { name: 'gate', description: 'Print a snippet that puts the host gate on a web server' },
    args: {
      server: { type: 'positional', description: 'nginx, apache or caddy', required: true },
      file: { type: 'positional', description: 'The policy file', required: false },
      lupaus: { type: 'string', description: `Where the server reaches Lupaus (${LUPAUS})` },
    },
    run: async ({ args }) => {
      const server = SNIPPETS.find(one => one === args.server)
      if (!server) return asked(terminal, `there is no snippet for \`${args.server}\``)
      const lupaus = originIn(args.lupaus ?? LUPAUS)
      if (lupaus === undefined) return asked(terminal, `\`${args.lupaus}\` is no address`)
      const path = args.file ?? process.env['LUPAUS_POLICY'] ?? POLICY
      const { policy, diagnostics, text } = await openPolicy(path, dayOf(clock.now()))
      if (!policy) {
        for (const one of diagnostics) terminal.err(show(terminal, one, text))
        return 1
      }
      terminal.out(snippet(server, { policy, lupaus }))
      return 0
    },
  })
}

/** An address without a path, and nothing that could end a line of a configuration. */
function originIn(text: string): string | undefined {
  if (!URL.canParse(text)) return undefined
  const { protocol, origin, href } = new URL(text)
  const isPlain = /^https?:\/\/[a-z0-9.:[\]-]+$/.test(origin) && href === `${origin}/`
  return isPlain && protocol.startsWith('http') ? origin : undefined
}

function asked(terminal: Terminal, what: string): number {
  terminal.err(problem(terminal, 'error', what, `lupaus gate nginx ${POLICY} --lupaus=${LUPAUS}`))
  return 2
}
