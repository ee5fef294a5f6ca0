import type { Routes } from './platform/http.ts'
import type { Platform } from './platform/index.ts'
import { answers } from './platform/ready.ts'

/**
 * `GET /health/live`: the process answers. `GET /health/ready`: both stores answer too; 503 names
 * the one that does not.
 */
export function healthRoutes(platform: Platform): Routes {
  return http => {
    http.get('/health/live', (_, reply) =>
      reply.header('cache-control', 'no-store').send({ live: true }),
    )
    http.get('/health/ready', async (_, reply) => {
      const stores = await answers(platform)
      const ready = stores.postgres && stores.clickhouse
      void reply.header('cache-control', 'no-store')
      return reply.code(ready ? 200 : 503).send({ ready, stores })
    })
  }
}
