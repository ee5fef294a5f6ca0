import type { VisitorIds } from '../../consent/wire.ts'
import type { Memory } from '../forget.ts'
import { takeVendorsOff, vendorsOnRows } from './store.ts'

/**
 * Takes these vendors off a visitor's events, the spool's too, and makes sure that none is left: what
 * was kept while they were permitted may still wait to be told.
 */
export async function withhold(
  { store, lines, flush }: Memory,
  visitors: VisitorIds,
  vendors: readonly string[],
): Promise<void> {
  if (vendors.length === 0) return
  await flush()
  for (const group of ['analytics', 'marketing'] as const) {
    if (visitors[group] === undefined) continue
    const visitor = lines.visitorKey(group, visitors[group])
    const held = async () =>
      (await vendorsOnRows(store, group, visitor)).filter(id => vendors.includes(id)).length
    if ((await held()) === 0) continue
    await takeVendorsOff(store, group, visitor, vendors)
    if ((await held()) > 0) throw new Error('a vendor is still named on events of a visitor')
  }
}
