import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Consent, openConsent } from '../../src/consent/index.ts'
import type { Asked } from '../../src/consent/facts.ts'
import type { AskAnswer, ChoiceRequest } from '../../src/consent/wire.ts'
import { sql } from '../../src/platform/postgres.ts'
import { bannerWords, decide } from '../../src/policy/index.ts'
import { type World, world } from '../world.ts'
import { KEYS, richPolicy } from './consent-policy.ts'

const ALL = ['personalisation', 'analytics', 'marketing']
const AT_ONCE_MS = 1_000

let here: World
/** A second process on the same database, as far as memory goes. */
let other: Consent
let serial = 0
/** No version but the one in force is known here. */
const NONE = async () => undefined

beforeAll(async () => {
  here = await world({ policy: richPolicy() })
  const { platform, audit } = here.lupaus
  other = await openConsent({
    platform,
    audit,
    policy: here.policy,
    policyOf: NONE,
    forget: async () => 0,
  })
  other.follow()
})
afterAll(async () => {
  await other.close()
  await here[Symbol.asyncDispose]()
})

const install = () => `install-${serial++}`
const sourceOf = (id: string) => here.policy().sources.find(one => one.id === id)
const asked = (source: string, more: Partial<Asked> = {}): Asked => ({
  ...{ receipt: undefined, signals: [], source: sourceOf(source) },
  ...more,
})

/** Purposes that are permitted for what this source sends. */
async function permitted(what: Asked, consent: Consent = here.lupaus.consent) {
  const facts = await consent.factsFor(what)
  const rules = what.source?.channel === 'app' ? here.policy().appRules : here.policy().rules
  return ALL.filter(id => !('refused' in decide(rules, id, facts)))
}

async function ask(lang = 'fi', key: string = KEYS.app): Promise<AskAnswer> {
  const answer = await fetch(`${here.url}/v1/consent/${lang}?source=${encodeURIComponent(key)}`)
  expect(answer.status).toBe(200)
  return (await answer.json()) as AskAnswer
}

function post(choice: Partial<ChoiceRequest>, headers: Record<string, string> = {}) {
  const empty = { lang: 'fi', words: '0'.repeat(64), granted: [], via: 'banner', signals: [] }
  return fetch(`${here.url}/v1/choices`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ ...empty, ...choice }),
  })
}

/** A choice made in the app, in the words that it was shown; answers the receipt. */
async function inApp(granted: readonly string[], subject?: string): Promise<string> {
  const { words } = await ask()
  const own = subject === undefined ? {} : { subject }
  const how = { via: 'app', source: KEYS.app, ofAge: true, ...own } as const
  const answer = await post({ words, granted: [...granted], ...how })
  expect(answer.status).toBe(200)
  return ((await answer.json()) as { receipt: string }).receipt
}

async function till(granted: readonly string[], subject: string): Promise<string> {
  const words = bannerWords(here.policy(), 'fi').first.sha256
  return here.choose(granted, { words, source: KEYS.till, subject })
}

async function ledgerRows(): Promise<{ subject: string; granted: object }[]> {
  return here.lupaus.platform.db.rows(sql`
    select subject, granted from consent.ledger order by at, subject`)
}

test('proves: analytics.mobile-parity (an app is given the words to ask with, in each language)', async () => {
  for (const lang of ['fi', 'sv', 'en'] as const) {
    const words = await ask(lang)
    const web = bannerWords(here.policy(), lang)
    expect([words.title, words.body.length > 40]).toEqual([web.first.title, true])
    expect(words.version).toBe(here.policy().version)
    const askedFor = words.purposes.filter(({ always }) => !always).map(({ id }) => id)
    expect(askedFor.toSorted()).toEqual(ALL.toSorted())
    expect(words.words).not.toBe(web.first.sha256)
  }
})

test.for([
  ['/v1/consent/de?source=key-of-the-app', 'no-such-language'],
  ['/v1/consent/fi?source=key-of-no-app', 'no-such-source'],
  ['/v1/consent/fi', 'no-such-source'],
])('words are not given at %s', async ([path, error]) => {
  const answer = await fetch(`${here.url}${path}`)
  expect(answer.status).toBe(404)
  expect(await answer.json()).toMatchObject({ error })
})

test('proves: analytics.mobile-parity (a choice in the app gives the same receipt, and permits what it grants)', async () => {
  const receipt = await inApp(['analytics'])
  const payload = here.lupaus.consent.readReceipt(receipt)
  expect(payload?.g).toEqual({ analytics: here.policy().appRules.purposes['analytics']?.terms })
  expect(payload).not.toHaveProperty('p')
  expect(await permitted(asked('phone', { receipt }))).toEqual(['analytics'])
  expect(await permitted(asked('phone'))).toEqual([])
  const { words } = payload ? await ask() : { words: '' }
  expect(await here.lupaus.consent.wordsShown(words)).toBeDefined()
})

test.for([
  ['the words of the web', async () => bannerWords(here.policy(), 'fi').first.sha256],
  ['words of no version', async () => 'f'.repeat(64)],
] as const)(
  'proves: analytics.mobile-parity (a grant under %s is turned away)',
  async ([, words]) => {
    const choice = { granted: ['analytics'], via: 'app', source: KEYS.app } as const
    const answer = await post({ ...choice, granted: ['analytics'], words: await words() })
    expect(answer.status).toBe(409)
    expect(await answer.json()).toMatchObject({ error: 'words-changed' })
  },
)

test('proves: analytics.mobile-parity (an app asks for no more than the policy does, and names itself)', async () => {
  const { words } = await ask()
  const unknown = await post({ words, granted: ['selling'], via: 'app', source: KEYS.app })
  expect([unknown.status, (await unknown.json()).error]).toEqual([409, 'not-asked'])
  for (const source of [undefined, 'key-of-no-app', KEYS.web]) {
    const stray = source === undefined ? {} : { source }
    const answer = await post({ words, granted: ['analytics'], via: 'app', ...stray })
    expect([answer.status, (await answer.json()).error]).toEqual([403, 'no-such-source'])
    expect((await post({ words, via: 'app', ...stray })).status).toBe(200)
  }
})

test('proves: analytics.mobile-parity (a signal refuses in the app as on the web)', async () => {
  const receipt = await inApp(ALL)
  expect(await permitted(asked('phone', { receipt }))).toEqual(ALL)
  for (const signal of ['gpc', 'dnt'] as const) {
    const left = await permitted(asked('phone', { receipt, signals: [signal] }))
    expect(left).toEqual(['personalisation'])
  }
})

test('a client without receipts is known by a key that only we can make, and only after a yes', async () => {
  const before = await ledgerRows()
  const subject = install()
  await inApp([], subject)
  expect(await ledgerRows()).toEqual(before)
  expect(await permitted(asked('phone', { subject }))).toEqual([])

  await inApp(['analytics'], subject)
  const rows = await ledgerRows()
  expect(rows).toHaveLength(before.length + 1)
  expect(JSON.stringify(rows)).not.toContain(subject)
  expect(await permitted(asked('phone', { subject }))).toEqual(['analytics'])
  expect(await permitted(asked('phone', { subject: `${subject}0` }))).toEqual([])
  expect(await permitted(asked('till', { subject }))).toEqual([])
})

test('a choice that is in memory is answered without waiting', async () => {
  const subject = install()
  await inApp(['analytics'], subject)
  expect(here.lupaus.consent.factsFor(asked('phone', { subject }))).not.toBeInstanceOf(Promise)
  const receipt = await inApp(['analytics'])
  expect(other.factsFor(asked('phone', { receipt }))).not.toBeInstanceOf(Promise)
  const first = other.factsFor(asked('phone', { subject }))
  expect(first).toBeInstanceOf(Promise)
  await first
  expect(other.factsFor(asked('phone', { subject }))).not.toBeInstanceOf(Promise)
})

test('who is not in memory is looked up together with the others', async () => {
  const subjects = Array.from({ length: 40 }, install)
  await inApp(['analytics'], subjects[7] ?? '')
  const answers = await Promise.all(
    subjects.map(subject => permitted(asked('phone', { subject }), other)),
  )
  expect(answers.filter(answer => answer.length > 0)).toEqual([['analytics']])
  expect(answers[7]).toEqual(['analytics'])
})

test('proves: consent.withdraw (a withdrawal stands against later claims until the grant would have lapsed)', async () => {
  const subject = install()
  const claims = { granted: ['analytics'], refused: [] }
  expect(await permitted(asked('till', { subject, claims }))).toEqual(['analytics'])
  const receipt = await till(['analytics', 'marketing'], subject)
  await till([], subject)
  expect(await permitted(asked('till', { subject, claims }))).toEqual([])
  expect(await permitted(asked('till', { receipt }))).toEqual([])
  const row = (await ledgerRows()).find(one => JSON.stringify(one.granted) === '{}')
  expect(row).toBeDefined()

  here.turn({ count: 7, unit: 'month' })
  expect(await permitted(asked('till', { subject, claims }))).toEqual(['analytics'])
  const holding = here.lupaus.consent.holdings.find(({ table }) => table === 'consent.ledger')
  const lapsed = (await holding?.lapsed(here.now())) ?? []
  expect(lapsed.length).toBeGreaterThan(0)
  expect(await holding?.erase(lapsed)).toBe(lapsed.length)
  here.turn({ count: -7, unit: 'month' })
})

test('proves: consent.withdraw (granting less takes back the receipt of before)', async () => {
  const subject = install()
  const receipt = await till(['analytics', 'marketing'], subject)
  await till(['analytics'], subject)
  expect(await permitted(asked('till', { receipt }))).toEqual([])
  expect(await permitted(asked('till', { subject }))).toEqual(['analytics'])
})

test('a receipt decides before the ledger, and the ledger before claims', async () => {
  const subject = install()
  await till(['marketing'], subject)
  const receipt = await here.choose(['analytics'])
  const claims = { granted: ['personalisation'], refused: [] }
  expect(await permitted(asked('till', { receipt, subject, claims }))).toEqual(['analytics'])
  expect(await permitted(asked('till', { subject, claims }))).toEqual(['marketing'])
  expect(await permitted(asked('till', { claims }))).toEqual(['personalisation'])
  expect(await permitted(asked('till', { receipt: `${receipt}x`, subject, claims }))).toEqual([])
  const no = { granted: [], refused: ['analytics'] }
  expect(await permitted(asked('till', { receipt, claims: no }))).toEqual([])
})

test('proves: consent.withdraw (another process refuses within a second)', async () => {
  const receipt = await here.choose(ALL)
  const subject = install()
  await till(ALL, subject)
  expect(await permitted(asked('web', { receipt }), other)).toEqual(ALL)
  expect(await permitted(asked('till', { subject }), other)).toEqual(ALL)
  await here.choose([], { previous: receipt })
  await till([], subject)
  await expect
    .poll(() => permitted(asked('web', { receipt }), other), { timeout: AT_ONCE_MS, interval: 20 })
    .toEqual([])
  await expect
    .poll(() => permitted(asked('till', { subject }), other), { timeout: AT_ONCE_MS, interval: 20 })
    .toEqual([])
})

test('proves: consent.withdraw (a process that cannot listen hears by asking, and one that starts knows)', async () => {
  const { listen: _, ...platform } = here.lupaus.platform
  const { audit } = here.lupaus
  const parts = { platform, audit, policy: here.policy, policyOf: NONE, forget: async () => 0 }
  const deaf = await openConsent(parts)
  const receipt = await here.choose(ALL)
  expect(await permitted(asked('web', { receipt }), deaf)).toEqual(ALL)
  await here.choose([], { previous: receipt })
  const late = await openConsent(parts)
  expect(await permitted(asked('web', { receipt }), late)).toEqual([])
  await deaf.refresh()
  expect(await permitted(asked('web', { receipt }), deaf)).toEqual([])
  deaf.follow()
  const another = await here.choose(ALL)
  await here.choose([], { previous: another })
  await expect
    .poll(() => permitted(asked('web', { receipt: another }), deaf), { timeout: AT_ONCE_MS })
    .toEqual([])
  await deaf.close()
})

test('proves: partner.site-data (a receipt given on a partner’s site counts for that partner alone)', async () => {
  const receipt = await here.choose(['analytics'], { source: KEYS.partner })
  const own = await here.choose(['analytics'])
  expect(here.lupaus.consent.readReceipt(receipt)?.p).toBe('toys')
  expect(here.lupaus.consent.readReceipt(own)).not.toHaveProperty('p')
  expect(await permitted(asked('toys', { receipt }))).toEqual(['analytics'])
  expect(await permitted(asked('prams', { receipt }))).toEqual([])
  expect(await permitted(asked('web', { receipt }))).toEqual([])
  expect(await permitted(asked('toys', { receipt: own }))).toEqual([])
  const sent = { receipt, events: [{ name: 'page_view', fields: { path: '/fi/lelut' } }] }
  expect((await here.send(sent)).headers.get('lupaus-kept')).toBe('0')
})

test('proves: partner.site-data (without a receipt nothing of a partner is permitted, whatever it says)', async () => {
  const subject = install()
  await here.choose(['analytics'], { source: KEYS.partner, subject })
  const claims = { granted: ALL, refused: [] }
  expect(await here.lupaus.consent.factsFor(asked('toys', { subject, claims }))).toBeUndefined()
  const receipt = await here.choose(['analytics'], { source: KEYS.partner })
  here.turn({ count: 6, unit: 'month' })
  expect(await permitted(asked('toys', { receipt }))).toEqual([])
  here.turn({ count: -6, unit: 'month' })
  await here.choose([], { source: KEYS.partner, previous: receipt })
  expect(await permitted(asked('toys', { receipt }))).toEqual([])
  const counts = (await here.lupaus.consent.tallies()).filter(one => one.about === 'partner:toys')
  const outcomes = counts.map(({ outcome }) => outcome)
  for (const outcome of ['receipt', 'no-receipt', 'foreign-receipt', 'lapsed', 'withdrawn']) {
    expect(outcomes).toContain(outcome)
  }
})

test('proves: partner.site-data (a grant is taken from the partner’s own pages, and from no others)', async () => {
  const words = bannerWords(here.policy(), 'fi').first.sha256
  const choice = { words, granted: ['analytics'], source: KEYS.partner }
  const from = (origin: string) => post(choice, { origin })
  expect((await from('https://toys.example')).status).toBe(200)
  expect((await from('https://prams.example')).status).toBe(403)
  expect((await from('https://evil.example')).status).toBe(403)
  const foreign = await post(
    { ...choice, source: 'key-of-nobody' },
    { origin: 'https://toys.example' },
  )
  expect(foreign.status).toBe(403)
})

test('what a client no longer permits is erased by its own id', async () => {
  const subject = install()
  await till(['analytics'], subject)
  await here.lupaus.consent.settled()
  const { db } = here.lupaus.platform
  const [before] = await db.rows<{ count: string }>(sql`
    select count(*) as count from audit.entries where act = 'consent.forgotten'`)
  await till([], subject)
  await here.lupaus.consent.settled()
  await wait(0)
  const [after] = await db.rows<{ count: string }>(sql`
    select count(*) as count from audit.entries where act = 'consent.forgotten'`)
  expect(Number(after?.count)).toBe(Number(before?.count) + 1)
  const open = await db.rows(sql`select 1 as one from consent.forgettings`)
  expect(open).toEqual([])
})

test('the probes of partners, apps and hand-overs look at what runs', async () => {
  const { probes } = here.lupaus.consent
  const saw = async (promise: string) => probes.find(one => one.promise === promise)?.run()
  const partners = await saw('partner.site-data')
  expect([partners?.kept, partners?.saw.en]).toEqual([true, expect.stringContaining('Partners: 2')])
  const apps = await saw('analytics.mobile-parity')
  expect([apps?.kept, apps?.saw.en]).toEqual([true, expect.stringContaining('asks for: 3')])
  expect((await saw('analytics.between-own-sites'))?.kept).toBe(true)
  const old = new Date(here.now() - 2 * 3_600_000)
  await here.lupaus.platform.db.rows(sql`
    insert into consent.hand_overs (token_hash, to_host, sealed, expires_at)
    values ('old', 'garden.example', ''::bytea, ${old})`)
  expect((await saw('analytics.between-own-sites'))?.kept).toBe(false)
})
