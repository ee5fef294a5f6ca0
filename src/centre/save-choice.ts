import type { FastifyRequest } from 'fastify'
import { isLang, type Lang } from '../base/lang.ts'
import type { ChoiceAnswer, ChoiceRequest } from '../consent/wire.ts'
import type { ChoiceRefused } from '../consent/index.ts'
import { decide, type Facts, type Policy } from '../policy/index.ts'
import type { BrowserSaid } from './browser.ts'

const PURPOSES_MAX = 32

/** The form of the centre as it arrived. */
export type ChoiceForm = {
  readonly lang: Lang
  readonly words: string
  readonly token: string
  readonly choice: 'all' | 'necessary' | 'save'
  readonly purposes: readonly string[]
}

/**
 * Where a form came from: `ours` may grant; `stale`, from our page but too old or unproven, may
 * only narrow; `foreign`, from another site, may only refuse everything.
 */
export type FormOrigin = 'ours' | 'stale' | 'foreign'

/** What became of the choice, told to the visitor on the next page. */
export type Saved =
  | { readonly did: 'saved' | 'narrowed' | 'reset'; readonly receipt: string }
  | { readonly did: 'unchanged' | 'foreign' }

export type ChoiceScene = {
  readonly policy: Policy
  readonly words: string
  readonly origin: FormOrigin
  readonly browser: BrowserSaid
  readonly facts: Facts | undefined
}

type Choose = (request: ChoiceRequest) => Promise<ChoiceAnswer | ChoiceRefused>

/** Reads the form, or undefined when it is none of ours. */
export function readChoiceForm(body: unknown, lang: Lang): ChoiceForm | undefined {
  const fields = fieldsOf(body)
  const choice = fields.get('choice')?.[0]
  if (choice !== 'all' && choice !== 'necessary' && choice !== 'save') return undefined
  const asked = fields.get('lang')?.[0]
  return {
    lang: isLang(asked) ? asked : lang,
    words: fields.get('words')?.[0] ?? '',
    token: fields.get('token')?.[0] ?? '',
    choice,
    purposes: (fields.get('purpose') ?? []).slice(0, PURPOSES_MAX),
  }
}

/** Says where a form came from; `isFresh` tells whether its token is ours and young enough. */
export function formOrigin(
  request: Pick<FastifyRequest, 'headers' | 'host'>,
  publicOrigin: string,
  isFresh: boolean,
): FormOrigin {
  const site = request.headers['sec-fetch-site']
  const { origin } = request.headers
  const ownPage = origin !== undefined && isOwn(origin, request.host, publicOrigin)
  if (site === 'cross-site' || site === 'same-site') return 'foreign'
  if (site !== 'same-origin' && origin !== undefined && !ownPage) return 'foreign'
  // A browser always says one of the two; whoever says neither cannot show that the page was ours.
  return isFresh && (site === 'same-origin' || ownPage) ? 'ours' : 'stale'
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
  const wanted = wantedOf(form, scene.policy)
  if (wanted.length > 0 && scene.origin === 'foreign') return { did: 'foreign' }
  const standing = standingOf(scene.policy, scene.facts)
  const granted = scene.origin === 'ours' ? wanted : wanted.filter(id => standing.includes(id))
  const answer = await choose(requestOf(form, scene, granted))
  if ('receipt' in answer) {
    return { did: granted.length < wanted.length ? 'narrowed' : 'saved', receipt: answer.receipt }
  }
  // The words have changed since the page was served. What stands may stand; a part of it may not,
  // for nobody has seen the new words, so the safe reading of a changed mind is no.
  if (standing.every(id => granted.includes(id))) return { did: 'unchanged' }
  const refusal = await choose(requestOf(form, scene, []))
  return 'receipt' in refusal ? { did: 'reset', receipt: refusal.receipt } : { did: 'unchanged' }
}

/** Whether a form asks for a purpose that is not permitted already. */
export function asksForMore(form: ChoiceForm, scene: ChoiceScene): boolean {
  const standing = standingOf(scene.policy, scene.facts)
  return wantedOf(form, scene.policy).some(id => !standing.includes(id))
}

/** Ids of the asked purposes that are permitted now. */
export function standingOf(policy: Policy, facts: Facts | undefined): readonly string[] {
  return askedOf(policy).filter(id => !('refused' in decide(policy.rules, id, facts)))
}

function wantedOf(form: ChoiceForm, policy: Policy): readonly string[] {
  const asked = askedOf(policy)
  if (form.choice === 'all') return asked
  return form.choice === 'save' ? asked.filter(id => form.purposes.includes(id)) : []
}

function askedOf(policy: Policy): readonly string[] {
  return policy.purposes.filter(({ basis }) => basis === 'consent').map(({ id }) => id)
}

function requestOf(
  form: ChoiceForm,
  { browser, words }: ChoiceScene,
  granted: readonly string[],
): ChoiceRequest {
  const shown = /^[0-9a-f]{64}$/.test(form.words) ? form.words : words
  return {
    lang: form.lang,
    words: shown,
    granted: [...granted],
    via: 'centre',
    signals: [...browser.signals],
    ...(browser.receipt === undefined ? {} : { previous: browser.receipt }),
    visitors: browser.visitors,
  }
}

function isOwn(origin: string, host: string, publicOrigin: string): boolean {
  if (origin === publicOrigin) return true
  return URL.canParse(origin) && new URL(origin).host === host
}

function fieldsOf(body: unknown): ReadonlyMap<string, readonly string[]> {
  if (typeof body !== 'object' || body === null) return new Map()
  return new Map(
    Object.entries(body).map(([name, value]: [string, unknown]) => [
      name,
      (Array.isArray(value) ? value : [value]).filter(item => typeof item === 'string'),
    ]),
  )
}
