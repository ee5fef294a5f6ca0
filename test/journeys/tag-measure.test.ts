import { readFileSync } from 'node:fs'
import { Value } from 'typebox/value'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { Batch } from '../../src/collect/wire.ts'
import type { Lupaus } from '../../tag/api.ts'
import { TAG_FOLDER, type TagShop, tagShop, type Visitor } from './tag-shop.ts'

let shop: TagShop
beforeAll(async () => {
  shop = await tagShop()
  shop.bodies.set(
    '/en/links',
    `<h1>Links</h1><a id="in" href="/en/bear?who=me#x">in</a>
<a id="out" href="https://other.example/a/b?q=1" target="_blank">out</a>
<a id="file" href="/catalogue.pdf" download>file</a>
<button id="add" data-lupaus-event="cart_add" data-lupaus-product="bear" data-lupaus-quantity="2"
 data-lupaus-value="19.9" data-lupaus-currency="EUR" data-lupaus-colour="red">Add</button>
<form id="find" data-lupaus-event="search" data-lupaus-query="bear"><button>Find</button></form>`,
  )
})
beforeEach(() => {
  shop.down = false
  shop.batches.length = 0
})
afterAll(() => shop[Symbol.asyncDispose]())

/** Ids heard before the page that is measured: a batch that was slow to be answered is sent again. */
const earlier = new Set<string | undefined>()
const events = () => [
  ...new Map(
    shop.batches
      .flatMap(batch => batch.events)
      .filter(event => !earlier.has(event.id))
      .map(event => [event.id, event]),
  ).values(),
]
const named = (name: string) => events().filter(event => event.name === name)

const leftLinks = () => named('page_leave').filter(({ fields }) => fields['path'] === '/en/links')

async function heard(name: string, count = 1): Promise<void> {
  await expect.poll(() => named(name).length, { timeout: 10_000 }).toBe(count)
}

/** Gives consent, then opens the page that is to be measured. */
async function accepted(visitor: Visitor, path: string): Promise<void> {
  await visitor.go()
  await visitor.press('accept')
  await heard('page_view')
  for (const event of events()) earlier.add(event.id)
  shop.batches.length = 0
  await visitor.go(path)
  await heard('page_view')
}

test('a page view carries path, title, referrer and language, none with a query, and no undeclared field (proves: analytics.fields-closed)', async () => {
  await using visitor = await shop.visitor()
  await accepted(visitor, '/en/links?mail=me@x.example&utm_campaign=spring')
  await visitor.page.locator('#in').click()
  await heard('page_view', 2)
  expect(named('page_view').map(event => event.fields)).toEqual([
    { path: '/en/links', title: 'Shop /en/links', language: 'en' },
    {
      path: '/en/bear',
      title: 'Shop /en/bear',
      language: 'en',
      referrer: `${shop.origin}/en/links`,
    },
  ])
  expect(shop.batches.every(batch => Value.Check(Batch, batch))).toBe(true)
  expect(new Set(events().map(event => event.id)).size).toBe(events().length)
})

test('links are told apart, and shop events are read from attributes', async () => {
  await using visitor = await shop.visitor()
  await accepted(visitor, '/en/links')
  for (const id of ['#out', '#file', '#add']) await visitor.page.locator(id).click()
  await heard('cart_add')
  await heard('link_click', 2)
  expect(named('link_click').map(event => event.fields)).toEqual([
    { link_kind: 'outbound', link_target: 'https://other.example/a/b', path: '/en/links' },
    { link_kind: 'download', link_target: '/catalogue.pdf', path: '/en/links' },
  ])
  expect(named('cart_add')[0]?.fields).toEqual({
    product: 'bear',
    quantity: 2,
    value: 19.9,
    currency: 'EUR',
  })
  await visitor.page.locator('#find button').click()
  await heard('search')
  expect(named('search')[0]?.fields).toEqual({ query: 'bear' })
})

test('only what was chosen decides which fields leave the page (proves: analytics.fields-closed)', async () => {
  await using visitor = await shop.visitor()
  await visitor.go()
  await visitor.press('choose')
  await visitor.page.locator('#personalisation').click()
  await visitor.press('save')
  await visitor.page.locator('section').waitFor({ state: 'hidden' })
  const answers = await visitor.page.evaluate(() => [
    window.lupaus?.track('product_view', { product: 'bear', product_name: 'Bear', value: 10 }),
    window.lupaus?.track('purchase', { value: 10 }),
    window.lupaus?.track('made_up', {}),
  ])
  expect(answers).toEqual([true, false, false])
  // Kept by the part that measures, which comes after the choice.
  await expect.poll(() => visitor.page.evaluate(() => window.lupaus?.seen())).toEqual(['bear'])
  await heard('product_view')
  expect(events().map(({ name, fields }) => [name, fields])).toEqual([
    ['product_view', { product: 'bear' }],
  ])
  expect(shop.batches[0]?.visit).toBeUndefined()
})

test('vendors refused by name go with what is sent, so that the server tells them nothing either', async () => {
  await using visitor = await shop.visitor()
  await visitor.go()
  await visitor.press('choose')
  await visitor.page.locator('#marketing').click()
  await visitor.page.locator('[id="vendor:revontuli-ads"]').click()
  await visitor.press('save')
  await visitor.page.evaluate(() => window.lupaus?.track('product_view', { product: 'bear' }))
  await heard('product_view')
  expect(shop.batches.map(({ without }) => without)).toEqual([['revontuli-ads']])
  await using other = await shop.visitor()
  shop.batches.length = 0
  await accepted(other, '/en/links')
  expect(shop.batches.filter(({ without }) => without)).toEqual([])
})

test('seconds in view are sent when the page is left', async () => {
  await using visitor = await shop.visitor()
  await accepted(visitor, '/en/links')
  await visitor.page.waitForTimeout(2100)
  await visitor.go('/en/')
  await expect.poll(() => leftLinks().length, { timeout: 10_000 }).toBe(1)
  expect(leftLinks()[0]?.fields['visible_seconds']).toBeGreaterThanOrEqual(2)
})

test('a page that draws itself is measured at each of its addresses', async () => {
  await using visitor = await shop.visitor()
  await accepted(visitor, '/en/links')
  await visitor.page.evaluate(() => {
    history.pushState({}, '', '/en/other?x=1')
    document.title = 'Other'
  })
  await heard('page_view', 2)
  expect(named('page_view')[1]?.fields).toEqual({
    path: '/en/other',
    title: 'Other',
    language: 'en',
    referrer: `${shop.origin}/en/links`,
  })
})

test('what the server could not take is sent again with the same ids, a bounded number of times', async () => {
  await using visitor = await shop.visitor()
  await accepted(visitor, '/en/links')
  const tries: string[][] = []
  visitor.page.on('request', request => {
    if (request.url().endsWith('/v1/events')) {
      tries.push(request.postDataJSON().events.map((event: { id: string }) => event.id))
    }
  })
  let answered = 0
  visitor.page.on('response', response => {
    if (response.url().endsWith('/v1/events')) answered += 1
  })
  await visitor.page.clock.install()
  shop.down = true
  await visitor.page.evaluate(() => window.lupaus?.track('search', { query: 'bear' }))
  for (const [nth, wait] of [1500, 2500, 4500, 8500, 16_500, 60_000].entries()) {
    await visitor.page.clock.runFor(wait)
    // The next try is timed when this one has been answered, however busy the machine is.
    await expect
      .poll(() => answered, { timeout: 15_000 })
      .toBeGreaterThanOrEqual(Math.min(nth + 1, 4))
    await visitor.page.waitForTimeout(300)
  }
  expect(tries).toHaveLength(4)
  expect(new Set(tries.map(ids => ids.join())).size).toBe(1)
})

test('no call throws, before there is a policy or with nonsense in it', async () => {
  await using visitor = await shop.visitor()
  await visitor.page.addInitScript(() => {
    const queue: ((lupaus: Lupaus) => void)[] = []
    window.lupausQueue = queue
    queue.push(lupaus => lupaus.track('search', { query: 'early' }))
  })
  await accepted(visitor, '/en/links')
  await heard('search')
  const answers = await visitor.page.evaluate(() => {
    const lupaus = window.lupaus
    return [
      lupaus?.track(undefined as never, null as never),
      lupaus?.store(undefined as never, 1),
      lupaus?.allows(undefined as never),
      lupaus?.read('never'),
    ]
  })
  expect(answers).toEqual([false, false, false, undefined])
  // The script alone, without a policy before it, does nothing.
  await visitor.go('/probe.js')
  await visitor.page.evaluate(readFileSync(`${TAG_FOLDER}/lupaus.js`, 'utf8'))
  expect(await visitor.page.evaluate(() => 'lupaus' in window)).toBe(false)
  expect(visitor.errors).toEqual([])
})
