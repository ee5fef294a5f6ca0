import { describe, expect, test } from 'vitest'
import { codes, edited, type Item, named } from './edited.ts'

/** What changes when one tracker of the shop is written otherwise. */
function withTracker(id: string, change: (tracker: Item) => void): readonly string[] {
  return codes(edited(policy => change(named(policy.trackers, id))))
}

test('the policy as it is published compiles without a word', () => {
  expect(codes(edited(() => undefined))).toEqual([])
})

describe('003.04, 003.25: every identifier has a predefined validity', () => {
  test('proves: device.lifetime-defined: a tracker without a lifetime does not compile', () => {
    for (const id of ['choice', 'language', 'browser', 'video-viewer', 'partner-pixel'])
      expect(withTracker(id, tracker => delete tracker['lifetime'])).toEqual(['L0102'])
  })

  test.for([
    ['', 'L0201'],
    ['forever', 'L0201'],
    ['26 moons', 'L0201'],
    ['26', 'L0201'],
    ['1.5 hours', 'L0201'],
    ['26months', 'L0201'],
    ['0 days', 'L0202'],
    ['-3 days', 'L0202'],
  ] as const)('proves: device.lifetime-defined: `%s` is no lifetime', ([lifetime, code]) => {
    expect(withTracker('campaign', tracker => (tracker['lifetime'] = lifetime))).toEqual([code])
  })

  test('proves: device.lifetime-defined: every declared tracker compiles to a time, or to the browser session', () => {
    const { policy } = edited(() => undefined)
    expect(policy?.rules.trackers).toHaveLength(15)
    for (const { id, seconds } of policy?.rules.trackers ?? [])
      expect(seconds > 0 || id === 'checkout').toBe(true)
  })
})

describe('003.08, 003.29: functional cookies and local storage live 15 minutes to 26 months', () => {
  rangeProof('device.functional-range', 'customer', 15 * 60)
})

describe('003.11, 003.12, 003.32, 003.33: personalisation lives 15 minutes to 26 months', () => {
  rangeProof('device.personalisation-range', 'taste', 15 * 60)
})

describe('003.17, 003.38: analytics and marketing live 30 seconds to 26 months', () => {
  rangeProof('device.marketing-range', 'browser', 30)
  rangeProof('device.marketing-range', 'campaign', 30)
  rangeProof('device.marketing-range', 'partner-browser', 30)
})

/** What browsers really keep is told wherever a lifetime is longer: see L29. */
const BROWSERS_KEEP = '400 days'

function rangeProof(slug: string, id: string, shortestSeconds: number): void {
  const lives = (lifetime: string) =>
    withTracker(id, tracker => {
      delete tracker['rolling']
      tracker['lifetime'] = lifetime
      tracker['browsers-keep'] = BROWSERS_KEEP
    })

  // 26 months are 789 days at the shortest: from any day of a November or December to a 28 February.
  const longestDays = 789

  test.for([
    `${shortestSeconds} seconds`,
    '26 months',
    `${longestDays} days`,
    `${longestDays * 24} hours`,
    `${longestDays * 86_400} seconds`,
    '2 years',
  ])(`proves: ${slug}: ${id} may live %s, within or at the edge`, lifetime => {
    expect(lives(lifetime)).toEqual([])
  })

  test.for([
    [`${shortestSeconds - 1} seconds`, 'L0204'],
    ['1 second', 'L0204'],
    ['27 months', 'L0203'],
    ['3 years', 'L0203'],
    [`${longestDays + 1} days`, 'L0203'],
    // One leap-day longer than the shortest reading: too long in most years, so too long.
    ['791 days', 'L0203'],
    [`${longestDays * 86_400 + 1} seconds`, 'L0203'],
  ] as const)(`proves: ${slug}: ${id} may not live %s, past the edge`, ([lifetime, code]) => {
    expect(lives(lifetime)).toEqual([code])
  })

  renewalProof(slug, id, longestDays)
}

function renewalProof(slug: string, id: string, longestDays: number): void {
  test(`proves: ${slug}: renewals of ${id} reach to the edge and not past it`, () => {
    expect(renewed(id, '26 months')).toEqual([])
    expect(renewed(id, '27 months')).toEqual(['L0206'])
    expect(renewed(id, '790 days')).toEqual(['L0206'])
    expect(renewed(id, '11 months')).toEqual(['L0205'])
  })

  test(`proves: ${slug}: no browser is told more than the notice says of ${id}`, () => {
    expect(secondsOf(id, '26 months')).toBe(longestDays * 86_400)
    expect(secondsOf(id, '1 month')).toBe(28 * 86_400)
    expect(secondsOf(id, '1 year')).toBe(365 * 86_400)
    expect(secondsOf(id, '20 minutes')).toBe(1200)
  })

  test(`proves: ${slug}: without a range for its category, ${id} does not compile`, () => {
    const bare = edited(policy => {
      const { purpose } = named(policy.trackers, id)
      const category = named(policy.purposes, String(purpose))['category']
      policy.categories = policy.categories.filter(item => item.id !== category)
    })
    expect(codes(bare)).toEqual(['L0208'])
  })
}

function renewed(id: string, upTo: string): readonly string[] {
  return withTracker(id, tracker => {
    tracker['lifetime'] = '12 months'
    tracker['rolling'] = { 'up-to': upTo }
  })
}

function secondsOf(id: string, lifetime: string): number | undefined {
  const { policy } = edited(({ trackers }) => {
    named(trackers, id)['lifetime'] = lifetime
    named(trackers, id)['browsers-keep'] = BROWSERS_KEEP
    delete named(trackers, id)['rolling']
  })
  return policy?.rules.trackers.find(tracker => tracker.id === id)?.seconds
}

describe('000.04, 004.59: the reader learns who stands behind each cookie', () => {
  test('proves: device.vendor-per-tracker: a tracker without a vendor does not compile', () => {
    for (const id of ['choice', 'seen', 'partner-browser', 'partner-pixel'])
      expect(withTracker(id, tracker => delete tracker['vendor'])).toEqual(['L0102'])
  })

  test('proves: device.vendor-per-tracker: a tracker without a purpose does not compile', () => {
    for (const id of ['choice', 'seen', 'partner-browser', 'partner-pixel'])
      expect(withTracker(id, tracker => delete tracker['purpose'])).toEqual(['L0102'])
  })

  test('proves: device.vendor-per-tracker: nor does one whose vendor or purpose nobody declared', () => {
    expect(withTracker('partner-browser', t => (t['vendor'] = 'nobody'))).toEqual(['L0103'])
    expect(withTracker('browser', t => (t['purpose'] = 'statistics'))).toEqual(['L0103'])
    expect(withTracker('partner-pixel', t => (t['vendor'] = 'self'))).toEqual(['L0309'])
    const elsewhere = withTracker('partner-browser', t => (t['purpose'] = 'analytics'))
    expect(elsewhere).toEqual(['L0311'])
  })

  test('proves: device.vendor-per-tracker: each compiled tracker has its vendor, or is our own', () => {
    const { policy } = edited(() => undefined)
    const vendor = Object.fromEntries((policy?.trackers ?? []).map(t => [t.id, t.vendor]))
    expect(vendor).toMatchObject({ 'video-viewer': 'tuike-video', browser: undefined })
    expect(vendor).toMatchObject({ 'partner-pixel': 'revontuli-ads', choice: undefined })
  })
})

describe('003.06, 003.27: what goes without consent is what the visitor asked for', () => {
  test.for([
    '_ga',
    '_ga_ABC',
    '_ga_*',
    '_gid',
    '_gcl_au',
    '_fbp',
    '_pk_id.1',
    '_hjSession',
    'IDE',
    '_gi*',
    '_fb*',
  ])('proves: device.necessary-is-narrow: `%s` is not functional', name => {
    expect(withTracker('cart', tracker => (tracker['name'] = name))).toContain('L0303')
  })

  test('proves: device.necessary-is-narrow: a known name is welcome where consent is asked', () => {
    expect(withTracker('campaign', tracker => (tracker['name'] = '_gcl_au'))).not.toContain('L0303')
  })

  test('proves: device.necessary-is-narrow: a functional tracker names the service that was asked for', () => {
    expect(withTracker('cart', tracker => delete tracker['service'])).toEqual(['L0302'])
    expect(withTracker('cart', tracker => (tracker['service'] = 'session'))).toEqual(['L0312'])
    expect(withTracker('cart', tracker => (tracker['service'] = 'statistics'))).toEqual(['L0105'])
  })

  test('proves: device.necessary-is-narrow: no third party, no events and no measuring without consent', () => {
    expect(withTracker('partner-browser', t => (t['purpose'] = 'functional'))).toContain('L0301')
    const collects = [{ event: 'page_view', fields: ['path'] }]
    const measuring = edited(
      policy => (named(policy.purposes, 'functional')['collects'] = collects),
    )
    expect(codes(measuring)).toEqual(['L0402'])
    expect(withTracker('browser', t => (t['purpose'] = 'functional'))).toContain('L0308')
  })
})

describe('003.05, 003.26: four uses of device techniques', () => {
  test('proves: consent.categories: each purpose and each tracker is of exactly one of the four', () => {
    const { policy } = edited(() => undefined)
    const four = ['functional', 'personalisation', 'analytics', 'marketing']
    expect(policy?.categories.map(({ category }) => category)).toEqual(four)
    expect(policy?.purposes.map(({ category }) => category)).toEqual(four)
    const categories = new Map(policy?.purposes.map(purpose => [purpose.id, purpose.category]))
    for (const tracker of policy?.trackers ?? [])
      expect(tracker.category).toBe(categories.get(tracker.purpose))
    expect(new Set(policy?.trackers.map(({ category }) => category))).toEqual(new Set(four))
  })

  test.for([
    ['none', undefined, 'L0314'],
    ['a fifth', 'statistics', 'L0105'],
    ['two at once', ['analytics', 'marketing'], 'L0104'],
  ] as const)(
    'proves: consent.categories: a purpose with %s does not compile',
    ([, value, code]) => {
      const wrong = edited(policy => {
        if (value === undefined) delete named(policy.purposes, 'analytics')['category']
        else named(policy.purposes, 'analytics')['category'] = value
      })
      expect(new Set(codes(wrong))).toEqual(new Set([code]))
    },
  )

  test('proves: consent.categories: no tracker serves two purposes, under one declaration or two', () => {
    const two = ['analytics', 'marketing']
    expect(withTracker('campaign', t => (t['purpose'] = two))).toEqual(['L23'])
    const twice = edited(policy =>
      policy.trackers.push({
        ...named(policy.trackers, 'visit'),
        id: 'again',
        purpose: 'marketing',
      }),
    )
    expect(codes(twice)).toEqual(['L0304'])
    const covered = edited(policy =>
      policy.trackers.push({ ...named(policy.trackers, 'cart'), id: 'wide', name: 'shop_*' }),
    )
    expect(codes(covered)).toEqual(['L0304'])
  })

  test.for(['personalisation', 'analytics', 'marketing'])(
    'proves: consent.categories: %s asks for consent, and rests on nothing else',
    id => {
      for (const basis of ['service-requested', 'legitimate-interest', 'contract']) {
        const wrong = edited(policy => (named(policy.purposes, id)['basis'] = { web: basis }))
        expect(codes(wrong)).toContain('L0401')
      }
    },
  )
})
