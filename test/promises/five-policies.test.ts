import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { readPolicy } from '../../src/policy/index.ts'

const DOCUMENTS = {
  '000': 'electricity-cookies',
  '001': 'bank-analytics',
  '002': 'electricity-marketing-register',
  '003': 'childrens-shop',
  '004': 'machine-dealer',
} as const
const documents = Object.entries(DOCUMENTS)
const FILES = [...Object.values(DOCUMENTS), 'starter']

const text = (name: string) => readFileSync(`policies/${name}.yaml`, 'utf8')
const promises = rowsOf('spec/promise-sentences.tsv').map(([slug = '', sentences = '']) => ({
  slug,
  sentences: sentences === 'law' ? [] : sentences.split(' '),
}))
const units = new Set(promises.flatMap(({ sentences }) => sentences))
const notSaid = new Map(rowsOf('policies/not-said.tsv').map(([unit = '', why = '']) => [unit, why]))
const notMade = rowsOf('policies/not-made.tsv')
const cited = new Map(documents.map(([number, name]) => [number, citationsOf(parse(text(name)))]))

test.for(FILES)('%s compiles without a word', name => {
  for (const day of [undefined, '2026-11-22']) {
    const { policy, diagnostics } = readPolicy(text(name), name, day)
    expect(diagnostics).toEqual([])
    expect(policy?.languages).toEqual(['fi', 'sv', 'en'])
    expect([policy?.inForceFrom, policy?.reviewBy]).toEqual(['2026-11-22', '2027-11-22'])
  }
})

test('the table of promises rests on 250 sentences', () => {
  expect([promises.length, units.size]).toEqual([151, 250])
})

test.for(documents)(
  '%s: every sentence that rests on a promise is said, or it is told why not',
  ([number]) => {
    const said = cited.get(number)
    const mine = [...units].filter(unit => unit.startsWith(number))
    expect(mine.length).toBeGreaterThan(15)
    expect(mine.filter(unit => !said?.has(unit) && !notSaid.has(unit))).toEqual([])
  },
)

test('what is excused is a sentence of the table that nothing says, with a reason', () => {
  for (const [unit, why] of notSaid) {
    expect(units).toContain(unit)
    expect([unit, cited.get(unit.slice(0, 3))?.has(unit)]).toEqual([unit, false])
    expect(why.length).toBeGreaterThan(20)
  }
})

test.for(documents)(
  '%s: every `from` names a sentence of its own document that is in the table',
  ([number]) => {
    const strange = [...(cited.get(number) ?? [])].filter(
      unit => unit !== number && !units.has(unit),
    )
    expect(strange).toEqual([])
    for (const unit of cited.get(number) ?? []) expect(unit.slice(0, 3)).toBe(number)
  },
)

test.for(documents)(
  '%s: a policy makes every promise that its published document made',
  ([number, name]) => {
    const { policy } = readPolicy(text(name), name, '2026-11-22')
    const made = new Set(policy?.promises.map(({ slug }) => slug))
    const wanted = promises.filter(({ sentences }) =>
      sentences.some(unit => unit.startsWith(number)),
    )
    const excused = notMade.filter(([of]) => of === number).map(([, slug]) => slug)
    expect(wanted.map(({ slug }) => slug).filter(slug => !made.has(slug))).toEqual(excused)
  },
)

test('each promise of the table is made by one of the five', () => {
  const made = new Set(
    documents.flatMap(([, name]) =>
      (readPolicy(text(name), name, '2026-11-22').policy?.promises ?? []).map(({ slug }) => slug),
    ),
  )
  expect(promises.map(({ slug }) => slug).filter(slug => !made.has(slug))).toEqual([])
})

test('every promise that is not made has a reason', () => {
  const slugs = new Set(promises.map(({ slug }) => slug))
  for (const [, slug = '', why = ''] of notMade) {
    expect(slugs).toContain(slug)
    expect(why.length).toBeGreaterThan(20)
  }
})

test('no two companies have the same business id, and each id has its check digit', () => {
  const said = FILES.map(name => (parse(text(name)) as { controller: Company }).controller)
  const names = new Map(said.map(company => [company['business-id'], company.name]))
  expect(names.size).toBe(new Set(said.map(({ name }) => name)).size)
  for (const id of names.keys()) expect([id, checkDigit(id)]).toEqual([id, Number(id.at(-1))])
})

test('no address of a made-up company can be a real one', () => {
  for (const name of FILES) {
    const { controller } = parse(text(name)) as { controller: Company }
    expect(controller.website).toMatch(/\.example\/$/)
    expect(controller.email).toMatch(/\.example$/)
  }
})

type Company = { name: string; 'business-id': string; website: string; email: string }

/** All sentences that a `from` anywhere below names. */
function citationsOf(value: unknown): ReadonlySet<string> {
  if (Array.isArray(value)) return new Set(value.flatMap(item => [...citationsOf(item)]))
  if (typeof value !== 'object' || value === null) return new Set()
  const below = Object.values(value).flatMap(held => [...citationsOf(held)])
  const from = 'from' in value && typeof value.from === 'string' ? value.from : ''
  return new Set([...below, ...from.split(' ').filter(unit => /^\d{3}(\.\d{2})?$/.test(unit))])
}

function rowsOf(path: string): readonly (readonly string[])[] {
  const lines = readFileSync(path, 'utf8').split('\n')
  return lines.filter(line => line !== '' && !line.startsWith('#')).map(line => line.split('\t'))
}

function checkDigit(id: string): number {
  const weights = [7, 9, 10, 5, 8, 4, 2]
  const rest = weights.reduce((sum, weight, at) => sum + weight * Number(id[at]), 0) % 11
  return rest === 0 ? 0 : 11 - rest
}
