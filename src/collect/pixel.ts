import { Type } from 'typebox'
import { signalsOf, visitorsIn } from '../consent/index.ts'
import { CHOICE_COOKIE } from '../consent/wire.ts'
import type { Http } from '../platform/http.ts'
import { account, answered, type Doors, ofPage, stops } from './doors.ts'
import { receiptIn } from './receipt.ts'
import type { Refused } from './refuse.ts'

/** One transparent pixel, GIF89a, 43 bytes: the same for everyone, and never to be cached. */
export const PIXEL = Buffer.from(
  'R0lGODlhAQABAPAAAAAAAAAAACH5BAEAAAAALAAAAAABAAEAAAICRAEAOw==',
  'base64',
)

const PixelQuery = Type.Object(
  {
    campaign: Type.Optional(Type.String({ maxLength: 128 })),
    path: Type.Optional(Type.String({ maxLength: 512 })),
    /** Says that the pixel stands in a letter. Nothing of it is ever kept. */
    mail: Type.Optional(Type.String({ maxLength: 128 })),
  },
  { additionalProperties: false },
)

/**
 * A letter has neither receipt nor cookie, and the language has no purpose for whether it was
 * opened; a webmail that sends the reader's cookies along changes nothing of that.
 */
const IN_A_LETTER: Refused = {
  purpose: '',
  reason: 'not-promised',
  line: 0,
  what: 'pixel_view',
  named: true,
}

/** `GET /v1/pixel`: a page without script says that it was shown, through the gate of any event. */
export function takePixel(http: Http, parts: Doors): void {
  const schema = { querystring: PixelQuery }
  http.get('/v1/pixel', { schema, exposeHeadRoute: false }, async (request, reply) => {
    const { cookies, headers, query } = request
    void reply.header('cache-control', 'no-store')
    const stopped = await stops(request, reply, parts)
    if (stopped) return stopped
    return answered(reply, async () => {
      if (query.mail !== undefined) {
        await parts.collector.refuse([IN_A_LETTER])
        account(reply, { kept: 0, refused: [IN_A_LETTER] })
        return reply.code(204).send()
      }
      const received = await parts.collector.receive({
        events: [{ name: 'pixel_view', agoMs: 0, fields: { ...query } }],
        receipt: receiptIn(cookies[CHOICE_COOKIE]),
        visitors: visitorsIn(name => cookies[name]),
        visit: undefined,
        signals: signalsOf(headers),
        source: undefined,
        ...ofPage(request),
      })
      account(reply, received)
      if (received.kept === 0) return reply.code(204).send()
      return reply.type('image/gif').send(PIXEL)
    })
  })
}
