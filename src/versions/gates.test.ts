import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { moment } from '../base/time.ts'
import { type Diagnostic, readPolicy } from '../policy/index.ts'
import { type Scene, sceneGates, textGates } from './gates.ts'

const SHOP = readFileSync('policies/childrens-shop.yaml', 'utf8')
const { policy } = readPolicy(SHOP, 'shop.yaml')
if (!policy) throw new Error('the test policy has errors')
const scene: Scene = {
  ...{ policy, now: moment('2026-11-22T10:00:00Z'), since: moment('2026-11-22T10:00:00Z') },
  diagnostics: [],
  ...{ isFirst: false, changes: [], informed: undefined, neverSeen: undefined, confirmed: [] },
}
const closed = (more: Partial<Scene>) =>
  sceneGates({ ...scene, ...more })
    .filter(gate => !gate.passed)
    .map(({ name }) => name)

test('a policy that is in order passes every gate', () => {
  expect(closed({})).toEqual([])
  expect(textGates([]).every(gate => gate.passed)).toBe(true)
})

test('an error closes a gate, a warning does not', () => {
  const found = { code: 'L0101', severity: 'error' } as Diagnostic
  const gates = textGates([found, { ...found, severity: 'warning' }])
  expect(gates.filter(gate => !gate.passed).map(gate => gate.name)).toEqual(['readable'])
  expect(gates.find(gate => !gate.passed)?.reason).toContain('1')
  expect(textGates([{ ...found, severity: 'warning' }]).every(gate => gate.passed)).toBe(true)
})

test('a finding of law-lint closes a gate of its own', () => {
  const found = { code: 'L04' as Diagnostic['code'], severity: 'error' } as Diagnostic
  const gates = textGates([found])
  expect(gates.filter(gate => !gate.passed).map(gate => gate.name)).toEqual(['law'])
})

test('the day of the review still passes, the day after does not', () => {
  expect(closed({ now: moment('2027-11-22T21:59:59Z') })).toEqual([])
  expect(closed({ now: moment('2027-11-22T22:00:00Z') })).toEqual(['reviewed'])
})

test('an overdue review of one part closes the gate too', () => {
  const overdue = { code: 'L0811' as Diagnostic['code'], severity: 'warning' } as Diagnostic
  expect(closed({ diagnostics: [overdue] })).toEqual(['reviewed'])
})

test.for([
  ['L0701', 'complete'],
  ['L0808', 'assessed'],
  ['L0901', 'assessed'],
] as const)('%s closes the gate `%s`', ([code, name]) => {
  const found = { code: code as Diagnostic['code'], severity: 'error' } as Diagnostic
  expect(
    textGates([found])
      .filter(gate => !gate.passed)
      .map(gate => gate.name),
  ).toEqual([name])
})

test('a declared tracker that nobody has seen closes the gate until it is confirmed', () => {
  expect(closed({ neverSeen: [] })).toEqual([])
  expect(closed({ neverSeen: ['lupaus_a', 'not-ours'] })).toEqual(['seen'])
  expect(closed({ neverSeen: ['lupaus_a'], confirmed: ['lupaus_a'] })).toEqual([])
  expect(closed({ neverSeen: ['not-ours'] })).toEqual([])
})

test('while nothing watches trackers, the gate says so', () => {
  const gate = sceneGates(scene).find(({ name }) => name === 'seen')
  expect(gate).toMatchObject({ passed: true, reason: expect.stringContaining('nothing watches') })
})
