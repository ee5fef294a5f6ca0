import type { Lang } from '../src/base/lang.ts'
import { type Moment, momentOf } from '../src/base/time.ts'
import type { Fields } from '../src/collect/wire.ts'
import type { VisitorIds } from '../src/consent/wire.ts'
import { type Dice, openDice } from './dice.ts'
import { walk } from './history-walk.ts'

/** An event that never happened. */
export type MadeUpEvent = { readonly at: Moment; readonly name: string; readonly fields: Fields }

/** A visit that never happened, as the tag would have told of it. */
export type MadeUpVisit = {
  readonly at: Moment
  readonly lang: Lang
  /** Purposes that the made-up visitor granted; empty for those who refused everything. */
  readonly granted: readonly string[]
  /** Ids of the groups that were granted, none for the others. */
  readonly visitors: VisitorIds
  /** Tells this visit apart; absent without analytics. */
  readonly visit: string | undefined
  readonly userAgent: string
  /** What the server would read from `userAgent`. */
  readonly agent: { readonly device: string; readonly browser: string; readonly os: string }
  readonly events: readonly MadeUpEvent[]
}

export type HistoryPlan = {
  readonly days: number
  readonly seed: string
  /** No made-up event lies at or after this moment. */
  readonly until: Moment
}

const DAY_MS = 86_400_000
const HOUR_MS = 3_600_000
const VISITS_A_DAY = 265
/** Finland's winter time; a history need not know of summer time. */
const FINLAND_MS = 2 * HOUR_MS
const KNOWN_MAX = 900

// Sunday first: people with small children shop on Sunday and Monday evenings.
const WEEKDAYS = [1.28, 1.16, 1.02, 0.98, 0.94, 0.86, 0.78]
const HOURS = [
  4, 2, 2, 2, 4, 8, 14, 22, 34, 46, 52, 50, 54, 58, 46, 40, 40, 44, 52, 68, 96, 100, 62, 22,
].map((weight, hour) => [hour, weight] as const)

const CHOICES = [
  [['personalisation', 'analytics', 'marketing'], 46],
  [['analytics'], 9],
  [['personalisation', 'analytics'], 8],
  [['personalisation'], 2],
  [[], 35],
] as const

const LANGS = [
  ['fi', 79],
  ['sv', 13],
  ['en', 8],
] as const

const AGENTS = [
  [agent('mobile', 'Chrome', 'Android', 'Linux; Android 15; K', 'Chrome/142.0.0.0 Mobile'), 33],
  [
    agent(
      'mobile',
      'Safari',
      'iOS',
      'iPhone; CPU iPhone OS 18_6 like Mac OS X',
      'Version/18.6 Mobile/15E148',
    ),
    30,
  ],
  [
    agent(
      'tablet',
      'Safari',
      'iOS',
      'iPad; CPU OS 18_6 like Mac OS X',
      'Version/18.6 Mobile/15E148',
    ),
    6,
  ],
  [agent('desktop', 'Chrome', 'Windows', 'Windows NT 10.0; Win64; x64', 'Chrome/142.0.0.0'), 15],
  [
    agent(
      'desktop',
      'Microsoft Edge',
      'Windows',
      'Windows NT 10.0; Win64; x64',
      'Chrome/142.0.0.0',
      'Edg/142.0.0.0',
    ),
    6,
  ],
  [agent('desktop', 'Safari', 'macOS', 'Macintosh; Intel Mac OS X 10_15_7', 'Version/18.6'), 6],
  [agent('desktop', 'Chrome', 'Linux', 'X11; Linux x86_64', 'Chrome/142.0.0.0'), 4],
] as const

/**
 * Visits of the days before `until`, oldest first: weekdays, evenings, a growing season, campaigns
 * and returning visitors. The same plan gives the same history, byte for byte.
 */
export function* madeUpHistory(plan: HistoryPlan): Generator<MadeUpVisit> {
  const known: VisitorIds[] = []
  for (let back = plan.days; back > 0; back--) {
    const dice = openDice(`${plan.seed}/${back}`)
    const start = startOfDay(momentOf(plan.until - back * DAY_MS))
    const visits = Array.from({ length: visitsOn(start, back, plan.days, dice) }, () =>
      visitOn(start, 1 - back / plan.days, known, dice),
    )
    const ended = (visit: MadeUpVisit) =>
      visit.events.every(event => event.at < plan.until) && visit.at < plan.until
    yield* visits.filter(ended).toSorted((a, b) => a.at - b.at)
  }
}

function visitsOn(start: Moment, back: number, days: number, dice: Dice): number {
  const weekday = WEEKDAYS[new Date(start + FINLAND_MS).getUTCDay()] ?? 1
  const season = 0.86 + 0.3 * (1 - back / days)
  // Two campaigns, each a few days of more visits that fade.
  const campaign = [62, 17].reduce((sum, from) => {
    const since = from - back
    return since >= 0 && since < 6 ? sum + 0.7 * 0.72 ** since : sum
  }, 0)
  const noise = 0.92 + dice.roll() * 0.16
  return Math.round(VISITS_A_DAY * weekday * noise * (season + campaign))
}

function visitOn(start: Moment, age: number, known: VisitorIds[], dice: Dice): MadeUpVisit {
  const at = momentOf(start + dice.pick(HOURS) * HOUR_MS + dice.between(0, HOUR_MS - 1))
  const granted = dice.pick<readonly string[]>(CHOICES)
  const lang = dice.pick<Lang>(LANGS)
  const isCounted = granted.includes('analytics')
  const { userAgent, ...agentNames } = dice.pick(AGENTS)
  return {
    at,
    lang,
    granted,
    visitors: visitorOf(granted, known, dice),
    visit: isCounted ? dice.id() : undefined,
    userAgent,
    agent: agentNames,
    events: walk({ at, lang, age, isMobile: agentNames.device === 'mobile' }, dice),
  }
}

/** A returning visitor's ids, or new ones; none for what was not granted. */
function visitorOf(granted: readonly string[], known: VisitorIds[], dice: Dice): VisitorIds {
  const isBack = dice.roll() < 0.31
  const before = known[dice.between(0, Math.max(0, known.length - 1))]
  if (granted.length === 3 && isBack && before) return before
  const ids: VisitorIds = {
    ...(granted.includes('personalisation') ? { personalisation: dice.id() } : {}),
    ...(granted.includes('analytics') ? { analytics: dice.id() } : {}),
    ...(granted.includes('marketing') ? { marketing: dice.id() } : {}),
  }
  if (granted.length === 3) known.push(ids)
  if (known.length > KNOWN_MAX) known.shift()
  return ids
}

/** Midnight in Finland. */
function startOfDay(at: Moment): Moment {
  return momentOf(Math.floor((at + FINLAND_MS) / DAY_MS) * DAY_MS - FINLAND_MS)
}

function agent(device: string, browser: string, os: string, system: string, ...product: string[]) {
  const engine = product[0]?.startsWith('Version') ? '605.1.15' : '537.36'
  const [name, ...rest] = product
  const tail = ['Safari/' + engine, ...rest].join(' ')
  const userAgent = `Mozilla/5.0 (${system}) AppleWebKit/${engine} (KHTML, like Gecko) ${name} ${tail}`
  return { device, browser, os, userAgent }
}
