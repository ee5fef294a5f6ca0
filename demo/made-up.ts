import { type Static, type TSchema, Type } from 'typebox'
import { Compile } from 'typebox/compile'
import type { Lupaus } from '../src/app.ts'
import type { Json } from '../src/base/json.ts'
import { momentOf } from '../src/base/time.ts'
import type { ControlHandlers } from '../src/platform/control.ts'
import { VisitorId, VisitorIds } from '../src/consent/wire.ts'

const Visits = Type.Object({
  visits: Type.Array(
    Type.Object({
      at: Type.Integer(),
      granted: Type.Array(Type.String()),
      userAgent: Type.String(),
      visitors: VisitorIds,
      visit: Type.Optional(VisitorId),
      events: Type.Array(
        Type.Object({
          at: Type.Integer(),
          name: Type.String(),
          fields: Type.Record(
            Type.String(),
            Type.Union([Type.String(), Type.Number(), Type.Boolean()]),
          ),
        }),
      ),
    }),
  ),
})
const Counts = Type.Object({
  counts: Type.Array(
    Type.Object({
      day: Type.String({ pattern: String.raw`^\d{4}-\d\d-\d\d$` }),
      lang: Type.Union([Type.Literal('fi'), Type.Literal('sv'), Type.Literal('en')]),
      outcome: Type.Union([Type.Literal('all'), Type.Literal('some'), Type.Literal('none')]),
      choices: Type.Integer({ minimum: 1 }),
    }),
  ),
})

/** Commands of the control socket that only the demo has: they take made-up history in. */
export function madeUpHandlers({ collect, consent, audit }: Lupaus): ControlHandlers {
  return {
    async *'made-up-clear'() {
      await audit.append({ act: 'demo.history-replaced', by: 'operator', details: {} })
      await collect.makeUp.clear()
      yield { cleared: true }
    },
    async *'made-up-visits'(args) {
      const { visits } = fitting(Visits, args)
      const kept = await collect.makeUp.add(
        visits.map(visit => ({
          ...visit,
          at: momentOf(visit.at),
          visit: visit.visit,
          events: visit.events.map(event => ({ ...event, at: momentOf(event.at) })),
        })),
      )
      yield { kept }
    },
    async *'made-up-choices'(args) {
      await consent.makeUp(fitting(Counts, args).counts)
      await collect.flush()
      yield { done: true }
    },
  }
}

function fitting<T extends TSchema>(schema: T, args: Json): Static<T> {
  const check = Compile(schema)
  if (check.Check(args)) return args
  throw new TypeError('the made-up history has another shape than this demo takes')
}
