import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { canonical, type Json } from '../../src/base/json.ts'
import type { ChoiceRequest, ReceiptPayload } from '../../src/consent/wire.ts'
import { bannerWords } from '../../src/policy/index.ts'
import { sql } from '../../src/platform/postgres.ts'
import { AGENT, SHOP_POLICY, visitorId, type World, world } from '../world.ts'

const GROWN = 'fields: [path, title, referrer,'
/** The shop before titles of pages were measured. */
const OLDER = SHOP_POLICY.replace(GROWN, 'fields: [path, referrer,')

let here: World
beforeAll(async () => {
  here = await world({ policy: OLDER })
})
afterAll(() => here[Symbol.asyncDispose]())

type Row = Record<string, unknown>

test('proves: notice.versioned-and-dated (what was shown can be computed again by anybody, to the digit)', async () => {
  const tag = sha256(readFileSync('dist/tag/lupaus.js', 'utf8'))
  const receipt = await here.choose(['analytics'], { lang: 'sv', tag: tag.slice(0, 16) })
  const { proof, says } = await downloaded(receipt)
  const { b, w } = payloadOf(receipt)

  expect(says.granted.map(({ purpose }) => purpose)).toEqual(['analytics'])
  expect(proof.shown).toMatchObject({ version: here.policy().version, tag })
  expect(sha256(canonical(proof.shown)).slice(0, 16)).toBe(b)
  const { words, trackers } = proof.shown as { words: string; trackers: { purpose: string }[] }
  expect(words.slice(0, 16)).toBe(w)
  const said = { ...(proof.words as Row), lang: 'sv', version: here.policy().version } as Json
  expect(sha256(canonical(said))).toBe(words)
  expect(trackers.map(({ purpose }) => purpose)).toContain('analytics')

  const entries = []
  for await (const entry of here.lupaus.audit.entries()) entries.push(entry)
  const entry = entries.find(({ seq }) => seq === proof.entry?.seq)
  expect(entry).toMatchObject({ hash: proof.entry?.hash, act: 'consent.chosen' })
  expect(entry?.details).toMatchObject({ proof: proof.sha256, words })
})

const UNSHOWN: readonly (readonly [string, Partial<ChoiceRequest>, string])[] = [
  ['words', { words: 'a'.repeat(64) }, 'words-changed'],
  ['a script', { tag: '0'.repeat(16) }, 'tag-unknown'],
  ['a version', { asked: { since: '0'.repeat(16), purposes: ['analytics'] } }, 'not-asked'],
  ['a vendor', { without: ['nobody'] }, 'no-such-vendor'],
]

test.for(UNSHOWN)(
  'proves: notice.versioned-and-dated (a grant under %s that nobody was shown writes nothing)',
  async ([, change, error]) => {
    const before = await kept()
    const grant = here.choose(['analytics'], change)
    await expect(grant).rejects.toThrow(new RegExp(`^409 .*${error}`))
    expect(await kept()).toEqual(before)
  },
)

test('proves: identity.anonymous-by-default (of a refusal nothing is kept but version, language, day and bits)', async () => {
  const tag = sha256(readFileSync('dist/tag/lupaus.js', 'utf8')).slice(0, 16)
  const visitors = { analytics: visitorId('r') }
  await here.choose([])
  const one = await lastRefusal()
  here.turn({ count: 5, unit: 'hour' })
  const refused = await here.choose([], { tag, signals: ['dnt'], ofAge: true })
  const another = await lastRefusal()
  expect(another).toEqual(one)
  expect(one).toMatchObject({ receipt_id: null, replaces: null, signals: [], source: '' })
  expect(String(one['at'])).toMatch(/^\d{4}-\d\d-\d\d 00:00:00/)
  expect(payloadOf(refused)).not.toHaveProperty('i')
  // What it would have sent along to be erased is erased, and then forgotten too.
  await here.choose([], { visitors })
  expect(JSON.stringify([await lastRefusal(), payloadOf(refused)])).not.toContain(visitorId('r'))
})

test('proves: consent.refuse-nonessential (who is not said to be old enough is not profiled)', async () => {
  const all = ['personalisation', 'analytics', 'marketing']
  const visitors = { personalisation: visitorId('c'), marketing: visitorId('d') }
  const view = { name: 'product_view', fields: { product: 'nalle-1' } }
  const before = await here.counts()
  const young = await here.choose(all, { ofAge: false })
  expect(Object.keys(payloadOf(young).g)).toEqual(['analytics'])
  await here.send({ receipt: young, visitors, events: [view] })
  const between = await here.counts()
  expect(between).toEqual({ ...before, analytics: before.analytics + 1 })
  const grown = await here.choose(all)
  expect(payloadOf(grown).a).toBe(1)
  await here.send({ receipt: grown, visitors, events: [view] })
  expect((await here.counts()).personalisation).toBe(before.personalisation + 1)
})

test('proves: consent.withdraw (cookies that no script can see end with the choice, in every place)', async () => {
  const grant = await here.choose(['analytics', 'marketing'])
  const { sha256: words } = bannerWords(here.policy(), 'fi').first
  const named = here
    .policy()
    .trackers.filter(({ store, purpose }) => store === 'cookie' && purpose === 'marketing')
    .map(({ name }) => name.replace('*', '1'))
  expect(named.length).toBeGreaterThan(0)
  const ended = async (granted: string[]) => {
    const body = { lang: 'fi', words, granted, via: 'banner', signals: [], previous: grant }
    const answer = await fetch(`${here.url}/v1/choices`, {
      method: 'POST',
      headers: {
        ...{ 'content-type': 'application/json', 'user-agent': AGENT, origin: here.url },
        ...{ referer: `${here.url}/fi/lelut/nalle`, 'sec-fetch-site': 'same-origin' },
        cookie: named.map(name => `${name}=x`).join('; '),
      },
      body: JSON.stringify({ ...body, ofAge: true }),
    })
    expect(answer.status).toBe(200)
    return answer.headers.getSetCookie()
  }
  expect(await ended(['analytics', 'marketing'])).toEqual([])
  const lines = await ended(['analytics'])
  for (const name of named) {
    const own = lines.filter(line => line.startsWith(`${name}=; Max-Age=0`))
    expect(own.some(line => line.includes('Path=/;'))).toBe(true)
    expect(own.some(line => line.includes('Path=/fi/lelut'))).toBe(true)
  }
})

test('proves: policy.change (only what grew is asked again, by words of its own, and the rest goes on)', async () => {
  const refused = await here.choose([])
  const agree = () => here.choose(['analytics', 'marketing'], { without: ['tuike-video'] })
  const [held, other] = [await agree(), await agree()]
  const { v, e } = payloadOf(held)
  await here.usePolicy(SHOP_POLICY)
  here.turn({ count: 1, unit: 'hour' })

  const asked = { since: v, purposes: ['analytics'] }
  const layer = await fetch(`${here.url}/v1/details/fi?since=${v}&purposes=analytics`)
  expect(layer.status).toBe(200)
  const { words } = (await layer.json()) as { words: string }
  const yes = payloadOf(await here.choose(['analytics'], { asked, words, previous: held }))
  expect(Object.keys(yes.g)).toEqual(['analytics', 'marketing'])
  expect(yes).toMatchObject({ x: ['tuike-video'], e, r: ['personalisation'] })
  const no = payloadOf(await here.choose([], { asked, words, previous: other }))
  expect(Object.keys(no.g)).toEqual(['marketing'])
  // Who said no to it before is not asked, though it grew.
  const again = here.choose(['analytics'], { asked, words, previous: refused })
  await expect(again).rejects.toThrow(/409.*not-asked/)

  // A yes under the older words is none.
  const old = { words: payloadOf(held).w }
  await expect(here.choose(['analytics'], old)).rejects.toThrow(/409.*words-changed/)
})

type Download = {
  readonly says: { readonly granted: readonly { readonly purpose: string }[] }
  readonly proof: {
    readonly sha256: string
    readonly shown: Json
    readonly words: Json
    readonly entry?: { readonly seq: number; readonly hash: string }
  }
}

async function downloaded(receipt: string): Promise<Download> {
  const headers = { cookie: `lupaus_choice=${receipt}` }
  const answer = await fetch(`${here.url}/privacy/receipt`, { headers })
  expect(answer.headers.get('content-disposition')).toContain('attachment')
  return (await answer.json()) as Download
}

/** How many rows there are of all that a choice writes. */
async function kept(): Promise<Row | undefined> {
  const [row] = await here.lupaus.platform.db.rows<Row>(sql`
    select (select count(*) from consent.choices) as choices,
           (select count(*) from consent.proofs) as proofs,
           (select count(*) from consent.words) as words,
           (select count(*) from consent.withdrawals) as withdrawals,
           (select count(*) from consent.forgettings) as forgettings,
           (select count(*) from audit.entries) as entries`)
  return row
}

/** The newest refusal as it stands in the table, without the numbers that only the log knows it by. */
async function lastRefusal(): Promise<Row> {
  const [row] = await here.lupaus.platform.db.rows<Row>(sql`
    select (at at time zone 'utc')::text as at, version, lang, words, granted, refused, without,
           asked, since, of_age, proof, signals, via, source, receipt_id, replaces,
           lapses_at::text as lapses_at
      from consent.choices where receipt_id is null order by entry desc limit 1`)
  return row ?? {}
}

function payloadOf(token: string): ReceiptPayload {
  const body = Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()
  return JSON.parse(body) as ReceiptPayload
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
