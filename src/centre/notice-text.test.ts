import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { assert } from '../base/assert.ts'
import { LANGS } from '../base/lang.ts'
import { readPolicy } from '../policy/index.ts'
import { explainsTechnology, noticeText, trackerRows } from './notice-text.ts'

const { policy } = readPolicy(readFileSync('policies/childrens-shop.yaml', 'utf8'), 'policy.yaml')
assert(policy, 'the shop’s policy is sound')

test.each(LANGS)(
  'the notice in %s is seen to explain what a cookie is, and one without is not',
  lang => {
    const page = noticeText(policy, lang).body.toString()
    expect(explainsTechnology(page, lang)).toBe(true)
    expect(explainsTechnology(page.replace('id="technology"', 'id="other"'), lang)).toBe(false)
    expect(explainsTechnology(page.replaceAll(/notice\.explains-technology/g, ''), lang)).toBe(
      false,
    )
  },
)

test('the rows of the notice are read as text, with names and vendors', () => {
  const rows = trackerRows(noticeText(policy, 'en').body.toString())
  for (const { name } of policy.trackers) expect(rows.flat()).toContain(name)
  expect(rows.find(row => row.includes('rt_id'))?.join(' ')).toContain('Revontuli Ads')
})
