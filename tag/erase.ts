import { matches, type Rules, type TrackerRule } from '../src/policy/decide.ts'
import { eraseCookie, cookies } from './jar.ts'
import { boxOf, type Hold } from './hold.ts'

/**
 * Erases whatever the device holds under a declared name whose purpose is not permitted now, from
 * every store, and every local-storage value that has outlived its time or never had one.
 * Thorough also tries the cookies that this page cannot see, those of other paths.
 */
export function sweep(rules: Rules, hold: Hold, thorough: boolean): void {
  const { real } = hold.gate
  const barred = rules.trackers.filter(({ purpose }) => !hold.allows(purpose))
  const isBarred = named(barred)
  const present = [...cookies().keys()].filter(isBarred)
  if (thorough) present.push(...barred.map(({ name }) => name).filter(name => !name.includes('*')))
  for (const name of new Set(present)) eraseCookie(name)
  const lasting = named(rules.trackers.filter(inStore('local-storage')))
  for (const store of [real.localStorage, real.sessionStorage]) {
    for (const name of Object.keys(store ?? {})) {
      const endless = store === real.localStorage && lasting(name) && !boxOf(store?.getItem(name))
      if (endless || isBarred(name)) store?.removeItem(name)
    }
  }
  // Asked only where the policy knows such a store: some browsers complain of the mere question.
  if (barred.some(inStore('indexed-db'))) {
    void eraseDatabases(named(barred.filter(inStore('indexed-db')))).catch(() => undefined)
  }
}

function inStore(kind: string): (tracker: TrackerRule) => boolean {
  return tracker => tracker.store === kind
}

async function eraseDatabases(isBarred: (name: string) => boolean): Promise<void> {
  for (const { name = '' } of await indexedDB.databases()) {
    if (isBarred(name)) indexedDB.deleteDatabase(name)
  }
  if (!('caches' in window)) return
  for (const name of await caches.keys()) if (isBarred(name)) await caches.delete(name)
}

function named(trackers: Rules['trackers']): (name: string) => boolean {
  return name => trackers.some(tracker => matches(tracker.name, name))
}
