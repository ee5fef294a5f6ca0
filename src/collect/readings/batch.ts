import { type Static, Type } from 'typebox'

/** Most readings in one batch, and the largest body in bytes. */
export const READINGS_MAX = 2_500
export const BODY_MAX = 500 * 1024

const WORD = '^[a-z0-9_.-]{1,64}$'
/** Numbers of machines, owners and readings as their makers write them, without spaces. */
const NUMBER = '^[!-~]{1,128}$'

/** One value that a machine measured at one moment. */
export const ReadingIn = Type.Object(
  {
    /** The same reading sent twice is kept once. */
    id: Type.Optional(Type.String({ pattern: NUMBER })),
    machine: Type.String({ pattern: NUMBER }),
    /** Which sort of data it is: `product-data`, `related-service-data` or `metadata`. */
    class: Type.String({ pattern: WORD }),
    /** ISO 8601 with its zone. */
    at: Type.String({
      pattern: String.raw`^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)$`,
    }),
    /** Number of the customer whose machine it is. */
    owner: Type.Optional(Type.String({ pattern: NUMBER })),
    name: Type.String({ pattern: WORD }),
    value: Type.Number(),
    unit: Type.String({ pattern: '^[A-Za-z0-9_.%/-]{1,32}$' }),
  },
  { additionalProperties: false },
)
export type ReadingIn = Static<typeof ReadingIn>

/** `POST /v1/readings`. */
export const ReadingBatch = Type.Object(
  { readings: Type.Array(ReadingIn, { minItems: 1, maxItems: READINGS_MAX }) },
  { additionalProperties: false },
)
