import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { LANGS, type Lang } from '../../src/base/lang.ts'
import type { Span } from '../../src/base/time.ts'
import {
  cookieNotice,
  NOTICE_FORMATS,
  type NoticeFormat,
  type Policy,
  readPolicy,
  renderNotice,
} from '../../src/policy/index.ts'
import { openBrowser } from '../browser.ts'
import { compiled, SHOP } from './shop-policy.ts'

const shop = compiled(SHOP)
const each = LANGS.flatMap(lang => NOTICE_FORMATS.map(format => [lang, format] as const))

let browser: Browser
beforeAll(async () => void (browser = await openBrowser()))
afterAll(() => browser.close())

// What a reader must find, written by hand and not taken from the catalogue.
const STORES = {
  fi: {
    cookie: 'Eväste',
    'local-storage': 'Selaimen paikallinen tallennustila',
    pixel: 'Kuvapistetunniste',
  },
  sv: { cookie: 'Kaka', 'local-storage': 'Webbläsarens lokala lagring', pixel: 'Bildpunktstagg' },
  en: {
    cookie: 'Cookie',
    'local-storage': 'Entry in the browser’s local storage',
    pixel: 'Pixel tag',
  },
} as const

const USES = {
  fi: { 'keeps-cart': 'Säilyttää ostoskorisi', 'tells-browsers-apart': 'Erottaa selaimet' },
  sv: { 'keeps-cart': 'Sparar din kundvagn', 'tells-browsers-apart': 'Skiljer webbläsare' },
  en: { 'keeps-cart': 'Keeps your shopping cart', 'tells-browsers-apart': 'Tells one browser' },
} as const

const UNITS = {
  fi: {
    second: 'sekuntia',
    minute: 'minuuttia',
    hour: 'tuntia',
    day: 'päivää',
    month: 'kuukautta',
  },
  sv: { second: 'sekunder', minute: 'minuter', hour: 'timmar', day: 'dagar', month: 'månader' },
  en: { second: 'seconds', minute: 'minutes', hour: 'hours', day: 'days', month: 'months' },
} as const

const SESSION = {
  fi: 'Kunnes suljet selaimen',
  sv: 'Tills du stänger webbläsaren',
  en: 'Until you close the browser',
} as const

const AT_MOST = { fi: 'enintään', sv: 'högst', en: 'at most' } as const

test.for(each)(
  'proves: device.vendor-per-tracker: every tracker in %s, %s, has name, vendor, use, store and its own lifetime',
  async ([lang, format]) => {
    const rows = await trackerRows(shop, lang, format)
    expect(rows.map(([name]) => name)).toEqual(inOrder(shop).map(({ name }) => name))
    for (const [at, tracker] of inOrder(shop).entries()) {
      const [, use, vendor, store, lifetime] = rows[at] ?? []
      const owner = shop.vendors.find(({ id }) => id === tracker.vendor)
      expect([tracker.name, vendor]).toEqual([tracker.name, owner?.name ?? shop.controller.name])
      expect(store).toContain(
        Object.entries(STORES[lang]).find(([id]) => id === tracker.store)?.[1],
      )
      expect(use).toContain(
        Object.entries(USES[lang]).find(([id]) => id === tracker.use)?.[1] ?? '',
      )
      expect(use?.length).toBeGreaterThan(10)
      expect(lifetime).toMatch(lifetimeOf(tracker, lang))
    }
  },
)

test.for(each)(
  'proves: device.vendor-per-tracker: another vendor, lifetime or store in the file is another row in %s, %s',
  async ([lang, format]) => {
    const text = SHOP.replace('    through: server\n', '')
      .replace('receives: { form: anonymous', 'receives: { form: pseudonymous')
      .replace(
        /name: lupaus_link\n    store: local-storage\n(.*\n)    vendor: self\n((?:.*\n){2})    lifetime: 30 seconds/,
        'name: lupaus_link\n    store: cookie\n$1    vendor: google-analytics\n$2    lifetime: 31 seconds',
      )
    expect(text).not.toBe(SHOP)
    const [before, after] = [shop, compiled(text)]
    const found = async (policy: Policy) =>
      (await trackerRows(policy, lang, format)).find(([name]) => name === 'lupaus_link')
    const [was, is] = [await found(before), await found(after)]
    const { cookie, 'local-storage': local } = STORES[lang]
    const { second } = UNITS[lang]
    expect(was?.slice(2)).toEqual(['Pikku Nalle Oy', local, `30 ${second}`])
    expect(is?.slice(2)).toEqual(['Google Analytics', cookie, `31 ${second}`])
  },
)

test.for(['vendor: self', 'purpose: functional', 'lifetime: 6 months', 'store: cookie'])(
  'proves: device.vendor-per-tracker: a tracker without `%s` does not compile, so no notice hides it',
  line => {
    const reading = readPolicy(SHOP.replace(`    ${line}\n`, ''), 'shop.yaml')
    expect(reading.policy).toBeUndefined()
    expect(reading.diagnostics.map(({ severity }) => severity)).toContain('error')
  },
)

const EXPLAINED = {
  fi: {
    cookie: [/pieni tekstitiedosto/, /palvelin/i, /selain/i, /laitteellesi/],
    'local-storage': [/paikallinen tallennustila/],
    pixel: [/yhden pisteen/],
  },
  sv: {
    cookie: [/liten textfil/, /servern/i, /webbläsare/i, /din enhet/],
    'local-storage': [/lokala lagring/],
    pixel: [/enda punkt/],
  },
  en: {
    cookie: [/small text file/, /server/i, /browser/i, /your device/],
    'local-storage': [/local storage/],
    pixel: [/single dot/],
  },
} as const

test.for(each)(
  'proves: notice.explains-technology: what a cookie is comes before the first tracker in %s, %s',
  ([lang, format]) => {
    const before = beforeTrackers(shop, lang, format)
    for (const held of Object.values(EXPLAINED[lang])) {
      for (const said of held) expect(before).toMatch(said)
    }
  },
)

test.for(LANGS)(
  'proves: notice.explains-technology: a technique that the policy does not use is not explained in %s',
  lang => {
    const bare = compiled(SHOP.replaceAll('store: local-storage', 'store: cookie'))
    const said = beforeTrackers(bare, lang, 'txt')
    for (const held of EXPLAINED[lang]['local-storage']) expect(said).not.toMatch(held)
    for (const held of EXPLAINED[lang].cookie) expect(said).toMatch(held)
  },
)

const DATED = {
  fi: ['22. marraskuuta 2026 alkaen', '3. joulukuuta 2026 alkaen'],
  sv: ['från och med den 22 november 2026', 'från och med den 3 december 2026'],
  en: ['from 22 November 2026', 'from 3 December 2026'],
} as const

test.for(each)(
  'proves: notice.versioned-and-dated: the notice in %s, %s, has its date, version and fingerprint',
  ([lang, format]) => {
    const later = compiled(
      SHOP.replace('version: 2026-11-22', 'version: 2026-12-01').replace(
        'in-force-from: 2026-11-22',
        'in-force-from: 2026-12-03',
      ),
    )
    const [now, then] = [shop, later].map(policy =>
      renderNotice(cookieNotice(policy, lang), format),
    )
    for (const said of [DATED[lang][0], '2026-11-22', shop.version]) expect(now).toContain(said)
    for (const said of [DATED[lang][1], '2026-12-01', later.version]) expect(then).toContain(said)
    for (const said of [DATED[lang][0], shop.version]) expect(then).not.toContain(said)
  },
)

/** Mean words a sentence that plain prose stays under; Finnish words are long, so fewer. */
const SENTENCE_MEAN_MAX = { fi: 10.5, sv: 13.5, en: 13.5 } as const
const SENTENCE_MAX = 30

test.for(LANGS)('proves: notice.explains-technology: sentences in %s are short', lang => {
  const lengths = sentences(lang).map(sentence => sentence.split(/\s+/).length)
  expect(lengths.length).toBeGreaterThan(50)
  const mean = lengths.reduce((sum, length) => sum + length, 0) / lengths.length
  expect(mean).toBeLessThanOrEqual(SENTENCE_MEAN_MAX[lang])
  expect(Math.max(...lengths)).toBeLessThanOrEqual(SENTENCE_MAX)
})

test('every sentence of the notice rests on a promise that the policy makes', () => {
  const made = new Set(shop.promises.map(({ slug }) => slug))
  const { dated, short, sections } = cookieNotice(shop, 'en')
  const blocks = [short, ...sections, ...sections.flatMap(({ parts }) => parts)].flatMap(
    s => s.blocks,
  )
  const resting = [
    dated,
    ...blocks.flatMap((b): readonly { promises: readonly string[] }[] =>
      b.kind === 'list' ? b.items : [b],
    ),
  ]
  const unproven = resting.filter(({ promises }) => promises.length === 0)
  expect(unproven).toEqual([])
  for (const { promises } of resting) for (const slug of promises) expect(made).toContain(slug)
})

test.for(LANGS)('the approved notice in %s has the facts that no update may lose', lang => {
  const golden = readFileSync(
    join(import.meta.dirname, '../../docs/examples', `childrens-shop.${lang}.md`),
    'utf8',
  )
  const wanted = [
    shop.controller.name,
    shop.controller.businessId,
    shop.controller.email,
    'FINGERPRINT',
    'www.tietosuoja.fi',
    '/privacy/versions',
    '/privacy/policy.json',
    '/promises',
    '2026',
    'Do Not Track',
    'Global Privacy Control',
    ...shop.trackers.map(({ name }) => `\`${name}\``),
    ...shop.vendors.flatMap(v => [v.name, v.company, v.privacy, v.optOut ?? '']),
    ...shop.links.map(({ urls }) => urls[lang]),
  ]
  for (const fact of wanted) expect(golden).toContain(fact)
})

test.for(LANGS)('no line of the text in %s is wider than a terminal, but for an address', lang => {
  for (const line of renderNotice(cookieNotice(shop, lang), 'txt').split('\n')) {
    if (!line.includes('://')) expect(line.length).toBeLessThanOrEqual(80)
  }
})

/** The trackers as the notice tells of them: by purpose, in the order of the file. */
function inOrder(policy: Policy) {
  return policy.purposes.flatMap(({ id }) => policy.trackers.filter(t => t.purpose === id))
}

function lifetimeOf({ id, lifetime, rollingUpTo }: Policy['trackers'][number], lang: Lang): RegExp {
  if (lifetime === 'session') return new RegExp(`^${SESSION[lang]}$`)
  const words = ({ count, unit }: Span) =>
    `${count} ${Object.entries(UNITS[lang]).find(([name]) => name === unit)?.[1]}`
  const kept = shop.said.trackers.find(tracker => tracker.id === id)?.['browsers-keep']
  const days = kept === undefined ? '' : `; .* ${Number.parseInt(kept, 10)} ${UNITS[lang].day}`
  if (!rollingUpTo) return new RegExp(`^${words(lifetime)}${days}$`)
  return new RegExp(`^${words(lifetime)}.*${AT_MOST[lang]} ${words(rollingUpTo)}`)
}

async function trackerRows(policy: Policy, lang: Lang, format: NoticeFormat): Promise<string[][]> {
  const text = renderNotice(cookieNotice(policy, lang), format)
  if (format !== 'html') return cards(text, format)
  const page = await browser.newPage()
  await page.setContent(text)
  const rows = await page.$$eval('[id^="use-"] ~ .table:not(.even) tbody tr', found =>
    found.map(row => [...row.children].map(cell => (cell.textContent ?? '').trim())),
  )
  await page.close()
  return rows
}

function cards(text: string, format: 'md' | 'txt'): string[][] {
  // Other tables are made of cards, too; only the section of the uses is about trackers.
  const sections = text.split(format === 'md' ? /^## /m : /^.*\n-{3,}$/m)
  const uses = sections.find(section => section.includes('lupaus_choice')) ?? ''
  const found =
    format === 'md' ? /^- \*\*`(.*)`\*\*\n((?: {2,}.*\n?)+)/gm : /^ {2}(\S+)\n((?: {4}.*\n?)+)/gm
  return [...uses.matchAll(found)].map(([, name = '', body = '']) => {
    const joined = body.replace(/\n {5,}(?=\S)(?!- )/g, format === 'md' ? '\n' : ' ')
    return [name, ...(format === 'md' ? markdownCells(body) : plainCells(joined))]
  })
}

function markdownCells(body: string): string[] {
  const lines = body
    .replace(/\n {4}/g, ' ')
    .trim()
    .split('\n')
  return lines.map(line => line.replace(/^ *- [^:]*: /, ''))
}

function plainCells(body: string): string[] {
  return body
    .trim()
    .split('\n')
    .map(line => line.trim().split(/ {2,}/).slice(1).join(' '))
}

function beforeTrackers(policy: Policy, lang: Lang, format: NoticeFormat): string {
  const text = renderNotice(cookieNotice(policy, lang), format).replace(/\s+/g, ' ')
  const at = text.indexOf('lupaus_choice')
  expect(at).toBeGreaterThan(0)
  return text.slice(0, at)
}

/** Sentences of prose: no tables, no legal references, no lists of names. */
function sentences(lang: Lang): string[] {
  const { short, sections, lead } = cookieNotice(shop, lang)
  const blocks = [short, ...sections, ...sections.flatMap(({ parts }) => parts)].flatMap(
    s => s.blocks,
  )
  const texts = blocks.flatMap(block => {
    if (block.kind === 'table') return []
    if (block.kind === 'text') return [block.text]
    return (block.kind === 'list' ? block.items : block.facts).map(({ text }) => text)
  })
  return [[lead], ...texts]
    .map(text =>
      text
        .map(part => (typeof part === 'string' ? part : 'code' in part ? '' : part.text))
        .join(''),
    )
    .flatMap(text => text.match(/\p{Lu}[^.!?]*[.!?](?=\s|$)/gu) ?? [])
}
