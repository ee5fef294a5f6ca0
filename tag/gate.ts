import { decideTracker, type Facts, type Rules, type TrackerRule } from '../src/policy/decide.ts'
import { guard, wrap } from './guard.ts'
import { bake } from './jar.ts'

/** Why something was refused, as pages see it in the `lupaus:refused` event. */
export type Refused = { readonly refused: string; readonly purpose: string; readonly what?: string }

/** What stands between the page and the device. */
export type Gate = {
  /** The tracker that lets this name be written now; otherwise reports the refusal. */
  readonly admit: Admit
  readonly refuse: (refusal: Refused) => void
  readonly counts: Readonly<Record<string, number>>
  /** The browser's own storages behind the gate, where it lets us have them. */
  readonly real: Real
}

type Admit = (store: string, name: string) => TrackerRule | undefined
type Kind = 'localStorage' | 'sessionStorage'
type Real = { [K in Kind]?: Storage }

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
    if (!name.startsWith('lupaus_')) return admit(store, name)
    refuse({ refused: 'reserved', purpose: '', what: name })
    return undefined
  }
  const mayPut = (kind: Kind, name: string) => {
    // `localStorage` is `local-storage` in a policy.
    const admitted = pageMay(kind.replace('S', '-s'), name)
    if (!admitted || kind === 'sessionStorage') return Boolean(admitted)
    // A plain value would have no end: `lupaus.store` writes one beside it.
    refuse({ refused: 'use lupaus.store', purpose: '', what: name })
    return false
  }
  guard(() => wrapCookie(pageMay))
  guard(() => wrapCookieStore(pageMay))
  guard(() => wrapDatabases(pageMay))
  return { admit, refuse, counts, real: wrapStorage(mayPut) }
}

function wrapCookie(admit: Admit): void {
  // Reading stays as it is.
  Object.defineProperty(Document.prototype, 'cookie', {
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
  const [, name = '', value = pair] = /^(.*?)\s*=(.*)/s.exec(pair) ?? []
  let seconds: number | undefined
  let dated: number | undefined
  const others = rest.filter(attribute => {
    const [, key, end = ''] = /^(max-age|expires)\s*=(.*)/i.exec(attribute) ?? []
    if (!key) return true
    if (/m/i.test(key)) seconds = Number(end)
    else dated = (Date.parse(end) - Date.now()) / 1000
    return false
  })
  const life = seconds ?? dated ?? Infinity
  if (life <= 0) return [`${name}=; Max-Age=0`, ...others].join('; ')
  const tracker = admit('cookie', /[^ -~\u0080-\uffff]/.test(pair) ? '' : name)
  if (!tracker) return undefined
  if (tracker.seconds && life < Infinity) {
    others.push(`Max-Age=${Math.floor(Math.min(life, tracker.seconds))}`)
  }
  return [`${name}=${value}`, ...others].join('; ')
}

function wrapCookieStore(admit: Admit): void {
  wrap(CookieStore.prototype, 'set', (set, [first, value]: [string | CookieInit, string?]) => {
    const init: CookieInit =
      typeof first === 'string' ? { name: first, value: value ?? '' } : { ...first }
    const tracker = admit('cookie', init.name)
    if (!tracker) return Promise.resolve()
    const { expires } = init
    const end = Date.now() + tracker.seconds * 1000
    init.expires = tracker.seconds && expires ? Math.min(expires, end) : null
    return set(init)
  })
}

function wrapDatabases(admit: Admit): void {
  wrap(IDBFactory.prototype, 'open', (open, args: [string, number?]) => {
    if (admit('indexed-db', args[0])) return open(...args)
    // What a browser that blocks storage does, so that callers know how to live with it.
    throw new DOMException(`lupaus: \`${args[0]}\` is not permitted`, 'SecurityError')
  })
}

/** Stands a gate before both storages; answers the way past it, for the tag alone. */
function wrapStorage(mayPut: (kind: Kind, name: string) => boolean): Real {
  const real: Real = {}
  const behind = new Map<unknown, Kind>()
  for (const kind of ['localStorage', 'sessionStorage'] as const) {
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
        return native.apply(kind ? real[kind] : this, args)
      },
    })
  }
  return real
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
