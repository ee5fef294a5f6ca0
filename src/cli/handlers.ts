import type { Lupaus } from '../app.ts'
import type { Json } from '../base/json.ts'
import { isoOf } from '../base/time.ts'
import { publishAsk } from './publish-ask.ts'
import { versionLines } from './version-lines.ts'

/** Answers one command of the control socket; each line it yields is sent at once. */
export type Handler = (args: Json) => AsyncIterable<Json>
export type Handlers = Readonly<Record<string, Handler>>

/** What a running Lupaus does for the commands beside it. */
export function handlersOf(lupaus: Lupaus): Handlers {
  return {
    async *prove() {
      for (const { promise, kept, saw, entry } of await lupaus.prove()) {
        yield { promise, kept, saw, entry }
      }
    },
    async *publish(args) {
      const { source, ...ask } = publishAsk(args)
      const { inForceFrom, ...made } = await lupaus.publish(source, ask)
      yield {
        ...wire(made),
        inForceFrom: inForceFrom === undefined ? undefined : isoOf(inForceFrom),
        coming: inForceFrom !== undefined && inForceFrom > lupaus.platform.clock.now(),
      }
    },
    async *'export-versions'() {
      yield* versionLines(lupaus.versions)
    },
    async *reports(args) {
      const since = typeof args === 'string' ? args : '1970-01-01'
      for (const row of await lupaus.gate.reports(since)) yield { ...row }
    },
    async *links(args) {
      const { gate } = lupaus
      const rows = args === 'check' ? await gate.checkLinks() : await gate.links()
      for (const row of rows) yield { ...row }
    },
    async *'export-audit'() {
      for await (const entry of lupaus.audit.entries()) yield { ...entry }
    },
  }
}

/** A value as it crosses the socket: what JSON can carry of it. */
function wire(value: object): { readonly [key: string]: Json } {
  return JSON.parse(JSON.stringify(value))
}
