import { type Static, Type } from 'typebox'
import type { Rules } from '../policy/decide.ts'

/** `GET /v1/gate.json`: all that a site's own server needs to keep the gate. Public, and no secret. */
export type GateConfig = {
  /** First 16 hexadecimal digits of the policy version. */
  readonly version: string
  /** The rules as the tag gets them: without lines. */
  readonly rules: Rules
  /** Hosts of the policy's own sites. */
  readonly hosts: readonly string[]
  /** Public origin of Lupaus: `https://privacy.shop.example`. */
  readonly origin: string
  /** Where browsers report what was stopped. */
  readonly reports: string
}

/** What a report may name as stopped: the directives that our policies hold. */
export const DIRECTIVES = [
  'default-src',
  'script-src',
  'script-src-elem',
  'script-src-attr',
  'style-src',
  'style-src-elem',
  'style-src-attr',
  'img-src',
  'font-src',
  'media-src',
  'connect-src',
  'frame-src',
  'worker-src',
  'manifest-src',
  'form-action',
  'base-uri',
  'object-src',
  'frame-ancestors',
] as const
export type Directive = (typeof DIRECTIVES)[number]

/**
 * How a stopped host stands in the policy: of no vendor, of a vendor, of a vendor that this very
 * visitor permits, our own; or nothing was loaded, but something written in the page stopped.
 */
export const STANDINGS = ['undeclared', 'declared', 'permitted', 'own', 'inline'] as const
export type Standing = (typeof STANDINGS)[number]

/** Why a `Set-Cookie` of a site's own server was not sent on. */
export type CookieStanding = CookieReport['cookies'][number]['standing']

/** Most entries in one report. */
export const REPORT_ENTRIES_MAX = 40

/** `POST /v1/reports` as our own middleware sends it: what became of a site's cookies, in counts. */
export const CookieReport = Type.Object(
  {
    /** Host of the site. */
    site: Type.String({ minLength: 1, maxLength: 255 }),
    cookies: Type.Array(
      Type.Object(
        {
          /** Id of the tracker; absent where the policy declares none. */
          tracker: Type.Optional(Type.String({ pattern: '^[a-z0-9][a-z0-9-]{0,63}$' })),
          standing: Type.Union([
            Type.Literal('undeclared'),
            Type.Literal('refused'),
            Type.Literal('shortened'),
            Type.Literal('expired'),
          ]),
          count: Type.Integer({ minimum: 1, maximum: 1_000_000 }),
        },
        { additionalProperties: false },
      ),
      { minItems: 1, maxItems: REPORT_ENTRIES_MAX },
    ),
  },
  { additionalProperties: false },
)
export type CookieReport = Static<typeof CookieReport>

/** One row of `lupaus reports`. */
export type ViolationRow = {
  readonly day: string
  /** A directive, or `set-cookie`. */
  readonly directive: string
  /** Host that was stopped, id of a tracker, or a word in brackets: `(inline)`. */
  readonly host: string
  readonly standing: string
  readonly disposition: string
  readonly count: number
}

/** One row of `lupaus links`. */
export type LinkRow = {
  readonly url: string
  /** What it is for: `opt-out google-analytics`, `delete-cookies Firefox (fi)`. */
  readonly uses: readonly string[]
  /** ISO 8601; absent when never. */
  readonly checkedAt?: string
  readonly seenGoodAt?: string
  /** Last status answered; absent when nothing answered. */
  readonly status?: number
  readonly problem?: string
  /** `good`, not yet looked at, nobody could tell lately, or surely broken. */
  readonly state: 'good' | 'unchecked' | 'unsure' | 'stale' | 'broken'
}
