import type { Json } from '../../base/json.ts'
import { nearest } from '../../base/near.ts'
import { after, type Moment, moment } from '../../base/time.ts'
import type { Objection, PersonFacts } from '../decide-person.ts'
import type { Facts, Signal } from '../decide.ts'
import { FORMATS } from '../syntax/formats.ts'
import { type Deciding, purposeIds } from './asked.ts'
import { SIGNALS } from '../vocabulary.ts'
import { CHANNELS } from '../vocabulary-parties.ts'

/** What is known, as both kinds of decisions want it. */
export type Known = {
  /** Undefined when nothing is said of a choice: then none was made. */
  readonly device: Facts | undefined
  readonly person: PersonFacts
}

/** Why facts cannot be read, and what to write. */
export class FactsError extends Error {
  override readonly name = 'FactsError'
  readonly help: string

  constructor(message: string, help: string) {
    super(message)
    this.help = help
  }
}

const DEVICE_KEYS: readonly string[] = ['granted', 'chosenUnder', 'signals', 'until', 'withdrawn']
const FLAGS = ['contract', 'enquiry', 'similarSale', 'duty', 'restricted', 'erased'] as const
const KEYS: readonly string[] = [...DEVICE_KEYS, 'consents', 'objections', 'age', ...FLAGS]

/**
 * Reads facts as a person writes them: names of purposes where the machine wants terms. Throws a
 * `FactsError` for a key or name that is not known: a fact that was misspelt would count as absent.
 */
export function readFacts(policy: Deciding, given: unknown, now: Moment): Known {
  const facts = group(given, 'the facts')
  for (const key of Object.keys(facts)) oneOf(key, KEYS, 'the fact')
  const hasChoice = Object.keys(facts).some(key => DEVICE_KEYS.includes(key))
  return {
    device: hasChoice ? deviceFacts(policy, facts, now) : undefined,
    person: personFacts(policy, facts, now),
  }
}

type Group = { readonly [key: string]: unknown }

function deviceFacts(policy: Deciding, facts: Group, now: Moment): Facts {
  const { until } = facts
  return {
    granted: grantsOf(policy, facts['granted'] ?? []),
    chosenUnder: signalsOf(facts['chosenUnder'], 'chosenUnder'),
    signals: signalsOf(facts['signals'], 'signals'),
    until: until === undefined ? after(now, policy.consentFor) : dateOf(until, 'until'),
    now,
    withdrawn: flag(facts, 'withdrawn'),
  }
}

// A list says that the terms in force were agreed to; a group says which terms were.
function grantsOf(policy: Deciding, given: unknown): Readonly<Record<string, string>> {
  const ids = purposeIds(policy)
  if (!Array.isArray(given)) {
    const terms = group(given, '`granted`')
    for (const id of Object.keys(terms)) oneOf(id, ids, 'the purpose')
    return Object.fromEntries(
      Object.entries(terms).map(([id, said]) => [id, text(said, `granted.${id}`)]),
    )
  }
  const named = given.map(id => oneOf(id, ids, 'the purpose'))
  return Object.fromEntries(named.map(id => [id, policy.rules.purposes[id]?.terms ?? '']))
}

function signalsOf(given: unknown, key: string): readonly Signal[] {
  return list(given ?? [], key).map(signal => oneOf(signal, SIGNALS, 'the signal'))
}

function personFacts(policy: Deciding, facts: Group, now: Moment): PersonFacts {
  const { age } = facts
  if (age !== undefined && (typeof age !== 'number' || !Number.isFinite(age) || age < 0))
    throw new FactsError('`age` is no number of years', 'for example `"age": 12`')
  return {
    consents: consentsOf(policy, facts['consents'] ?? {}),
    objections: list(facts['objections'] ?? [], 'objections').map(one => objectionOf(policy, one)),
    contract: flag(facts, 'contract'),
    enquiry: flag(facts, 'enquiry'),
    similarSale: flag(facts, 'similarSale'),
    duty: flag(facts, 'duty'),
    restricted: flag(facts, 'restricted'),
    erased: flag(facts, 'erased'),
    age,
    now,
  }
}

function consentsOf(policy: Deciding, given: unknown): PersonFacts['consents'] {
  const ids = purposeIds(policy)
  const consents = Object.entries(group(given, '`consents`')).map(([id, channels]) => {
    oneOf(id, ids, 'the purpose')
    const terms = policy.personRules.purposes[id]?.terms ?? ''
    const entries = Array.isArray(channels)
      ? channels.map(channel => [oneOf(channel, CHANNELS, 'the channel'), terms] as const)
      : Object.entries(group(channels, `\`consents.${id}\``)).map(
          ([channel, said]) => [oneOf(channel, CHANNELS, 'the channel'), text(said, id)] as const,
        )
    return [id, Object.fromEntries(entries)] as const
  })
  return Object.fromEntries(consents)
}

/** `marketing`, a purpose or a channel, in this order; or `{ "to": "purpose", "what": "marketing" }`. */
function objectionOf(policy: Deciding, given: unknown): Objection {
  const ids = purposeIds(policy)
  if (typeof given === 'string') {
    if (given === 'marketing') return { to: 'marketing' }
    const what = oneOf(given, [...ids, ...CHANNELS, 'marketing'], 'the objection to')
    return { to: ids.includes(what) ? 'purpose' : 'channel', what }
  }
  const { to, what } = group(given, 'an objection')
  const kind = oneOf(to, ['marketing', 'purpose', 'channel'] as const, 'the objection to')
  if (kind === 'marketing') return { to: kind }
  return { to: kind, what: oneOf(what, kind === 'purpose' ? ids : CHANNELS, `the ${kind}`) }
}

function flag(facts: Group, key: string): boolean {
  const held = facts[key] ?? false
  if (typeof held === 'boolean') return held
  throw new FactsError(`\`${key}\` is neither true nor false`, `for example \`"${key}": true\``)
}

function dateOf(given: unknown, key: string): Moment {
  const day = text(given, key)
  if (FORMATS.date.wrong(day)) throw new FactsError(`\`${key}\` is no date`, FORMATS.date.help)
  return moment(day)
}

function text(given: unknown, key: string): string {
  if (typeof given === 'string') return given
  throw new FactsError(`\`${key}\` is no text`, 'put it in quotes')
}

function list(given: unknown, key: string): readonly unknown[] {
  if (Array.isArray(given)) return given
  throw new FactsError(`\`${key}\` is no list`, `for example \`"${key}": ["..."]\``)
}

function group(given: unknown, what: string): Group {
  if (typeof given === 'object' && given !== null && !Array.isArray(given))
    return Object.fromEntries(Object.entries(given))
  throw new FactsError(`${what} are no JSON object`, 'for example `{"granted":["analytics"]}`')
}

function oneOf<Word extends string>(given: unknown, known: readonly Word[], what: string): Word {
  const found = known.find(word => word === given)
  if (found !== undefined) return found
  const said: Json = typeof given === 'string' ? given : (JSON.stringify(given) ?? 'nothing')
  const near = nearest(said, known)
  const help = near
    ? `did you mean \`${near}\`?`
    : `use one of ${known.map(one => `\`${one}\``).join(', ')}`
  throw new FactsError(`${what} \`${said.slice(0, 60)}\` is not known`, help)
}
