import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import {
  assert as holds,
  constantFrom,
  integer,
  property,
  string,
  tuple,
  uuid,
  array,
  oneof,
} from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cleaned } from './clean.ts'
import { isIban, isPersonnummer, passesLuhn } from './check-digits.ts'

const OWN = new Set(['shop.example'])
const clean = (field: string, value: string) => cleaned(field, value, OWN)
const HETU_CHECKS = '0123456789ABCDEFHJKLMNPRSTUVWXY'

const two = (n: number) => String(n).padStart(2, '0')
const hetu = (n: number) => {
  const day = `${two((n % 28) + 1)}${two((n % 12) + 1)}${two(n % 100)}`
  const number = String(2 + (n % 897)).padStart(3, '0')
  const sign = '-+ABCDEFUVWXY'[n % 13] ?? '-'
  return `${day}${sign}${number}${HETU_CHECKS[Number(day + number) % 31]}`
}
const withLuhn = (digits: string) =>
  digits + Array.from('0123456789').find(check => passesLuhn(digits + check))
const personnummer = (n: number) => {
  const ten = withLuhn(`${two(n % 100)}${two((n % 12) + 1)}${two((n % 28) + 1)}${100 + (n % 899)}`)
  return `${n % 2 === 0 ? '19' : ''}${ten.slice(0, 6)}-${ten.slice(6)}`
}
const spaced = (text: string, by: number, gap = ' ') =>
  text.replaceAll(new RegExp(`(.{${by}})(?=.)`, 'g'), `$1${gap}`)
const card = (n: number) => withLuhn(`4${String(n).padStart(14, '7')}`)
const iban = (n: number) => {
  const rest = String(n).padStart(14, '1')
  const check = Array.from({ length: 97 }, (_, i) => two(i + 2)).find(c => isIban(`FI${c}${rest}`))
  return `FI${check}${rest}`
}
const token = (n: number) => createHash('sha256').update(`${n}`).digest('base64url').slice(0, 32)
const hex = (n: number) =>
  createHash('sha256')
    .update(`${n}`)
    .digest('hex')
    .slice(0, 16 + (n % 40))
const jwt = (n: number) => `eyJhbGciOiJIUzI1NiJ9.${token(n)}${token(n + 1)}.${token(n + 2)}`
const NAMES = [
  'matti',
  'maija.meikalainen',
  'm-m',
  'matti+kauppa',
  'MATTI.V',
  'määttä',
  'a_b',
  "o'x",
]
const DOMAINS = [
  'example.org',
  'Example.FI',
  'posti.example.co.uk',
  'näyttö.fi',
  'xn--nytt-5qa1r.fi',
]
const email = (n: number) => `${NAMES[n % 8]}@${DOMAINS[n % 5]}`
const phone = (n: number) => {
  const end = String(n % 10_000_000).padStart(7, '1')
  const [a, b] = [end.slice(0, 3), end.slice(3)]
  const area = ['40', '41', '44', '45', '50'][n % 5]
  return (
    [
      ...[`0${area}${end}`, `0${area} ${a} ${b}`, `0${area}-${end}`, `0${area}/${end}`],
      ...[`+358${area}${end}`, `+358 ${area} ${a} ${b}`, `+358 (0)${area} ${end}`],
      ...[`00358${area}${end}`, `070-${a} ${b.slice(0, 2)} ${b.slice(2)}`, `+4670${end}`],
      ...[`09 ${a} ${b}`, `+1 212 ${a} ${b}`, `+49 30 ${end}`, `+372 5${end}`],
    ][n % 14] ?? ''
  )
}

/** What must never be kept, each as the kind it is. */
const CANARIES: Readonly<Record<string, (n: number) => string>> = {
  ...{ email, phone, hetu, personnummer, iban, card, token, hex, jwt },
  'spaced iban': n => spaced(iban(n), 4),
  'spaced card': n => spaced(card(n), 4),
  'dashed card': n => spaced(card(n), 4, '-'),
  ip: n => `${n % 223 || 1}.${n % 256}.${(n * 7) % 256}.${(n * 13) % 256}`,
  ipv6: n => `2001:14ba:${(n % 65_535).toString(16)}::${(n % 99) + 1}`,
  'long number': n => `${9_000_000_000 + n}`,
}
const SURE = ['email', 'hetu', 'personnummer', 'iban', 'spaced iban', 'spaced card']

const twice = (text: string) => encodeURIComponent(encodeURIComponent(text))
const escaped = (text: string) =>
  [...new TextEncoder().encode(text)].map(byte => `%${byte.toString(16).padStart(2, '0')}`).join('')
const wide = (text: string) =>
  text.replaceAll(/[!-~]/g, char => String.fromCharCode(char.charCodeAt(0) + 0xfe_e0))
/** Ways one text may be written. */
const SPELLINGS: readonly ((text: string) => string)[] = [
  ...[(text: string) => text, encodeURIComponent, twice, escaped, wide],
  text => escaped(escaped(escaped(text))),
  text => text.replaceAll(' ', '\u00a0'),
  text => text.replaceAll(' ', ' \u2009\u202f'),
  text => text.replaceAll('-', '\u2013'),
  text => Array.from(text).join('\u200b'),
]
const SLASHED = /\//g
const bare = (text: string) =>
  text
    .normalize('NFKC')
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase()
const isKept = (canary: string, { value }: { value: unknown }) =>
  bare(String(value)).includes(bare(canary))

describe('harmless', () => {
  const text = readFileSync(new URL('./clean-harmless.txt', import.meta.url), 'utf8')
  let field = ''
  const rows: [string, string][] = []
  for (const line of text.split('\n')) {
    if (/^# \w+$/.test(line)) field = line.slice(2)
    else if (line !== '') rows.push([field, line])
  }
  test('the list is a few hundred', () => expect(rows.length).toBeGreaterThan(220))
  test.for(rows)('%s `%s` is kept as it is', ([name, value]) => {
    expect(clean(name, value)).toEqual({ value, masked: false })
  })
  test('every day of two years, every price and every size is kept', () => {
    for (let n = 0; n < 730; n++) {
      const day = new Date(Date.UTC(2026, 0, 1 + n)).toISOString()
      const [year, month, date] = day.slice(0, 10).split('-')
      const said = [
        `${date}.${month}.${year}`,
        `${year}${month}${date}`,
        `${date}/${month}/${year}`,
      ]
      for (const value of [
        ...said,
        day.slice(0, 10),
        `${n * 13},90 €`,
        `${n} ${two(n % 60)}0 kr`,
      ]) {
        expect(clean('title', value)).toEqual({ value, masked: false })
      }
      const path = `/${year}/${month}/${date}/otsikko-${n}`
      expect(clean('path', path)).toEqual({ value: path, masked: false })
    }
  })
})

describe('canaries', () => {
  test.for(Object.keys(CANARIES))('%s is masked in prose and paths, as often as it comes', kind => {
    for (let n = 1; n < 40; n++) {
      const canary = CANARIES[kind]?.(n * 7_919) ?? ''
      for (const field of ['title', 'query', 'campaign', 'campaign_term', 'goal', 'screen']) {
        for (const value of [canary, `Tilaus ${canary} valmis`, `(${canary})`]) {
          const seen = clean(field, value)
          expect(seen.masked, `${field} ${value} → ${seen.value}`).toBe(true)
          expect(isKept(canary, seen), `${field} ${value} → ${seen.value}`).toBe(false)
        }
      }
      if (SLASHED.test(canary)) continue
      const path = `/sivu/${encodeURIComponent(canary)}/loppu`
      for (const [field, value] of [
        ['path', path],
        ['referrer_path', path],
        ['referrer', `https://shop.example${path}`],
        ['link_target', `https://other.example${path}`],
      ] as const) {
        const seen = clean(field, value)
        expect(seen.masked, `${field} ${value}`).toBe(true)
        expect(isKept(canary, seen), `${field} ${value} → ${seen.value}`).toBe(false)
      }
    }
  })

  test.for(SURE)('%s is masked in codes, which lose nothing else', kind => {
    for (let n = 1; n < 40; n++) {
      const canary = CANARIES[kind]?.(n * 7_919) ?? ''
      for (const field of ['product', 'product_name', 'order', 'category', 'coupon', 'click_id']) {
        const seen = clean(field, `X ${canary}`)
        expect(seen, `${field} ${canary}`).toMatchObject({ masked: true })
        expect(isKept(canary, seen)).toBe(false)
      }
    }
  })

  test.for([
    ['/u/matti@example.org', '/u/:email'],
    ['/u/matti%2540example.org/tilaus', '/u/:email/tilaus'],
    ['/orders/123456789', '/orders/:number'],
    ['/tilaukset/TIL-2026-00123', '/tilaukset/:number'],
    ['/kund/12345', '/kund/:number'],
    ['/orders/1234', '/orders/1234'],
    ['/p/12345', '/p/12345'],
    ['/reset/hG7dk29sKqpA', '/reset/:token'],
    ['/a/131052-308T', '/a/:person'],
    ['/a/131052-308U', '/a/131052-308U'],
    ['/a/131052Y308T', '/a/:person'],
    ['/x;jsessionid=1A2B3C4D5E6F', '/x'],
    ['/x?email=a@b.fi#c', '/x'],
    ['https://a:b@x.example/u/matti@example.org', 'https://x.example/u/:email'],
    ['/5f2b7c9e-1d3a-4b5c-8d7e-9f0a1b2c3d4e/kuva', '/:uuid/kuva'],
    [`/${'a'.repeat(600)}%40${'b'.repeat(2_000)}`, '/:long'],
    [`/${'%2525252525252525252540'.repeat(3)}`, '/:encoded'],
  ])('path `%s` becomes `%s`', ([value = '', expected]) => {
    expect(clean('path', value).value).toBe(expected)
  })

  test.for([
    ['title', 'Soita 040 123 4567 nyt', 'Soita [phone] nyt'],
    ['title', 'matti (at) example (dot) org', '[email]'],
    ['title', 'matti&#64;example.org', '[email]'],
    ['query', ' Matti@Example.ORG  hinta ', '[email] hinta'],
    ['query', '131052–308t', '[person]'],
    ['title', 'FI21 1234 5600 0007 85 kiitos', '[iban] kiitos'],
    ['title', 'FI22 1234 5600 0007 85', 'FI22 1234 5600 0007 85'],
    ['title', '4111 1111 1111 1112', '4111 1111 1111 1112'],
    ['title', '2026 4111 1111 1111 1111', '2026 [card]'],
    ['referrer', 'https://203.0.113.7/a', ':ip'],
    ['referrer', 'https://[2001:db8::1]:8080/', ':ip'],
    ['referrer', 'https://u:p@Search.Example/q?s=secret', 'search.example'],
    ['referrer', 'android-app://com.google.android.gm/', 'com.google.android.gm'],
    ['referrer', 'nonsense', ''],
    ['click_id', 'gclid=EAIaIQobChMI_x-1', 'gclid=EAIaIQobChMI_x-1'],
    ['click_id', 'mc_eid=a1b2c3d4e5', 'mc_eid'],
    ['link_target', 'mailto:matti@example.org', 'mailto:'],
    ['link_target', 'tel:0401234567', 'tel:'],
  ] as const)('%s `%s` becomes `%s`', ([field, value, expected]) => {
    expect(clean(field, value).value).toBe(expected)
  })

  test('a check character that is wrong makes no identity code', () => {
    expect(isPersonnummer('8507099805')).toBe(true)
    expect(isPersonnummer('8507099806')).toBe(false)
    expect(isPersonnummer('8513099805')).toBe(false)
  })
})

describe('laws', () => {
  const kinds = Object.keys(CANARIES)
  const around = constantFrom('', ' ', 'x ', 'Tilaus ', 'ä', '\u00a0', ' / ', '("', '…', '\u3000')
  const canaries = tuple(constantFrom(...kinds), integer({ min: 1, max: 9_999_999 })).map(
    ([kind, n]) => CANARIES[kind]?.(n) ?? '',
  )

  test('no canary survives, wherever it stands and however it is written', () => {
    const cases = tuple(around, canaries, around, constantFrom(...SPELLINGS))
    holds(
      property(cases, ([before, canary, after, spell]) => {
        // A letter beside a token makes it another token, and beside an address another address.
        const glue = /^[xä]/.test(before + after) && !before.endsWith(' ') ? ' ' : ''
        const value = spell(`${before}${glue}${canary} ${after}`)
        const seen = clean('title', value)
        expect(seen.masked, value).toBe(true)
        expect(isKept(canary, seen), `${value} → ${seen.value}`).toBe(false)
        const path = `/a/${encodeURIComponent(value)}/b`
        expect(isKept(canary, clean('path', path)), path).toBe(false)
      }),
      { numRuns: 2_000 },
    )
  })

  test('every uuid goes', () => {
    holds(
      property(uuid(), id => {
        expect(clean('path', `/a/${id}`).value).toBe('/a/:uuid')
      }),
    )
  })

  test('what is clean stays as it is: cleaning twice is cleaning once', () => {
    const text = oneof(
      string({ unit: 'binary', maxLength: 300 }),
      string({ maxLength: 300 }),
      canaries,
    )
    const field = constantFrom('path', 'title', 'query', 'link_target', 'product', 'referrer_path')
    holds(
      property(field, array(text, { maxLength: 4 }), (name, parts) => {
        const once = clean(name, parts.join(' '))
        expect(clean(name, String(once.value))).toEqual({ value: once.value, masked: false })
      }),
      { numRuns: 3_000 },
    )
  })

  test.for([
    ...['a', '1', '@', 'a@', '%40', '%', '1-', '+', '+1', '0 ', ':', '.', '1.', 'A1', '-', '(at)'],
    ...['a.', ' ', 'eyJ', 'FI21', '2001:', '04', '\u0300', 'ß', '😀', '[', '/', ';', '/1', '&#64;'],
  ])('100 KB of `%s` are answered by a bounded look', unit => {
    const hostile = unit.repeat(Math.ceil(102_400 / unit.length))
    for (const field of ['path', 'title', 'referrer', 'query', 'order', 'link_target']) {
      for (const value of [
        hostile,
        hostile.slice(0, 2_048),
        `https://a/${hostile.slice(0, 2_000)}`,
      ]) {
        const { value: seen } = clean(field, value)
        expect(String(seen).length).toBeLessThanOrEqual(102_400 + 400)
      }
    }
  })

  test('numbers and booleans are as they were', () => {
    expect(cleaned('value', 401_234_567, OWN)).toEqual({ value: 401_234_567, masked: false })
    expect(cleaned('results', true, OWN)).toEqual({ value: true, masked: false })
  })
})
