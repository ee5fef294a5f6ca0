import { createHash } from 'node:crypto'
import { canonical } from '../../base/json.ts'
import type { Lang } from '../../base/lang.ts'
import type { DeltaPurpose, DeltaWords } from '../banner.ts'
import type { Change } from '../diff/change.ts'
import { diffPolicies } from '../diff/diff.ts'
import type { Policy, Purpose } from '../policy.ts'
import { bannerAge, bannerPurpose, trackerColumns } from './banner-words.ts'
import { say } from './say.ts'

/**
 * What a visitor is asked whose choice was made under the version `since`: these purposes alone, with
 * what changed in each. Without `since`, a version that is not known, only that they are asked anew.
 * Undefined when no purpose is named, or one for which no consent is asked. The order of `purposes`
 * does not matter.
 */
export function deltaWords(
  policy: Policy,
  lang: Lang,
  since: Policy | undefined,
  purposes: readonly string[],
): DeltaWords | undefined {
  const asked = policy.purposes.filter(
    ({ id, basis }) => basis === 'consent' && purposes.includes(id),
  )
  const isKnown = purposes.every(id => asked.some(purpose => purpose.id === id))
  if (asked.length === 0 || !isKnown) return undefined
  const delta = deltaOf(policy, lang, since, asked)
  const { version } = policy
  const shown = canonical({ delta, lang, version, since: since?.version.slice(0, 16) ?? '' })
  return { ...delta, sha256: createHash('sha256').update(shown).digest('hex') }
}

function deltaOf(
  policy: Policy,
  lang: Lang,
  since: Policy | undefined,
  asked: readonly Purpose[],
): Omit<DeltaWords, 'sha256'> {
  const changes = since ? diffPolicies(since, policy) : []
  const age = bannerAge(policy, lang)
  const isAged = age !== undefined && asked.some(({ id }) => age.purposes.includes(id))
  return {
    title: say(lang, 'delta.title'),
    intro: say(lang, 'delta.intro'),
    accept: say(lang, 'delta.accept'),
    refuse: say(lang, 'delta.refuse'),
    choose: say(lang, 'banner.choose'),
    notice: say(lang, 'banner.notice'),
    noticeHref: `/privacy/${lang}`,
    columns: trackerColumns(lang),
    showTrackers: say(lang, 'details.show-trackers'),
    purposes: asked.map(purpose => deltaPurpose(policy, purpose, lang, changes)),
    ...(isAged ? { age } : {}),
  }
}

function deltaPurpose(
  policy: Policy,
  purpose: Purpose,
  lang: Lang,
  changes: readonly Change[],
): DeltaPurpose {
  const { always: _, vendors: __, ...shown } = bannerPurpose(policy, purpose, lang)
  const said = changes
    .filter(change => change.consequence === 'ask-again' && change.purposes.includes(purpose.id))
    .map(({ words }) => words[lang])
  const unsaid = [say(lang, 'delta.again')]
  return { ...shown, changes: said.length > 0 ? [...new Set(said)] : unsaid }
}
