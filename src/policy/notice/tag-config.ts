import type { Lang } from '../../base/lang.ts'
import type { BannerFirstLayer } from '../banner.ts'
import type { Rule, Rules } from '../decide.ts'
import { cspWithGaps, listed } from '../gate.ts'
import type { Policy } from '../policy.ts'
import type { Category } from '../vocabulary.ts'
import { bannerWords } from './banner-words.ts'

type AskedCategory = Exclude<Category, 'functional'>

/** What the tag is given of a policy; the wire calls the same shape `TagConfig`. */
export type TagPolicy = {
  readonly rules: Rules
  readonly asks: readonly { readonly purpose: string; readonly group: AskedCategory }[]
  /** `sha256` is its first 16 digits. */
  readonly words: Readonly<Record<Lang, Omit<BannerFirstLayer, 'noticeHref' | 'signalNote'>>>
  /** The Content-Security-Policy with gaps, as `cspWithGaps` says it. */
  readonly csp: string
  /** Hosts of the own sites. */
  readonly hosts: readonly string[]
  /** Purposes for which a visitor must first say to be old enough. */
  readonly ofAge: readonly string[]
}

/** Purpose to event to the fields that may be kept of it. */
export type TagFields = Readonly<Record<string, Rule['events']>>

/** All that the tag needs of a policy and nothing more: rules, what to ask, first-layer words. */
export function tagConfig(policy: Policy): TagPolicy {
  const first = (lang: Lang) => {
    const { sha256, noticeHref: _, signalNote: __, ...words } = bannerWords(policy, lang).first
    return { ...words, sha256: sha256.slice(0, 16) }
  }
  const words = { fi: first('fi'), sv: first('sv'), en: first('en') }
  const hosts = listed(policy.sites.flatMap(site => site.hosts))
  return {
    ...{ rules: bareRules(policy.rules), asks: asks(policy), words },
    ...{ csp: cspWithGaps(), hosts, ofAge: ofAge(policy) },
  }
}

/** Where children are possible, nobody of unknown age is profiled (rec. 38). */
function ofAge({ said: { minors }, purposes }: Policy): readonly string[] {
  if (!minors.possible || !minors['age-gate']) return []
  return purposes
    .filter(({ basis, category }) => basis === 'consent' && PROFILING.includes(category))
    .map(({ id }) => id)
}

/** Uses that make a profile. */
const PROFILING: readonly Category[] = ['personalisation', 'marketing']

function asks(policy: Policy): TagPolicy['asks'] {
  return policy.purposes.flatMap(({ id, basis, category }) =>
    basis === 'consent' && category !== 'functional' ? [{ purpose: id, group: category }] : [],
  )
}

// Copied field by field: what `Rules` may one day carry besides must not leak into every page.
// Of the version only what tells it apart, and no lines: a refusal in a page names neither.
function bareRules({ version, purposes, trackers, vendors }: Rules): Rules {
  const entries = Object.entries(purposes).map(([id, rule]) => [id, bareRule(rule)])
  return {
    version: version.slice(0, 16),
    purposes: Object.fromEntries(entries),
    // Nothing in a page looks at them again.
    vendors: vendors.map(vendor => ({ ...vendor, hosts: listed(vendor.hosts) })),
    trackers: trackers.map(({ id, name, store, purpose, seconds, capSeconds, vendor }) => ({
      // Pages name only what is a vendor's.
      id: vendor === undefined ? '' : id,
      name,
      store,
      purpose,
      seconds,
      capSeconds,
      ...(vendor === undefined ? {} : { vendor }),
    })),
  }
}

function bareRule({ id, basis, terms, events, refusedBy }: Rule): Rule {
  const names = Object.keys(events).map(name => [name, []])
  return { id, line: 0, basis, terms, events: Object.fromEntries(names), refusedBy }
}

/** Purpose to event to the fields that may be kept of it: what measures is told besides. */
export function tagFields({ rules: { purposes } }: Policy): TagFields {
  return Object.fromEntries(Object.entries(purposes).map(([id, { events }]) => [id, events]))
}
