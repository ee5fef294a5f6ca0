import type { Collect } from './collect/index.ts'
import type { Routes } from './platform/http.ts'
import type { Platform } from './platform/index.ts'
import { answers } from './platform/ready.ts'

/**
 * `GET /health/live`: the process answers. `GET /health/ready`: both stores answer too and the spool
 * has room; 503 says which of them fails. `setAside` counts segments that could not be loaded.
 */
export function healthRoutes(platform: Platform, collect: Pick<Collect, 'health'>): Routes {
  return http => {
    http.get('/health/live', (_, reply) =>
      reply.header('cache-control', 'no-store').send({ live: true }),
    )
    http.get('/health/ready', async (_, reply) => {
      const stores = await answers(platform)
      const spool = collect.health()
      const ready = stores.postgres && stores.clickhouse && spool.room
      void reply.header('cache-control', 'no-store')
      return reply.code(ready ? 200 : 503).send({ ready, stores, spool })
    })
  }
}
