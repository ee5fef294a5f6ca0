import { type Static, Type } from 'typebox'
import { VisitorId, VisitorIds } from '../consent/wire.ts'

/** Most events in one batch, and the largest body in bytes. */
export const BATCH_MAX = 50
export const BODY_MAX = 64 * 1024

const Text = (maxLength: number) => Type.Optional(Type.String({ maxLength }))
/** At most four decimals are kept of it. */
const Money = Type.Optional(Type.Number({ minimum: 0, maximum: 10_000_000 }))
const Whole = (maximum: number) => Type.Optional(Type.Integer({ minimum: 0, maximum }))

/**
 * One event of the tag. `fields` may hold any name: what the policy does not declare is refused
 * and counted field by field, never a reason to lose the rest.
 */
export const EventIn = Type.Object(
  {
    /** 128 random bits in base64url: the same event sent twice is kept once. */
    id: Type.Optional(Type.String({ pattern: '^[A-Za-z0-9_-]{22}$' })),
    name: Type.String({ maxLength: 64 }),
    /** Milliseconds before `POST` that it happened, by the browser's own count. */
    agoMs: Type.Integer({ minimum: 0, maximum: 86_400_000 }),
    fields: Type.Record(
      Type.String({ maxLength: 64 }),
      Type.Union([Type.String({ maxLength: 2048 }), Type.Number(), Type.Boolean()]),
      { maxProperties: 32 },
    ),
  },
  { additionalProperties: false },
)
export type EventIn = Static<typeof EventIn>

/** `POST /v1/events`, as `application/json` or, from sendBeacon, `text/plain`. */
export const Batch = Type.Object(
  {
    /** The receipt of the choice; without one only purposes that ask for none are permitted. */
    receipt: Type.Optional(Type.String({ maxLength: 2048 })),
    visitors: Type.Optional(VisitorIds),
    /** Tells visits of one browser apart; kept only where analytics is permitted. */
    visit: Type.Optional(VisitorId),
    /** Signals the browser's script sees; the headers `Sec-GPC` and `DNT` count as well. */
    signals: Type.Optional(
      Type.Array(Type.Union([Type.Literal('gpc'), Type.Literal('dnt')]), { maxItems: 2 }),
    ),
    /** Ids of vendors whose own opt-out the page shows now: they are told nothing of these events. */
    without: Type.Optional(Type.Array(Type.String({ maxLength: 64 }), { maxItems: 64 })),
    events: Type.Array(EventIn, { minItems: 1, maxItems: BATCH_MAX }),
  },
  { additionalProperties: false },
)
export type Batch = Static<typeof Batch>

/** The values a field of the closed list may have; a value outside its shape is refused. */
export const FIELD_SHAPES = Type.Object({
  path: Text(512),
  title: Text(256),
  referrer: Text(256),
  language: Text(16),
  device: Text(16),
  browser: Text(32),
  os: Text(32),
  visible_seconds: Whole(86_400),
  link_kind: Type.Optional(
    Type.Union([Type.Literal('internal'), Type.Literal('outbound'), Type.Literal('download')]),
  ),
  link_target: Text(512),
  product: Text(64),
  product_name: Text(128),
  category: Text(64),
  query: Text(128),
  results: Whole(100_000),
  quantity: Whole(10_000),
  value: Money,
  currency: Type.Optional(Type.String({ pattern: '^([A-Za-z]{3})?$' })),
  campaign: Text(128),
  campaign_source: Text(128),
  campaign_medium: Text(64),
  campaign_term: Text(128),
  campaign_content: Text(128),
  click_id: Text(256),
  channel: Text(32),
  source: Text(64),
  referrer_path: Text(256),
  country: Type.Optional(Type.String({ pattern: '^([A-Z]{2})?$' })),
  region: Text(64),
  city: Text(64),
  screen_size: Type.Optional(Type.String({ pattern: '^[0-9]{1,5}x[0-9]{1,5}$' })),
  os_version: Text(32),
  screen: Text(128),
  app_version: Text(32),
  order: Text(128),
  price: Money,
  shipping: Money,
  tax: Money,
  discount: Money,
  coupon: Text(64),
  goal: Text(128),
})
export type Fields = Static<typeof FIELD_SHAPES>
export type FieldName = keyof Fields
