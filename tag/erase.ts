import { decideTracker, matches, type Rules } from '../src/policy/decide.ts'
import { boxOf, type Hold } from './hold.ts'
import { cookies, eraseCookie } from './jar.ts'

/**
 * Erases whatever the device holds under a declared name that is not permitted now, from every
 * store, and every local-storage value that has outlived its time or never had one. Thorough, when
 * something was taken back, also tries the cookies that this page cannot see; otherwise what no
 * policy declares is reported.
 */
export function sweep(rules: Rules, hold: Hold, thorough: boolean): void {
  const { real, refuse } = hold.gate
  const verdictOn = (store: string, name: string) => decideTracker(rules, store, name, hold.facts())
  const barred = () =>
    rules.trackers.filter(({ store, name }) => 'refused' in verdictOn(store, name))
  const mustGo = (store: string, name = ''): boolean => {
    const verdict = verdictOn(store, name)
    if ('tracker' in verdict) return false
    // A worker that no policy declares would go on asking for what the page may not.
    if (store === 'service-worker') return true
    if (barred().some(tracker => matches(tracker.name, name))) return true
    if (name && !thorough) refuse(verdict)
    return false
  }
  const present = [...cookies().keys()].filter(name => mustGo('cookie', name))
  if (thorough) present.push(...barred().map(({ name }) => name))
  for (const name of new Set(present)) eraseCookie(name)
  for (const [kind, store] of [
    ['local-storage', real.localStorage],
    ['session-storage', real.sessionStorage],
  ] as const) {
    for (const name of Object.keys(store ?? {})) {
      const isEndless = kind === 'local-storage' && 'tracker' in verdictOn(kind, name)
      if (mustGo(kind, name) || (isEndless && !boxOf(store?.getItem(name)))) store?.removeItem(name)
    }
  }
  for (const erase of [eraseDatabases, eraseCaches, eraseWorkers]) {
    void erase(mustGo).catch(() => undefined)
  }
}

type MustGo = (store: string, name?: string) => boolean

async function eraseDatabases(mustGo: MustGo): Promise<void> {
  for (const { name = '' } of await indexedDB.databases()) {
    if (mustGo('indexed-db', name)) indexedDB.deleteDatabase(name)
  }
}

async function eraseCaches(mustGo: MustGo): Promise<void> {
  for (const name of await caches.keys()) if (mustGo('cache', name)) await caches.delete(name)
}

async function eraseWorkers(mustGo: MustGo): Promise<void> {
  for (const registration of await navigator.serviceWorker.getRegistrations()) {
    const { active, waiting, installing } = registration
    const { scriptURL = '' } = active ?? waiting ?? installing ?? {}
    if (mustGo('service-worker', scriptURL && new URL(scriptURL).pathname)) {
      await registration.unregister()
    }
  }
}
