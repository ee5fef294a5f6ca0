/**
 * What the page about the device can add where scripts run: whether each declared entry of a store
 * that no request shows is there, and a button that erases it. It changes nothing by itself.
 */
export const DEVICE_SCRIPT = `'use strict'
;(() => {
  const covers = (pattern, name) => {
    const [head, tail] = pattern.split('*')
    if (tail === undefined) return pattern === name
    return name.length >= head.length + tail.length && name.startsWith(head) && name.endsWith(tail)
  }
  const entries = area => ({ names: async () => Object.keys(area()), erase: name => area().removeItem(name) })
  const workers = async () => (await navigator.serviceWorker?.getRegistrations()) ?? []
  const stores = {
    'local-storage': entries(() => localStorage),
    'session-storage': entries(() => sessionStorage),
    'indexed-db': {
      names: async () => ((await indexedDB.databases?.()) ?? []).map(one => one.name),
      erase: name => new Promise(done => {
        const asked = indexedDB.deleteDatabase(name)
        asked.onsuccess = asked.onerror = asked.onblocked = done
      }),
    },
    cache: { names: () => caches.keys(), erase: name => caches.delete(name) },
    'service-worker': {
      names: async () => (await workers()).map(one => new URL(one.active?.scriptURL ?? one.scope).pathname),
      erase: async () => Promise.all((await workers()).map(one => one.unregister())),
    },
  }
  const look = async item => {
    const { store, name } = item.dataset
    const found = (await stores[store].names()).filter(one => covers(name, one))
    item.querySelector('[data-here]').hidden = found.length === 0
    item.querySelector('[data-gone]').hidden = found.length > 0
    const button = item.querySelector('[data-erase]')
    button.hidden = found.length === 0
    button.onclick = async () => {
      for (const one of found) await stores[store].erase(one)
      await look(item)
    }
  }
  const seen = [...document.querySelectorAll('[data-store]')].map(item => look(item).then(() => true, () => false))
  Promise.all(seen).then(all => {
    const note = document.querySelector('[data-script-off]')
    if (note && all.every(Boolean)) note.hidden = true
  })
})()
`
