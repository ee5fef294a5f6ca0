import { fitsIn, spanOf } from '../lifetime.ts'
import { DATA_FORMS } from '../vocabulary-parties.ts'
import type { ChangeKind } from './change.ts'
import { type Difference, type Held, isGroup } from './differences.ts'

/**
 * What a difference is, and what follows: nothing, or people are told. `grows` is told as well, or
 * asked again where it touches a purpose that rests on consent.
 */
export type Verdict = {
  readonly kind: ChangeKind
  readonly follows: 'nothing' | 'inform' | 'grows'
}

/** Says what one difference is. */
export type Judge = (difference: Difference, lookUp: LookUp) => Verdict

/** What a name stands for, in the old policy and in the next: the span of a rule of retention. */
export type LookUp = { readonly keepOf: (id: Held, when: 'old' | 'next') => string | undefined }

export const always =
  (kind: ChangeKind, follows: Verdict['follows'] = 'nothing'): Judge =>
  () => ({ kind, follows })

export const wording = always('wording')
export const law = always('law')
export const told = always('wider', 'inform')

/** More of it is wider, less of it is narrower; another instead is more as well. */
export const more = (
  kind: ChangeKind = 'wider',
  {
    less = 'narrower',
    follows = 'grows',
  }: { less?: ChangeKind; follows?: 'grows' | 'inform' } = {},
): Judge => {
  return ({ is }) => (is === undefined ? { kind: less, follows: 'nothing' } : { kind, follows })
}

/** More of it is narrower: what protects, and what says no. */
export const guards: Judge = ({ was, is }) =>
  was === undefined && is !== undefined
    ? { kind: 'narrower', follows: 'nothing' }
    : { kind: 'wider', follows: 'grows' }

/** Something people can do: losing it makes their right harder. */
export const helps: Judge = ({ is }) =>
  is === undefined
    ? { kind: 'right-harder', follows: 'inform' }
    : { kind: 'right-easier', follows: 'nothing' }

/** Something that stands in people's way: more of it makes their right harder. */
export const hinders: Judge = ({ is }) =>
  is === undefined
    ? { kind: 'right-easier', follows: 'nothing' }
    : { kind: 'right-harder', follows: 'inform' }

/** One word of a list that is ordered from the least to the most; unsaid is as the given word. */
export const ranked =
  (
    order: readonly string[],
    unsaid: string,
    [up, down]: readonly [Verdict, Verdict] = [WIDER, NARROWER],
  ): Judge =>
  ({ was, is }) => {
    const [before, after] = [was, is].map(held => order.indexOf(textOf(held ?? unsaid)))
    if (before === undefined || after === undefined || before === after) return SAME
    return after > before ? up : down
  }

const SAME: Verdict = { kind: 'wording', follows: 'nothing' }
export const WIDER: Verdict = { kind: 'wider', follows: 'grows' }
export const TOLD: Verdict = { kind: 'wider', follows: 'inform' }
export const NARROWER: Verdict = { kind: 'narrower', follows: 'nothing' }
export const HARDER: Verdict = { kind: 'right-harder', follows: 'inform' }
export const EASIER: Verdict = { kind: 'right-easier', follows: 'nothing' }

/** How near to a person; a group that says nothing of it is as near as can be. */
export const nearer = ranked([...DATA_FORMS], 'personal')

/** A time that may grow or shrink; the verdicts are for longer and for shorter. */
export const time =
  ([longer, shorter]: readonly [Verdict, Verdict]): Judge =>
  ({ was, is }) =>
    isLonger(is, was) ? longer : shorter

export const LIVES = [
  { kind: 'longer-lifetime', follows: 'grows' },
  { kind: 'shorter-lifetime', follows: 'nothing' },
] as const satisfies readonly Verdict[]
export const KEEPS = [
  { kind: 'longer-lifetime', follows: 'inform' },
  { kind: 'shorter-lifetime', follows: 'nothing' },
] as const satisfies readonly Verdict[]

/** Which rule keeps it: longer or shorter is what the rules say. */
export const keptBy: Judge = ({ was, is }, { keepOf }) => {
  const [before, after] = [keepOf(was, 'old'), keepOf(is, 'next')]
  if (before !== undefined && before === after) return { kind: 'wording', follows: 'nothing' }
  return time(KEEPS)({ path: [], at: '', was: before, is: after }, { keepOf })
}

/** Is the first time ever longer than the second? A session is shorter than any time. */
export function isLonger(is: Held, was: Held): boolean {
  if (is === undefined || is === 'session') return is === undefined && was !== undefined
  if (was === undefined || was === 'session') return true
  const [after, before] = [spanOf(textOf(is)), spanOf(textOf(was))]
  return !after || !before || !fitsIn(after, before)
}

function textOf(held: Held): string {
  if (typeof held === 'string') return held
  if (typeof held === 'boolean') return held ? 'true' : 'false'
  return isGroup(held) ? textOf(held['up-to'] ?? held['keep']) : ''
}

/** Which basis a channel has: a new channel is wider, another basis is another one. */
export const basis: Judge = ({ was, is }) => {
  if (is === undefined) return NARROWER
  return was === undefined ? WIDER : { kind: 'basis', follows: 'grows' }
}

/** A group that says how near to a person something is, as `is` or `form`. */
export const nearerGroup: Judge = ({ was, is, ...place }, lookUp) =>
  nearer({ ...place, was: formOf(was), is: formOf(is) }, lookUp)

function formOf(held: Held): Held {
  return isGroup(held) ? (held['is'] ?? held['form']) : undefined
}

/** Profiling that begins or ends. */
export const profiling: Judge = ({ was, is }) => {
  if (isMade(is)) return WIDER
  return isMade(was) ? NARROWER : SAME
}

function isMade(held: Held): boolean {
  return isGroup(held) && held['by'] !== 'none'
}

/** A renewal that came lets it live longer, and one that went lets it live shorter. */
export const renewal: Judge = (found, lookUp) => {
  if (found.is === undefined) return LIVES[1]
  return found.was === undefined ? LIVES[0] : time(LIVES)(found, lookUp)
}

/** The smallest group: the smaller it may be, the more it tells of each. */
export const count: Judge = ({ was, is }) => (peopleIn(is) < peopleIn(was) ? TOLD : NARROWER)

function peopleIn(held: Held): number {
  return typeof held === 'string' ? Number.parseInt(held, 10) : 0
}

/** From where events come: a partner, and whoever is believed on anything, is told of. */
export const eventSource: Judge = ({ is }) => {
  if (is === undefined) return NARROWER
  const isOwnAndBare = isGroup(is) && is['kind'] !== 'partner' && is['asserts'] === undefined
  return isOwnAndBare ? SAME : TOLD
}

/** A safeguard that goes is told. */
export const guardsTold: Judge = ({ is }) => (is === undefined ? TOLD : NARROWER)
