import { createHash } from 'node:crypto'
import type { Page } from 'playwright-core'
import { always, connect } from './connect/matomo-node.ts'
import { SERVER_SECRET, WEB_KEY } from './shop.ts'
import { ADDED, AGENT, orderOf, PAGE, PRODUCT, SEARCH, USER, type Visit } from './visit.ts'

type Parameters = Record<string, string>

/** The package `matomo-tracker` in Node. */
export async function matomoNode(lupaus: string, visit: Visit): Promise<void> {
  const tracker = connect(lupaus)
  const device = { ua: AGENT, lang: 'fi-FI' }
  const said = { ...always(SERVER_SECRET, visit.receipt), ...device }
  const all = requests(visit).map(one => ({ ...one, ...said }))
  await new Promise<void>((resolve, reject) => {
    tracker.on('error', reject)
    tracker.trackBulk(all, () => resolve())
  })
}

/** What Matomo's script in a page sends: the parameters in the address, an empty form as the body. */
export async function matomoWeb(lupaus: string, visit: Visit, page: Page): Promise<void> {
  const addresses = requests(visit).map(one => {
    const receipt = visit.receipt === undefined ? {} : { lupaus_receipt: visit.receipt }
    const all = { idsite: WEB_KEY, rec: '1', send_image: '0', ...one, ...receipt }
    return `${lupaus}/matomo.php?${new URLSearchParams(all).toString()}`
  })
  await page.evaluate(async urls => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' }
    for (const url of urls) await fetch(url, { method: 'POST', body: '', headers })
  }, addresses)
}

function requests({ anonymousId, order }: Visit): Parameters[] {
  const { products, total, shipping, tax } = orderOf(order)
  const lines = products.map(one => [
    ...[one.product_id, one.name, one.category, one.price, one.quantity],
  ])
  const id = createHash('sha256').update(anonymousId).digest('hex').slice(0, 16)
  const { product_id, name, category, price, quantity } = ADDED
  const said: Parameters[] = [
    {
      ...{ action_name: PAGE.title, urlref: PAGE.referrer, uid: USER },
      ...{ _pks: PRODUCT.product_id, _pkn: PRODUCT.name, _pkc: PRODUCT.category },
      _pkp: String(PRODUCT.price),
    },
    {
      ...{ idgoal: '0', revenue: '39.8' },
      ec_items: JSON.stringify([[product_id, name, category, price, quantity]]),
    },
    { search: SEARCH.query },
    {
      ...{ idgoal: '0', ec_id: order, revenue: String(total), lupaus_currency: 'EUR' },
      ...{ ec_sh: String(shipping), ec_tx: String(tax), ec_items: JSON.stringify(lines) },
    },
  ]
  return said.map((one, index) => ({ url: PAGE.url, _id: id, rand: `10000${index}`, ...one }))
}
