import { expect, test } from 'vitest'
import { factsOf, idOf, SHOP } from '../../test/scratch/collect-world.ts'
import { moment } from '../base/time.ts'
import type { Policy, Signal, Vendor } from '../policy/index.ts'
import { openTraits } from './enrich/index.ts'
import { keep, planOf } from './keep.ts'

const NOW = moment('2026-11-22T10:00:00Z')
const ADS = 'revontuli-ads'

/** The shop with two of its vendors, changed. */
function shopWith(change: (vendor: Vendor) => Vendor): Policy {
  const two = SHOP.vendors.filter(({ id }) => id === 'google-analytics' || id === ADS)
  return { ...SHOP, vendors: two.map(change) }
}

const BY_SERVER = shopWith(vendor => ({ ...vendor, through: 'server', transferred: true }))

/** Vendors named on each row that is kept of one purchase. */
function named(
  policy: Policy,
  granted: string,
  more: { readonly signals?: readonly Signal[]; readonly without?: readonly string[] } = {},
): Readonly<Record<string, string>> {
  const facts = { ...factsOf(policy, granted, more.signals ?? [], NOW), ...more }
  const traits = openTraits()({ userAgent: undefined, address: undefined })
  const fields = { product: 'TAKKI-116', value: 10, currency: 'EUR' }
  const event = { id: idOf('a'), name: 'purchase', agoMs: 0, fields }
  const { kept } = keep(planOf(policy), [event], { facts, traits, source: undefined })
  return Object.fromEntries(kept.map(({ group, vendors }) => [group, vendors]))
}

test('a row names the vendors that serve the purposes it was permitted for', () => {
  expect(named(BY_SERVER, 'analytics,marketing')).toEqual({
    ...{ analytics: 'google-analytics', marketing: ADS },
  })
})

test('proves: ads.offsite who did not agree to advertising is named to no advertiser', () => {
  expect(named(BY_SERVER, 'analytics')).toEqual({ analytics: 'google-analytics' })
  expect(named(BY_SERVER, '')).toEqual({})
})

test('proves: ads.offsite what was kept for one purpose is not told to the vendor of another', () => {
  // As if each purpose's rows could name whoever may act at all.
  const rules = BY_SERVER.rules.vendors.map(one => ({ ...one, purposes: ['marketing'] }))
  const policy = { ...BY_SERVER, rules: { ...BY_SERVER.rules, vendors: rules } }
  expect(named(policy, 'analytics,marketing')).toEqual({
    ...{ analytics: '', marketing: `google-analytics,${ADS}` },
  })
})

test('proves: vendor.no-identification a vendor is told of one event out of one table only', () => {
  const rules = BY_SERVER.rules.vendors.map(one => ({
    ...one,
    purposes: ['analytics', 'marketing'],
  }))
  const policy = { ...BY_SERVER, rules: { ...BY_SERVER.rules, vendors: rules } }
  expect(named(policy, 'analytics,marketing')).toEqual({
    ...{ analytics: `google-analytics,${ADS}`, marketing: '' },
  })
})

test('proves: signal.vendor-optout-honoured a vendor that was refused by itself is not named, others are', () => {
  expect(named(BY_SERVER, 'analytics,marketing', { without: [ADS] })).toEqual({
    ...{ analytics: 'google-analytics', marketing: '' },
  })
})

test('proves: signal.dnt-stops-partner-tags under Do Not Track no partner is named', () => {
  for (const signal of ['dnt', 'gpc'] as const) {
    const rows = named(BY_SERVER, 'analytics,marketing', { signals: [signal] })
    expect(Object.values(rows).join('')).not.toContain(ADS)
    expect(Object.values(rows).join('')).not.toContain('google')
  }
})

test('proves: transfer.mechanism a vendor without a mechanism for where it is is not named', () => {
  const policy = shopWith(vendor => ({
    ...vendor,
    through: 'server',
    transferred: vendor.id === ADS,
  }))
  expect(named(policy, 'analytics,marketing')).toEqual({ analytics: '', marketing: ADS })
})

test('a vendor that the browser contacts is told nothing by us', () => {
  const policy = shopWith(vendor => ({ ...vendor, through: 'browser', transferred: true }))
  expect(named(policy, 'analytics,marketing')).toEqual({ analytics: '', marketing: '' })
})
