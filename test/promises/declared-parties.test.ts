import { describe, expect, test } from 'vitest'
import { CONTRACT_ITEMS } from '../../src/policy/vocabulary-parties.ts'
import { changed, codesOf, compiled, type Node, promisedBy, the } from './changed.ts'

const OK = ['compiles']
const names = ['bank-analytics', 'electricity-cookies', 'machine-dealer', 'childrens-shop']

describe('pages where one can refuse', () => {
  test.for(names)(
    'proves: consent.optout-links-listed (001.27, 004.70, 004.71): %s lists each vendor with such a page, and no other',
    name => {
      const { said } = compiled(name)
      const listed = said.consent?.['opt-outs']?.vendors ?? []
      const pages = (said.vendors ?? []).filter(vendor => vendor['opt-out'] !== undefined)
      expect(listed.toSorted()).toEqual(pages.map(({ id }) => id).toSorted())
      expect(listed).not.toEqual([])
    },
  )

  const outs = (policy: Node) => (policy['consent'] as Node)['opt-outs'] as { vendors: string[] }

  test('proves: consent.optout-links-listed: one left off the list, one listed without a page, or an empty list is refused', () => {
    const name = 'machine-dealer'
    expect(codesOf(changed(name))).toEqual(OK)
    expect(codesOf(changed(name, policy => void outs(policy).vendors.pop()))).toEqual(['L0810'])
    const pageless = changed(name, policy => {
      const vendor = the(policy.vendors, 'lakeus-ads')
      delete vendor['opt-out']
      delete vendor['settings']
    })
    expect(codesOf(pageless)).toEqual(['L0810'])
    expect(codesOf(changed(name, policy => void (outs(policy).vendors = [])))).toContain('L04')
    const gone = compiled(name, policy => void delete (policy['consent'] as Node)['opt-outs'])
    expect(promisedBy(gone)).not.toContain('consent.optout-links-listed')
  })

  test('proves: consent.optout-links-listed: a page without https is no page', () => {
    const plain = (url: string) =>
      changed('machine-dealer', policy => {
        the(policy.vendors, 'lakeus-ads')['opt-out'] = url
      })
    expect(codesOf(plain('https://lakeusads.example/no'))).toEqual(OK)
    expect(plain('http://lakeusads.example/no').policy).toBeUndefined()
  })
})

describe('social media', () => {
  const name = 'bank-analytics'
  const without = (key: string) =>
    changed(name, policy => void delete the(policy.vendors, 'linkedin')[key])

  test('proves: consent.social-controls (001.28, 002.28): a page in a social medium whose settings are not linked is refused', () => {
    expect(promisedBy(compiled(name))).toContain('consent.social-controls')
    const { diagnostics } = without('settings')
    expect(diagnostics).toMatchObject([
      { code: 'L0803', message: expect.stringContaining('`settings`') },
    ])
    const apart = compiled(name, ({ vendors }) =>
      vendors.forEach(vendor => delete vendor['social']),
    )
    expect(promisedBy(apart)).not.toContain('consent.social-controls')
  })

  test('proves: social.activity-under-vendor-terms (002.26, 002.27): a page in a social medium whose terms or role are not told is refused', () => {
    expect(promisedBy(compiled(name))).toContain('social.activity-under-vendor-terms')
    const { diagnostics } = without('terms')
    expect(diagnostics).toMatchObject([
      { code: 'L0803', message: expect.stringContaining('`terms`') },
    ])
    expect(codesOf(without('role'))).toContain('L0803')
  })

  test('proves: social.activity-under-vendor-terms (002.26): who decides together with the company has an arrangement', () => {
    expect(codesOf(without('arrangement'))).toEqual(['L0802'])
    const alone = (policy: { vendors: Node[] }) => {
      const vendor = the(policy.vendors, 'linkedin')
      vendor['role'] = 'controller'
      delete vendor['arrangement']
    }
    expect(codesOf(changed(name, alone))).toEqual(OK)
  })
})

describe('what a vendor does for itself', () => {
  const name = 'machine-dealer'
  const asProcessor = (own: readonly string[] | undefined) =>
    changed(name, policy => {
      const vendor = the(policy.vendors, 'lakeus-ads')
      if (own) vendor['own-uses'] = own.map(use => ({ use }))
    })

  test('proves: vendor.own-use-told (004.63, 004.64): a processor has no ends of its own', () => {
    expect(codesOf(asProcessor(undefined))).toEqual(OK)
    expect(codesOf(asProcessor(['shows-own-ads']))).toEqual(['L0804', 'L28'])
    expect(codesOf(asProcessor(['reports-to-site-owner']))).toEqual(['L0804'])
  })

  test('proves: vendor.own-use-told (004.65): what is handed on needs a role that answers for it', () => {
    const onward = (role: string) =>
      changed(name, policy => {
        const vendor = the(policy.vendors, 'lakeus-ads')
        vendor['onward'] = [{ case: 'to-third-parties' }]
        vendor['role'] = role
      })
    expect(codesOf(onward('processor'))).toEqual(['L28'])
    expect(codesOf(onward('controller'))).toEqual(OK)
  })

  test('proves: vendor.own-use-told: only a policy that tells of such uses promises to', () => {
    expect(promisedBy(compiled(name))).toContain('vendor.own-use-told')
    expect(promisedBy(compiled('childrens-shop'))).not.toContain('vendor.own-use-told')
  })
})

describe('data that leaves the Union', () => {
  const register = 'electricity-marketing-register'

  test('proves: transfer.mechanism (002.51): each transfer names one ground, its document and its assessment', () => {
    const edit = (change: (transfer: Node) => void) =>
      codesOf(changed(register, policy => change(the(policy.transfers, 'letters'))))
    expect(edit(() => {})).toEqual(OK)
    expect(edit(transfer => void delete transfer['assessment'])).toEqual(['L0808'])
    expect(edit(transfer => void delete transfer['document'])).toContain('L0102')
    expect(edit(transfer => void delete transfer['mechanism'])).toContain('L0102')
    expect(edit(transfer => void (transfer['mechanism'] = 'some-lawful-mechanism'))).toContain(
      'L12',
    )
    const two = ['standard-contractual-clauses', 'derogation']
    expect(edit(transfer => void (transfer['mechanism'] = two))).toEqual(['L12'])
  })

  test('proves: transfer.mechanism (002.51): whoever is outside the EEA is named with the transfer that goes there', () => {
    const at = (country: string, transfer?: string) =>
      codesOf(
        changed(register, policy => {
          const processor = the(policy.processors, 'letters')
          processor['country'] = country
          if (transfer === undefined) delete processor['transfer']
          else processor['transfer'] = transfer
        }),
      )
    expect(at('US', 'letters')).toEqual(OK)
    expect(at('US')).toContain('L0806')
    expect(at('IN', 'letters')).toEqual(['L0806'])
    expect(at('US', 'nowhere')).toContain('L0103')
    expect(at('NO')).toEqual(['L0809', 'compiles'])
  })

  test('proves: transfer.mechanism: a transfer whose review has lapsed is told of on the day after', () => {
    const on = (day: string) =>
      changed(
        register,
        ({ transfers }) => {
          for (const transfer of transfers) transfer['review-by'] = '2026-11-22'
        },
        day,
      ).diagnostics.filter(({ code }) => code === 'L0811')
    expect(on('2026-11-22')).toEqual([])
    const found = on('2026-11-23')
    expect(found).toHaveLength(5)
    expect(found[0]).toMatchObject({ severity: 'warning' })
  })

  test('proves: transfer.google-servers (004.62): Google in the United States without a ground is an error, with or without a role', () => {
    const google = (change: (vendor: Node) => void) =>
      codesOf(
        changed('machine-dealer', policy => {
          const vendor = the(policy.vendors, 'google-analytics')
          vendor['country'] = 'US'
          change(vendor)
        }),
      )
    expect(google(() => {})).toEqual(OK)
    expect(google(vendor => void delete vendor['transfer'])).toEqual(['L0806'])
    const roleless = google(vendor => {
      for (const key of ['transfer', 'role', 'own-uses', 'onward', 'contract', 'arrangement'])
        delete vendor[key]
    })
    expect(roleless).toContain('L0806')
  })

  test('proves: transfer.google-servers (004.62): only who tells on what ground Google’s servers are used promises it', () => {
    expect(promisedBy(compiled('machine-dealer'))).toContain('transfer.google-servers')
    const silent = compiled('machine-dealer', policy => {
      for (const id of ['google-analytics', 'google-ads'])
        delete the(policy.vendors, id)['transfer']
    })
    expect(promisedBy(silent)).not.toContain('transfer.google-servers')
  })
})

describe('processors', () => {
  const name = 'machine-dealer'

  test('proves: processors.used (002.50): each is named with what it does and where', () => {
    const register = 'electricity-marketing-register'
    const without = (key: string) =>
      changed(register, ({ processors }) => void delete processors[0]?.[key]).policy
    expect(compiled(register).said.processors?.every(({ country }) => country.length === 2)).toBe(
      true,
    )
    for (const key of ['name', 'service', 'country', 'contract'])
      expect(without(key)).toBeUndefined()
    expect(without('security')).toBeDefined()
  })

  test('proves: processors.used: a vendor called a processor has a contract', () => {
    const bare = changed(name, policy => void delete the(policy.vendors, 'lakeus-ads')['contract'])
    expect(codesOf(bare)).toEqual(['L0801', 'L0813', 'L0814'])
  })

  test.for(CONTRACT_ITEMS)(
    'proves: processors.instructions (004.79): a contract without `%s` is refused, for a processor and for a vendor that is one',
    item => {
      const lacks = (list: 'vendors' | 'processors', at: number) =>
        changed(name, policy => {
          const contract = policy[list][at]?.['contract'] as { items: string[] }
          contract.items = contract.items.filter(held => held !== item)
        })
      const processor = lacks('processors', 0)
      expect(codesOf(processor)).toEqual(['L0805'])
      expect(processor.diagnostics[0]?.message).toContain(`\`${item}\``)
      expect(codesOf(lacks('vendors', 2))).toEqual(['L0805'])
    },
  )

  test('proves: processors.instructions (004.79): nine items cannot be written, eight make the promise', () => {
    const more = changed(name, policy => {
      const contract = policy.processors[0]?.['contract'] as { items: string[] }
      contract.items.push('such-as')
    })
    expect(more.policy).toBeUndefined()
    expect(promisedBy(compiled(name))).toContain('processors.instructions')
  })

  test('proves: processors.security-ensured (001.33): evidence that is overdue is told of, the day after it was due', () => {
    const on = (day: string) =>
      changed(
        'bank-analytics',
        ({ processors }) => {
          const security = processors[0]?.['security'] as Node
          security['review-by'] = '2026-11-22'
        },
        day,
      )
    expect(codesOf(on('2026-11-22'))).toEqual(OK)
    const late = on('2026-11-23')
    expect(codesOf(late)).toEqual(['L0811', 'compiles'])
    expect(late.diagnostics[0]?.message).toContain('2026-11-22')
  })

  test('proves: processors.security-ensured (001.33): only a policy that shows evidence promises it', () => {
    const slug = 'processors.security-ensured'
    expect(promisedBy(compiled('bank-analytics'))).toContain(slug)
    const bare = compiled('bank-analytics', ({ processors }) =>
      processors.forEach(processor => delete processor['security']),
    )
    expect(promisedBy(bare)).not.toContain(slug)
  })
})
