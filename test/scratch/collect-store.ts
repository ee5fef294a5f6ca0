import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Kept } from '../../src/collect/keep.ts'
import { type Line, openLines } from '../../src/collect/lines.ts'
import { insertLot, type Kind, openLoading, readSegment } from '../../src/collect/store.ts'
import { moment } from '../../src/base/time.ts'
import { type Ch, openClickhouse } from '../../src/platform/clickhouse.ts'
import { keysFrom } from '../../src/platform/secrets.ts'

/** The event store alone, without HTTP or a spool: rows go in as the loader brings them. */
export type CollectStore = AsyncDisposable & {
  readonly store: Ch
  readonly folder: string
  /** Loads these events as one segment; events of one list came in one request. */
  load(...requests: readonly (readonly Told[])[]): Promise<void>
  ask<Row extends object = Record<string, unknown>>(text: string): Promise<Row[]>
}

/** One event that was kept; analytics and the visitor `v` unless told. */
export type Told = {
  readonly at: string
  readonly name?: string
  readonly id?: string
  readonly visitor?: string
  readonly visitOfDay?: string
  readonly group?: Kind & Kept['group']
  readonly bot?: number
  readonly fields?: Readonly<Record<string, string | number>>
}

/** Opens an empty store with the tables of this slice. */
export async function collectStore(): Promise<CollectStore> {
  const folder = mkdtempSync('/tmp/lupaus-store-')
  const store = await openClickhouse({ path: join(folder, 'events') })
  const schema = new URL('../../src/collect/schema/', import.meta.url)
  for (const name of readdirSync(schema).toSorted())
    for (const part of readFileSync(new URL(name, schema), 'utf8').split(/;\s*$/m))
      if (part.trim() !== '') await store.run({ text: part, values: {} })
  await openLoading(store)
  const lines = openLines(keysFrom(new Uint8Array(32).fill(7)))
  let segments = 0
  return {
    store,
    folder,
    async load(...requests) {
      const rows = requests.flatMap(request => linesOf(lines, request))
      const path = join(folder, `${segments++}.ndjson`)
      writeFileSync(path, rows.map(({ rest }, n) => `{"n":${n},${rest}`).join(''))
      for (const kind of new Set(rows.map(row => row.table))) {
        if (kind === 'refusals') continue
        const lots = await readSegment(store, kind, path)
        for (const lot of lots)
          await insertLot(store, kind, lot, `${segments}:${kind}:${lot.month}`)
      }
    },
    ask: text => store.rows({ text, values: {} }),
    async [Symbol.asyncDispose]() {
      await store[Symbol.asyncDispose]()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function linesOf(lines: ReturnType<typeof openLines>, request: readonly Told[]): Line[] {
  const occasions = new Map<string, Parameters<typeof lines.ofEvent>[1]>()
  return request.map(told => {
    const { at, name = 'page_view', id, visitor, visitOfDay, group = 'analytics' } = told
    const who = visitOfDay === undefined ? (visitor ?? 'v') : undefined
    const key = `${at} ${who} ${visitOfDay}`
    const occasion = occasions.get(key) ?? {
      ...{ now: moment(`${at.replace(' ', 'T')}Z`), site: 'shop', policy: 'p', source: '' },
      ...{ visitors: who === undefined ? {} : { [group]: who }, visit: who, visitOfDay },
    }
    occasions.set(key, occasion)
    const fields = new Map(Object.entries(told.fields ?? {})) as Kept['fields']
    const event = { ...(id === undefined ? {} : { id }), name, agoMs: 0, fields: {} }
    const rest = { purposes: group, vendors: '', fields, bot: told.bot ?? 0 }
    return lines.ofEvent({ group, event, ...rest, anonymous: visitOfDay !== undefined }, occasion)
  })
}
