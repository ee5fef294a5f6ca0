import { expect, test } from 'vitest'
import { isTold, oneOfEach, shippedPolicies, slipsOf } from '../laws/mutated-policies.ts'

// At one place of each kind: the lifetime of one tracker stands for those of all.
for (const [file, text] of shippedPolicies())
  test(`${file}: a slip at any kind of place is told there, and never crashes`, () => {
    const slips = oneOfEach(slipsOf(text))
    expect(slips.length).toBeGreaterThan(300)
    const silent = slips.filter(slip => !isTold(slip, file))
    expect(silent.map(({ kind, key }) => `${kind} ${key}`)).toEqual([])
  })
