import { readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { moment } from '../../base/time.ts'
import { readPolicy } from '../read-policy.ts'
import { explain } from './explain.ts'
import { readFacts } from './facts.ts'

const TEXT = readFileSync('policies/machine-dealer.yaml', 'utf8')
const { policy } = readPolicy(TEXT, 'x.yaml', '2026-11-23')
if (!policy) throw new Error('the policy does not compile')
const ids = policy.said.purposes.map(({ id }) => id)
const some = (words: readonly string[]) => fc.subarray([...words])

const facts = fc.record(
  {
    granted: some(ids),
    signals: some(['gpc', 'dnt']),
    chosenUnder: some(['gpc', 'dnt']),
    withdrawn: fc.boolean(),
    until: fc.constantFrom('2026-11-22', '2027-01-01'),
    consents: some(ids).map(named => Object.fromEntries(named.map(id => [id, ['email', 'web']]))),
    objections: some(['marketing', 'newsletter', 'contract', 'email', 'sms']),
    contract: fc.boolean(),
    enquiry: fc.boolean(),
    duty: fc.boolean(),
    restricted: fc.boolean(),
    erased: fc.boolean(),
    age: fc.integer({ min: 0, max: 90 }),
  },
  { requiredKeys: [] },
)

/** Purposes that were agreed to, so that some answers are surely yes. */
const YES: [string, string | undefined, Record<string, never> | object][] = ids.map(id => [
  id,
  'web',
  { granted: [id], until: '2027-01-01', contract: true, enquiry: true, duty: true },
])

test('every no has a rule that forbids it and every line that is quoted is there; a yes has none', () => {
  const lines = TEXT.split('\n')
  const seen = { yes: 0, no: 0 }
  const channels = fc.constantFrom(undefined, 'web', 'email', 'in-person', 'post')
  fc.assert(
    fc.property(fc.constantFrom(...ids, 'nothing'), channels, facts, (purpose, channel, given) => {
      const known = readFacts(policy, given, moment('2026-11-23'))
      const { answer, reason, steps } = explain(policy, TEXT, { purpose, channel }, known)
      const forbidding = steps.filter(({ verdict }) => verdict === 'forbids')
      expect(forbidding.length > 0, `${purpose} ${channel} ${reason}`).toBe(answer === 'no')
      for (const { line, quote } of steps)
        expect(lines[line - 1]).toContain(quote.replace(/…$/, ''))
      seen[answer] += 1
    }),
    // Random answers are mostly no: the count of yes below must not hang on luck.
    { numRuns: 120, examples: YES },
  )
  expect(seen.yes).toBeGreaterThan(5)
  expect(seen.no).toBeGreaterThan(20)
}, 60_000)
