import { moment } from '../../base/time.ts'
import type { Value } from '../intake.ts'
import type { Params } from './params.ts'

const SECOND_MS = 1_000

/** Fields as they are put together; what is undefined was not sent. */
export type Loose = Readonly<Record<string, Value | undefined>>

/** A text that is not empty, cut to the length that its field has. */
export function textOf(params: Params, name: string, max: number): string | undefined {
  const text = params.get(name)?.trim()
  return text ? cut(text, max) : undefined
}

/** At most `max` UTF-16 units of a text, never half a character. */
export function cut(text: string, max: number): string {
  // A surrogate without its other half is no text for a store.
  return text.slice(0, max).replaceAll(/[\uD800-\uDFFF]/gu, '')
}

/** A number as clients write it: `12.50`, `12,50`; nothing for `false`, `NaN` or an empty text. */
export function numberOf(text: unknown): number | undefined {
  if (typeof text === 'number') return Number.isFinite(text) ? text : undefined
  if (typeof text !== 'string' || !/^-?\d{1,15}([.,]\d{1,15})?$/.test(text)) return undefined
  return Number(text.replace(',', '.'))
}

/** The number of a parameter, or nothing. */
export function numberIn(params: Params, name: string): number | undefined {
  return numberOf(params.get(name))
}

/** Leaves out what was not sent. */
export function given(fields: Loose): Readonly<Record<string, Value>> {
  const entries = Object.entries(fields)
  return Object.fromEntries(entries.filter((entry): entry is [string, Value] => isGiven(entry[1])))
}

/**
 * Milliseconds before now that it happened: `cdo`, seconds ago, or `cdt`, a moment in UTC. What
 * lies ahead is now, for a clock that is fast; undefined when the moment cannot be read.
 */
export function agoOf(params: Params, now: number): number | undefined {
  const offset = params.get('cdo')
  if (offset !== undefined)
    return /^\d{1,10}$/.test(offset) ? Number(offset) * SECOND_MS : undefined
  const at = params.get('cdt')
  if (at === undefined) return 0
  if (/^\d{1,11}$/.test(at)) return Math.max(0, now - Number(at) * SECOND_MS)
  const iso = /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d:\d\d(?:\.\d{1,6})?)Z?$/.exec(at)
  try {
    return iso ? Math.max(0, now - moment(`${iso[1]}T${iso[2]}Z`)) : undefined
  } catch {
    return undefined
  }
}

function isGiven(value: Value | undefined): boolean {
  return value !== undefined && value !== ''
}
