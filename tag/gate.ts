import { decideTracker, type Facts, type Rules, type TrackerRule } from '../src/policy/decide.ts'
import { bake } from './jar.ts'

/** Why something was refused, as pages see it in the `lupaus:refused` event. */
export type Refused = { readonly refused: string; readonly purpose: string; readonly what?: string }

/** What stands between the page and the device. */
export type Gate = {
  /** The tracker that lets this name be written now; otherwise reports the refusal. */
  readonly admit: Admit
  readonly refuse: (refusal: Refused) => void
  readonly counts: Readonly<Record<string, number>>
  readonly kept: Kept
}

/** The browser's own storages behind the gate; all calls do nothing where it blocks them. */
type Kept = {
  readonly names: (kind: Kind) => string[]
  readonly read: (kind: Kind, name: string) => string | null
  readonly put: (kind: Kind, name: string, value: string) => boolean
  readonly remove: (kind: Kind, name: string) => void
}

type Kind = 'localStorage' | 'sessionStorage'
const OURS = 'lupaus_'
const KINDS = ['localStorage', 'sessionStorage'] as const
const STORES = { localStorage: 'local-storage', sessionStorage: 'session-storage' } as const

/** Wraps every way by which a page's scripts write to the device; undeclared names are refused. */
export function openGate(rules: Rules, facts: () => Facts | undefined): Gate {
  const counts: Record<string, number> = {}
  const refuse = (refusal: Refused) => {
    const key = `${refusal.refused} ${refusal.what ?? refusal.purpose}`
    counts[key] = (counts[key] ?? 0) + 1
    document.dispatchEvent(new CustomEvent('lupaus:refused', { detail: refusal }))
  }
  const admit: Admit = (store, name) => {
    const verdict = decideTracker(rules, store, name, facts())
    if ('tracker' in verdict) return verdict.tracker
    refuse(verdict)
    return undefined
  }
  // What the tag itself keeps, pages may erase but not forge.
  const pageMay: Admit = (store, name) => {
    if (!name.startsWith(OURS)) return admit(store, name)
    refuse({ refused: 'reserved', purpose: '', what: name })
    return undefined
  }
  guard(() => wrapCookie(pageMay))
  guard(() => wrapCookieStore(pageMay))
  guard(() => wrapDatabases(pageMay))
  const mayPut = (kind: Kind, name: string) => {
    if (kind === 'sessionStorage') return Boolean(pageMay(STORES[kind], name))
    // A plain value would have no end: `lupaus.store` writes one beside it.
    if (!pageMay(STORES[kind], name)) return false
    refuse({ refused: 'use lupaus.store', purpose: '', what: name })
    return false
  }
  return { admit, refuse, counts, kept: wrapStorage(mayPut) }
}

type Admit = (store: string, name: string) => TrackerRule | undefined

/** Runs what may fail in an odd browser; the rest goes on without it. */
export function guard(act: () => void): void {
  try {
    act()
  } catch {
    // A store that the browser lacks or blocks needs no gate.
  }
}

/** The browser's own method, before we stand before it; to be called on its owner. */
function methodOf<T extends object, K extends keyof T>(owner: T, name: K): T[K] {
  return owner[name]
}

function wrapCookie(admit: Admit): void {
  const native = Object.getOwnPropertyDescriptor(Document.prototype, 'cookie')
  Object.defineProperty(Document.prototype, 'cookie', {
    enumerable: true,
    get(this: Document) {
      return native?.get?.call(this)
    },
    set(text: unknown) {
      const admitted = cookieText(String(text), admit)
      if (admitted) bake(admitted)
    },
  })
}

/**
 * The cookie as it may be set, or nothing. Rebuilt rather than passed on, so that the browser
 * cannot read another name or lifetime from it than we did.
 */
function cookieText(text: string, admit: Admit): string | undefined {
  const [pair = '', ...rest] = text.split(';').map(part => part.trim())
  const at = pair.indexOf('=')
  const name = pair.slice(0, Math.max(at, 0)).trim()
  let seconds: number | undefined
  let dated: number | undefined
  const others = rest.filter(attribute => {
    const [key = '', value = ''] = attribute.split('=')
    if (/^max-age$/i.test(key.trim())) seconds = Number(value)
    else if (/^expires$/i.test(key.trim())) dated = (Date.parse(value) - Date.now()) / 1000
    else return true
    return false
  })
  const life = seconds ?? dated
  if (life !== undefined && life <= 0) return [`${name}=; Max-Age=0`, ...others].join('; ')
  const tracker = /[^ -~\u0080-\uffff]/.test(pair) ? admit('cookie', '') : admit('cookie', name)
  if (!tracker) return undefined
  const age =
    tracker.seconds && life ? [`Max-Age=${Math.floor(Math.min(life, tracker.seconds))}`] : []
  return [`${name}=${pair.slice(at + 1)}`, ...others, ...age].join('; ')
}

function wrapCookieStore(admit: Admit): void {
  const set = methodOf(CookieStore.prototype, 'set')
  CookieStore.prototype.set = function (first: string | CookieInit, value?: string) {
    const init = typeof first === 'string' ? { name: first, value: value ?? '' } : { ...first }
    const tracker = admit('cookie', init.name)
    if (!tracker) return Promise.resolve()
    if (!tracker.seconds) init.expires = null
    else if (init.expires)
      init.expires = Math.min(init.expires, Date.now() + tracker.seconds * 1000)
    return set.call(this, init)
  }
}

function wrapDatabases(admit: Admit): void {
  const open = methodOf(IDBFactory.prototype, 'open')
  IDBFactory.prototype.open = function (...args) {
    if (admit('indexed-db', args[0])) return open.apply(this, args)
    // What a browser that blocks storage does, so that callers know how to live with it.
    throw new DOMException(`lupaus: \`${args[0]}\` is not permitted`, 'SecurityError')
  }
}

/** Stands a gate before both storages; answers the way past it, for the tag alone. */
function wrapStorage(mayPut: (kind: Kind, name: string) => boolean): Kept {
  const real: { [K in Kind]?: Storage } = {}
  const behind = new Map<unknown, Kind>()
  const setItem = methodOf(Storage.prototype, 'setItem')
  for (const kind of KINDS) {
    guard(() => {
      const store = window[kind]
      const gated = gatedStorage(store, name => mayPut(kind, name))
      real[kind] = store
      behind.set(store, kind).set(gated, kind)
      Object.defineProperty(window, kind, { get: () => gated })
    })
  }
  for (const method of ['getItem', 'setItem', 'removeItem', 'key', 'clear'] as const) {
    const native: Function = Storage.prototype[method]
    Object.defineProperty(Storage.prototype, method, {
      value(this: unknown, ...args: string[]) {
        const kind = behind.get(this)
        if (method === 'setItem' && kind && !mayPut(kind, String(args[0]))) return undefined
        return Reflect.apply(native, kind ? real[kind] : this, args)
      },
    })
  }
  return {
    names: kind => Object.keys(real[kind] ?? {}),
    read: (kind, name) => real[kind]?.getItem(name) ?? null,
    remove: (kind, name) => real[kind]?.removeItem(name),
    put(kind, name, value) {
      const store = real[kind]
      guard(() => {
        if (store) setItem.call(store, name, value)
      })
      return store?.getItem(name) === value
    },
  }
}

/** The storage as pages see it: reading is free, and each way of writing asks first. */
function gatedStorage(store: Storage, mayPut: (name: string) => boolean): Storage {
  const write = (key: string | symbol, value: unknown) => {
    if (mayPut(String(key))) Reflect.set(store, key, value, store)
    return true
  }
  const gated: Storage = new Proxy(store, {
    get(_, key) {
      const held: unknown = Reflect.get(store, key, store)
      if (typeof held !== 'function') return held
      return (...args: unknown[]): unknown => Reflect.apply(held, gated, args)
    },
    set: (_, key, value) => write(key, value),
    defineProperty: (_, key, { value }) => write(key, value),
  })
  return gated
}
