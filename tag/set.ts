import type { Choose } from './choose.ts'
import type { Before, Core } from './core.ts'

/** Asks how old the visitor is, in an act of its own; true only for an answer that allows it. */
type AskAge = (purposes: readonly string[]) => Promise<boolean | null>

const VENDOR = 'vendor:'

/** What `consent.set` does with a choice, `pressed` or not, of what stood before it. */
export function openSet({ config, hold }: Core, choose: Choose, askAge: AskAge) {
  const { rules, asks, ofAge } = config
  const asked = asks.map(({ purpose }) => purpose)
  const vendors = rules.vendors.map(({ id }) => id)
  const isKnown = (key: string) => asked.includes(key) || vendors.some(id => VENDOR + id === key)
  return async (
    choice: Readonly<Record<string, boolean>>,
    pressed: boolean,
    { payload, allowed }: Before,
  ): Promise<boolean> => {
    // What stands: purposes as they are, vendors as `vendor:…` unless refused by name.
    const named = vendors.filter(id => !payload?.x?.includes(id)).map(id => VENDOR + id)
    const before = [...allowed, ...named]
    const after = new Set(before)
    let [all, some] = [true, false]
    for (const [key, wanted] of Object.entries(choice)) {
      const yes = Object.is(wanted, true)
      const why = isKnown(key) ? yes && !after.has(key) && !pressed && 'no-gesture' : 'not-promised'
      if (why) {
        hold.gate.refuse({ refused: why, purpose: '', what: key })
        all = false
      } else {
        after[yes ? 'add' : 'delete'](key)
        some = true
      }
    }
    if (!some) return false
    const young = ofAge.filter(key => after.has(key) && !before.includes(key))
    const isOld = young.length > 0 && (payload?.a === 1 || (await askAge(young)) === true)
    if (!isOld) for (const key of young) all = !after.delete(key)
    const without = vendors.filter(id => !after.has(VENDOR + id))
    const granted = asked.filter(key => after.has(key))
    return (await choose(granted, 'details', { without, ...(isOld && { ofAge: true }) })) && all
  }
}
