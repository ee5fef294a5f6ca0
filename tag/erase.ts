import { admittedTracker, matches, type Rules } from '../src/policy/decide.ts'
import { boxOf, type Hold } from './hold.ts'
import { cookies, eraseCookie } from './jar.ts'

/**
 * Erases whatever cookies and storages hold under a declared name that is not permitted now, and
 * every local-storage value that has outlived its time or never had one. Thorough, when something
 * was taken back, also tries the cookies that this page cannot see.
 */
export function sweep(rules: Rules, hold: Hold, thorough: boolean): void {
  const { real } = hold.gate
  const goes = mustGo(rules, hold, !thorough)
  const hidden = thorough ? barred(rules, hold).map(({ name }) => name) : []
  const seen = Object.keys(cookies()).filter(name => goes('cookie', name))
  for (const name of new Set([...seen, ...hidden])) eraseCookie(name)
  for (const [store, held] of [
    ['local-storage', real.localStorage],
    ['session-storage', real.sessionStorage],
  ] as const) {
    for (const name of Object.keys(held ?? {})) {
      const isEndless = store === 'local-storage' && !boxOf(held?.getItem(name))
      if (goes(store, name, isEndless)) held?.removeItem(name)
    }
  }
}

function barred(rules: Rules, hold: Hold) {
  return rules.trackers.filter(
    ({ store, name }) => 'refused' in admittedTracker(rules, store, name, hold.facts()),
  )
}

/**
 * Whether what a store holds under a name must be erased, as must what is permitted but endless. What no policy declares is only reported,
 * for it may be the site's own; but a worker would go on asking for what the page may not.
 */
export function mustGo(rules: Rules, hold: Hold, reports: boolean) {
  return (store: string, name = '', isEndless = false): boolean => {
    const verdict = admittedTracker(rules, store, name, hold.facts())
    if ('tracker' in verdict) return isEndless
    if (store === 'service-worker') return true
    if (barred(rules, hold).some(tracker => matches(tracker.name, name))) return true
    if (name && reports) hold.gate.refuse(verdict)
    return false
  }
}
