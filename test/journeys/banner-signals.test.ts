import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { AutoConsentCMPRule } from '@duckduckgo/autoconsent'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Consent } from '../../src/consent/index.ts'
import { openSink, type Sink } from '../device/sink.ts'
import { type TagShop, tagShop, type Visitor } from './tag-shop.ts'

// People's own tools, and what Google's scripts are told: both speak with the banner from outside.

const AUTOCONSENT = dirname(createRequire(import.meta.url).resolve('@duckduckgo/autoconsent'))
const ENGINE = readFileSync(join(AUTOCONSENT, 'autoconsent.playwright.js'), 'utf8')
const OTHERS = readJson(join(AUTOCONSENT, '../rules/rules.json')) as {
  autoconsent: AutoConsentCMPRule[]
}
const OURS = readJson('rules/autoconsent.json') as AutoConsentCMPRule
const OMATIC = readJson('rules/consent-o-matic.json') as { lupaus: Omatic }

let shop: TagShop
let consent: Consent
let google: Sink
beforeAll(async () => {
  google = await openSink('www.googletagmanager.test')
  shop = await tagShop(
    text =>
      text
        .replace('hosts: [pixel.revontuli.example]', `hosts: ["${google.host}"]`)
        .replace('catalogue: pixel\n', 'catalogue: google-analytics\n'),
    { site: (_, parts) => void (consent = parts.consent) },
  )
  shop.bodies.set('/en/google', GOOGLE(google.host))
  shop.headers.set('/en/google', `default-src 'self' http://${google.host}`)
})
afterAll(async () => {
  await shop[Symbol.asyncDispose]()
  await google[Symbol.asyncDispose]()
})

type Heard = { readonly type: string; readonly cmp?: string; readonly result?: boolean }

/** Runs autoconsent in the page, unmodified, as a browser that carries it would. */
async function runTool(visitor: Visitor, action: 'optOut' | 'optIn'): Promise<readonly Heard[]> {
  const { page } = visitor
  const heard: Heard[] = []
  await page.exposeFunction('autoconsentSendMessage', (message: Heard) => {
    heard.push(message)
    if (message.type !== 'init') return
    const config = { enabled: true, autoAction: action, enablePrehide: false, detectRetries: 20 }
    const rules = { autoconsent: [...OTHERS.autoconsent, OURS] }
    const answer = JSON.stringify({ type: 'initResp', config, rules })
    void page.evaluate(`void self.autoconsentReceiveMessage(${answer})`)
  })
  await visitor.go()
  await page.locator('button[name=refuse]').waitFor()
  await page.evaluate(ENGINE)
  await expect.poll(() => of(heard, `${action}Result`), { timeout: 10_000 }).toHaveLength(1)
  return heard
}

function of(heard: readonly Heard[], type: string) {
  return heard.filter(message => message.type === type).map(({ cmp, result }) => result ?? cmp)
}

test('autoconsent, unmodified and among all its own rules, says no for a person, and the server records it (proves: consent.refuse-nonessential)', async () => {
  await using visitor = await shop.visitor()
  const heard = await runTool(visitor, 'optOut')
  expect(of(heard, 'popupFound')).toEqual([OURS.name])
  expect(of(heard, 'optOutResult')).toEqual([true])
  await expect.poll(() => recorded(visitor)).toMatchObject({ g: {} })
  expect((await recorded(visitor))?.i).toBeUndefined()
  expect(await visitor.stored()).toEqual(['cookie lupaus_choice'])
  await visitor.go('/en/bear')
  await expect(visitor.page.locator('section').isVisible()).resolves.toBe(false)
})

test('the same tool cannot say yes: a script’s press of accept grants nothing (proves: consent.refuse-nonessential)', async () => {
  await using visitor = await shop.visitor()
  const requests = shop.requests.filter(line => line.startsWith('POST')).length
  const heard = await runTool(visitor, 'optIn')
  expect(of(heard, 'popupFound')).toEqual(['lupaus'])
  expect(of(heard, 'optInResult')).toEqual([false])
  expect(await recorded(visitor)).toBeUndefined()
  expect(await visitor.stored()).toEqual([])
  expect(shop.requests.filter(line => line.startsWith('POST'))).toHaveLength(requests)
  // The very layer that asked before, not a further one.
  await expect(visitor.page.locator('button[name=accept]').isVisible()).resolves.toBe(true)
})

/** What the server itself signed for this visitor. */
async function recorded({ context }: Visitor) {
  const cookie = (await context.cookies()).find(({ name }) => name === 'lupaus_choice')
  return consent.readReceipt(cookie?.value ?? '')
}

type Place = { readonly selector: string; readonly displayFilter?: boolean }
type Aim = { readonly type: string; readonly parent?: Place; readonly target: Place }
type Omatic = {
  readonly detectors: { readonly presentMatcher: Aim[]; readonly showingMatcher: Aim[] }[]
  readonly methods: { readonly name: string; readonly action: Aim }[]
}

// There is no package of the extension to run: this does what its own code does with these fields.
const FIND = ({ parent, target }: Aim): HTMLElement | undefined => {
  const top = parent && document.querySelector(parent.selector)
  if (parent && !top) return undefined
  const found = (top?.shadowRoot ?? top ?? document).querySelectorAll<HTMLElement>(target.selector)
  const { displayFilter: shown } = target
  return [...found].find(one => shown === undefined || shown === (one.offsetHeight !== 0))
}

test('the rule for Consent-O-Matic finds the banner while it asks, and its press is a no', async () => {
  const [detector] = OMATIC.lupaus.detectors
  const [press] = OMATIC.lupaus.methods
  if (!detector || !press) throw new Error('the rule detects and presses')
  await using visitor = await shop.visitor()
  const { page } = visitor
  const finds = async (aims: readonly Aim[]) =>
    (
      await Promise.all(
        aims.map(aim => page.evaluate(`!!(${String(FIND)})(${JSON.stringify(aim)})`)),
      )
    ).every(Boolean)
  await visitor.go()
  await page.locator('button[name=refuse]').waitFor()
  expect([await finds(detector.presentMatcher), await finds(detector.showingMatcher)]).toEqual([
    true,
    true,
  ])
  await page.evaluate(`(${String(FIND)})(${JSON.stringify(press.action)}).click()`)
  await expect.poll(() => recorded(visitor)).toMatchObject({ g: {} })
  expect([await finds(detector.presentMatcher), await finds(detector.showingMatcher)]).toEqual([
    true,
    false,
  ])
})

test('the rule for Consent-O-Matic has the fields that its schema knows, and no other', () => {
  const aims = OMATIC.lupaus.detectors.flatMap(one => [
    ...one.presentMatcher,
    ...one.showingMatcher,
  ])
  const methods = OMATIC.lupaus.methods
  const keys = (held: readonly object[]) => [...new Set(held.flatMap(one => Object.keys(one)))]
  expect(Object.keys(OMATIC)).toEqual(['lupaus'])
  expect(keys([OMATIC.lupaus])).toEqual(['detectors', 'methods'])
  expect(keys(OMATIC.lupaus.detectors)).toEqual(['presentMatcher', 'showingMatcher'])
  expect(new Set(aims.map(({ type }) => type))).toEqual(new Set(['css']))
  expect(keys(methods)).toEqual(['name', 'action'])
  expect(methods.map(({ name, action }) => [name, action.type])).toEqual([['DO_CONSENT', 'click']])
  const all = [...aims, ...methods.map(({ action }) => action)]
  expect(keys(all)).toEqual(['type', 'parent', 'target'])
  const places = all.flatMap(({ parent, target }) => (parent ? [parent, target] : [target]))
  expect(keys(places)).toEqual(['selector', 'displayFilter'])
})

// The words by which lists against cookie banners hide elements and stop requests, as they stand in
// their general parts. Elements are hidden by id, class and attribute; requests by address.
const LISTED =
  /cookie|consent|gdpr|rgpd|dsgvo|rodo|lgpd|ccpa|\bcmp|tcf|banner|notice|popup|modal|overlay|disclaimer|cnil|onetrust|didomi|iubenda|privacy[-_]?(policy|manager|modal|banner|bar|choices)|track(ing|er)|optin|opt-in|accept/i

test('nothing that stands in the page or is asked for has a name that lists against banners look for', async () => {
  await using visitor = await shop.visitor()
  const { page } = visitor
  const asked: string[] = []
  page.on('request', request => asked.push(new URL(request.url()).pathname))
  await visitor.go('/en/google')
  await page.locator('button[name=choose]').click()
  await page.locator('button[name=save]').waitFor()
  await page.locator('button[name=none]').click()
  await expect.poll(() => recorded(visitor)).toBeDefined()
  const named = await page.evaluate(() => {
    const outer = [...document.querySelectorAll('body > :not(main)')]
    return outer.flatMap(({ attributes }) => [...attributes].flatMap(a => [a.name, a.value]))
  })
  expect(named).toEqual(['data-nosnippet', '', 'lang', 'en'])
  const ours = asked.filter(path => path !== '/en/google' && path !== '/favicon.ico')
  expect(ours).toEqual(
    expect.arrayContaining(['/lupaus.js', '/lupaus-embed.js', '/v1/details/en', '/v1/choices']),
  )
  expect(ours.filter(path => LISTED.test(path))).toEqual([])
  // The pattern finds what it is for.
  expect(['/js/cookie-banner.js', '/v1/consent', '/cmp/1'].every(path => LISTED.test(path))).toBe(
    true,
  )
})

const GOOGLE = (host: string) =>
  `<h1>Google</h1><template data-lupaus-purpose="marketing" data-lupaus-vendor="revontuli-ads"><script src="http://${host}/ch/script"></script><img id="pixel" alt="" src="http://${host}/ch/pixel"></template>`

const DENIED = {
  ad_storage: 'denied',
  ad_user_data: 'denied',
  ad_personalization: 'denied',
  analytics_storage: 'denied',
  personalization_storage: 'denied',
  functionality_storage: 'denied',
  security_storage: 'denied',
}
const DEFAULT = ['consent', 'default', DENIED]
const update = (granted: readonly (keyof typeof DENIED)[]) => {
  const given = Object.fromEntries(granted.map(name => [name, 'granted']))
  return ['consent', 'update', { ...DENIED, ...given }]
}
const ADS = ['ad_storage', 'ad_user_data', 'ad_personalization'] as const

/** A visitor of the page with Google's script; `told` is what that script would read there. */
async function googler() {
  const visitor = await shop.visitor()
  await visitor.page.addInitScript(() => {
    const layer = () => Reflect.get(window, 'dataLayer') as IArguments[] | undefined
    Object.assign(window, { layerNow: () => layer()?.map(call => [...call]) })
    // Google's script reads what was said before it runs.
    const read = () => {
      Object.assign(window, { readByGoogle: layer()?.map(call => [...call]) })
    }
    Object.defineProperty(window, 'partnerRan', { set: read })
  })
  google.hits.splice(0)
  await visitor.go('/en/google')
  const told = () => visitor.page.evaluate('layerNow()')
  await expect.poll(told).toBeDefined()
  return { visitor, told, [Symbol.asyncDispose]: () => visitor[Symbol.asyncDispose]() }
}

test('before a choice and after a no, Google is told of denials alone and neither script nor pixel is put into the page (proves: consent.refuse-nonessential) (proves: pixel.same-gate)', async () => {
  await using given = await googler()
  const { visitor, told } = given
  expect(await told()).toEqual([DEFAULT])
  await visitor.press('refuse')
  await expect.poll(() => recorded(visitor)).toBeDefined()
  expect(await told()).toEqual([DEFAULT])
  await visitor.go('/en/google')
  await expect.poll(told).toEqual([DEFAULT])
  expect(await visitor.page.locator('#pixel').count()).toBe(0)
  expect(google.hits).toEqual([])
})

test('after a yes to all Google is told so at once, and its script reads it when it comes', async () => {
  await using given = await googler()
  const { visitor, told } = given
  await visitor.press('accept')
  const all = [DEFAULT, update([...ADS, 'analytics_storage', 'personalization_storage'])]
  await expect.poll(told).toEqual(all)
  // A page that was loaded without it does not load it now.
  expect(google.hits).toEqual([])
  await visitor.go('/en/google')
  await expect.poll(() => visitor.page.evaluate('window.readByGoogle')).toEqual(all)
  expect(google.hits.toSorted()).toEqual(['pixel', 'script'])

  const reloaded = visitor.page.waitForEvent('load')
  google.hits.splice(0)
  await visitor.page.locator('button[name=withdraw]').click()
  await reloaded
  await expect.poll(told).toEqual([DEFAULT])
  expect(google.hits).toEqual([])
})

test('a yes to analytics alone denies all that concerns ads, and taking it back is told as an update (proves: consent.categories)', async () => {
  await using given = await googler()
  const { visitor, told } = given
  await visitor.press('choose')
  await visitor.page.locator('#analytics').click()
  await visitor.page.locator('button[name=save]').click()
  const yes = update(['analytics_storage'])
  await expect.poll(told).toEqual([DEFAULT, yes])
  await visitor.page.locator('button[name=withdraw]').click()
  await expect.poll(told).toEqual([DEFAULT, yes, update([])])
  await visitor.go('/en/google')
  await expect.poll(told).toEqual([DEFAULT])
  expect(google.hits).toEqual([])
})

test('the opt-out add-on of Google stops its script in this browser, whatever was granted (proves: signal.vendor-optout-honoured)', async () => {
  await using given = await googler()
  const { visitor } = given
  await visitor.press('accept')
  await expect.poll(() => recorded(visitor)).toBeDefined()
  await visitor.go('/en/google')
  await expect.poll(() => google.hits.toSorted()).toEqual(['pixel', 'script'])
  await visitor.page.addInitScript(() => {
    Object.assign(window, { _gaUserPrefs: { ioo: () => true } })
  })
  google.hits.splice(0)
  await visitor.go('/en/google')
  await visitor.page.locator('button[name=open]').click()
  const box = visitor.page.locator('[id="vendor:revontuli-ads"]')
  await box.waitFor()
  expect(await box.isChecked()).toBe(false)
  expect(await visitor.page.locator('#marketing').isChecked()).toBe(true)
  expect(google.hits).toEqual([])
})

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'))
}
