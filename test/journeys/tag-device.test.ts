import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { browserOptions } from '../browser.ts'
import { type TagShop, tagShop, type Visitor } from './tag-shop.ts'

let shop: TagShop
beforeAll(async () => {
  shop = await tagShop()
  shop.bodies.set(
    '/en/bear',
    '<h1>Bear</h1><p data-lupaus-view="product_view" data-lupaus-product="bear">A bear</p>',
  )
})
afterAll(() => shop[Symbol.asyncDispose]())

const GROUPS = ['personalisation', 'analytics', 'marketing'] as const
const STORED: Record<string, readonly string[]> = {
  personalisation: ['cookie lupaus_p', 'local-storage lupaus_seen'],
  analytics: ['cookie lupaus_a', 'cookie lupaus_visit'],
  marketing: ['cookie lupaus_m'],
}
const COMBINATIONS = Array.from({ length: 8 }, (_, bits) =>
  GROUPS.filter((_group, at) => (bits >> at) % 2 === 1),
).map(granted => ({ granted, names: granted.join(', ') || 'nothing' }))

/** Chooses exactly these purposes on the second layer. */
async function choose(visitor: Visitor, granted: readonly string[]): Promise<void> {
  await visitor.press('choose')
  for (const id of granted) await visitor.page.locator(`#${id}`).click()
  await visitor.press('save')
  await visitor.page.getByRole('button', { name: 'Cookie choices' }).waitFor()
}

async function until(claim: () => boolean | Promise<boolean>): Promise<void> {
  await expect.poll(claim, { timeout: 10_000 }).toBe(true)
}

const ageOf = async (visitor: Visitor, name: string) => {
  const cookie = (await visitor.context.cookies()).find(one => one.name === name)
  return cookie && Math.round(cookie.expires - Date.now() / 1000)
}
const secondsOf = (name: string) =>
  shop.policy.rules.trackers.find(tracker => tracker.name === name)?.seconds ?? 0

test.for(COMBINATIONS)(
  'after a yes to $names the device holds what those purposes declare and nothing else (proves: device.only-declared) (proves: consent.categories)',
  async ({ granted }) => {
    await using visitor = await shop.visitor()
    const batches = shop.batches.length
    await visitor.go('/en/bear')
    await choose(visitor, granted)
    await visitor.go('/en/bear')
    if (granted.length > 0) await until(() => shop.batches.length > batches)
    const expected = ['cookie lupaus_choice', ...granted.flatMap(group => STORED[group] ?? [])]
    expect(await visitor.stored()).toEqual(expected.toSorted())
    const sent = shop.batches.slice(batches).flatMap(batch => Object.keys(batch.visitors ?? {}))
    expect([...new Set(sent)].toSorted()).toEqual([...granted].toSorted())
    expect(visitor.errors).toEqual([])
  },
)

test('names that the policy does not declare are refused in every store, and reported (proves: device.only-declared)', async () => {
  await using visitor = await shop.visitor()
  await visitor.go()
  await visitor.press('accept')
  const reported = await visitor.page.evaluate(async () => {
    const heard: string[] = []
    document.addEventListener('lupaus:refused', event => {
      if (event instanceof CustomEvent) heard.push(event.detail.what)
    })
    document.cookie = 'evil=1; Max-Age=900'
    document.cookie = '  evil2 =1'
    document.cookie = 'evil3'
    document.cookie = 'lupaus_choice=forged'
    localStorage.setItem('evil4', '1')
    localStorage['evil5'] = '1'
    Object.defineProperty(localStorage, 'evil6', { value: '1' })
    Storage.prototype.setItem.call(sessionStorage, 'evil7', '1')
    sessionStorage['evil8'] = '1'
    try {
      indexedDB.open('evil9')
    } catch {
      heard.push('thrown')
    }
    window.lupaus?.store('evil10', 1)
    return heard
  })
  expect(reported).toEqual([
    'evil',
    'evil2',
    '',
    'lupaus_choice',
    'evil4',
    'evil5',
    'evil6',
    'evil7',
    'evil8',
    'evil9',
    'thrown',
    'evil10',
  ])
  expect((await visitor.stored()).filter(name => name.includes('evil'))).toEqual([])
  expect(await visitor.page.evaluate(() => Object.keys(window.lupaus?.refusals() ?? {}))).toContain(
    'tracker-not-declared evil',
  )
  expect(document_choice(await visitor.context.cookies())).not.toBe('forged')
})

function document_choice(cookies: { name: string; value: string }[]): string | undefined {
  return cookies.find(({ name }) => name === 'lupaus_choice')?.value
}

test('the page keeps its own declared names, and may always erase', async () => {
  await using visitor = await shop.visitor()
  await visitor.go()
  const seen = await visitor.page.evaluate(() => {
    document.cookie = 'shop_cart=bear; Path=/; Max-Age=60'
    window.lupaus?.store('shop_language', 'sv')
    const kept = [document.cookie, window.lupaus?.read('shop_language'), localStorage.length]
    document.cookie = 'shop_cart=; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT'
    window.lupaus?.store('shop_language', undefined)
    return [...kept, document.cookie, localStorage.length]
  })
  expect(seen).toEqual(['shop_cart=bear', 'sv', 1, '', 0])
})

test('a page cannot give a cookie a longer life than the policy does (proves: device.lifetime-defined)', async () => {
  await using visitor = await shop.visitor()
  await visitor.go()
  await visitor.page.evaluate(() => {
    document.cookie = 'shop_cart=1; Path=/; Max-Age=99999999'
    document.cookie = 'shop_login=1; Path=/; Expires=Fri, 31 Dec 2100 00:00:00 GMT'
  })
  for (const name of ['shop_cart', 'shop_login']) {
    expect(Math.abs(((await ageOf(visitor, name)) ?? 0) - secondsOf(name))).toBeLessThan(30)
  }
})

test('a local-storage value is there a second before its end and gone a second after (proves: device.lifetime-defined)', async () => {
  await using visitor = await shop.visitor()
  await visitor.page.clock.install()
  await visitor.go()
  await visitor.press('accept')
  const start = await visitor.page.evaluate(() => {
    window.lupaus?.store('lupaus_link', '/fi/')
    return Math.floor(Date.now() / 1000)
  })
  const life = secondsOf('lupaus_link')
  expect(life).toBe(30)
  const look = () =>
    visitor.page.evaluate(() => [window.lupaus?.read('lupaus_link'), 'lupaus_link' in localStorage])
  await visitor.page.clock.setFixedTime((start + life - 1) * 1000)
  expect(await look()).toEqual(['/fi/', true])
  await visitor.page.clock.setFixedTime((start + life + 1) * 1000)
  expect(await look()).toEqual([undefined, false])
})

test('what has lapsed is swept at the next load, and so is a value that has no end (proves: device.lifetime-defined)', async () => {
  await using visitor = await shop.visitor()
  await visitor.go('/probe.js')
  await visitor.page.evaluate(() => {
    localStorage.setItem('shop_language', '{"v":"fi","e":1000,"f":900}')
    localStorage.setItem('lupaus_link', 'no end')
  })
  await visitor.go()
  expect(await visitor.stored()).toEqual([])
})

test('cookies carry the declared Max-Age (proves: device.lifetime-defined) (proves: device.personalisation-range) (proves: device.marketing-range)', async () => {
  await using visitor = await shop.visitor()
  const batches = shop.batches.length
  await visitor.go()
  await visitor.press('accept')
  await until(() => shop.batches.length > batches)
  // No id outlives the consent that lets it be, here six months.
  const consent = secondsOf('lupaus_choice')
  for (const name of ['lupaus_p', 'lupaus_a', 'lupaus_m', 'lupaus_visit', 'lupaus_choice']) {
    const declared = Math.min(secondsOf(name), consent)
    expect(Math.abs(((await ageOf(visitor, name)) ?? 0) - declared), name).toBeLessThan(60)
  }
})

test('renewal reaches the cap from the first setting and not a second further (proves: device.lifetime-defined)', async () => {
  await using visitor = await shop.visitor()
  await visitor.go()
  await visitor.press('accept')
  const batches = shop.batches.length
  const now = Math.floor(Date.now() / 1000)
  const id = 'A'.repeat(22)
  const old = (age: number) => `${id}.${(now - age).toString(36)}`
  const cap = 24 * 3600
  await visitor.context.addCookies([
    { name: 'lupaus_visit', value: old(cap - 600), url: shop.origin },
    { name: 'lupaus_m', value: old(secondsOf('lupaus_m') + 10), url: shop.origin },
  ])
  await visitor.go('/en/bear')
  await until(() => shop.batches.length > batches)
  expect(shop.batches.at(-1)?.visit).toBe(id)
  expect(await ageOf(visitor, 'lupaus_visit')).toBeLessThanOrEqual(600)
  expect(shop.batches.at(-1)?.visitors?.marketing).not.toBe(id)
})

test('a session cookie has no end of its own and is gone with the browser (proves: device.session-dies-with-browser)', async () => {
  const profile = mkdtempSync(join(tmpdir(), 'lupaus-profile-'))
  const options = await browserOptions()
  try {
    const first = await chromium.launchPersistentContext(profile, options)
    const page = await first.newPage()
    await page.goto(`${shop.origin}/en/`)
    await page.evaluate(() => {
      document.cookie = 'shop_checkout=1; Path=/; Max-Age=3600'
      document.cookie = 'shop_cart=1; Path=/; Max-Age=3600'
    })
    const cookies = await first.cookies()
    expect(cookies.map(({ name, expires }) => [name, expires === -1])).toEqual([
      ['shop_checkout', true],
      ['shop_cart', false],
    ])
    await first.close()
    const again = await chromium.launchPersistentContext(profile, options)
    expect((await again.cookies()).map(({ name }) => name)).toEqual(['shop_cart'])
    await again.close()
  } finally {
    rmSync(profile, { recursive: true, force: true })
  }
})

test('an id that the visitor deletes is never rebuilt from what is left (proves: device.persistent-until-deleted)', async () => {
  await using visitor = await shop.visitor()
  const idsAfter = async (deleted: string[]) => {
    for (const name of deleted) await visitor.context.clearCookies({ name })
    const batches = shop.batches.length
    await visitor.go('/en/bear')
    await until(() => shop.batches.length > batches)
    const last = shop.batches.at(-1)
    return { ...last?.visitors, visit: last?.visit }
  }
  await visitor.go()
  await visitor.press('accept')
  const first = await idsAfter([])
  expect(await idsAfter([])).toEqual(first)
  for (const [name, key] of [
    ['lupaus_p', 'personalisation'],
    ['lupaus_a', 'analytics'],
    ['lupaus_m', 'marketing'],
    ['lupaus_visit', 'visit'],
  ] as const) {
    const before: Record<string, unknown> = await idsAfter([])
    const after: Record<string, unknown> = await idsAfter([name])
    expect({ ...after, [key]: before[key] }, name).toEqual(before)
    expect(after[key], name).not.toBe(before[key])
  }
})

test('where storage is blocked events carry no id, and nothing goes wrong (proves: device.block-is-respected)', async () => {
  await using visitor = await shop.visitor()
  const session = await visitor.context.newCDPSession(visitor.page)
  await session.send('Emulation.setDocumentCookieDisabled', { disabled: true })
  await visitor.page.addInitScript(() => {
    for (const name of ['localStorage', 'sessionStorage'])
      Object.defineProperty(window, name, {
        configurable: true,
        get: () => {
          throw new DOMException('blocked', 'SecurityError')
        },
      })
  })
  const batches = shop.batches.length
  await visitor.go('/en/bear')
  await visitor.press('accept')
  await until(() => shop.batches.length > batches)
  const sent = shop.batches.slice(batches)
  expect(sent.flatMap(batch => batch.events).map(event => event.name)).toContain('page_view')
  for (const batch of sent) {
    expect(batch.visitors).toBeUndefined()
    expect(batch.visit).toBeUndefined()
  }
  expect(await visitor.context.cookies()).toEqual([])
  expect(visitor.errors).toEqual([])
})

test('a page in an opaque origin, where every store throws, sees no error of ours (proves: device.block-is-respected)', async () => {
  shop.headers.set('/en/sealed', 'sandbox allow-scripts')
  await using visitor = await shop.visitor()
  await visitor.go('/en/sealed')
  await expect(visitor.page.evaluate(() => localStorage.length)).rejects.toThrow(/sandboxed|denied/)
  await visitor.page.getByRole('button', { name: 'Only necessary' }).first().click()
  expect(await visitor.page.evaluate(() => window.lupaus?.track('page_view'))).toBe(false)
  expect(visitor.errors.filter(error => !/CORS|ERR_FAILED/.test(error))).toEqual([])
})

test('a fresh page load stores nothing and asks nothing of the server (proves: device.necessary-is-narrow)', async () => {
  await using visitor = await shop.visitor()
  const requests = shop.requests.length
  await visitor.go('/en/bear')
  await visitor.page.mouse.move(100, 100)
  await visitor.page.getByText('A bear').click()
  await visitor.page.waitForTimeout(1500)
  await visitor.go('/en/')
  expect(await visitor.stored()).toEqual([])
  expect(shop.requests.slice(requests)).toEqual([])
})
