import type { Rules } from '../src/policy/decide.ts'
import { decide, decideEvent } from '../src/policy/decide.ts'
import type { Batch, EventIn } from '../src/collect/wire.ts'
import type { FieldValue } from './api.ts'
import { signalsNow } from './facts.ts'
import type { Refused } from './gate.ts'
import type { Hold } from './hold.ts'
import { type Ids, randomId } from './ids.ts'

const WAIT_MS = 1000
const SEND_AT = 20
const QUEUE_MAX = 200
const RETRIES = 3

export type Fields = Readonly<Record<string, FieldValue | undefined>>

/** Events on their way to the server; they wait in memory only. */
export type Measure = {
  /** Whether an event of this name may be sent now. */
  may(name: string): boolean
  /** Queues what the policy lets be kept of an event that happened at `at`; otherwise the refusal. */
  add(name: string, fields: Fields, at: number): Refused | undefined
  /** Sends what waits, at once and even if the page goes away. */
  leave(): void
}

type Sent<T> = { readonly [K in keyof T]: T[K] | undefined }
type Waiting = {
  readonly id: string
  readonly name: string
  readonly at: number
  readonly fields: Fields
}

export function openMeasure(rules: Rules, hold: Hold, ids: Ids, origin: string): Measure {
  let queue: Waiting[] = []
  let timer: ReturnType<typeof setTimeout> | undefined
  let fails = 0

  const plan = (waitMs: number) => {
    timer ??= setTimeout(send, waitMs, false)
  }
  const send = (leaving: boolean) => {
    clearTimeout(timer)
    timer = undefined
    const waiting = queue.splice(0, SEND_AT)
    // Asked again, for the visitor may have withdrawn while they waited.
    const events = waiting.flatMap(event => eventOf(rules, hold, event))
    if (queue.length > 0) plan(0)
    if (events.length === 0) return
    const body = JSON.stringify(batchOf(hold, ids, events))
    const url = `${origin}/v1/events`
    if (leaving) {
      navigator.sendBeacon(url, body)
      return
    }
    const failed = () => {
      fails = (fails + 1) % (RETRIES + 1)
      if (fails === 0) return
      // The same ids, so that what did arrive is kept once.
      queue = [...waiting, ...queue].slice(0, QUEUE_MAX)
      plan(WAIT_MS * 2 ** fails)
    }
    const headers = { 'content-type': 'text/plain' }
    const sent = fetch(url, { method: 'POST', headers, body, keepalive: true })
    void sent.then(
      ({ status }) => (status >= 500 || status === 429 ? failed() : (fails = 0)),
      failed,
    )
  }

  return {
    may: name => !permitted(rules, hold, name, {}).refused,
    add(name, fields, at) {
      const { refused } = permitted(rules, hold, name, fields)
      if (refused) return refused
      if (queue.length >= QUEUE_MAX) return { refused: 'error', purpose: '', what: name }
      queue.push({ id: randomId(), name, at, fields })
      if (queue.length >= SEND_AT && fails === 0) send(false)
      else plan(WAIT_MS)
      return undefined
    },
    leave: () => send(true),
  }
}

/** What has no value here is left out of the JSON. */
function batchOf(hold: Hold, ids: Ids, events: EventIn[]): Sent<Batch> {
  const { text, payload } = hold.standing()
  const { without = [] } = hold.facts() ?? {}
  return {
    receipt: payload && text,
    visitors: ids.visitors(),
    visit: ids.visit(),
    signals: signalsNow(),
    // The server would not see a vendor's own opt-out, which only this browser knows.
    without: without.length > 0 ? [...without] : undefined,
    events,
  }
}

function eventOf(rules: Rules, hold: Hold, { id, name, at, fields }: Waiting): EventIn[] {
  const { kept } = permitted(rules, hold, name, fields)
  if (!kept) return []
  const agoMs = Math.min(Math.round(performance.now() - at), 86_400_000)
  return [{ id, name, agoMs, fields: kept }]
}

/** The fields that at least one permitted purpose may keep; a refusal when there is no such purpose. */
function permitted(
  rules: Rules,
  hold: Hold,
  name: string,
  fields: Fields,
): { kept: EventIn['fields']; refused?: never } | { refused: Refused; kept?: never } {
  const kept: EventIn['fields'] = {}
  const facts = hold.facts()
  let refused: Refused = { refused: 'event-not-declared', purpose: '', what: name }
  let may = false
  for (const [purpose, rule] of Object.entries(rules.purposes)) {
    const verdict = decide(rules, purpose, facts)
    if ('refused' in verdict) {
      if (name in rule.events) refused = { refused: verdict.refused, purpose, what: name }
      continue
    }
    const answer = decideEvent(verdict, name, Object.keys(fields))
    if (!('kept' in answer)) continue
    may = true
    for (const field of answer.kept) {
      const value = fields[field]
      if (value !== undefined && value !== '') kept[field] = value
    }
  }
  return may ? { kept } : { refused }
}
