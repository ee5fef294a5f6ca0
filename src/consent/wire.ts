import { type Static, Type } from 'typebox'
import type { Lang } from '../base/lang.ts'
import type { BannerAge, BannerFirstLayer } from '../policy/index.ts'
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
    via: Type.Union([
      Type.Literal('banner'),
      Type.Literal('details'),
      Type.Literal('centre'),
      Type.Literal('app'),
    ]),
    /** Vendors that are refused by name though their purpose is granted; absent when none. */
    without: Type.Optional(Type.Array(Type.String({ maxLength: 64 }), { maxItems: 128 })),
    /** Only what changed was asked: these purposes, since the version (16 digits) of the receipt. */
    asked: Type.Optional(
      Type.Object(
        {
          since: Type.String({ pattern: '^[0-9a-f]{16}$' }),
          purposes: Type.Array(Type.String({ maxLength: 64 }), { minItems: 1, maxItems: 32 }),
        },
        { additionalProperties: false },
      ),
    ),
    /** Whether the visitor said, in an act of its own, to be as old as the policy asks; absent: not asked. */
    ofAge: Type.Optional(Type.Boolean()),
    /** First 16 hexadecimal digits of the SHA-256 of the script that asked; absent where none ran. */
    tag: Type.Optional(Type.String({ pattern: '^[0-9a-f]{16}$' })),
    /** Signals the browser sends while choosing. */
    signals: Type.Array(SignalSchema, { maxItems: 2 }),
    /** The receipt this choice replaces, when the browser has one. */
    previous: Type.Optional(Type.String({ maxLength: RECEIPT_MAX })),
    /** Ids the browser carries, so that what a withdrawn purpose kept can be erased. */
    visitors: Type.Optional(VisitorIds),
    /** Key of the declared source that asks: an app, or a partner whose site this is. */
    source: Type.Optional(Type.String({ minLength: 1, maxLength: 256 })),
    /** The client's own id of this install, where it keeps no receipt; only a key made of it is kept. */
    subject: Type.Optional(Type.String({ minLength: 1, maxLength: 128 })),
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
  /** Purposes that were asked for and refused: they are not asked for again before `e`. */
  readonly r?: readonly string[]
  /** Vendors refused by name; absent when none. */
  readonly x?: readonly string[]
  /** 1 when the visitor said, in an act of its own, to be old enough to be profiled. */
  readonly a?: 1
  /** First 16 digits of the SHA-256 over version, words, list of trackers and script: what was shown. */
  readonly b?: string
  /** Signals that were on; absent when none, and in a refusal. */
  readonly s?: readonly Signal[]
  /** Server time of the choice and of its lapse, seconds since 1970. */
  readonly t: number
  readonly e: number
  /** Id of the choice, 128 random bits in base64url; only where something was granted. */
  readonly i?: string
  /** Id of the partner's source whose site it was given on; it counts there and nowhere else. */
  readonly p?: string
}

/** `GET /v1/consent/{lang}?source=KEY`: what an app shows when it asks. */
export type AskAnswer = {
  readonly version: string
  /** What `words` of the choice must be. */
  readonly words: string
  readonly title: string
  readonly body: string
  readonly signalNote: string
  readonly accept: string
  readonly refuse: string
  readonly choose: string
  readonly save: string
  readonly alwaysOn: string
  readonly notice: string
  /** Path of the notice in this language. */
  readonly noticeHref: string
  readonly purposes: readonly {
    readonly id: string
    readonly name: string
    readonly text: string
    /** True where no consent is asked. */
    readonly always: boolean
    /** True where a grant needs `ofAge: true`. */
    readonly ofAge: boolean
    /** Who gets data for it, each of which may stand in `without`, and their own pages. */
    readonly vendors: readonly {
      readonly id: string
      readonly name: string
      readonly company: string
      /** ISO 3166-1 alpha-2. */
      readonly country: string
      readonly privacy: string
      readonly optOut?: string
      readonly settings?: string
    }[]
  }[]
  /** The question of age, to be asked in an act of its own; absent where there is none. */
  readonly age?: BannerAge
}

/** `POST /v1/hand-over`: asks that this choice may follow a link to another own site. */
export const HandOverRequest = Type.Object(
  {
    receipt: Type.String({ maxLength: RECEIPT_MAX }),
    visitors: Type.Optional(VisitorIds),
    /** Seconds since 1970, by group, when its id was first set: its end does not move. */
    since: Type.Optional(Since()),
    /** Host of the other site, with its port where that is not the usual one. */
    to: Type.String({ minLength: 1, maxLength: 255 }),
    signals: Type.Optional(Type.Array(SignalSchema, { maxItems: 2 })),
  },
  { additionalProperties: false },
)
export type HandOverRequest = Static<typeof HandOverRequest>

/** Answer to it: what the link carries, once and for a minute at most. */
export type HandOverAnswer = { readonly token: string }

/** `POST /v1/hand-over/take`: the other site's page asks for what the link brought. */
export const TakeRequest = Type.Object(
  { token: Type.String({ maxLength: 128 }) },
  { additionalProperties: false },
)

/** What was handed over. */
export type HandedOver = {
  readonly receipt: string
  readonly visitors: VisitorIds
  readonly since: Readonly<Partial<Record<PurposeGroup, number>>>
}

/** Query parameter of a link that carries a hand-over. */
export const HAND_OVER_PARAM = 'lupaus_hand'

/** What the server writes before the hand-over script as `self.lupausHandOver`. */
export type HandOverConfig = {
  /** Hosts of the policy, site by site. */
  readonly sites: readonly (readonly string[])[]
  /** Seconds that the cookies of the choice and of each group may live, by name. */
  readonly seconds: Readonly<Record<string, number>>
}

function Since() {
  const moment = Type.Integer({ minimum: 0, maximum: 4_294_967_295 })
  return Type.Object(
    {
      personalisation: Type.Optional(moment),
      analytics: Type.Optional(moment),
      marketing: Type.Optional(moment),
    },
    { additionalProperties: false },
  )
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

/** `GET /v1/details/{lang}`: a layer as it is drawn, fetched only when it is asked for. */
export type DetailsAnswer = {
  /** Style of what only this layer has. */
  readonly look: string
  /** What `words` of a choice made in this layer must be: 16 digits. */
  readonly words: string
  /**
   * A switch has its purpose as id, or `vendor:` and its vendor, then with the vendor's purposes in
   * `data-purpose`. Buttons are named for what they do: `back`, `none`, `save`, `choose`, `accept`,
   * `refuse`, `of-age`, `too-young`, `show`, `reload`.
   */
  readonly content: readonly Markup[]
}

/** What the server writes before the tag's code as `self.lupausConfig`. */
export type TagConfig = {
  readonly rules: Rules
  /** Purposes that are asked for, in the policy's order, with the group they belong to. */
  readonly asks: readonly { readonly purpose: string; readonly group: PurposeGroup }[]
  /**
   * Without the notice's path, `/privacy/{lang}`, and the word on signals, which is fetched where the
   * browser sends any; `sha256` is its first 16 digits.
   */
  readonly words: Readonly<Record<Lang, Omit<BannerFirstLayer, 'noticeHref' | 'signalNote'>>>
  /**
   * The Content-Security-Policy of an element, with gaps: `%o` for the hosts that pages may always
   * contact, `%v` for those of vendors, `%f` for the address that these are framed by.
   */
  readonly csp: string
  /** Hosts of the own sites, which pages may always contact. */
  readonly hosts: readonly string[]
  /** Purposes for which the visitor must first say to be old enough; empty when none. */
  readonly ofAge: readonly string[]
  /** First 16 digits of the SHA-256 of the script. */
  readonly tag: string
}
