import type { Core } from './core.ts'
import { mustGo } from './erase.ts'

/**
 * Erases what is not permitted now from databases, caches and service workers. `held` is called
 * where the page itself keeps a database open, which goes once the page does.
 */
export function eraseRare({ config: { rules }, hold }: Core, held: () => void): void {
  // Where stores are closed to the page, Chromium answers some of these with an error of its own.
  if (!hold.gate.real.localStorage) return
  const goes = mustGo(rules, hold, true)
  for (const erase of [eraseCaches, eraseWorkers]) void erase(goes).catch(() => undefined)
  void eraseDatabases(goes, held).catch(() => undefined)
}

type Goes = ReturnType<typeof mustGo>

async function eraseDatabases(goes: Goes, held: () => void): Promise<void> {
  for (const { name = '' } of await indexedDB.databases()) {
    if (goes('indexed-db', name)) indexedDB.deleteDatabase(name).addEventListener('blocked', held)
  }
}

async function eraseCaches(goes: Goes): Promise<void> {
  for (const name of await caches.keys()) if (goes('cache', name)) await caches.delete(name)
}

async function eraseWorkers(goes: Goes): Promise<void> {
  for (const registration of await navigator.serviceWorker.getRegistrations()) {
    const { active, waiting, installing } = registration
    const { scriptURL = '' } = active ?? waiting ?? installing ?? {}
    if (goes('service-worker', scriptURL && new URL(scriptURL).pathname)) {
      await registration.unregister()
    }
  }
}
