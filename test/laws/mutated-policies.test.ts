import { expect, test } from 'vitest'
import { readPolicy } from '../../src/policy/index.ts'
import { isTold, oneOfEach, shippedPolicies, slipsOf } from './mutated-policies.ts'

/** Every so many slips; the long run makes all of them. */
const STEP = 23

for (const [file, text] of shippedPolicies())
  test(`${file}: a slip of the author is told at its place, and never crashes`, () => {
    const slips = oneOfEach(slipsOf(text)).filter((_, at) => at % STEP === 0)
    expect(slips.length).toBeGreaterThan(15)
    const silent = slips.filter(slip => !isTold(slip, file))
    expect(silent.map(({ kind, key }) => `${kind} ${key}`)).toEqual([])
  })

test('the slips are real: the files without them have nothing to tell', () => {
  for (const [file, text] of shippedPolicies())
    expect([file, readPolicy(text, file, '2026-11-22').diagnostics]).toEqual([file, []])
})
