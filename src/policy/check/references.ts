import { nearest } from '../../base/near.ts'
import { Said } from '../syntax/said.ts'
import type { Draft } from './place.ts'
import { SELF } from './names.ts'

type Kind =
  | 'purposes'
  | 'vendors'
  | 'data'
  | 'sources'
  | 'retention'
  | 'transfers'
  | 'sites'
  | 'registers'
  | 'machines'

/** A place that names something declared elsewhere: its path, `*` for each item of a list. */
type Reference = readonly [path: string, kind: Kind, self?: 'or-self']

const REFERENCES: readonly Reference[] = [
  ['purposes/*/data/*', 'data'],
  ['purposes/*/retention', 'retention'],
  ['data/*/sources/*', 'sources'],
  ['data/*/retention', 'retention'],
  ['registers/*/data/*', 'data'],
  ['entries/*/register', 'registers'],
  ['entries/*/consent-to/*', 'purposes'],
  ['identity/links/*/by/*', 'vendors', 'or-self'],
  ['identity/links/*/purposes/*', 'purposes'],
  ['identity/links/*/consent', 'purposes'],
  ['identity/otherwise/by/*', 'vendors', 'or-self'],
  ['calls/*/purpose', 'purposes'],
  ['calls/*/retention', 'retention'],
  ['consent/given/*/purposes/*', 'purposes'],
  ['consent/opt-outs/vendors/*', 'vendors'],
  ['vendors/*/transfer', 'transfers'],
  ['processors/*/transfer', 'transfers'],
  ['recipients/*/purposes/*', 'purposes'],
  ['recipients/*/data/*', 'data'],
  ['audiences/*/purpose', 'purposes'],
  ['audiences/*/destination', 'vendors'],
  ['audiences/*/partners/*', 'sites'],
  ['recommendations/*/purpose', 'purposes'],
  ['ad-slots/*/site', 'sites'],
  ['ad-slots/*/purpose', 'purposes'],
  ['ad-slots/*/advertisers/*', 'vendors', 'or-self'],
  ['conversions/*/to', 'vendors'],
  ['marketing/messages/*/purpose', 'purposes'],
  ['machines/*/retention', 'retention'],
  ['event-sources/*/site', 'sites'],
  ['event-sources/*/machines', 'machines'],
  ['retention/*/purposes/*', 'purposes'],
  ['rights/*/archive', 'retention'],
  ['staff/*/purposes/*', 'purposes'],
  ['staff/*/data/*', 'data'],
]

const LISTS = [
  'contacts',
  'registers',
  'data',
  'sources',
  'entries',
  'calls',
  'recipients',
  'processors',
  'transfers',
  'audiences',
  'recommendations',
  'ad-slots',
  'conversions',
  'machines',
  'retention',
  'event-sources',
] as const

const SINGULAR: Readonly<Record<Kind, string>> = {
  purposes: 'purpose',
  vendors: 'vendor',
  data: 'group of data',
  sources: 'source',
  retention: 'retention rule',
  transfers: 'transfer',
  sites: 'site',
  registers: 'register',
  machines: 'rule on machines',
}

/** Whatever one part of the policy names is declared in another, and no name is taken twice. */
export function checkReferences(draft: Draft): void {
  const policy = new Said(draft.text)
  for (const list of LISTS) checkUnique(draft, policy, list, 'id')
  checkUnique(draft, policy, 'rights', 'right')
  checkUnique(draft, policy, 'security', 'control')
  checkUnique(draft, policy, 'event-sources', 'key')
  for (const [path, kind, self] of REFERENCES) {
    const known = policy
      .at(kind)
      .items()
      .flatMap(item => item.at('id').text() ?? [])
    const allowed = self ? [SELF, ...known] : known
    for (const place of places(policy, path.split('/'))) checkOne(draft, place, kind, allowed)
  }
}

function checkOne(draft: Draft, place: Said, kind: Kind, known: readonly string[]): void {
  const name = place.text()
  if (name === undefined || known.includes(name)) return
  const near = nearest(name, known)
  const all = known.map(id => `\`${id}\``).join(', ')
  const help = near
    ? `did you mean \`${near}\`?`
    : `declare it under \`${kind}\`${all && `: ${all}`}`
  const message = `the policy does not declare the ${SINGULAR[kind]} \`${name}\``
  draft.wrong('L0103', place.path, message, help)
}

function checkUnique(draft: Draft, policy: Said, list: string, key: string): void {
  const seen = new Set<string>()
  for (const item of policy.at(list).items()) {
    const name = item.at(key).text()
    if (name === undefined) continue
    if (seen.has(name)) {
      const message = `\`${name}\` is already taken in \`${list}\``
      draft.wrong('L0108', [...item.path, key], message, 'say it once')
    }
    seen.add(name)
  }
}

function places(from: Said, [key, ...more]: readonly string[]): readonly Said[] {
  if (key === undefined) return from.isThere ? [from] : []
  if (key === '*') return from.items().flatMap(item => places(item, more))
  return places(from.at(key), more)
}
