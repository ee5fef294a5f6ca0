import type { Happened } from '../intake.ts'
import { addProperties, type Fields, noFields, valueOf } from './fields.ts'
import { isObject, type Loose, partOf } from './message.ts'
import { idOf } from './ids.ts'

/** Most lines of one order; one with more is refused, for half an order is a wrong one. */
export const ORDER_LINES_MAX = 500

/** Told of the whole order: on one line only, so that a sum over lines is right. */
const TOTALS: ReadonlySet<string> = new Set([
  ...['revenue', 'total', 'value', 'subtotal', 'products'],
])
const NOT_OF_A_LINE: ReadonlySet<string> = new Set(['value'])

type Order = Loose<
  | 'order_id'
  | 'orderId'
  | 'order'
  | 'refund_id'
  | 'refundId'
  | 'revenue'
  | 'total'
  | 'value'
  | 'products'
  | 'currency'
  | 'coupon'
>

/** What an order is made of before it is a row: its name, its message, and what stands around it. */
export type OrderText = {
  readonly name: 'purchase' | 'refund'
  readonly messageId: string | undefined
  readonly agoMs: number
  readonly properties: unknown
  /** Fields of every line: the page, the campaign. */
  readonly around: Fields
}

/**
 * An order as one event a line, each with an id that is the same however often the order is sent.
 * Undefined when it has too many lines.
 */
export function eventsOfOrder(text: OrderText): readonly Happened[] | undefined {
  const order = isObject<keyof Order>(text.properties) ? text.properties : {}
  const lines = Array.isArray(order.products) ? order.products.filter(isObject<never>) : []
  if (lines.length > ORDER_LINES_MAX) return undefined
  const whole = wholeOf(text, order)
  const idFor = idsOf(text, order, lines.length)
  const event = (fields: Fields, index: number): Happened => {
    const id = idFor(index)
    const positive = text.name === 'refund' ? withoutSigns(fields) : fields
    return { ...(id && { id }), name: text.name, agoMs: text.agoMs, fields: positive }
  }
  if (lines.length === 0) {
    const value = order.revenue ?? order.total ?? order.value ?? undefined
    if (value !== undefined) whole['value'] = valueOf('value', value)
    return [event(whole, 0)]
  }
  return lines.map((line, index) => event(lineOf(text, order, line, index === 0 && whole), index))
}

/** The order as such, without its lines and its sum. */
function wholeOf({ name, properties, around }: OrderText, order: Order): Fields {
  const fields = Object.assign(noFields(), around)
  addProperties(fields, name, properties, TOTALS)
  // A list that is none is refused like any other field that does not fit.
  const { products } = order
  if (products !== undefined && products !== null && !Array.isArray(products))
    fields['products'] = valueOf('products', products)
  return fields
}

function lineOf(text: OrderText, order: Order, line: object, first: Fields | false): Fields {
  const fields = first || Object.assign(noFields(), text.around)
  for (const field of ['currency', 'coupon'] as const) {
    const value = order[field] ?? undefined
    if (value !== undefined) fields[field] = valueOf(field, value)
  }
  const id = orderIdOf(order)
  if (id !== undefined) fields['order'] = id
  addProperties(fields, text.name, line, NOT_OF_A_LINE)
  const value = worthOf(fields) ?? partOf<'value'>(line).value ?? undefined
  if (value !== undefined) fields['value'] = valueOf('value', value)
  return fields
}

function idsOf(
  { name, messageId }: OrderText,
  order: Order,
  lines: number,
): (index: number) => string | undefined {
  const id = orderIdOf(order)
  if (id === undefined) {
    if (messageId === undefined) return () => undefined
    return index => (lines > 1 ? idOf(`${messageId}:${index}`) : messageId)
  }
  if (name === 'purchase') return index => idOf(`order:${id}:${index}`)
  const refund = idOf(order.refund_id ?? order.refundId)
  if (lines === 0 && refund === undefined) return () => idOf(`refund:${id}`)
  const own = refund ?? messageId
  return index => (own === undefined ? undefined : idOf(`refund:${id}:${own}:${index}`))
}

function orderIdOf(order: Order): string | undefined {
  return idOf(order.order_id ?? order.orderId ?? order.order)
}

/** A refund is told as a sum that was paid back, whichever sign the sender gives it. */
function withoutSigns(fields: Fields): Fields {
  for (const name of ['value', 'price', 'quantity', 'shipping', 'tax', 'discount']) {
    const value = fields[name]
    if (typeof value === 'number') fields[name] = Math.abs(value)
  }
  return fields
}

/** Price times quantity, to the four decimals that are kept; undefined without a price. */
export function worthOf({ price, quantity }: Fields): number | undefined {
  if (typeof price !== 'number') return undefined
  return Math.round(price * (typeof quantity === 'number' ? quantity : 1) * 10_000) / 10_000
}
