import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bodies, MONSTERS } from './parsers-bodies.ts'
import { asMatomo, asOwn, asReadings, asSegment, prototypes } from './parsers-laws.ts'
import { MATOMO, OWN, READINGS, SEGMENT } from './parsers-samples.ts'

test.for([
  ['Segment', asSegment, SEGMENT, 35_000],
  ['Matomo', asMatomo, MATOMO, 25_000],
  ['our tag', asOwn, OWN, 25_000],
  ['machines', asReadings, READINGS, 15_000],
] as const)(
  'proves: analytics.fields-closed: no body of %s makes a row that is not declared, or a crash',
  ([, read, samples, numRuns]) => {
    const before = prototypes()
    fc.assert(fc.property(bodies(samples), read), { numRuns })
    for (const monster of MONSTERS) read(monster)
    expect(prototypes()).toBe(before)
  },
)
