import { IsArray, IsObject, type TSchema } from 'typebox'
import { Value } from 'typebox/value'
import { UNSTATED } from './faulty.ts'
import type { Range, Report } from './report.ts'
import type { Path, Tree } from './tree.ts'

/** Most lines that one message names. */
const LINES_MAX = 8

/**
 * Reports the places that are only there to be reported, such as `unstated` or a range, and that no
 * rule of law-lint has named: each of them, or in one breath where law-lint has found more to say.
 */
export function reportUnstated(schema: TSchema, tree: Tree, report: Report): void {
  const ranges = loose(schema, tree.value, [])
    .map(path => tree.range(path))
    .filter(range => !report.hasErrorAround(range))
  const [first, ...others] = ranges
  if (first && others.length > 0 && report.hasErrors) return reportTogether(first, others, report)
  for (const range of ranges)
    report.add('L0111', range, 'this cannot be run as it is written', HELP)
}

const HELP = 'say exactly one thing; what is not stated is not done'

function reportTogether(first: Range, others: readonly Range[], report: Report): void {
  const lines = [...new Set(others.map(range => report.place(range).line))]
  const named = lines.slice(0, LINES_MAX).join(', ')
  const more = lines.length > LINES_MAX ? ` and ${lines.length - LINES_MAX} more` : ''
  const message = `this cannot be run as it is written, nor can what stands on the lines ${named}${more}`
  report.add('L0111', first, message, HELP)
}

/** The deepest places at which a value does not fit the language that runs. */
function loose(schema: TSchema, value: unknown, path: Path): readonly Path[] {
  if (fits(schema, value)) return []
  if (IsObject(schema) && isGroup(value)) {
    const known = schema.properties
    const below = Object.entries(value).flatMap(([key, held]) => {
      const within = Object.hasOwn(known, key) ? known[key] : undefined
      return within ? loose(within, held, [...path, key]) : [[...path, key]]
    })
    return below.length > 0 ? below : [path]
  }
  if (IsArray(schema) && Array.isArray(value)) {
    const below = value.flatMap((item, index) => loose(schema.items, item, [...path, index]))
    return below.length > 0 ? below : [path]
  }
  return [path]
}

// Not a type guard: what does not fit is still looked at.
function fits(schema: TSchema, value: unknown): boolean {
  return Value.Check(schema, value) && !saysUnstated(value)
}

/** Does a value say anywhere that something is left out? It would pass for a name. */
export function saysUnstated(value: unknown): boolean {
  if (value === UNSTATED) return true
  return typeof value === 'object' && value !== null && Object.values(value).some(saysUnstated)
}

function isGroup(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
