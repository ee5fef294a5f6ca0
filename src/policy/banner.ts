/** First layer of the banner in one language; `sha256` covers both layers. */
export type BannerFirstLayer = {
  readonly title: string
  readonly body: string
  /** Shown when a signal such as GPC is on. */
  readonly signalNote: string
  readonly accept: string
  readonly refuse: string
  readonly choose: string
  /** Text of the small permanent link. */
  readonly open: string
  readonly notice: string
  /** Path of the notice in this language: `/privacy/fi`. */
  readonly noticeHref: string
  readonly sha256: string
}

/** Second layer of the banner in one language, and what is asked beside it. */
export type BannerDetails = {
  readonly title: string
  readonly save: string
  readonly back: string
  readonly alwaysOn: string
  readonly columns: TrackerColumns
  readonly showTrackers: string
  readonly purposes: readonly BannerPurpose[]
  /** The question of age, an act of its own; only where children are possible. */
  readonly age?: BannerAge
  /** What stands in the place of a vendor's content until it is asked for. */
  readonly embeds: readonly BannerEmbed[]
}

export type TrackerColumns = {
  readonly name: string
  readonly use: string
  readonly vendor: string
  readonly store: string
  readonly lifetime: string
}

export type BannerPurpose = {
  readonly id: string
  readonly name: string
  readonly text: string
  /** True where no consent is asked; its switch is shown on and fixed. */
  readonly always: boolean
  readonly trackers: readonly TrackerColumns[]
  /** Vendors that can be refused one by one; each stands under the first purpose that it serves. */
  readonly vendors: readonly BannerVendor[]
}

export type BannerVendor = {
  readonly id: string
  /** Purposes that are asked for and that it serves. */
  readonly purposes: readonly string[]
  readonly name: string
  /** Company and country. */
  readonly text: string
  /** Its own pages: privacy notice, opt-out, settings. */
  readonly links: readonly { readonly text: string; readonly href: string }[]
}

/** The question of age with its two answers. */
export type BannerAge = {
  readonly title: string
  readonly text: string
  readonly ofAge: string
  readonly tooYoung: string
  /** Purposes for which it is asked. */
  readonly purposes: readonly string[]
}

/** What a visitor reads before content of a vendor is shown. */
export type BannerEmbed = {
  readonly vendor: string
  /** The purpose that showing it consents to. */
  readonly purpose: string
  readonly text: string
  readonly grant: string
  readonly show: string
  readonly notice: string
  readonly noticeHref: string
  /** Said where the page cannot show it before it is loaded anew. */
  readonly later: string
  readonly reload: string
}

/** Both layers in one language: what is shown, hashed and recorded with each choice. */
export type BannerWords = { readonly first: BannerFirstLayer; readonly details: BannerDetails }

/** What is asked anew of a visitor whose choice was made under another version: that, and no more. */
export type DeltaWords = {
  readonly title: string
  readonly intro: string
  readonly accept: string
  readonly refuse: string
  readonly choose: string
  readonly notice: string
  readonly noticeHref: string
  readonly columns: TrackerColumns
  readonly showTrackers: string
  readonly purposes: readonly DeltaPurpose[]
  readonly age?: BannerAge
  /** Over all of this, the language, the version and the version before. */
  readonly sha256: string
}

export type DeltaPurpose = Omit<BannerPurpose, 'always' | 'vendors'> & {
  /** What changed since, a sentence each. */
  readonly changes: readonly string[]
}
