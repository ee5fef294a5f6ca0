import { expect, test } from 'vitest'
import { LANGS, type Lang } from '../../src/base/lang.ts'
import {
  type Notice,
  noticeOf,
  type Policy,
  recordOfProcessing,
  renderNotice,
} from '../../src/policy/index.ts'
import { compiledText, POLICY_NAMES, policyOf, policyText } from './all-policies.ts'

const SUBJECTS = {
  fi: {
    'potential-customers': 'Potentiaaliset asiakkaat',
    'company-representatives': 'Yritysten edustajat',
    visitors: 'Sivuston kävijät',
    customers: 'Asiakkaat',
  },
  sv: {
    'potential-customers': 'Potentiella kunder',
    'company-representatives': 'Representanter för företag',
    visitors: 'Besökare på webbplatsen',
    customers: 'Kunder',
  },
  en: {
    'potential-customers': 'Potential customers',
    'company-representatives': 'Representatives of companies',
    visitors: 'Visitors to the site',
    customers: 'Customers',
  },
} as const

const plain = (text: Notice['dated']['text']): string =>
  text.map(part => (typeof part === 'string' ? part : '')).join('')

/** The items of the section on whom a notice concerns. */
function listedSubjects(policy: Policy, lang: Lang): string[] {
  const section = noticeOf(policy, lang).sections.find(({ id }) => id === 'subjects')
  return (section?.blocks ?? []).flatMap(block =>
    block.kind === 'list' ? block.items.map(({ text }) => plain(text)) : [],
  )
}

test.for(POLICY_NAMES.flatMap(name => LANGS.map(lang => [name, lang] as const)))(
  'proves: notice.data-subject-scope: %s in %s says whom it concerns, all of them and nobody else',
  ([name, lang]) => {
    const { said } = policyOf(name)
    const wanted = new Set([
      ...(said.subjects ?? []),
      ...said.purposes.flatMap(({ subjects }) => subjects ?? []),
    ])
    const listed = listedSubjects(policyOf(name), lang)
    expect(wanted.size).toBeGreaterThan(0)
    expect(listed).toHaveLength(wanted.size)
    for (const [subject, word] of Object.entries(SUBJECTS[lang])) {
      expect([word, listed.includes(word)]).toEqual([word, [...wanted].some(s => s === subject)])
    }
  },
)

test.for(LANGS)(
  'proves: notice.data-subject-scope: each purpose says whom it concerns, in %s',
  lang => {
    const policy = policyOf('electricity-marketing-register')
    const text = policyText('electricity-marketing-register')
    const only = text.replaceAll(
      'subjects: [potential-customers, company-representatives]',
      'subjects: [potential-customers]',
    )
    const word = SUBJECTS[lang]['company-representatives']
    const lower = word.slice(1)
    const facts = (from: Policy) => {
      const purposes = noticeOf(from, lang).sections.find(({ id }) => id === 'purposes')
      return (purposes?.parts ?? []).map(part => JSON.stringify(part))
    }
    expect(facts(policy)).toHaveLength(policy.said.purposes.length)
    const named = policy.said.purposes.map(({ subjects }) =>
      (subjects ?? []).includes('company-representatives'),
    )
    expect(facts(policy).map(part => part.includes(lower))).toEqual(named)
    expect(facts(compiledText(only, 'only')).some(part => part.includes(lower))).toBe(false)
  },
)

test('proves: notice.data-subject-scope: the record of processing names them row by row', () => {
  const policy = policyOf('electricity-marketing-register')
  const { columns, rows } = recordOfProcessing(policy, 'en')
  const at = columns.indexOf('Data subjects')
  expect(rows).toHaveLength(policy.said.purposes.length)
  for (const row of rows) expect(row[at]).toMatch(/^(Potential customers|Representatives of comp)/)
})

const NEEDED = {
  fi: { name: 'Nimi', needed: 'Tarpeen palvelua varten', without: 'Emme voi tehdä tarjousta' },
  sv: { name: 'Namn', needed: 'Behövs för tjänsten', without: 'Vi kan inte lämna offert' },
  en: { name: 'Name', needed: 'Needed for the service', without: 'We cannot give a quote' },
} as const

/** The row of a datum in a group of the notice. */
function fieldRow(policy: Policy, lang: Lang, group: string, name: string): readonly string[] {
  const data = noticeOf(policy, lang).sections.find(({ id }) => id === 'data')
  const part = data?.parts.find(({ id }) => id === `data-${group}`)
  const rows = (part?.blocks ?? []).flatMap(block =>
    block.kind === 'table' ? block.table.rows.map(row => row.map(text => plain(text))) : [],
  )
  return rows.find(([first]) => first === name) ?? []
}

test.for(LANGS)(
  'proves: X04: whether a datum must be given, and what follows if it is not, is told in %s',
  lang => {
    const policy = policyOf('electricity-marketing-register')
    const { name, needed, without } = NEEDED[lang]
    expect(fieldRow(policy, lang, 'basics', name).slice(-2)).toEqual([needed, without])
    const text = policyText('electricity-marketing-register')
    const free = text.replace(
      /\{ field: name, ([^}]*)needed: for-service, without: no-quote \}/,
      '{ field: name, $1needed: voluntary, without: none }',
    )
    expect(free).not.toBe(text)
    const row = fieldRow(compiledText(free, 'free'), lang, 'basics', name)
    expect(row).not.toContain(needed)
    expect(row).not.toContain(without)
  },
)

test('proves: X04: every datum of every policy has both', () => {
  for (const name of POLICY_NAMES) {
    const { data = [] } = policyOf(name).said
    for (const { id, fields } of data) {
      for (const held of fields) {
        expect([name, id, held.field, held.needed, held.without]).not.toContain(undefined)
      }
    }
  }
})

const NEVER_GLUED = /[a-zåäö] {2,}[a-zåäö]|\.\.|,,|;;| ,| ;|\bja ja\b|\boch och\b|\band and\b/

test.for(LANGS)('no sentence in %s is torn or glued', lang => {
  for (const name of POLICY_NAMES) {
    const html = renderNotice(noticeOf(policyOf(name), lang), 'html', 'alone')
    const said = html
      .replace(/<style>.*?<\/style>/gs, '')
      .replace(/\n\s*/g, '')
      .split(/<[^>]*>/)
    expect(said.filter(text => NEVER_GLUED.test(text.trim()))).toEqual([])
  }
})

test('proves: notice.data-subject-scope: whom only a purpose names is listed as well', () => {
  const policy = policyOf('electricity-marketing-register')
  const { subjects: _, ...said } = policy.said
  const bare = { ...policy, said: said as Policy['said'] }
  expect(listedSubjects(bare, 'en')).toEqual([
    'Potential customers',
    'Representatives of companies',
  ])
})
