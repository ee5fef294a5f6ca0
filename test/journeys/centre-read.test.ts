import { createHash } from 'node:crypto'
import axe from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { LANGS } from '../../src/base/lang.ts'
import { sql } from '../../src/platform/postgres.ts'
import { openBrowser } from '../browser.ts'
import { SHOP_POLICY, type World, world } from '../world.ts'
import { get, receiptOf, visitor } from './centre-pages.ts'

let lupaus: World
let browser: Browser

beforeAll(async () => {
  lupaus = await world()
  browser = await openBrowser()
})

afterAll(async () => {
  await browser.close()
  await lupaus[Symbol.asyncDispose]()
})

const NEWER = SHOP_POLICY.replace('Satukuja 3', 'Satukuja 5')
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const textAt = async (path: string) => (await get(lupaus, path)).text()

async function seen(promise: string): Promise<boolean | undefined> {
  const proofs = await lupaus.lupaus.prove()
  return proofs.find(proof => proof.promise === promise)?.kept
}

test('proves: policy.current-published, what is published is what is in force, before and after a change', async () => {
  for (const source of [SHOP_POLICY, NEWER, SHOP_POLICY]) {
    await lupaus.usePolicy(source)
    const { version } = lupaus.policy()

    expect(version).toBe(sha256(source))
    expect(sha256(await textAt('/privacy/policy.yaml'))).toBe(version)
    for (const lang of LANGS) {
      const answer = await get(lupaus, `/privacy/${lang}`)
      expect(answer.headers.get('lupaus-policy-version')).toBe(version)
      expect(answer.headers.get('content-language')).toBe(lang)
      expect((await answer.text()).includes('Satukuja 5')).toBe(source === NEWER)
    }
    expect(JSON.parse(await textAt('/privacy/policy.json'))['dct:identifier']).toBe(version)
  }
  expect(await seen('policy.current-published')).toBe(true)
})

test('proves: notice.versioned-and-dated, every version stays readable, dated and whole', async () => {
  await lupaus.usePolicy(SHOP_POLICY)
  await lupaus.usePolicy(NEWER)
  const old = sha256(SHOP_POLICY)

  for (const lang of LANGS) {
    const answer = await get(lupaus, `/privacy/versions/${old}/${lang}`)
    const text = await answer.text()
    expect(answer.headers.get('lupaus-policy-version')).toBe(old)
    expect(text).toContain('Satukuja 3')
    expect(text).toContain('2026-11-22')
    expect(text).toContain(`href="/privacy/${lang}"`)
    expect(await textAt(`/privacy/versions/${old.slice(0, 16)}/${lang}`)).toBe(text)
  }
  expect(sha256(await textAt(`/privacy/versions/${old}/policy.yaml`))).toBe(old)
  const list = await textAt('/privacy/versions?lang=en')
  for (const version of [old, sha256(NEWER)]) expect(list).toContain(version)
  expect(await seen('notice.versioned-and-dated')).toBe(true)
  await lupaus.usePolicy(SHOP_POLICY)
})

test('a version that never was, or half a hash, is not found', async () => {
  for (const version of ['0'.repeat(64), sha256(SHOP_POLICY).slice(0, 15), 'x'])
    expect((await get(lupaus, `/privacy/versions/${version}/en`)).status).toBe(404)
  const known = sha256(SHOP_POLICY)
  expect((await get(lupaus, `/privacy/versions/${known}/de`)).status).toBe(404)
})

test('the notice comes as a page, as Markdown and as text, and is not sent twice', async () => {
  const page = await get(lupaus, '/privacy/sv')
  const etag = page.headers.get('etag') ?? ''
  expect(page.headers.get('link')).toContain(`<${lupaus.url}/privacy/fi>; rel="alternate"`)
  expect((await get(lupaus, '/privacy/sv', { 'if-none-match': etag })).status).toBe(304)
  expect((await get(lupaus, '/privacy/sv', { 'if-none-match': '"other"' })).status).toBe(200)
  expect((await get(lupaus, '/privacy/sv.md')).headers.get('content-type')).toContain('markdown')
  expect((await get(lupaus, '/privacy/sv.txt')).headers.get('content-type')).toContain('plain')
})

test('a receipt is downloaded, says everything in words, and proves itself', async () => {
  const { context, page, open } = await visitor(browser, lupaus, { lang: 'en' })
  await open()
  await page.locator('input[name=purpose][value=analytics]').check()
  await page.locator('button[value=save]').click()
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Download the receipt' }).click()
  const file = await download
  expect(file.suggestedFilename()).toMatch(/^lupaus-receipt-\d{4}-\d{2}-\d{2}\.json$/)
  const receipt = await receiptOf(context)
  const cookie = `lupaus_choice=${receipt}`
  const text = await (await get(lupaus, '/privacy/receipt', { cookie })).text()
  const told = JSON.parse(text)
  expect(told.receipt).toBe(receipt)
  expect(told.says.granted.map((one: { purpose: string }) => one.purpose)).toEqual(['analytics'])
  expect(told.words.shown.first.title.length).toBeGreaterThan(5)
  expect((await get(lupaus, new URL(told.policy.read).pathname)).status).toBe(200)

  await open('/privacy/receipt/check')
  await page.getByLabel('Receipt').fill(text)
  await page.getByRole('button', { name: 'Check' }).click()
  expect(await page.textContent('.verdict')).toContain('still in force')

  await page.getByLabel('Receipt').fill(`${receipt.slice(0, -3)}AAA`)
  await page.getByRole('button', { name: 'Check' }).click()
  expect(await page.textContent('.verdict')).toContain('not genuine')

  await open()
  await page.getByRole('button', { name: 'Withdraw all consent' }).click()
  await open('/privacy/receipt/check')
  await page.getByLabel('Receipt').fill(receipt)
  await page.getByRole('button', { name: 'Check' }).click()
  expect(await page.textContent('.verdict')).toContain('no longer in force')
  await context.close()
})

test('the words of a receipt outlive the policy they came from', async () => {
  const cookie = `lupaus_choice=${await lupaus.choose(['analytics'])}`
  await lupaus.usePolicy(NEWER)
  const told = JSON.parse(await (await get(lupaus, '/privacy/receipt', { cookie })).text())
  await lupaus.usePolicy(SHOP_POLICY)

  expect(told.words.shown).toBeDefined()
  expect(told.policy.version).toBe(sha256(SHOP_POLICY).slice(0, 16))
})

test.for([undefined, 'lupaus_choice=', 'lupaus_choice=e30.e30.AAAA'])(
  'without a genuine receipt there is nothing to download (%s)',
  async cookie => {
    const answer = await get(lupaus, '/privacy/receipt?lang=en', cookie ? { cookie } : {})
    expect(answer.status).toBe(404)
    expect(await answer.text()).toContain('There is no receipt yet')
  },
)

test('a promise is called kept only when it was seen, and broken ones come first', async () => {
  const { audit } = lupaus.lupaus
  const before = JSON.parse(await textAt('/promises.json'))
  const slugs: string[] = before.promises.map((one: { slug: string }) => one.slug)
  const last = slugs.at(-1) ?? ''
  const saw = { fi: 'Nähtiin 3.', sv: 'Sågs 3.', en: 'Saw 3.' }

  await audit.append({
    act: 'probe.saw',
    by: 'prove',
    details: { promise: last, kept: false, saw },
  })

  const [first, ...others] = JSON.parse(await textAt('/promises.json')).promises
  expect(first).toMatchObject({ slug: last, status: 'broken', saw, old: false })
  for (const one of others)
    expect(one.status === 'kept').toBe(one.saw !== undefined && one.status !== 'broken')
  for (const lang of LANGS) expect(await textAt(`/promises?lang=${lang}`)).toContain(saw[lang])
  const page = await textAt('/promises?lang=en')
  for (const slug of slugs) expect(page).toContain(`id="${slug}"`)
})

test('a sighting says that it is old after 48 hours, and not before', async () => {
  await lupaus.lupaus.prove()
  const old = 'more than two days ago'

  lupaus.turn({ count: 48, unit: 'hour' })
  expect(await textAt('/promises?lang=en')).not.toContain(old)
  lupaus.turn({ count: 1, unit: 'second' })
  expect(await textAt('/promises?lang=en')).toContain(old)
})

test('every probe of the pages finds its promise kept', async () => {
  const slugs = [
    'policy.current-published',
    'notice.versioned-and-dated',
    'notice.explains-technology',
    'device.vendor-per-tracker',
    'consent.refuse-nonessential',
    'consent.withdraw',
  ]
  const proofs = await lupaus.lupaus.prove()
  const kept = proofs.filter(proof => proof.kept).map(({ promise }) => promise)
  expect(kept).toEqual(expect.arrayContaining(slugs))
})

test('a policy text that an intruder altered in the database breaks both promises about it', async () => {
  const { db } = lupaus.lupaus.platform
  const { version } = lupaus.policy()
  const alter = (source: string) =>
    db.within(async tx => {
      await tx.rows(sql`alter table versions.texts disable trigger texts_stay`)
      await tx.rows(sql`update versions.texts set source = ${source} where version = ${version}`)
      await tx.rows(sql`alter table versions.texts enable trigger texts_stay`)
    })
  const about = ['notice.versioned-and-dated', 'policy.current-published']

  await alter(SHOP_POLICY.replace('Satukuja 3', 'Satukuja 4'))
  const proofs = await lupaus.lupaus.prove()
  await alter(SHOP_POLICY)

  const broken = proofs.filter(proof => !proof.kept).map(({ promise }) => promise)
  expect(broken).toEqual(expect.arrayContaining(about))
  const again = await lupaus.lupaus.prove()
  const kept = again.filter(proof => proof.kept).map(({ promise }) => promise)
  expect(kept).toEqual(expect.arrayContaining(about))
})

const PAGES = [
  '/privacy',
  '/privacy/device',
  '/privacy/why',
  '/privacy/receipts',
  '/privacy/data',
  '/privacy/erase',
  '/privacy/rights',
  '/privacy/age',
  '/privacy/receipt/check',
  '/privacy/versions',
  '/promises',
  '/privacy/fi',
  '/privacy/nothing',
]

test.for(LANGS)('axe finds nothing to complain of in %s, light and dark', async lang => {
  const context = await browser.newContext({ reducedMotion: 'reduce' })
  await context.route('**/lupaus.js', route => route.abort())
  const cookies = {
    lupaus_choice: await lupaus.choose(['analytics'], { lang }),
    lupaus_a: 'A'.repeat(22),
    stranger: '1',
  }
  for (const [name, value] of Object.entries(cookies))
    await context.addCookies([{ name, value, url: lupaus.url }])
  const page = await context.newPage()
  for (const path of PAGES) {
    await page.emulateMedia({ colorScheme: 'light' })
    const query = `lang=${lang}&did=saved&purposes=marketing`
    await page.goto(`${lupaus.url}${path.replace('/fi', `/${lang}`)}?${query}`)
    expect(await page.getAttribute('html', 'lang')).toBe(lang)
    await page.evaluate(() => {
      for (const details of document.querySelectorAll('details')) details.open = true
    })
    await page.evaluate(axe.source)
    expect(await complaints(page, {})).toEqual([])
    await page.emulateMedia({ colorScheme: 'dark' })
    // Only the colours differ in the dark.
    expect(await complaints(page, { runOnly: ['color-contrast'] })).toEqual([])
  }
  await context.close()
})

async function complaints(page: Page, options: axe.RunOptions): Promise<string[]> {
  const found = await page.evaluate(
    asked => (globalThis as unknown as { axe: typeof axe }).axe.run(document, asked),
    { ...options, resultTypes: ['violations'] } satisfies axe.RunOptions,
  )
  expect(found.passes.length).toBeGreaterThan(0)
  return found.violations.map(({ id, nodes }) => `${page.url()} ${id} ${nodes[0]?.html}`)
}

test.for([
  ['GET', '/privacy/nothing', 404],
  ['GET', '/privacy/choices', 405],
  ['GET', '/privacy/device/erase', 405],
  ['DELETE', '/privacy/erase', 405],
  ['POST', '/privacy/erase', 400],
  ['DELETE', '/privacy', 405],
  ['POST', '/promises', 405],
  ['PUT', '/privacy/fi', 405],
  ['POST', '/privacy/choices', 400],
] as const)('%s %s is answered %i, by a page in plain words', async ([method, path, status]) => {
  const answer = await fetch(`${lupaus.url}${path}`, {
    method,
    headers: { 'accept-language': 'sv', 'content-type': 'application/x-www-form-urlencoded' },
    ...(method === 'POST' ? { body: 'x=1' } : {}),
  })
  const text = await answer.text()
  expect(answer.status).toBe(status)
  expect(text).toContain('<html lang="sv"')
  expect(text).not.toMatch(/Error|stack|node_modules|\.ts/)
  if (status === 405) expect(answer.headers.get('allow')).toMatch(/GET|POST/)
})

test('a body that is too large or of an unknown kind is a page in plain words too', async () => {
  for (const [type, body] of [
    ['application/x-www-form-urlencoded', `receipt=${'x'.repeat(300_000)}`],
    ['text/odd', 'x'],
  ] as const) {
    const url = `${lupaus.url}/privacy/receipt/check`
    const answer = await fetch(url, { method: 'POST', headers: { 'content-type': type }, body })
    expect(answer.status).toBe(400)
    expect(await answer.text()).toContain('<h1>')
  }
})

test('every page is guarded, and what belongs to one visitor is kept by no cache', async () => {
  for (const path of [...PAGES, '/privacy/receipt', '/assets/page.css', '/privacy/policy.json']) {
    const { headers } = await get(lupaus, path)
    const csp = headers.get('content-security-policy')
    expect(csp).toContain("default-src 'none'")
    expect(csp).not.toContain('unsafe')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('referrer-policy')).toBe('same-origin')
  }
  expect((await get(lupaus, '/privacy')).headers.get('cache-control')).toBe('no-store')
  expect((await get(lupaus, '/promises')).headers.get('cache-control')).toBe('public, no-cache')
})

test('reading changes nothing: no cookie, no row, no entry', async () => {
  const count = async () =>
    lupaus.lupaus.platform.db.rows(sql`
      select (select count(*) from audit.entries) as entries,
             (select count(*) from consent.choices) as choices`)
  const before = await count()
  for (const path of [
    ...PAGES,
    '/privacy/receipt',
    '/privacy?choice=all',
    '/privacy/erase?what=mine&sure=yes',
    '/privacy/device?erased=shop_cart',
    '/privacy/data.json',
    '/privacy/policy.jsonld',
    '/privacy/policy.yaml',
  ]) {
    const answer = await get(lupaus, path)
    expect(answer.headers.getSetCookie()).toEqual([])
  }
  expect(await count()).toEqual(before)
})

test('a stranger’s text in the address or a cookie never becomes markup', async () => {
  const answer = await get(lupaus, '/privacy?lang=%3Cscript%3E&did=%22%3E%3Cb%3E', {
    cookie: '<img src=x>=1; a"b=2',
  })
  const text = await answer.text()
  expect(answer.status).toBe(200)
  expect(text).not.toContain('<img src=x>')
  expect(text).not.toContain('<b>')
})
