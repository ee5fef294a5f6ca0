import { expect, test } from 'vitest'
import { findingsIn } from './lint.ts'
import { contradiction, dutyOfThePerson } from './contradictions.ts'

const ON = '2026-11-22'
const RULES = [contradiction, dutyOfThePerson]
/** Where these rules find something, `L02 consent.given.0`. */
const found = (policy: object, on = ON) =>
  findingsIn(policy, on, RULES).map(({ code, at }) => `${code} ${at.path.join('.')}`)

const NEVER = { claims: [{ claim: 'never-joined-to-a-person' }] }
const NOBODY = { claims: [{ claim: 'not-traceable-to-a-person' }] }
const ONLY_GIVEN = { claims: [{ claim: 'only-given-data-is-collected' }] }
const LINK = { identity: { links: [{ event: 'login', purposes: ['a'] }] } }
const BROWSER = { trackers: [{ use: ['tells-browsers-apart', 'targets-ads'] }] }

test('a claim that nothing is joined is found by the link it denies, and the link by the claim', () => {
  expect(found({ ...NEVER, ...LINK })).toEqual(['L16 claims.0', 'L16 identity.links.0'])
})

test('without the link the claim is still found by a tracker that knows the browser', () => {
  expect(found({ ...NEVER, ...BROWSER })).toEqual(['L16 claims.0'])
  expect(found({ ...NEVER, trackers: [{ use: 'keeps-cart' }] })).toEqual([])
})

test('a link is found beside a claim that nobody can be told', () => {
  expect(found({ ...NOBODY, ...LINK })).toEqual(['L16 identity.links.0'])
})

test('a link is found when data of its purpose is called anonymous', () => {
  const purposes = (is: string) => ({ purposes: [{ id: 'a', form: { is } }] })
  expect(found({ ...LINK, ...purposes('anonymous') })).toEqual(['L16 identity.links.0'])
  expect(found({ ...LINK, ...purposes('personal') })).toEqual([])
  const other = { purposes: [{ id: 'b', form: { is: 'anonymous' } }] }
  expect(found({ ...LINK, ...other })).toEqual([])
})

test.for([
  ['a tracker', { trackers: [{ use: 'keeps-cart' }] }],
  ['a source elsewhere', { sources: [{ kind: 'person' }, { kind: 'authority' }] }],
] as const)('a claim that only given data is collected is found by %s', ([, more]) => {
  expect(found({ ...ONLY_GIVEN, ...more })).toEqual(['L16 claims.0'])
})

test('a claim that only given data is collected is found by a link', () => {
  expect(found({ ...ONLY_GIVEN, ...LINK })).toEqual(['L16 claims.0'])
})

test('a claim that nothing denies, and a link that denies nothing, are well', () => {
  expect(found({ ...ONLY_GIVEN, sources: [{ kind: 'person' }] })).toEqual([])
  expect(found(LINK)).toEqual([])
})

test('correctness is never the duty of the person', () => {
  expect(found({ claims: [{ claim: 'correctness-is-the-persons-duty' }] })).toEqual([
    'L22 claims.0',
  ])
})
