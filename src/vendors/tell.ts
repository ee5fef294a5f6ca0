import { createHash } from 'node:crypto'
import type { Audit } from '../audit/index.ts'
import { canonical } from '../base/json.ts'
import { dayOf, isoOf, type Moment, momentOf } from '../base/time.ts'
import type { Platform } from '../platform/index.ts'
import { type Egress, isPostable, type Post } from '../platform/egress.ts'
import { drawn, placeOf, toldOf } from './event.ts'
import { type Gateway, markOf } from './gateway.ts'
import { shapeOf } from './kinds.ts'
import {
  addBatch,
  addCounts,
  type Batch,
  batchOf,
  type Count,
  cursorOf,
  dropBatch,
  type EventRow,
  eventsAfter,
  keepDone,
  keepState,
  moveCursor,
  type Outcome,
  type State,
  stateOf,
  streamsOf,
} from './store.ts'

/** Most events that are on their way to one vendor at once, and most of those stretches in a round. */
const BATCH_MAX = 500
const BATCHES_MAX = 200
/** Requests to one vendor at the same moment. */
const REQUESTS_MAX = 4
/** A vendor is told once an hour, so that the time of telling tells no visit. */
const HOUR_MS = 3_600_000
const WAIT_MS = 600_000
const WAIT_MS_MAX = 6 * HOUR_MS
const STOPPED_MS = 24 * HOUR_MS
const DAY_MS = 86_400_000
/** Today and two days before: Google takes nothing that is older than 72 hours. */
const DAYS_MAX = 2

export type TellParts = {
  readonly platform: Pick<Platform, 'clock' | 'chance' | 'log' | 'keys' | 'db' | 'ch'>
  readonly egress: Egress
  readonly audit: Pick<Audit, 'record'>
  /** Host of a site of the policy; the first for one that is not known. */
  readonly hostOf: (site: string) => string
  readonly count: (vendor: string, outcome: Outcome, events: number) => void
}

/**
 * Tells one vendor what landed since it was told last, if it is due: permitted rows only, in an
 * order drawn by lot. A no of the vendor stops it for a day, no answer puts it off for longer each
 * time; what is withdrawn meanwhile is gone and is not told.
 */
export async function tell(parts: TellParts, gateway: Gateway): Promise<void> {
  const { db, clock, keys } = parts.platform
  const settings = markOf(gateway, keys.derive('vendors.settings'))
  const known = await stateOf(db, gateway.vendor)
  const state = known?.settings === settings ? known : undefined
  if (state && state.dueAt > clock.now()) return
  let shape = known?.shape ?? []
  for (let batches = 0; batches < BATCHES_MAX; batches++) {
    const batch = (await batchOf(db, gateway.vendor)) ?? (await nextBatch(parts, gateway))
    if (!batch) break
    const sent = await sendBatch(parts, gateway, batch)
    if (sent.shape.length > 0) shape = sent.shape
    if (sent.status === 'all') continue
    const put = putOff(sent.status, state?.failures ?? 0, clock.now())
    await keepState(db, gateway.vendor, { settings, shape, ...put })
    const about = { vendor: gateway.vendor, status: sent.status ?? 'none', until: isoOf(put.dueAt) }
    parts.platform.log.warn(about, 'a vendor did not take events; it is tried again later')
    return
  }
  const dueAt = momentOf(clock.now() + HOUR_MS)
  const told: State = { settings, shape, dueAt, failures: 0, stoppedBy: undefined }
  await keepState(db, gateway.vendor, told)
}

/** When a vendor that did not take a batch is told again. */
export function putOff(
  status: number | undefined,
  failures: number,
  now: Moment,
): Pick<State, 'dueAt' | 'failures' | 'stoppedBy'> {
  const stopped = status !== undefined && isNo(status)
  const wait = stopped ? STOPPED_MS : Math.min(WAIT_MS_MAX, WAIT_MS * 2 ** Math.min(failures, 10))
  const dueAt = momentOf(now + wait)
  return { dueAt, failures: failures + 1, stoppedBy: stopped ? status : undefined }
}

/** An answer that would be the same the next minute; 408 and 429 ask to be tried again. */
function isNo(status: number): boolean {
  return status >= 300 && status < 500 && status !== 408 && status !== 429
}

async function nextBatch(parts: TellParts, { vendor }: Gateway): Promise<Batch | undefined> {
  const { db, ch, chance, clock } = parts.platform
  const day = dayOf(momentOf(clock.now() - DAYS_MAX * DAY_MS))
  for (const stream of await streamsOf(ch, vendor, day)) {
    const after = await cursorOf(db, vendor, stream)
    const rows = await eventsAfter(ch, { ...stream, vendor, day, after, limit: BATCH_MAX })
    const last = rows.at(-1)
    if (!last) continue
    const to = { block: last.block, place: last.place }
    const batch = { ...stream, after, to, seed: chance.bytes(32), done: [] }
    await addBatch(db, vendor, batch)
    return batch
  }
  return undefined
}

type Sent = {
  /** `all`, or what the answer was that ended it: nothing when there was none. */
  readonly status: 'all' | number | undefined
  readonly shape: readonly string[]
}

async function sendBatch(parts: TellParts, gateway: Gateway, batch: Batch): Promise<Sent> {
  const { vendor } = gateway
  const { ch, clock } = parts.platform
  const day = dayOf(momentOf(clock.now() - DAYS_MAX * DAY_MS))
  const rows = await eventsAfter(ch, { ...batch, vendor, day, limit: BATCH_MAX })
  const open = rows.filter(row => mayBeTold(row, gateway) && !batch.done.includes(placeOf(row)))
  const requests = requestsFor(parts, gateway, drawn(open, batch.seed), batch.seed)
  const answers = await posted(parts.egress, requests)
  const failed = answers.find(one => one.outcome !== 'sent')
  const shape = shapeIn(requests[0]?.post)
  await writeDown(parts, gateway, batch, { answers, shape })
  return { status: failed ? failed.status : 'all', shape }
}

/** Only for a purpose that the vendor still serves, and an event that it knows. */
function mayBeTold(row: EventRow, { kind, purposes }: Gateway): boolean {
  if (!Object.hasOwn(kind.names, row.name)) return false
  return row.purposes.split(',').some(purpose => purposes.includes(purpose))
}

type Request = { readonly post: Post; readonly rows: readonly EventRow[] }

function requestsFor(
  { hostOf }: TellParts,
  { kind, settings, base }: Gateway,
  rows: readonly EventRow[],
  seed: Uint8Array,
): readonly Request[] {
  const requests: Request[] = []
  for (let from = 0; from < rows.length; from += kind.eventsMax) {
    const some = rows.slice(from, from + kind.eventsMax)
    const told = some.map(row => toldOf(row, seed, hostOf(row.site)))
    const post = kind.request(told, settings, base)
    requests.push({ post, rows: some })
  }
  return requests
}

type Answer = {
  readonly rows: readonly EventRow[]
  readonly outcome: Outcome
  readonly status: number | undefined
}

/** A few at a time; after the first that is not taken no other is begun. */
async function posted(egress: Egress, requests: readonly Request[]): Promise<readonly Answer[]> {
  const answers: Answer[] = []
  const left = [...requests]
  const worker = async (): Promise<void> => {
    for (;;) {
      const next = answers.some(one => one.outcome !== 'sent') ? undefined : left.shift()
      if (!next) return
      const { post, rows } = next
      const status = isPostable(post.url) ? await egress.post(post) : undefined
      answers.push({ rows, status, outcome: outcomeOf(status) })
    }
  }
  await Promise.all(Array.from({ length: REQUESTS_MAX }, worker))
  return answers
}

function outcomeOf(status: number | undefined): Outcome {
  if (status === undefined) return 'failed'
  if (status >= 200 && status < 300) return 'sent'
  return isNo(status) ? 'refused' : 'failed'
}

function shapeIn(post: Post | undefined): readonly string[] {
  const body: unknown = post === undefined ? undefined : JSON.parse(post.body)
  return body === undefined ? [] : shapeOf(body)
}

/** The counts, the entry and where the vendor was left: all of it or nothing. */
async function writeDown(
  { platform, audit, count }: TellParts,
  { vendor }: Gateway,
  batch: Batch,
  sent: { readonly answers: readonly Answer[]; readonly shape: readonly string[] },
): Promise<void> {
  const { answers, shape } = sent
  const isWhole = answers.every(one => one.outcome === 'sent')
  const counts = countsOf(answers)
  await platform.db.within(async tx => {
    if (isWhole) {
      await moveCursor(tx, vendor, { ...batch, ...batch.to })
      await dropBatch(tx, vendor)
    } else {
      const acknowledged = answers.filter(one => one.outcome === 'sent').flatMap(one => one.rows)
      await keepDone(tx, vendor, [...batch.done, ...acknowledged.map(placeOf)])
    }
    if (counts.length === 0) return
    await addCounts(tx, vendor, dayOf(platform.clock.now()), counts)
    const details = { vendor, ...totals(counts), shape: sha256(canonical(shape)) }
    await audit.record(tx, { act: 'vendors.told', by: 'vendors', details })
  })
  for (const one of counts) count(vendor, one.outcome, one.count)
}

function countsOf(answers: readonly Answer[]): readonly Count[] {
  const counts = new Map<string, Count>()
  for (const { rows, outcome } of answers) {
    for (const { name: event } of rows) {
      const key = `${event} ${outcome}`
      counts.set(key, { event, outcome, count: (counts.get(key)?.count ?? 0) + 1 })
    }
  }
  return [...counts.values()]
}

function totals(counts: readonly Count[]): Readonly<Record<Outcome, number>> {
  const all = { sent: 0, refused: 0, failed: 0 }
  for (const { outcome, count } of counts) all[outcome] += count
  return all
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
