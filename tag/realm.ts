import type { TrackerRule } from '../src/policy/decide.ts'
import { guard, type Native, now, wrap } from './guard.ts'
import { cookies } from './jar.ts'

export type Admit = (store: string, name: string) => TrackerRule | undefined
type Kind = 'localStorage' | 'sessionStorage'

/** The browser's own ways of writing, which the gate keeps for the tag alone. */
export type Real = { [K in Kind]?: Storage } & { bake?: (text: string) => void }

/** What scripts see of the browser: that of the page, or of a frame that has no page of its own. */
type Realm = Window & typeof globalThis

type Refuse = (refusal: { refused: string; purpose: string; what: string }) => undefined

/** Stands before a method or property of what this name makes, where the browser has it. */
type Stand = (
  owner: string,
  name: string,
  ...how: Parameters<typeof wrap> extends [object, string, ...infer How] ? How : never
) => ReturnType<typeof wrap> | undefined

const guarded = new WeakSet()

/**
 * Stands before every way by which scripts of this realm write to the device, and answers the ways
 * past the guards; `admit` answers the tracker that lets a page write this now, with the seconds that
 * are left to it.
 */
export function guardRealm(realm: Realm, admit: Admit, refuse: Refuse): Real {
  const { document } = realm
  const stand: Stand = (owner, name, ...how) =>
    guard(() => wrap(Reflect.get(realm, owner).prototype, name, ...how))
  guarded.add(realm.Document.prototype)
  const bake = guardCookies(stand, admit)
  guardDoors(stand, admit, document)
  guardFrames(stand, realm, inner => guardRealm(inner, admit, refuse))
  return { ...guardStorage(stand, realm, admit, refuse), bake: text => bake?.call(document, text) }
}

/** Answers the browser's own way of setting a cookie. */
function guardCookies(stand: Stand, admit: Admit): Native | undefined {
  stand('CookieStore', 'set', async (set, [first, text], self) => {
    const init = Object(first)
    const { name = first, value = text, maxAge, expires } = init
    const asked = maxAge ?? ((expires ?? Infinity) - now()) / 1000
    const life = lifeOf(admit, String(name), value, asked)
    const end = life && life < Infinity ? now() + life * 1000 : null
    return life && set.call(self, { ...init, name, value, maxAge: undefined, expires: end })
  })
  // Reading stays as it is.
  return stand(
    ...(['Document', 'cookie'] as const),
    (set, [text], self) => {
      const admitted = cookieText(String(text), admit)
      if (admitted) set.call(self, admitted)
    },
    'set',
  )
}

/**
 * The cookie as it may be set, or nothing. Rebuilt rather than passed on, so that the browser
 * cannot read another name or lifetime from it than we did.
 */
function cookieText(text: string, admit: Admit): string | undefined {
  let age: number | undefined
  let dated = Infinity
  const [pair = '', ...others] = text
    .replaceAll(/; *(?:max-age|(expires))\s*=([^;]*)/gi, (_, isDate, end) => {
      if (isDate) dated = (Date.parse(end) - now()) / 1000
      else age = Number(end)
      return ''
    })
    .split(';')
  const [, name = '', value = pair.trim()] = /^\s*(.*?)\s*=\s*(.*?)\s*$/s.exec(pair) ?? []
  const life = lifeOf(admit, /[^ -~\u0080-\uffff]/.test(pair) ? '' : name, value, age ?? dated)
  if (!life) return undefined
  if (life < Infinity) others.push(` Max-Age=${Math.floor(life)}`)
  return [`${name}=${value}`, ...others].join(';')
}

/**
 * Seconds that a cookie may live of those that are asked for; less than none where it is erased,
 * which is always allowed, and undefined where it may not be.
 */
function lifeOf(admit: Admit, name: string, value: unknown, asked: number): number | undefined {
  if (asked <= 0) return -1
  const tracker = admit('cookie', name)
  if (!tracker) return undefined
  const { seconds, capSeconds } = tracker
  // What is not declared to roll keeps the end that it was set with.
  if (seconds && !capSeconds && cookies()[name] === value) return undefined
  return seconds && asked < Infinity ? Math.min(asked, seconds) : Infinity
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

function guardDoors(stand: Stand, admit: Admit, { baseURI }: Document): void {
  for (const [owner, method, store] of DOORS) {
    stand(owner, method, (native, args, self) => {
      const [asked = method] = args
      // A page may hand anything.
      // eslint-disable-next-line typescript/no-base-to-string
      const given = String(asked)
      const name = store === 'service-worker' ? new URL(given, baseURI).pathname : given
      if (admit(store, name)) return native.apply(self, args)
      // What a browser that blocks storage does, so that callers know how to live with it.
      const error = new DOMException(name, 'SecurityError')
      if (store === 'indexed-db') throw error
      return Promise.reject(error)
    })
  }
}

/** Stands a gate before both storages; answers the storages themselves, for the tag alone. */
function guardStorage(stand: Stand, realm: Realm, admit: Admit, refuse: Refuse): Real {
  const real: Real = {}
  const behind = new Map<unknown, Kind>()
  const mayPut = (kind: Kind, key: unknown) => {
    const what = String(key)
    // `localStorage` is `local-storage` in a policy.
    const admitted = admit(kind.replace('S', '-s'), what)
    if (!admitted || kind === 'sessionStorage') return admitted
    // A plain value would have no end: `lupaus.store` writes one beside it.
    return refuse({ refused: 'use lupaus.store', purpose: '', what })
  }
  for (const kind of ['localStorage', 'sessionStorage'] as const) {
    guard(() => {
      const store = (real[kind] = realm[kind])
      const write = (_: unknown, key: unknown, value: unknown) =>
        !mayPut(kind, key) || Reflect.set(store, String(key), value)
      const gated: Storage = new Proxy<Storage>(store, {
        get(_, key) {
          const held: unknown = Reflect.get(store, key)
          return Object(held).bind?.(gated) ?? held
        },
        set: write,
        defineProperty: (_, key, { value }) => write(_, key, value),
      })
      behind.set(store, kind).set(gated, kind)
      Object.defineProperty(realm, kind, { get: () => gated })
    })
  }
  for (const method of ['getItem', 'setItem', 'removeItem', 'key', 'clear']) {
    stand('Storage', method, (native, args, self) => {
      const kind = behind.get(self)
      return method === 'setItem' && kind && !mayPut(kind, args[0])
        ? undefined
        : native.apply(kind ? real[kind] : self, args)
    })
  }
  return real
}

/** A frame or window without an address of its own shares our stores, but not our guards. */
function guardFrames(stand: Stand, realm: Realm, guardToo: (inner: Realm) => void): void {
  const reach = (inner: unknown) =>
    guard(() => {
      const { location, Document } = Object(inner)
      if (location.protocol === 'about:' && !guarded.has(Document.prototype)) {
        guardToo(Object(inner))
      }
    })
  const reached = (native: Native, args: readonly unknown[], self: unknown) => {
    const inner = native.apply(self, args)
    reach(Object(inner).defaultView ?? inner)
    return inner
  }
  stand('HTMLIFrameElement', 'contentWindow', reached, 'get')
  stand('HTMLIFrameElement', 'contentDocument', reached, 'get')
  wrap(realm, 'open', reached)
  // A bare frame is loaded before the call that puts it into the page returns.
  const loaded = ({ target }: Event) => reach(Object(target).contentWindow)
  realm.document.addEventListener('load', loaded, true)
}
