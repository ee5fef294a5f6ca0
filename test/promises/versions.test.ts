import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openAudit } from '../../src/audit/index.ts'
import { LANGS } from '../../src/base/lang.ts'
import { type Moment, moment } from '../../src/base/time.ts'
import { versionLines } from '../../src/cli/version-lines.ts'
import { openClickhouse } from '../../src/platform/clickhouse.ts'
import { openLog } from '../../src/platform/log.ts'
import { migrate } from '../../src/platform/migrations.ts'
import { openPostgres, type Postgres, sql } from '../../src/platform/postgres.ts'
import { keysFrom } from '../../src/platform/secrets.ts'
import { SCHEMAS } from '../../src/schemas.ts'
import { verifyVersions } from '../../src/verify/index.ts'
import { openVersions, type Versions } from '../../src/versions/index.ts'
import { withHelpdesk } from '../helpdesk.ts'
import { scratchDatabase } from '../postgres-cluster.ts'
import { SHOP } from './shop-policy.ts'

const log = openLog('silent')
const keys = keysFrom(new Uint8Array(32).fill(3))
/** Another wording: nothing follows from it. */
const MOVED = SHOP.replace('Satukuja 3', 'Satukuja 5')
/** A purpose that needs no consent: people must be told of it before. */
const HELPDESK = withHelpdesk(SHOP)
const DECEMBER = beginning(HELPDESK, '2026-12-01')

/** A database that several Lupaus share, and the clock they all look at. */
type Site = AsyncDisposable & {
  readonly url: string
  readonly db: Postgres
  now: Moment
  /** Another process, as far as the database can tell: its own connections, its own memory. */
  open(policy?: string): Promise<Versions & { readonly db: Postgres }>
}

let folder = ''
let schemas: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lupaus-versions-'))
  schemas = join(folder, 'clickhouse')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function site(today: string): Promise<Site> {
  const url = await scratchDatabase()
  const db = await openPostgres({ url, log })
  const events = await openClickhouse({ path: schemas })
  await migrate(db, events, SCHEMAS)
  await events[Symbol.asyncDispose]()
  const opened: { versions: Versions; db: Postgres }[] = []
  const here: Site = {
    ...{ url, db, now: moment(today) },
    open: async policy => {
      const own = await openPostgres({ url, log })
      const clock = { now: () => here.now }
      const versions = openVersions({
        platform: { db: own, clock, log, keys, listen: own.listen },
        audit: openAudit(own, clock),
        render: ({ version }, lang) => ({ title: lang, html: `<h1>${lang} ${version}</h1>` }),
        keepWords: async () => undefined,
      })
      opened.push({ versions, db: own })
      await versions.begin(policy ?? SHOP, 'shop.yaml')
      versions.follow()
      return { ...versions, db: own }
    },
    [Symbol.asyncDispose]: async () => {
      for (const one of opened) {
        await one.versions.close()
        await one.db[Symbol.asyncDispose]()
      }
      await db[Symbol.asyncDispose]()
    },
  }
  return here
}

const ask = { by: 'test', file: 'shop.yaml' }

test('proves: policy.change (a purpose of which nobody was told cannot be published)', async () => {
  await using here = await site('2026-11-22T10:00:00Z')
  const versions = await here.open()
  for (const informed of [
    undefined,
    { on: '2026-11-23', how: 'site' },
    { on: '2026-11-22', how: 'site' },
    { on: '2026-02-30', how: 'site' },
    { on: '2025-11-20', how: 'site' },
  ] as const) {
    const made = await versions.publish(HELPDESK, { ...ask, informed })
    expect(made.outcome).toBe('refused')
    expect(made.gates.filter(gate => !gate.passed).map(gate => gate.name)).toEqual(['told'])
    expect(made.gates.find(gate => gate.name === 'told')?.reason).toContain('helpdesk')
  }
  expect(versions.policy().purposes.map(({ id }) => id)).not.toContain('helpdesk')
  expect(await versions.list()).toHaveLength(1)

  const informed = { on: '2026-11-21', how: 'email' } as const
  expect((await versions.publish(HELPDESK, { ...ask, informed })).outcome).toBe('published')
  expect(versions.policy().purposes.map(({ id }) => id)).toContain('helpdesk')
  const [newest] = await versions.list()
  expect(newest?.informed).toEqual(informed)
  expect(newest?.changes?.map(({ kind, consequence }) => [kind, consequence])).toContainEqual([
    'new-purpose',
    'inform',
  ])
})

test('proves: policy.change (a version comes into force at midnight in Finland, by itself, not a moment earlier)', async () => {
  await using here = await site('2026-11-22T10:00:00Z')
  const versions = await here.open()
  const other = await here.open()
  const informed = { on: '2026-11-22', how: 'site' } as const
  const made = await versions.publish(DECEMBER, { ...ask, informed })
  expect([made.outcome, made.inForceFrom]).toEqual(['published', moment('2026-11-30T22:00:00Z')])

  here.now = moment('2026-11-30T21:59:59.999Z')
  for (const one of [versions, other]) expect(one.policy().label).toBe('2026-11-22')
  for (const one of [versions, other]) expect(one.inForce()).not.toBe(made.version)
  here.now = moment('2026-11-30T22:00:00Z')
  expect(versions.inForce()).toBe(made.version)
  await expect.poll(() => other.inForce()).toBe(made.version)
})

test('proves: policy.change (a version that waits is called off by a later publication)', async () => {
  await using here = await site('2026-11-22T10:00:00Z')
  const versions = await here.open()
  const informed = { on: '2026-11-22', how: 'site' } as const
  await versions.publish(DECEMBER, { ...ask, informed })
  expect((await versions.publish(MOVED, ask)).outcome).toBe('published')
  const moved = versions.inForce()
  here.now = moment('2027-01-01T00:00:00Z')
  expect(versions.inForce()).toBe(moved)
  expect(versions.policy().purposes.map(({ id }) => id)).not.toContain('helpdesk')
})

test('the same bytes twice change nothing, and nothing is written', async () => {
  await using here = await site('2026-11-22T10:00:00Z')
  const versions = await here.open()
  const entries = async () => (await here.db.rows(sql`select 1 as n from audit.entries`)).length
  const before = await entries()
  expect((await versions.publish(SHOP, ask)).outcome).toBe('unchanged')
  expect([await entries(), (await versions.list()).length]).toEqual([before, 1])
  await versions.publish(MOVED, ask)
  expect(await entries()).toBe(before + 1)
  expect((await versions.publish(SHOP, ask)).outcome).toBe('published')
  expect(await versions.list()).toHaveLength(3)
})

test('what was shown is what is published: another version meanwhile is a refusal', async () => {
  await using here = await site('2026-11-22T10:00:00Z')
  const [one, other] = [await here.open(), await here.open()]
  const { against } = await one.publish(MOVED, { ...ask, dryRun: true })
  expect(await one.list()).toHaveLength(1)
  const again = SHOP.replace('Satukuja 3', 'Satukuja 7')
  await other.publish(again, ask)
  expect((await one.publish(MOVED, { ...ask, against })).outcome).toBe('overtaken')
  expect((await one.publish(MOVED, { ...ask, against: other.inForce() })).outcome).toBe('published')
})

test('proves: policy.current-published (every process obeys the version in the database, not its file)', async () => {
  await using here = await site('2026-11-22T10:00:00Z')
  const [one, other] = [await here.open(), await here.open()]
  expect(one.inForce()).toBe(other.inForce())
  const { version } = await one.publish(MOVED, ask)
  await expect.poll(() => other.inForce(), { timeout: 1000, interval: 20 }).toBe(version)
  // One that starts late, with the older file, does not put that back.
  const late = await here.open(SHOP)
  expect(late.inForce()).toBe(version)
  expect(await late.list()).toHaveLength(2)
})

test('proves: policy.current-published (a process that cannot ask the database permits nothing)', async () => {
  await using here = await site('2026-11-22T10:00:00Z')
  const versions = await here.open()
  expect(versions.policy().label).toBe('2026-11-22')
  await versions.db[Symbol.asyncDispose]()
  await expect
    .poll(() => tried(versions), { timeout: 30_000 })
    .toContain('it is not known which policy is in force')
})

test('proves: notice.versioned-and-dated (every version is signed, whole and kept in all languages)', async () => {
  await using here = await site('2026-11-22T10:00:00Z')
  const versions = await here.open()
  await versions.publish(MOVED, ask)
  for (const { version, seal } of await versions.list()) {
    expect(seal?.publicKey).toBe(versions.publicKey)
    for (const lang of LANGS) {
      const kept = await versions.notice(version, lang)
      expect(kept?.html).toBe(`<h1>${lang} ${version}</h1>`)
      expect(JSON.parse(seal?.statement ?? '').notices[lang]).toBe(kept?.sha256)
    }
  }
  const found = await verifyVersions(versionLines(versions))
  expect(found).toEqual({ publications: 2, broken: [], keys: [versions.publicKey] })
})

test.for([
  ['the text', sql`update versions.texts set source = source || ' '`, 'its text'],
  [
    'a notice',
    sql`update versions.texts set notices = jsonb_set(notices, '{sv,html}', '"<p>x</p>"')`,
    'a notice is not',
  ],
  [
    'the day',
    sql`update versions.terms set since = since - interval '1 day'`,
    'signed for another day',
  ],
  ['the signature', sql`update versions.terms set signature = reverse(signature)`, 'not genuine'],
  [
    'the statement',
    sql`update versions.terms set statement = replace(statement, '2026', '2025')`,
    'not genuine',
  ],
] as const)(
  'proves: notice.versioned-and-dated (%s that was altered in the database is found, and not obeyed)',
  async ([what, tampering, why]) => {
    await using here = await site('2026-11-22T10:00:00Z')
    const versions = await here.open()
    await expect(here.db.rows(tampering)).rejects.toThrow('a published policy is never changed')
    await here.db.within(async tx => {
      for (const statement of DISARM) await tx.rows(statement)
      await tx.rows(tampering)
      for (const statement of REARM) await tx.rows(statement)
    })
    const { broken } = await verifyVersions(versionLines(versions))
    expect(broken.map(one => one.why).join()).toContain(why)
    expect(await everyWhole(versions)).toBe(false)
    if (what === 'a notice') {
      const { version } = versions.policy()
      expect(await versions.notice(version, 'sv')).toBeUndefined()
      return
    }
    // A new process reads it for the first time, and refuses.
    await expect(here.open().then(tried)).resolves.toContain('cannot be obeyed')
  },
)

test('a version signed by another installation is not obeyed', async () => {
  await using here = await site('2026-11-22T10:00:00Z')
  await here.open()
  const own = await openPostgres({ url: here.url, log })
  const clock = { now: () => here.now }
  const stranger = openVersions({
    platform: { db: own, clock, log, keys: keysFrom(new Uint8Array(32).fill(4)) },
    audit: openAudit(own, clock),
    render: (_, lang) => ({ title: lang, html: lang }),
    keepWords: async () => undefined,
  })
  await stranger.begin(SHOP, 'shop.yaml')
  expect(tried(stranger)).toContain('not signed by the key of this installation')
  await own[Symbol.asyncDispose]()
})

test('a first policy that begins later, or whose review is overdue, is not published', async () => {
  await using here = await site('2027-11-23T10:00:00Z')
  const late = await here.open()
  expect(tried(late)).toContain('no policy is in force')
  here.now = moment('2026-11-21T21:59:59Z')
  const early = await here.open()
  expect(await early.list()).toEqual([])
  here.now = moment('2026-11-21T22:00:00Z')
  expect((await here.open()).policy().label).toBe('2026-11-22')
})

const DISARM = [
  sql`alter table versions.texts disable trigger texts_stay`,
  sql`alter table versions.terms disable trigger terms_stay`,
]
const REARM = [
  sql`alter table versions.texts enable trigger texts_stay`,
  sql`alter table versions.terms enable trigger terms_stay`,
]

/** Whether the slice's own probe finds every version whole. */
async function everyWhole(versions: Versions): Promise<boolean | undefined> {
  const probe = versions.probes.find(({ promise }) => promise === 'notice.versioned-and-dated')
  return (await probe?.run())?.kept
}

/** Why nothing is in force, or nothing when something is. */
function tried(versions: Pick<Versions, 'policy'>): string {
  try {
    versions.policy()
    return ''
  } catch (error) {
    return error instanceof Error ? error.message : 'no reason'
  }
}

function beginning(text: string, day: string): string {
  return text.replace(/in-force-from: \S+/, `in-force-from: ${day}`)
}
