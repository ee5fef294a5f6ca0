import { readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { readPolicy } from '../../src/policy/index.ts'

const shop = readFileSync('policies/childrens-shop.yaml', 'utf8')
const lines = shop.split('\n')

/** Whatever the text: a policy, or a reason; never both missing, never an error with a policy. */
function answers(text: string): 'policy' | 'reason' {
  const { policy, diagnostics } = readPolicy(text, 'x.yaml', '2026-11-22')
  const errors = diagnostics.filter(({ severity }) => severity === 'error')
  expect(policy === undefined).toBe(errors.length > 0)
  const length = text.split(/\n/).length
  for (const { line, column, endColumn, message, help } of diagnostics) {
    expect(line).toBeGreaterThanOrEqual(1)
    expect(line).toBeLessThanOrEqual(length + 1)
    expect(column).toBeGreaterThanOrEqual(1)
    expect(endColumn).toBeGreaterThan(column)
    expect(message + help).not.toMatch(/undefined|NaN|\[object|\n/)
  }
  return policy ? 'policy' : 'reason'
}

test('any text at all is answered', () => {
  const words = 'lupaus purposes : [ ] { } " \' | > &a *a !!set --- ... ? # << ~ 0x1 1 a'.split(' ')
  const spaced = [': ', '- ', '\n', '\n  ', '\t', '%YAML 1.1\n---\n']
  const word = fc.constantFrom(...words, ...spaced)
  const soup = fc.array(word, { maxLength: 60 }).map(picked => picked.join(''))
  const texts = fc.oneof(soup, fc.string({ unit: 'binary', maxLength: 200 }), fc.json())
  fc.assert(
    fc.property(texts, text => {
      answers(text)
    }),
    { numRuns: 1500 },
  )
})

test('any bytes at all, read as text, are answered', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), bytes => {
      answers(new TextDecoder().decode(bytes))
    }),
    { numRuns: 500 },
  )
})

const place = fc.nat({ max: lines.length - 1 })
const change = fc.oneof(
  place.map(at => lines.toSpliced(at, 1)),
  place.map(at => lines.toSpliced(at, 0, lines[at] ?? '')),
  fc
    .tuple(place, fc.constantFrom(' ', '  ', '\t', '- '))
    .map(([at, by]) => lines.with(at, by + (lines[at] ?? ''))),
  place.map(at => lines.with(at, (lines[at] ?? '').trimStart())),
  fc
    .tuple(
      place,
      fc.constantFrom('7', 'null', '[]', '{}', '[[a]]', 'true', '"x"', '-1 days', '*a', ''),
    )
    .map(([at, value]) => lines.with(at, (lines[at] ?? '').replace(/: .*$/, `: ${value}`))),
  fc.tuple(place, place).map(([a, b]) => lines.with(a, lines[b] ?? '')),
  fc
    .tuple(place, fc.nat(80), fc.string({ maxLength: 3 }))
    .map(([at, column, text]) =>
      lines.with(at, (lines[at] ?? '').slice(0, column) + text + (lines[at] ?? '').slice(column)),
    ),
)

test('a policy with one line spoilt is answered, and what compiles keeps the law', () => {
  const seen = new Set<string>()
  fc.assert(
    fc.property(change, spoilt => {
      const text = spoilt.join('\n')
      seen.add(answers(text))
      keepsTheLaw(text)
    }),
    { numRuns: 250 },
  )
  expect(seen).toEqual(new Set(['policy', 'reason']))
})

/** Whatever compiles, every tracker keeps to its range and asks as its purpose does. */
function keepsTheLaw(text: string): void {
  const { policy } = readPolicy(text, 'x.yaml')
  for (const tracker of policy?.trackers ?? []) {
    const rule = policy?.rules.purposes[tracker.purpose]
    expect(rule?.basis).toBe(tracker.category === 'functional' ? 'service-requested' : 'consent')
    const machine = policy?.rules.trackers.find(({ id }) => id === tracker.id)
    expect(machine?.seconds ?? -1).toBeGreaterThanOrEqual(0)
    expect(machine?.seconds ?? 0).toBeLessThanOrEqual(789 * 86_400)
    expect(machine?.capSeconds ?? 0).toBeLessThanOrEqual(789 * 86_400)
  }
}
