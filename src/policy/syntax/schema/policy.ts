import { type Static, Type } from 'typebox'
import { said, text } from './atoms.ts'
import { COMPLETE } from './complete.ts'
import { DEVICE } from './device.ts'
import { EVENT_SOURCES } from './event-sources.ts'
import { HEAD } from './head.ts'
import { KEEPING } from './keeping.ts'
import { PARTIES } from './parties.ts'
import { PEOPLE } from './people.ts'
import { PURPOSES } from './purposes.ts'
import { REACHING } from './reaching.ts'

/** The language as a schema: what a policy file may say, key by key. */
export const policySchema = Type.Object(
  {
    lupaus: Type.Literal(1, { description: 'Version of the language.' }),
    from: Type.Optional(text('sentence', 'The published document this says.')),
    ...HEAD,
    ...PURPOSES,
    ...DEVICE,
    ...EVENT_SOURCES,
    ...PEOPLE,
    ...PARTIES,
    ...REACHING,
    ...KEEPING,
    ...COMPLETE,
  },
  said('A privacy policy that runs.'),
)

/** A policy file whose every key and word is known; what it says may still be wrong. */
export type PolicyText = Static<typeof policySchema>
