import type { Ch, ChStatement } from '../../platform/clickhouse.ts'
import type { Kind } from '../store.ts'

const PARTS_MAX = 10_000

/** A month of a table that holds erased rows, which no answer shows. */
export type Hidden = { readonly partition: string; readonly rows: number }

/** The months of a table with erased rows still in its files, read with what hides them off. */
export async function hiddenRows(store: Ch, kind: Kind): Promise<readonly Hidden[]> {
  const rows = await store.rows<{ partition: string; hidden: string }>(
    at(kind)`
      select _partition_id as partition, count() as hidden from collect.{table:Identifier}
      where _row_exists = 0 group by partition order by partition limit {max:UInt32}
      settings apply_deleted_mask = 0`,
    { maxSeconds: 60 },
  )
  return rows.map(({ partition, hidden }) => ({ partition, rows: Number(hidden) }))
}

/** Folders of all files of a table that ClickHouse knows, also of those it no longer reads. */
export async function partsOf(store: Ch, kind: Kind): Promise<readonly string[]> {
  const rows = await store.rows<{ path: string }>(
    at(kind)`
      select path from system.parts where database = 'collect' and table = {table:String}
      order by path limit {max:UInt32}`,
  )
  return rows.map(row => row.path)
}

/**
 * Lets a table drop files as soon as they are merged, and has merged ones synced first; else they
 * stay for minutes, since until then a power cut could take the merged file.
 */
export async function dropSoon(store: Ch, kind: Kind): Promise<void> {
  await store.run(
    at(kind)`
      alter table collect.{table:Identifier} modify setting old_parts_lifetime = 1,
        min_rows_to_fsync_after_merge = 1, min_compressed_bytes_to_fsync_after_merge = 1`,
  )
}

/** Takes back `dropSoon`. */
export async function dropLater(store: Ch, kind: Kind): Promise<void> {
  await store.run(
    at(kind)`
      alter table collect.{table:Identifier} reset setting old_parts_lifetime,
        min_rows_to_fsync_after_merge, min_compressed_bytes_to_fsync_after_merge`,
  )
}

/** Writes a month of a table anew, without its erased rows. */
export async function rewrite(store: Ch, kind: Kind, partition: string): Promise<void> {
  await store.run(
    at(kind, { partition })`
      optimize table collect.{table:Identifier} partition id {partition:String} final`,
  )
}

function at(kind: Kind, values: ChStatement['values'] = {}) {
  return ([text = '']: TemplateStringsArray): ChStatement => ({
    text,
    values: { ...values, table: kind, max: PARTS_MAX },
  })
}
