import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bodies, MONSTERS } from '../long/parsers-bodies.ts'
import { asMatomo, asOwn, asReadings, asSegment, prototypes } from '../long/parsers-laws.ts'
import { MATOMO, OWN, READINGS, SEGMENT } from '../long/parsers-samples.ts'

test.for([
  ['Segment', asSegment, SEGMENT, 550],
  ['Matomo', asMatomo, MATOMO, 250],
  ['our tag', asOwn, OWN, 120],
  ['machines', asReadings, READINGS, 80],
] as const)(
  'proves: analytics.fields-closed: no body of %s makes a row that is not declared, or a crash',
  ([, read, samples, numRuns]) => {
    const before = prototypes()
    fc.assert(fc.property(bodies(samples), read), { numRuns })
    for (const monster of MONSTERS) read(monster)
    expect(prototypes()).toBe(before)
  },
)
