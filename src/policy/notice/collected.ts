import type { Purpose } from '../policy.ts'
import type { Block } from './model.ts'
import { listed } from './say.ts'
import { capital, type Writer } from './writer.ts'

/** How visits are told apart where nobody has an identity, in plain words. */
export function counted(w: Writer, { withoutIdentity }: Pick<Purpose, 'withoutIdentity'>): Block[] {
  if (!withoutIdentity) return []
  const rests = ['identity.anonymous-by-default', 'analytics.ip-is-personal']
  return [w.text(rests, w.say('uses.counted'))]
}

/** The events that a purpose keeps, each with its fields. */
export function collected(w: Writer, { collects }: Pick<Purpose, 'collects'>): Block[] {
  const rests = ['analytics.fields-closed', 'identity.anonymous-by-default']
  if (collects.length === 0) return [w.text(rests, w.say('uses.collects.none'))]
  const facts = collects.map(({ event, fields }) => ({
    term: w.say(`event.${event}`),
    text: [
      capital(
        w.lang,
        listed(
          w.lang,
          fields.map(field => w.say(`event-field.${field}`)),
        ),
      ),
    ],
  }))
  return [w.text(rests, w.say('uses.collects')), w.facts(rests, facts)]
}
