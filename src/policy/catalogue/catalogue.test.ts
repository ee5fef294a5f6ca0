import { readdirSync, readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import { expect, test } from 'vitest'
import { parse, stringify } from 'yaml'
import { readPolicy } from '../read-policy.ts'
import { CATALOGUE, catalogueEntry, type CatalogueFinding, holdAgainst } from './index.ts'

test('the catalogue is what the files in vendors/ say', () => {
  const files = readdirSync('vendors').toSorted()
  expect(files).toEqual(CATALOGUE.map(({ id }) => `${id}.json`))
  for (const entry of CATALOGUE)
    expect(JSON.parse(readFileSync(`vendors/${entry.id}.json`, 'utf8'))).toEqual(entry)
})

test('an entry is found by its id, and nothing by another', () => {
  expect(catalogueEntry('hubspot')?.name).toBe('HubSpot')
  expect(catalogueEntry('hubspot ')).toBeUndefined()
  expect(catalogueEntry(undefined)).toBeUndefined()
})

test('every vendor that the published pages name has an entry, and every fact its source', () => {
  const wanted = ['hubspot', 'seidat', 'google-analytics', 'google-ads', 'meta', 'linkedin']
  for (const id of [...wanted, 'youtube', 'x', 'instagram', 'pixel'])
    expect(catalogueEntry(id)?.id).toBe(id)
  for (const { disclosures, facts } of CATALOGUE)
    for (const { source } of [...disclosures, ...facts]) expect(source.length).toBeGreaterThan(10)
})

const NUMBERS = { type: 'array', items: { type: 'integer', minimum: 1, maximum: 11 } }
const DOMAINS = { type: 'string', pattern: '^(\\*|(\\*\\.)?([a-z0-9-]+\\.)+[a-z]{2,})$' }
/** IAB's Vendor Device Storage & Operational Disclosures 1.1, as far as websites go. */
const IAB = {
  type: 'object',
  required: ['disclosures', 'domains'],
  properties: {
    disclosures: {
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['identifier', 'type', 'maxAgeSeconds', 'cookieRefresh', 'domains', 'purposes'],
        properties: {
          identifier: { type: 'string', pattern: '^([^*]+\\*?|\\*[^*]+)$' },
          type: { enum: ['cookie', 'web', 'app'] },
          maxAgeSeconds: {},
          cookieRefresh: { type: 'boolean' },
          domains: { type: 'array', minItems: 1, items: DOMAINS },
          purposes: NUMBERS,
          description: { type: 'string' },
          optOut: { type: 'boolean' },
        },
        if: { properties: { type: { const: 'cookie' } } },
        // oxlint-disable-next-line unicorn/no-thenable -- a keyword of JSON Schema
        then: { properties: { maxAgeSeconds: { type: 'integer', minimum: 0 } } },
        else: { properties: { maxAgeSeconds: { type: 'null' } } },
      },
    },
    domains: {
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['domain', 'purposes'],
        properties: { domain: DOMAINS, purposes: NUMBERS, use: { type: 'string' } },
      },
    },
  },
}

test('what vendors store is told in the shape of IAB’s disclosures; where we know it from is beside it', () => {
  const validate = new Ajv({ allErrors: true }).compile(IAB)
  const inShape = (change: (disclosure: Node) => void) => {
    for (const { disclosures, domains } of CATALOGUE) {
      const told = disclosures.map((one): Node => {
        const beside = ['source', 'confirmed']
        return Object.fromEntries(Object.entries(one).filter(([key]) => !beside.includes(key)))
      })
      told.slice(0, 1).forEach(change)
      if (!validate({ disclosures: told, domains })) return false
    }
    return true
  }
  expect(
    inShape(() => {}),
    JSON.stringify(validate.errors),
  ).toBe(true)
  const wrong: Node[] = [
    ...[{ maxAgeSeconds: null }, { maxAgeSeconds: -1 }, { type: 'web' }, { type: 'pixel' }],
    ...[{ domains: [] }, { domains: ['.youtube.com'] }, { identifier: '*' }, { purposes: [0] }],
    ...[{ cookieRefresh: 'yes' }, { confirmed: true }],
  ]
  for (const part of wrong) {
    expect(
      inShape(one => void Object.assign(one, part)),
      JSON.stringify(part),
    ).toBe(false)
  }
})

type Node = Record<string, unknown>
type Lists = { vendors: Node[]; trackers: Node[] }
const BANK = readFileSync('policies/bank-analytics.yaml', 'utf8')

/** What the bank's policy and the catalogue do not agree on about Google Ads, after a change. */
function about(change: (policy: Lists) => void = () => {}): readonly CatalogueFinding[] {
  const policy = parse(BANK) as Lists
  change(policy)
  const reading = readPolicy(stringify(policy, { aliasDuplicateObjects: false }), 'bank.yaml')
  if (!reading.policy) throw new Error(JSON.stringify(reading.diagnostics))
  return holdAgainst(reading.policy).filter(({ vendor }) => vendor === 'google-ads')
}
const kinds = (found: readonly CatalogueFinding[], what: string) =>
  found.filter(one => one.what === what).map(({ kind }) => kind)
const the = (items: readonly Node[], id: string) => {
  const found = items.find(item => item['id'] === id)
  if (!found) throw new Error(`no \`${id}\``)
  return found
}
const link = (lifetime: string) =>
  kinds(
    about(({ trackers }) => void (the(trackers, 'google-ads-link')['lifetime'] = lifetime)),
    '_gcl_au',
  )

test('a lifetime longer than the vendor’s own is told of; three days more are the calendar’s', () => {
  expect(link('90 days')).toEqual([])
  expect(link('93 days')).toEqual([])
  expect(link('94 days')).toEqual(['longer-than-vendor'])
})

test('shorter is told of only where nobody but the vendor can cut it', () => {
  expect(link('30 days')).toEqual([])
  const short = about(({ trackers }) => {
    the(trackers, 'google-ads-browser')['lifetime'] = '30 days'
  })
  expect(kinds(short, 'IDE')).toEqual(['shorter-than-vendor', 'renewed-by-vendor'])
})

test('what the vendor stores and the policy leaves out is told of, and the other way round', () => {
  expect(kinds(about(), '_gcl_aw')).toEqual(['not-declared'])
  const renamed = about(({ trackers }) => {
    the(trackers, 'google-ads-link')['name'] = 'made_up'
  })
  expect(kinds(renamed, 'made_up')).toEqual(['not-known'])
  expect(kinds(renamed, '_gcl_au')).toEqual(['not-declared'])
})

test('a host and a page that are not the vendor’s are told of', () => {
  const other = about(({ vendors }) => {
    const vendor = the(vendors, 'google-ads')
    vendor['hosts'] = ['www.googleadservices.com', 'ads.example']
    vendor['privacy'] = 'https://ads.example/privacy'
  })
  expect(kinds(other, 'ads.example')).toEqual(['unknown-host'])
  expect(kinds(other, 'www.googleadservices.com')).toEqual([])
  expect(kinds(other, 'https://ads.example/privacy')).toEqual(['other-page'])
})

test('a vendor that names no entry is not held against any', () => {
  expect(about(({ vendors }) => void delete the(vendors, 'google-ads')['catalogue'])).toEqual([])
})
