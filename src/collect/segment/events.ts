import type { Happened } from '../intake.ts'
import { addProperties, type Fields, noFields, whole } from './fields.ts'
import { idOf } from './ids.ts'
import type { Context, Message } from './message.ts'
import { textOf } from './message.ts'
import { eventNamed, type Kind } from './names.ts'
import { eventsOfOrder, worthOf } from './orders.ts'
import { addSurroundings, type Page } from './surroundings.ts'

/** One call with what stands around it. */
export type Called = {
  readonly kind: Kind
  readonly message: Message
  readonly context: Context
  readonly page: Page
  readonly agoMs: number
}

type Declared = (event: string) => ReadonlySet<string> | undefined

/** What SDKs put into the properties of a page; it is read as the page itself. */
const TOLD_BY_PAGE: ReadonlySet<string> = new Set([
  ...['path', 'url', 'title', 'referrer', 'search', 'hash', 'name', 'width', 'height'],
  ...['referring_domain', 'tab_url', 'initial_referrer', 'initial_referring_domain'],
])

/**
 * The events that one call makes: one, or one for each line of an order. The name of the event when
 * it cannot be read. An event that no purpose declares is named and holds nothing.
 */
export function eventsOf(call: Called, declared: Declared): readonly Happened[] | string {
  const { kind, message, agoMs } = call
  const name = nameOf(kind, message)
  if (name === undefined) return kind
  const messageId = idOf(message.messageId)
  const allowed = declared(name)
  const fields = noFields()
  if (!allowed) return [eventWith(messageId, name, agoMs, fields)]
  const { properties } = message
  const page = kind === 'page' ? titled(call) : call.page
  if (name === 'purchase' || name === 'refund') {
    addSurroundings(fields, page, call.context, allowed)
    return eventsOfOrder({ name, messageId, agoMs, properties, around: fields }) ?? name
  }
  addProperties(fields, name, properties, kind === 'page' ? TOLD_BY_PAGE : undefined)
  const screen = kind === 'screen' ? textOf(message.name) : undefined
  if (screen !== undefined) fields['screen'] = whole(screen.slice(0, 128))
  addValue(fields, allowed)
  addSurroundings(fields, page, call.context, allowed)
  return [eventWith(messageId, name, agoMs, fields)]
}

function eventWith(id: string | undefined, name: string, agoMs: number, fields: Fields): Happened {
  return id === undefined ? { name, agoMs, fields } : { id, name, agoMs, fields }
}

/** The others are never declared: answered, counted, and nothing of them is read. */
function nameOf(kind: Kind, { event }: Message): string | undefined {
  if (kind === 'page') return 'page_view'
  if (kind === 'screen') return 'screen_view'
  if (kind !== 'track') return kind
  const name = textOf(event)
  return name === undefined ? undefined : eventNamed(name)
}

/** A server has no title, but may give its page a name. */
function titled({ page, message }: Called): Page {
  return page.title === undefined ? { ...page, title: textOf(message.name) } : page
}

/** The worth of what was added, when only the price of one is told. */
function addValue(fields: Fields, allowed: ReadonlySet<string>): void {
  const value = allowed.has('value') && !('value' in fields) ? worthOf(fields) : undefined
  if (value !== undefined) fields['value'] = value
}
