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
  readonly words: Readonly<Record<Lang, BannerFirstLayer>>
}

/** All that the tag needs of a policy and nothing more: rules, what to ask, first-layer words. */
export function tagConfig(policy: Policy): TagPolicy {
  const first = (lang: Lang) => bannerWords(policy, lang).first
  const words = { fi: first('fi'), sv: first('sv'), en: first('en') }
  return { rules: bareRules(policy.rules), asks: asks(policy), words }
}

function asks(policy: Policy): TagPolicy['asks'] {
  return policy.purposes.flatMap(({ id, basis, category }) =>
    basis === 'consent' && category !== 'functional' ? [{ purpose: id, group: category }] : [],
  )
}

// Copied field by field: what `Rules` may one day carry besides must not leak into every page.
function bareRules({ version, purposes, trackers }: Rules): Rules {
  const entries = Object.entries(purposes).map(([id, rule]) => [id, bareRule(rule)])
  return {
    version,
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

function bareRule({ id, line, basis, terms, events, refusedBy }: Rule): Rule {
  return { id, line, basis, terms, events, refusedBy }
}
