/**
 * How a vendor takes events from a server: the name of its interface; `none` where it has none that
 * makes do without a person's identity, or any at all.
 */
export type GatewayKind =
  | 'ga4-measurement-protocol'
  | 'google-ads-conversions'
  | 'meta-conversions'
  | 'linkedin-conversions'
  | 'hubspot-events'
  | 'x-conversions'
  | 'none'

/** Something a vendor stores, in the words of IAB's disclosures, and where we know it from. */
export type Disclosure = {
  /** Exact name, or one `*` for any run of characters. */
  readonly identifier: string
  readonly type: 'cookie' | 'web' | 'app'
  /** 0 ends with the session; null for what is no cookie. */
  readonly maxAgeSeconds: number | null
  readonly cookieRefresh: boolean
  /** `*` is the site that loads the vendor; `*.` stands for a host and those below it. */
  readonly domains: readonly string[]
  /** Numbers of IAB's purposes. */
  readonly purposes: readonly number[]
  /** Whether it keeps a refusal. */
  readonly optOut: boolean
  readonly description: string
  readonly source: string
  /** Whether somebody read it at its source; otherwise hold it against the live site. */
  readonly confirmed: boolean
}

/** What is publicly known of a third party: where it loads from, what it stores, how one refuses it. */
export type CatalogueEntry = {
  readonly id: string
  readonly name: string
  readonly company?: string
  /** ISO 3166-1 alpha-2. */
  readonly country?: string
  readonly privacy?: string
  readonly optOut?: string
  readonly settings?: string
  readonly gateway: GatewayKind
  /** Hosts that our server sends to. */
  readonly gatewayHosts: readonly string[]
  /** Hosts that a browser contacts. */
  readonly hosts: readonly string[]
  /** Beginnings of the addresses of its frames: `https://www.youtube-nocookie.com/embed/`. */
  readonly embeds: readonly string[]
  /**
   * Signs that its own opt-out leaves in a page, any of which is a no, with single spaces between:
   * `prop:NAME` (a property of the window that is true; one `*` may end the name), `call:A.B` (a
   * function that answers true), `cookie:NAME=VALUE`.
   */
  readonly optOutSign?: string
  readonly disclosures: readonly Disclosure[]
  readonly domains: readonly {
    readonly domain: string
    /** Numbers of IAB's purposes. */
    readonly purposes: readonly number[]
    readonly use: string
  }[]
  readonly facts: readonly {
    readonly about: string
    readonly source: string
    readonly confirmed: boolean
  }[]
}
