import { build } from 'esbuild'
import { createElement } from 'react'
import { renderToString } from 'react-dom/server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ChoiceRequest } from '../../src/consent/wire.ts'
import { type TagShop, tagShop } from '../../test/journeys/tag-shop.ts'
import { LupausEmbed, LupausScript, useConsent, useLupaus } from './index.ts'
import { App, FILM } from './page.ts'

const html = renderToString(createElement(App))
let shop: TagShop

beforeAll(async () => {
  const { outputFiles } = await build({
    entryPoints: ['sdk/react/page.ts'],
    ...{ bundle: true, write: false, format: 'iife', jsx: 'automatic' },
    define: { 'process.env.NODE_ENV': '"development"' },
  })
  const app = outputFiles[0]?.text ?? ''
  shop = await tagShop(undefined, {
    site: http =>
      void http.get('/app.js', async (_, reply) => reply.type('text/javascript').send(app)),
  })
  shop.bodies.set('/en/react', `<div id="root">${html}</div><script src="/app.js"></script>`)
})
afterAll(() => shop[Symbol.asyncDispose]())

const NOTHING = { analytics: false, vendor: false, nobody: false }

test('proves: device.only-declared: a server renders for somebody who permitted nothing', () => {
  const text = html.replaceAll('&quot;', '"')
  expect(text).toContain(JSON.stringify({ ...NOTHING, granted: 'unknown' }))
  const embed = { vendor: 'tuike-video', src: FILM, title: 'A <b>', picture: '/film.jpg' }
  expect(renderToString(createElement(LupausEmbed, embed))).toBe(
    '<div data-lupaus-embed="tuike-video" data-src="https://player.tuike.example/film" ' +
      'data-title="A &lt;b&gt;" data-picture="/film.jpg">' +
      '<a href="https://player.tuike.example/film">A &lt;b&gt;</a></div>',
  )
  const both = () => `${useConsent('analytics')} ${typeof useLupaus()}`
  expect(renderToString(createElement(both))).toBe('false undefined')
})

test('the tag’s element says that the site sends the header', () => {
  const element = (quiet: boolean) =>
    renderToString(createElement(LupausScript, { origin: 'https://privacy.shop.example', quiet }))
  expect(element(false)).toBe(
    '<script src="https://privacy.shop.example/lupaus.js" data-lupaus-headers=""></script>',
  )
  expect(element(true)).toContain('data-lupaus-quiet=""')
})

test('proves: consent.withdraw: a page of React follows the choice: no, yes, withdrawn', async () => {
  await using visitor = await shop.visitor()
  const { page } = visitor
  const said = async () => JSON.parse(await page.locator('output').innerText()) as object
  await visitor.go('/en/react')
  await expect.poll(said).toEqual({ ...NOTHING, granted: '' })

  await page.locator('#yes').click()
  await expect.poll(said).toEqual({ ...NOTHING, analytics: true, granted: 'analytics' })
  await page.locator('#no').click()
  await expect.poll(said).toEqual({ ...NOTHING, granted: '' })
  // A script presses, and that is no grant.
  await page.locator('#yes').dispatchEvent('click')
  const refusals = () => page.evaluate(() => window.lupaus?.refusals() ?? {})
  await expect.poll(refusals).toMatchObject({ 'no-gesture analytics': 1 })
  expect(await said()).toEqual({ ...NOTHING, granted: '' })
  expect(visitor.errors).toEqual([])
})

test('proves: consent.withdraw, proves: device.only-declared: content that React puts in later is a button until a yes, and again after a no', async () => {
  await using visitor = await shop.visitor()
  const { page } = visitor
  const asked: string[] = []
  page.on('request', request => asked.push(request.url()))
  await visitor.go('/en/react')
  await page.locator('#film').click()
  const embed = page.locator('[data-lupaus-embed]')
  await embed.locator('button[name=show]').waitFor()
  expect(await embed.locator('iframe').count()).toBe(0)

  await visitor.press('accept')
  const src = await embed.locator('iframe').getAttribute('src')
  expect(src).toContain(`/v1/frame?vendor=tuike-video&src=${encodeURIComponent(FILM)}`)
  expect(JSON.parse(await page.locator('output').innerText())).toMatchObject({ vendor: true })

  // Whoever is refused by name may wait to be told of what was measured: the server hears of whom.
  await expect.poll(() => shop.batches.length).toBeGreaterThan(0)
  const said = page.waitForRequest(one => one.url().endsWith('/v1/choices'))
  await page.evaluate(() => window.lupaus?.consent.withdraw(['vendor:tuike-video']))
  const { without, visitors } = (await said).postDataJSON() as ChoiceRequest
  expect(without).toEqual(['tuike-video'])
  expect(Object.keys(visitors ?? {})).toContain('analytics')
  await embed.locator('button[name=show]').waitFor()
  expect(await embed.locator('iframe').count()).toBe(0)
  expect(JSON.parse(await page.locator('output').innerText())).toMatchObject({ vendor: false })
  expect(asked.filter(url => url.startsWith(FILM))).toEqual([])
})
