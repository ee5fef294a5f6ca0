import { expect, test } from 'vitest'
import { moment, secondsOf, type Span } from '../src/base/time.ts'
import { cookiesOf, openShop, shopPolicy } from '../test/demo-shop.ts'

const DAY = 86_400
const START = moment('2026-11-23T12:00:00Z')
const ADDRESS = {
  name: 'Aino Esimerkki',
  email: 'aino@example.com',
  street: 'Satukuja 1',
  postal: '00100',
  city: 'Helsinki',
}

/** What the policy itself says of a cookie, in seconds. */
function declared(name: string) {
  const tracker = shopPolicy().trackers.find(each => each.name === name)
  if (!tracker) throw new Error(`the policy does not declare ${name}`)
  const seconds = (span: Span | undefined) => (span ? secondsOf(span, START) : 0)
  const { lifetime, rollingUpTo } = tracker
  return { life: lifetime === 'session' ? 0 : seconds(lifetime), cap: seconds(rollingUpTo) }
}

test('proves: device.necessary-is-narrow, for no page sets a cookie before its service is asked for', async () => {
  await using shop = await openShop()
  const places = ['', 'c/toys', 'p/kuu', 'search?q=villa', 'cart', 'newsletter', 'account', 'zzz']
  for (const place of places) {
    const answer = await shop.get(`/fi/${place}`)
    expect(answer.headers.getSetCookie(), place).toEqual([])
  }
  expect((await shop.get('/')).headers.getSetCookie()).toEqual([])
  const put = await shop.post('/fi/cart/add', { product: 'kuu', quantity: '1' })
  expect(Object.keys(cookiesOf(put))).toEqual(['shop_cart'])
})

test('proves: device.functional-range, for cookies live exactly as long as the policy declares', async () => {
  await using shop = await openShop({ start: START })
  const put = cookiesOf(await shop.post('/fi/cart/add', { product: 'kuu', quantity: '1' }))
  expect(put['shop_cart']?.maxAge).toBe(declared('shop_cart').life)
  const entered = cookiesOf(await shop.post('/fi/account/in', { email: ADDRESS.email }))
  expect(entered['shop_login']?.maxAge).toBe(declared('shop_login').life)
  const order = await placeOrder(shop, { ...ADDRESS, remember: 'yes' })
  expect(order['shop_customer']?.maxAge).toBe(ruleSeconds('shop_customer'))
  expect(ruleSeconds('shop_customer')).toBeGreaterThanOrEqual(25 * 30 * DAY)
})

test('another lifetime in the policy is another lifetime of the cookie', async () => {
  const policy = shopPolicy(text => text.replace('lifetime: 30 days', 'lifetime: 3 days'))
  await using shop = await openShop({ policy: () => policy })
  const put = cookiesOf(await shop.post('/fi/cart/add', { product: 'kuu', quantity: '1' }))
  expect(put['shop_cart']?.maxAge).toBe(3 * DAY)
})

test('a cart that is used rolls on, but never past the declared cap', async () => {
  await using shop = await openShop({ start: START })
  const { life, cap } = capped('shop_cart')
  let cookie = await cartCookie(shop)
  let passed = 0
  while (passed + life < cap) {
    shop.wait(life - DAY)
    passed += life - DAY
    const set = cookiesOf(await shop.get('/fi/cart', cookie))['shop_cart']
    expect(set?.maxAge).toBe(Math.min(life, cap - passed))
    cookie = `shop_cart=${set?.value}`
  }
  shop.wait(cap - passed - 1)
  expect(await (await shop.get('/fi/cart', cookie)).text()).toContain('Yövalo Kuu</a></h2>')
  shop.wait(1)
  const late = await shop.get('/fi/cart', cookie)
  expect(await late.text()).toContain('Ostoskorisi on tyhjä')
})

test('a sign-in ends a quarter of an hour after its last use, and after twelve hours at last', async () => {
  await using shop = await openShop({ start: START })
  const { life, cap } = capped('shop_login')
  let set = cookiesOf(await shop.post('/fi/account/in', { email: ADDRESS.email }))['shop_login']
  for (let passed = 0; passed + life <= cap; passed += 600) {
    expect(set?.maxAge).toBe(life)
    shop.wait(600)
    set = cookiesOf(await shop.get('/fi/', `shop_login=${set?.value}`))['shop_login']
  }
  expect(set?.maxAge).toBeLessThan(life)
  shop.wait(life)
  expect(await (await shop.get('/fi/account', `shop_login=${set?.value}`)).text()).toContain(
    'account/in',
  )
})

test('proves: device.session-dies-with-browser, for the checkout cookie has no age at all', async () => {
  await using shop = await openShop()
  const cookie = await cartCookie(shop)
  const answer = await shop.get('/fi/checkout', cookie)
  expect(answer.headers.getSetCookie().join()).not.toMatch(/max-age|expires/i)
  expect(cookiesOf(answer)['shop_checkout']).toEqual(
    expect.objectContaining({ maxAge: undefined, isGone: false }),
  )
  const put = await shop.post('/fi/cart/add', { product: 'kuu', quantity: '1' })
  expect(put.headers.getSetCookie().join()).toMatch(/max-age/i)
})

test.for(['shop_cart', 'shop_checkout', 'shop_login'] as const)(
  'a policy without %s gets none, and the visitor is told why',
  async name => {
    const policy = shopPolicy(text => text.replace(`name: ${name}\n`, 'name: other\n'))
    expect(policy.rules.trackers.map(tracker => tracker.name)).not.toContain(name)
    await using shop = await openShop({ policy: () => policy })
    const answer = await {
      shop_cart: () => shop.post('/en/cart/add', { product: 'kuu', quantity: '1' }),
      shop_login: () => shop.post('/en/account/in', { email: ADDRESS.email }),
      shop_checkout: async () => shop.get('/en/checkout', await cartCookie(shop)),
    }[name]()
    expect(answer.status).toBe(403)
    expect(cookiesOf(answer)[name]).toBeUndefined()
    expect(await answer.text()).toContain(`<code>${name}</code>`)
  },
)

test('nobody is remembered without asking for it', async () => {
  await using shop = await openShop()
  expect(await placeOrder(shop, ADDRESS)).not.toHaveProperty('shop_customer')
  expect(await placeOrder(shop, { ...ADDRESS, remember: 'no' })).not.toHaveProperty('shop_customer')
})

function capped(name: string) {
  const rule = shopPolicy().rules.trackers.find(each => each.name === name)
  return { life: rule?.seconds ?? 0, cap: rule?.capSeconds ?? 0 }
}

function ruleSeconds(name: string): number {
  return capped(name).life
}

type Shop = Awaited<ReturnType<typeof openShop>>

async function cartCookie(shop: Shop): Promise<string> {
  const put = await shop.post('/fi/cart/add', { product: 'kuu', quantity: '1' })
  return `shop_cart=${cookiesOf(put)['shop_cart']?.value}`
}

async function placeOrder(shop: Shop, fields: Record<string, string>) {
  const cart = await cartCookie(shop)
  const form = await shop.get('/fi/checkout', cart)
  const held = cookiesOf(form)['shop_checkout']?.value ?? ''
  const token = /name="token" value="([^"]+)"/.exec(await form.text())?.[1] ?? ''
  const cookie = `${cart}; shop_checkout=${held}`
  const answer = await shop.post('/fi/checkout', { ...fields, token }, cookie)
  expect(answer.headers.get('location')).toBe('/fi/thanks')
  return cookiesOf(answer)
}
