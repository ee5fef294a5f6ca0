import { describe, expect, test } from 'vitest'
import { parse, stringify } from 'yaml'
import { LANGS, type Lang } from '../../src/base/lang.ts'
import { lawOn } from '../../src/policy/law/index.ts'
import { type Notice, noticeOf, type Policy, readPolicy } from '../../src/policy/index.ts'
import { compiledText, POLICY_NAMES, policyOf, policyText } from './all-policies.ts'

const everywhere = POLICY_NAMES.flatMap(name => LANGS.map(lang => [name, lang] as const))
type Section = Notice['sections'][number]
type Text = Notice['dated']['text']

const sectionOf = (policy: Policy, lang: Lang, id: string): Section | undefined =>
  noticeOf(policy, lang).sections.find(section => section.id === id)

const plain = (text: Text): string =>
  text
    .map(part => (typeof part === 'string' ? part : 'code' in part ? part.code : part.text))
    .join('')

const hrefs = (text: Text): string[] =>
  text.flatMap(part => (typeof part === 'object' && 'href' in part ? [part.href] : []))

/** Every text of a section and of its parts, cell by cell. */
function textsOf(section: Section | undefined): Text[] {
  if (!section) return []
  const own = section.blocks.flatMap((block): Text[] => {
    if (block.kind === 'text') return [block.text]
    if (block.kind === 'table') return block.table.rows.flat()
    return block.kind === 'list'
      ? block.items.map(({ text }) => text)
      : block.facts.map(({ text }) => text)
  })
  return [...own, ...section.parts.flatMap(textsOf)]
}

/** The cells of the row of a section that goes by this name, table by table. */
function rowsOf(section: Section | undefined, name: string): string[][] {
  const tables = (section?.blocks ?? []).flatMap(b => (b.kind === 'table' ? [b.table] : []))
  return tables.flatMap(({ rows }) =>
    rows.map(row => row.map(plain)).filter(([first]) => first === name),
  )
}

const OWN_USES = {
  fi: ['arantaa', 'aportoi', 'arjoaa', 'ain vaatimissa', 'omille'],
  sv: ['örbättrar', 'apporterar', 'illhandahåller', 'är lagen kräver', 'sina egna'],
  en: ['mproves', 'eports', 'ffers', 'law requires', 'its own processors'],
} as const

describe('vendors', () => {
  const dealer = policyOf('machine-dealer')

  test.for(LANGS)(
    'proves: vendor.own-use-told: what Google does for itself, and to whom it hands on, is in %s',
    lang => {
      const rows = rowsOf(sectionOf(dealer, lang, 'vendors'), 'Google Analytics')
      const said = rows.flat().join(' | ')
      for (const wanted of OWN_USES[lang]) expect(said).toMatch(new RegExp(wanted))
    },
  )

  test.for(LANGS)(
    'proves: vendor.own-use-told: a use that the file does not say is not told in %s',
    lang => {
      const text = policyText('machine-dealer')
      const fewer = text.replace(/ +- \{ use: reports-to-site-owner[^\n]*\n/, '')
      expect(fewer).not.toBe(text)
      const said = (policy: Policy) =>
        rowsOf(sectionOf(policy, lang, 'vendors'), 'Google Analytics')
          .flat()
          .join(' | ')
      const wanted = new RegExp(OWN_USES[lang][1])
      expect(said(dealer)).toMatch(wanted)
      expect(said(compiledText(fewer, 'fewer'))).not.toMatch(wanted)
    },
  )

  test('proves: vendor.own-use-told: a processor with uses of its own does not compile', () => {
    const text = policyText('machine-dealer').replace(
      'role: joint-controller\n    arrangement: ART26-2026-01\n',
      'role: processor\n',
    )
    const { policy, diagnostics } = readPolicy(text, 'wrong.yaml', '2026-11-22')
    expect(policy).toBeUndefined()
    expect(diagnostics.filter(({ severity }) => severity === 'error')).not.toEqual([])
  })
})

describe('ways to say no at the vendors', () => {
  const withLists = POLICY_NAMES.filter(
    name => policyOf(name).said.consent?.['opt-outs'] !== undefined,
  )

  test.for(withLists.flatMap(name => LANGS.map(lang => [name, lang] as const)))(
    'proves: consent.optout-links-listed: %s in %s links the page of each vendor of its list',
    ([name, lang]) => {
      const policy = policyOf(name)
      const listed = policy.said.consent?.['opt-outs']?.vendors ?? []
      const found = textsOf(sectionOf(policy, lang, 'opt-outs')).filter(t => hrefs(t).length > 0)
      const wanted = listed.map(id => policy.said.vendors?.find(vendor => vendor.id === id))
      expect(listed.length).toBeGreaterThan(0)
      expect(found.map(plain)).toEqual(wanted.map(vendor => vendor?.name))
      expect(found.flatMap(hrefs)).toEqual(
        wanted.map(vendor => vendor?.['opt-out'] ?? vendor?.settings),
      )
      for (const href of found.flatMap(hrefs)) expect(href).toMatch(/^https:\/\//)
    },
  )

  test('proves: consent.optout-links-listed: an empty list cannot be published', () => {
    const written = parse(policyText('electricity-cookies')) as {
      consent: { 'opt-outs': { vendors: string[] } }
    }
    const read = () => readPolicy(stringify(written), 'opt-outs.yaml', '2026-11-22').policy
    expect(read()).toBeDefined()
    written.consent['opt-outs'].vendors = []
    const policy = read()
    expect(policy).toBeUndefined()
  })
})

describe('social media', () => {
  const social = POLICY_NAMES.flatMap(name =>
    (policyOf(name).said.vendors ?? [])
      .filter(vendor => vendor.social === true)
      .flatMap(vendor => LANGS.map(lang => [name, vendor.name, lang] as const)),
  )
  const linksOf = (name: (typeof POLICY_NAMES)[number], page: string, lang: Lang, id: string) => {
    const tables = (sectionOf(policyOf(name), lang, id)?.blocks ?? []).flatMap(block =>
      block.kind === 'table' ? block.table.rows : [],
    )
    return tables.filter(([first = []]) => plain(first) === page).flatMap(row => row.flatMap(hrefs))
  }
  const saidOf = (name: (typeof POLICY_NAMES)[number], page: string) =>
    policyOf(name).said.vendors?.find(vendor => vendor.name === page)

  test('there are pages in social media to tell of', () => {
    expect(social.length).toBeGreaterThan(20)
  })

  test.for(social)(
    'proves: consent.social-controls: %s: the settings of %s are linked in %s, beside the vendor too',
    ([name, page, lang]) => {
      const settings = saidOf(name, page)?.settings
      expect(settings).toMatch(/^https:/)
      expect(linksOf(name, page, lang, 'social')).toContain(settings)
      expect(linksOf(name, page, lang, 'vendors')).toContain(settings)
    },
  )

  test.for(social)(
    'proves: social.activity-under-vendor-terms: %s: the terms of %s are linked in %s',
    ([name, page, lang]) => {
      const terms = saidOf(name, page)?.terms
      expect(terms).toMatch(/^https:/)
      expect(linksOf(name, page, lang, 'social')).toContain(terms)
    },
  )
})

const COUNTRIES = { fi: 'Yhdysvallat', sv: 'USA', en: 'United States' } as const
const MECHANISMS = { fi: 'riittävyydestä', sv: 'adekvat', en: 'dequacy decision' } as const

test.for(LANGS)(
  'proves: transfer.google-servers: where Google keeps the data, and on what ground, is told in %s',
  lang => {
    const section = sectionOf(policyOf('machine-dealer'), lang, 'transfers')
    const texts = textsOf(section).map(plain)
    const told = texts.find(text => /Google Analytics .*Google Ireland Limited/.test(text))
    expect(told).toContain(COUNTRIES[lang])
    const [row] = rowsOf(section, COUNTRIES[lang])
    expect(row?.[1]).toContain('Google Analytics')
    expect(row?.[2]).toMatch(new RegExp(MECHANISMS[lang]))
    expect(row?.[3]).toBe('EU-2023/1795')
  },
)

test('proves: transfer.google-servers: a transfer without its ground does not compile', () => {
  const text = policyText('machine-dealer')
  const without = text.replace(/ +mechanism: adequacy\n/, '')
  expect(without).not.toBe(text)
  expect(readPolicy(without, 'without.yaml', '2026-11-22').policy).toBeUndefined()
})

const AUTHORITY = {
  fi: ['tietosuojavaltuutettu', 'PL 800, 00531 Helsinki', 'https://tietosuoja.fi/'],
  sv: ['dataombudsmannen', 'PB 800, 00531 Helsingfors', 'https://tietosuoja.fi/sv/'],
  en: ['the Data Protection Ombudsman', 'PL 800, 00531 Helsinki', 'https://tietosuoja.fi/en/'],
} as const

test.for(everywhere)(
  'proves: complaint.authority-told: %s in %s says whom one can complain to, and how it is reached',
  ([name, lang]) => {
    const texts = textsOf(sectionOf(policyOf(name), lang, 'complaint'))
    const said = [...texts.map(plain), ...texts.flatMap(hrefs)].join(' | ')
    for (const wanted of AUTHORITY[lang]) expect(said).toContain(wanted)
    const held = lawOn('2026-11-22').authority('fi-data-protection-ombudsman')
    expect(said).toContain(held?.phone)
    expect(said).toContain(held?.email)
  },
)
