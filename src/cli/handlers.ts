import type { Lupaus } from '../app.ts'
import type { Json } from '../base/json.ts'

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
    async *'export-audit'() {
      for await (const entry of lupaus.audit.entries()) yield { ...entry }
    },
  }
}
