import { assert, constantFrom, integer, property, string, tuple } from 'fast-check'
import { expect, test } from 'vitest'
import { drawn, placeOf, toldOf } from './event.ts'
import { KINDS, shapeOf } from './kinds.ts'
import { plainPath, plainProduct } from './plain.ts'
import type { EventRow } from './store.ts'

const SEED = new Uint8Array(32).fill(5)
const SETTINGS = {
  ...{ MEASUREMENT_ID: 'G-1', API_SECRET: 's', PIXEL_ID: '1', ACCESS_TOKEN: 't' },
  ...{ CONVERSION_ID: '9', EVENT_PREFIX: 'pe1' },
}

function rowOf(more: Partial<EventRow> = {}): EventRow {
  return {
    ...{ block: '1', place: '0', day: '2026-11-22', name: 'page_view', site: 'shop' },
    ...{ purposes: 'analytics', path: '/', product: '', quantity: 0, value: 0, currency: '' },
    ...more,
  }
}

/** What each interface is sent about a row. */
function sent(row: EventRow): readonly { readonly text: string; readonly body: unknown }[] {
  return Object.values(KINDS)
    .filter(kind => Object.hasOwn(kind.names, row.name))
    .map(kind => {
      const told = toldOf(row, SEED, 'shop.example')
      const { url, headers, body } = kind.request([told], SETTINGS, kind.base)
      const text = `${decodeURIComponent(url)} ${JSON.stringify(headers)} ${body}`
      return { text: text.toLowerCase(), body: JSON.parse(body) as unknown }
    })
}

const digits = (count: number) =>
  string({ unit: constantFrom(...'0123456789'.split('')), minLength: count, maxLength: count })
const letters = string({
  unit: constantFrom(...'abcdefghijkl'.split('')),
  minLength: 4,
  maxLength: 9,
})
const hex = string({
  unit: constantFrom(...'0123456789abcdef'.split('')),
  minLength: 24,
  maxLength: 40,
})
/** A person born on 13 October 1952, with the check character that makes it a code. */
const hetu = (number: number) => {
  const born = `131052${String(number).padStart(3, '0')}`
  const check = '0123456789ABCDEFHJKLMNPRSTUVWXY'[Number(born) % 31]
  return `131052-${born.slice(6)}${check}`
}
/** What must not be found in what leaves. */
const CANARIES = {
  email: tuple(letters, letters).map(([a, b]) => `${a}@${b}.example`),
  phone: digits(7).map(end => `+35840${end}`),
  'phone as said': digits(7).map(end => `040${end}`),
  'identity code': integer({ min: 2, max: 899 }).map(number => hetu(number)),
  token: hex,
  'order number': digits(6).map(end => `TIL-${end}`),
  ip: tuple(digits(2), digits(2)).map(([a, b]) => `203.0.1${a}.1${b}`),
}

test.for(Object.entries(CANARIES))(
  'proves: vendor.ga-receives-anonymous no %s leaves, wherever in a row it stands',
  ([kind, canaries]) => {
    assert(
      property(
        canaries,
        constantFrom('page_view', 'product_view', 'purchase', 'search', 'goal'),
        constantFrom('/', '/tuotteet/', '/haku/', '/asiakas/', '/a/b-'),
        (canary, name, before) => {
          const path = `${before}${canary}`
          for (const written of [path, `${before}${encodeURIComponent(canary)}/x`, canary]) {
            const row = rowOf({
              ...{ name, path: written, site: canary, purposes: canary },
              // The code of a product may look like the number of an order; it is declared as a product's.
              product: kind === 'order number' ? '' : canary,
              ...{ currency: canary, value: 12.5, quantity: 2 },
            })
            for (const { text } of sent(row)) expect(text).not.toContain(canary.toLowerCase())
          }
        },
      ),
      { numRuns: 50 },
    )
  },
)

test.for([
  ['/tuotteet/talvitakki', '/tuotteet/talvitakki'],
  ['/tuotteet/koko-116', '/tuotteet/koko-116'],
  ['/fi/uutiset/äidin-päivä', '/fi/uutiset/äidin-päivä'],
  ['/p/12345', '/p/:x'],
  ['/p/123', '/p/123'],
  ['/tilaus/12/maija', '/tilaus/:x/:x'],
  ['/kayttaja/maija-meikalainen', '/kayttaja/:x'],
  ['/haku/lahja-matille', '/haku/:x'],
  ['/a%20b', '/:x'],
  ['/', '/'],
  ['https://shop.example/', undefined],
  [`/${'a'.repeat(256)}`, undefined],
] as const)('of the path %s a vendor is told %s', ([path, told]) => {
  expect(plainPath(path)).toBe(told)
})

test.for([
  ['TAKKI-116', 'TAKKI-116'],
  ['6417698123456', '6417698123456'],
  ['6417698123457', undefined],
  ['0401234567', undefined],
  ['358401234567', undefined],
  ['matti@example.org', undefined],
  ['Matin takki', undefined],
  ['', undefined],
] as const)('of the product %s a vendor is told %s', ([product, told]) => {
  expect(plainProduct(product)).toBe(told)
})

test('proves: vendor.ga-receives-anonymous a payload holds nothing outside the closed list', () => {
  const row = { product: 'TAKKI-116', quantity: 2, value: 19.9, currency: 'eur' }
  for (const kind of Object.values(KINDS)) {
    const places = Object.keys(kind.names).flatMap(name => {
      const told = toldOf(rowOf({ ...row, name, path: '/tuotteet/takki' }), SEED, 'shop.example')
      return shapeOf(JSON.parse(kind.request([told], SETTINGS, kind.base).body))
    })
    expect([...new Set(places)].toSorted()).toEqual(kind.shape.toSorted())
  }
})

test('the day is told and no time of it, amounts by the cent, the page by its site', () => {
  const row = rowOf({ name: 'purchase', value: 19.999, currency: 'eur', path: '/kiitos' })
  expect(toldOf(row, SEED, 'shop.example')).toMatchObject({
    ...{ at: Date.UTC(2026, 10, 22), value: 20, currency: 'EUR', page: undefined },
  })
  expect(toldOf(rowOf({ path: '/a' }), SEED, 'shop.example').page).toBe('https://shop.example/a')
})

test('proves: vendor.no-identification ids are chance: another for each event and each batch, the same when it is repeated', () => {
  const rows = Array.from({ length: 50 }, (_, place) => rowOf({ place: `${place}` }))
  const idsBy = (seed: Uint8Array) =>
    rows.flatMap(row => {
      const { id, nobody } = toldOf(row, seed, 'shop.example')
      return [id, Buffer.from(nobody).toString('hex')]
    })
  const other = new Uint8Array(32).fill(6)
  expect(new Set([...idsBy(SEED), ...idsBy(other)]).size).toBe(200)
  expect(idsBy(SEED)).toEqual(idsBy(SEED))
  const order = (seed: Uint8Array) => drawn(rows, seed).map(placeOf)
  expect(order(SEED)).toEqual(order(SEED))
  expect(order(SEED)).not.toEqual(order(other))
  expect(order(SEED).toSorted()).toEqual(rows.map(placeOf).toSorted())
})
