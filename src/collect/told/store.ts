import type { Ch, ChStatement } from '../../platform/clickhouse.ts'

const VENDORS_MAX = 1_000

/** Tables whose rows name vendors. */
export type ToldOf = 'analytics' | 'marketing'

/** Vendors that a visitor's events of one group may be told to. */
export async function vendorsOnRows(
  store: Ch,
  group: ToldOf,
  visitor: string,
): Promise<readonly string[]> {
  const rows = await store.rows<{ vendor: string }>(
    of(group, { visitor })`
      select distinct arrayJoin(splitByChar(',', vendors)) as vendor
      from collect.{table:Identifier}
      where {key:Identifier} = toUInt64({visitor:String}) and vendors != ''
      order by vendor limit {max:UInt32}`,
  )
  return rows.map(row => row.vendor)
}

/** Takes vendors off a visitor's events of one group. */
export async function takeVendorsOff(
  store: Ch,
  group: ToldOf,
  visitor: string,
  vendors: readonly string[],
): Promise<void> {
  await store.run(
    of(group, { visitor, vendors: [...vendors] })`
      update collect.{table:Identifier}
      set vendors = arrayStringConcat(
        arrayFilter(one -> not has({vendors:Array(String)}, one), splitByChar(',', vendors)), ',')
      where {key:Identifier} = toUInt64({visitor:String})
        and hasAny(splitByChar(',', vendors), {vendors:Array(String)})
      settings enable_lightweight_update = 1`,
  )
}

function of(group: ToldOf, values: ChStatement['values']) {
  return ([text = '']: TemplateStringsArray): ChStatement => ({
    text,
    values: { ...values, table: group, key: `${group}_visitor`, max: VENDORS_MAX },
  })
}
