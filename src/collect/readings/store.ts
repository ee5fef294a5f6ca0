import { ch, type Ch } from '../../platform/clickhouse.ts'

/** One reading as its machine's user gets it: every value as it was kept, and no key. */
export type ReadingRow = {
  /** ISO 8601 in UTC, to the second. */
  readonly at: string
  readonly class: string
  readonly name: string
  readonly value: number
  readonly unit: string
}

/** Readings of one machine, oldest first; the key is decimal text. */
export async function readingsOfMachine(
  store: Ch,
  machine: string,
  page: { readonly skip: number; readonly limit: number },
): Promise<ReadingRow[]> {
  return store.rows<ReadingRow>(ch`
    select formatDateTime(at, '%Y-%m-%dT%H:%i:%SZ', 'UTC') as at, class, name, value, unit
    from collect.for_machines where machine = toUInt64(${machine})
    order by at, class, name, value limit ${page.limit} offset ${page.skip}`)
}
