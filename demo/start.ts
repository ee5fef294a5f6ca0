import { join } from 'node:path'
import type { FastifyRequest } from 'fastify'
import { complain } from '../src/cli/complain.ts'
import { packageRoot } from '../src/cli/package-root.ts'
import { start } from '../src/cli/start.ts'
import { ownTerminal } from '../src/cli/terminal.ts'
import { madeUpHandlers } from './made-up.ts'
import { openPartners } from './partners/server.ts'
import { demoShop } from './shop.ts'

/** Always the same where it is free, so that the demo's policy is, too. */
const PARTNERS_PORT = 4796

// The whole product with the demo shop: what `npm start` runs. A policy of one's own is served as it
// stands; that of the demo names the partners that run beside it.
const terminal = ownTerminal()
const isOwn = process.env['LUPAUS_POLICY'] !== undefined
const partners = isOwn ? undefined : await openPartners(PARTNERS_PORT)
process.exitCode = await start(terminal, {
  flags: {},
  pages: { shop: '/' },
  policy: join(packageRoot(), 'policies/childrens-shop.yaml'),
  extras: {
    handlers: madeUpHandlers,
    ...(partners ? { change: partners.atHome } : {}),
    site: lupaus =>
      demoShop({
        policy: lupaus.policy,
        clock: lupaus.platform.clock,
        chance: lupaus.platform.chance,
        facts: (request: FastifyRequest) => lupaus.factsOf(request),
        ...(partners ? { partners } : {}),
      }),
  },
}).catch((error: unknown) => complain(error, terminal))
await partners?.[Symbol.asyncDispose]()
