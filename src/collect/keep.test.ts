import { expect, test } from 'vitest'
import { idOf, SHOP } from '../../test/scratch/collect-world.ts'
import { moment } from '../base/time.ts'
import type { Policy } from '../policy/index.ts'
import { openTraits } from './enrich/index.ts'
import { keep, planOf } from './keep.ts'

const NOW = moment('2026-11-22T10:00:00Z')
const AGENT =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Mobile/15E148 Safari/604.1'
/** What the second purpose declares, and a value of each: more of a visitor than a page alone. */
const MORE = {
  campaign: 'talvi',
  campaign_source: 'google',
  campaign_medium: 'cpc',
  campaign_term: 'saappaat',
  campaign_content: 'a',
  click_id: 'gclid=EAIaIQ',
  referrer: 'https://www.google.fi/search?q=a',
  referrer_path: '/search',
  query: 'kumisaappaat',
  region: 'Uusimaa',
  city: 'Helsinki',
  screen_size: '1170x2532',
} as const
const FILLED_IN = ['device', 'browser', 'os', 'os_version', 'country', 'channel', 'source'] as const

const policy = twoPurposes(SHOP)
const plan = planOf(policy)
const source = {
  ...{ id: 'till', kind: 'server', channel: 'web', key: 'k', site: 'shop' },
  ...{ partner: undefined, machines: undefined, asserts: ['place'] },
} as never

/** The shop's analytics in two: `analytics` declares a path alone, `more` all the rest. */
function twoPurposes(shop: Policy): Policy {
  const said = shop.said.purposes.filter(one => one.id === 'analytics')
  const rule = shop.rules.purposes['analytics']
  if (!rule) throw new Error('the shop has a purpose for analytics')
  const more = { ...rule, id: 'more', events: { page_view: [...Object.keys(MORE), ...FILLED_IN] } }
  const purposes = { analytics: { ...rule, events: { page_view: ['path'] } }, more }
  return {
    ...shop,
    said: { ...shop.said, purposes: [...said, ...said.map(one => ({ ...one, id: 'more' }))] },
    rules: { ...shop.rules, purposes },
  }
}

function kept(...granted: readonly string[]) {
  const sender = {
    facts: {
      granted: Object.fromEntries(granted.map(id => [id, policy.rules.purposes[id]?.terms ?? ''])),
      ...{ chosenUnder: [], signals: [], until: moment('2027-01-01T00:00:00Z'), now: NOW },
      withdrawn: false,
    },
    traits: openTraits()({ userAgent: AGENT, address: '80.221.0.1' }),
    source,
  }
  const event = { id: idOf('a'), name: 'page_view', agoMs: 0, fields: { path: '/', ...MORE } }
  const found = keep(plan, [event], sender)
  return found.kept.map(one => ({ purposes: one.purposes, fields: Object.fromEntries(one.fields) }))
}

test('proves: analytics.anonymise-when-possible a field is kept only by the purpose that declares it', () => {
  expect(kept('analytics')).toEqual([{ purposes: 'analytics', fields: { path: '/' } }])
  expect(kept()).toEqual([])

  const all = kept('analytics', 'more')[0]
  expect(all?.purposes).toBe('analytics,more')
  expect(Object.keys(all?.fields ?? {}).toSorted()).toEqual(
    ['path', ...Object.keys(MORE), ...FILLED_IN].toSorted(),
  )
})

test('proves: analytics.anonymise-when-possible what is kept by consent is coarse', () => {
  const fields = kept('more')[0]?.fields
  expect(fields).toMatchObject({
    ...{ device: 'phone', browser: 'Safari', os: 'iOS', os_version: '18', country: 'FI' },
    ...{ channel: 'paid-search', source: 'google', referrer: 'www.google.fi', city: 'Helsinki' },
  })
  expect(JSON.stringify(fields)).not.toContain('80.221')
  expect(JSON.stringify(fields)).not.toContain('18_6')
})
