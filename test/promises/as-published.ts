import { existsSync, readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { findingsIn } from '../../src/policy/lint/lint.ts'
import { LINT_RULES } from '../../src/policy/lint/rules.ts'
import { policySchema } from '../../src/policy/syntax/schema/policy.ts'

const FOLDER = 'policies/as-published'

/** The day by which the table of findings was made. */
export const ON = '2026-11-22'

/** One change to a policy: a way to a place, and what is to stand there; nothing takes it away. */
export type Edit = { readonly at: readonly Step[]; readonly to?: unknown }
type Step = string | Readonly<Record<string, string>>
type Repair = { readonly finding: string; readonly edits: readonly Edit[] }

/** A published document: its number, its file, and its sentences. */
export const DOCUMENTS = rows(`${FOLDER}/documents.tsv`).map(
  ([number = '', name = '', count = '', headings = '']) => ({
    number,
    name,
    file: `${FOLDER}/${name}.yaml`,
    sentences: Array.from(
      { length: Number(count) },
      (_, at) => `${number}.${String(at + 1).padStart(2, '0')}`,
    ).filter(sentence => !headings.split(' ').includes(sentence)),
  }),
)

/** Code and sentence of every finding of the table, and of those found beyond it. */
export const TABLE = rows('spec/law-lint.tsv').map(([code, sentence]) => `${code} ${sentence}`)
export const BEYOND = rows(`${FOLDER}/beyond.tsv`).map(([code, sentence]) => `${code} ${sentence}`)

/** Why each finding beyond the table is none too many. */
export const REASONS = new Map<string, string>(
  rows(`${FOLDER}/beyond.tsv`).map(
    ([code, sentence, why = '']) => [`${code} ${sentence}`, why] as const,
  ),
)

/** What each code of the table is about. */
export const WORDINGS = new Map<string, string>(
  rows('spec/law-lint.tsv').map(([code = '', , what = '']) => [code, what] as const),
)

/** What a document is expected to be told, in order. */
export function expectedOf(number: string): readonly string[] {
  return [...TABLE, ...BEYOND].filter(pair => pair.split(' ')[1]?.startsWith(number)).toSorted()
}

export function plainOf(file: string): unknown {
  return parse(readFileSync(file, 'utf8'))
}

/** Code and sentence of each finding in a policy, each pair once, in order. */
export function pairsIn(policy: unknown, rules = LINT_RULES): readonly string[] {
  const found = findingsIn(policy, ON, rules).map(({ code, at }) => `${code} ${at.sentence ?? '-'}`)
  return [...new Set(found)].toSorted()
}

/** The repairs of a document, one for each finding. */
export function repairsOf(name: string): readonly Repair[] {
  const file = `${FOLDER}/repairs/${name}.yaml`
  return existsSync(file) ? (plainOf(file) as Repair[]) : []
}

/** A copy after these edits; throws when a way leads nowhere. */
export function repaired(policy: unknown, edits: readonly Edit[]): unknown {
  const copy = structuredClone(policy)
  for (const edit of edits) change(copy, edit)
  return copy
}

function change(root: unknown, { at, to }: Edit): void {
  const steps = [...at]
  const last = steps.pop()
  const holder = steps.reduce(stepInto, root)
  if (last === undefined) throw new Error('an edit without a way')
  if (Array.isArray(holder))
    holder.splice(indexOf(holder, last), 1, ...(to === undefined ? [] : [to]))
  else if (typeof last !== 'string') throw new Error(`${JSON.stringify(at)}: no list there`)
  else if (to === undefined) delete (holder as Record<string, unknown>)[last]
  else (holder as Record<string, unknown>)[last] = to
}

function stepInto(holder: unknown, step: Step): unknown {
  const next = Array.isArray(holder)
    ? (holder[indexOf(holder, step)] as unknown)
    : (holder as Record<string, unknown>)[typeof step === 'string' ? step : '']
  if (next === undefined) throw new Error(`\`${JSON.stringify(step)}\` leads nowhere`)
  return next
}

function indexOf(list: readonly unknown[], step: Step): number {
  const fits = (item: unknown) =>
    typeof step !== 'string' && says(item as Record<string, unknown>, step)
  const found = list.flatMap((item, at) => (fits(item) ? [at] : []))
  const [only] = found
  if (only === undefined || found.length > 1)
    throw new Error(`\`${JSON.stringify(step)}\` leads to ${found.length} places`)
  return only
}

// One of the sentences an item comes from is enough to find it by.
function says(item: Readonly<Record<string, unknown>>, wanted: Readonly<Record<string, string>>) {
  return Object.entries(wanted).every(([key, value]) =>
    key === 'from' ? String(item[key]).split(' ').includes(value) : item[key] === value,
  )
}

/** A number between 0 and 1 from a seed, always the same ones. */
export function chanceOf(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

/** A copy in which every list and every group of keys stands in another order. */
export function shuffled(value: unknown, chance: () => number): unknown {
  if (Array.isArray(value))
    return mixed(
      value.map(item => shuffled(item, chance)),
      chance,
    )
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([key, held]) => [key, shuffled(held, chance)] as const)
  return Object.fromEntries(mixed(entries, chance))
}

function mixed<T>(list: readonly T[], chance: () => number): T[] {
  return list
    .map(item => ({ item, rank: chance() }))
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ item }) => item)
}

/** A copy in which every id has another name, the same one wherever it is used. */
export function renamed(policy: unknown, seed: number): unknown {
  const names = new Map([
    ['self', 'self'],
    ['unstated', 'unstated'],
    ['and-others', 'and-others'],
  ])
  const other = (id: string) => {
    const known = names.get(id) ?? `n${seed}-${(names.size * 7919) % 1009}`
    names.set(id, known)
    return known
  }
  return rename(policySchema, policy, other)
}

function rename(schema: unknown, value: unknown, other: (id: string) => string): unknown {
  const of = (key: string): unknown => Reflect.get(schema as object, key)
  if (typeof schema !== 'object' || schema === null) return value
  if (of('x-kind') === 'id' && typeof value === 'string') return other(value)
  if (Array.isArray(value))
    return value.map(item => rename(of('x-kind') === 'id' ? schema : of('items'), item, other))
  if (typeof value !== 'object' || value === null) return value
  const known = (of('properties') ?? {}) as Record<string, unknown>
  return Object.fromEntries(
    Object.entries(value).map(([key, held]) => [key, rename(known[key], held, other)]),
  )
}

/** The rows of a table, without its remarks. */
function rows(file: string): readonly (readonly string[])[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter(line => line !== '' && !line.startsWith('#'))
    .map(line => line.split('\t'))
}
