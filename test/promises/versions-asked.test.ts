import { afterAll, beforeAll, expect, test } from 'vitest'
import { LANGS } from '../../src/base/lang.ts'
import { sql } from '../../src/platform/postgres.ts'
import { SHOP_POLICY, type World, world } from '../world.ts'

let here: World

/** Analytics as it was before titles of pages were measured. */
const SMALLER = SHOP_POLICY.replace('fields: [path, title,', 'fields: [path,')
const view = { name: 'page_view', fields: { path: '/fi/' } }

beforeAll(async () => {
  here = await world({ today: '2026-11-22T10:00:00Z', policy: SMALLER })
})
afterAll(() => here[Symbol.asyncDispose]())

test('proves: policy.change (what was agreed to before a wider use is no longer agreed to)', async () => {
  const receipt = await here.choose(['analytics', 'marketing'])
  const kept = await here.send({ receipt, events: [view] })
  expect(kept.headers.get('lupaus-kept')).toBe('1')

  // Published as saving the file would: asking again is enough, nobody need be told first.
  const made = await here.lupaus.publish(SHOP_POLICY, { by: 'test', file: 'policy.yaml' })
  expect(made.outcome).toBe('published')
  const again = made.changes.filter(({ consequence }) => consequence === 'ask-again')
  expect(again.flatMap(({ purposes }) => purposes)).toContain('analytics')

  const stale = await here.send({ receipt, events: [view] })
  expect(stale.headers.get('lupaus-kept')).toBe('0')
  expect(stale.headers.get('lupaus-refused')).toContain('analytics;reason=terms-changed')
  // Only for what is new: the rest of the answer stands.
  const product = { name: 'product_view', fields: { product: 'vaunut-1' } }
  const other = await here.send({ receipt, events: [product] })
  expect(other.headers.get('lupaus-kept')).toBe('1')

  const renewed = await here.choose(['analytics'])
  const fresh = await here.send({ receipt: renewed, events: [view] })
  expect(fresh.headers.get('lupaus-kept')).toBe('1')
})

test('proves: notice.versioned-and-dated (the version of every choice can be read in every language)', async () => {
  await here.usePolicy(SHOP_POLICY.replace('Satukuja 3', 'Satukuja 9'))
  await here.choose(['analytics'])
  const { db } = here.lupaus.platform
  const rows = await db.rows<{ version: string }>(sql`
    select distinct version from consent.choices order by version`)
  expect(rows.length).toBeGreaterThan(1)
  for (const { version } of rows) {
    for (const lang of LANGS) {
      const page = await fetch(`${here.url}/privacy/versions/${version}/${lang}`)
      expect(page.status).toBe(200)
      expect(page.headers.get('lupaus-policy-version')).toBe(version)
      const kept = await here.lupaus.versions.notice(version, lang)
      expect(await page.text()).toContain(kept?.html)
    }
  }
})

test('proves: notice.versioned-and-dated (a choice under a version that cannot be read breaks the promise)', async () => {
  const slug = 'notice.versioned-and-dated'
  const kept = async () => (await here.lupaus.prove()).find(({ promise }) => promise === slug)?.kept
  expect(await kept()).toBe(true)
  const { db } = here.lupaus.platform
  await db.rows(sql`update consent.choices set version = ${'0'.repeat(64)} where choice_id =
    (select choice_id from consent.choices order by at limit 1)`)
  expect(await kept()).toBe(false)
})
