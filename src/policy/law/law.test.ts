import { expect, test } from 'vitest'
import { LANGS } from '../../base/lang.ts'
import { after, dayOf, moment } from '../../base/time.ts'
import { AUTHORITIES } from '../vocabulary.ts'
import { REFUSAL_GROUNDS, RIGHTS } from '../vocabulary-keeping.ts'
import { CONTRACT_ITEMS, MECHANISMS } from '../vocabulary-parties.ts'
import { LAW_TABLES, lawOn, lawStanding } from './index.ts'

const NOW = lawOn('2026-11-22')
const idsOf = (rows: readonly { readonly id: string }[]) => rows.map(row => row.id)
const groundsOf = (right: string) => NOW.refusalGrounds(right).map(row => row.ground)

test('keeps: law.repealed-acts, so the Personal Data Act stood until the last day of 2018, and was gone the day after', () => {
  const before = lawOn('2018-12-31').act('523/1999')
  const since = lawOn('2019-01-01').act('523/1999')
  expect(before).toMatchObject({ id: '523/1999', inForceFrom: '1999-06-01' })
  expect(before).not.toHaveProperty('repealedOn')
  expect(before).not.toHaveProperty('replacedBy')
  expect(since).toMatchObject({ repealedOn: '2019-01-01', repealedBy: '1050/2018' })
  expect(since?.replacedBy).toEqual(['2016/679', '1050/2018'])
  expect(since?.row.confirmed).toBe(true)
})

test.for([
  ['523/1999'],
  ['Henkilötietolaki'],
  ['personuppgiftslagen'],
  ['personuppgiftslag'],
  ['Personal Data Act'],
  [' henkilötietolaki '],
])('the repealed act is known as %s', ([name = '']) => {
  expect(NOW.act(name)?.id).toBe('523/1999')
})

test('an act is unknown before its first day, and in force on it', () => {
  expect(lawOn('2018-12-31').act('1050/2018')).toBeUndefined()
  expect(lawOn('2019-01-01').act('1050/2018')?.inForceFrom).toBe('2019-01-01')
  expect(lawOn('2025-09-11').act('Data Act')).toBeUndefined()
  expect(lawOn('2025-09-12').act('Data Act')?.names.fi).toBe('datasäädös')
})

test('an act keeps its number when it gets a new name, and answers to the old one', () => {
  expect(lawOn('2018-05-31').act('917/2014')?.names.fi).toBe('tietoyhteiskuntakaari')
  const renamed = lawOn('2018-06-01').act('tietoyhteiskuntakaari')
  expect(renamed?.names.fi).toBe('laki sähköisen viestinnän palveluista')
  expect(renamed?.inForceFrom).toBe('2015-01-01')
  expect(renamed).not.toHaveProperty('repealedOn')
})

test('the act before it was repealed when it came', () => {
  expect(lawOn('2014-12-31').act('516/2004')).not.toHaveProperty('repealedOn')
  expect(lawOn('2015-01-01').act('516/2004')).toMatchObject({
    repealedOn: '2015-01-01',
    replacedBy: ['917/2014'],
  })
})

test('keeps: law.dated, so a sale by telephone needs a written offer from the first day of 2023', () => {
  expect(lawOn('2022-12-31').conditions('phone-sale')).toEqual([])
  expect(idsOf(lawOn('2023-01-01').conditions('phone-sale'))).toEqual([
    'phone-offer-written',
    'phone-offer-accepted',
    'phone-offer-warned',
  ])
})

test('asking twice a year cost something until the GDPR, and no longer', () => {
  const old = lawOn('2018-05-24').feeGrounds('access')
  expect(old.map(row => row.ground)).toEqual(['asked-again-within-a-year'])
  expect(
    NOW.feeGrounds('access')
      .map(row => row.ground)
      .toSorted(),
  ).toEqual(['further-copies', 'manifestly-excessive', 'manifestly-unfounded'])
  expect(NOW.feeGrounds('erasure').map(row => row.ground)).not.toContain('further-copies')
})

test('terms are months and hours by the calendar, not days', () => {
  expect(NOW.term('answer-within')).toMatchObject({ span: { count: 1, unit: 'month' } })
  expect(NOW.term('answer-extension')).toMatchObject({ span: { count: 2, unit: 'month' } })
  expect(NOW.term('breach-notice')).toMatchObject({ span: { count: 72, unit: 'hour' } })
  const term = NOW.term('answer-within')
  expect(term && dayOf(after(moment('2027-01-31'), term.span))).toBe('2027-02-28')
})

test('vouchers are kept six years from the calendar year, books ten from the financial year', () => {
  expect(NOW.term('keep-vouchers')).toMatchObject({
    span: { count: 6, unit: 'year' },
    from: 'calendar-year-of-financial-year-end',
  })
  expect(NOW.term('keep-books')).toMatchObject({
    span: { count: 10, unit: 'year' },
    from: 'financial-year-end',
  })
})

test('a child of 13 may consent in Finland since 2019; where no act says less, one of 16', () => {
  expect(lawOn('2018-12-31').childAge('FI')?.years).toBe(16)
  expect(lawOn('2019-01-01').childAge('FI')?.years).toBe(13)
  expect(NOW.childAge('SE')).toMatchObject({ years: 13, confirmed: false })
  expect(NOW.childAge('XX')?.years).toBe(16)
  expect(lawOn('2018-05-24').childAge('FI')).toBeUndefined()
})

test('proves: access.refusal-grounds, whose list is closed, right by right', () => {
  expect(groundsOf('access').toSorted()).toEqual([
    'crime-prevention',
    'danger-to-health',
    'identity-not-established',
    'inspection-data',
    'manifestly-excessive',
    'manifestly-unfounded',
    'rights-of-others',
  ])
  expect(groundsOf('access')).not.toContain('compelling-grounds')
  expect(groundsOf('objection')).toContain('compelling-grounds')
  expect(groundsOf('erasure')).toContain('legal-obligation')
  expect(groundsOf('portability')).toContain('not-provided-by-person')
  expect(groundsOf('no-such-right')).toEqual([])
  for (const right of RIGHTS) {
    for (const row of NOW.refusalGrounds(right)) expect(row.article).toMatch(/^(GDPR \d+|1050)/)
  }
})

test('nobody may refuse an objection to marketing, a withdrawal, or a complaint', () => {
  expect(groundsOf('marketing-objection')).toEqual([])
  expect(groundsOf('withdrawal')).toEqual([])
  expect(groundsOf('complaint')).toEqual([])
})

test('every ground that a policy can name has its article here', () => {
  const known = RIGHTS.flatMap(groundsOf)
  expect(REFUSAL_GROUNDS.filter(ground => !known.includes(ground))).toEqual([])
})

test('further copies may cost but never be a reason to refuse', () => {
  expect(groundsOf('access')).not.toContain('further-copies')
})

test('the checklists have twelve, thirteen, seven and four items, in the order of the law', () => {
  expect(NOW.checklist('13')).toHaveLength(12)
  expect(NOW.checklist('14')).toHaveLength(13)
  expect(NOW.checklist('30')).toHaveLength(7)
  expect(NOW.checklist('33')).toHaveLength(4)
  for (const list of ['13', '14', '30', '33'] as const) {
    const ids = idsOf(NOW.checklist(list))
    expect(ids).toEqual(ids.toSorted())
    for (const { id, article } of NOW.checklist(list)) {
      const [number, paragraph, letter] = id.split('.')
      expect(article).toBe(`GDPR ${number}(${paragraph})(${letter})`)
    }
  }
  expect(lawOn('2018-05-24').checklist('13')).toEqual([])
})

test('what comes from elsewhere is told with its source and categories, but no duty to give it', () => {
  const about = (list: '13' | '14') => NOW.checklist(list).map(item => item.about)
  expect(about('14').filter(word => !about('13').includes(word))).toEqual(['categories', 'source'])
  expect(about('13').filter(word => !about('14').includes(word))).toEqual(['obligation'])
})

test('the contract items and mechanisms are those a policy can name', () => {
  expect(idsOf(NOW.contractItems())).toEqual(CONTRACT_ITEMS)
  expect(idsOf(NOW.mechanisms())).toEqual(MECHANISMS)
})

test('the EEA is thirty countries, and an unknown one is outside', () => {
  for (const country of ['FI', 'SE', 'IS', 'LI', 'NO', 'HR', 'AX']) {
    expect(NOW.isInEea(country), country).toBe(true)
  }
  for (const country of ['US', 'GB', 'CH', 'SJ', 'FO', 'XX', 'fi', '']) {
    expect(NOW.isInEea(country), country).toBe(false)
  }
  const eea = LAW_TABLES.flatMap(table => table.rows).find(
    row => row.is === 'countries' && row.id === 'eea' && row.validUntil === undefined,
  )
  expect(eea?.is === 'countries' && new Set(eea.countries).size).toBe(30)
})

test('the United Kingdom left on one day and got its decision on that day', () => {
  expect(lawOn('2021-06-27').isInEea('GB')).toBe(true)
  expect(lawOn('2021-06-27').adequacy('GB')).toBeUndefined()
  expect(lawOn('2021-06-28').isInEea('GB')).toBe(false)
  expect(lawOn('2021-06-28').adequacy('GB')).toBeDefined()
  expect(lawOn('2025-12-18').adequacy('GB')?.decision).toBe('(EU) 2021/1772')
  expect(lawOn('2025-12-19').adequacy('GB')).toBeDefined()
  expect(lawOn('2031-12-28').adequacy('GB')).toBeUndefined()
})

test('no decision covered the United States between two agreements, and never all companies', () => {
  expect(lawOn('2020-07-15').adequacy('US')?.only?.en).toContain('Privacy Shield')
  expect(lawOn('2020-07-16').adequacy('US')).toBeUndefined()
  expect(lawOn('2023-07-09').adequacy('US')).toBeUndefined()
  expect(lawOn('2023-07-10').adequacy('US')?.only?.en).toContain('Data Privacy Framework')
  expect(NOW.adequacy('CH')).not.toHaveProperty('only')
  expect(NOW.adequacy('RU')).toBeUndefined()
})

test('a cookie lives 400 days at most, since a browser first capped it', () => {
  expect(NOW.cookieCapDays()).toBe(400)
  expect(NOW.term('cookie-cap')?.confirmed).toBe(true)
  expect(lawOn('2022-08-01').cookieCapDays()).toBeUndefined()
})

test('a notice of November 2020 has missed what changed on its topics', () => {
  const missed = (...topics: string[]) => idsOf(NOW.landmarks(topics, '2020-11-03'))
  expect(missed('cookies')).toEqual(['cookie-guide', 'device-access-guidelines'])
  expect(missed('phone-marketing')).toEqual(['phone-sales-written-offer', 'mobile-calls-permanent'])
  expect(missed('machine-data')).toEqual(['data-act-applies'])
  expect(missed('personal-data')).toEqual([])
  expect(missed('no-such-topic')).toEqual([])
  expect(missed()).toEqual([])
})

test('a landmark counts from its own day, for what was written before that day', () => {
  const guide = (on: string, since: string) => idsOf(lawOn(on).landmarks(['cookies'], since))
  expect(guide('2021-09-12', '2020-11-03')).toEqual([])
  expect(guide('2021-09-13', '2020-11-03')).toEqual(['cookie-guide'])
  expect(guide('2021-09-13', '2021-09-12')).toEqual(['cookie-guide'])
  expect(guide('2021-09-13', '2021-09-13')).toEqual([])
})

test('proves: complaint.authority-told, with name and site in every language', () => {
  const ombudsman = NOW.authority('fi-data-protection-ombudsman')
  for (const lang of LANGS) expect(ombudsman?.names[lang], lang).toBeTruthy()
  for (const lang of LANGS) expect(ombudsman?.sites[lang]).toMatch(/^https:\/\/tietosuoja\.fi\//)
  for (const id of AUTHORITIES) expect(NOW.authority(id)?.id).toBe(id)
  expect(NOW.authority('no-such-authority')).toBeUndefined()
})

test('soft opt-in has every one of its six conditions', () => {
  expect(NOW.conditions('soft-opt-in')).toHaveLength(6)
  expect(NOW.conditions('no-such-rule')).toEqual([])
})

test('what is not in the tables is undefined', () => {
  expect(NOW.row('no-such-row')).toBeUndefined()
  expect(NOW.term('no-such-term')).toBeUndefined()
  expect(NOW.term('access-danger-to-health')).toBeUndefined()
  expect(NOW.act('no such act')).toBeUndefined()
  expect(NOW.act('')).toBeUndefined()
})

test.for([['2026-02-30'], ['2026-1-1'], ['today'], ['2026-11-22T00:00:00Z'], ['']])(
  'there is no law on %s',
  ([day = '']) => {
    expect(() => lawOn(day)).toThrow(RangeError)
  },
)

test('a table is stale the day after its review was due, not on that day', () => {
  const first = LAW_TABLES.map(table => table.reviewBy).toSorted()[0] ?? ''
  expect(lawStanding(first)).toEqual([])
  const dayAfter = dayOf(after(moment(first), { count: 1, unit: 'day' }))
  const stale = lawStanding(dayAfter)
  expect(stale.length).toBeGreaterThan(0)
  expect(stale.every(table => table.reviewBy === first)).toBe(true)
  expect(lawStanding('2099-01-01')).toHaveLength(LAW_TABLES.length)
})
