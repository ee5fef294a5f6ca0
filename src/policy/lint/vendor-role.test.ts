import { expect, test } from 'vitest'
import { findingsIn } from './lint.ts'
import { ownEnds } from './vendor-role.ts'

const ON = '2026-11-22'
const RULES = [ownEnds]
/** Where these rules find something, `L02 consent.given.0`. */
const found = (policy: object, on = ON) =>
  findingsIn(policy, on, RULES).map(({ code, at }) => `${code} ${at.path.join('.')}`)

const vendor = (role: string | undefined) => ({
  vendors: [
    {
      ...(role === undefined ? {} : { role }),
      'own-uses': [{ use: 'reports-to-site-owner' }, { use: 'develops-own-products' }],
      onward: [{ case: 'to-third-parties' }],
    },
  ],
})

test.for([undefined, 'unstated', 'processor'])(
  'ends of its own are found while the role is %s, each by itself',
  role => {
    expect(found(vendor(role))).toEqual(['L28 vendors.0.own-uses.1', 'L28 vendors.0.onward.0'])
  },
)

test.for(['controller', 'joint-controller'])('a %s answers for its own ends', role => {
  expect(found(vendor(role))).toEqual([])
})
