import { afterEach, expect, test, vi } from 'vitest'
import type { TagConfig } from '../../src/consent/wire.ts'
import { tagConfig } from '../../src/policy/index.ts'
import { shopPolicy } from '../demo-shop.ts'
import { BROWSER_DAYS_MAX, clockBrowser } from './clock-browser.ts'

const DAY = 86_400
const DAYS = 5 * 365
const START = Date.parse('2026-12-01T08:00:00Z') / 1000
const CONFIG: TagConfig = { ...tagConfig(shopPolicy()), tag: '0'.repeat(16) }
const trackerOf = (name: string) => CONFIG.rules.trackers.find(one => one.name === name)
const CONSENT_SECONDS = trackerOf('lupaus_choice')?.seconds ?? 0
const PLACE = {
  origin: 'https://pikkunalle.example',
  host: 'pikkunalle.example',
  marks: { lupausHeaders: '' },
}
const IDS = ['lupaus_p', 'lupaus_a', 'lupaus_m']

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

/** A receipt of a yes to everything, as the server would sign it. */
function receipt(until: number): string {
  const g = Object.fromEntries(
    CONFIG.asks.map(({ purpose }) => [purpose, CONFIG.rules.purposes[purpose]?.terms]),
  )
  const held = { v: CONFIG.rules.version, w: '0'.repeat(16), l: 'fi', g, e: until }
  return `x.${Buffer.from(JSON.stringify(held)).toString('base64url')}.x`
}

type Lapse = { readonly day: number; readonly until: number }
type Box = { readonly e: number; readonly f: number }

/** Comes every day for five years; says yes whenever there is no choice, or every day anew. */
async function comeDaily(consentSeconds: number, config: TagConfig) {
  const browser = clockBrowser()
  const yeses: Lapse[] = []
  const boxes: (Box & { readonly at: number })[] = []
  vi.useFakeTimers({ toFake: ['Date'] })
  for (const [name, value] of Object.entries(browser.realm())) vi.stubGlobal(name, value)
  // Read only now, and anew: the tag takes hold of its browser's cookies as soon as it is loaded.
  vi.resetModules()
  const { openHold } = await import('../../tag/hold.ts')
  const { openIds } = await import('../../tag/ids.ts')
  for (let day = 0; day < DAYS; day += 1) {
    const now = START + day * DAY
    vi.setSystemTime(now * 1000)
    for (const [name, value] of Object.entries(browser.realm()))
      Reflect.set(globalThis, name, value)
    const hold = openHold(config, PLACE)
    const ids = openIds(Object({ config, hold }))
    if (!hold.standing().payload) {
      yeses.push({ day, until: now + consentSeconds })
      hold.keepChoice(receipt(now + consentSeconds))
    }
    ids.visitors()
    ids.visit()
    hold.store('lupaus_seen', ['kuu'])
    const kept = browser.local.get('lupaus_seen')
    if (kept !== undefined) boxes.push({ ...(JSON.parse(kept) as Box), at: now })
    // The shop's own script asks for far more than it was promised.
    document.cookie = 'shop_customer=c; Path=/; Max-Age=999999999'
  }
  return { ...browser, yeses, boxes }
}

let coming: ReturnType<typeof comeDaily> | undefined
const usual = () => (coming ??= comeDaily(CONSENT_SECONDS, CONFIG))

test('a daily visitor of five years: lifetimes roll, and never reach past what is declared, the cap, or the consent (proves: device.rolling-renewal)', async () => {
  const { written, yeses, boxes } = await usual()
  // Asked again each time the consent lapsed, and never before.
  expect(yeses.length).toBe(Math.ceil(DAYS / (CONSENT_SECONDS / DAY)))
  const lapseAt = (at: number) =>
    yeses.findLast(({ day }) => START + day * DAY <= at)?.until ?? Number.NaN
  const ids = written.filter(({ name }) => name !== 'lupaus_choice' && name.startsWith('lupaus_'))
  expect(ids.length).toBeGreaterThan(4 * DAYS - 10)
  const tooLong = ids.filter(({ name, value, at, maxAge = Infinity }) => {
    const { seconds = 0, capSeconds = 0 } = trackerOf(name) ?? {}
    const first = parseInt(value.split('.')[1] ?? '', 36)
    const ends = [at + seconds, first + (capSeconds || seconds), lapseAt(at)]
    return !(at + maxAge <= Math.min(...ends))
  })
  expect(tooLong).toEqual([])
  const { seconds = 0, capSeconds = 0 } = trackerOf('lupaus_seen') ?? {}
  expect(boxes.length).toBe(DAYS)
  expect(
    boxes.filter(({ e, f, at }) => !(e <= Math.min(at + seconds, f + capSeconds, lapseAt(at)))),
  ).toEqual([])
  // An identifier ends with the consent that let it be: the next yes begins a new one.
  for (const name of IDS) expect(valuesOf(written, name)).toBeGreaterThanOrEqual(yeses.length)
})

test('where consent would last for ever, the cap ends an identifier and what rolls does roll (proves: device.rolling-renewal)', async () => {
  const trackers = CONFIG.rules.trackers.map(one =>
    one.name === 'lupaus_choice' ? { ...one, seconds: 20 * 365 * DAY } : one,
  )
  const endless = { ...CONFIG, rules: { ...CONFIG.rules, trackers } }
  const { written, yeses } = await comeDaily(20 * 365 * DAY, endless)
  expect(yeses.length).toBe(Math.ceil(DAYS / BROWSER_DAYS_MAX))
  for (const name of IDS) {
    const { seconds = 0, capSeconds = 0 } = trackerOf(name) ?? {}
    const life = capSeconds || seconds
    const mine = written.filter(one => one.name === name)
    const ends = new Set(mine.map(({ at, maxAge = 0 }) => at + maxAge))
    expect(valuesOf(written, name), name).toBe(Math.ceil(DAYS / (life / DAY)))
    // Each day a later end where renewal is declared; the one end of the first day where not.
    if (capSeconds) expect(ends.size).toBeGreaterThan(DAYS / 2)
    else expect(ends.size).toBe(valuesOf(written, name))
  }
})

test('what is sent is the declared lifetime, and what a browser keeps of it 400 days at most', async () => {
  const { written, live } = await usual()
  const customer = written.filter(({ name }) => name === 'shop_customer')
  const [first] = customer
  const declared = trackerOf('shop_customer')?.seconds ?? 0
  expect(first?.maxAge).toBe(declared)
  expect(declared).toBeGreaterThan(BROWSER_DAYS_MAX * DAY)
  expect((first?.end ?? 0) - START).toBe(BROWSER_DAYS_MAX * DAY)
  // It is not declared to roll: set again only once the browser has forgotten it.
  expect(customer.length).toBe(Math.ceil(DAYS / BROWSER_DAYS_MAX))
  expect(live().filter(({ end, at }) => end - at > BROWSER_DAYS_MAX * DAY)).toEqual([])
})

function valuesOf(written: readonly { name: string; value: string }[], name: string): number {
  return new Set(written.filter(one => one.name === name).map(({ value }) => value)).size
}
