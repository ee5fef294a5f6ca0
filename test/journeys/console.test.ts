import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sql } from '../../src/platform/postgres.ts'
import { openBrowser } from '../browser.ts'
import { consoleWorld, fill, shopPolicy, type ConsoleWorld } from '../scratch/console-world.ts'

const PASSWORD = 'seitsemän veljestä metsässä'
const EMAIL = 'alma@pikkukettu.example'
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
/** Where pictures of the pages go, when somebody wants to look at them. */
const SHOTS = process.env['LUPAUS_SHOTS']

let running: ConsoleWorld
let browser: Browser
let signedIn: Awaited<ReturnType<Awaited<ReturnType<Browser['newContext']>>['storageState']>>

beforeAll(async () => {
  running = await consoleWorld()
  browser = await openBrowser()
})

afterAll(async () => {
  await browser?.close()
  await running?.[Symbol.asyncDispose]()
})

test('somebody with the link makes the account, sees that nothing is there yet, and signs out', async () => {
  const page = await open('en-GB')
  await page.goto(running.setupLink)
  await page.getByLabel('Your name').fill('Alma Aalto')
  await page.getByLabel('E-mail address').fill(EMAIL)
  await page.getByLabel('Password', { exact: true }).fill('short')
  await page.getByRole('button', { name: 'Make the account' }).click()
  await page.getByText('The password is too short').waitFor()
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Make the account' }).click()
  await page.getByText('Nothing was kept in this period').waitFor()
  expect(page.url()).not.toContain('#')
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.getByRole('heading', { name: 'Sign in' }).waitFor()
  await page.goto(`${running.origin}/console`)
  await page.getByRole('heading', { name: 'Sign in' }).waitFor()
  await close(page)
})

test('the link is of no use the second time', async () => {
  const page = await open('en-GB')
  await page.goto(running.setupLink)
  await page.getByLabel('Your name').fill('Mallory')
  await page.getByLabel('E-mail address').fill('mallory@pikkukettu.example')
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Make the account' }).click()
  await page.getByText('The link was used or replaced').waitFor()
  await close(page)
})

test('the figures on the page are the figures of the database, as chart and as table', async () => {
  await fill(running)
  const page = await open('en-GB')
  await signIn(page)
  // Thirty days of 10 + n % 5 visits: 6 × (10 + 11 + 12 + 13 + 14).
  expect(await kpi(page, 'Visits')).toContain('360')
  expect(await kpi(page, 'Page views')).toContain('1,080')
  expect(await kpi(page, 'Visits')).toContain('100% more than before')
  expect(await kpi(page, 'Visits with a purchase')).toContain('30')
  expect(await kpi(page, 'Sales')).toContain('€897.00')
  expect(await kpi(page, 'Refused by rule')).toContain('1,848')
  const chart = page.getByRole('img', { name: /360 visits and 1,080 page views/ })
  // The tooltip is drawn too: one of HTML would need styles that the page forbids.
  await chart.hover()
  const views = page.getByRole('region', { name: 'Visits and page views by day' })
  await views.getByText('Table', { exact: true }).click()
  expect(await views.locator('tbody tr').count()).toBe(30)
  await page.getByText('line 66 of the policy').first().waitFor()
  expect(await page.locator('[data-made-up]').count()).toBe(0)
  await close(page)
})

test('seven days, then own dates, show their own sums', async () => {
  const page = await open('en-GB')
  await page.goto(`${running.origin}/console`)
  await page.getByText('7 days', { exact: true }).click()
  await page.waitForURL(/days=7/)
  // Days 0 to 6 back: 10 + 11 + 12 + 13 + 14 + 10 + 11.
  await page.locator('[data-kpi="Visits"]', { hasText: '81' }).waitFor()
  await page.getByText('Own dates').click()
  await page.getByLabel('First day').fill(running.today)
  await page.getByLabel('Last day').fill('2020-01-01')
  await page.getByRole('button', { name: 'Show' }).click()
  await page.getByText('Choose a first day that is not after the last').waitFor()
  await page.getByLabel('Last day').fill(running.today)
  await page.getByRole('button', { name: 'Show' }).click()
  await page.locator('[data-kpi="Visits"]', { hasText: '10' }).waitFor()
  await close(page)
})

test('a policy that promises no analytics shows no figures, and says why', async () => {
  running.setPolicy(shopPolicy([]))
  const page = await open('en-GB')
  await page.goto(`${running.origin}/console`)
  await page.getByText('The policy promises no analytics').waitFor()
  expect(await page.locator('[data-kpi]').count()).toBe(0)
  running.setPolicy(shopPolicy())
  await close(page)
})

test('when the server fails the page says so, and trying again helps', async () => {
  const page = await open('en-GB')
  await page.route('**/v1/reports/**', route => route.fulfill({ status: 400, body: 'no' }))
  await page.goto(`${running.origin}/console`)
  await page.getByText('This could not be loaded').waitFor()
  await page.unroute('**/v1/reports/**')
  await page.getByRole('button', { name: 'Try again' }).click()
  await page.locator('[data-kpi="Visits"]').waitFor()
  await close(page)
})

test('made-up answers put a label on the page', async () => {
  const { db } = running.world.platform
  await db.rows(sql`
    insert into consent.made_up (day, lang, outcome, choices)
    values (${running.today}, 'fi', 'all', 1)`)
  const page = await open('en-GB')
  await page.goto(`${running.origin}/console`)
  await page.getByText('Made-up visits').waitFor()
  await db.rows(sql`delete from consent.made_up`)
  await close(page)
})

test('what was refused has a page of its own, and a file that the audit log vouches for', async () => {
  const page = await open('en-GB')
  await page.goto(`${running.origin}/console`)
  await page.getByRole('link', { name: 'Everything refused' }).click()
  await page.getByText('1,848 refusals in all').waitFor()
  const reasons = page.getByRole('region', { name: 'Reasons' })
  expect(await reasons.innerText()).toContain('The visitor had not agreed to it')
  const saving = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Save as evidence (CSV)' }).click()
  const file = readFileSync(await (await saving).path())
  const sha256 = createHash('sha256').update(file).digest('hex')
  await page.getByText(`has its SHA-256, ${sha256.slice(0, 16)}…`).waitFor()
  const sum = file
    .toString()
    .trimEnd()
    .split('\r\n')
    .slice(1)
    .reduce((all, row) => all + Number(row.split(',').at(-1)), 0)
  expect(sum).toBe(1848)
  await close(page)
})

test('the products sort by keyboard', async () => {
  const page = await open('en-GB')
  await page.goto(`${running.origin}/console`)
  const head = page.getByRole('button', { name: 'Product', exact: true })
  await head.focus()
  await page.keyboard.press('Enter')
  const sorted = page.locator('th[aria-sort="ascending"]')
  await sorted.waitFor()
  const table = page.getByRole('region', { name: 'Products' })
  expect(await table.locator('tbody tr').first().innerText()).toContain('Palapeli')
  await close(page)
})

test.for([
  ['fi-FI', 'light', 390],
  ['fi-FI', 'dark', 1280],
  ['sv-FI', 'light', 1280],
  ['sv-FI', 'dark', 390],
  ['en-GB', 'light', 1280],
  ['en-GB', 'dark', 390],
] as const)(
  '%s, %s, %i px: axe finds nothing, nothing is cut off',
  async ([locale, scheme, width]) => {
    const look = { colorScheme: scheme, viewport: { width, height: 900 } }
    const page = await open(locale, look)
    await page.goto(`${running.origin}/console/sign-in`)
    await page.locator('input[type=password]').waitFor()
    expect(await violations(page)).toEqual([])
    await shoot(page, `sign-in-${locale}-${scheme}-${width}`)
    await page.goto(`${running.origin}/console`)
    await page.locator('canvas').nth(1).waitFor()
    expect(await violations(page)).toEqual([])
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    expect(overflow).toBeLessThanOrEqual(0)
    expect(await page.evaluate(() => document.documentElement.lang)).toBe(locale.slice(0, 2))
    await shoot(page, `overview-${locale}-${scheme}-${width}`)
    await page.goto(`${running.origin}/console/refused`)
    await page.locator('table').nth(1).waitFor()
    expect(await violations(page)).toEqual([])
    await shoot(page, `refused-${locale}-${scheme}-${width}`)
    await close(page)
  },
)

async function open(locale: string, more: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({
    locale,
    timezoneId: 'Europe/Helsinki',
    ...(signedIn ? { storageState: signedIn } : {}),
    ...more,
  })
  const page = await context.newPage()
  await page.addInitScript(() => {
    Reflect.set(globalThis, 'blocked', [])
    addEventListener('securitypolicyviolation', event =>
      Reflect.get(globalThis, 'blocked').push(`${event.violatedDirective} ${event.blockedURI}`),
    )
  })
  return page
}

/** Every page of every test ends here: its content policy must not have stopped anything. */
async function close(page: Page): Promise<void> {
  expect(await page.evaluate(() => Reflect.get(globalThis, 'blocked'))).toEqual([])
  await page.context().close()
}

async function signIn(page: Page): Promise<void> {
  await page.goto(`${running.origin}/console`)
  await page.getByLabel('E-mail address').fill(EMAIL)
  await page.getByLabel('Password', { exact: true }).fill('vihreä norsu kiipesi puuhun')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByText('The e-mail address or the password is wrong').waitFor()
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.locator('[data-kpi="Visits"]').waitFor()
  signedIn = await page.context().storageState()
}

function kpi(page: Page, label: string): Promise<string> {
  return page.locator(`[data-kpi="${label}"]`).innerText()
}

async function violations(page: Page): Promise<string[]> {
  // Past the policy of the page: axe is ours, and comes from outside it.
  await page.evaluate(AXE)
  const found: { violations: { id: string; nodes: { html: string }[] }[] } = await page.evaluate(
    'axe.run({ resultTypes: ["violations"] })',
  )
  return found.violations.map(one => `${one.id}: ${one.nodes.map(node => node.html).join(' ')}`)
}

async function shoot(page: Page, name: string): Promise<void> {
  if (SHOTS !== undefined) await page.screenshot({ path: `${SHOTS}/${name}.png`, fullPage: true })
}
