import type { Lang } from '../../base/lang.ts'
import type { BannerFirstLayer } from '../banner.ts'
import type { Rule, Rules } from '../decide.ts'
import type { Policy } from '../policy.ts'
import type { Category } from '../vocabulary.ts'
import { bannerWords } from './banner-words.ts'

type AskedCategory = Exclude<Category, 'functional'>

/** What the tag is given of a policy; the wire calls the same shape `TagConfig`. */
export type TagPolicy = {
  readonly rules: Rules
  readonly asks: readonly { readonly purpose: string; readonly group: AskedCategory }[]
  /** `sha256` is its first 16 digits. */
  readonly words: Readonly<Record<Lang, Omit<BannerFirstLayer, 'noticeHref'>>>
}

/** All that the tag needs of a policy and nothing more: rules, what to ask, first-layer words. */
export function tagConfig(policy: Policy): TagPolicy {
  const first = (lang: Lang) => {
    const { sha256, noticeHref: _, ...words } = bannerWords(policy, lang).first
    return { ...words, sha256: sha256.slice(0, 16) }
  }
  const words = { fi: first('fi'), sv: first('sv'), en: first('en') }
  return { rules: bareRules(policy.rules), asks: asks(policy), words }
}

function asks(policy: Policy): TagPolicy['asks'] {
  return policy.purposes.flatMap(({ id, basis, category }) =>
    basis === 'consent' && category !== 'functional' ? [{ purpose: id, group: category }] : [],
  )
}

// Copied field by field: what `Rules` may one day carry besides must not leak into every page.
// Of the version only what tells it apart, and no lines: a refusal in a page names neither.
function bareRules({ version, purposes, trackers }: Rules): Rules {
  const entries = Object.entries(purposes).map(([id, rule]) => [id, bareRule(rule)])
  return {
    version: version.slice(0, 16),
    purposes: Object.fromEntries(entries),
    trackers: trackers.map(({ id, name, store, purpose, seconds, capSeconds }) => ({
      id,
      name,
      store,
      purpose,
      seconds,
      capSeconds,
    })),
  }
}

function bareRule({ id, basis, terms, events, refusedBy }: Rule): Rule {
  return { id, line: 0, basis, terms, events, refusedBy }
}
