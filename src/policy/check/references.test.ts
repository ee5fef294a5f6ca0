import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { changed, type Lists, type Node, the } from '../../../test/promises/changed.ts'
import { Said } from '../syntax/said.ts'

const POLICIES = [
  'starter',
  'childrens-shop',
  'bank-analytics',
  'electricity-cookies',
  'machine-dealer',
  'electricity-marketing-register',
]

/** Every place of the language that names something declared elsewhere. */
const PLACES = [
  'purposes/*/data/*',
  'purposes/*/retention',
  'data/*/sources/*',
  'data/*/retention',
  'registers/*/data/*',
  'entries/*/register',
  'entries/*/consent-to/*',
  'identity/links/*/by/*',
  'identity/links/*/purposes/*',
  'identity/links/*/consent',
  'identity/otherwise/by/*',
  'calls/*/purpose',
  'calls/*/retention',
  'consent/given/*/purposes/*',
  'consent/opt-outs/vendors/*',
  'vendors/*/transfer',
  'processors/*/transfer',
  'recipients/*/purposes/*',
  'recipients/*/data/*',
  'audiences/*/purpose',
  'audiences/*/destination',
  'audiences/*/partners/*',
  'recommendations/*/purpose',
  'ad-slots/*/site',
  'ad-slots/*/purpose',
  'ad-slots/*/advertisers/*',
  'conversions/*/to',
  'marketing/messages/*/purpose',
  'machines/*/retention',
  'retention/*/purposes/*',
  'rights/*/archive',
  'staff/*/purposes/*',
  'staff/*/data/*',
]

const texts = POLICIES.map(name => [name, policyIn(name)] as const)

function policyIn(name: string): Lists {
  return parse(readFileSync(`policies/${name}.yaml`, 'utf8')) as Lists
}

/** The first place of a policy that a pattern names. */
function placeIn(from: Said, [key, ...more]: readonly string[]): Said | undefined {
  if (key === undefined) return from.isThere ? from : undefined
  if (key !== '*') return placeIn(from.at(key), more)
  return from
    .items()
    .map(item => placeIn(item, more))
    .find(found => found !== undefined)
}

function put(policy: Node, path: readonly (string | number)[], value: string): void {
  const [last = ''] = path.slice(-1)
  const parent = path.slice(0, -1).reduce<unknown>((node, key) => (node as Node)[key], policy)
  ;(parent as Node)[last] = value
}

describe('L0103: whatever is named is declared', () => {
  test.for(PLACES)('%s', pattern => {
    const [name, at] =
      texts
        .map(([held, policy]) => [held, placeIn(new Said(policy), pattern.split('/'))] as const)
        .find(([, found]) => found !== undefined) ?? []
    if (name === undefined || !at) throw new Error(`no policy has ${pattern}`)
    const found = changed(name, policy => put(policy, at.path, 'nowhere-at-all'))
    expect(found.policy).toBeUndefined()
    const codes = found.diagnostics.filter(({ message }) => message.includes('`nowhere-at-all`'))
    expect(codes.map(({ code }) => code)).toContain('L0103')
  })

  test('a slip of the pen is answered with the name that was meant', () => {
    const slip = changed(
      'starter',
      ({ data }) => void (the(data, 'letters')['retention'] = 'leters'),
    )
    const found = slip.diagnostics.find(({ code }) => code === 'L0103')
    expect(found).toMatchObject({ help: 'did you mean `letters`?' })
  })

  test('the company itself may link and advertise, and is no vendor elsewhere', () => {
    const by = (policy: Lists) => void ((policy['identity'] as Node)['otherwise'] = SELF)
    expect(changed('starter', by).diagnostics).toEqual([])
    const to = ({ audiences }: Lists) => void (the(audiences, 'from-use')['destination'] = 'self')
    expect(changed('bank-analytics', to).diagnostics.map(({ code }) => code)).toEqual(['L0103'])
  })

  const SELF = { form: 'pseudonymous', by: ['self'] }
})

describe('L0108: no name is taken twice', () => {
  test.for([
    ['contacts', 'id', 'starter'],
    ['registers', 'id', 'electricity-marketing-register'],
    ['data', 'id', 'starter'],
    ['sources', 'id', 'starter'],
    ['entries', 'id', 'electricity-marketing-register'],
    ['calls', 'id', 'electricity-marketing-register'],
    ['recipients', 'id', 'starter'],
    ['processors', 'id', 'starter'],
    ['transfers', 'id', 'bank-analytics'],
    ['audiences', 'id', 'bank-analytics'],
    ['recommendations', 'id', 'childrens-shop'],
    ['ad-slots', 'id', 'bank-analytics'],
    ['conversions', 'id', 'electricity-cookies'],
    ['machines', 'id', 'machine-dealer'],
    ['retention', 'id', 'starter'],
    ['rights', 'right', 'starter'],
    ['security', 'control', 'bank-analytics'],
  ] as const)('among %s, by %s', ([list, key, name]) => {
    const twice = changed(name, policy => {
      const items = policy[list] as Node[]
      items.push({ ...items[0] })
    })
    const found = twice.diagnostics.find(({ code }) => code === 'L0108')
    expect(found?.message).toContain(`already taken in \`${list}\``)
    const other = changed(name, policy => {
      const items = policy[list] as Node[]
      if (key === 'id') items.push({ ...items[0], id: 'another-name' })
    })
    expect(other.diagnostics.map(({ code }) => code)).not.toContain('L0108')
  })
})
