import { type Static, Type } from 'typebox'
import type { Lang } from '../base/lang.ts'
import type { BannerFirstLayer } from '../policy/index.ts'
import type { Rules, Signal } from '../policy/decide.ts'

export type { BannerDetails, BannerFirstLayer, BannerPurpose } from '../policy/index.ts'

const LangSchema = Type.Union([Type.Literal('fi'), Type.Literal('sv'), Type.Literal('en')])
const SignalSchema = Type.Union([Type.Literal('gpc'), Type.Literal('dnt')])

/** Longest receipt, cookie or visitor id we read; anything longer is refused unread. */
export const RECEIPT_MAX = 2048

/** A visitor id the tag made for one purpose group: 128 random bits in base64url. */
export const VisitorId = Type.String({ pattern: '^[A-Za-z0-9_-]{22}$' })

/** Purpose group to the id that this browser carries for it; groups never share one. */
export const VisitorIds = Type.Object(
  {
    personalisation: Type.Optional(VisitorId),
    analytics: Type.Optional(VisitorId),
    marketing: Type.Optional(VisitorId),
  },
  { additionalProperties: false },
)
export type VisitorIds = Static<typeof VisitorIds>

/** `POST /v1/choices`: what a visitor chose, and the words that were shown. */
export const ChoiceRequest = Type.Object(
  {
    lang: LangSchema,
    /** SHA-256, hexadecimal, of the words shown, whole or its first 16 digits. */
    words: Type.String({ pattern: '^[0-9a-f]{16}([0-9a-f]{48})?$' }),
    /** Purposes granted; every other one is refused. Empty is a refusal of all. */
    granted: Type.Array(Type.String({ maxLength: 64 }), { maxItems: 32 }),
    via: Type.Union([Type.Literal('banner'), Type.Literal('details'), Type.Literal('centre')]),
    /** Signals the browser sends while choosing. */
    signals: Type.Array(SignalSchema, { maxItems: 2 }),
    /** The receipt this choice replaces, when the browser has one. */
    previous: Type.Optional(Type.String({ maxLength: RECEIPT_MAX })),
    /** Ids the browser carries, so that what a withdrawn purpose kept can be erased. */
    visitors: Type.Optional(VisitorIds),
  },
  { additionalProperties: false },
)
export type ChoiceRequest = Static<typeof ChoiceRequest>

/** Answer to a choice. */
export const ChoiceAnswer = Type.Object({
  /** Compact JWS (HS256); its payload is a `ReceiptPayload`. */
  receipt: Type.String(),
})
export type ChoiceAnswer = Static<typeof ChoiceAnswer>

/**
 * What the visitor's device carries, base64url JSON in the middle part of the JWS. A receipt that
 * grants nothing has no `i`, and `t` and `e` are whole UTC days: it is the same text for everyone
 * of that version, language and day.
 */
export type ReceiptPayload = {
  /** First 16 hexadecimal digits of the policy version. */
  readonly v: string
  /** First 16 hexadecimal digits of the SHA-256 of the words shown. */
  readonly w: string
  readonly l: Lang
  /** Purpose to the terms agreed to. */
  readonly g: Readonly<Record<string, string>>
  /** Signals that were on; absent when none, and in a refusal. */
  readonly s?: readonly Signal[]
  /** Server time of the choice and of its lapse, seconds since 1970. */
  readonly t: number
  readonly e: number
  /** Id of the choice, 128 random bits in base64url; only where something was granted. */
  readonly i?: string
}

/** Name and purpose of the cookie that carries the receipt; the policy must declare it. */
export const CHOICE_COOKIE = 'lupaus_choice'

/** Cookies in which the tag keeps the visitor id of each purpose group. */
export const VISITOR_COOKIES = {
  personalisation: 'lupaus_p',
  analytics: 'lupaus_a',
  marketing: 'lupaus_m',
} as const
export type PurposeGroup = keyof typeof VISITOR_COOKIES

/** Markup as data: text, or an element's name, its attributes and what it holds. */
export type Markup = string | readonly [string, Readonly<Record<string, string>>, ...Markup[]]

/** `GET /v1/details/{lang}`: the second layer as it is drawn, fetched only when it is asked for. */
export type DetailsAnswer = {
  /** Style of what only this layer has. */
  readonly look: string
  /** A switch has its purpose as id; buttons are named for what they do: `back`, `none`, `save`. */
  readonly content: readonly Markup[]
}

/** What the server writes before the tag's code as `self.lupausConfig`. */
export type TagConfig = {
  readonly rules: Rules
  /** Purposes that are asked for, in the policy's order, with the group they belong to. */
  readonly asks: readonly { readonly purpose: string; readonly group: PurposeGroup }[]
  /** Without the notice's path, `/privacy/{lang}`; `sha256` is its first 16 digits. */
  readonly words: Readonly<Record<Lang, Omit<BannerFirstLayer, 'noticeHref'>>>
}
