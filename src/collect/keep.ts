import type { TSchema } from 'typebox'
import { Compile } from 'typebox/compile'
import type { PurposeGroup } from '../consent/wire.ts'
import {
  decide,
  decideEvent,
  decideVendor,
  type Facts,
  type Permit,
  type Policy,
  type Refusal,
  type Rules,
  type Source,
} from '../policy/index.ts'
import { cleaned, FILLED, filledIn, isOwnHost, type Traits } from './enrich/index.ts'
import { GROUPS, groupOf, ROOM } from './groups.ts'
import { type Refused, refusedBy } from './refuse.ts'
import type { Happened, Value } from './intake.ts'
import { FIELD_SHAPES, type FieldName } from './wire.ts'

/** What may be kept of one event for one purpose group, and by which purposes. */
export type Kept = {
  readonly group: PurposeGroup
  readonly event: Happened
  readonly purposes: string
  readonly fields: ReadonlyMap<FieldName, Value>
  /** Signals that no human made it, as bits (`enrich/`); 0 for none. Kept, so that it can be judged anew. */
  readonly bot: number
  /** Permitted only without identity: no visitor, and a visit that nothing can find after its day. */
  readonly anonymous: boolean
  /** Ids of the vendors that may be told of it from our server, with commas between. */
  readonly vendors: string
}

/** A policy made ready for the path that every page view takes. */
export type Plan = {
  readonly policy: Policy
  /** The rules of this channel: web or app. */
  readonly rules: Rules
  /** Purposes that count visits without identity. */
  readonly withoutIdentity: ReadonlySet<string>
  /** Event name to the purposes that declare it. */
  readonly declaring: ReadonlyMap<string, readonly Declaring[]>
  /** Event name to every field that some purpose declares for it and its table has room for. */
  readonly fields: ReadonlyMap<string, ReadonlySet<string>>
  /** Hosts of the policy's sites. */
  readonly hosts: ReadonlySet<string>
  /** Id of the site on a host; the first site when Lupaus serves the page itself. */
  readonly siteOf: (host: string) => string
  /** Vendors that only our server tells, and whom it may. */
  readonly told: readonly string[]
}

type Declaring = { readonly purpose: string; readonly group: PurposeGroup }

/** Who sent the batch, as far as the collector may know. */
export type Sender = {
  readonly facts: Facts | undefined
  readonly traits: Traits
  /** Undefined for the tag on an own site, which may assert orders and nothing else. */
  readonly source: Source | undefined
}

const ORDERS: ReadonlySet<string> = new Set(['purchase', 'refund'])
const PLACE: ReadonlySet<string> = new Set(['region', 'city'])

const checks = new Map<string, (value: unknown) => boolean>(
  Object.entries<TSchema>(FIELD_SHAPES.properties).map(([name, shape]) => {
    const compiled = Compile(shape)
    return [name, value => compiled.Check(value)]
  }),
)

const ROOMS: Readonly<Record<PurposeGroup, ReadonlySet<string>>> = {
  personalisation: new Set(ROOM.personalisation),
  analytics: new Set(ROOM.analytics),
  marketing: new Set(ROOM.marketing),
}

/** Reads a policy once. A functional purpose has no table here, so nothing is kept for it. */
export function planOf(policy: Policy, channel: 'web' | 'app' = 'web'): Plan {
  const rules = channel === 'app' ? policy.appRules : policy.rules
  const declaring = new Map<string, Declaring[]>()
  const fields = new Map<string, Set<string>>()
  const withoutIdentity = new Set<string>()
  for (const { id, category, visitors } of policy.said.purposes) {
    const group = category && groupOf(category)
    const rule = rules.purposes[id]
    if (!group || !rule) continue
    if (visitors === 'without-identity') withoutIdentity.add(id)
    for (const [event, allowed] of Object.entries(rule.events)) {
      declaring.set(event, [...(declaring.get(event) ?? []), { purpose: id, group }])
      const kept = ROOM[group].filter(name => allowed.includes(name))
      fields.set(event, new Set([...(fields.get(event) ?? []), ...kept]))
    }
  }
  const hosts = new Set(policy.sites.flatMap(site => site.hosts))
  const siteOf = siteFinder(policy)
  return { policy, rules, withoutIdentity, declaring, fields, hosts, siteOf, told: toldOf(policy) }
}

/** Without a mechanism for where it is, a vendor is told nothing. */
function toldOf({ vendors }: Policy): readonly string[] {
  return vendors.filter(one => one.through === 'server' && one.transferred).map(one => one.id)
}

function siteFinder(policy: Policy): (host: string) => string {
  const sites = policy.sites.map(({ id, hosts }) => ({ id, hosts: new Set(hosts) }))
  return host => (sites.find(site => isOwnHost(site.hosts, host)) ?? sites[0])?.id ?? ''
}

/**
 * What may be kept of a batch: for each event and purpose a permit or a refusal, and under a permit
 * the declared fields whose values fit. A robot is a verdict on what is kept, not a reason to drop it.
 */
export function keep(
  plan: Plan,
  events: readonly Happened[],
  sender: Sender,
): { readonly kept: readonly Kept[]; readonly refused: readonly Refused[] } {
  const kept: Kept[] = []
  const refused: Refused[] = []
  const told = vendorsByPurpose(plan, sender.facts)
  const verdicts = new Map<string, Permit | Refusal>()
  const verdictOn = (purpose: string) => {
    const verdict = verdicts.get(purpose) ?? decide(plan.rules, purpose, sender.facts)
    verdicts.set(purpose, verdict)
    return verdict
  }
  for (const event of events) {
    if (!asserts(sender.source, 'orders', ORDERS.has(event.name))) {
      refused.push({ ...undeclared(event.name), reason: 'not-asserted' })
      continue
    }
    const declaring = plan.declaring.get(event.name)
    if (!declaring) {
      refused.push(undeclared(event.name))
      continue
    }
    const permits: { permit: Permit; group: PurposeGroup }[] = []
    for (const { purpose, group } of declaring) {
      const verdict = verdictOn(purpose)
      if ('refused' in verdict) refused.push(refusedBy(verdict, event.name))
      else permits.push({ permit: verdict, group })
    }
    if (permits.length > 0) keepEvent(plan, event, { ...sender, told }, permits, kept, refused)
  }
  return { kept, refused }
}

/** Purpose to the vendors that may be told what is kept for it; asked once a batch. */
function vendorsByPurpose(plan: Plan, facts: Facts | undefined): Told {
  if (plan.told.length === 0) return NOBODY
  const told = new Map<string, string[]>()
  for (const id of plan.told) {
    const verdict = decideVendor(plan.rules, id, facts)
    if ('refused' in verdict) continue
    for (const purpose of verdict.purposes) told.set(purpose, [...(told.get(purpose) ?? []), id])
  }
  return told
}

type Told = ReadonlyMap<string, readonly string[]>

const NOBODY: Told = new Map()

/**
 * The vendors of a row. Nobody is told of one event out of two tables: the two rows would be joined
 * where we cannot see it. What fits a site to its visitor is told to nobody at all.
 */
function vendorsOf(
  group: PurposeGroup,
  purposes: readonly string[],
  told: Told,
  before: Set<string> | undefined,
): string {
  if (!before || group === 'personalisation') return ''
  const ids = new Set(purposes.flatMap(purpose => told.get(purpose) ?? []))
  const own = [...ids].filter(id => !before.has(id))
  for (const id of own) before.add(id)
  return own.toSorted().join(',')
}

function undeclared(name: string): Refused {
  return { purpose: '', reason: 'event-not-declared', line: 0, what: name, named: true }
}

/** One row a group: the fields that any permitted purpose of the group declares. */
function keepEvent(
  plan: Plan,
  event: Happened,
  sender: Sender & { readonly told: Told },
  permits: readonly { permit: Permit; group: PurposeGroup }[],
  kept: Kept[],
  refused: Refused[],
): void {
  const values = cleanFields(plan, event, sender, permits[0]?.permit, refused)
  const declared = plan.fields.get(event.name)
  const believed = sender.source?.asserts.includes('device') === true
  const filled = filledIn(sender.traits, event, plan.hosts, { declared, believed })
  const names = [...values.keys(), ...FILLED]
  const before: Set<string> | undefined = sender.told.size > 0 ? new Set() : undefined
  for (const group of GROUPS) {
    if (!permits.some(permit => permit.group === group)) continue
    const fields = new Map<FieldName, Value>()
    const purposes: string[] = []
    for (const { permit, group: own } of permits) {
      if (own !== group) continue
      const verdict = decideEvent(permit, event.name, names)
      if (!('kept' in verdict)) continue
      purposes.push(permit.purpose)
      for (const name of verdict.kept) {
        if (!hasRoom(group, name)) continue
        const value = isFilled(name) ? filled[name] : values.get(name)
        if (value !== undefined) fields.set(name, value)
      }
    }
    if (purposes.length === 0) continue
    const anonymous = purposes.every(purpose => plan.withoutIdentity.has(purpose))
    const { bot } = sender.traits
    const vendors = vendorsOf(group, purposes, sender.told, before)
    kept.push({ group, event, purposes: purposes.join(','), fields, bot, anonymous, vendors })
  }
}

/**
 * The fields that some purpose of the policy declares for this event and whose values fit their
 * shape. Each other field is refused once, in the name of the first purpose that was permitted.
 */
function cleanFields(
  plan: Plan,
  event: Happened,
  { source }: Sender,
  permit: Permit | undefined,
  refused: Refused[],
): ReadonlyMap<string, Value> {
  const values = new Map<string, Value>()
  const line = permit?.rule.line ?? 0
  const refuse = (name: string, reason: Refused['reason']) =>
    refused.push({
      purpose: permit?.purpose ?? '',
      reason,
      line,
      what: `${event.name}.${name}`,
      named: true,
    })
  const declared = plan.fields.get(event.name)
  for (const [name, sent] of Object.entries(event.fields)) {
    if (declared?.has(name) !== true) {
      refuse(name, 'field-not-declared')
      continue
    }
    if (!asserts(source, 'place', PLACE.has(name))) {
      refuse(name, 'not-asserted')
      continue
    }
    const { value, masked } = cleaned(name, sent, plan.hosts)
    // What was masked is kept without what named a person, and counted as evidence.
    if (masked) refuse(name, 'masked')
    if (checks.get(name)?.(value) === true) values.set(name, value)
    else refuse(name, 'value-not-allowed')
  }
  return values
}

/** Whether a source may say this; what needs no assertion anyone may say. */
function asserts(source: Source | undefined, what: Assertion, needed: boolean): boolean {
  if (!needed) return true
  return source ? source.asserts.includes(what) : what === 'orders'
}

type Assertion = Source['asserts'][number]

function hasRoom(group: PurposeGroup, name: string): name is FieldName {
  return ROOMS[group].has(name)
}

function isFilled(name: FieldName): name is (typeof FILLED)[number] {
  return FILLED.some(filled => filled === name)
}
