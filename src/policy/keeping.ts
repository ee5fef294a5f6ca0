import { after, type Moment, moment, isoOf } from '../base/time.ts'
import { spanOf } from './lifetime.ts'
import type { PolicyText } from './syntax/schema/policy.ts'

/** One rule of `retention`, as the policy says it. */
export type KeepRule = Pick<
  NonNullable<PolicyText['retention']>[number],
  'keep' | 'after' | 'until'
>
export type Anchor = KeepRule['after']
export type Ending = NonNullable<KeepRule['until']>[number]

/** What has happened to a datum: when each anchor came, and what has ended its keeping. */
export type KeptFacts = {
  readonly anchors: Readonly<Partial<Record<Anchor, Moment>>>
  readonly endings: Readonly<Partial<Record<Ending, Moment>>>
}

/** Anchors that lie ahead while something goes on: the datum is kept until they come. */
const AHEAD: readonly Anchor[] = ['contract-end', 'case-closed', 'contest-end', 'call-end']

/** Years 1019 to 9891: with a hundred years more, still four digits. */
const MOMENT_MIN = -30_000_000_000_000
const MOMENT_MAX = 249_990_000_000_000

/**
 * When a datum has to be gone: the end of its term, or the first event that ends it sooner.
 * `running` while what its term is counted from has not come; what cannot be counted is not kept.
 */
export function keptUntil(rule: KeepRule, facts: KeptFacts): Moment | 'running' | 'not-kept' {
  const ended = (rule.until ?? [])
    .map(ending => facts.endings[ending])
    .filter(at => at !== undefined)
    .toSorted((a, b) => a - b)
  const term = termOf(rule, facts)
  const [first] = ended
  if (first === undefined || term === 'not-kept') return term
  if (!ended.every(isMoment)) return 'not-kept'
  return term === 'running' || first < term ? first : term
}

function termOf(rule: KeepRule, { anchors }: KeptFacts): Moment | 'running' | 'not-kept' {
  const span = spanOf(rule.keep)
  if (!span || span.count <= 0) return 'not-kept'
  const from = anchors[rule.after]
  if (from === undefined) return AHEAD.includes(rule.after) ? 'running' : 'not-kept'
  return isMoment(from) ? after(startOf(rule.after, from), span) : 'not-kept'
}

function isMoment(at: unknown): boolean {
  return Number.isFinite(at) && Number(at) >= MOMENT_MIN && Number(at) <= MOMENT_MAX
}

// Accounting Act 2:10: six years from the end of the year during which the financial year ended.
function startOf(anchor: Anchor, at: Moment): Moment {
  if (anchor !== 'calendar-year-of-financial-year-end') return at
  return moment(`${Number(isoOf(at).slice(0, 4)) + 1}-01-01`)
}
