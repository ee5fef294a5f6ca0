import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { LANGS } from '../base/lang.ts'
import { moment } from '../base/time.ts'
import { isProven, type Policy, promiseWords, readPolicy } from '../policy/index.ts'
import type { Seen } from './parts.ts'
import { promisesJson, promisesPage, promisesSeen } from './promises-page.ts'

const NOW = moment('2026-11-23T12:00:00Z')

function shop(): Policy {
  const file = 'policies/childrens-shop.yaml'
  const { policy, diagnostics } = readPolicy(readFileSync(file, 'utf8'), file)
  if (!policy) throw new Error(JSON.stringify(diagnostics))
  return policy
}

const policy = shop()
const slugs = policy.promises.map(({ slug }) => slug)
const saw = { fi: 'Nähtiin.', sv: 'Sågs.', en: 'Seen.' }
const seen = (promise: string, kept: boolean, at = NOW): Seen => ({
  promise,
  kept,
  saw,
  at,
  entry: 7,
})
const statusOf = (slug: string, sightings: readonly Seen[]) =>
  promisesSeen(policy, sightings, NOW).find(one => one.slug === slug)?.status

const untested = slugs.find(slug => !isProven(slug)) ?? ''

test('what was seen outranks what was tested, and what neither holds is called unproven', () => {
  expect(isProven('consent.withdraw')).toBe(true)
  expect(statusOf('consent.withdraw', [])).toBe('tested')
  expect(statusOf('consent.withdraw', [seen('consent.withdraw', true)])).toBe('kept')
  expect(statusOf('consent.withdraw', [seen('consent.withdraw', false)])).toBe('broken')
  expect(untested).not.toBe('')
  expect(statusOf(untested, [])).toBe('unproven')
  expect(statusOf(untested, [seen(untested, true)])).toBe('kept')
})

test('a promise is never called kept on a test alone', () => {
  const statuses = promisesSeen(policy, [], NOW).map(({ status }) => status)
  expect(new Set(statuses)).toEqual(new Set(['tested', 'unproven']))
  expect(statuses).toHaveLength(slugs.length)
})

test.for(LANGS)('in %s each group says what it is, and every count leads to its group', lang => {
  const all = promisesSeen(policy, [seen('consent.withdraw', true)], NOW)
  const page = String(promisesPage(all, lang, NOW))
  const order = ['kept', 'tested', 'unproven'].map(id => page.indexOf(`<h2 id="${id}">`))
  expect(order.every(at => at > 0)).toBe(true)
  expect(order).toEqual(order.toSorted((a, b) => a - b))
  for (const [, id] of page.matchAll(/href="#([a-z]+)"/g)) expect(page).toContain(`id="${id}"`)
  const last = page.slice(page.indexOf('<h2 id="unproven">'))
  expect(last).toContain(promiseWords(untested)[lang])
  expect(last).not.toContain(promiseWords('consent.withdraw')[lang])
})

test('machines are told the same: what was seen, and whether a test proves it', () => {
  const all = promisesSeen(policy, [seen('consent.withdraw', true)], NOW)
  const rows = promisesJson(all, policy, NOW).promises
  const row = (slug: string) => rows.find(one => one.slug === slug)
  expect(row('consent.withdraw')).toMatchObject({ status: 'kept', proof: 'test', saw })
  expect(row('basis.default-deny')).toMatchObject({ status: 'not-yet-probed', proof: 'test' })
  expect(row(untested)).toMatchObject({ status: 'not-yet-probed', proof: 'none' })
})
