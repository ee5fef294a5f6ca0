import { timingSafeEqual } from 'node:crypto'
import { isIP } from 'node:net'
import type { FastifyRequest } from 'fastify'
import { collectDefaultMetrics, Counter, Gauge, Registry } from 'prom-client'
import type { Collect } from './collect/index.ts'
import type { Gate } from './gate/index.ts'
import type { Http, Routes } from './platform/http.ts'
import type { Policy } from './policy/index.ts'

/** What is measured of a running Lupaus. */
export type Measured = {
  readonly collect: Pick<Collect, 'counted' | 'health'>
  readonly gate: Pick<Gate, 'counted'>
  readonly policy: () => Policy
  /** Who shows it may read from anywhere; without one, only this very machine may. */
  readonly token: string | undefined
}

/**
 * `GET /metrics`: Prometheus text. Counts alone: no label holds anything a visitor sent, and every
 * label is of a closed list. Whoever may not read it is answered 404, as if it were not there.
 */
export function metricsRoutes(measured: Measured): Routes {
  return http => {
    const registry = registryOf(measured, http)
    http.get('/metrics', async (request, reply) => {
      if (!mayRead(request, measured.token)) return reply.callNotFound()
      const text = await registry.metrics()
      void reply.header('cache-control', 'no-store').type(registry.contentType)
      return reply.send(text)
    })
  }
}

function registryOf(measured: Measured, http: Http): Registry {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry, prefix: 'lupaus_' })
  countEvents(registry, measured.collect)
  countStopped(registry, measured.gate)
  countAnswers(registry, http)
  gauge(registry, 'lupaus_spool_room', 'Whether the disk has room for more events.', () =>
    measured.collect.health().room ? 1 : 0,
  )
  gauge(
    registry,
    'lupaus_spool_set_aside',
    'Spool files that could not be loaded.',
    () => measured.collect.health().setAside,
  )
  const info = new Gauge({
    name: 'lupaus_policy',
    help: 'The policy in force: always 1, its version in the label.',
    labelNames: ['version', 'label'],
    registers: [registry],
    collect: () => {
      info.reset()
      const { version, label } = measured.policy()
      info.set({ version: version.slice(0, 16), label }, 1)
    },
  })
  return registry
}

function countEvents(registry: Registry, collect: Measured['collect']): void {
  told(registry, 'lupaus_batches_total', 'Batches of events that were decided on.', [], to =>
    to.inc(collect.counted().batches),
  )
  told(registry, 'lupaus_events_kept_total', 'Events of which something was kept.', [], to =>
    to.inc(collect.counted().events),
  )
  told(registry, 'lupaus_robots_kept_total', 'Kept events with a sign of a robot.', [], to =>
    to.inc(collect.counted().robots),
  )
  told(registry, 'lupaus_rows_kept_total', 'Rows kept, by purpose group.', ['group'], to => {
    for (const [group, rows] of Object.entries(collect.counted().rows)) to.inc({ group }, rows)
  })
  told(
    registry,
    'lupaus_refused_total',
    'Events and fields refused, by purpose and reason.',
    ['purpose', 'reason'],
    to => {
      for (const { purpose, reason, count } of collect.counted().refused)
        to.inc({ purpose, reason }, count)
    },
  )
}

/** Reports of browsers and middleware: by directive and by how it stands in the policy, no hosts. */
function countStopped(registry: Registry, gate: Measured['gate']): void {
  const help = 'Reported as stopped by the host gate, by directive and standing.'
  told(registry, 'lupaus_stopped_total', help, ['directive', 'standing'], to => {
    for (const { directive, standing, count } of gate.counted())
      to.inc({ directive, standing }, count)
  })
}

/** Answers by class of status and by route as it is declared, never by the address asked for. */
function countAnswers(registry: Registry, http: Http): void {
  const answers = new Map<string, Map<number, number>>()
  http.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'none'
    let byStatus = answers.get(route)
    if (!byStatus) answers.set(route, (byStatus = new Map<number, number>()))
    const status = Math.floor(reply.statusCode / 100)
    byStatus.set(status, (byStatus.get(status) ?? 0) + 1)
    done()
  })
  const help = 'Answers, by route and class of status.'
  told(registry, 'lupaus_http_answers_total', help, ['route', 'status'], to => {
    for (const [route, byStatus] of answers)
      for (const [status, count] of byStatus) to.inc({ route, status: `${status}xx` }, count)
  })
}

/** A counter whose value is kept elsewhere and only told here. */
function told(
  registry: Registry,
  name: string,
  help: string,
  labelNames: string[],
  tell: (to: Counter) => void,
): void {
  const counter: Counter = new Counter({
    ...{ name, help, labelNames },
    registers: [registry],
    collect: () => {
      counter.reset()
      tell(counter)
    },
  })
}

function gauge(registry: Registry, name: string, help: string, value: () => number): void {
  const one: Gauge = new Gauge({
    ...{ name, help },
    registers: [registry],
    collect: () => one.set(value()),
  })
}

/** Behind a proxy everyone seems to be this machine, so a forwarded request needs the token. */
function mayRead(request: FastifyRequest, token: string | undefined): boolean {
  const { authorization } = request.headers
  if (token !== undefined)
    return authorization !== undefined && same(authorization, `Bearer ${token}`)
  const isForwarded = ['x-forwarded-for', 'forwarded', 'x-real-ip', 'via'].some(
    name => request.headers[name] !== undefined,
  )
  return !isForwarded && isLoopback(request.socket.remoteAddress ?? '')
}

function isLoopback(address: string): boolean {
  const bare = address.replace(/^::ffff:/, '')
  return bare === '::1' || (isIP(bare) === 4 && bare.startsWith('127.'))
}

function same(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)]
  return left.length === right.length && timingSafeEqual(left, right)
}
