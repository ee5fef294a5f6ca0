/** What one visit of a simulated browser wrote: the cookie, and seconds since 1970. */
export type Written = {
  readonly name: string
  readonly value: string
  readonly at: number
  /** Seconds sent as `Max-Age`; undefined for a cookie of the session. */
  readonly maxAge: number | undefined
  /** When this browser forgets it, whatever was sent. */
  readonly end: number
}

/** Browsers cut every cookie to this: RFC 6265bis, section 5.5. */
export const BROWSER_DAYS_MAX = 400
const DAY = 86_400
const seconds = () => Math.floor(Date.now() / 1000)

/** A browser's memory over the years; `realm` is what the scripts of one page see of it. */
export function clockBrowser() {
  const jar = new Map<string, Written>()
  const local = new Map<string, string>()
  const written: Written[] = []
  const live = () => [...jar.values()].filter(({ end }) => end > seconds())
  const take = (text: string) => {
    const [pair = '', ...rest] = text.split('; ')
    const at = pair.indexOf('=')
    const [name, value] = [pair.slice(0, at), pair.slice(at + 1)]
    const age = rest.find(one => one.startsWith('Max-Age='))?.slice(8)
    const maxAge = age === undefined ? undefined : Number(age)
    const end = seconds() + Math.min(maxAge ?? DAY, BROWSER_DAYS_MAX * DAY)
    const cookie = { name, value, at: seconds(), maxAge, end }
    jar.delete(name)
    if (maxAge !== undefined && maxAge <= 0) return
    jar.set(name, cookie)
    written.push(cookie)
  }
  const cookie = {
    configurable: true,
    get: () =>
      live()
        .map(({ name, value }) => `${name}=${value}`)
        .join('; '),
    set: (text: string) => take(text),
  }
  return { live, local, written, realm: () => realmOf(cookie, local) }
}

/** Just so much of a window as the tag's memory stands on, new for each page. */
function realmOf(cookie: PropertyDescriptor, local: Map<string, string>) {
  class Document extends EventTarget {
    readonly head = { prepend: () => undefined }
    readonly scripts = []
    createElement = () => ({})
    get currentScript() {
      return null
    }
  }
  Object.defineProperty(Document.prototype, 'cookie', cookie)
  class Storage {
    getItem = (name: string) => local.get(name) ?? null
    setItem(name: string, value: string) {
      Reflect.set(this, name, value)
    }
    removeItem = (name: string) => local.delete(name)
    key = () => null
    clear = () => local.clear()
  }
  class HTMLIFrameElement {
    get contentWindow() {
      return null
    }
    get contentDocument() {
      return null
    }
  }
  // By property, as a real storage lets itself be written.
  const localStorage = new Proxy(new Storage(), {
    set: (_, name, value) => Boolean(local.set(String(name), String(value))),
    defineProperty: (_, name, { value }) => Boolean(local.set(String(name), String(value))),
    ownKeys: () => [...local.keys()],
    getOwnPropertyDescriptor: (_, name) =>
      local.has(String(name)) ? { configurable: true, enumerable: true, value: '' } : undefined,
  })
  const window = {
    ...{ Document, Storage, HTMLIFrameElement, localStorage, sessionStorage: new Storage() },
    ...{ document: new Document(), open: () => null },
    location: new URL('https://pikkunalle.example/fi/'),
    navigator: {},
  }
  return { ...window, window }
}
