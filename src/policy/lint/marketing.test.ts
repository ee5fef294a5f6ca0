import { expect, test } from 'vitest'
import { MESSAGE_CLASSES } from '../vocabulary-parties.ts'
import { findingsIn } from './lint.ts'
import { partnersProducts, pastTheObjection } from './marketing.ts'

const ON = '2026-11-22'
const RULES = [partnersProducts, pastTheObjection]
/** Where these rules find something, `L02 consent.given.0`. */
const found = (policy: object, on = ON) =>
  findingsIn(policy, on, RULES).map(({ code, at }) => `${code} ${at.path.join('.')}`)

const message = (more: object) => ({
  marketing: { messages: [{ basis: 'consent', 'objection-stops': true, ...more }] },
})

test('only messages of the class `service` go on when somebody objects', () => {
  const goesOn = MESSAGE_CLASSES.filter(
    word => found(message({ class: word, 'objection-stops': false })).length === 0,
  )
  expect(goesOn).toEqual(['service'])
  expect(found(message({ class: 'related-services', 'objection-stops': 'unstated' }))).toEqual([
    'L09 marketing.messages.0',
  ])
  expect(found(message({ class: 'related-services' }))).toEqual([])
})

test.for(['soft-opt-in', 'until-forbidden', 'contract', 'unstated'])(
  'offers of partners cannot rest on %s',
  basis => {
    expect(found(message({ class: 'partner-offers', basis }))).toEqual(['L10 marketing.messages.0'])
    expect(found(message({ class: 'own-offers', basis }))).toEqual([])
  },
)

test('offers of partners can rest on consent', () => {
  expect(found(message({ class: 'partner-offers' }))).toEqual([])
})

test('a purpose that markets for partners needs consent on each channel', () => {
  const purpose = (basis: object, aim = 'partner-marketing') => ({
    purposes: [{ aims: ['statistics', aim], basis }],
  })
  expect(found(purpose({ email: 'consent', post: 'legitimate-interest' }))).toEqual([
    'L10 purposes.0',
  ])
  expect(found(purpose({ email: 'consent' }))).toEqual([])
  expect(found(purpose({ email: 'soft-opt-in' }, 'direct-marketing'))).toEqual([])
})
