import { expect, test } from 'vitest'
import { readPolicy } from '../../src/policy/index.ts'
import { shippedPolicies, type Slip, slipsOf } from './mutated-policies.ts'

/** In `npm test` every so many slips; in the long run each of them. */
const STEP = process.env['LUPAUS_LONG'] === '1' ? 1 : 23

const TODAY = '2026-11-22'

for (const [file, text] of shippedPolicies()) {
  const slips = slipsOf(text).filter((_, at) => at % STEP === 0)

  test(`${file}: a slip of the author is told at its place, and never crashes`, () => {
    expect(slips.length).toBeGreaterThan(10)
    const silent = slips
      .filter(slip => !isTold(slip, file))
      .map(({ kind, key }) => `${kind} ${key}`)
    expect(silent).toEqual([])
  })
}

test('the slips are real: the files without them have nothing to tell', () => {
  for (const [file, text] of shippedPolicies())
    expect([file, readPolicy(text, file, TODAY).diagnostics]).toEqual([file, []])
})

function isTold({ kind, key, line, text }: Slip, file: string): boolean {
  const { policy, diagnostics } = readPolicy(text, file, TODAY)
  for (const found of diagnostics) {
    expect(found.line).toBeGreaterThan(0)
    expect(found.endColumn).toBeGreaterThan(found.column)
    expect(found.message).not.toMatch(/undefined|\[object/)
  }
  const isError = diagnostics.some(({ severity }) => severity === 'error')
  expect(policy === undefined).toBe(isError)
  // What may be left out is left out in silence; the policy then says less, and is another one.
  if (kind === 'removed') return isError || diagnostics.length > 0 || policy !== undefined
  const last = key.split('/').at(-1) ?? ''
  const near = diagnostics.filter(
    found => Math.abs(found.line - line) <= NEAR || found.message.includes(last),
  )
  return isError && near.length > 0
}

/** The parser may notice a slip only some lines below it. */
const NEAR = 3
