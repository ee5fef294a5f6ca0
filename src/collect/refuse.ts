import type { Purpose, Refusal } from '../policy/index.ts'
import { FIELD_SHAPES } from './wire.ts'

type EventName = Purpose['collects'][number]['event']

/** Complete by its type, so that a new event of the language cannot be forgotten here. */
const EVENT_NAMES: Readonly<Record<EventName, true>> = {
  page_view: true,
  page_leave: true,
  link_click: true,
  product_view: true,
  list_view: true,
  search: true,
  cart_add: true,
  cart_remove: true,
  checkout_start: true,
  purchase: true,
  refund: true,
  pixel_view: true,
  goal: true,
  screen_view: true,
  app_open: true,
  app_install: true,
  app_update: true,
}

/** What clients also send and no policy can declare: it is counted by name, and nothing of it kept. */
const NEVER_KEPT = new Set(['identify', 'alias', 'group', 'reading', 'cart_update'])

/** Reasons that only a collector says. */
export type CollectReason =
  | 'value-not-allowed'
  | 'masked'
  | 'not-asserted'
  | 'no-such-source'
  | 'malformed'
  | 'too-old'

const ITEMS_MAX = 16
const TEXT_MAX = 80
const TOKEN = /^[a-z*][a-z0-9_.:%*/-]*$/i

/** A no of `decide`, or one that only a collector says. */
export type Refused = {
  readonly purpose: string
  readonly reason: Refusal['refused'] | CollectReason
  readonly line: number
  /** The event, or `event.field`, as the sender wrote it. */
  readonly what: string
  /** Whether `what` is the refused thing itself; else it is only where the purpose was refused. */
  readonly named: boolean
}

/** A count of one kind of refusal, safe to store: every word of it is from a closed list. */
export type RefusalCount = Omit<Refused, 'named'> & { readonly count: number }

/** Takes over a refusal of `decide` that met this event. */
export function refusedBy(refusal: Refusal, event: string): Refused {
  return {
    purpose: refusal.purpose,
    reason: refusal.refused,
    line: refusal.rule?.line ?? 0,
    what: refusal.what ?? event,
    named: refusal.what !== undefined,
  }
}

/**
 * The value of `Lupaus-Refused`: an RFC 9651 list, each kind once, at most 16 items. Undefined when
 * nothing was refused.
 */
export function refusedHeader(refused: readonly Refused[]): string | undefined {
  const items = new Set<string>()
  for (const one of refused) {
    if (items.size >= ITEMS_MAX) break
    items.add(headerItem(one))
  }
  return items.size === 0 ? undefined : [...items].join(', ')
}

/** Counts refusals by kind. What a sender made up is counted as `undeclared`, never written down. */
export function countRefused(refused: readonly Refused[]): RefusalCount[] {
  const counts = new Map<string, RefusalCount>()
  for (const one of refused) {
    const { purpose, reason, line } = one
    const what = closedWord(one.what)
    const key = `${purpose} ${reason} ${line} ${what}`
    const count = (counts.get(key)?.count ?? 0) + 1
    counts.set(key, { purpose, reason, line, what, count })
  }
  return [...counts.values()]
}

function headerItem({ purpose, reason, line, what, named }: Refused): string {
  const subject = TOKEN.test(purpose) ? purpose : '*'
  const thing = named ? `;what="${quoted(what)}"` : ''
  return `${subject};reason=${reason}${thing}${line > 0 ? `;line=${line}` : ''}`
}

function quoted(text: string): string {
  return text
    .slice(0, TEXT_MAX)
    .replaceAll(/[^\x20-\x7e]/g, '?')
    .replaceAll(/["\\]/g, String.raw`\$&`)
}

function closedWord(what: string): string {
  const [event = '', field] = what.split('.', 2)
  const isKnown = Object.hasOwn(EVENT_NAMES, event) || NEVER_KEPT.has(event)
  const name = isKnown ? event : 'undeclared'
  if (field === undefined) return name
  return `${name}.${Object.hasOwn(FIELD_SHAPES.properties, field) ? field : 'undeclared'}`
}
