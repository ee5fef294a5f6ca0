import { createHash } from 'node:crypto'
import { canonical } from '../../base/json.ts'
import type { Lang } from '../../base/lang.ts'
import type { BannerDetails, BannerFirstLayer, BannerPurpose, BannerWords } from '../banner.ts'
import type { Policy, Purpose } from '../policy.ts'
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
  const age = ageNote(policy, lang)
  if (asked === '') return say(lang, 'banner.body.only-necessary', { always })
  const body =
    always === ''
      ? say(lang, 'banner.body.only-asked', { asked })
      : say(lang, 'banner.body', { always, asked })
  return age === undefined ? body : `${body} ${age}`
}

/** Where children are possible, who agrees to more says in the same act that they are old enough. */
function ageNote(
  { said: { minors } }: Policy,
  lang: Lang,
  key: 'banner.age' | 'details.age' = 'banner.age',
): string | undefined {
  const under = minors['age-gate']?.under
  if (!minors.possible || under === undefined) return undefined
  return say(lang, key, { n: Number.parseInt(under, 10) })
}

/** Uses that make a profile: nobody too young may switch them on (rec. 38). */
const PROFILING: readonly string[] = ['personalisation', 'marketing']

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
  return {
    title: say(lang, 'details.title'),
    save: say(lang, 'details.save'),
    back: say(lang, 'details.back'),
    alwaysOn: say(lang, 'details.always-on'),
    columns: {
      name: say(lang, 'column.name'),
      use: say(lang, 'column.use'),
      vendor: say(lang, 'column.vendor'),
      store: say(lang, 'column.store'),
      lifetime: say(lang, 'column.lifetime'),
    },
    showTrackers: say(lang, 'details.show-trackers'),
    purposes: policy.purposes.map(purpose => purposeDetails(policy, purpose, lang)),
  }
}

function purposeDetails(policy: Policy, purpose: Purpose, lang: Lang): BannerPurpose {
  const age = PROFILING.includes(purpose.category)
    ? ageNote(policy, lang, 'details.age')
    : undefined
  const text = purposeText(purpose, lang)
  return {
    id: purpose.id,
    name: purposeName(policy, purpose, lang),
    text: age === undefined ? text : `${text} ${age}`,
    always: purpose.basis !== 'consent',
    trackers: policy.trackers
      .filter(tracker => tracker.purpose === purpose.id)
      .map(tracker => trackerRow(policy, tracker, lang)),
  }
}
