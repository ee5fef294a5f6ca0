import type { Category } from '../vocabulary.ts'
import type { Draft } from '../check/place.ts'
import type { PromiseUse } from '../policy.ts'
import type { Path } from '../syntax/tree.ts'

/** Where the policy says what implies a promise; undefined when it does not. */
type Ground = (draft: Draft) => Path | undefined

/** Every promise a policy can make, in the order of the table, with the place that implies it. */
const GROUNDS: Readonly<Record<string, Ground>> = {
  'device.only-declared': () => ['trackers'],
  'device.vendor-per-tracker': () => ['trackers'],
  'device.lifetime-defined': () => ['trackers'],
  'device.session-dies-with-browser': firstTracker(({ lifetime }) => lifetime === 'session'),
  'device.persistent-until-deleted': firstTracker(({ lifetime }) => lifetime !== 'session'),
  'device.functional-range': rangeOf('functional'),
  'device.personalisation-range': rangeOf('personalisation'),
  'device.marketing-range': draft => rangeOf('analytics')(draft) ?? rangeOf('marketing')(draft),
  'device.rolling-renewal': firstTracker(({ rolling }) => rolling !== undefined),
  'device.block-is-respected': () => ['trackers'],
  'device.block-consequences-told': purposeOf('functional'),
  'device.necessary-is-narrow': purposeOf('functional'),
  'consent.categories': () => ['categories'],
  'consent.refuse-nonessential': consentPurpose,
  'signal.dnt-stops-partner-tags': draft => {
    const index = draft.text.signals?.findIndex(({ signal }) => signal === 'dnt') ?? -1
    return index < 0 ? undefined : ['signals', index]
  },
  'signal.third-party-cookie-block': firstTracker(({ party }) => party === 'third'),
  'notice.help-links': draft => ((draft.text.links ?? []).length > 0 ? ['links'] : undefined),
  'notice.explains-technology': () => ['trackers'],
  'analytics.fields-closed': draft => {
    const index = draft.text.purposes.findIndex(({ collects }) => collects !== undefined)
    return index < 0 ? undefined : ['purposes', index, 'collects']
  },
  'analytics.content-interest': aimOf('product-interest', 'useful-functions'),
  'analytics.shop-reports': aimOf('site-usage', 'popular-products', 'trends', 'sales'),
  'analytics.ip-is-personal': consentPurpose,
  'pixel.same-gate': draft => pixelTracker(draft) ?? pixelEvent(draft),
  'identity.anonymous-by-default': consentPurpose,
  'basis.default-deny': () => ['purposes'],
  'consent.withdraw': () => ['consent'],
  'notice.versioned-and-dated': () => ['policy', 'version'],
  'policy.current-published': () => ['policy', 'in-force-from'],
}

/** Slugs of every promise that a policy can make today. */
export const PROMISE_SLUGS: readonly string[] = Object.keys(GROUNDS)

/** The promises a policy makes, each with the line that implies it. */
export function promisesOf(draft: Draft): readonly PromiseUse[] {
  return Object.entries(GROUNDS).flatMap(([slug, ground]) => {
    const path = ground(draft)
    return path ? [{ slug, line: draft.line(path) }] : []
  })
}

type Tracker = Draft['text']['trackers'][number]

function firstTracker(fits: (tracker: Tracker) => boolean): Ground {
  return draft => {
    const index = draft.text.trackers.findIndex(fits)
    return index < 0 ? undefined : ['trackers', index]
  }
}

function rangeOf(category: Category): Ground {
  return draft => {
    const index = draft.text.categories.findIndex(({ id }) => id === category)
    return index < 0 ? undefined : ['categories', index]
  }
}

function purposeOf(category: Category): Ground {
  return draft => {
    const index = draft.text.purposes.findIndex(purpose => purpose.category === category)
    return index < 0 ? undefined : ['purposes', index]
  }
}

function aimOf(...wanted: readonly string[]): Ground {
  return draft => {
    const index = draft.text.purposes.findIndex(({ aims }) => aims.some(a => wanted.includes(a)))
    return index < 0 ? undefined : ['purposes', index, 'aims']
  }
}

function consentPurpose(draft: Draft): Path | undefined {
  const index = draft.text.purposes.findIndex(({ basis }) => basis.web === 'consent')
  return index < 0 ? undefined : ['purposes', index]
}

function pixelTracker(draft: Draft): Path | undefined {
  return firstTracker(({ store }) => store === 'pixel')(draft)
}

function pixelEvent(draft: Draft): Path | undefined {
  const index = draft.text.purposes.findIndex(({ collects }) =>
    collects?.some(({ event }) => event === 'pixel_view'),
  )
  return index < 0 ? undefined : ['purposes', index, 'collects']
}
