import { momentOf, type Moment } from '../base/time.ts'
import { decide, decideVendor, type Purpose, type Refusal } from '../policy/index.ts'
import type { CentreView } from './view.ts'

/** Who or what decided: each has a sentence `why.by.…`. */
export type DecidedBy =
  | 'service'
  | 'contract'
  | 'interest'
  | 'yes'
  | 'no'
  | 'nobody'
  | 'withdrawn'
  | 'lapsed'
  | 'terms'
  | 'signal'
  | 'other'

/** What follows for what the visitor sees: each has a sentence `why.leads.…`. */
export type LeadsTo =
  | 'functional'
  | 'analytics.counted'
  | `${'recommendations' | 'ads' | 'analytics' | 'other'}.${'on' | 'off'}`

/** Why one purpose is in use in this browser, or not: what `decide` answers, in parts. */
export type Why = {
  readonly purpose: Purpose
  readonly on: boolean
  readonly by: DecidedBy
  readonly made: Moment | undefined
  readonly until: Moment | undefined
  readonly leads: readonly LeadsTo[]
  readonly vendors: readonly { readonly name: string; readonly takes: 'on' | 'off' | 'refused' }[]
  /** Line of the policy file, and the slugs of what it promises there. */
  readonly line: number
  readonly promises: readonly string[]
}

/** The same for every purpose, in the policy's order. */
export function whyOf(view: CentreView): readonly Why[] {
  return view.policy.purposes.map(purpose => whyOne(view, purpose))
}

function whyOne(view: CentreView, purpose: Purpose): Why {
  const { policy, facts, receipt } = view
  const verdict = decide(policy.rules, purpose.id, facts)
  const on = !('refused' in verdict)
  const rule = policy.rules.purposes[purpose.id]
  const at = `purposes.${purpose.id}`
  return {
    ...{ purpose, on, by: decidedBy(view, purpose) },
    made: receipt && momentOf(receipt.t * 1000),
    until: receipt && momentOf(receipt.e * 1000),
    leads: leadsTo(purpose, on),
    vendors: policy.vendors
      .filter(({ id }) => purpose.vendors.includes(id))
      .map(({ id, name }) => ({ name, takes: takesPart(view, purpose.id, id) })),
    line: rule?.line ?? purpose.line,
    promises: policy.promises
      .filter(({ rule: place }) => place === at || place.startsWith(`${at}.`))
      .map(({ slug }) => slug)
      .filter((slug, place, all) => all.indexOf(slug) === place),
  }
}

const FREE = {
  'service-requested': 'service',
  contract: 'contract',
  'legitimate-interest': 'interest',
} as const

function decidedBy({ policy, facts, receipt }: CentreView, purpose: Purpose): DecidedBy {
  const verdict = decide(policy.rules, purpose.id, facts)
  if (!('refused' in verdict)) return purpose.basis === 'consent' ? 'yes' : FREE[purpose.basis]
  if (verdict.refused === 'no-consent') return receipt ? 'no' : 'nobody'
  return BY[verdict.refused] ?? 'other'
}

const BY: Readonly<Partial<Record<Refusal['refused'], DecidedBy>>> = {
  withdrawn: 'withdrawn',
  objected: 'signal',
  lapsed: 'lapsed',
  'terms-changed': 'terms',
}

const RECOMMENDS: readonly string[] = ['product-recommendations', 'fitting-content']
const ADVERTISES: readonly string[] = ['ad-targeting', 'onsite-ads', 'offsite-ads', 'target-groups']

/** What the aims and the category of a purpose mean for what is shown; nothing that neither says. */
function leadsTo({ aims, category, withoutIdentity }: Purpose, on: boolean): readonly LeadsTo[] {
  const state = on ? 'on' : 'off'
  const of = (known: readonly string[]) => aims.some(aim => known.includes(aim))
  const shown: readonly LeadsTo[] = [
    ...(of(RECOMMENDS) ? [`recommendations.${state}` as const] : []),
    ...(of(ADVERTISES) ? [`ads.${state}` as const] : []),
  ]
  if (shown.length > 0) return shown
  if (category === 'functional') return ['functional']
  if (category !== 'analytics') return [`other.${state}`]
  return !on && withoutIdentity ? ['analytics.counted'] : [`analytics.${state}`]
}

function takesPart({ policy, facts }: CentreView, purpose: string, vendor: string) {
  const verdict = decideVendor(policy.rules, vendor, facts)
  if ('refused' in verdict) return verdict.refused === 'vendor-refused' ? 'refused' : 'off'
  return verdict.purposes.includes(purpose) ? 'on' : 'off'
}
