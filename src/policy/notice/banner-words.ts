import { createHash } from 'node:crypto'
import { canonical } from '../../base/json.ts'
import type { Lang } from '../../base/lang.ts'
import type {
  BannerAge,
  BannerDetails,
  BannerFirstLayer,
  BannerPurpose,
  BannerWords,
  TrackerColumns,
} from '../banner.ts'
import type { Policy, Purpose } from '../policy.ts'
import { bannerEmbeds, bannerVendors } from './banner-vendors.ts'
import { categoriesOf, purposeName, purposeText } from './purpose-words.ts'
import { listed, say } from './say.ts'
import { trackerRow } from './tracker-row.ts'

/**
 * Both layers of the banner in one language. `first.sha256` is over the canonical JSON of all
 * words of both, the language and the policy version: what a recorded choice refers to.
 */
export function bannerWords(policy: Policy, lang: Lang): BannerWords {
  const first = firstLayer(policy, lang)
  const details = secondLayer(policy, lang)
  const shown = canonical({ first, details, lang, version: policy.version })
  const sha256 = createHash('sha256').update(shown).digest('hex')
  return { first: { ...first, sha256 }, details }
}

function firstLayer(policy: Policy, lang: Lang): Omit<BannerFirstLayer, 'sha256'> {
  return {
    title: say(lang, 'banner.title'),
    body: firstBody(policy, lang),
    signalNote: signalNote(policy, lang),
    accept: say(lang, 'banner.accept'),
    refuse: say(lang, 'banner.refuse'),
    choose: say(lang, 'banner.choose'),
    open: say(lang, 'banner.open'),
    notice: say(lang, 'banner.notice'),
    noticeHref: `/privacy/${lang}`,
  }
}

function firstBody(policy: Policy, lang: Lang): string {
  const into = (asked: boolean) =>
    listed(
      lang,
      categoriesOf(policy, asked).map(category => say(lang, `category.${category}.into`)),
    )
  const [always, asked] = [into(false), into(true)]
  if (asked === '') return say(lang, 'banner.body.only-necessary', { always })
  if (always === '') return say(lang, 'banner.body.only-asked', { asked })
  return say(lang, 'banner.body', { always, asked })
}

/** The question of age, where the policy asks it before anyone is profiled. */
export function bannerAge(policy: Policy, lang: Lang): BannerAge | undefined {
  const n = ageOf(policy)
  if (n === undefined) return undefined
  return {
    title: say(lang, 'age.title', { n }),
    text: say(lang, 'age.text', { n }),
    ofAge: say(lang, 'age.of-age', { n }),
    tooYoung: say(lang, 'age.too-young', { n }),
    purposes: policy.purposes.filter(asksAge).map(({ id }) => id),
  }
}

function ageOf({ said: { minors } }: Policy): number | undefined {
  const under = minors['age-gate']?.under
  return minors.possible && under !== undefined ? Number.parseInt(under, 10) : undefined
}

/** Uses that make a profile: nobody too young may switch them on (rec. 38). */
function asksAge({ basis, category }: Purpose): boolean {
  return basis === 'consent' && ['personalisation', 'marketing'].includes(category)
}

// One note serves every signal, so it names what they refuse only where all refuse the same.
function signalNote(policy: Policy, lang: Lang): string {
  const sets = new Set(policy.signals.map(({ refuses }) => refuses.toSorted().join()))
  const [only] = policy.signals
  if (sets.size !== 1 || !only) return say(lang, 'banner.signal.some')
  const refused = policy.purposes
    .filter(purpose => only.refuses.includes(purpose.id))
    .map(({ category }) => say(lang, `category.${category}.mid`))
  const what = listed(lang, [...new Set(refused)])
  return say(lang, 'banner.signal', { what, n: new Set(refused).size })
}

function secondLayer(policy: Policy, lang: Lang): BannerDetails {
  const age = bannerAge(policy, lang)
  return {
    title: say(lang, 'details.title'),
    save: say(lang, 'details.save'),
    back: say(lang, 'details.back'),
    alwaysOn: say(lang, 'details.always-on'),
    columns: trackerColumns(lang),
    showTrackers: say(lang, 'details.show-trackers'),
    purposes: policy.purposes.map(purpose => bannerPurpose(policy, purpose, lang)),
    ...(age === undefined ? {} : { age }),
    embeds: bannerEmbeds(policy, lang),
  }
}

/** What the rows of a tracker are called. */
export function trackerColumns(lang: Lang): TrackerColumns {
  return {
    name: say(lang, 'column.name'),
    use: say(lang, 'column.use'),
    vendor: say(lang, 'column.vendor'),
    store: say(lang, 'column.store'),
    lifetime: say(lang, 'column.lifetime'),
  }
}

/** One purpose in words, with its trackers and vendors. */
export function bannerPurpose(policy: Policy, purpose: Purpose, lang: Lang): BannerPurpose {
  const n = asksAge(purpose) ? ageOf(policy) : undefined
  const text = purposeText(purpose, lang)
  return {
    id: purpose.id,
    name: purposeName(policy, purpose, lang),
    text: n === undefined ? text : `${text} ${say(lang, 'details.age', { n })}`,
    always: purpose.basis !== 'consent',
    trackers: policy.trackers
      .filter(tracker => tracker.purpose === purpose.id)
      .map(tracker => trackerRow(policy, tracker, lang)),
    vendors: bannerVendors(policy, purpose.id, lang),
  }
}
