import { expect, test } from 'vitest'
import { findingsIn } from './lint.ts'
import { openList } from './open-lists.ts'

const ON = '2026-11-22'
const RULES = [openList]
/** Where these rules find something, `L02 consent.given.0`. */
const found = (policy: object, on = ON) =>
  findingsIn(policy, on, RULES).map(({ code, at }) => `${code} ${at.path.join('.')}`)

test('a list that ends in others is found where it stands', () => {
  expect(found({ purposes: [{ aims: ['statistics', 'and-others'] }] })).toEqual([
    'L11 purposes.0.aims',
  ])
})

test('an item that stands for more than it names is found', () => {
  expect(found({ data: [{ fields: [{ field: 'name' }], open: true }] })).toEqual(['L11 data.0'])
  expect(found({ data: [{ fields: [{ field: 'name', open: true }] }] })).toEqual([
    'L11 data.0.fields.0',
  ])
})

test.for(['partners', 'other-companies', 'third-parties'])(
  'recipients %s may be anybody',
  category => {
    expect(found({ recipients: [{ category }] })).toEqual(['L11 recipients.0'])
    expect(found({ recipients: [{ category, open: true }] })).toEqual(['L11 recipients.0'])
  },
)

test('lists and items that name everything are well', () => {
  expect(
    found({ data: [{ open: false }], recipients: [{ category: 'authorities' }], aims: ['a'] }),
  ).toEqual([])
})
