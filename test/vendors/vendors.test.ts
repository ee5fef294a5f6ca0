import { expect, test } from 'vitest'
import { openBrowser } from '../browser.ts'
import { openVendors } from './vendors.ts'

test('the made vendors behave in a browser as real ones do', async () => {
  await using vendors = await openVendors()
  const { hosts, url } = vendors
  const seen = () => vendors.seen()
  const browser = await openBrowser()
  try {
    const page = await browser.newPage()
    await page.goto(`${url}/embed/plain`)
    for (const path of [`${hosts.analytics}/gtag/js`, `${hosts.pixel}/pixel.js`])
      await page.addScriptTag({ url: `http://${path}` })
    await page.addScriptTag({ url: `http://${hosts.forms}/hs/script.js` })
    await page.evaluate(src => {
      const frame = document.createElement('iframe')
      frame.src = src
      document.body.append(frame)
    }, `http://${hosts.social}/embed/one`)
    const wanted = ['/g/collect', '/sync', '/pixel.gif', '/embed/one', '/media/one.png']
    await expect
      .poll(() => wanted.filter(path => !seen().some(one => one.path === path)))
      .toEqual([])
    await expect
      .poll(() => seen().some(one => one.host === hosts.sync && one.query.startsWith('from=')))
      .toBe(true)
    const names = async () => (await page.context().cookies()).map(({ name }) => name)
    await expect
      .poll(names)
      .toEqual(expect.arrayContaining(['_ga', '_ga_TEST', '_fbp', 'hubspotutk', 'pixel_id']))
    await page.evaluate(() => (document.cookie = 'hubspotutk=; path=/; max-age=0'))
    await expect.poll(names).toContain('hubspotutk')
  } finally {
    await browser.close()
  }
})

test('the made interfaces refuse what the real ones would, and can be told to fail', async () => {
  await using vendors = await openVendors()
  const post = (path: string, body: unknown) =>
    fetch(vendors.url + path, { method: 'POST', body: JSON.stringify(body) })
  const events = { client_id: '1.2', events: [{ name: 'page_view' }] }
  const stream = '/mp/collect?measurement_id=G-1&api_secret=s'
  expect((await post(stream, events)).status).toBe(204)
  expect((await post('/mp/collect', events)).status).toBe(400)
  expect((await post('/v21.0/1/events', { access_token: 't', data: [{}] })).status).toBe(400)
  expect((await post('/rest/conversionEvents', {})).status).toBe(400)
  expect((await post('/events/v3/send', {})).status).toBe(400)
  vendors.answer(503)
  expect((await post(stream, events)).status).toBe(503)
  expect(vendors.seen()).toHaveLength(6)
})
