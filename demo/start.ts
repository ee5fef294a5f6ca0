import { join } from 'node:path'
import type { FastifyRequest } from 'fastify'
import { complain } from '../src/cli/complain.ts'
import { packageRoot } from '../src/cli/package-root.ts'
import { start } from '../src/cli/start.ts'
import { ownTerminal } from '../src/cli/terminal.ts'
import { madeUpHandlers } from './made-up.ts'
import { demoShop } from './shop.ts'

// The whole product with the demo shop: what `npm start` runs.
const terminal = ownTerminal()
process.exitCode = await start(terminal, {
  flags: {},
  pages: { shop: '/' },
  policy: join(packageRoot(), 'policies/childrens-shop.yaml'),
  extras: {
    handlers: madeUpHandlers,
    site: lupaus =>
      demoShop({
        policy: lupaus.policy,
        clock: lupaus.platform.clock,
        chance: lupaus.platform.chance,
        facts: (request: FastifyRequest) => lupaus.factsOf(request),
      }),
  },
}).catch((error: unknown) => complain(error, terminal))
