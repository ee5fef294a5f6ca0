import { createHmac } from 'node:crypto'
import { moment, type Moment } from '../base/time.ts'
import type { EventRow, Position } from './store.ts'
import { plainAmount, plainCurrency, plainPath, plainProduct } from './plain.ts'

/** One event as a vendor may be told of it: nothing else of a row leaves. */
export type Told = {
  /** Our name of the event. */
  readonly name: string
  /** The beginning of the day: an hour would tell two visits apart. */
  readonly at: Moment
  /** Address of the page, without its query. */
  readonly page: string | undefined
  readonly product: string | undefined
  readonly quantity: number | undefined
  readonly value: number | undefined
  readonly currency: string | undefined
  /** Chance, where an interface wants to know whom: another for each event, and for each vendor. */
  readonly nobody: Uint8Array
  /** Chance, by which a vendor knows a repeated event; it is the same for as long as it is repeated. */
  readonly id: string
}

/** Pages on which an order or a person is named more often than not. */
const PAGELESS: ReadonlySet<string> = new Set(['checkout_start', 'purchase', 'refund', 'search'])
const QUANTITY_MAX = 10_000

/** What may be told of a row; `seed` is the chance of its batch. */
export function toldOf(row: EventRow, seed: Uint8Array, host: string): Told {
  const path = PAGELESS.has(row.name) ? undefined : plainPath(row.path)
  const value = plainAmount(row.value)
  return {
    name: row.name,
    at: moment(`${row.day}T00:00:00Z`),
    page: path === undefined || host === '' ? undefined : `https://${host}${path}`,
    product: plainProduct(row.product),
    quantity: row.quantity > 0 && row.quantity <= QUANTITY_MAX ? row.quantity : undefined,
    value,
    currency: value === undefined ? undefined : plainCurrency(row.currency),
    nobody: chanceOf(seed, 'nobody', row),
    id: uuidOf(chanceOf(seed, 'event', row)),
  }
}

/** Rows in an order drawn by lot, the same whenever the batch is tried again. */
export function drawn(rows: readonly EventRow[], seed: Uint8Array): readonly EventRow[] {
  return rows
    .map(row => ({ row, lot: Buffer.from(chanceOf(seed, 'order', row)) }))
    .toSorted((a, b) => a.lot.compare(b.lot))
    .map(({ row }) => row)
}

/** Where a row lies in its stretch, as text. */
export function placeOf({ block, place }: Position): string {
  return `${block}.${place}`
}

function chanceOf(seed: Uint8Array, what: string, row: Position): Uint8Array {
  return createHmac('sha256', seed)
    .update(`${what} ${placeOf(row)}`)
    .digest()
}

function uuidOf(bytes: Uint8Array): string {
  const hex = Buffer.from(bytes.subarray(0, 16)).toString('hex')
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
  ]
  return [...parts, hex.slice(20, 32)].join('-')
}
