/** Runs in the page: tries every way we know, and answers when all have had their time. */
export async function leaveTraces(name: string): Promise<void> {
  const tried = async (act: () => unknown) => {
    try {
      const late = new Promise(done => void setTimeout(done, 500))
      await Promise.race([act(), late])
    } catch {
      // Refused is what the test hopes for; what was stored is looked at from outside.
    }
  }
  const opened = (request: IDBOpenDBRequest) =>
    new Promise(done => {
      request.addEventListener('success', () => {
        request.result.close()
        done(undefined)
      })
      request.addEventListener('error', done)
    })
  const frame = () => {
    const made = document.createElement('iframe')
    document.body.append(made)
    return made.contentWindow as Window & typeof globalThis
  }
  const year = 'Max-Age=31536000'
  const cookieStore = Reflect.get(window, 'cookieStore') as { set(given: unknown): unknown }
  await Promise.all([
    tried(() => void (document.cookie = `${name}_plain=1; Path=/; ${year}`)),
    tried(() => void (document.cookie = `${name}_session=1; Path=/`)),
    tried(() => void (document.cookie = `${name}_deep=1; Path=${location.pathname}; ${year}`)),
    tried(() => void (document.cookie = `__Host-${name}=1; Path=/; Secure; ${year}`)),
    tried(
      () =>
        void (document.cookie = `${name}_parted=1; Path=/; Secure; SameSite=None; Partitioned; ${year}`),
    ),
    tried(() => cookieStore.set({ name: `${name}_store`, value: '1', expires: Date.now() + 1e10 })),
    tried(() => {
      const native = Object.getOwnPropertyDescriptor(Document.prototype, 'cookie')
      native?.set?.call(document, `${name}_native=1; Path=/; ${year}`)
    }),
    tried(() => void (frame().document.cookie = `${name}_frame=1; Path=/; ${year}`)),
    tried(() => {
      const inner = frame()
      const native = Object.getOwnPropertyDescriptor(inner.Document.prototype, 'cookie')
      native?.set?.call(document, `${name}_lent=1; Path=/; ${year}`)
    }),
    tried(() => localStorage.setItem(`${name}_method`, '1')),
    tried(() => void (localStorage[`${name}_property`] = '1')),
    tried(() => Object.defineProperty(localStorage, `${name}_defined`, { value: '1' })),
    tried(() => Storage.prototype.setItem.call(localStorage, `${name}_called`, '1')),
    tried(() => Reflect.set(localStorage, `${name}_reflected`, '1')),
    tried(() => frame().localStorage.setItem(`${name}_framed`, '1')),
    tried(() => frame().Storage.prototype.setItem.call(localStorage, `${name}_lent`, '1')),
    tried(() => sessionStorage.setItem(`${name}_method`, '1')),
    tried(() => void (sessionStorage[`${name}_property`] = '1')),
    tried(() => Object.defineProperty(sessionStorage, `${name}_defined`, { value: '1' })),
    tried(() => frame().sessionStorage.setItem(`${name}_framed`, '1')),
    tried(() => opened(indexedDB.open(`${name}_db`))),
    tried(() => opened(frame().indexedDB.open(`${name}_framed`))),
    tried(() => opened(IDBFactory.prototype.open.call(indexedDB, `${name}_called`))),
    tried(async () => (await caches.open(`${name}_cache`)).put('/x', new Response('1'))),
    tried(async () => (await frame().caches.open(`${name}_framed`)).put('/x', new Response('1'))),
    tried(() =>
      navigator.serviceWorker.register(`/service-worker.js?${name}`, { scope: `/${name}/` }),
    ),
    tried(async () => {
      const folder = await navigator.storage.getDirectory()
      await folder.getFileHandle(`${name}_file`, { create: true })
    }),
    tried(async () => {
      const worker = new Worker(`/storing-worker.js?name=${name}_worker`)
      await new Promise(done => worker.addEventListener('message', done))
    }),
  ])
}

/** Script of a worker that opens a database in its own address's name. */
export const STORING_WORKER = `
const name = new URL(location.href).searchParams.get('name')
const request = indexedDB.open(name)
request.onsuccess = () => { request.result.close(); postMessage(1) }
request.onerror = () => postMessage(0)`

/** Runs in the page: everything stored for the site but cookies, `indexed-db evil_db`. */
export async function storedHere(): Promise<readonly string[]> {
  const databases = await indexedDB.databases()
  const workers = await navigator.serviceWorker.getRegistrations()
  const files: string[] = []
  try {
    const folder = await navigator.storage.getDirectory()
    const names = Reflect.get(folder, 'keys') as () => AsyncIterable<string>
    for await (const name of names.call(folder)) files.push(name)
  } catch {
    // The gate keeps this store from pages altogether.
  }
  return [
    ...Object.keys(localStorage).map(name => `local-storage ${name}`),
    ...Object.keys(sessionStorage).map(name => `session-storage ${name}`),
    ...databases.map(({ name }) => `indexed-db ${name}`),
    ...(await caches.keys()).map(name => `cache ${name}`),
    ...workers.map(({ scope }) => `service-worker ${new URL(scope).pathname}`),
    ...files.map(name => `file ${name}`),
  ].toSorted()
}
