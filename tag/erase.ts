import { decide, type Rules } from '../src/policy/decide.ts'
import { eraseCookie, cookies } from './jar.ts'
import { guard } from './gate.ts'
import { boxOf, type Hold } from './hold.ts'

/**
 * Erases whatever the device holds under a declared name whose purpose is not permitted now, from
 * every store, and every local-storage value that has outlived its time or never had one.
 * Thorough also tries the cookies that this page cannot see, those of other paths.
 */
export function sweep(rules: Rules, hold: Hold, thorough: boolean): void {
  const now = hold.facts()
  const { kept } = hold.gate
  const barred = rules.trackers.filter(({ purpose }) => 'refused' in decide(rules, purpose, now))
  const isBarred = named(barred)
  const present = [...cookies().keys()].filter(isBarred)
  if (thorough) present.push(...barred.map(({ name }) => name).filter(name => !name.includes('*')))
  for (const name of new Set(present)) eraseCookie(name)
  const lasting = named(rules.trackers.filter(({ store }) => store === 'local-storage'))
  for (const name of kept.names('localStorage')) {
    const ended = lasting(name) && !boxOf(kept.read('localStorage', name))
    if (ended || isBarred(name)) kept.remove('localStorage', name)
  }
  for (const name of kept.names('sessionStorage')) {
    if (isBarred(name)) kept.remove('sessionStorage', name)
  }
  // Asked only where the policy knows such a store: some browsers complain of the mere question.
  const databases = named(barred.filter(({ store }) => store === 'indexed-db'))
  if (barred.some(({ store }) => store === 'indexed-db')) {
    guard(() => void eraseDatabases(databases).catch(() => undefined))
  }
}

async function eraseDatabases(isBarred: (name: string) => boolean): Promise<void> {
  for (const { name = '' } of await indexedDB.databases()) {
    if (isBarred(name)) indexedDB.deleteDatabase(name)
  }
  if (!('caches' in window)) return
  for (const name of await caches.keys()) if (isBarred(name)) await caches.delete(name)
}

function named(trackers: Rules['trackers']): (name: string) => boolean {
  return name =>
    trackers.some(tracker => {
      const [start = '', end] = tracker.name.split('*')
      if (end === undefined) return name === start
      return (
        name.length >= start.length + end.length && name.startsWith(start) && name.endsWith(end)
      )
    })
}
