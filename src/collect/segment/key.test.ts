import { expect, test } from 'vitest'
import { writeKeyOf } from './key.ts'

const basic = (user: string) => ({
  authorization: `Basic ${Buffer.from(`${user}:`).toString('base64')}`,
})

test.for([
  [basic('one'), { writeKey: 'two' }, { writeKey: 'three' }, 'one'],
  [{ 'x-write-key': 'one' }, { writeKey: 'two' }, {}, 'one'],
  [{ 'x-write-key': 'one:secret' }, { writeKey: 'one:***' }, {}, 'one'],
  [{}, { writeKey: 'two' }, { writeKey: 'three' }, 'three'],
  [{}, { writeKey: 'two' }, {}, 'two'],
  [basic(''), { writeKey: 'two' }, {}, 'two'],
  [{ authorization: 'Bearer one' }, { writeKey: 'two' }, {}, 'two'],
  [{}, { writeKey: 2 }, { writeKey: ['three'] }, undefined],
] as const)('headers %j, body %j and address %j name the key %s', ([headers, body, query, key]) => {
  expect(writeKeyOf(headers, body, query)).toBe(key)
})
