import { afterAll, beforeAll, expect, test } from 'vitest'
import { ch } from '../../src/platform/clickhouse.ts'
import { bannerWords } from '../../src/policy/index.ts'
import { sql } from '../../src/platform/postgres.ts'
import { SHOP_POLICY, visitorId, type World, world } from '../world.ts'

let here: World

beforeAll(async () => {
  here = await world({ today: '2026-11-22T10:00:00Z' })
})
afterAll(() => here[Symbol.asyncDispose]())

const view = { name: 'page_view', fields: { path: '/fi/vaunut' } }

test('proves: consent.refuse-nonessential (a refusal is one and the same text for everyone)', async () => {
  const mine = await here.choose([])
  here.turn({ count: 3, unit: 'hour' })
  const yours = await here.choose([], { via: 'centre', signals: ['gpc'] })
  expect(yours).toBe(mine)
  expect(payloadOf(mine)).not.toHaveProperty('i')

  const granting = await here.choose(['analytics'])
  const another = await here.choose(['analytics'])
  expect(another).not.toBe(granting)
  expect(payloadOf(granting)).toHaveProperty('i')
})

test('a refusal of another day, language or version is another text', async () => {
  const today = await here.choose([])
  expect(await here.choose([], { lang: 'sv' })).not.toBe(today)
  here.turn({ count: 1, unit: 'day' })
  expect(await here.choose([])).not.toBe(today)
})

test('proves: consent.refuse-nonessential (after a refusal nothing is kept)', async () => {
  const refusal = await here.choose([])
  const before = await here.counts()
  const answer = await here.send({ receipt: refusal, events: [view] })
  expect(answer.headers.get('lupaus-refused')).toContain('analytics;reason=no-consent')
  expect(await here.counts()).toEqual(before)

  const grant = await here.choose(['analytics'])
  const kept = await here.send({ receipt: grant, events: [view] })
  expect(kept.headers.get('lupaus-kept')).toBe('1')
  expect((await here.counts()).analytics).toBe(before.analytics + 1)
})

test('proves: consent.withdraw (the next event after a withdrawal is refused)', async () => {
  const visitors = { analytics: visitorId('w') }
  const grant = await here.choose(['analytics'])
  const kept = await here.send({ receipt: grant, visitors, events: [view] })
  expect(kept.headers.get('lupaus-kept')).toBe('1')
  here.turn({ count: 1, unit: 'hour' })

  await here.choose([], { previous: grant, visitors })
  const refused = await here.send({ receipt: grant, visitors, events: [view] })
  expect(refused.headers.get('lupaus-refused')).toContain('analytics;reason=withdrawn')
  expect(refused.headers.get('lupaus-kept')).toBe('0')
})

test('proves: consent.withdraw (what the withdrawn purpose kept of this browser is erased)', async () => {
  const visitors = { analytics: visitorId('e'), marketing: visitorId('f') }
  const grant = await here.choose(['analytics', 'marketing'])
  const product = { name: 'product_view', fields: { product: 'vaunut-1' } }
  await here.send({ receipt: grant, visitors, events: [view, product] })
  await here.send({ receipt: grant, visitors: { analytics: visitorId('n') }, events: [view] })
  const before = await here.counts()

  const smaller = await here.choose(['marketing'], { previous: grant, visitors })
  await here.lupaus.consent.settled()
  const after = await here.counts()
  expect(before.analytics - after.analytics).toBe(2)
  expect(after.marketing).toBe(before.marketing)
  const known = await here.lupaus.collect.knownAbout(visitors)
  expect(known.find(one => one.group === 'analytics')?.events).toBe(0)

  const still = await here.send({ receipt: smaller, visitors, events: [product] })
  expect(still.headers.get('lupaus-kept')).toBe('1')
})

test('proves: consent.withdraw (a vendor refused by name is no longer named on what was kept before)', async () => {
  const visitors = { analytics: visitorId('v'), marketing: visitorId('x') }
  const others = { analytics: visitorId('y') }
  const grant = await here.choose(['analytics', 'marketing'])
  await here.send({ receipt: grant, visitors, events: [view] })
  await here.send({ receipt: grant, visitors: others, events: [view] })
  const named = () =>
    here.rows<{ count: string }>(ch`
      select count() as count from collect.for_vendors where vendors = 'google-analytics'`)
  const before = Number((await named())[0]?.count)
  const events = await here.counts()

  const without = ['google-analytics']
  await here.choose(['analytics', 'marketing'], { previous: grant, visitors, without })
  await here.lupaus.consent.settled()
  expect(Number((await named())[0]?.count)).toBe(before - 1)
  expect(await here.counts()).toEqual(events)
  const { db } = here.lupaus.platform
  expect(await db.rows(sql`select 1 from consent.forgettings`)).toEqual([])
  const [entry] = await db.rows<{ details: object }>(sql`
    select details from audit.entries where act = 'consent.forgotten' order by seq desc limit 1`)
  expect(entry?.details).toMatchObject({ groups: [], events: 0, vendors: without })
})

test('granting more does not take back what was granted before', async () => {
  const small = await here.choose(['analytics'])
  await here.choose(['analytics', 'personalisation'], { previous: small })
  const answer = await here.send({ receipt: small, events: [view] })
  expect(answer.headers.get('lupaus-kept')).toBe('1')
})

test('a grant lapses when the policy says, and not a second earlier', async () => {
  const grant = await here.choose(['analytics'])
  here.turn({ count: 6, unit: 'month' })
  here.turn({ count: -1, unit: 'second' })
  expect((await here.send({ receipt: grant, events: [view] })).headers.get('lupaus-kept')).toBe('1')
  here.turn({ count: 1, unit: 'second' })
  const late = await here.send({ receipt: grant, events: [view] })
  expect(late.headers.get('lupaus-refused')).toContain('reason=lapsed')
})

test.for([
  ['a receipt of another key', (token: string) => `${token.slice(0, -3)}abc`],
  ['half a receipt', (token: string) => token.slice(0, token.length / 2)],
  ['no receipt', () => undefined],
  ['another text', () => 'yes.please.now'],
] as const)('proves: basis.default-deny (%s permits nothing)', async ([, harm]) => {
  const receipt = harm(await here.choose(['analytics', 'personalisation', 'marketing']))
  const answer = await here.send({ ...(receipt ? { receipt } : {}), events: [view] })
  expect(answer.headers.get('lupaus-kept')).toBe('0')
  expect(answer.headers.get('lupaus-refused')).toContain('reason=no-consent')
})

test('proves: consent.categories (each of the eight answers permits exactly what it grants)', async () => {
  const asked = ['personalisation', 'analytics', 'marketing']
  const event = { name: 'product_view', fields: { product: 'nalle-1' } }
  for (let bits = 0; bits < 8; bits += 1) {
    const granted = asked.filter((_, i) => (bits >> i) % 2 === 1)
    const receipt = await here.choose(granted)
    const before = await here.counts()
    await here.send({ receipt, events: [event] })
    const after = await here.counts()
    for (const group of ['personalisation', 'analytics', 'marketing'] as const) {
      expect(after[group] - before[group], `${granted.join()}: ${group}`).toBe(
        granted.includes(group) ? 1 : 0,
      )
    }
  }
})

test.for([
  ['Sec-GPC', { 'sec-gpc': '1' }],
  ['DNT', { dnt: '1' }],
] as const)(
  'proves: signal.dnt-stops-partner-tags (%s outranks an older consent, and a newer one outranks it)',
  async ([, headers]) => {
    const older = await here.choose(['analytics', 'marketing', 'personalisation'])
    const events = [{ name: 'product_view', fields: { product: 'nalle-1' } }]
    const refused = await here.send({ receipt: older, events, headers })
    expect(refused.headers.get('lupaus-refused')).toContain('analytics;reason=objected')
    expect(refused.headers.get('lupaus-refused')).toContain('marketing;reason=objected')
    expect(refused.headers.get('lupaus-kept')).toBe('1')

    const signal = 'dnt' in headers ? 'dnt' : 'gpc'
    const under = await here.choose(['analytics'], { signals: [signal] })
    const kept = await here.send({ receipt: under, events: [view], headers })
    expect(kept.headers.get('lupaus-kept')).toBe('1')

    const zero = Object.fromEntries(Object.keys(headers).map(name => [name, '0']))
    const plain = await here.send({ receipt: older, events: [view], headers: zero })
    expect(plain.headers.get('lupaus-kept')).toBe('1')
  },
)

test('a grant for purposes the policy does not ask for is turned away, and says which', async () => {
  await expect(here.choose(['analytics', 'world-domination'])).rejects.toThrow(/409.*world-domin/)
  await expect(here.choose(['functional'])).rejects.toThrow(/409.*functional/)
})

test('a grant under other words than those in force is turned away; a refusal never is', async () => {
  const words = 'a'.repeat(64)
  await expect(here.choose(['analytics'], { words })).rejects.toThrow(/409.*reload/)
  await expect(here.choose([], { words })).resolves.toBeTypeOf('string')
})

test('a grant from a site that the policy does not name is turned away; a refusal never is', async () => {
  const { sha256 } = bannerWords(here.policy(), 'fi').first
  const from = (granted: string[]) =>
    fetch(`${here.url}/v1/choices`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: 'https://evil.example' },
      body: JSON.stringify({ lang: 'fi', words: sha256, granted, via: 'banner', signals: [] }),
    })
  const grant = await from(['analytics'])
  expect(grant.status).toBe(403)
  expect(grant.headers.get('access-control-allow-origin')).toBeNull()
  expect((await from([])).status).toBe(200)
})

test('proves: notice.versioned-and-dated (a choice can be traced to its words and its version)', async () => {
  const receipt = payloadOf(await here.choose(['analytics'], { lang: 'sv' }))
  const words = await here.lupaus.consent.wordsShown(String(receipt['w']))
  expect(JSON.stringify(words)).toContain(bannerWords(here.policy(), 'sv').first.body)
  expect(here.policy().version.startsWith(String(receipt['v']))).toBe(true)
  const source = await here.lupaus.versions.text(here.policy().version)
  expect(source).toBe(SHOP_POLICY)
  expect(await here.lupaus.consent.wordsShown('0'.repeat(16))).toBeUndefined()
})

test('each choice has its audit entry, and neither names a visitor', async () => {
  await here.choose(['analytics'])
  const entries = []
  for await (const entry of here.lupaus.audit.entries()) entries.push(entry)
  const last = entries.findLast(entry => entry.act === 'consent.chosen')
  expect(last?.details).toMatchObject({ granted: ['analytics'], lang: 'fi', via: 'banner' })
  expect(last?.by).toBe('visitor')
  const { db } = here.lupaus.platform
  const [choice] = await db.rows<{ receipt_id: string }>(sql`
    select receipt_id from consent.choices order by at desc limit 1`)
  expect(JSON.stringify(entries)).not.toContain(choice?.receipt_id)
})

test('an audit entry cannot be changed or removed in the database', async () => {
  const { db } = here.lupaus.platform
  const change = db.rows(sql`update audit.entries set act = 'nothing' where seq = 1`)
  await expect(change).rejects.toThrow(/append-only/)
  await expect(db.rows(sql`delete from audit.entries where seq = 1`)).rejects.toThrow(/append-only/)
  await expect(db.rows(sql`truncate audit.entries`)).rejects.toThrow(/append-only/)
})

function payloadOf(token: string): Record<string, unknown> {
  return JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as Record<
    string,
    unknown
  >
}
