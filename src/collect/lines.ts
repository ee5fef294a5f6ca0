import { dayOf, type Moment, momentOf } from '../base/time.ts'
import type { PurposeGroup, VisitorIds } from '../consent/wire.ts'
import type { Keys } from '../platform/secrets.ts'
import { RULES_VERSION } from './enrich/index.ts'
import { columnOf, GROUPS } from './groups.ts'
import type { Value } from './intake.ts'
import type { Kept } from './keep.ts'
import { type Key, pseudonyms } from './pseudonyms.ts'
import type { RefusalCount } from './refuse.ts'
import type { FieldName } from './wire.ts'

/** Tables a spool line can belong to. */
export const TABLES = [...GROUPS, 'machines', 'refusals'] as const
export type Table = (typeof TABLES)[number]

/** One stored row on its way: the table, and its JSON without the opening brace. */
export type Line = {
  readonly table: Table
  readonly rest: string
  /** Table and month of a row without an id: rows of one lot are inserted together or not at all. */
  readonly lot?: string
}

/** What is said of a whole batch. */
export type Occasion = {
  readonly now: Moment
  readonly site: string
  /** First 16 hexadecimal digits of the policy version. */
  readonly policy: string
  readonly visitors: VisitorIds
  readonly visit: string | undefined
  /** Id of the declared source; empty for the tag on an own site. */
  readonly source: string
  /** Id of the vendor whose sites the source speaks for; only for a partner. */
  readonly partner?: string | undefined
  /** A visit without identity, when one is needed. */
  readonly visitOfDay: string | undefined
}

/** What a machine tells of itself: one value at one moment. */
export type Reading = {
  readonly id?: string
  /** Milliseconds before now that it was read. */
  readonly agoMs: number
  /** The machine's own number; only a key made of it is kept. */
  readonly machine: string
  readonly class: string
  /** Whose machine it is, when the sender says; only a key made of it is kept. */
  readonly owner?: string
  readonly name: string
  readonly value: number
  readonly unit: string
}

/** Turns what was kept into rows. Each group's keys are its own, so its rows join no other's. */
export type Lines = {
  ofEvent(kept: Kept, occasion: Occasion): Line
  ofReading(reading: Reading, occasion: Pick<Occasion, 'now' | 'policy' | 'source'>): Line
  ofRefusal(count: RefusalCount, occasion: Pick<Occasion, 'now' | 'policy'>): Line
  /** The key of a visitor in a group's table, as decimal text; `0` without an id. */
  visitorKey(group: PurposeGroup, id: string | undefined): string
  /** The key of a machine, or of an owner of machines, as decimal text; `0` without an id. */
  machineKey(of: 'machine' | 'owner', id: string | undefined): string
}

const WHOLE_ORDER = /^(order:.*):\d+$/s
const MONEY: ReadonlySet<string> = new Set(['value', 'price', 'shipping', 'tax', 'discount'])
/** What the columns of money keep: four decimals. */
const MONEY_STEP = 10_000

/** Derives the groups' keys once. */
export function openLines(keys: Keys): Lines {
  const tables = {
    personalisation: pseudonyms(keys, 'personalisation'),
    analytics: pseudonyms(keys, 'analytics'),
    marketing: pseudonyms(keys, 'marketing'),
  }
  const machines = pseudonyms(keys, 'machines')
  const dayText = lastDay()
  const reports = numbered()
  return {
    ofEvent(kept, occasion) {
      const { group, event } = kept
      const own = tables[group]
      const at = momentOf(occasion.now - event.agoMs)
      const day = dayText(at)
      let rest =
        `"t":"${group}","day":"${day}","name":"${event.name}"` +
        whoseRow(kept, occasion, own, at) +
        `,"policy":"${occasion.policy}","purposes":${JSON.stringify(kept.purposes)}` +
        `,"rules":${RULES_VERSION}`
      if (kept.vendors !== '') rest += `,"vendors":${JSON.stringify(kept.vendors)}`
      if (kept.bot !== 0) rest += `,"bot":${kept.bot}`
      if (occasion.source !== '') rest += `,"source_id":${JSON.stringify(occasion.source)}`
      if (event.name === 'purchase') rest += orderMarks(kept, own, reports.of(occasion))
      for (const [name, value] of kept.fields) rest += field(group, name, value, own)
      const line = { table: group, rest: `${rest}}\n` }
      return event.id === undefined ? { ...line, lot: `${group} ${day.slice(0, 7)}` } : line
    },
    ofReading(reading, { now, policy, source }) {
      const at = momentOf(now - reading.agoMs)
      const { class: kind, name, value, unit } = reading
      const said = JSON.stringify({ class: kind, name, value, unit, policy, source_id: source })
      const rest =
        `"t":"machines","day":"${dayText(at)}","at":${Math.floor(at / 1000)}` +
        `,"machines_machine":"${machines.visitor(reading.machine)}"` +
        `,"machines_owner":"${machines.owner(reading.owner)}"` +
        `${eventKey('machines', reading.id, machines)},${said.slice(1)}\n`
      const lot = `machines ${dayText(at).slice(0, 7)}`
      return { table: 'machines', rest, ...(reading.id === undefined ? { lot } : {}) }
    },
    ofRefusal({ purpose, reason, line, what, count }, { now, policy }) {
      const said = JSON.stringify({ purpose, reason, line, what, count, policy })
      const rest = `"t":"refusals","day":"${dayText(now)}",${said.slice(1)}\n`
      return { table: 'refusals', rest }
    },
    visitorKey: (group, id) => tables[group].visitor(id),
    machineKey: (of, id) => (of === 'owner' ? machines.owner(id) : machines.visitor(id)),
  }
}

type Own = ReturnType<typeof pseudonyms>

/** Keys, and what only one group's rows have. */
function whoseRow(kept: Kept, occasion: Occasion, own: Own, at: Moment): string {
  const { group, event, anonymous } = kept
  const visitor = anonymous ? undefined : occasion.visitors[group]
  const keys = `,"${group}_visitor":"${own.visitor(visitor)}"${eventKey(group, event.id, own)}`
  if (group === 'marketing' && occasion.partner !== undefined) {
    return `${keys},"partner":${JSON.stringify(occasion.partner)}`
  }
  if (group !== 'analytics') return keys
  // Only analytics has a clock; a second shared by two tables would join them. A visit without
  // a visitor would be a visitor's key by another name.
  const visit = visitor === undefined ? undefined : occasion.visit
  const key = anonymous ? own.visitOfDay(occasion.visitOfDay) : own.visit(visit)
  const clock = `,"at":${Math.floor(at / 1000)},"site":${JSON.stringify(occasion.site)}`
  return `${keys}${clock},"analytics_visit":"${key}"`
}

/** Absent without an id: the spool gives one to the first such row of a lot. */
function eventKey(table: Table, id: string | undefined, own: Own): string {
  return id === undefined ? '' : `,"${table}_event":"${own.event(id)}"`
}

function field(group: PurposeGroup, name: FieldName, value: Value, own: Own): string {
  const column = columnOf(group, name)
  if (column !== name) {
    const key: Key = name === 'order' ? own.order : own.click
    return value === '' ? '' : `,"${column}":"${key(String(value))}"`
  }
  if (MONEY.has(name)) return `,"${name}":${Math.round(Number(value) * MONEY_STEP) / MONEY_STEP}`
  return `,"${name}":${JSON.stringify(typeof value === 'string' ? wellFormed(value) : value)}`
}

/** Half a character is no text: ClickHouse would not read the line, nor any other of its file. */
function wellFormed(text: string): string {
  return LONE_HALF.test(text) ? text.replaceAll(LONE_HALVES, '\uFFFD') : text
}

const LONE_HALF = /\p{Surrogate}/u
const LONE_HALVES = /\p{Surrogate}/gu

/**
 * By what the loader tells that two rows are of one order. An order that was sent whole has ids
 * `order:<order>:<line>`: it is kept as one report tells it, and `whole` is the key of its first
 * line. A line that came by itself says which whole order would have told of it already.
 */
function orderMarks({ event, fields }: Kept, own: Own, report: number): string {
  const order = WHOLE_ORDER.exec(event.id ?? '')?.[1]
  if (order !== undefined) return `,"whole":"${own.event(`${order}:0`)}","report":${report}`
  const number = fields.get('order')
  if (number === undefined || number === '') return ''
  return `,"whole":"${own.event(`order:${number}:0`)}"`
}

/** Counts what comes in together: the same number for one thing, the next for the next. */
function numbered(): { of(thing: object): number } {
  let [last, count]: [object | undefined, number] = [undefined, 0]
  return {
    of(thing) {
      if (thing !== last) [last, count] = [thing, count + 1]
      return count
    },
  }
}

function lastDay(): (at: Moment) => string {
  let [from, text] = [Number.POSITIVE_INFINITY, '']
  return at => {
    const day = Math.floor(at / 86_400_000)
    if (day !== from) [from, text] = [day, dayOf(at)]
    return text
  }
}
