import { expect } from 'vitest'
import { Compile } from 'typebox/compile'
import { momentOf } from '../../src/base/time.ts'
import { openTraits } from '../../src/collect/enrich/index.ts'
import { BOOKKEEPING, columnOf } from '../../src/collect/groups.ts'
import type { Sent } from '../../src/collect/intake.ts'
import { keep, planOf } from '../../src/collect/keep.ts'
import { openLines } from '../../src/collect/lines.ts'
import { Broken, bulkOf, isBulk, paramsOf } from '../../src/collect/matomo/params.ts'
import { sentOf as matomoSentOf } from '../../src/collect/matomo/sent.ts'
import { ReadingBatch } from '../../src/collect/readings/batch.ts'
import { keepReadings } from '../../src/collect/readings/keep-readings.ts'
import type { Refused } from '../../src/collect/refuse.ts'
import { isBroken, readCall } from '../../src/collect/segment/body.ts'
import { ROWS_MAX, sentOf } from '../../src/collect/segment/sent.ts'
import { Batch, FIELD_SHAPES } from '../../src/collect/wire.ts'
import { keysFrom } from '../../src/platform/secrets.ts'
import { type Facts, readPolicy } from '../../src/policy/index.ts'
import { shopPolicy } from '../clients/shop.ts'

const { policy } = readPolicy(shopPolicy(), 'policy.yaml', '2026-11-22')
if (!policy) throw new Error('the policy of the clients has errors')
const plan = planOf(policy)
const now = momentOf(Date.parse('2026-11-22T10:00:00Z'))
const lines = openLines(keysFrom(new Uint8Array(32)))
const traitsOf = openTraits()
const checkBatch = Compile(Batch)
const checkReadings = Compile(ReadingBatch)
const checkFields = Compile(FIELD_SHAPES)

/** Everything granted: what consent would stop must be stopped by the form alone here. */
const facts: Facts = {
  granted: Object.fromEntries(
    Object.values(policy.rules.purposes).map(({ id, terms }) => [id, terms ?? '']),
  ),
  ...{ chosenUnder: [], signals: [], withdrawn: false, now },
  until: momentOf(now + 86_400_000),
}
/** Sources that may assert everything, so that no check of an assertion hides a fault. */
const sources = policy.sources.map(source => ({
  ...source,
  asserts: ['consent', 'time', 'orders', 'place', 'device'] as const,
}))

type Read = { readonly sent: readonly Sent[]; readonly refused: readonly Refused[] }

/** Reads a body as Segment's and RudderStack's SDKs send it; a plain fault, or rows as declared. */
export function asSegment(body: Buffer): void {
  // Which call and which source it is changes from body to body.
  const kind = ([undefined, undefined, undefined, 'track', 'page'] as const)[body.length % 5]
  const source = sources[body.length % sources.length]
  const call = readCall(body, kind === undefined)
  if (isBroken(call)) expectFault(call.broken)
  else if (source) {
    const read = sentOf(call.messages, {
      ...{ source, now, kind, sentAt: call.body.sentAt, receipt: undefined, signals: [] },
      ...{ signs, host: '', declared: event => plan.fields.get(event) },
    })
    if (read) expectDeclared(read, body.length)
  }
}

/** Reads a body as Matomo's clients send it, as a bulk or a form, and as the query of an address. */
export function asMatomo(body: Buffer): void {
  const text = body.toString()
  const bulk = isBulk(text) ? bulkOf(text) : undefined
  if (bulk instanceof Broken) expectFault(bulk)
  const found = bulk && !(bulk instanceof Broken) ? bulk.requests : [paramsOf(text, text)]
  for (const params of found) {
    if (params instanceof Broken) expectFault(params)
    else {
      const asked = { now, receipt: undefined, signals: [], signs, page: undefined }
      const read = matomoSentOf(params, { ...asked, policy: shop })
      if (read instanceof Broken) expectFault(read)
      else expectDeclared(read, text.length)
    }
  }
}

/** Reads a body as our own tag sends it. */
export function asOwn(body: Buffer): void {
  const batch = parsed(body)
  if (!checkBatch.Check(batch)) return
  const { events, visitors = {}, visit } = batch
  const sent = { events, visitors, visit, ...{ source: undefined, signals: [], signs, host: '' } }
  expectDeclared({ sent: [{ ...sent, receipt: undefined }], refused: [] }, body.length)
}

/** Reads a body as a machine sends it. */
export function asReadings(body: Buffer): void {
  const batch = parsed(body)
  const source = sources[0]
  if (!source || !checkReadings.Check(batch)) return
  const permit = { purpose: 'p', line: 1, kinds: new Set(['product-data']), ofOwners: false }
  const { kept } = keepReadings(permit, batch.readings, { source, now })
  expect(kept.length).toBeLessThanOrEqual(batch.readings.length)
  for (const reading of kept) {
    const { rest } = lines.ofReading(reading, { now, policy: '0', source: source.id })
    const row = rowOf(rest)
    const known = ['t', 'day', 'at', 'class', 'name', 'value', 'unit', 'policy', 'source_id']
    const more = ['machines_machine', 'machines_owner', 'machines_event']
    expect([...known, ...more]).toEqual(expect.arrayContaining(Object.keys(row)))
  }
}

const shop = { ...policy, sources }
const signs = { userAgent: undefined, address: undefined }

/** What broken input may be answered with, and nothing else. */
function expectFault({ status, error, help }: { status: number; error: string; help: string }) {
  if ([400, 413].includes(status) && /^[a-z-]+$/.test(error) && help.length < 300) return
  expect.fail(`no fault that the page on HTTP knows: ${status} ${error} ${help}`)
}

/** That no row has a column which the policy does not declare for its event and its purposes. */
function expectDeclared({ sent, refused }: Read, inputBytes: number): void {
  const events = sent.flatMap(one => one.events)
  if (events.length > ROWS_MAX || refused.length > inputBytes) expect.fail('more than was sent')
  for (const one of sent) {
    const sender = { facts, traits: traitsOf(one.signs), source: one.source }
    const found = keep(plan, one.events, sender)
    if (found.kept.length > one.events.length * 3) expect.fail('more rows than tables')
    const occasion = {
      ...{ now, site: 'shop', policy: '0', source: '', visitOfDay: undefined },
      ...{ visitors: one.visitors, visit: one.visit },
    }
    for (const kept of found.kept) {
      const allowed = kept.purposes
        .split(',')
        .flatMap(purpose => plan.rules.purposes[purpose]?.events[kept.event.name] ?? [])
      for (const [name, value] of kept.fields) {
        if (!allowed.includes(name)) expect.fail(`${name} is not declared for ${kept.event.name}`)
        if (!checkFields.Check({ [name]: value })) expect.fail(`${name} is ${String(value)}`)
      }
      const row = rowOf(lines.ofEvent(kept, occasion).rest)
      // By `whole` and `report` the loader tells an order that was sent twice; it keeps neither.
      const columns = new Set<string>([
        ...['t', 'whole', 'report', ...BOOKKEEPING[kept.group]],
        ...[...kept.fields.keys()].map(name => columnOf(kept.group, name)),
      ])
      for (const name of Object.keys(row)) if (!columns.has(name)) expect.fail(`column ${name}`)
    }
  }
}

/** A row as ClickHouse reads it: one line of JSON, no longer than its columns may be. */
function rowOf(rest: string): Record<string, unknown> {
  if (rest.length > 16_384 || rest.indexOf('\n') !== rest.length - 1) expect.fail('no line')
  return JSON.parse(`{${rest}`) as Record<string, unknown>
}

function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString())
  } catch {
    return undefined
  }
}

/** What prototypes carry, so that it can be held against what they carry afterwards. */
export function prototypes(): string {
  const all = [Object.prototype, Array.prototype, String.prototype, Function.prototype]
  return all.map(one => Object.getOwnPropertyNames(one).join()).join('; ')
}
