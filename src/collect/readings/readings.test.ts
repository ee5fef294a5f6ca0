import { afterAll, beforeAll, expect, test } from 'vitest'
import { compiled, type Lists, type Node } from '../../../test/promises/changed.ts'
import { type CollectWorld, collectWorld } from '../../../test/scratch/collect-world.ts'
import { hashed, withSources } from '../../../test/scratch/sources.ts'
import { GROUPS } from '../groups.ts'
import { BODY_MAX, type ReadingIn, READINGS_MAX } from './batch.ts'
import { keepReadings } from './keep-readings.ts'
import { permitReadings } from './permit.ts'

const SECRET = 'the machines of Kivela'
const LATE = 'machines out of reach'
const SERVER = 'a server'

/** The machine dealer whose machines send; the rule of the machines, and the purpose, may be changed. */
function dealer(rule: Node = {}, change: (policy: Lists) => void = () => {}) {
  return compiled('machine-dealer', policy => {
    const [machines] = policy['machines'] as Node[]
    policy['machines'] = [{ ...machines, ...rule }]
    withSources(policy, [
      { id: 'fleet', kind: 'machine', key: hashed(SECRET), machines: 'machine-data' },
      {
        id: 'far',
        kind: 'machine',
        key: hashed(LATE),
        machines: 'machine-data',
        asserts: ['time'],
      },
      { id: 'till', kind: 'server', key: hashed(SERVER), site: 'shop' },
      { id: 'web', kind: 'web', key: 'kivela-web', site: 'shop' },
    ])
    change(policy)
  })
}

const upkeep = (policy: Lists) => {
  const found = policy.purposes.find(({ id }) => id === 'machine-upkeep')
  if (!found) throw new Error('the dealer has no upkeep')
  return found
}

let world: CollectWorld
const DEALER = dealer()
beforeAll(async () => {
  world = await collectWorld()
  world.policy = DEALER
})
afterAll(() => world[Symbol.asyncDispose]())

const reading = (more: Partial<ReadingIn> = {}): ReadingIn => ({
  machine: 'SN-1',
  class: 'product-data',
  at: '2026-11-22T09:30:15Z',
  owner: 'C-1',
  name: 'engine.hours',
  value: 1204.5,
  unit: 'h',
  ...more,
})
const send = (body: unknown, headers: Record<string, string> = { 'x-write-key': SECRET }) =>
  fetch(`${world.origin}/v1/readings`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
const rows = async (): Promise<Record<string, unknown>[]> => {
  await world.collect.flush()
  return world.store.rows({ text: 'select * from collect.machines order by all', values: {} })
}
const basic = (text: string) => `Basic ${Buffer.from(text).toString('base64')}`
/** What becomes of one reading under a policy, without any store. */
const judged = (policy: ReturnType<typeof dealer>, one = reading(), sourceId = 'fleet') => {
  const source = policy.sources.find(({ id }) => id === sourceId)
  if (!source) throw new Error(`no source \`${sourceId}\``)
  const permit = permitReadings(policy, source, world.now())
  if ('reason' in permit) return permit.reason
  const { kept, refused } = keepReadings(permit, [one], { source, now: world.now() })
  return { kept, refused: refused.map(({ reason, what }) => `${reason} ${what}`) }
}

test('proves: machine.system-data a reading is kept under the purpose of upkeep, in a table of its own', async () => {
  const answer = await send({ readings: [reading({ id: 'r-1' })] })
  expect(answer.status).toBe(204)
  expect(answer.headers.get('lupaus-kept')).toBe('1')
  expect(answer.headers.get('lupaus-refused')).toBeNull()
  const [row] = await rows()
  expect(row).toMatchObject({
    day: '2026-11-22',
    at: '2026-11-22 09:30:15',
    source_id: 'fleet',
    class: 'product-data',
    name: 'engine.hours',
    value: 1204.5,
    unit: 'h',
    policy: DEALER.version.slice(0, 16),
  })
  expect(JSON.stringify(row)).not.toMatch(/SN-1|C-1|r-1/)
  for (const group of GROUPS) expect(await world.rows(group)).toEqual([])
})

test('proves: machine.system-data a machine, its owner and a visitor of the same number share no key', async () => {
  const id = 'the-same-number'
  await send({ readings: [reading({ id, machine: id, owner: id, name: 'joined' })] })
  const visitors = { personalisation: id, analytics: id, marketing: id } as never
  const keys = (await rows())
    .filter(row => row['name'] === 'joined')
    .flatMap(row => Object.entries(row).filter(([name]) => name.startsWith('machines_')))
  expect(keys.map(([name]) => name)).toEqual([
    'machines_machine',
    'machines_owner',
    'machines_event',
  ])
  const known = await world.collect.knownAbout(visitors)
  expect(known.every(({ events }) => events === 0)).toBe(true)
  const query = new URLSearchParams({
    ...{
      idsite: 'kivela-web',
      rec: '1',
      _id: '0123456789abcdef',
      url: 'https://konepiha.example/',
    },
    lupaus_receipt: 'analytics',
  })
  await fetch(`${world.origin}/matomo.php?${query.toString()}`)
  await send({ readings: [reading({ machine: '0123456789abcdef', owner: '0123456789abcdef' })] })
  const [visit] = await world.rows('analytics')
  const values = (await rows()).flatMap(row => [row['machines_machine'], row['machines_owner']])
  expect(visit?.['analytics_visitor']).toMatch(/^\d{10,}$/)
  expect(values).not.toContain(visit?.['analytics_visitor'])
  expect(new Set(values).size).toBe(values.length)
})

test('proves: machine.system-data no column that could join a machine to a visit is in two tables', async () => {
  const columns = await world.store.rows<{ table: string; name: string }>({
    text: "select table, name from system.columns where database = 'collect'",
    values: {},
  })
  const own = columns.filter(({ table }) => table === 'machines').map(({ name }) => name)
  const others = columns
    .filter(({ table }) => GROUPS.some(group => group === table))
    .map(({ name }) => name)
  const isKey = (name: string) => /_(visitor|visit|event|order|click|machine|owner)$/.test(name)
  expect(own.filter(isKey)).toHaveLength(3)
  expect(others.filter(isKey).length).toBeGreaterThan(9)
  expect(own.filter(isKey).filter(name => others.includes(name))).toEqual([])
})

test.for<[string, Node, (policy: Lists) => void, unknown]>([
  ['without a contract', { contract: undefined }, () => {}, 'not-promised'],
  [
    'of nobody and without a contract',
    { contract: undefined, personal: 'none' },
    () => {},
    'not-promised',
  ],
  ['that the manufacturer holds', { holder: 'manufacturer' }, () => {}, 'not-promised'],
  ['that stay on the machine', { kept: 'on-machine' }, () => {}, 'not-promised'],
  ['without a purpose', {}, policy => (upkeep(policy)['aims'] = ['invoicing']), 'not-promised'],
  [
    'for a purpose that rests on consent',
    {},
    policy => (upkeep(policy)['basis'] = { app: 'consent', 'in-person': 'consent' }),
    'no-consent',
  ],
  [
    'for a purpose that names no device',
    {},
    policy => (upkeep(policy)['data'] = ['orders']),
    'field-not-declared',
  ],
])('proves: machine.system-data readings %s are not kept', ([, rule, change, reason]) => {
  expect(judged(DEALER)).toMatchObject({ kept: [{ owner: 'C-1' }], refused: [] })
  expect(judged(dealer(rule, change))).toBe(reason)
})

test('proves: machine.system-data where no person can be seen, nobody is named', () => {
  const { kept, refused } = judged(dealer({ personal: 'none' })) as never as {
    kept: Node[]
    refused: string[]
  }
  expect(kept).toHaveLength(1)
  expect(Object.keys(kept[0] ?? {})).not.toContain('owner')
  expect(refused).toEqual(['field-not-declared reading.owner'])
})

test('proves: machine.system-data only the sorts of data that the policy declares are kept', () => {
  const few = dealer({ kinds: ['product-data'] })
  expect(judged(few)).toMatchObject({ kept: [{}], refused: [] })
  for (const kind of ['metadata', 'video', '__proto__'])
    expect(judged(few, reading({ class: kind }))).toEqual({
      kept: [],
      refused: [`not-promised reading.${kind}`],
    })
})

test('a reading is at most a day old, or thirty of a machine that may say so', () => {
  const at = (moment: string, source?: string) => judged(DEALER, reading({ at: moment }), source)
  const tooOld = { kept: [], refused: ['too-old reading'] }
  expect(at('2026-11-21T10:00:00.123Z')).toMatchObject({ kept: [{ agoMs: 86_400_000 }] })
  expect(at('2026-11-21T10:00:00.122Z')).toEqual(tooOld)
  expect(at('2026-10-23T10:00:00.123Z', 'far')).toMatchObject({ kept: [{}] })
  expect(at('2026-10-23T10:00:00.122Z', 'far')).toEqual(tooOld)
  expect(at('2026-11-22T12:00:01+02:00')).toMatchObject({ kept: [{ agoMs: 0 }] })
  expect(at('2026-13-40T10:00:00Z')).toEqual({ kept: [], refused: ['malformed reading'] })
})

test('what is refused is answered, counted by reason, and nothing of it is written down', async () => {
  const before = (await rows()).length
  world.policy = dealer({ contract: undefined })
  const answer = await send({ readings: [reading({ name: 'secret.name' })] })
  world.policy = DEALER
  expect(answer.status).toBe(204)
  expect(answer.headers.get('lupaus-kept')).toBe('0')
  expect(answer.headers.get('lupaus-refused')).toMatch(/^\*;reason=not-promised/)
  expect(await rows()).toHaveLength(before)
  const counts = await world.rows('refusals')
  expect(counts).toMatchObject([{ reason: 'not-promised', what: 'reading' }])
  expect(JSON.stringify(counts)).not.toContain('secret.name')
})

test('only the secret of a machine source opens the door, however it is carried', async () => {
  const before = (await rows()).length
  const good = [
    { 'x-write-key': SECRET },
    { authorization: `Bearer ${SECRET.replaceAll(' ', '%20')}` },
    { authorization: basic(`${SECRET}:`) },
    { authorization: basic(`:${SECRET}`) },
  ]
  const statuses = []
  for (const headers of good) statuses.push((await send({ readings: [reading()] }, headers)).status)
  // A bearer token has no spaces, so this secret cannot be one.
  expect(statuses).toEqual([204, 401, 204, 204])
  expect(await rows()).toHaveLength(before + 3)
  const bad = [
    {},
    { 'x-write-key': 'kivela-web' },
    { 'x-write-key': SERVER },
    { 'x-write-key': hashed(SECRET) },
  ]
  for (const headers of bad) {
    const answer = await send({ readings: [reading()] }, headers)
    expect(answer.status).toBe(401)
    expect(await answer.text()).not.toContain(SECRET)
  }
  expect(await rows()).toHaveLength(before + 3)
})

test('a batch has its shape and its limits, and is answered with the place that is wrong', async () => {
  const many = (count: number) => ({ readings: Array.from({ length: count }, () => reading()) })
  const cases: readonly [unknown, number, RegExp][] = [
    ['{"readings":[', 400, /JSON/],
    ['{"readings":[{"__proto__":{"a":1}}]}', 400, /JSON/],
    [{ readings: [] }, 400, /fewer than 1/],
    [many(READINGS_MAX + 1), 400, new RegExp(`${READINGS_MAX}`)],
    [{ readings: [{ ...reading(), place: 'Pori' }] }, 400, /readings\/0.*additional/],
    [{ readings: [reading({ name: 'Jane Doe' })] }, 400, /readings\/0\/name/],
    [{ readings: [reading({ name: 'x'.repeat(65) })] }, 400, /readings\/0\/name/],
    [{ readings: [reading({ unit: 'j@x.fi' })] }, 400, /readings\/0\/unit/],
    [{ readings: [reading({ at: 'yesterday' })] }, 400, /readings\/0\/at/],
    [{ readings: [{ ...reading(), value: '7' }] }, 400, /readings\/0\/value/],
    [
      '{"readings":[{"machine":"m","class":"metadata","at":"2026-11-22T09:00:00Z","name":"n","unit":"h","value":1e999}]}',
      400,
      /value/,
    ],
    [{ readings: [reading({ machine: 'x'.repeat(129) })] }, 400, /readings\/0\/machine/],
    [{ readings: [reading()], more: 'x'.repeat(BODY_MAX) }, 413, /large/i],
  ]
  const before = (await rows()).length
  for (const [body, status, says] of cases) {
    const answer = await send(body)
    expect([answer.status, await answer.text()]).toEqual([status, expect.stringMatching(says)])
  }
  expect(await rows()).toHaveLength(before)
  const full = await send(many(READINGS_MAX))
  expect(full.headers.get('lupaus-kept')).toBe(String(READINGS_MAX))
  expect(await rows()).toHaveLength(before + READINGS_MAX)
})

test('a reading sent twice with its id is kept once', async () => {
  const twice = { readings: [reading({ id: 'again', name: 'twice' })] }
  await send(twice)
  await send(twice)
  await world.collect.flush()
  await send(twice)
  expect((await rows()).filter(row => row['name'] === 'twice')).toHaveLength(1)
})

test('proves: machine.system-data the user of a machine gets every value of that machine, and of no other', async () => {
  const readings = [3, 1, 2].map(n =>
    reading({
      machine: 'SN-9',
      at: `2026-11-22T08:0${n}:00Z`,
      name: 'fuel',
      unit: 'l/h',
      value: n / 3,
    }),
  )
  await send({ readings: [...readings, reading({ machine: 'SN-10', name: 'fuel' })] })
  expect(await world.collect.readingsOf('SN-9')).toEqual({
    more: false,
    readings: [1, 2, 3].map(n => ({
      at: `2026-11-22T08:0${n}:00Z`,
      class: 'product-data',
      name: 'fuel',
      value: n / 3,
      unit: 'l/h',
    })),
  })
  expect(await world.collect.readingsOf('SN-9', 2)).toMatchObject({ readings: [{ value: 1 }] })
  expect(await world.collect.readingsOf('SN-11')).toEqual({ refused: 'no-such-machine' })
  world.policy = compiled('childrens-shop')
  expect(await world.collect.readingsOf('SN-9')).toEqual({ refused: 'not-promised' })
  world.policy = DEALER
})
