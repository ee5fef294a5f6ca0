import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { momentOf } from '../src/base/time.ts'
import { packageRoot } from '../src/cli/package-root.ts'
import { decide, type Facts, readPolicy } from '../src/policy/index.ts'

const READS = 60
const DECISIONS = 2_000_000

/** Milliseconds to check and compile the shop's policy (first, median), and decisions a second. */
export function run(): Promise<Record<string, number | string>> {
  const file = join(packageRoot(), 'policies/childrens-shop.yaml')
  const text = readFileSync(file, 'utf8')
  const times = Array.from({ length: READS }, () => {
    const started = performance.now()
    readPolicy(text, file)
    return performance.now() - started
  })
  const [first = 0] = times
  const median = times.toSorted((a, b) => a - b)[READS / 2] ?? 0
  return Promise.resolve({
    bench: 'policy',
    firstMs: rounded(first),
    medianMs: rounded(median),
    decisionsPerSecond: Math.round(decisions(text, file)),
  })
}

function decisions(text: string, file: string): number {
  const { policy } = readPolicy(text, file)
  if (!policy) return 0
  const { rules } = policy
  const now = momentOf(Date.now())
  const facts: Facts = {
    granted: { analytics: rules.purposes['analytics']?.terms ?? '' },
    chosenUnder: [],
    signals: [],
    until: momentOf(now + 1000),
    now,
    withdrawn: false,
  }
  const purposes = ['analytics', 'marketing', 'unknown', 'personalisation']
  const started = performance.now()
  let permits = 0
  for (let i = 0; i < DECISIONS; i += 1) {
    if (!('refused' in decide(rules, purposes[i % 4] ?? '', facts))) permits += 1
  }
  const seconds = (performance.now() - started) / 1000
  return permits === DECISIONS / 4 ? DECISIONS / seconds : 0
}

function rounded(ms: number): number {
  return Math.round(ms * 10) / 10
}
