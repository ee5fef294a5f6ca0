import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { canonical } from '../../base/json.ts'
import { LANGS } from '../../base/lang.ts'
import { SMALL_POLICY } from '../../../test/promises/small-policy.ts'
import { decide } from '../decide.ts'
import type { Policy } from '../policy.ts'
import { momentOf } from '../../base/time.ts'
import { bannerWords } from './banner-words.ts'
import { noticeOf } from './notice.ts'
import { renderNotice } from './render.ts'
import { tagConfig, tagFields } from './tag-config.ts'

const TITLE_MAX = 60
const BODY_MAX = 320
const USES = {
  fi: ['toimintoihin', 'personointiin', 'analytiikkaan', 'markkinoinnin kohdentamiseen'],
  sv: ['funktioner', 'personanpassning', 'analys', 'riktad marknadsföring'],
  en: ['functions', 'personalisation', 'analytics', 'targeted marketing'],
} as const

test.for(LANGS)('the first layer in %s is short and names the four uses', lang => {
  const { title, body, accept, refuse, noticeHref } = bannerWords(SMALL_POLICY, lang).first
  expect(title.length).toBeLessThanOrEqual(TITLE_MAX)
  expect(body.length).toBeLessThanOrEqual(BODY_MAX)
  for (const use of USES[lang]) expect(body).toContain(use)
  expect(Math.abs(accept.length - refuse.length)).toBeLessThan(8)
  expect(noticeHref).toBe(`/privacy/${lang}`)
})

test.for(LANGS)('a use that the policy lacks is not named in %s', lang => {
  const { body, signalNote } = bannerWords(without('usage'), lang).first
  expect(body).not.toContain(USES[lang][2])
  expect(body).toContain(USES[lang][3])
  expect(signalNote).toContain({ fi: 'kohdentaminen pysyy', sv: 'riktad', en: 'stays' }[lang])
})

test.for(LANGS)('the second layer in %s has every purpose with every tracker', lang => {
  const { purposes } = bannerWords(SMALL_POLICY, lang).details
  expect(purposes.map(({ id, always }) => [id, always])).toEqual([
    ['functions', true],
    ['recommendations', false],
    ['usage', false],
    ['ads', false],
  ])
  const names = purposes.flatMap(({ trackers }) => trackers.map(({ name }) => name))
  expect(names.toSorted()).toEqual(SMALL_POLICY.trackers.map(({ name }) => name).toSorted())
  const [ad] = purposes[3]?.trackers ?? []
  expect(ad?.vendor).toBe('Ads & <Co>')
})

test('the hash is over both layers, the language and the version, and nothing else', () => {
  const { first, details } = bannerWords(SMALL_POLICY, 'fi')
  const { sha256, ...words } = first
  const shown = canonical({ first: words, details, lang: 'fi', version: SMALL_POLICY.version })
  expect(sha256).toBe(createHash('sha256').update(shown).digest('hex'))
  expect(bannerWords(SMALL_POLICY, 'fi').first.sha256).toBe(sha256)
})

test('the hash changes with language, version, and any word of the second layer', () => {
  const trackers = SMALL_POLICY.trackers.map(t => (t.id === 'cart' ? { ...t, name: 'new' } : t))
  const renamed = { ...SMALL_POLICY, trackers }
  const hashes = [
    bannerWords(SMALL_POLICY, 'fi'),
    bannerWords(SMALL_POLICY, 'sv'),
    bannerWords({ ...SMALL_POLICY, version: 'f'.repeat(64) }, 'fi'),
    bannerWords(renamed, 'fi'),
    bannerWords({ ...SMALL_POLICY, consentFor: { count: 1, unit: 'day' } }, 'fi'),
  ].map(({ first }) => first.sha256)
  // How long a choice holds is not among the banner's words; the version stands for it.
  expect(hashes.at(-1)).toBe(hashes[0])
  expect(new Set(hashes).size).toBe(4)
})

test('the tag asks for consent purposes in the policy’s order, and for no other', () => {
  expect(tagConfig(SMALL_POLICY).asks).toEqual([
    { purpose: 'recommendations', group: 'personalisation' },
    { purpose: 'usage', group: 'analytics' },
    { purpose: 'ads', group: 'marketing' },
  ])
})

test('the tag decides as the server does, and gets nothing that it does not need', () => {
  const surplus = { ...SMALL_POLICY.rules, secret: 'of the server' }
  const { rules } = tagConfig({ ...SMALL_POLICY, rules: surplus })
  const { version, purposes, trackers } = SMALL_POLICY.rules
  const unlined = Object.entries(purposes).map(([id, { events, ...rule }]) => {
    // Which fields may be kept is told to what measures, and only where something is.
    const names = Object.keys(events).map(name => [name, []])
    return [id, { ...rule, line: 0, events: Object.fromEntries(names) }]
  })
  expect(rules).toEqual({
    version: version.slice(0, 16),
    purposes: Object.fromEntries(unlined),
    trackers: trackers.map(held => ({ ...held, id: held.vendor === undefined ? '' : held.id })),
    vendors: [],
  })
  expect(tagFields(SMALL_POLICY)['usage']).toEqual(purposes['usage']?.events)
  const facts = {
    granted: { usage: 'terms-usage' },
    chosenUnder: [],
    signals: [],
    until: momentOf(2),
    now: momentOf(1),
    withdrawn: false,
  }
  expect(decide(rules, 'usage', facts)).not.toHaveProperty('refused')
  expect(decide(rules, 'ads', facts)).toHaveProperty('refused', 'no-consent')
})

test.for(LANGS)('what a placeholder links to stands in the notice in %s', lang => {
  const notice = renderNotice(noticeOf(SMALL_POLICY, lang), 'html')
  const { embeds } = bannerWords(SMALL_POLICY, lang).details
  const anchors = embeds.map(({ noticeHref }) => noticeHref.split('#'))
  expect(anchors.map(([path]) => path)).toEqual(embeds.map(() => `/privacy/${lang}`))
  for (const [, anchor] of anchors) expect(notice).toContain(`id="${anchor}"`)
  expect(anchors.length).toBeGreaterThan(0)
})

function without(id: string): Policy {
  const { purposes, signals, trackers } = SMALL_POLICY
  return {
    ...SMALL_POLICY,
    purposes: purposes.filter(purpose => purpose.id !== id),
    trackers: trackers.filter(tracker => tracker.purpose !== id),
    signals: signals.map(s => ({ ...s, refuses: s.refuses.filter(refused => refused !== id) })),
  }
}

const AGE_15 = { asks: 'age-before-profiling', under: '15 years' } as const

const FOR_CHILDREN: Policy = {
  ...SMALL_POLICY,
  said: {
    ...SMALL_POLICY.said,
    minors: { possible: true, 'age-gate': { asks: 'age-before-profiling', under: '13 years' } },
  },
}

test.for(LANGS)('where children are possible, age is a question of its own in %s', lang => {
  const { first, details } = bannerWords(FOR_CHILDREN, lang)
  expect(first.body).not.toContain('13')
  expect(details.age?.title).toContain('13')
  expect(details.age?.purposes).toEqual(['recommendations', 'ads'])
  expect(details.age?.purposes).toEqual(tagConfig(FOR_CHILDREN).ofAge)
  const aged = details.purposes.filter(({ text }) => text.includes('13')).map(({ id }) => id)
  expect(aged).toEqual(['recommendations', 'ads'])
  const { ofAge = '', tooYoung = '' } = details.age ?? {}
  expect(Math.abs(ofAge.length - tooYoung.length)).toBeLessThan(12)
})

test.for(LANGS)('where no children are possible, nobody is asked for an age in %s', lang => {
  const { first, details } = bannerWords(SMALL_POLICY, lang)
  expect([first.body, ...details.purposes.map(({ text }) => text)].join(' ')).not.toContain('13')
  expect(details.age).toBeUndefined()
})

test('the question of age and the words of embeds are hashed with the rest', () => {
  const older = { ...FOR_CHILDREN.said.minors, 'age-gate': AGE_15 }
  const asksLater = { ...FOR_CHILDREN, said: { ...FOR_CHILDREN.said, minors: older } }
  const [count, ads] = SMALL_POLICY.vendors
  if (!count || !ads) throw new Error('the small policy has two vendors')
  const renamed = { ...SMALL_POLICY, vendors: [count, { ...ads, company: 'Other Inc.' }] }
  const hashes = [SMALL_POLICY, FOR_CHILDREN, asksLater, renamed].map(
    policy => bannerWords(policy, 'en').first.sha256,
  )
  expect(new Set(hashes).size).toBe(4)
})

test.for(LANGS)(
  'each vendor has a switch of its own with its own pages beside it in %s (proves: consent.optout-links-listed, consent.social-controls)',
  lang => {
    const [count, ads] = SMALL_POLICY.vendors
    if (!count || !ads) throw new Error('the small policy has two vendors')
    const settings = 'https://ads.example/settings'
    const vendors = [count, { ...ads, settings }]
    const { purposes } = bannerWords({ ...SMALL_POLICY, vendors }, lang).details
    const shown = purposes.flatMap(purpose =>
      purpose.vendors.map(({ id, links }) => [purpose.id, id, ...links.map(({ href }) => href)]),
    )
    expect(shown).toEqual([
      ['usage', 'count', 'https://count.example/privacy', 'https://count.example/opt-out'],
      ['ads', 'ads', 'https://ads.example/privacy', settings],
    ])
  },
)

test('a vendor that serves two purposes has one switch, under the first, for both', () => {
  const purposes = SMALL_POLICY.purposes.map(purpose =>
    purpose.id === 'ads' ? { ...purpose, vendors: ['ads', 'count'] } : purpose,
  )
  const { details } = bannerWords({ ...SMALL_POLICY, purposes }, 'en')
  const held = details.purposes.flatMap(({ vendors }) => vendors)
  expect(held.map(({ id, purposes: of }) => [id, of])).toEqual([
    ['count', ['usage', 'ads']],
    ['ads', ['ads']],
  ])
})

test('content is offered only from vendors that a browser may ask', () => {
  const vendors = SMALL_POLICY.vendors.map(vendor =>
    vendor.id === 'count' ? { ...vendor, through: 'server' as const } : vendor,
  )
  const { embeds } = bannerWords({ ...SMALL_POLICY, vendors }, 'en').details
  expect(embeds.map(({ vendor, purpose }) => [vendor, purpose])).toEqual([['ads', 'ads']])
  expect(embeds[0]?.text).toContain('Ads Inc., United States')
  expect(embeds[0]?.grant).toContain('Targeted marketing')
})
