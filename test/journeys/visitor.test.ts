import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parse, stringify } from 'yaml'
import { demoShop } from '../../demo/shop.ts'
import type { Lang } from '../../src/base/lang.ts'
import { ch } from '../../src/platform/clickhouse.ts'
import { bannerWords } from '../../src/policy/index.ts'
import { openBrowser } from '../browser.ts'
import { AGENT, SHOP_POLICY, type World, world } from '../world.ts'

let here: World
let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
  here = await world({
    today: new Date().toISOString(),
    site: lupaus =>
      demoShop({
        policy: lupaus.policy,
        clock: lupaus.platform.clock,
        chance: lupaus.platform.chance,
        facts: request => lupaus.factsOf(request),
      }),
  })
})
afterAll(async () => {
  await browser.close()
  await here[Symbol.asyncDispose]()
})

describe('a visitor of the shop', () => {
  test('is asked, stores nothing and sends nothing before answering', async () => {
    await using visit = await open('fi')
    await visit.page.goto(`${here.url}/fi/`)
    await visit.banner.waitFor()
    await visit.page.getByRole('link', { name: /./ }).first().waitFor()
    await visit.wander()
    expect(visit.sent).toEqual([])
    expect(await visit.stored()).toEqual([])
  })

  test('proves: consent.categories (who accepts is measured, and only as declared)', async () => {
    await using visit = await open('sv')
    const before = await here.counts()
    await visit.page.goto(`${here.url}/sv/`)
    await visit.press('accept')
    await visit.wander()
    await visit.rest()
    const after = await here.counts()
    expect(after.analytics).toBeGreaterThan(before.analytics)
    expect(after.personalisation).toBeGreaterThan(before.personalisation)
    expect(after.marketing).toBeGreaterThan(before.marketing)
    const declared = here.policy().trackers.map(tracker => tracker.name)
    for (const name of await visit.stored()) expect(declared).toContain(name)
    const names = await visit.stored()
    expect(names).toEqual(
      expect.arrayContaining(['lupaus_choice', 'lupaus_a', 'lupaus_m', 'lupaus_p', 'lupaus_seen']),
    )
  })

  test('proves: consent.refuse-nonessential (who refuses leaves no trace but the answer)', async () => {
    await using visit = await open('en')
    const before = await here.counts()
    await visit.page.goto(`${here.url}/en/`)
    await visit.press('refuse')
    await visit.wander()
    await visit.rest()
    expect(await here.counts()).toEqual(before)
    expect(visit.sent.map(url => new URL(url).pathname)).toEqual(['/v1/choices'])
    expect(await visit.stored()).toEqual(['lupaus_choice'])

    await using other = await open('en')
    await other.page.goto(`${here.url}/en/`)
    await other.press('refuse')
    expect(await other.cookie('lupaus_choice')).toBe(await visit.cookie('lupaus_choice'))
  })

  test('proves: consent.categories (who chooses gets exactly what was chosen)', async () => {
    await using visit = await open('fi')
    const before = await here.counts()
    await visit.page.goto(`${here.url}/fi/`)
    await visit.press('choose')
    const switches = visit.page.getByRole('switch')
    await switches.first().waitFor()
    const { details } = bannerWords(here.policy(), 'fi')
    const analytics = details.purposes.find(purpose => purpose.id === 'analytics')
    for (const one of await switches.all()) {
      if (await one.isEnabled()) expect(await one.isChecked()).toBe(false)
    }
    await visit.page.getByRole('switch', { name: analytics?.name ?? '' }).check()
    await visit.page.getByRole('button', { name: details.save }).click()
    await visit.receipt()
    await visit.wander()
    await visit.rest()
    const after = await here.counts()
    expect(after.analytics).toBeGreaterThan(before.analytics)
    expect(after.personalisation).toBe(before.personalisation)
    expect(after.marketing).toBe(before.marketing)
    expect(await visit.stored()).not.toContain('lupaus_m')
  })

  test('proves: consent.withdraw (who withdraws after an hour is forgotten and left alone)', async () => {
    await using visit = await open('fi')
    await visit.page.goto(`${here.url}/fi/`)
    await visit.press('accept')
    await visit.wander()
    await visit.rest()
    const measured = await here.counts()
    here.turn({ count: 1, unit: 'hour' })

    await visit.page.goto(`${here.url}/fi/`)
    await visit.page.locator('[data-lupaus-open]').first().click()
    await visit.press('refuse')
    await here.lupaus.consent.settled()
    const forgotten = await here.counts()
    expect(forgotten.analytics).toBeLessThan(measured.analytics)
    expect(await visit.stored()).toEqual(['lupaus_choice'])
    visit.sent.length = 0
    await visit.wander()
    await visit.rest()
    expect(await here.counts()).toEqual(forgotten)
    expect(visit.sent).toEqual([])
  })

  test('proves: consent.withdraw (the privacy centre knows the browser by the tag’s own cookies, and its form has it forgotten)', async () => {
    await using visit = await open('en')
    await visit.page.goto(`${here.url}/en/`)
    await visit.press('accept')
    await visit.wander()
    await visit.rest()
    const before = await here.counts()
    await visit.page.goto(`${here.url}/privacy?lang=en`)
    expect(await visit.page.locator('main').innerText()).not.toContain('carries no identifier')
    await visit.page.locator('button[name=choice][value=necessary]').first().click()
    await visit.page.waitForURL(/did=saved/)
    await here.lupaus.consent.settled()
    const after = await here.counts()
    expect(after.analytics).toBeLessThan(before.analytics)
    expect(after.marketing).toBeLessThan(before.marketing)
    expect(after.personalisation).toBeLessThan(before.personalisation)
    expect(await visit.page.locator('main').innerText()).toContain('carries no identifier')
  })

  test.for([
    ['Global Privacy Control', { 'sec-gpc': '1' }, 'globalPrivacyControl', true],
    ['Do Not Track', { dnt: '1' }, 'doNotTrack', '1'],
  ] as const)(
    'proves: signal.dnt-stops-partner-tags (%s keeps analytics and marketing away)',
    async ([, headers, property, value]) => {
      await using visit = await open('fi', { extraHTTPHeaders: headers })
      const older = await here.choose(['analytics', 'marketing', 'personalisation'], {
        ofAge: true,
      })
      await visit.context.addCookies([{ name: 'lupaus_choice', value: older, url: here.url }])
      await visit.context.addInitScript(
        ([name, signal]) => {
          Object.defineProperty(Navigator.prototype, name, { get: () => signal })
        },
        [property, value] as const,
      )
      const before = await here.counts()
      await visit.page.goto(`${here.url}/fi/`)
      // What the signal refuses is asked about by itself; nobody is asked of what still stands.
      await visit.page.locator('button[name=accept]').waitFor()
      await visit.wander()
      await visit.rest()
      const after = await here.counts()
      expect(after.analytics).toBe(before.analytics)
      expect(after.marketing).toBe(before.marketing)
      expect(after.personalisation).toBeGreaterThan(before.personalisation)
    },
  )

  test('proves: device.block-is-respected (who blocks storage is measured without any key)', async () => {
    await using visit = await open('fi')
    await visit.context.addInitScript(() => {
      Object.defineProperty(Document.prototype, 'cookie', { get: () => '', set: () => {} })
      for (const name of ['localStorage', 'sessionStorage', 'indexedDB']) {
        Object.defineProperty(window, name, {
          get: () => {
            throw new DOMException('blocked', 'SecurityError')
          },
        })
      }
    })
    await visit.page.goto(`${here.url}/fi/`)
    const before = await unkeyed()
    await visit.press('accept')
    await visit.rest()
    expect(visit.bodies.length).toBeGreaterThan(0)
    expect(await unkeyed()).toBeGreaterThan(before)
    expect(visit.errors).toEqual([])
    expect(await visit.page.evaluate(() => document.cookie)).toBe('')
    expect(await visit.context.cookies(here.url)).toEqual([])
    for (const body of visit.bodies) {
      expect(body).not.toHaveProperty('visitors')
      expect(body).not.toHaveProperty('visit')
    }
  })

  test('shops, searches and signs up without JavaScript, and can refuse there too', async () => {
    await using visit = await open('sv', { javaScriptEnabled: false })
    await visit.page.goto(`${here.url}/sv/`)
    await visit.page.goto(`${here.url}/privacy?lang=sv`)
    await visit.page.locator('button[name=choice][value=necessary]').click()
    await visit.page.waitForURL(/privacy/)
    expect(await visit.cookie('lupaus_choice')).toMatch(/^eyJ/)
    expect(await visit.stored()).toEqual(['lupaus_choice'])
  })
})

test('proves: basis.default-deny (a policy without analytics refuses the very next page view)', async () => {
  await using visit = await open('fi')
  await visit.page.goto(`${here.url}/fi/`)
  await visit.press('accept')
  await visit.wander()
  await visit.rest()
  const before = await here.counts()
  await here.usePolicy(withoutAnalytics(SHOP_POLICY))
  try {
    const receipt = await visit.cookie('lupaus_choice')
    const events = [{ name: 'page_view', fields: { path: '/fi/' } }]
    const answer = await here.send({ receipt, events })
    expect(answer.headers.get('lupaus-kept')).toBe('0')
    expect(answer.headers.get('lupaus-refused')).toMatch(/not-promised|event-not-declared/)
    await visit.wander()
    await visit.rest()
    expect((await here.counts()).analytics).toBe(before.analytics)
  } finally {
    await here.usePolicy(SHOP_POLICY)
  }
})

type Visit = AsyncDisposable & {
  readonly context: BrowserContext
  readonly page: Page
  readonly banner: ReturnType<Page['getByRole']>
  /** Addresses of what the tag sent. */
  readonly sent: string[]
  /** Bodies of the event batches. */
  readonly bodies: unknown[]
  readonly errors: string[]
  press(what: 'accept' | 'refuse' | 'choose'): Promise<void>
  receipt(): Promise<void>
  /** Looks at a product, searches, comes back. */
  wander(): Promise<void>
  /** Waits until everything sent has been answered and stored. */
  rest(): Promise<void>
  cookie(name: string): Promise<string>
  /** Names of everything on the device, sorted. */
  stored(): Promise<string[]>
}

async function open(lang: Lang, options: BrowserContextOptions = {}): Promise<Visit> {
  const locale = { fi: 'fi-FI', sv: 'sv-FI', en: 'en-GB' }[lang]
  const context = await browser.newContext({ locale, userAgent: AGENT, ...options })
  const page = await context.newPage()
  const words = bannerWords(here.policy(), lang).first
  const [sent, bodies, errors]: [string[], unknown[], string[]] = [[], [], []]
  page.on('pageerror', error => errors.push(error.message))
  context.on('request', request => {
    if (request.method() !== 'POST') return
    sent.push(request.url())
    if (request.url().endsWith('/v1/events')) bodies.push(JSON.parse(request.postData() ?? '{}'))
  })
  const cookie = async (name: string) =>
    (await context.cookies(here.url)).find(one => one.name === name)?.value ?? ''
  const receipt = async () => {
    await expect
      .poll(() => sent.filter(url => url.endsWith('/v1/choices')).length)
      .toBeGreaterThan(0)
    await page.waitForTimeout(300)
  }
  return {
    ...{ context, page, sent, bodies, errors, cookie, receipt },
    banner: page.getByRole('button', { name: words.accept, exact: true }),
    press: async what => {
      await page.getByRole('button', { name: words[what], exact: true }).first().click()
      if (what === 'accept') await page.locator('button[name=of-age]').click()
      if (what !== 'choose') await receipt()
    },
    wander: async () => {
      await page.goto(`${here.url}/${lang}/`)
      // Beside the banner, which covers the first of them.
      const product = page.locator(`a[href*="/${lang}/p/"]`).nth(2)
      await product.click()
      await page.waitForURL(/\/p\//)
      await page.waitForTimeout(300)
      await page.goto(`${here.url}/${lang}/search?q=nalle`)
      await page.waitForTimeout(300)
    },
    rest: async () => {
      await page.waitForTimeout(1300)
      await here.lupaus.collect.flush()
    },
    stored: async () => {
      const cookies = (await context.cookies(here.url)).map(one => one.name)
      if (options.javaScriptEnabled === false) return cookies.toSorted()
      const kept = await page.evaluate(async () => [
        ...Object.keys(localStorage),
        ...Object.keys(sessionStorage),
        ...(await indexedDB.databases()).map(one => one.name ?? ''),
        ...(await caches.keys()),
      ])
      return [...cookies, ...kept].toSorted()
    },
    [Symbol.asyncDispose]: () => context.close(),
  }
}

/** Analytics events that no key ties to a browser or a visit. */
async function unkeyed(): Promise<number> {
  const [row] = await here.rows<{ n: string }>(ch`
    select count() as n from collect.analytics
     where analytics_visitor = 0 and analytics_visit = 0`)
  return Number(row?.n)
}

/** The policy as its owner would leave it after taking analytics out. */
function withoutAnalytics(source: string): string {
  const gone: readonly unknown[] = ['analytics', 'google-analytics', 'google']
  const left = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.filter(item => !isGone(item)).map(left)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, left(inner)]))
  }
  const isGone = (item: unknown) => {
    const named: readonly (readonly [string, unknown])[] =
      typeof item === 'object' && item !== null ? Object.entries(item) : [['id', item]]
    return named.some(
      ([key, name]) => ['id', 'category', 'purpose'].includes(key) && gone.includes(name),
    )
  }
  return stringify(left(parse(source)), { aliasDuplicateObjects: false })
}
