import type { Moment } from '../../base/time.ts'
import { signalsOf } from '../../consent/index.ts'
import type { PurposeGroup, VisitorIds } from '../../consent/wire.ts'
import type { Signal, Source } from '../../policy/index.ts'
import { GROUPS } from '../groups.ts'
import type { Claims, Happened, Sent, Signs } from '../intake.ts'
import { receiptIn } from '../receipt.ts'
import type { Refused } from '../refuse.ts'
import { agoOf } from './ago.ts'
import { ALL_REFUSED, claimsIn } from './claims.ts'
import { eventsOf } from './events.ts'
import { subjectOf } from './ids.ts'
import { type Context, isObject, type Message, partOf, textOf } from './message.ts'
import { type Kind, kindOf } from './names.ts'
import { type Page, type PageText, pageOf } from './surroundings.ts'

/** What is known of a request besides its events. */
export type Request = {
  readonly source: Source
  readonly now: Moment
  /** Which call it was; undefined for a batch, where each event says so itself. */
  readonly kind: Kind | undefined
  /** When the client sent it, as the body or a header says. */
  readonly sentAt: unknown
  /** A receipt of the request, for events that carry none. */
  readonly receipt: string | undefined
  readonly signals: readonly Signal[]
  readonly signs: Signs
  /** Host of the page that sent it; empty when a header does not say. */
  readonly host: string
  /** Fields that some purpose declares for an event; undefined when none declares the event. */
  readonly declared: (event: string) => ReadonlySet<string> | undefined
}

/** Most events that one request may come to, orders counted by their lines. */
export const ROWS_MAX = 10_000

/** Events as the collector takes them, and what was refused on the way. */
export type Mapped = { readonly sent: readonly Sent[]; readonly refused: readonly Refused[] }

/**
 * Turns the calls of one request into events: one `Sent` for each visitor, choice and device, in
 * the order in which they came. Traits, and whatever else names a person, are never read. Undefined
 * when it comes to more rows than one request may.
 */
export function sentOf(messages: readonly unknown[], request: Request): Mapped | undefined {
  let room = ROWS_MAX
  const refused: Refused[] = []
  const parties = new Map<string, Sent & { events: Happened[] }>()
  for (const message of messages) {
    const read = readMessage(message, request)
    if ('reason' in read) {
      refused.push(read)
      continue
    }
    room -= read.events.length
    if (room < 0) return undefined
    const party = partyOf(read, request)
    const key = messages.length === 1 ? '' : keyOf(party, request)
    const known = parties.get(key)
    if (known) for (const event of read.events) known.events.push(event)
    else parties.set(key, Object.assign(party, { events: [...read.events] }))
  }
  return { sent: [...parties.values()], refused }
}

type Read = {
  readonly message: Message
  readonly context: Context
  readonly page: Page
  readonly events: readonly Happened[]
}

function readMessage(message: unknown, request: Request): Read | Refused {
  if (!isObject<keyof Message>(message)) return refusedAs('malformed', '')
  const kind = request.kind ?? kindOf(message.type)
  if (!kind) return refusedAs('malformed', '')
  const context = partOf<keyof Context>(message.context)
  const asserted = request.source.asserts.includes('time')
  const { now, sentAt } = request
  const own = kind === 'page' ? partOf<keyof PageText>(message.properties) : {}
  const page = pageOf(own, partOf(context.page))
  const ago = agoOf(message, { now, sentAt, asserted })
  const agoMs = typeof ago === 'number' ? ago : 0
  const events = eventsOf({ kind, message, context, page, agoMs }, request.declared)
  if (typeof events === 'string') return refusedAs('malformed', events)
  if (typeof ago !== 'number') return refusedAs(ago, events[0]?.name ?? '')
  return { message, context, page, events }
}

function refusedAs(reason: Refused['reason'], what: string): Refused {
  return { purpose: '', reason, line: 0, what, named: true }
}

/** Who sent an event, by which choice and from which device. */
function partyOf({ message, context, page }: Read, request: Request): Omit<Sent, 'events'> {
  const { source } = request
  const subject = subjectOf(message.anonymousId)
  const { receipt, claims } = choiceOf(context, request)
  const visitors = visitorsOf(context, subject)
  const party = {
    source,
    receipt,
    subject,
    visitors,
    visit: visitOf(context, subject),
    signals: signalsIn(context, request.signals),
    signs: signsOf(context, request),
    host: request.host || page.host,
  }
  return claims === undefined ? party : Object.assign(party, { claims })
}

/**
 * Under which ids the rows stand: those that our tag gave this browser, so that they go with its
 * consent; else the client's own. Each table makes its own key, so that two tables do not join.
 */
function visitorsOf({ lupaus }: Context, subject: string | undefined): VisitorIds {
  const given = lupaus === undefined ? undefined : partOf<'visitors'>(lupaus).visitors
  if (given !== undefined) {
    const ids = partOf<PurposeGroup>(given)
    const known = GROUPS.map(group => [group, textOf(ids[group])] as const)
    return Object.fromEntries(known.filter(([, id]) => id !== undefined && VISITOR_ID.test(id)))
  }
  if (subject === undefined) return {}
  return { personalisation: subject, analytics: subject, marketing: subject }
}

const VISITOR_ID = /^[A-Za-z0-9_-]{22}$/

type Choice = { readonly receipt: string | undefined; readonly claims: Claims | undefined }

/** What cannot be read of a choice is a no; a partner's word of one counts only where it is a no. */
function choiceOf(context: Context, request: Request): Choice {
  const { lupaus } = context
  const said = lupaus === undefined ? request.receipt : partOf<'receipt'>(lupaus).receipt
  const receipt = receiptIn(textOf(said))
  if (lupaus !== undefined && receipt === undefined) return { receipt, claims: ALL_REFUSED }
  const claims = claimsIn(context)
  const isPartner = request.source.kind === 'partner'
  return { receipt, claims: claims && isPartner ? { ...claims, granted: [] } : claims }
}

/** A session of the client's own count is told apart from another visitor's of the same number. */
function visitOf({ sessionId }: Context, subject: string | undefined): string | undefined {
  const isId = typeof sessionId === 'number' || typeof sessionId === 'string'
  if (!isId || subject === undefined) return undefined
  return `${subject} ${String(sessionId).slice(0, 64)}`
}

/** Signals only ever take away, so what cannot be read counts as one. */
function signalsIn({ signals, gpc }: Context, seen: readonly Signal[]): readonly Signal[] {
  if (signals === undefined && gpc === undefined) return seen
  const isOn = gpc !== undefined && gpc !== null && gpc !== false && gpc !== 0 && gpc !== '0'
  if (signals !== undefined && !Array.isArray(signals)) return signalsOf({}, ['gpc', 'dnt'])
  const said: readonly unknown[] = signals ?? []
  return signalsOf({ dnt: said.includes('dnt') ? '1' : undefined }, [
    ...seen,
    ...(isOn || said.includes('gpc') ? (['gpc'] as const) : []),
  ])
}

/** A browser is looked at itself; a server is no visitor, and is believed only where it may say. */
function signsOf(context: Context, { source, signs }: Request): Signs {
  if (source.kind === 'web') return signs
  const { address, acceptLanguage } = signs
  const device = deviceText(context.userAgent)
  // What an app calls itself is the name of its library, which looks like a robot's.
  if (source.kind === 'app')
    return { userAgent: device ?? deviceText(signs.userAgent), address, acceptLanguage }
  if (!source.asserts.includes('device')) return { userAgent: undefined, address: undefined }
  return { userAgent: textOf(context.userAgent), address: textOf(context.ip) }
}

function deviceText(userAgent: unknown): string | undefined {
  const text = textOf(userAgent)
  return text !== undefined && /^(?:Mozilla|Dalvik)\//.test(text) ? text : undefined
}

/** The same for what belongs together; flat, for it is made of every event of a batch. */
function keyOf(party: Omit<Sent, 'events'>, request: Request): string {
  const { subject, receipt, claims, visit, signals, signs, host, visitors } = party
  const choice = claims && JSON.stringify([claims.granted, claims.refused])
  const device = signs === request.signs ? '' : `${signs.userAgent}\n${signs.address}`
  const { personalisation, analytics, marketing } = visitors
  const ids = [personalisation, analytics, marketing]
  return JSON.stringify([subject, ids, receipt, choice, visit, signals.join(), device, host])
}
