import { expect, test } from 'vitest'
import { read } from '../../test/promises/consent-policy.ts'
import { SHOP_POLICY } from '../../test/world.ts'
import { moment, type Moment } from '../base/time.ts'
import { decide, decideVendor, type Policy } from '../policy/index.ts'
import { factsFrom } from './facts.ts'
import { shownDelta, shownWhole } from './proof/shown.ts'
import { type Asking, isFree, readChoice, strayed } from './read-choice.ts'
import { payloadOf, settle } from './settle.ts'
import type { ChoiceRequest, ReceiptPayload } from './wire.ts'

const NOW = moment('2026-11-22T21:30:00Z')
const ID = 'AAAAAAAAAAAAAAAAAAAAAA'
const ALL = ['personalisation', 'analytics', 'marketing']
const MARKETERS = ['revontuli-ads', 'tuike-video']

/** The shop before titles of pages were measured: analytics grew since. */
const OLDER = read(SHOP_POLICY.replace('fields: [path, title,', 'fields: [path,'))
const SHOP = read(SHOP_POLICY)
const known = [SHOP, OLDER]

type More = Partial<ChoiceRequest> & {
  readonly now?: Moment
  readonly policy?: Policy
  readonly withdrawn?: boolean
}

async function asking(
  granted: readonly string[],
  previous?: ReceiptPayload,
  { now = NOW, policy = SHOP, withdrawn = false, ...more }: More = {},
): Promise<Asking> {
  const lang = more.lang ?? 'fi'
  const since = known.find(one => one.version.startsWith(more.asked?.since ?? '-'))
  const shown = more.asked
    ? shownDelta(policy, lang, since, more.asked.purposes)
    : shownWhole(policy, lang)
  const words = shown?.sha256.slice(0, 16) ?? '0'.repeat(16)
  const request: ChoiceRequest = {
    lang,
    words,
    granted: [...granted],
    via: 'banner',
    signals: [],
    ...more,
  }
  const reader = {
    policyOf: async (version: string) => known.find(one => one.version.startsWith(version)),
    isWithdrawn: () => withdrawn,
    tags: { wholeOf: async (tag?: string) => (tag === '0'.repeat(16) ? undefined : (tag ?? '')) },
  }
  return readChoice(reader, policy, request, previous, now)
}

/** The receipt of a choice, or why it is turned away. */
async function choose(...of: Parameters<typeof asking>): Promise<ReceiptPayload> {
  const made = await asking(...of)
  const stray = strayed(made)
  if (stray && !isFree(made)) throw new Error(`${stray.refused}: ${stray.help}`)
  return payloadOf(made, settle(made, stray !== undefined), ID)
}

const old = { ofAge: true }
const facts = (receipt: ReceiptPayload, now = NOW, signals: ('dnt' | 'gpc')[] = []) =>
  factsFrom(receipt, signals, now, false)
const allows = (receipt: ReceiptPayload, purpose: string, now = NOW) =>
  !('refused' in decide(SHOP.rules, purpose, facts(receipt, now)))

test('proves: consent.withdraw (a vendor that is refused by name may not act, the purpose’s others may)', async () => {
  const receipt = await choose(['marketing'], undefined, { ...old, without: ['tuike-video'] })
  expect(receipt.x).toEqual(['tuike-video'])
  expect(decideVendor(SHOP.rules, 'tuike-video', facts(receipt))).toMatchObject({
    refused: 'vendor-refused',
  })
  expect(decideVendor(SHOP.rules, 'revontuli-ads', facts(receipt))).toMatchObject({
    purposes: ['marketing'],
  })
  expect(await choose(['marketing'], undefined, old)).not.toHaveProperty('x')
})

test('a vendor is refused by name only for what is granted, and an unknown one is told of', async () => {
  const receipt = await choose(['analytics'], undefined, { without: ['tuike-video'] })
  expect(receipt).not.toHaveProperty('x')
  await expect(choose(['analytics'], undefined, { without: ['tuike'] })).rejects.toThrow(
    /no-such-vendor.*`tuike`/,
  )
})

test('proves: consent.withdraw (refusing a vendor is a narrowing, which no page is too old for)', async () => {
  const grant = await choose(['analytics', 'marketing'], undefined, old)
  const stale = { words: 'b'.repeat(16), tag: '0'.repeat(16), without: ['tuike-video'] }
  const less = await choose(['analytics', 'marketing'], grant, stale)
  expect(less).toMatchObject({ g: grant.g, x: ['tuike-video'], v: grant.v, w: grant.w, a: 1 })
  expect(less).toMatchObject({ b: grant.b, e: grant.e })
  const least = await choose(['analytics'], less, { words: 'b'.repeat(16) })
  expect(Object.keys(least.g)).toEqual(['analytics'])

  // The way back is a grant like any other.
  const back = { ...stale, without: [] }
  await expect(choose(['analytics', 'marketing'], less, back)).rejects.toThrow(/words-changed/)
  await expect(choose(ALL, grant, stale)).rejects.toThrow(/words-changed/)
})

test('what was taken back, is over or is a partner’s narrows nothing', async () => {
  const grant = await choose(['analytics'])
  const stale = { words: 'b'.repeat(16) }
  const late = moment('2027-05-22T21:30:00Z')
  await expect(choose(['analytics'], grant, stale)).resolves.toMatchObject({ g: grant.g })
  await expect(choose(['analytics'], grant, { ...stale, withdrawn: true })).rejects.toThrow(/words/)
  await expect(choose(['analytics'], grant, { ...stale, now: late })).rejects.toThrow(/words/)
  await expect(choose(['analytics'], { ...grant, p: 'toys' }, stale)).rejects.toThrow(/words/)
})

test('proves: consent.refuse-nonessential (a refusal is one text, whoever says it and whatever they carry)', async () => {
  const plain = await choose([])
  expect(plain).toMatchObject({ g: {}, r: ALL })
  for (const key of ['i', 's', 'x', 'a', 'p']) expect(plain).not.toHaveProperty(key)
  const grant = await choose(ALL, undefined, { ...old, without: MARKETERS })
  const others = [
    choose([], undefined, { signals: ['gpc', 'dnt'], via: 'centre' }),
    choose([], undefined, { tag: 'c'.repeat(16), ...old, without: MARKETERS }),
    choose([], undefined, { words: 'b'.repeat(16), tag: '0'.repeat(16) }),
    choose([], grant),
    choose([], undefined, { now: moment('2026-11-22T00:00:00Z') }),
    // Agreed only to what needs the age that was not said: nothing is left of it.
    choose(['marketing'], undefined, { ofAge: false }),
  ]
  for (const other of await Promise.all(others)) expect(other).toEqual(plain)
  expect(await choose([], undefined, { lang: 'sv' })).not.toEqual(plain)
})

test('proves: identity.anonymous-by-default (the refusals of a day cannot be told apart)', async () => {
  const times = ['00:00:00', '07:13:59', '12:00:01', '23:59:59']
  const said = await Promise.all(
    times.map(time =>
      choose([], undefined, { now: moment(`2026-11-22T${time}Z`), signals: ['dnt'] }),
    ),
  )
  expect(new Set(said.map(one => JSON.stringify(one))).size).toBe(1)
})

test('a grant without the age is recorded without what needs it, and says so', async () => {
  for (const ofAge of [undefined, false]) {
    const receipt = await choose(ALL, undefined, ofAge === undefined ? {} : { ofAge })
    expect(Object.keys(receipt.g)).toEqual(['analytics'])
    expect(receipt.r).toEqual(['personalisation', 'marketing'])
    expect(receipt).not.toHaveProperty('a')
  }
  const aged = await choose(ALL, undefined, old)
  expect(aged).toMatchObject({ a: 1, r: [] })
  expect(Object.keys(aged.g)).toEqual(ALL)
  expect(await choose(['analytics'], undefined, old)).not.toHaveProperty('a')
})

test('the age that was said stays said, until another is', async () => {
  const aged = await choose(['marketing'], undefined, old)
  expect(await choose(ALL, aged)).toMatchObject({ a: 1, r: [] })
  const young = await choose(ALL, aged, { ofAge: false })
  expect(Object.keys(young.g)).toEqual(['analytics'])
})

test('X19: a refusal is not asked again for six months, to the second', async () => {
  const at = moment('2026-08-31T21:30:00Z')
  const refusal = await choose([], undefined, { now: at })
  const due = moment('2027-02-28T21:30:00Z')
  expect(refusal.e * 1000).toBeGreaterThanOrEqual(due)
  // Never more than a day late.
  expect(refusal.e * 1000 - due).toBeLessThan(86_400_000)
  const next = moment('2027-03-01T00:00:00Z')
  expect(refusal.e * 1000).toBe(next)
})

test('X19: the policy sets the time, and six months hold where it sets none', async () => {
  const sets = (text: string) => read(SHOP_POLICY.replace('  asks-again: 6 months\n', text))
  const [longer, silent] = [sets('  asks-again: 13 months\n'), sets('')]
  const end = async (policy: Policy) => (await choose([], undefined, { policy })).e * 1000
  expect(await end(longer)).toBe(moment('2027-12-23T00:00:00Z'))
  expect(await end(silent)).toBe(moment('2027-05-23T00:00:00Z'))
})

test('X19: a grant holds as long as the policy says, to the second', async () => {
  const grant = await choose(['analytics'])
  expect(grant.e * 1000).toBe(moment('2027-05-22T21:30:00Z'))
  expect(allows(grant, 'analytics', moment('2027-05-22T21:29:59Z'))).toBe(true)
  expect(allows(grant, 'analytics', moment('2027-05-22T21:30:00Z'))).toBe(false)
})

const delta = { since: OLDER.version.slice(0, 16), purposes: ['analytics'] }

test('consent.ask-again: what grew is asked alone, and what stands goes on as it was', async () => {
  const before = await choose(['analytics', 'marketing'], undefined, {
    ...{ ...old, policy: OLDER, without: ['tuike-video'], now: moment('2026-10-01T00:00:00Z') },
  })
  expect(allows(before, 'analytics')).toBe(false)
  const yes = await choose(['analytics'], before, { asked: delta })
  expect(Object.keys(yes.g)).toEqual(['analytics', 'marketing'])
  expect(yes).toMatchObject({ r: ['personalisation'], x: ['tuike-video'], a: 1, e: before.e })
  expect(allows(yes, 'analytics') && allows(yes, 'marketing')).toBe(true)

  const no = await choose([], before, { asked: delta })
  expect(Object.keys(no.g)).toEqual(['marketing'])
  expect(no).toMatchObject({ r: ['personalisation', 'analytics'], e: before.e })
})

test.for([
  ['another purpose', { purposes: ['personalisation'] }],
  ['more than the delta', { purposes: ['analytics', 'marketing'] }],
  ['an unknown purpose', { purposes: ['analytics', 'nothing'] }],
  ['another version', { since: SHOP.version.slice(0, 16) }],
] as const)('consent.ask-again: a yes to %s is turned away', async ([, part]) => {
  const before = await choose(['analytics', 'marketing'], undefined, { ...old, policy: OLDER })
  const asked = {
    ...delta,
    ...part,
    purposes: [...((part as typeof delta).purposes ?? delta.purposes)],
  }
  await expect(choose(['analytics'], before, { asked })).rejects.toThrow(/not-asked|words-changed/)
})

test('consent.ask-again: a yes to more than was asked, or to nobody known, is turned away', async () => {
  const before = await choose(['analytics'], undefined, { policy: OLDER })
  await expect(
    choose(['analytics', 'marketing'], before, { asked: delta, ...old }),
  ).rejects.toThrow(/not-asked/)
  await expect(choose(['analytics'], undefined, { asked: delta })).rejects.toThrow(/not-asked/)
  const gone = { asked: delta, withdrawn: true }
  await expect(choose(['analytics'], before, gone)).rejects.toThrow(/not-asked/)
  const words = shownWhole(SHOP, 'fi').sha256
  await expect(choose(['analytics'], before, { asked: delta, words })).rejects.toThrow(/words-ch/)
})

test('consent.ask-again: what was refused stays refused though it grew, and a new purpose is asked', async () => {
  const refused = await choose(['marketing'], undefined, { ...old, policy: OLDER })
  expect((await asking([], refused)).standing?.delta).toEqual([])
  const newer = { ...refused, r: ['personalisation'] }
  expect((await asking([], newer)).standing?.delta).toEqual(['analytics'])
  // Older receipts name no refusals: what they did not grant, they refused.
  const { r: _, ...oldest } = refused
  expect((await asking([], oldest)).standing?.delta).toEqual([])
})

test('proves: signal.dnt-stops-partner-tags (an older consent is asked about under a new signal, never overridden)', async () => {
  const before = await choose(['analytics', 'personalisation'], undefined, old)
  const under = { signals: ['dnt'] as ('dnt' | 'gpc')[] }
  const { standing } = await asking([], before, under)
  expect(standing?.delta).toEqual(['analytics'])
  expect(standing?.granted).toEqual(['personalisation'])
  // A stale page cannot carry the older yes over the signal.
  await expect(
    choose(['analytics', 'personalisation'], before, { ...under, words: 'b'.repeat(16) }),
  ).rejects.toThrow(/words-changed/)

  const asked = { since: before.v, purposes: ['analytics'] }
  const yes = await choose(['analytics'], before, { ...under, asked })
  expect(yes).toMatchObject({ s: ['dnt'] })
  const now = (receipt: ReceiptPayload) =>
    'refused' in decide(SHOP.rules, 'analytics', facts(receipt, NOW, ['dnt']))
  expect(now(yes)).toBe(false)
  expect(now(before)).toBe(true)
  const no = await choose([], before, { ...under, asked })
  expect(Object.keys(no.g)).toEqual(['personalisation'])
  expect(no.r).toEqual(['analytics', 'marketing'])
})

test('a choice that a script asked which we did not serve is turned away; a refusal never is', async () => {
  const strange = { tag: '0'.repeat(16) }
  await expect(choose(['analytics'], undefined, strange)).rejects.toThrow(/tag-unknown/)
  await expect(choose(['analytics'], undefined, { tag: 'c'.repeat(16) })).resolves.toBeTruthy()
  await expect(choose([], undefined, strange)).resolves.toMatchObject({ g: {} })
})

test('another script, language or version is another proof of what was shown', async () => {
  const one = await choose(['analytics'])
  const others = [{ tag: 'c'.repeat(16) }, { lang: 'sv' as const }, { policy: OLDER }].map(more =>
    choose(['analytics'], undefined, more),
  )
  const proofs = [one, ...(await Promise.all(others))].map(({ b }) => b)
  expect(new Set(proofs).size).toBe(4)
  expect((await choose(['analytics'])).b).toBe(one.b)
})
