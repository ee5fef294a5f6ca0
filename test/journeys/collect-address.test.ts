import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { AGENT } from '../world.ts'
import {
  allRows,
  chooseAll,
  type Ground,
  ground,
  type Product,
  startProduct,
} from './collect-process.ts'

/** The address that every request says it comes from, and one that is put where texts may be. */
const CANARY = '203.0.113.77'
const PLANTED = '198.51.100.9'
const BATCHES_PER_MINUTE = 30
const START_MS_MAX = 200_000

let on: Ground
let product: Product

beforeAll(async () => {
  on = ground()
  product = await startProduct(on, {
    env: {
      LUPAUS_TRUST_PROXY: '1',
      LUPAUS_LOG: 'debug',
      LUPAUS_BATCHES_PER_MINUTE: String(BATCHES_PER_MINUTE),
      // A setting that does not exist is named in a warning: so the planted address is in the output.
      [`LUPAUS_${PLANTED}`]: 'x',
    },
  })
}, START_MS_MAX)
afterAll(() => {
  product.kill('SIGKILL')
  on[Symbol.dispose]()
})

test(
  'proves: analytics.ip-is-personal the address of a visitor is in no output, no file, no row and no table',
  async () => {
    const receipt = await chooseAll(product, { 'x-forwarded-for': CANARY })
    await visitEverything(receipt)

    // The spool before the loader takes it; the loader may be quicker, so another event is sent.
    const spooled: string[] = []
    await expect
      .poll(async () => {
        expect(await plantFrom('192.0.2.1', receipt)).toBe(204)
        expect(await pixelFrom(CANARY, receipt)).toBeLessThan(300)
        spooled.push(textsBelow(join(on.folder, 'spool')))
        return spooled.at(-1)
      })
      .toContain(PLANTED)

    // That it is the address of the visitor: it alone has sent too often.
    const statuses = new Set<number>()
    for (let i = 0; i <= BATCHES_PER_MINUTE; i++) {
      statuses.add(await sendFrom(CANARY, receipt, '/again'))
    }
    expect([...statuses]).toEqual([204, 429])
    expect(await plantFrom('192.0.2.2', receipt)).toBe(204)

    product.kill('SIGTERM')
    await product.gone
    const places = {
      output: product.said(),
      spool: spooled.join('\n'),
      postgres: textsBelow(join(on.folder, 'pg')),
      clickhouse: await allRows(on),
    }
    for (const [place, texts] of Object.entries(places)) {
      expect(texts.includes(PLANTED), `the planted address is found in ${place}`).toBe(true)
      expect(texts.includes(CANARY), `the address of the visitor is found in ${place}`).toBe(false)
    }
    expect(textsBelow(on.folder).includes(CANARY)).toBe(false)
  },
  START_MS_MAX,
)

/** Pages, refused requests, staff: whatever might note down who asked. */
async function visitEverything(receipt: string): Promise<void> {
  const paths = ['/', '/privacy', '/promises', '/console', '/lupaus.js', '/nowhere', '/v1/nowhere']
  for (const path of paths) await ask(CANARY, path)
  expect(await sendFrom(CANARY, receipt, '/from-canary')).toBe(204)
  expect(await ask(CANARY, '/v1/events', { events: 'none' })).toBe(400)
  const token = /\/console\/setup#([\w-]+)/.exec(product.said())?.[1] ?? ''
  const account = { email: 'a@shop.example', password: 'a long walk in the woods' }
  const made = await ask(CANARY, '/v1/staff/setup', { ...account, token, name: PLANTED })
  expect(made).toBeLessThan(300)
  const wrong = await ask(CANARY, '/v1/staff/sessions', { ...account, password: 'wrong' })
  expect(wrong).toBeGreaterThanOrEqual(400)
}

function sendFrom(address: string, receipt: string, path: string): Promise<number> {
  const events = [{ name: 'page_view', agoMs: 0, fields: { path } }]
  return ask(address, '/v1/events', { receipt, events })
}

/** As the code of a product, which is kept as it is: in a path it would be masked. */
function plantFrom(address: string, receipt: string): Promise<number> {
  const events = [{ name: 'product_view', agoMs: 0, fields: { product: PLANTED } }]
  return ask(address, '/v1/events', { receipt, events })
}

function pixelFrom(address: string, receipt: string): Promise<number> {
  return ask(address, '/v1/pixel?path=/pixel', undefined, { cookie: `lupaus_choice=${receipt}` })
}

async function ask(
  address: string,
  path: string,
  body?: unknown,
  more: Readonly<Record<string, string>> = {},
): Promise<number> {
  const headers = { 'user-agent': AGENT, 'x-forwarded-for': address, ...more }
  const answer = await fetch(
    `${product.url}${path}`,
    body === undefined
      ? { headers }
      : {
          method: 'POST',
          headers: { ...headers, 'content-type': 'application/json' },
          body: JSON.stringify(body),
        },
  )
  await answer.arrayBuffer()
  return answer.status
}

/** The bytes of every file below a folder, one after the other. */
function textsBelow(folder: string): string {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => readFileSync(join(entry.parentPath, entry.name), 'latin1'))
    .join('\n')
}
