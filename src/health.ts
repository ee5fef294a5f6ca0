import type { Collect } from './collect/index.ts'
import type { Role } from './platform/config.ts'
import type { Routes } from './platform/http.ts'
import type { Platform } from './platform/index.ts'
import { answers } from './platform/ready.ts'

/**
 * `GET /health/live`: the process answers, and what its roles are. `GET /health/ready`: it can do
 * them; 503 says what fails. A collector alone goes on without ClickHouse while its spool has room.
 * `setAside` counts segments that could not be loaded, `bytes` is what waits for the store.
 */
export function healthRoutes(
  platform: Platform,
  collect: Pick<Collect, 'health'>,
  roles: readonly Role[],
): Routes {
  const isCollectorOnly = roles.every(role => role === 'collector')
  return http => {
    http.get('/health/live', (_, reply) =>
      reply.header('cache-control', 'no-store').send({ live: true, roles }),
    )
    http.get('/health/ready', async (_, reply) => {
      const stores = await answers(platform)
      const spool = collect.health()
      const ready = stores.postgres && (stores.clickhouse || isCollectorOnly) && spool.room
      void reply.header('cache-control', 'no-store')
      return reply.code(ready ? 200 : 503).send({ ready, roles, stores, spool })
    })
  }
}
