import type { ChoiceAnswer, ChoiceRequest, ReceiptPayload } from '../consent/wire.ts'
import type { ChoiceRefused } from '../consent/index.ts'
import { decide, type Facts, type Policy, tagConfig } from '../policy/index.ts'
import type { BrowserSaid } from './browser.ts'
import type { ChoiceAct, ChoiceForm, FormOrigin } from './choice-form.ts'

/** What became of the choice, told to the visitor on the next page. */
export type Saved =
  | {
      readonly did: 'saved' | 'narrowed' | 'reset' | 'young'
      readonly receipt: string
      /** Purposes that wait for the visitor's word on age. */
      readonly waiting: readonly string[]
    }
  | { readonly did: 'unchanged' | 'foreign' }

export type ChoiceScene = {
  readonly policy: Policy
  readonly words: string
  readonly origin: FormOrigin
  readonly browser: BrowserSaid
  /** The verified receipt, if the browser carries one. */
  readonly receipt: ReceiptPayload | undefined
  readonly facts: Facts | undefined
}

type Choose = (request: ChoiceRequest) => Promise<ChoiceAnswer | ChoiceRefused>

/** What a form asks for, purposes and vendors apart, and what has to wait. */
type Wish = {
  readonly granted: readonly string[]
  /** Vendors that may not act though their purpose is granted. */
  readonly without: readonly string[]
  readonly ofAge: boolean
  readonly waiting: readonly string[]
}

/**
 * Records a choice. A refusal or withdrawal goes through wherever it comes from; a grant only from
 * our own page, under the words that are in force.
 */
export async function saveChoice(
  form: ChoiceForm,
  scene: ChoiceScene,
  choose: Choose,
): Promise<Saved> {
  const wish = wishOf(form, scene)
  const wanted = [...wish.granted, ...wish.waiting]
  if (wanted.length > 0 && scene.origin === 'foreign') return { did: 'foreign' }
  const standing = standingOf(scene.policy, scene.facts)
  const allowed = scene.origin === 'ours' ? wish : narrowed(wish, scene, standing)
  const answer = await choose(requestOf(form, scene, allowed))
  if ('receipt' in answer) {
    const isWhole = allowed === wish || asksFor(wish, scene, standing).length === 0
    const did = form.choice === 'too-young' ? 'young' : isWhole ? 'saved' : 'narrowed'
    return { did, receipt: answer.receipt, waiting: allowed.waiting }
  }
  // The words have changed since the page was served. What stands may stand; a part of it may not,
  // for nobody has seen the new words, so the safe reading of a changed mind is no.
  if (standing.every(id => allowed.granted.includes(id))) return { did: 'unchanged' }
  const refusal = await choose(requestOf(form, scene, NOTHING))
  return 'receipt' in refusal
    ? { did: 'reset', receipt: refusal.receipt, waiting: [] }
    : { did: 'unchanged' }
}

const NOTHING: Wish = { granted: [], without: [], ofAge: false, waiting: [] }

/** Whether a form asks for a purpose or a vendor that is not permitted already. */
export function asksForMore(form: ChoiceForm, scene: ChoiceScene): boolean {
  const wish = wishOf(form, scene)
  return asksFor(wish, scene, standingOf(scene.policy, scene.facts)).length > 0
}

/** Ids of the asked purposes that are permitted now. */
export function standingOf(policy: Policy, facts: Facts | undefined): readonly string[] {
  return askedOf(policy).filter(id => !('refused' in decide(policy.rules, id, facts)))
}

/** Purposes for which a visitor must first say to be old enough. */
export function ofAgeIn(policy: Policy): readonly string[] {
  return tagConfig(policy).ofAge
}

/** Whether this browser's standing choice was made by one who said to be old enough. */
export function saidOfAge({ receipt, facts }: Pick<ChoiceScene, 'receipt' | 'facts'>): boolean {
  return receipt?.a === 1 && facts !== undefined && !facts.withdrawn && facts.now < facts.until
}

/** Vendors of these purposes that ask for consent. */
export function vendorsOf(policy: Policy, purposes: readonly string[]): readonly string[] {
  const serving = policy.purposes.filter(({ id }) => purposes.includes(id))
  return [...new Set(serving.flatMap(({ vendors }) => vendors))]
}

// Only what the visitor ticked counts as a yes to a vendor; all of it where all is asked for.
function wishOf(form: ChoiceForm, scene: ChoiceScene): Wish {
  const wanted = wantedOf(form, scene)
  const ofAge = form.choice === 'of-age' || saidOfAge(scene)
  const gated = ofAgeIn(scene.policy)
  const waiting = ofAge ? [] : wanted.filter(id => gated.includes(id))
  const granted = wanted.filter(id => !waiting.includes(id))
  const vendors = vendorsOf(scene.policy, granted)
  const ticked = form.choice === 'all' ? vendors : [...form.vendors, ...keptVendors(form, scene)]
  return { granted, without: vendors.filter(id => !ticked.includes(id)), ofAge, waiting }
}

function wantedOf(form: ChoiceForm, { policy, facts }: ChoiceScene): readonly string[] {
  const asked = askedOf(policy)
  const standing = standingOf(policy, facts)
  const named = asked.filter(id => form.purposes.includes(id))
  const gated = ofAgeIn(policy)
  const wanted: Readonly<Record<ChoiceAct, (id: string) => boolean>> = {
    all: () => true,
    necessary: () => false,
    save: id => named.includes(id),
    add: id => standing.includes(id) || named.includes(id),
    keep: id => standing.includes(id),
    'of-age': id => standing.includes(id) || (named.includes(id) && gated.includes(id)),
    'too-young': id => standing.includes(id) && !gated.includes(id),
  }
  return asked.filter(wanted[form.choice])
}

/** Where only something is added, the vendors that may act already still may. */
function keptVendors(form: ChoiceForm, { policy, facts }: ChoiceScene): readonly string[] {
  if (form.choice === 'save') return []
  const standing = vendorsOf(policy, standingOf(policy, facts))
  return standing.filter(id => !(facts?.without ?? []).includes(id))
}

function narrowed(wish: Wish, scene: ChoiceScene, standing: readonly string[]): Wish {
  const granted = wish.granted.filter(id => standing.includes(id))
  const vendors = vendorsOf(scene.policy, granted)
  const refused = [...wish.without, ...(scene.facts?.without ?? [])]
  return { ...wish, granted, without: vendors.filter(id => refused.includes(id)), waiting: [] }
}

/** Purposes and vendors that a wish would add to what is permitted now. */
function asksFor(
  { granted, without, waiting }: Wish,
  { policy, facts }: ChoiceScene,
  standing: readonly string[],
): readonly string[] {
  const refused = facts?.without ?? []
  const vendors = vendorsOf(policy, granted).filter(
    id => !without.includes(id) && refused.includes(id),
  )
  return [...[...granted, ...waiting].filter(id => !standing.includes(id)), ...vendors]
}

function askedOf(policy: Policy): readonly string[] {
  return policy.purposes.filter(({ basis }) => basis === 'consent').map(({ id }) => id)
}

function requestOf(
  form: ChoiceForm,
  { browser, words, policy }: ChoiceScene,
  { granted, without, ofAge }: Wish,
): ChoiceRequest {
  const shown = /^[0-9a-f]{64}$/.test(form.words) ? form.words : words
  const profiles = ofAgeIn(policy).some(id => granted.includes(id))
  return {
    lang: form.lang,
    words: shown,
    granted: [...granted],
    via: 'centre',
    ...(without.length > 0 ? { without: [...without] } : {}),
    ...(ofAge && profiles ? { ofAge } : {}),
    signals: [...browser.signals],
    ...(browser.receipt === undefined ? {} : { previous: browser.receipt }),
    visitors: browser.visitors,
  }
}
