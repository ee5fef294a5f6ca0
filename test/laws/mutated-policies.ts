import { readdirSync, readFileSync } from 'node:fs'
import { expect } from 'vitest'
import { isMap, isScalar, isSeq, type Node, parseDocument } from 'yaml'
import { readPolicy } from '../../src/policy/index.ts'

/** One change of a policy file that a tired author could make. */
export type Slip = {
  readonly kind: 'removed' | 'misspelt' | 'wrong type'
  /** The key, with the keys around it: `trackers/3/lifetime`. */
  readonly key: string
  /** Line at which the key stood. */
  readonly line: number
  readonly text: string
}

/** The policies that the product ships, by file name. */
export function shippedPolicies(): readonly (readonly [file: string, text: string])[] {
  return readdirSync('policies')
    .filter(name => name.endsWith('.yaml'))
    .map(name => [name, readFileSync(`policies/${name}`, 'utf8')] as const)
}

const TODAY = '2026-11-22'

/** The parser may notice a slip only some lines below it. */
const NEAR = 3

/** Is a slip told of, at its place, in words of ours? Asserts that whatever is told has a place. */
export function isTold({ kind, key, line, text }: Slip, file: string): boolean {
  const { policy, diagnostics } = readPolicy(text, file, TODAY)
  for (const found of diagnostics) {
    expect(found.line).toBeGreaterThan(0)
    expect(found.endColumn).toBeGreaterThan(found.column)
    expect(found.message).not.toMatch(/undefined|\[object/)
  }
  const isError = diagnostics.some(({ severity }) => severity === 'error')
  expect(policy === undefined).toBe(isError)
  // What may be left out is left out in silence; the policy then says less, and is another one.
  if (kind === 'removed') return true
  const last = key.split('/').at(-1) ?? ''
  const near = diagnostics.filter(
    found => Math.abs(found.line - line) <= NEAR || found.message.includes(last),
  )
  return isError && near.length > 0
}

/** One slip for each kind of place: `trackers/7/lifetime` stands for the lifetimes of all trackers. */
export function oneOfEach(slips: readonly Slip[]): readonly Slip[] {
  const places = new Map(
    slips.map(slip => [`${slip.kind} ${slip.key.replaceAll(/\/\d+/g, '/*')}`, slip] as const),
  )
  return [...places.values()]
}

/** Every key of a policy file removed, misspelt and given a wrong type, one at a time. */
export function slipsOf(text: string): readonly Slip[] {
  return keysOf(parseDocument(text).contents, []).flatMap(key => slipsAt(text, key))
}

type Key = {
  readonly path: string
  readonly name: string
  readonly start: number
  readonly end: number
  readonly valueStart: number
  readonly valueEnd: number
}

function slipsAt(text: string, { path, name, start, end, valueStart, valueEnd }: Key): Slip[] {
  const line = text.slice(0, start).split('\n').length
  const swapped = (from: number, to: number, put: string) =>
    text.slice(0, from) + put + text.slice(to)
  // A key of a flow map takes its comma with it.
  const comma = /^\s*,\s*/.exec(text.slice(valueEnd))?.[0].length ?? 0
  return [
    { kind: 'removed', key: path, line, text: swapped(start, valueEnd + comma, '') },
    { kind: 'misspelt', key: path, line, text: swapped(start, end, misspelt(name)) },
    {
      kind: 'wrong type',
      key: path,
      line,
      text: swapped(valueStart, valueEnd, `[[7]]${text[valueEnd - 1] === '\n' ? '\n' : ''}`),
    },
  ]
}

/** Two letters change places; a word of one letter, or of twins, gets one more. */
function misspelt(name: string): string {
  const turned = (name[1] ?? '') + (name[0] ?? '') + name.slice(2)
  return turned === name ? `${name}z` : turned
}

function keysOf(node: unknown, path: readonly string[]): readonly Key[] {
  if (isSeq(node)) return node.items.flatMap((item, at) => keysOf(item, [...path, String(at)]))
  if (!isMap(node)) return []
  return node.items.flatMap(pair => {
    if (!isScalar(pair.key) || typeof pair.key.value !== 'string') return []
    const name = pair.key.value
    const below = keysOf(pair.value, [...path, name])
    const [start, end] = rangeOf(pair.key)
    const [valueStart, valueEnd] = rangeOf(pair.value as Node)
    const key = { path: [...path, name].join('/'), name, start, end, valueStart, valueEnd }
    return [key, ...below]
  })
}

function rangeOf(node: Node): readonly [number, number] {
  const [start, end] = node.range ?? [0, 0]
  return [start, end]
}
