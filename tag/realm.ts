import type { TrackerRule } from '../src/policy/decide.ts'
import { guard, wrap } from './guard.ts'
import { cookies } from './jar.ts'

export type Admit = (store: string, name: string) => TrackerRule | undefined
type Kind = 'localStorage' | 'sessionStorage'

/** The browser's own ways of writing, which the gate keeps for the tag alone. */
export type Real = { [K in Kind]?: Storage } & { bake?: (text: string) => void }

/** What scripts see of the browser: that of the page, or of a frame that has no page of its own. */
type Realm = Window & typeof globalThis

type Guards = {
  /** The tracker that lets a page write this now, with the seconds that are left to it. */
  readonly admit: Admit
  readonly refuse: (refusal: { refused: string; purpose: string; what: string }) => void
  /** Filled with the ways past the guards. */
  readonly real: Real
  /** What a later part of the tag is given instead of guarding all anew. */
  readonly gate: unknown
}

const guarded = new WeakSet()

/** Stands before every way by which scripts of this realm write to the device. */
export function guardRealm(realm: Realm, guards: Guards): void {
  guarded.add(realm.Document.prototype)
  guard(() => wrapCookie(realm, guards))
  guard(() => wrapCookieStore(realm, guards))
  wrapDoors(realm, guards)
  wrapStorage(realm, guards)
  wrapFrames(realm, guards)
  // A script of the page may call this as well, but is not the script that runs then.
  const current = getter(realm.Document.prototype, 'currentScript')
  const give = () =>
    /^[^?#]*\/lupaus[\w-]*\.js/.test(current?.call(realm.document)?.src) ? guards.gate : undefined
  Object.defineProperty(realm, 'lupausGate', { value: give })
}

function getter(owner: object, name: string) {
  // Called with its owner.
  // eslint-disable-next-line typescript/unbound-method
  return Object.getOwnPropertyDescriptor(owner, name)?.get
}

function wrapCookie({ Document, document }: Realm, { admit, real }: Guards): void {
  const native = Object.getOwnPropertyDescriptor(Document.prototype, 'cookie')
  real.bake = text => native?.set?.call(document, text)
  // Reading stays as it is.
  Object.defineProperty(Document.prototype, 'cookie', {
    set(text: unknown) {
      const admitted = cookieText(String(text), admit)
      if (admitted) guard(() => native?.set?.call(this, admitted))
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
  if (!tracker || isRenewal(tracker, name, value)) return undefined
  if (tracker.seconds && life < Infinity) {
    others.push(`Max-Age=${Math.floor(Math.min(life, tracker.seconds))}`)
  }
  return [`${name}=${value}`, ...others].join('; ')
}

/** What is not declared to roll keeps the end that it was set with. */
function isRenewal({ seconds, capSeconds }: TrackerRule, name: string, value: string): boolean {
  return !!seconds && !capSeconds && cookies().get(name) === value
}

function wrapCookieStore({ CookieStore }: Realm, { admit }: Guards): void {
  wrap(CookieStore.prototype, 'set', (set, [first, text = '']: [string | CookieInit, string?]) => {
    const init = typeof first === 'string' ? { name: first, value: text } : first
    const { name, value } = init
    // A page may hand anything.
    // eslint-disable-next-line typescript/no-unnecessary-type-conversion
    const tracker = admit('cookie', String(name))
    if (!tracker || isRenewal(tracker, name, value)) return Promise.resolve()
    const { seconds } = tracker
    const { expires, maxAge = Infinity }: CookieInit & { maxAge?: number } = init
    const asked = expires ?? Date.now() + maxAge * 1000
    const end = Math.min(asked, Date.now() + seconds * 1000)
    const cut = { ...init, maxAge: undefined, expires: seconds && asked < Infinity ? end : null }
    return set(cut)
  })
}

/** Methods that open a store by name; those without a store in the policy's words open for nobody. */
const DOORS = [
  ['IDBFactory', 'open', 'indexed-db'],
  ['CacheStorage', 'open', 'cache'],
  ['ServiceWorkerContainer', 'register', 'service-worker'],
  ['StorageManager', 'getDirectory', ''],
  ['StorageBucketManager', 'open', ''],
  ['SharedStorage', 'set', ''],
] as const

function wrapDoors(realm: Realm, { admit }: Guards): void {
  for (const [owner, method, store] of DOORS) {
    guard(() =>
      wrap(Reflect.get(realm, owner).prototype, method, (native, args: [string]) => {
        const [given] = args
        const name =
          store === 'service-worker'
            ? new URL(given, realm.document.baseURI).pathname
            : // eslint-disable-next-line typescript/no-unnecessary-type-conversion
              String(given ?? method)
        if (admit(store, name)) return kept(native(...args))
        // What a browser that blocks storage does, so that callers know how to live with it.
        const error = new DOMException(`lupaus: \`${name}\` is not permitted`, 'SecurityError')
        if (store === 'indexed-db') throw error
        return Promise.reject(error)
      }),
    )
  }
}

/** A database that is being opened gives way as soon as it is to be erased. */
function kept(opened: unknown): unknown {
  if (opened instanceof IDBOpenDBRequest) {
    opened.addEventListener('success', () => {
      const { result } = opened
      result.addEventListener('versionchange', event => event.newVersion ?? result.close())
    })
  }
  return opened
}

/** Stands a gate before both storages; keeps the way past it for the tag alone. */
function wrapStorage(realm: Realm, { admit, refuse, real }: Guards): void {
  const mayPut = (kind: Kind, name: string) => {
    // `localStorage` is `local-storage` in a policy.
    const admitted = admit(kind.replace('S', '-s'), name)
    if (!admitted || kind === 'sessionStorage') return Boolean(admitted)
    // A plain value would have no end: `lupaus.store` writes one beside it.
    refuse({ refused: 'use lupaus.store', purpose: '', what: name })
    return false
  }
  const behind = new Map<unknown, Kind>()
  for (const kind of ['localStorage', 'sessionStorage'] as const) {
    guard(() => {
      const store = realm[kind]
      const gated = gatedStorage(store, name => mayPut(kind, name))
      real[kind] = store
      behind.set(store, kind).set(gated, kind)
      Object.defineProperty(realm, kind, { get: () => gated })
    })
  }
  for (const method of ['getItem', 'setItem', 'removeItem', 'key', 'clear'] as const) {
    const native: Function = realm.Storage.prototype[method]
    Object.defineProperty(realm.Storage.prototype, method, {
      value(this: unknown, ...args: string[]) {
        const kind = behind.get(this)
        if (method === 'setItem' && kind && !mayPut(kind, String(args[0]))) return undefined
        return native.apply(kind ? real[kind] : this, args)
      },
    })
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

/** A frame or window without an address of its own shares our stores, but not our guards. */
function wrapFrames(realm: Realm, guards: Guards): void {
  const frames = realm.HTMLIFrameElement.prototype
  const windowOf = getter(frames, 'contentWindow')
  const reach = (inner: Realm | null) =>
    guard(() => {
      const isBare = inner?.location.protocol === 'about:'
      if (isBare && !guarded.has(inner.Document.prototype)) {
        guardRealm(inner, { ...guards, real: {} })
      }
    })
  for (const name of ['contentWindow', 'contentDocument']) {
    const native = getter(frames, name)
    Object.defineProperty(frames, name, {
      get() {
        reach(windowOf?.call(this))
        return native?.call(this)
      },
    })
  }
  wrap(realm, 'open', (open, args) => {
    const opened = open(...args)
    reach(Object(opened))
    return opened
  })
  // A bare frame is loaded before the call that puts it into the page returns.
  const loaded = ({ target }: Event) => target && reach(Reflect.get(target, 'contentWindow'))
  realm.document.addEventListener('load', loaded, true)
}
