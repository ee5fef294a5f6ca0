import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Consent } from '../../src/consent/index.ts'
import { openSink, type Sink } from '../device/sink.ts'
import { type TagShop, tagShop, type Visitor } from './tag-shop.ts'

// What stands where a vendor's content would, and that leaving any layer is no answer.

let shop: TagShop
let consent: Consent
let player: Sink
beforeAll(async () => {
  player = await openSink('player.tuike.test')
  shop = await tagShop(
    text => text.replace('hosts: [player.tuike.example]', `hosts: ["${player.host}"]`),
    { site: (_, parts) => void (consent = parts.consent) },
  )
  shop.bodies.set('/en/film', FILM('/probe.js'))
  shop.bodies.set('/en/stranger', FILM(`http://${player.host}/ch/picture`))
})
afterAll(async () => {
  await shop[Symbol.asyncDispose]()
  await player[Symbol.asyncDispose]()
})

const FILM = (picture: string) =>
  `<h1>Film</h1><div data-lupaus-embed="tuike-video" data-src="http://${player.host}/ch/frame"
    data-title="Nalle" data-picture="${picture}"><a href="/en/">Tuike</a></div>`

const posts = () => shop.requests.filter(line => line === 'POST /v1/choices').length

/** What the server itself signed for this visitor. */
async function recorded({ context }: Visitor) {
  const cookie = (await context.cookies()).find(({ name }) => name === 'lupaus_choice')
  return consent.readReceipt(cookie?.value ?? '')
}

test('before a press a vendor’s content is words, a picture of our own and one button, and nobody is asked for it (proves: consent.refuse-nonessential)', async () => {
  await using visitor = await shop.visitor()
  const { page } = visitor
  const [before, hosts] = [posts(), new Set<string>()]
  page.on('request', request => hosts.add(new URL(request.url()).host))
  for (const path of ['/en/film', '/en/stranger']) {
    await visitor.go(path)
    const show = page.locator('button[name=show]')
    await show.waitFor()
    expect(await page.locator('.ground button').filter({ visible: true }).count()).toBe(1)
    expect(await page.locator('iframe').count()).toBe(0)
    const more = page.locator('.ground a[href*="#vendors"]')
    expect(await more.getAttribute('href')).toBe(`${shop.origin}/privacy/en#vendors`)
    // A picture of somebody else's would tell them of the visit.
    expect(await page.locator('.ground img').count()).toBe(path === '/en/film' ? 1 : 0)
    await page.getByText('Tuike', { exact: true }).waitFor()
    // A script's press is no press.
    await page.evaluate(
      () =>
        new Promise(done => {
          setTimeout(() => {
            const root = document.querySelector('[data-lupaus-embed]')?.shadowRoot
            root?.querySelector<HTMLElement>('[name=show]')?.click()
            setTimeout(done, 200)
          }, 50)
        }),
    )
    expect(await page.locator('button[name=of-age]').count()).toBe(0)
  }
  expect([posts(), player.hits, [...hosts]]).toEqual([before, [], [new URL(shop.origin).host]])
})

test('a press is a yes to this vendor alone: its frame comes in place without a reload, and a no takes it away (proves: consent.withdraw)', async () => {
  await using visitor = await shop.visitor()
  const { page } = visitor
  await visitor.go('/en/film')
  await page.evaluate('window.still = true')
  await page.locator('button[name=show]').click()
  await page.locator('button[name=of-age]').click()
  await page.locator('iframe').waitFor()
  const src = new URL((await page.locator('iframe').getAttribute('src')) ?? '')
  expect([src.origin, src.pathname, src.searchParams.get('vendor')]).toEqual([
    shop.origin,
    '/v1/frame',
    'tuike-video',
  ])
  expect(await recorded(visitor)).toMatchObject({ x: ['revontuli-ads'], a: 1 })
  expect(Object.keys((await recorded(visitor))?.g ?? {})).toEqual(['marketing'])
  expect(await page.evaluate('window.still')).toBe(true)

  await page.locator('button[name=withdraw]').click()
  await page.locator('button[name=show]').waitFor()
  expect(await page.locator('iframe').count()).toBe(0)
  expect(await page.evaluate('window.still')).toBe(true)
  // The page itself never asks the vendor for anything.
  expect(player.hits).toEqual([])
})

test('whoever is too young is profiled for nothing, whatever was pressed before, and is not asked again (keeps: consent.of-age)', async () => {
  await using visitor = await shop.visitor()
  const { page } = visitor
  await visitor.go()
  await page.locator('button[name=accept]').click()
  await page.locator('button[name=too-young]').click()
  await expect.poll(() => recorded(visitor)).toBeDefined()
  const { g = {}, r, a } = (await recorded(visitor)) ?? {}
  expect([Object.keys(g), r, a]).toEqual([
    ['analytics'],
    ['personalisation', 'marketing'],
    undefined,
  ])
  expect(await page.evaluate(() => window.lupaus?.allows('marketing'))).toBe(false)
  await visitor.go('/en/film')
  await page.locator('button[name=show]').waitFor()
  await expect(page.locator('section').isVisible()).resolves.toBe(false)
})

const GROWN = (text: string) =>
  text.replace('fields: [campaign, path]', 'fields: [campaign, path, title]')

test('Escape on the layers of age, of an embed and of a change is never a yes (proves: consent.refuse-nonessential)', async () => {
  await using visitor = await shop.visitor()
  const { page } = visitor
  const before = posts()
  await visitor.go('/en/')
  await page.locator('button[name=accept]').click()
  await page.locator('button[name=of-age]').waitFor()
  await page.keyboard.press('Escape')
  await page.waitForTimeout(300)
  expect([posts(), await visitor.stored()]).toEqual([before, []])

  await visitor.go('/en/film')
  await page.locator('button[name=show]').focus()
  await page.keyboard.press('Escape')
  await page.locator('button[name=show]').click()
  await page.locator('button[name=of-age]').waitFor()
  await page.keyboard.press('Escape')
  await page.waitForTimeout(300)
  expect([posts(), await visitor.stored()]).toEqual([before, []])
  expect(await page.locator('iframe').count()).toBe(0)

  await visitor.go('/en/')
  await page.locator('button[name=accept]').click()
  await page.locator('button[name=of-age]').click()
  await expect.poll(() => page.evaluate(() => window.lupaus?.allows('marketing'))).toBe(true)
  shop.become(GROWN)
  await visitor.go('/en/')
  await page.locator('section h3').waitFor()
  const asked = posts()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Escape')
  await page.waitForTimeout(300)
  expect(posts()).toBe(asked)
  expect(await page.evaluate(() => window.lupaus?.allows('marketing'))).toBe(false)
})
