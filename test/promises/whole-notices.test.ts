import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse, stringify } from 'yaml'
import { LANGS } from '../../src/base/lang.ts'
import { completeness, noticeOf, readPolicy, renderNotice } from '../../src/policy/index.ts'
import { lawOn } from '../../src/policy/law/index.ts'
import { REFUSAL_GROUNDS, RIGHTS } from '../../src/policy/vocabulary-keeping.ts'
import { codes } from './edited.ts'

const ON = '2026-11-22'
const NOTICES = ['machine-dealer', 'electricity-marketing-register'] as const

type Item = Record<string, unknown>
type Written = Record<string, unknown> & Record<'contacts' | 'rights' | 'registers', Item[]>

/** A notice for people after a change, read again. */
function changed(name: string, change: (policy: Written) => void) {
  const policy = parse(readFileSync(`policies/${name}.yaml`, 'utf8')) as Written
  change(policy)
  const text = stringify(policy, { aliasDuplicateObjects: false })
  return readPolicy(text, `${name}.yaml`, ON)
}

function compiled(name: string) {
  const { policy } = changed(name, () => undefined)
  if (!policy) throw new Error(`${name} does not compile`)
  return policy
}

const group = (policy: Written, key: string) => policy[key] as Record<string, unknown>

describe.for(NOTICES)('002.02, 004.15: %s tells what the law requires', name => {
  test('proves: notice.complete-for-law: each item of Art. 13, 14 and 30 is told, or has its reason', () => {
    const rows = completeness(compiled(name), ON)
    const items = (list: '13' | '14' | '30') => rows.filter(({ checklist }) => checklist === list)
    expect([items('13').length, items('30').length]).toEqual([12, 7])
    expect([0, 13]).toContain(items('14').length)
    expect(rows.filter(({ state }) => state === 'missing')).toEqual([])
  })

  test('proves: notice.complete-for-law: a notice that leaves an item out does not compile', () => {
    const without = changed(name, policy => {
      policy.rights = policy.rights.filter(held => held['right'] !== 'portability')
    })
    expect(without.policy).toBeUndefined()
    expect(codes(without)).toEqual(['L20', 'L0701'])
  })

  test('proves: notice.complete-for-law: a record that leaves an item out does not compile', () => {
    const without = changed(name, policy => delete policy['security'])
    expect(without.policy).toBeUndefined()
    expect(codes(without)).toEqual(['L0702'])
  })
})

describe.for(NOTICES)('002.03 to 002.07, 002.16, 004.02: %s names its controller', name => {
  test.for(['name', 'business-id', 'street', 'postal-code', 'city', 'country', 'email', 'website'])(
    'proves: notice.controller-identified: without `%s` it does not compile',
    key => {
      const without = changed(name, policy => delete group(policy, 'controller')[key])
      expect(codes(without)).toEqual(['L0102'])
    },
  )

  test('proves: notice.controller-identified: a business id with any other check digit is refused', () => {
    const { businessId } = compiled(name).controller
    for (const digit of '0123456789') {
      const id = `${businessId.slice(0, 8)}${digit}`
      const found = codes(
        changed(name, policy => (group(policy, 'controller')['business-id'] = id)),
      )
      expect([id, found]).toEqual([id, id === businessId ? [] : ['L0106']])
    }
  })

  test('proves: notice.controller-identified: two digits that change places are noticed', () => {
    const { businessId } = compiled(name).controller
    const at = Array.from(businessId).findIndex(
      (digit, index) => index < 6 && digit !== businessId[index + 1],
    )
    const swapped = `${businessId.slice(0, at)}${businessId[at + 1]}${businessId[at]}${businessId.slice(at + 2)}`
    const found = changed(name, policy => (group(policy, 'controller')['business-id'] = swapped))
    expect(codes(found)).toEqual(['L0106'])
  })

  test('proves: notice.controller-identified: a register has a name in each language', () => {
    for (const lang of LANGS) {
      const without = changed(
        name,
        policy => delete (policy.registers[0]?.['name'] as Item | undefined)?.[lang],
      )
      expect(codes(without)).toEqual(['L0102'])
    }
  })
})

describe.for(NOTICES)('002.08 to 002.14: %s says whom to ask', name => {
  const officers = (policy: Written) =>
    policy.contacts.filter(({ role }) => role === 'data-protection-officer')

  test('proves: notice.contact-and-dpo: without the data protection officer it does not compile', () => {
    const without = changed(name, policy => {
      policy.contacts = policy.contacts.filter(held => !officers(policy).includes(held))
    })
    expect(codes(without)).toEqual(['L20', 'L0701'])
  })

  test('proves: notice.contact-and-dpo: an officer whom nobody can reach is not enough', () => {
    const silent = changed(name, policy => {
      for (const held of policy.contacts) {
        delete held['email']
        delete held['phone']
      }
    })
    expect(codes(silent)).toEqual(['L20', 'L0701'])
  })

  test('proves: notice.contact-and-dpo: a company that needs none says so, and cannot say so beside one', () => {
    const reason = [{ item: 'dpo', because: 'no-duty-to-appoint' }]
    const none = changed(name, policy => {
      policy.contacts = policy.contacts.filter(held => !officers(policy).includes(held))
      policy['not-applicable'] = reason
    })
    expect(codes(none)).toEqual([])
    const both = changed(name, policy => (policy['not-applicable'] = reason))
    expect(codes(both)).toEqual(['L0703'])
  })

  test('proves: notice.contact-and-dpo: nobody is named for anything else', () => {
    const other = changed(name, policy =>
      Object.assign(policy.contacts[0] ?? {}, { role: 'sales' }),
    )
    expect(codes(other)).toEqual(['L0105'])
  })

  test.for(LANGS)(
    'proves: notice.contact-and-dpo: the notice gives name and mailbox in %s',
    lang => {
      const policy = compiled(name)
      const text = renderNotice(noticeOf(policy, lang), 'txt')
      const told = (policy.said.contacts ?? []).flatMap(held => [held.name, held.email])
      for (const part of told.filter(word => word !== undefined)) expect(text).toContain(part)
    },
  )
})

describe.for(NOTICES)('002.84 to 002.86: %s says where to complain', name => {
  test('proves: complaint.authority-told: without an authority it does not compile', () => {
    expect(codes(changed(name, policy => delete policy['authority']))).toEqual(['L0102'])
    const silent = changed(name, policy => (policy['authority'] = 'unstated'))
    expect(codes(silent)).toEqual(expect.arrayContaining(['L20']))
    expect(silent.policy).toBeUndefined()
  })

  test('proves: complaint.authority-told: only an authority that the law tables know is named', () => {
    for (const word of ['somebody', 'se-integritetsskyddsmyndigheten', ''])
      expect(codes(changed(name, policy => (policy['authority'] = word)))).toEqual(['L0105'])
  })

  test.for(LANGS)(
    'proves: complaint.authority-told: name and site are in the notice in %s',
    lang => {
      const policy = compiled(name)
      const authority = lawOn(ON).authority(policy.authority)
      const html = renderNotice(noticeOf(policy, lang), 'html')
      expect(html).toContain(authority?.sites[lang] ?? 'no site')
      expect(html.toLowerCase()).toContain(authority?.names[lang].slice(0, 12).toLowerCase())
    },
  )
})

describe('002.63: a right is refused only on grounds laid down in law', () => {
  const withGround = (right: string, refusals: unknown) =>
    changed('electricity-marketing-register', policy => {
      policy.rights = policy.rights.filter(held => held['right'] !== right)
      policy.rights.push({ right, fee: 'never', refusals })
    })

  test.for(RIGHTS.filter(right => right !== 'marketing-objection'))(
    'proves: access.refusal-grounds: %s takes the grounds of its own list, and no other',
    right => {
      const lawful = lawOn(ON).refusalGrounds(right)
      const allowed = REFUSAL_GROUNDS.filter(word => lawful.some(({ ground }) => ground === word))
      const { policy, diagnostics } = withGround(right, [...REFUSAL_GROUNDS])
      const refused = diagnostics.filter(({ code }) => code === 'L0908').map(found => found.message)
      const others = REFUSAL_GROUNDS.filter(ground => !allowed.includes(ground))
      expect(refused).toEqual(
        others.map(ground => `the law does not let \`${right}\` be refused for \`${ground}\``),
      )
      expect(diagnostics).toHaveLength(refused.length)
      expect(policy).toBeUndefined()
      if (allowed.length > 0) expect(codes(withGround(right, allowed))).toEqual([])
    },
  )

  test('proves: access.refusal-grounds: a prohibition of marketing cannot be refused', () => {
    const found = codes(
      changed('electricity-marketing-register', policy => {
        const held = policy.rights.find(({ right }) => right === 'marketing-objection')
        if (held) held['refusals'] = ['manifestly-excessive']
      }),
    )
    expect(found).toEqual(['L0908'])
  })

  test('proves: access.refusal-grounds: the list is closed', () => {
    expect(codes(withGround('access', ['because-we-say-so']))).toEqual(['L0105'])
    expect(codes(withGround('access', ['rights-of-others', 'and-others']))).toEqual(['L11'])
    expect(codes(withGround('access', 'unstated'))).toEqual(['L0111'])
  })
})
