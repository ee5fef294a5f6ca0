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

/** Second layer of the banner in one language. */
export type BannerDetails = {
  readonly title: string
  readonly save: string
  readonly back: string
  readonly alwaysOn: string
  readonly columns: {
    readonly name: string
    readonly use: string
    readonly vendor: string
    readonly store: string
    readonly lifetime: string
  }
  readonly showTrackers: string
  readonly purposes: readonly BannerPurpose[]
}

export type BannerPurpose = {
  readonly id: string
  readonly name: string
  readonly text: string
  /** True where no consent is asked; its switch is shown on and fixed. */
  readonly always: boolean
  readonly trackers: readonly {
    readonly name: string
    readonly use: string
    readonly vendor: string
    readonly store: string
    readonly lifetime: string
  }[]
}

/** Both layers in one language: what is shown, hashed and recorded with each choice. */
export type BannerWords = { readonly first: BannerFirstLayer; readonly details: BannerDetails }
