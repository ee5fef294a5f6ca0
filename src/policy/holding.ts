import type { Moment } from '../base/time.ts'

/** One kind of personal data a slice keeps, tied to the promise that lets it. */
export type Holding = {
  /** `schema.table`, as in the slice's migrations. */
  readonly table: string
  /** Slug of the promise that lets it be kept. */
  readonly promise: string
  /** Ids of what has outlived its promise, oldest first, at most one sweep's worth. */
  lapsed(asOf: Moment): Promise<readonly string[]>
  /** Erases by id; answers how many there were. */
  erase(ids: readonly string[]): Promise<number>
}
