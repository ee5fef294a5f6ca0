import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { type Lupaus, openLupaus } from '../src/app.ts'
import { assert } from '../src/base/assert.ts'
import { after, dayOf, type Moment, moment, momentOf, type Span } from '../src/base/time.ts'
import { systemChance } from '../src/platform/chance.ts'
import { openLog } from '../src/platform/log.ts'
import { migrate } from '../src/platform/migrations.ts'
import { openPostgres } from '../src/platform/postgres.ts'
import { keysFrom } from '../src/platform/secrets.ts'
import type { ChoiceRequest, PurposeGroup, VisitorIds } from '../src/consent/wire.ts'
import type { EventIn } from '../src/collect/wire.ts'
import { ch, type ChStatement, openClickhouse } from '../src/platform/clickhouse.ts'
import { bannerWords, type Policy } from '../src/policy/index.ts'
import { SCHEMAS } from '../src/schemas.ts'
import { scratchDatabase } from './postgres-cluster.ts'

export const SHOP_POLICY = readFileSync('policies/childrens-shop.yaml', 'utf8')

export type WorldSettings = {
  /** When it is, at first; the clock stands until it is turned. */
  readonly today?: string
  /** Text of the policy; the children's shop when absent. */
  readonly policy?: string
  /** Routes of a site beside it, given the running Lupaus. */
  readonly site?: Parameters<typeof openLupaus>[0]['site']
  /** The built script that hands choices over; none is served when absent. */
  readonly handOver?: string
}

/** A whole Lupaus on scratch stores and a clock that the test turns, answering real HTTP. */
export type World = AsyncDisposable & {
  readonly lupaus: Lupaus
  /** `http://127.0.0.1:PORT`. */
  readonly url: string
  readonly dataFolder: string
  readonly policy: () => Policy
  now(): Moment
  /** Turns the clock forward. */
  turn(span: Span): void
  /** Publishes another policy text, of which people were told the day before; throws when refused. */
  usePolicy(text: string): Promise<void>
  /** Makes a choice over HTTP; answers the receipt. */
  choose(granted: readonly string[], more?: Partial<ChoiceRequest>): Promise<string>
  /** Sends a batch over HTTP. */
  send(batch: {
    readonly receipt?: string
    readonly visitors?: VisitorIds
    readonly events: readonly (Pick<EventIn, 'name'> & Partial<EventIn>)[]
    readonly headers?: Readonly<Record<string, string>>
  }): Promise<Response>
  /** Events kept in each purpose group, after everything acknowledged has arrived. */
  counts(): Promise<Record<PurposeGroup, number>>
  /** Rows of ClickHouse, after everything acknowledged has arrived there. */
  rows<Row extends object>(statement: ChStatement): Promise<Row[]>
}

/** Boots one. chDB takes one folder a process, so a test file has one world at a time. */
export async function world(settings: WorldSettings = {}): Promise<World> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'lupaus-world-'))
  const log = openLog(process.env['LUPAUS_LOG'] ?? 'error')
  const time = { now: moment(settings.today ?? '2026-11-22T10:00:00Z') }
  const db = await openPostgres({ url: await scratchDatabase(), log })
  const events = await openClickhouse({ path: join(dataFolder, 'clickhouse') })
  await migrate(db, events, SCHEMAS)
  const address = { url: '' }
  const lupaus = await openLupaus({
    platform: {
      clock: { now: () => time.now },
      chance: systemChance,
      keys: keysFrom(systemChance.bytes(32)),
      ...{ log, db, ch: events, dataFolder, listen: db.listen },
    },
    trustProxy: false,
    origin: () => address.url,
    policy: { source: settings.policy ?? SHOP_POLICY, file: 'policy.yaml' },
    tag: built('lupaus.js'),
    tagParts: {
      gate: built('gate.js'),
      measure: built('lupaus-measure.js'),
      embed: built('lupaus-embed.js'),
    },
    consoleFolder: resolve('dist/console'),
    ...(settings.site ? { site: settings.site } : {}),
    ...(settings.handOver === undefined ? {} : { handOver: settings.handOver }),
  })
  address.url = await lupaus.http.listen({ host: '127.0.0.1', port: 0 })
  return {
    ...acts(lupaus, address.url),
    ...{ lupaus, dataFolder, url: address.url, policy: lupaus.policy, now: () => time.now },
    turn: span => void (time.now = after(time.now, span)),
    async [Symbol.asyncDispose]() {
      await lupaus.close()
      await db[Symbol.asyncDispose]()
      await events[Symbol.asyncDispose]()
      rmSync(dataFolder, { recursive: true, force: true })
    },
  }
}

function built(name: string): string {
  return readFileSync(join('dist/tag', name), 'utf8')
}

/** A browser's user agent: without one, the collector takes us for a bot. */
export const AGENT =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/151.0.0.0 Safari/537.36'

type Acts = Pick<World, 'usePolicy' | 'choose' | 'send' | 'rows' | 'counts'>

function acts(lupaus: Lupaus, url: string): Acts {
  const post = (path: string, body: unknown, headers: Readonly<Record<string, string>> = {}) =>
    fetch(`${url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'user-agent': AGENT, ...headers },
      body: JSON.stringify(body),
    })
  const rows: World['rows'] = async statement => {
    await lupaus.collect.flush()
    return lupaus.platform.ch.rows(statement)
  }
  return {
    usePolicy: async text => {
      const informed = { on: dayBefore(text), how: 'site' } as const
      const made = await lupaus.publish(text, { by: 'test', file: 'policy.yaml', informed })
      const errors = made.diagnostics.filter(one => one.severity === 'error')
      if (errors.length > 0) throw new Error(errors.map(one => one.message).join('; '))
      const closed = made.gates.filter(gate => !gate.passed)
      if (closed.length > 0) throw new Error(closed.map(gate => gate.reason).join('; '))
    },
    choose: async (granted, more = {}) => {
      const lang = more.lang ?? 'fi'
      const words = bannerWords(lupaus.policy(), lang).first.sha256
      const answer = await post('/v1/choices', {
        // Old enough, where a policy asks for it, unless the test says otherwise.
        ...{ lang, words, granted, via: 'banner', signals: [], ofAge: true },
        ...more,
      })
      if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`)
      const { receipt } = (await answer.json()) as { receipt: string }
      return receipt
    },
    send: ({ headers, events, ...batch }) =>
      post(
        '/v1/events',
        { ...batch, events: events.map(event => ({ agoMs: 0, fields: {}, ...event })) },
        headers,
      ),
    rows,
    counts: async () => {
      const [row] = await rows<{ a: string; p: string; m: string }>(ch`
        select (select count() from collect.analytics) as a,
               (select count() from collect.personalisation) as p,
               (select count() from collect.marketing) as m`)
      const [analytics, personalisation, marketing] = [row?.a, row?.p, row?.m].map(Number)
      assert(
        analytics !== undefined && personalisation !== undefined && marketing !== undefined,
        'counted',
      )
      return { analytics, personalisation, marketing }
    },
  }
}

/** The day before a policy says that it begins: people were told then. */
function dayBefore(text: string): string {
  const from = /in-force-from: (\S+)/.exec(text)?.[1] ?? '2026-11-22'
  return dayOf(momentOf(moment(`${from}T00:00:00Z`) - 86_400_000))
}

/** A visitor id as the tag makes one, from a seed letter, so that tests can tell them apart. */
export function visitorId(letter: string): string {
  return letter.repeat(22)
}
