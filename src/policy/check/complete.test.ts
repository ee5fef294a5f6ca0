import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse, stringify } from 'yaml'
import { readCompleteness } from '../completeness.ts'
import { readPolicy } from '../read-policy.ts'

const ON = '2026-11-22'

type Item = Record<string, unknown>
type Written = Item & Record<'purposes' | 'data' | 'contacts' | 'rights' | 'vendors', Item[]>
type Change = (policy: Written) => void

const WHOLE = {
  notice: readFileSync('policies/machine-dealer.yaml', 'utf8'),
  register: readFileSync('policies/electricity-marketing-register.yaml', 'utf8'),
}

/** A whole policy after a change, as its own text. */
function changed(text: string, change: Change): string {
  const policy = parse(text) as Written
  change(policy)
  return stringify(policy, { aliasDuplicateObjects: false })
}

/** What is missing from it, each as `13.2.e`. */
function missingIn(text: string): readonly string[] {
  return readCompleteness(text, 'a.yaml', ON)
    .filter(({ state }) => state === 'missing')
    .map(({ item }) => item)
}

function codesOf(text: string): readonly string[] {
  const { policy, diagnostics } = readPolicy(text, 'a.yaml', ON)
  if (policy) expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
  return [...new Set(diagnostics.map(({ code }) => code as string))]
}

const withBasis = (word: string) => (purpose: Item) =>
  Object.values(purpose['basis'] as Item).includes(word)

/** What to take away, and which items of the lists are missing then. */
const TAKEN: readonly (readonly [string, Change, readonly string[]])[] = [
  [
    'the address',
    p => ((p['controller'] as Item)['street'] = 'unstated'),
    ['13.1.a', '14.1.a', '30.1.a'],
  ],
  [
    'the data protection officer',
    p => (p.contacts = p.contacts.filter(held => held['role'] !== 'data-protection-officer')),
    ['13.1.b', '14.1.b'],
  ],
  [
    'a basis',
    p => (p.purposes[0] = { ...p.purposes[0], basis: {} }),
    ['13.1.c', '14.1.c', '30.1.b'],
  ],
  [
    'everybody who receives data',
    p => ['recipients', 'processors', 'vendors'].forEach(key => delete p[key]),
    ['13.1.e', '14.1.e', '30.1.d'],
  ],
  [
    'the copy of a safeguard',
    p => {
      for (const transfer of p['transfers'] as Item[]) {
        transfer['mechanism'] = 'standard-contractual-clauses'
        delete transfer['copy']
      }
    },
    ['13.1.f', '14.1.f', '30.1.e'],
  ],
  [
    'the keeping of a group of data',
    p => {
      delete p.data[0]?.['retention']
      for (const purpose of p.purposes) delete purpose['retention']
    },
    ['13.2.a', '14.2.a', '30.1.f'],
  ],
  ...['access', 'rectification', 'erasure', 'restriction', 'objection', 'portability'].map(
    right =>
      [
        `the right ${right}`,
        (p: Written) => (p.rights = p.rights.filter(held => held['right'] !== right)),
        ['13.2.b', '14.2.c'],
      ] as const,
  ),
  [
    'the right to withdraw',
    p => (p.rights = p.rights.filter(held => held['right'] !== 'withdrawal')),
    ['13.2.c', '14.2.d'],
  ],
  ['the authority', p => (p['authority'] = 'unstated'), ['13.2.d', '14.2.e']],
  [
    'whether a datum has to be given',
    p => delete (p.data[0]?.['fields'] as Item[] | undefined)?.[0]?.['needed'],
    ['13.2.e'],
  ],
  [
    'what follows when a datum is not given',
    p => delete (p.data[0]?.['fields'] as Item[] | undefined)?.[0]?.['without'],
    ['13.2.e'],
  ],
  [
    'the logic of a profile',
    p => p.purposes.forEach(purpose => Reflect.deleteProperty(purpose, 'profiling')),
    ['13.2.f', '14.2.g'],
  ],
  ['the data', p => Reflect.deleteProperty(p, 'data'), ['13.2.e', '14.1.d', '30.1.c']],
  ['what protects it', p => delete p['security'], ['30.1.g']],
]

describe.for(Object.entries(WHOLE))('a whole %s', ([, text]) => {
  const lists = new Set(readCompleteness(text, 'a.yaml', ON).map(({ checklist }) => checklist))
  const asked = (items: readonly string[]) =>
    items.filter(item => [...lists].some(list => item.startsWith(list)))

  test('lacks nothing, and says where it tells each item', () => {
    const rows = readCompleteness(text, 'a.yaml', ON)
    expect(rows.filter(({ state }) => state === 'missing')).toEqual([])
    expect(codesOf(text)).toEqual([])
    const lines = text.split('\n')
    for (const { state, where } of rows) {
      if (state === 'present') expect(lines[(where ?? 0) - 1]).toMatch(/\S/)
    }
  })

  test.for(TAKEN)(
    'without %s, exactly that is missing, and it does not compile',
    ([, change, items]) => {
      const without = changed(text, change)
      expect(missingIn(without)).toEqual(asked(items))
      const codes = codesOf(without)
      expect(codes).toContain(asked(items).every(item => item.startsWith('30')) ? 'L0702' : 'L20')
      expect(readPolicy(without, 'a.yaml', ON).policy).toBeUndefined()
    },
  )
})

test('the interest a purpose rests on is told, and only where one is rested on', () => {
  const without = changed(WHOLE.register, p => {
    delete p.purposes.find(withBasis('legitimate-interest'))?.['interest']
  })
  expect(missingIn(without)).toEqual(['13.1.d', '14.2.b'])
  expect(codesOf(without)).toContain('L0701')
  const none = readCompleteness(WHOLE.notice, 'a.yaml', ON).find(({ item }) => item === '13.1.d')
  expect(none?.state).toBe('not-applicable')
})

test('what comes from elsewhere is asked for its source, and Art. 14 only then', () => {
  const without = changed(WHOLE.register, p => delete p['sources'])
  expect(missingIn(without)).toContain('14.2.f')
  const own = changed(WHOLE.register, p => {
    p['sources'] = (p['sources'] as Item[]).filter(
      ({ kind }) => kind === 'person' || kind === 'own-services',
    )
  })
  const lists = readCompleteness(own, 'a.yaml', ON).map(({ checklist }) => checklist)
  expect([...new Set(lists)]).toEqual(['13', '30'])
})

test('nothing has to follow when what is voluntary is not given', () => {
  const without = changed(WHOLE.notice, p => {
    for (const group of p.data)
      for (const field of group['fields'] as Item[])
        if (field['needed'] === 'voluntary') delete field['without']
  })
  expect(without).not.toBe(changed(WHOLE.notice, () => undefined))
  expect(missingIn(without)).toEqual([])
})

test('data that leaves the Union without a ground is missing where the vendor is', () => {
  const without = changed(WHOLE.notice, p => {
    delete p['transfers']
    for (const vendor of p.vendors) vendor['country'] = 'US'
  })
  expect(missingIn(without)).toContain('13.1.f')
})

test('each thing that is missing is reported where it belongs', () => {
  const without = changed(WHOLE.register, p => {
    delete (p.data[1]?.['fields'] as Item[] | undefined)?.[1]?.['needed']
    delete p['security']
  })
  const { diagnostics } = readPolicy(without, 'a.yaml', ON)
  const lines = without.split('\n')
  const field = diagnostics.find(({ code }) => code === 'L0701')
  expect(lines[(field?.line ?? 0) - 1]).toContain('field: job-title')
  expect(field?.help).toBe('add `needed`')
  const record = diagnostics.find(({ code }) => code === 'L0702')
  expect(lines[(record?.line ?? 0) - 1]).toContain('kind: register-description')
  expect(diagnostics.find(({ code }) => code === 'L20')?.line).toBe(1)
})

describe('a reason in the place of an item', () => {
  const noOfficer: Change = p =>
    (p.contacts = p.contacts.filter(held => held['role'] !== 'data-protection-officer'))
  const reasoned = (item: string, because: string, change: Change) =>
    changed(WHOLE.notice, p => {
      change(p)
      p['not-applicable'] = [{ item, because }]
    })

  test('is enough where nothing is said of it', () => {
    const text = reasoned('dpo', 'no-duty-to-appoint', noOfficer)
    expect(missingIn(text)).toEqual([])
    expect(codesOf(text)).toEqual([])
    const row = readCompleteness(text, 'a.yaml', ON).find(({ item }) => item === '13.1.b')
    expect(row).toMatchObject({ state: 'not-applicable', because: 'no-duty-to-appoint' })
  })

  test('may stand beside facts that say the same', () => {
    const text = reasoned('transfers', 'stays-in-the-union', p => {
      delete p['transfers']
      for (const held of [...p.vendors, ...(p['processors'] as Item[])]) {
        held['country'] = 'FI'
        delete held['transfer']
      }
    })
    expect(codesOf(text)).toEqual([])
    const row = readCompleteness(text, 'a.yaml', ON).find(({ item }) => item === '13.1.f')
    expect(row).toMatchObject({ state: 'not-applicable', because: 'stays-in-the-union' })
  })

  test('is refused where the file speaks of it', () => {
    expect(codesOf(reasoned('dpo', 'no-duty-to-appoint', () => undefined))).toEqual(['L0703'])
    expect(codesOf(reasoned('recipients', 'nobody-receives', () => undefined))).toEqual(['L0703'])
  })

  test('is refused when it is the reason of another item', () => {
    const text = reasoned('dpo', 'nobody-receives', noOfficer)
    expect(codesOf(text)).toEqual(['L20', 'L0701', 'L0703'])
  })

  test('does not stand in the place of half an item', () => {
    const text = reasoned('automated-decisions', 'no-automated-decisions', p => {
      delete p.purposes.find(purpose => purpose['profiling'])?.['profiling']
    })
    expect(codesOf(text)).toEqual(expect.arrayContaining(['L20', 'L0701', 'L0703']))
  })

  test('exists only for what may be absent', () => {
    expect(codesOf(reasoned('rights', 'nobody-receives', () => undefined))).toEqual(['L0105'])
  })
})

test('a cookie notice is asked for what it can tell, and is no document of Art. 14 or 30', () => {
  const shop = readFileSync('policies/childrens-shop.yaml', 'utf8')
  const rows = readCompleteness(shop, 'a.yaml', ON)
  expect(rows.map(({ item }) => item)).toEqual([
    '13.1.a',
    '13.1.c',
    '13.1.d',
    '13.1.e',
    '13.1.f',
    '13.2.a',
    '13.2.c',
    '13.2.d',
  ])
  expect(missingIn(shop)).toEqual([])
})

test('the lists are those of the law of the day', () => {
  expect(readCompleteness(WHOLE.notice, 'a.yaml', '2018-05-24')).toEqual([])
})

test('a text that is no policy has no list', () => {
  expect(readCompleteness('lupaus: [', 'a.yaml', ON)).toEqual([])
  expect(readCompleteness('lupaus: 1\nname: x\n', 'a.yaml', ON)).toEqual([])
})
