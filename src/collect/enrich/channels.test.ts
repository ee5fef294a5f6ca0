import { readFileSync } from 'node:fs'
import { assert as holds, property, record, string, webUrl } from 'fast-check'
import { expect, test } from 'vitest'
import { RULES } from './channel-rules.ts'
import { CHANNELS, CLICK_IDS, RULES_VERSION, SITES } from './channels-data.ts'
import { type Arrival, originOf } from './channels.ts'
import { siteOn } from './sites.ts'

const OWN = new Set(['shop.example', 'www.shop.example'])
const text = readFileSync(new URL('./channels-cases.txt', import.meta.url), 'utf8')
const rows = text
  .split('\n')
  .filter(line => line !== '' && !line.startsWith('#'))
  .map(line => line.split('|').map(cell => cell.trim()))

test('there are at least 250 arrivals to judge, and every channel is among them', () => {
  expect(rows.length).toBeGreaterThanOrEqual(250)
  expect(new Set(rows.map(row => row[5]))).toEqual(new Set(CHANNELS))
})

test.for(rows)('%s | %s | %s | %s | %s comes by %s', row => {
  const [source = '', medium = '', campaign = '', clickId = '', referrer = ''] = row
  expect(row).toHaveLength(7)
  const arrival = { source, medium, campaign, clickId, referrer }
  expect(originOf(arrival, OWN)).toEqual({ channel: row[5], source: row[6] })
})

test('what is said in capitals, with spaces around or encoded, comes by the same way', () => {
  for (const [source = '', medium = '', campaign = '', clickId = '', referrer = ''] of rows) {
    if (/[{$%_@+]/.test(source)) continue
    const plain = originOf({ source, medium, campaign, clickId, referrer }, OWN)
    const loud = { source: ` ${source.toUpperCase()} `, medium: medium.toUpperCase() }
    if (!medium.includes('%')) {
      expect(originOf({ ...loud, campaign, clickId, referrer }, OWN), source).toEqual(plain)
    }
    const coded = { source: encodeURIComponent(source), medium: medium.replaceAll(' ', '%20') }
    expect(originOf({ ...coded, campaign, clickId, referrer }, OWN), source).toEqual(plain)
  }
})

test('every arrival has a channel, and no source names a person or is longer than its field', () => {
  const sent = record({
    source: string({ unit: 'binary' }),
    medium: string(),
    campaign: string(),
    clickId: string(),
    referrer: webUrl(),
  })
  holds(
    property(sent, (arrival: Arrival) => {
      const { channel, source } = originOf(
        { ...arrival, source: `${arrival.source} matti@example.org` },
        OWN,
      )
      expect(CHANNELS).toContain(channel)
      expect(source.length).toBeLessThanOrEqual(64)
      expect(source).not.toContain('matti@')
    }),
  )
})

test('an own host is never a source, whatever a link says', () => {
  for (const [source = '', medium = '', campaign = '', clickId = ''] of rows) {
    const referrer = 'https://www.shop.example/fi/tuotteet?utm_source=x'
    const origin = originOf({ source, medium, campaign, clickId, referrer }, OWN)
    expect(origin).toEqual({ channel: 'internal', source: '' })
  }
})

test('a host stands in the lists once, and each is found by them', () => {
  const seen = new Set<string>()
  for (const [kind, sites] of Object.entries(SITES)) {
    for (const row of sites) {
      const [name, ...hosts] = row.split(' ')
      for (const host of hosts) {
        expect(seen.has(host), host).toBe(false)
        seen.add(host)
        const whole = host.replace('.*', '.fi')
        expect(siteOn(whole), whole).toEqual({ name, kind })
        expect(siteOn(`zz.${whole}`)?.name, whole).toBe(name)
        expect(siteOn(`zz${whole}`), whole).not.toEqual({ name, kind })
      }
    }
  }
})

test('the page on channels has these rules, in this order, and this version', () => {
  const page = readFileSync('docs/reference/channels.md', 'utf8')
  expect(page).toContain(`Rules, version ${RULES_VERSION}`)
  const told = RULES.map(({ channel, when }, i) => `| ${i + 1} | \`${channel}\` | ${when} |`)
  expect(page.split('\n').filter(line => /^\| \d+ \|/.test(line))).toEqual(told)
  for (const name of Object.keys(CLICK_IDS)) expect(page).toContain(`\`${name}\``)
})
