import { dayOf, moment } from '../../base/time.ts'
import { actOn, type Act } from './act.ts'
import type {
  Adequacy,
  Age,
  AnyRow,
  Authority,
  Condition,
  Countries,
  Ground,
  Item,
  Landmark,
  LawTable,
  Mechanism,
  Row,
  Term,
} from './row.ts'
import { LAW_TABLES } from './tables.ts'

const ALL = LAW_TABLES.flatMap(table => table.rows)

/** Rows that together are the EEA: the states, and parts of them with a code of their own. */
const EEA = ['eea', 'eea-territories']

/** The lists of what must be told or recorded, by their articles of the GDPR. */
export type Checklist = '13' | '14' | '30' | '33'

/** The law as it stands on one day. What the tables do not know is undefined, never a guess. */
export interface Law {
  readonly on: string
  /** The row of that id in force that day, whatever it says: for its article, source and note. */
  row(id: string): Row | undefined
  /** A length of time, such as `answer-within`, `breach-notice` or `keep-vouchers`. */
  term(id: string): Term | undefined
  /** An act by its number or by any of its names; repealed acts say since when, and by what. */
  act(name: string): Act | undefined
  /** Whether the country, by ISO 3166 code, is in the European Economic Area; false when unknown. */
  isInEea(country: string): boolean
  /** The adequacy decision for a country, which may cover only some recipients. */
  adequacy(country: string): Adequacy | undefined
  /** The longest life, in days, that a browser lets a cookie have. */
  cookieCapDays(): number | undefined
  /** From which age a child's consent is enough in a country; the GDPR's own age where unknown. */
  childAge(country: string): Age | undefined
  /** The closed list of grounds to refuse a right, such as `access` or `erasure`. */
  refusalGrounds(right: string): readonly Ground[]
  /** The closed list of grounds to ask a fee for a right. */
  feeGrounds(right: string): readonly Ground[]
  /** The conditions of a rule, such as `soft-opt-in`: all of them must hold. */
  conditions(rule: string): readonly Condition[]
  /** What a notice (Art. 13, 14), the record (30), or the notice of a breach (33) must contain. */
  checklist(article: Checklist): readonly Item[]
  /** What a contract with a processor must contain (Art. 28(3)). */
  contractItems(): readonly Item[]
  /** The ways to send personal data outside the EEA. */
  mechanisms(): readonly Mechanism[]
  /** What changed on these topics after `since` and up to this day, oldest first. */
  landmarks(topics: readonly string[], since: string): readonly Landmark[]
  /** A supervisory authority by its id, such as `fi-data-protection-ombudsman`. */
  authority(id: string): Authority | undefined
}

/** The law in force on a day (`2026-11-22`); throws a RangeError when `on` is no such day. */
export function lawOn(on: string): Law {
  if (dayOf(moment(on)) !== on) throw new RangeError(`\`${on}\` is no day written YYYY-MM-DD`)
  const rows = ALL.filter(row => isInForce(row, on))
  const of = <K extends AnyRow['is']>(kind: K) => rows.filter(row => isA(row, kind))
  const term = (id: string) => of('term').find(row => row.id === id)
  const age = (country?: string) => of('age').find(row => row.country === country)
  const grounds = (right: string, allows: Ground['allows'][number]) =>
    of('ground').filter(row => row.allows.includes(allows) && row.rights.includes(right))
  const items = (list: string) => of('item').filter(row => row.of === list)
  return {
    on,
    row: id => rows.find(row => row.id === id),
    term,
    act: name => actOn(name, on, ALL),
    isInEea: country => of('countries').some(row => isEea(row, country)),
    adequacy: country => of('adequacy').find(row => row.country === country),
    cookieCapDays: () => daysOf(term('cookie-cap')),
    childAge: country => age(country) ?? age(),
    refusalGrounds: right => grounds(right, 'refusal'),
    feeGrounds: right => grounds(right, 'fee'),
    conditions: rule => of('condition').filter(row => row.of === rule),
    checklist: article => items(article),
    contractItems: () => items('28'),
    mechanisms: () => of('mechanism'),
    landmarks: (topics, since) => changes(of('landmark'), topics, since),
    authority: id => of('authority').find(row => row.id === id),
  }
}

/** The tables whose review was due before the day `on`: what they say may be out of date. */
export function lawStanding(on: string): readonly LawTable[] {
  return LAW_TABLES.filter(table => table.reviewBy < on)
}

function isEea(row: Countries, country: string): boolean {
  return EEA.includes(row.id) && row.countries.includes(country)
}

function daysOf(term: Term | undefined): number | undefined {
  return term?.span.unit === 'day' ? term.span.count : undefined
}

function isInForce(row: Row, on: string): boolean {
  return row.validFrom <= on && (row.validUntil === undefined || on <= row.validUntil)
}

function isA<K extends AnyRow['is']>(row: AnyRow, kind: K): row is Extract<AnyRow, { is: K }> {
  return row.is === kind
}

function changes(all: readonly Landmark[], topics: readonly string[], since: string): Landmark[] {
  return all
    .filter(row => row.validFrom > since && row.topics.some(topic => topics.includes(topic)))
    .toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : 1))
}
