import { expect, test } from 'vitest'
import { visitorsIn } from './visitors.ts'

const id = 'aB3_-aB3_-aB3_-aB3_-aB'

test.for([
  ['as the tag writes it, with its first day', `${id}.t1h2j3`, { analytics: id }],
  ['the id alone', id, { analytics: id }],
  ['a character too many', `${id}x`, {}],
  ['a character too few', id.slice(1), {}],
  ['two dots', `${id}.a.b`, {}],
  ['an end that is too long', `${id}.${'a'.repeat(13)}`, {}],
  ['nothing', '', {}],
] as const)('an id is read from a cookie: %s', ([, value, ids]) => {
  expect(visitorsIn(name => (name === 'lupaus_a' ? value : undefined))).toEqual(ids)
})
