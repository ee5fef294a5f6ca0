import { expect, test } from 'vitest'
import { asked, mapped, eventsOf, track } from '../../../test/scratch/segment.ts'
import { ORDER_LINES_MAX } from './orders.ts'
import { ROWS_MAX, sentOf } from './sent.ts'

test('an order is one event a line, and its totals stand on the first', () => {
  const properties = {
    ...{
      order_id: 'o1',
      revenue: 50,
      total: 61,
      shipping: 5,
      tax: 6,
      discount: 1,
      currency: 'EUR',
    },
    coupon: 'SYKSY',
    products: [
      { product_id: 'p1', name: 'Nalle', price: 19.99, quantity: 2 },
      { product_id: 'p2', price: 10.02 },
    ],
  }
  const order = track('Order Completed', properties, { messageId: 'm1' })
  const events = eventsOf(order).map(({ id, name, fields }) => ({ id, name, ...fields }))
  const both = { name: 'purchase', order: 'o1', currency: 'EUR', coupon: 'SYKSY' }
  expect(events).toEqual([
    {
      ...{ ...both, id: 'order:o1:0', product: 'p1', product_name: 'Nalle', price: 19.99 },
      ...{ quantity: 2, value: 39.98, shipping: 5, tax: 6, discount: 1 },
    },
    { ...both, id: 'order:o1:1', product: 'p2', price: 10.02, value: 10.02 },
  ])
})

test.for([
  [{ order_id: 'o1', revenue: 49.9, total: 60 }, 'order:o1:0', 49.9],
  [{ order_id: 'o1', total: '60.00' }, 'order:o1:0', 60],
  [{ order: 'o1', value: 5, products: [] }, 'order:o1:0', 5],
  [{ revenue: 49.9 }, 'm1', 49.9],
  [{ order_id: 12 }, 'order:12:0', undefined],
] as const)(
  'an order without lines %j has the id %s and is worth %s',
  ([properties, id, value]) => {
    const [event, ...more] = eventsOf(track('Order Completed', properties, { messageId: 'm1' }))
    expect(more).toEqual([])
    expect(event?.id).toBe(id)
    expect(event?.fields['value']).toBe(value)
  },
)

test.for([
  ['the whole order', { order_id: 'o1', total: -30 }, ['refund:o1']],
  ['a named part', { order_id: 'o1', refund_id: 'r1', total: 30 }, ['refund:o1:r1:0']],
  [
    'lines of it',
    { order_id: 'o1', products: [{ price: 15 }, { price: -15 }] },
    ['refund:o1:m1:0', 'refund:o1:m1:1'],
  ],
  [
    'lines of a named part',
    { order_id: 'o1', refund_id: 'r1', products: [{ price: 30 }] },
    ['refund:o1:r1:0'],
  ],
] as const)('a refund of %s is positive and has its own id', ([, properties, ids]) => {
  const events = eventsOf(track('Order Refunded', properties, { messageId: 'm1' }))
  expect(events.map(({ id }) => id)).toEqual(ids)
  const sum = events.reduce((all, { fields }) => all + Number(fields['value']), 0)
  expect(sum).toBe(30)
})

test('an order with too many lines is refused whole, and too many lines at once are too many', () => {
  const order = (lines: number, id: string) =>
    track('Order Completed', {
      order_id: id,
      products: Array.from({ length: lines }, () => ({ price: 1 })),
    })
  expect(eventsOf(order(ORDER_LINES_MAX, 'a'))).toHaveLength(ORDER_LINES_MAX)
  const over = mapped([order(ORDER_LINES_MAX + 1, 'a')])
  expect(over.sent).toEqual([])
  expect(over.refused).toMatchObject([{ reason: 'malformed', what: 'purchase' }])
  const many = Array.from({ length: ROWS_MAX / ORDER_LINES_MAX }, (_, i) =>
    order(ORDER_LINES_MAX, `o${i}`),
  )
  expect(sentOf(many, asked())).toBeDefined()
  expect(sentOf([...many, track('goal')], asked())).toBeUndefined()
})
