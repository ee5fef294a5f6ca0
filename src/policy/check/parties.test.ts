import { describe, expect, test } from 'vitest'
import { changed, type Lists, type Node, the } from '../../../test/promises/changed.ts'
import { CONTRACT_ITEMS } from '../vocabulary-parties.ts'

/** Codes of one family that are said of a policy after a change, on a day. */
function said(
  family: RegExp,
  name: string,
  change: (policy: Lists) => void,
  on?: string,
): readonly string[] {
  return changed(name, change, on)
    .diagnostics.map(({ code }) => code as string)
    .filter(code => family.test(code))
}

const contract = (items: readonly string[] = CONTRACT_ITEMS) => ({
  id: 'DPA-1',
  signed: '2026-01-01',
  items: [...items],
})

const VENDOR: Node = {
  id: 'counter',
  name: 'Counter',
  company: 'Counter Oy',
  country: 'FI',
  hosts: ['counter.example'],
  privacy: 'https://counter.example/privacy',
}

const vendor = (more: Node, transfers: readonly Node[] = [], on?: string) =>
  said(
    /^L08/,
    'starter',
    policy => {
      policy.vendors = [{ ...VENDOR, ...more }]
      if (transfers.length > 0) policy.transfers = [...transfers]
    },
    on,
  )

describe('roles and contracts', () => {
  test('L0801: a processor has a contract; nobody else needs one', () => {
    expect(vendor({ role: 'processor' })).toEqual(['L0801'])
    expect(vendor({ role: 'processor', contract: contract() })).toEqual([])
    expect(vendor({ role: 'controller' })).toEqual([])
    expect(vendor({})).toEqual([])
  })

  test('L0802: who decides together with the company has an arrangement', () => {
    expect(vendor({ role: 'joint-controller' })).toEqual(['L0802'])
    expect(vendor({ role: 'joint-controller', arrangement: 'ART26-1' })).toEqual([])
  })

  test('L0803: a social medium tells its terms, its settings and its role; others need not', () => {
    const page = { social: true, terms: 'https://a.example/t', settings: 'https://a.example/s' }
    expect(vendor({ ...page, role: 'controller' })).toEqual([])
    expect(vendor(page)).toEqual(['L0803'])
    for (const key of ['terms', 'settings'])
      expect(vendor({ ...page, role: 'controller', [key]: undefined })).toEqual(['L0803'])
    expect(vendor({ social: false })).toEqual([])
  })

  test('L0804: own ends belong to a controller', () => {
    const own = { 'own-uses': [{ use: 'reports-to-site-owner' }] }
    expect(vendor({ ...own, role: 'controller' })).toEqual([])
    expect(vendor({ ...own, role: 'joint-controller', arrangement: 'ART26-1' })).toEqual([])
    expect(vendor({ ...own, role: 'processor', contract: contract() })).toEqual(['L0804'])
    expect(vendor(own)).toEqual(['L0804'])
  })

  test.for(CONTRACT_ITEMS)('L0805: a contract without `%s` is no contract', item => {
    const lacking = contract(CONTRACT_ITEMS.filter(held => held !== item))
    expect(vendor({ role: 'processor', contract: lacking })).toEqual(['L0805'])
    expect(vendor({ role: 'controller', contract: lacking })).toEqual([])
    const hosting = (policy: Lists) =>
      void (the(policy.processors, 'hosting')['contract'] = lacking)
    expect(said(/^L08/, 'starter', hosting)).toEqual(['L0805'])
  })
})

describe('transfers', () => {
  const transfer = (more: Node): Node => ({
    id: 'away',
    to: ['US'],
    mechanism: 'standard-contractual-clauses',
    document: 'SCC-1',
    assessment: 'TIA-1',
    'review-by': '2099-01-01',
    copy: 'a@esimerkki.example',
    ...more,
  })

  test.for(['FI', 'DE', 'AX', 'IS', 'LI', 'NO', 'RE'])('L0806: %s is within the EEA', country => {
    expect(vendor({ country })).toEqual([])
  })

  test.for(['CH', 'FO', 'GB', 'GL', 'TR', 'US', 'ZZ'])(
    'L0806: %s is outside of it, and needs a transfer that goes there',
    country => {
      expect(vendor({ country })).toEqual(['L0806'])
      expect(vendor({ country, transfer: 'away' }, [transfer({ to: [country] })])).toEqual([])
      const elsewhere = transfer({ to: ['BR', 'JP'] })
      expect(vendor({ country, transfer: 'away' }, [elsewhere])).toEqual(['L0806'])
    },
  )

  test('L0806: a processor is no different', () => {
    const abroad = (policy: Lists) => void (the(policy.processors, 'hosting')['country'] = 'IN')
    expect(said(/^L08/, 'starter', abroad)).toEqual(['L0806'])
  })

  const adequate = (country: string, on: string) =>
    vendor(
      { country, transfer: 'away' },
      [transfer({ to: [country], mechanism: 'adequacy', document: 'EU-1' })],
      on,
    ).filter(code => code === 'L0807')

  test.for([
    ['BR', '2026-01-25', '2026-01-26'],
    ['US', '2023-07-09', '2023-07-10'],
    ['GB', '2031-12-28', '2031-12-27'],
    ['US', '2020-07-16', '2020-07-15'],
  ])(
    'L0807: %s is adequate by a decision of the day: not on %s, but on %s',
    ([country, not, yes]) => {
      expect(adequate(country ?? '', not ?? '')).toEqual(['L0807'])
      expect(adequate(country ?? '', yes ?? '')).toEqual([])
    },
  )

  test('L0807: a country without any decision is never adequate, one of two does not do', () => {
    expect(adequate('IN', '2026-11-22')).toEqual(['L0807'])
    const two = transfer({ to: ['JP', 'IN'], mechanism: 'adequacy', document: 'EU-1' })
    expect(vendor({ country: 'JP', transfer: 'away' }, [two])).toEqual(['L0807'])
  })

  test('L0808: without a decision of the Commission, the transfer is assessed', () => {
    const assessed = (mechanism: string, assessment?: string) =>
      vendor({ country: 'US', transfer: 'away' }, [transfer({ mechanism, assessment })])
    for (const mechanism of ['standard-contractual-clauses', 'binding-corporate-rules']) {
      expect(assessed(mechanism)).toEqual(['L0808'])
      expect(assessed(mechanism, 'TIA-1')).toEqual([])
    }
    expect(assessed('adequacy')).toEqual([])
  })

  test('L0809: a transfer that nobody uses is told of, and does no harm', () => {
    const idle = (policy: Lists) => void (policy.transfers = [transfer({})])
    expect(said(/^L08/, 'starter', idle)).toEqual(['L0809'])
    expect(changed('starter', idle).policy).toBeDefined()
    const used = (policy: Lists) => {
      idle(policy)
      Object.assign(the(policy.processors, 'hosting'), { country: 'US', transfer: 'away' })
    }
    expect(said(/^L08/, 'starter', used)).toEqual([])
  })
})

test('L0810: the list of pages for saying no is that of the vendors that have one', () => {
  const listed = (vendors: readonly string[], page: Node) =>
    said(/^L08/, 'starter', policy => {
      const other = { ...VENDOR, id: 'other', 'opt-out': 'https://o.example/no' }
      policy.vendors = [{ ...VENDOR, ...page }, other]
      Object.assign(policy['consent'] as Node, { 'opt-outs': { vendors } })
    })
  const page = { 'opt-out': 'https://counter.example/no' }
  expect(listed(['counter', 'other'], page)).toEqual([])
  expect(listed(['other'], page)).toEqual(['L0810'])
  expect(listed(['counter', 'other'], {})).toEqual(['L0810'])
  expect(listed(['counter', 'other'], { settings: 'https://counter.example/set' })).toEqual([])
  expect(listed(['other'], {})).toEqual([])
})

describe('L0811: a review is late on the day after it was due', () => {
  const DUE = '2027-03-01'
  const late = (name: string, change: (policy: Lists) => void, on: string) =>
    said(/^L0811$/, name, change, on)

  test.for<[string, string, (policy: Lists) => void]>([
    ['a transfer', 'bank-analytics', ({ transfers }) => due(transfers[0], 'review-by')],
    [
      'the security of a processor',
      'bank-analytics',
      ({ processors }) => due(processors[0]?.['security'], 'review-by'),
    ],
    [
      'a partner that receives data',
      'electricity-marketing-register',
      ({ recipients }) => due(recipients[0], 'reviewed-by'),
    ],
    [
      'a purpose',
      'bank-analytics',
      ({ purposes }) => due(the(purposes, 'advertising'), 'review-by'),
    ],
    [
      'the weighing of an interest',
      'starter',
      ({ purposes }) => due(the(purposes, 'answers')['assessment'], 'review-by'),
    ],
    [
      'an impact assessment',
      'bank-analytics',
      ({ purposes }) => due(the(purposes, 'advertising')['dpia'], 'review-by'),
    ],
  ])('%s', ([, name, change]) => {
    expect(late(name, change, DUE)).toEqual([])
    expect(late(name, change, '2027-03-02')).toEqual(['L0811'])
    expect(changed(name, change, '2027-03-02').policy).toBeDefined()
  })

  function due(node: unknown, key: string): void {
    Object.assign(node as Node, { [key]: DUE })
  }
})
