import type { Value } from '../intake.ts'
import { FIELD_SHAPES } from '../wire.ts'
import { isObject } from './message.ts'

/** Fields of one event, by names that the sender chose: an object without any inherited name. */
export type Fields = Record<string, Value>

const FIELDS_MAX = 32
const NAME_MAX = 64
/** Fits no shape of any field, so that `keep` refuses it and counts it, whatever its name is. */
const FITS_NOTHING = Number.NaN
/** Half of a character: no text, and ClickHouse does not take it. */
const HALF = /[\ud800-\udfff]/gu
/** Far cheaper, and false for nearly every text. */
const MAYBE_HALF = /[\ud800-\udfff]/
const DIGITS = /^-?\d{1,12}(?:\.\d{1,6})?$/

const NUMBERS: ReadonlySet<string> = new Set([
  ...['quantity', 'value', 'price', 'shipping', 'tax', 'discount', 'results', 'visible_seconds'],
])

const PRODUCT = new Map([
  ['product_id', 'product'],
  ['productId', 'product'],
  ['sku', 'product'],
  ['name', 'product_name'],
  ['productName', 'product_name'],
])
const ORDER = new Map([
  ['order_id', 'order'],
  ['orderId', 'order'],
])
const RENAMED: ReadonlyMap<string, ReadonlyMap<string, string>> = new Map([
  ['product_view', PRODUCT],
  ['cart_add', PRODUCT],
  ['cart_remove', PRODUCT],
  ['purchase', new Map([...PRODUCT, ...ORDER])],
  ['refund', new Map([...PRODUCT, ...ORDER])],
  ['checkout_start', ORDER],
  ['search', new Map([['search_term', 'query']])],
  ['screen_view', new Map([['name', 'screen']])],
  ['app_open', new Map([['version', 'app_version']])],
  ['app_install', new Map([['version', 'app_version']])],
  ['app_update', new Map([['version', 'app_version']])],
  ['goal', new Map([['name', 'goal']])],
])

/** An empty set of fields. Its names come from outside, so it has no prototype. */
export function noFields(): Fields {
  const fields: Fields = Object.create(null)
  return fields
}

/**
 * Properties in our words, for this event: ours by their own names, those of the e-commerce
 * specification renamed, and any other as it is called, to be refused and counted. `told` are not
 * read here.
 */
export function addProperties(
  fields: Fields,
  event: string,
  properties: unknown,
  told: ReadonlySet<string> | undefined,
): void {
  if (!isObject<'product_id' | 'productId' | 'product'>(properties)) return
  const renamed = RENAMED.get(event)
  const { product_id, productId, product } = properties
  const hasId = (product_id ?? productId ?? product) !== undefined
  let room = FIELDS_MAX
  for (const [name, value] of Object.entries<unknown>(properties)) {
    if (value === null || told?.has(name)) continue
    if (room-- <= 0) {
      // One count for all that is too many.
      fields['undeclared'] = FITS_NOTHING
      return
    }
    const field = name === 'sku' && hasId ? name : (renamed?.get(name) ?? name.slice(0, NAME_MAX))
    fields[field] = valueOf(field, value)
  }
}

/** A value as its field has it: numbers where they are written as texts, texts where as numbers. */
export function valueOf(field: string, value: unknown): Value {
  const isNumber = NUMBERS.has(field)
  if (typeof value === 'boolean') return value
  if (typeof value === 'number')
    return isNumber || !Object.hasOwn(FIELD_SHAPES.properties, field) ? value : String(value)
  if (typeof value !== 'string') return FITS_NOTHING
  return isNumber && DIGITS.test(value) ? Number(value) : whole(value)
}

/** A text as it can be stored. */
export function whole(text: string): string {
  return MAYBE_HALF.test(text) ? text.replaceAll(HALF, '\ufffd') : text
}
