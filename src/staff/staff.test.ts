import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { after } from '../base/time.ts'
import { openAudit } from '../audit/index.ts'
import { openHttp, type Http } from '../platform/http.ts'
import { sql } from '../platform/postgres.ts'
import { scratch, type Scratch } from '../../test/scratch/index.ts'
import { openStaff, type Staff } from './index.ts'
import { TRIES_PER_ACCOUNT } from './attempts.ts'

const PASSWORD = 'seitsemän veljestä metsässä'
const ALMA = { email: 'alma@pikkukettu.example', name: 'Alma Aalto', password: PASSWORD }
const WRONG = 'vihreä norsu kiipesi puuhun'

let world: Scratch
let staff: Staff
let http: Http

beforeAll(async () => {
  world = await scratch('2026-11-22T09:00:00Z')
})

afterAll(() => world[Symbol.asyncDispose]())

beforeEach(async () => {
  await world.drop('audit')
  await world.drop('staff')
  await world.migrate('audit')
  await world.migrate('staff')
  const { platform } = world
  staff = await openStaff({ platform, audit: openAudit(platform.db, platform.clock) })
  http = await openHttp({ trustProxy: 1 })
  staff.routes(http)
  http.get('/for-administrators', { onRequest: staff.requires('administrator') }, async () => 'in')
  http.get('/for-analysts', { onRequest: staff.requires('analyst') }, async () => 'in')
})

afterEach(() => http.close())

test('there is no account until the one-time link is used', async () => {
  const rows = await world.platform.db.rows(sql`select member_id from staff.members`)
  expect(rows).toEqual([])
  expect((await signIn(ALMA.email, PASSWORD)).statusCode).toBe(401)
  expect((await signIn('admin', 'admin')).statusCode).toBe(400)
})

test('the link carries at least 128 bits in its fragment and is not kept in clear', async () => {
  const link = (await staff.setupLink('https://shop.example')) ?? ''
  expect(link).toMatch(/^https:\/\/shop\.example\/console\/setup#[\w-]{22,}$/)
  const [kept] = await world.platform.db.rows<{ text: string }>(
    sql`select row_to_json(l)::text as text from staff.setup_links l`,
  )
  expect(kept?.text).not.toContain(tokenOf(link))
})

test('the link makes one administrator, and only one', async () => {
  const token = tokenOf(await staff.setupLink('https://shop.example'))
  const answers = await Promise.all(
    [1, 2, 3, 4].map(n => setUp(token, { ...ALMA, email: `alma${n}@pikkukettu.example` })),
  )
  const statuses = answers.map(answer => answer.statusCode)
  expect(statuses.toSorted((a, b) => a - b)).toEqual([201, 410, 410, 410])
  expect(answers.find(answer => answer.statusCode === 201)?.json()).toMatchObject({
    role: 'administrator',
  })
  expect(await staff.setupLink('https://shop.example')).toBeUndefined()
})

test('the link works for 24 hours and not a second longer', async () => {
  const token = tokenOf(await staff.setupLink('https://shop.example'))
  world.pass({ count: 24, unit: 'hour' })
  const late = await setUp(token)
  expect(late.statusCode).toBe(410)
  expect(late.json()).toMatchObject({ error: 'staff.link-gone' })

  const fresh = tokenOf(await staff.setupLink('https://shop.example'))
  world.pass({ count: 86_399, unit: 'second' })
  expect((await setUp(fresh)).statusCode).toBe(201)
})

test('a new link replaces the older one', async () => {
  const old = tokenOf(await staff.setupLink('https://shop.example'))
  const fresh = tokenOf(await staff.setupLink('https://shop.example'))
  expect((await setUp(old)).statusCode).toBe(410)
  expect((await setUp(fresh)).statusCode).toBe(201)
})

test.for([
  ['eleven c', 'staff.password-short'],
  ['Password1234', 'staff.password-common'],
  ['qwertyuiop12', 'staff.password-common'],
  ['123456789012', 'staff.password-common'],
  ['abababababab', 'staff.password-common'],
  ['alma@pikkukettu.example', 'staff.password-personal'],
  ['Alma Aalto 26', 'staff.password-personal'],
] as const)('the password `%s` is refused, and the link stays', async ([password, code]) => {
  const token = tokenOf(await staff.setupLink('https://shop.example'))
  const answer = await setUp(token, { ...ALMA, password })
  expect([answer.statusCode, answer.json().error]).toEqual([422, code])
  expect((await setUp(token)).statusCode).toBe(201)
})

test('a password may have 256 characters and not 257', async () => {
  const token = tokenOf(await staff.setupLink('https://shop.example'))
  const long = 'kesä yö '.repeat(32)
  expect((await setUp(token, { ...ALMA, password: `${long}x` })).statusCode).toBe(400)
  expect((await setUp(token, { ...ALMA, password: `x${long.slice(1)}` })).statusCode).toBe(201)
})

test('passwords and session tokens are kept only as hashes', async () => {
  const cookie = await almaSignedIn()
  const rows = await world.platform.db.rows<{ text: string }>(sql`
    select row_to_json(m)::text as text from staff.members m
    union all select row_to_json(s)::text from staff.sessions s`)
  const all = rows.map(row => row.text).join()
  expect(all).toContain('$argon2id$v=19$m=19456,t=2,p=1$')
  expect(all).not.toContain(PASSWORD)
  expect(all).not.toContain(cookie.split('=')[1])
  expect(cookie.split('=')[1]).toMatch(/^[\w-]{43}$/)
})

test('the cookie is out of reach of scripts and other sites, and prefixed over https', async () => {
  await almaSignedIn()
  const plain = await signIn(ALMA.email, PASSWORD)
  expect(plain.headers['set-cookie']).toMatch(
    /^lupaus_staff=[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; SameSite=Strict$/,
  )
  const secure = await signIn(ALMA.email, PASSWORD, { 'x-forwarded-proto': 'https' })
  expect(secure.headers['set-cookie']).toMatch(
    /^__Host-lupaus_staff=[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; Secure; SameSite=Strict$/,
  )
})

test('over https a cookie that a plain page could have set counts for nothing', async () => {
  const cookie = await almaSignedIn()
  const https = { 'x-forwarded-proto': 'https' }
  expect((await me(cookie, https)).statusCode).toBe(401)
  expect((await me(cookie)).statusCode).toBe(200)
})

test('an unknown account, a wrong password and a disabled account get the same answer', async () => {
  await almaSignedIn()
  const wrong = await signIn(ALMA.email, WRONG)
  const unknown = await signIn('nobody@pikkukettu.example', WRONG)
  await staff.disable((await onlyMember()).member_id, 'system')
  const disabled = await signIn(ALMA.email, PASSWORD)
  expect(wrong.statusCode).toBe(401)
  expect([unknown.statusCode, unknown.body]).toEqual([wrong.statusCode, wrong.body])
  expect([disabled.statusCode, disabled.body]).toEqual([wrong.statusCode, wrong.body])
  expect(unknown.headers['set-cookie']).toBeUndefined()
})

test('of parallel guesses only the allowed number is looked at, known account or not', async () => {
  await almaSignedIn()
  for (const email of [ALMA.email, 'nobody@pikkukettu.example']) {
    const guesses = Array.from({ length: 30 }, (_, i) =>
      signIn(email, WRONG, { 'x-forwarded-for': `192.0.2.${i}` }),
    )
    const statuses = (await Promise.all(guesses)).map(answer => answer.statusCode)
    expect(statuses.filter(status => status === 401)).toHaveLength(TRIES_PER_ACCOUNT)
    expect(statuses.filter(status => status === 429)).toHaveLength(30 - TRIES_PER_ACCOUNT)
  }
  expect((await signIn(ALMA.email, PASSWORD)).statusCode).toBe(429)
  world.pass({ count: 15, unit: 'minute' })
  expect((await signIn(ALMA.email, PASSWORD)).statusCode).toBe(201)
})

test('one address cannot try many accounts', async () => {
  const tries = Array.from({ length: 41 }, (_, i) => signIn(`a${i}@pikkukettu.example`, WRONG))
  const statuses = (await Promise.all(tries)).map(answer => answer.statusCode)
  expect(statuses.filter(status => status === 429)).toHaveLength(1)
})

test('neither an address nor a tried name is kept in clear', async () => {
  await signIn('secret-name@pikkukettu.example', WRONG, { 'x-forwarded-for': '192.0.2.77' })
  const rows = await world.platform.db.rows<{ text: string }>(sql`
    select row_to_json(a)::text as text from staff.attempts a
    union all select row_to_json(e)::text from audit.entries e`)
  const all = rows.map(row => row.text).join()
  expect(rows).toHaveLength(3)
  expect(all).not.toContain('secret-name')
  expect(all).not.toContain('192.0.2.77')
})

test('a session ends after 30 idle minutes', async () => {
  const cookie = await almaSignedIn()
  world.pass({ count: 29, unit: 'minute' })
  expect((await me(cookie)).statusCode).toBe(200)
  world.pass({ count: 29, unit: 'minute' })
  expect((await me(cookie)).statusCode).toBe(200)
  world.pass({ count: 30, unit: 'minute' })
  expect((await me(cookie)).statusCode).toBe(401)
})

test('a session ends after 12 hours however busy it is', async () => {
  const cookie = await almaSignedIn()
  for (let at = 20; at < 12 * 60; at += 20) {
    world.pass({ count: 20, unit: 'minute' })
    expect((await me(cookie)).statusCode).toBe(200)
  }
  world.pass({ count: 20, unit: 'minute' })
  expect((await me(cookie)).statusCode).toBe(401)
})

test('a new password ends every session but the fresh one', async () => {
  const first = await almaSignedIn()
  const second = cookieIn(await signIn(ALMA.email, PASSWORD))
  const body = { current: PASSWORD, next: 'kahdeksas veli on keksitty' }
  const answer = await post('/v1/staff/password', body, { cookie: first })
  expect(answer.statusCode).toBe(201)
  expect((await me(first)).statusCode).toBe(401)
  expect((await me(second)).statusCode).toBe(401)
  expect((await me(cookieIn(answer))).statusCode).toBe(200)
  expect((await signIn(ALMA.email, PASSWORD)).statusCode).toBe(401)
  expect((await signIn(ALMA.email, body.next)).statusCode).toBe(201)
})

test('a password is not changed without the old one', async () => {
  const cookie = await almaSignedIn()
  const body = { current: WRONG, next: 'kahdeksas veli on keksitty' }
  expect((await post('/v1/staff/password', body, { cookie })).statusCode).toBe(401)
  expect((await me(cookie)).statusCode).toBe(200)
  expect((await signIn(ALMA.email, PASSWORD)).statusCode).toBe(201)
})

test('disabling an account ends its sessions at once', async () => {
  const cookie = await almaSignedIn()
  await staff.disable((await onlyMember()).member_id, 'system')
  expect((await me(cookie)).statusCode).toBe(401)
})

test('signing in again from the same browser ends its older session', async () => {
  const old = await almaSignedIn()
  const fresh = cookieIn(await signIn(ALMA.email, PASSWORD, { cookie: old }))
  expect(fresh).not.toBe(old)
  expect((await me(old)).statusCode).toBe(401)
  expect((await me(fresh)).statusCode).toBe(200)
})

test('signing out ends the session on the server, not only in the browser', async () => {
  const cookie = await almaSignedIn()
  const answer = await http.inject({
    method: 'DELETE',
    url: '/v1/staff/sessions/current',
    headers: { cookie },
  })
  expect(answer.statusCode).toBe(204)
  expect(String(answer.headers['set-cookie'])).toContain('lupaus_staff=;')
  expect((await me(cookie)).statusCode).toBe(401)
})

test('a route lets in the roles it names and nobody else', async () => {
  const cookie = await almaSignedIn()
  expect((await get('/for-administrators', cookie)).statusCode).toBe(200)
  expect((await get('/for-analysts', cookie)).statusCode).toBe(403)
  expect((await get('/for-administrators', '')).statusCode).toBe(401)
  expect((await get('/for-administrators', 'lupaus_staff=x')).statusCode).toBe(401)
})

test.for([
  [{ 'sec-fetch-site': 'cross-site' }, 403],
  [{ 'sec-fetch-site': 'same-site' }, 403],
  [{ origin: 'https://evil.example' }, 403],
  [{ origin: 'null' }, 403],
  [{ 'content-type': 'text/plain' }, 415],
  [{ 'content-type': 'application/x-www-form-urlencoded' }, 415],
  [{ 'sec-fetch-site': 'same-origin' }, 201],
  [{ host: 'shop.example', origin: 'http://shop.example' }, 201],
  [{ host: 'shop.example', origin: 'http://shop.example:81' }, 403],
] as const)('a sign-in with the headers %j is answered %i', async ([headers, status]) => {
  await almaSignedIn()
  expect((await signIn(ALMA.email, PASSWORD, headers)).statusCode).toBe(status)
})

test('every act is in the audit log, in the order it was done', async () => {
  const cookie = await almaSignedIn()
  await signIn(ALMA.email, WRONG)
  await http.inject({ method: 'DELETE', url: '/v1/staff/sessions/current', headers: { cookie } })
  const acts = await world.platform.db.rows<{ act: string }>(
    sql`select act from audit.entries order by seq`,
  )
  expect(acts.map(row => row.act)).toEqual([
    'staff.setup-link-made',
    'staff.account-created',
    'staff.signed-in',
    'staff.sign-in-failed',
    'staff.signed-out',
  ])
})

test('what is kept of staff can be found when it lapses, and erased', async () => {
  await almaSignedIn()
  await signIn(ALMA.email, WRONG)
  const now = world.platform.clock.now()
  expect(await holding('staff.sessions')?.lapsed(now)).toEqual([])
  const later = after(now, { count: 13, unit: 'hour' })
  const sessions = (await holding('staff.sessions')?.lapsed(later)) ?? []
  expect(sessions).toHaveLength(1)
  expect(await holding('staff.sessions')?.erase(sessions)).toBe(1)
  const tries = (await holding('staff.attempts')?.lapsed(later)) ?? []
  expect(await holding('staff.attempts')?.erase(tries)).toBe(tries.length)
  expect(tries).toHaveLength(2)
  expect(await holding('staff.members')?.erase([(await onlyMember()).member_id])).toBe(1)
  expect(await world.platform.db.rows(sql`select member_id from staff.members`)).toEqual([])
})

test('what cannot be written down is not done', async () => {
  await almaSignedIn()
  await world.platform.db.rows(sql`alter table audit.entries rename to elsewhere`)
  expect((await signIn(ALMA.email, PASSWORD)).statusCode).toBe(500)
  const sessions = await world.platform.db.rows(sql`select member_id from staff.sessions`)
  expect(sessions).toHaveLength(1)
})

async function almaSignedIn(): Promise<string> {
  const answer = await setUp(tokenOf(await staff.setupLink('https://shop.example')))
  expect(answer.statusCode).toBe(201)
  return cookieIn(answer)
}

function setUp(token: string, who = ALMA) {
  return post('/v1/staff/setup', { token, ...who })
}

function signIn(email: string, password: string, headers: Record<string, string> = {}) {
  return post('/v1/staff/sessions', { email, password }, headers)
}

function post(url: string, body: object, headers: Record<string, string> = {}) {
  const json = { 'content-type': 'application/json' }
  const payload = JSON.stringify(body)
  return http.inject({ method: 'POST', url, payload, headers: { ...json, ...headers } })
}

function holding(table: string) {
  return staff.holdings.find(one => one.table === table)
}

function get(url: string, cookie: string) {
  return http.inject({ url, headers: { cookie } })
}

function me(cookie: string, headers: Record<string, string> = {}) {
  return http.inject({ url: '/v1/staff/me', headers: { cookie, ...headers } })
}

function cookieIn(answer: { headers: object }): string {
  const set = 'set-cookie' in answer.headers ? String(answer.headers['set-cookie']) : ''
  return set.split(';')[0] ?? ''
}

function tokenOf(link: string | undefined): string {
  return link?.split('#')[1] ?? ''
}

async function onlyMember(): Promise<{ member_id: string }> {
  const [row] = await world.platform.db.rows<{ member_id: string }>(
    sql`select member_id from staff.members`,
  )
  if (!row) throw new Error('there is no member')
  return row
}
