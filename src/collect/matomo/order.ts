import type { Happened } from '../intake.ts'
import { Broken, type Params } from './params.ts'
import { cut, given, numberIn, numberOf, textOf } from './values.ts'

/** Most lines of one order, and the longest number of one. */
export const LINES_MAX = 500
export const ORDER_MAX = 100

const NO_LINES = new Broken(
  400,
  'malformed',
  '`ec_items` is a JSON list of [sku, name, category, price, quantity]',
)
const TOO_MANY_LINES = new Broken(400, 'malformed', `an order has at most ${LINES_MAX} lines`)
const LONG_NUMBER = new Broken(400, 'malformed', `\`ec_id\` has at most ${ORDER_MAX} characters`)

/**
 * A purchase for each line of an order, named by the order's number and the line's place: the same
 * order sent again is kept once. What belongs to the order as a whole stands on its first line.
 */
export function purchasesOf(params: Params, order: string, agoMs: number): Happened[] | Broken {
  if (order.length > ORDER_MAX) return LONG_NUMBER
  const lines = linesOf(params.get('ec_items'))
  if (lines instanceof Broken) return lines
  const total = numberIn(params, 'revenue')
  const isPriced = lines.some(line => line['price'] !== undefined)
  const ofAll = given({
    // Without prices, what the order comes to is all that is known of its value.
    value: isPriced ? undefined : total,
    shipping: numberIn(params, 'ec_sh'),
    tax: numberIn(params, 'ec_tx'),
    discount: numberIn(params, 'ec_dt'),
  })
  const currency = textOf(params, 'lupaus_currency', 3)
  return (lines.length === 0 ? [{}] : lines).map((line, index) => ({
    id: `order:${order}:${index}`,
    name: 'purchase',
    agoMs,
    fields: given({ order, ...line, ...(index === 0 ? ofAll : {}), currency }),
  }))
}

/** The text or the first text of a list: a product may stand in several categories. */
export function categoryOf(category: unknown): string | undefined {
  const first: unknown = Array.isArray(category) ? category.find(one => one !== '') : category
  if (typeof first !== 'string' || first === '' || first === 'false') return undefined
  return cut(first, 64)
}

function linesOf(items: string | undefined): Happened['fields'][] | Broken {
  if (items === undefined || items === '') return []
  const list = listIn(items)
  if (!list?.every(item => Array.isArray(item))) return NO_LINES
  if (list.length > LINES_MAX) return TOO_MANY_LINES
  return list.map(([sku, name, category, price, quantity]: unknown[]) => {
    const [each, count] = [numberOf(price), numberOf(quantity) ?? 1]
    return given({
      product: wordOf(sku, 64),
      product_name: wordOf(name, 128),
      category: categoryOf(category),
      quantity: count,
      price: each,
      value: each === undefined ? undefined : Math.round(each * count * 10_000) / 10_000,
    })
  })
}

function listIn(text: string): readonly unknown[] | undefined {
  try {
    const read: unknown = JSON.parse(text)
    return Array.isArray(read) ? read : undefined
  } catch {
    return undefined
  }
}

function wordOf(value: unknown, max: number): string | undefined {
  if (typeof value === 'number') return String(value)
  return typeof value === 'string' && value !== '' ? cut(value, max) : undefined
}
