import type { FastifyRequest } from 'fastify'
import { isLang, type Lang } from '../base/lang.ts'

const PURPOSES_MAX = 32
const VENDORS_MAX = 128

/**
 * What a button does: everything, nothing, what is ticked, what is ticked besides what stands, only
 * what stands, and the two answers to the question of age.
 */
const ACTS = ['all', 'necessary', 'save', 'add', 'keep', 'of-age', 'too-young'] as const
export type ChoiceAct = (typeof ACTS)[number]

/** The form of the centre as it arrived. */
export type ChoiceForm = {
  readonly lang: Lang
  readonly words: string
  readonly token: string
  readonly choice: ChoiceAct
  readonly purposes: readonly string[]
  /** Vendors that are ticked: fields named `vendor:ID`. */
  readonly vendors: readonly string[]
}

/**
 * Where a form came from: `ours` may grant; `stale`, from our page but too old or unproven, may
 * only narrow; `foreign`, from another site, may only refuse everything.
 */
export type FormOrigin = 'ours' | 'stale' | 'foreign'

/** Reads the form, or undefined when it is none of ours. */
export function readChoiceForm(body: unknown, lang: Lang): ChoiceForm | undefined {
  const fields = fieldsOf(body)
  const choice = ACTS.find(act => act === fields.get('choice')?.[0])
  if (choice === undefined) return undefined
  const asked = fields.get('lang')?.[0]
  return {
    lang: isLang(asked) ? asked : lang,
    words: fields.get('words')?.[0] ?? '',
    token: fields.get('token')?.[0] ?? '',
    choice,
    purposes: (fields.get('purpose') ?? []).slice(0, PURPOSES_MAX),
    vendors: vendorsIn([...fields.keys()]),
  }
}

/** Vendors among the names of fields. */
function vendorsIn(names: readonly string[]): readonly string[] {
  return names
    .filter(name => name.startsWith('vendor:'))
    .map(name => name.slice('vendor:'.length))
    .slice(0, VENDORS_MAX)
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

/** The fields of a posted form by name, each with all its values; empty for anything else. */
export function fieldsOf(body: unknown): ReadonlyMap<string, readonly string[]> {
  if (typeof body !== 'object' || body === null) return new Map()
  return new Map(
    Object.entries(body).map(([name, value]: [string, unknown]) => [
      name,
      (Array.isArray(value) ? value : [value]).filter(item => typeof item === 'string'),
    ]),
  )
}

function isOwn(origin: string, host: string, publicOrigin: string): boolean {
  if (origin === publicOrigin) return true
  return URL.canParse(origin) && new URL(origin).host === host
}
