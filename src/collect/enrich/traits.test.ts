import { readFileSync } from 'node:fs'
import { assert as holds, ipV4, ipV6, property, string, tuple } from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Signs } from '../intake.ts'
import { FIELD_SHAPES } from '../wire.ts'
import { BOT, BOT_RULE, BOT_RULES_VERSION, isRobot } from './bots.ts'
import { KINDS } from './devices.ts'
import { filledIn, openTraits } from './traits.ts'

const linesOf = (name: string) =>
  readFileSync(new URL(name, import.meta.url), 'utf8')
    .split('\n')
    .filter(line => line !== '' && !line.startsWith('#'))
const people = linesOf('./agents-people.txt').map(line => {
  const [device = '', browser = '', os = '', os_version = '', ...text] = line.split('|')
  return { userAgent: text.join('|'), expected: { device, browser, os, os_version } }
})
const robots = linesOf('./agents-robots.txt')
const CHROME = people[0]?.userAgent ?? ''
const FIREFOX = people[2]?.userAgent ?? ''
const traitsOf = openTraits()
const signs = (more: Partial<Signs> = {}): Signs => ({
  ...{ userAgent: CHROME, address: '192.0.2.1', acceptLanguage: 'fi', ...more },
})
const traits = (more: Partial<Signs> = {}) => traitsOf(signs(more))

describe('devices', () => {
  test.for(people)('$userAgent', ({ userAgent, expected }) => {
    expect(traits({ userAgent })).toMatchObject({ ...expected, bot: 0 })
  })

  test('the words are a closed list, in lower case, and fit their fields', () => {
    const hostile = string({ unit: 'binary', maxLength: 2_000 })
    holds(
      property(hostile, hostile, (userAgent, brands) => {
        const seen = traits({ userAgent, brands })
        expect(['', ...KINDS]).toContain(seen.device)
        for (const name of ['browser', 'os', 'os_version'] as const)
          expect(seen[name].length).toBeLessThanOrEqual(32)
        expect(seen.os_version).toMatch(/^(\d{1,4}|XP|Vista)?$/)
      }),
    )
  })

  test.for([
    ['Brave', '"Brave";v="142", "Chromium";v="142", "Not_A Brand";v="99"'],
    ['Opera', '"Opera";v="125", "Chromium";v="142", "Not_A Brand";v="99"'],
    ['Chrome', '"Google Chrome";v="142", "Chromium";v="142", "Not_A Brand";v="99"'],
    ['Chrome', '"constructor";v="1", "Chromium";v="142"'],
    ['Chrome', 'nonsense'],
    ['Chrome', '"'.repeat(10_000)],
  ])('the browser is %s by the brands `%s`', ([browser, brands]) => {
    expect(traits({ brands }).browser).toBe(browser)
  })

  test('no header is no device', () => {
    const none = { device: '', browser: '', os: '', os_version: '' }
    expect(traits({ userAgent: undefined })).toMatchObject(none)
  })
})

describe('countries', () => {
  test.for([
    ['80.221.0.1', 'FI'],
    ['2001:14ba::1', 'FI'],
    ['::ffff:80.221.0.1', 'FI'],
    ['130.237.28.40', 'SE'],
    ['8.8.8.8', 'US'],
    ...['127.0.0.1', '10.1.2.3', '172.16.0.1', '192.168.1.1', '169.254.1.1', '100.64.0.1'].map(
      address => [address, ''],
    ),
    ...['203.0.113.7', '::1', '::', 'fe80::1', 'fe80::1%eth0', 'fd00::1', '2001:db8::1'].map(
      address => [address, ''],
    ),
    ...['', 'localhost', '999.1.1.1', '1.2.3', "1'or'1", '240.0.0.1'].map(one => [one, '']),
  ])('`%s` is in `%s`', ([address, country]) => {
    expect(traits({ address }).country).toBe(country)
  })

  test('proves: analytics.ip-is-personal no address is in anything that traits come to', () => {
    const fields = {
      device: '',
      referrer: 'https://198.51.100.9/a',
      campaign_source: '198.51.100.9',
    }
    holds(
      property(tuple(ipV4(), ipV6()), addresses => {
        for (const address of addresses) {
          const seen = traits({ address, userAgent: `Mozilla/5.0 (X11; ${address}) Firefox/145.0` })
          const asked = {
            declared: new Set(['channel', 'source', ...Object.keys(FIELD_SHAPES.properties)]),
            believed: true,
          }
          const event = { name: 'page_view', fields: { ...fields, campaign_source: address } }
          const text = JSON.stringify([seen, filledIn(seen, event, new Set(), asked)])
          // A short address such as `::` or `1.1.1.1` may be part of something else; a whole one not.
          if (address.length > 6) expect(text).not.toContain(address)
          expect(text).not.toContain('198.51.100.9')
        }
      }),
      { examples: [[['0.0.0.0', 'aaa:a::']], [['255.255.255.255', 'fdaa::bc:de']]] },
    )
  })
})

describe('robots', () => {
  test.for(robots)('%s says so itself', userAgent => {
    expect(traits({ userAgent }).bot & BOT.declared).toBe(BOT.declared)
    expect(isRobot(traits({ userAgent }).bot)).toBe(true)
  })

  const headless = CHROME.replace('Chrome/', 'HeadlessChrome/')
  const matching = '"Chromium";v="142", "Google Chrome";v="142"'
  test.for<[string, Partial<Signs>, number]>([
    ['a browser with its headers', { brands: matching }, 0],
    ['a browser without a language', { acceptLanguage: undefined }, BOT.headers],
    ['a browser without a header that names it', { userAgent: undefined }, BOT.headers],
    ['brands of another version', { brands: '"Chromium";v="90"' }, BOT.headers],
    ['Firefox with brands of Chromium', { userAgent: FIREFOX, brands: matching }, BOT.headers],
    ['a headless browser', { userAgent: headless }, BOT.driven],
    ['a browser that says it is driven', { driven: true }, BOT.driven],
    [
      'Internet Explorer 6',
      { userAgent: 'Mozilla/4.0 (compatible; MSIE 6.0; Windows NT 5.1)' },
      16,
    ],
    ['Chrome 41', { userAgent: CHROME.replace('142', '41') }, BOT.impossible],
    ['Chrome 999', { userAgent: CHROME.replace('142', '999') }, BOT.impossible],
    ['Firefox 3', { userAgent: 'Mozilla/5.0 (X11; U; Linux) Gecko/2009 Firefox/3.5' }, 16],
    ['a header cut short', { userAgent: 'Mozilla/5.0 (Windows NT 10.0; Win64' }, BOT.impossible],
    ['a placeholder', { userAgent: `${CHROME} \${jndi:x}` }, BOT.impossible],
  ])('%s', ([, more, bits]) => {
    expect(traits(more).bot).toBe(bits)
  })

  test('what a server or an app sends owes no headers of a browser', () => {
    const server = { userAgent: CHROME, address: '80.221.0.1' }
    expect(traitsOf(server).bot).toBe(0)
    expect(
      traitsOf(signs({ userAgent: 'okhttp/4.12.0', acceptLanguage: undefined }), 'app').bot,
    ).toBe(0)
  })

  test('the verdict is the first signal alone, or any two of the others', () => {
    const others = [BOT.headers, BOT.driven, BOT.rate, BOT.impossible]
    for (let bits = 0; bits < 32; bits++) {
      const count = others.filter(bit => (bits & bit) !== 0).length
      expect(isRobot(bits)).toBe((bits & 1) === 1 || count >= 2)
    }
  })

  test('the page on robots has this rule, its version and every signal', () => {
    const page = readFileSync('docs/reference/bots.md', 'utf8')
    expect(page.replaceAll(/\s+/g, ' ')).toContain(BOT_RULE)
    expect(page).toContain(`Version ${BOT_RULES_VERSION}`)
    for (const [name, bit] of Object.entries(BOT)) expect(page).toContain(`| ${bit} | ${name} |`)
  })
})

describe('filling in', () => {
  const fields = { referrer: 'https://www.google.fi/', path: '/' }
  const own = new Set(['shop.example'])
  const fill = (event: Parameters<typeof filledIn>[1], declared: string[], believed = false) =>
    filledIn(traits(), event, own, { declared: new Set(declared), believed })

  test('an arrival has a channel and a source, where the policy declares one of them', () => {
    const view = { name: 'page_view', fields }
    const google = { channel: 'search', source: 'google' }
    expect(fill(view, ['channel', 'source'])).toMatchObject(google)
    expect(fill(view, ['channel'])).toMatchObject(google)
    expect(fill(view, ['referrer', 'path'])).toMatchObject({ channel: '', source: '' })
  })

  test('the channel is read from fields that are then not kept', () => {
    const campaign = { campaign_source: 'fb', campaign_medium: 'paid', click_id: 'fbclid=a' }
    const view = { name: 'page_view', fields: { ...fields, ...campaign } }
    const paid = { channel: 'paid-social', source: 'facebook' }
    expect(fill(view, ['channel', 'source'])).toMatchObject(paid)
  })

  test('what is no arrival has a channel only by its campaign', () => {
    const declared = ['channel', 'source']
    expect(fill({ name: 'purchase', fields }, declared)).toMatchObject({ channel: '', source: '' })
    const sent = { name: 'goal', fields: { campaign_medium: 'email' } }
    expect(fill(sent, declared)).toMatchObject({ channel: 'email' })
  })

  test('a source that may say so is believed about its device, in our words', () => {
    const event = {
      name: 'screen_view',
      fields: { device: 'ios', os: 'iOS', os_version: '17.2.1', browser: 'matti@example.org' },
    }
    const nothing = traitsOf({ userAgent: undefined, address: undefined })
    const told = (believed: boolean) =>
      filledIn(nothing, event, own, { declared: new Set<string>(), believed })
    expect(told(true)).toMatchObject({
      device: 'phone',
      os: 'iOS',
      os_version: '17',
      browser: '[email]',
    })
    expect(told(false)).toMatchObject({ device: '', os: '', os_version: '', browser: '' })
    expect(fill(event, [], true)).toMatchObject({ device: 'computer', os: 'Windows' })
  })
})
