import type { PolicyText } from '../syntax/schema/policy.ts'
import type { Path } from '../syntax/tree.ts'
import { type Assertion, ASSERTIONS, type SiteKind, type SourceKind } from '../vocabulary.ts'
import type { Draft } from './place.ts'

type SourceText = NonNullable<PolicyText['event-sources']>[number]

/** What each kind of source is known by, may speak for, and may be believed on. */
type Fit = {
  readonly key: 'public' | 'secret'
  /** Kinds of sites it speaks for; none for what speaks for no site. */
  readonly sites: readonly SiteKind[]
  /** Whether it has to name one. */
  readonly needsSite: boolean
  readonly asserts: readonly Assertion[]
}

// What stands in a page or an app is public. A consent is given to us, and no partner brings it.
const FITS: Readonly<Record<SourceKind, Fit>> = {
  web: { key: 'public', sites: ['own-site'], needsSite: true, asserts: ASSERTIONS },
  app: { key: 'public', sites: ['mobile-app'], needsSite: true, asserts: ASSERTIONS },
  server: {
    key: 'secret',
    sites: ['own-site', 'mobile-app'],
    needsSite: false,
    asserts: ASSERTIONS,
  },
  partner: {
    key: 'secret',
    sites: ['partner-site'],
    needsSite: true,
    asserts: ['time', 'orders', 'place', 'device'],
  },
  machine: { key: 'secret', sites: [], needsSite: false, asserts: ['time'] },
}

/** Each source of events is known by a fitting key, speaks for what is ours to let it speak for, and no more. */
export function checkEventSources(draft: Draft): void {
  for (const [index, source] of (draft.text['event-sources'] ?? []).entries()) {
    const path = ['event-sources', index]
    checkKey(draft, source, path)
    checkSite(draft, source, path)
    checkPartner(draft, source, path)
    checkMachines(draft, source, path)
    checkAsserts(draft, source, path)
  }
}

function checkKey(draft: Draft, { id, kind, key }: SourceText, path: Path): void {
  const isSecret = key.startsWith('sha256:')
  if (isSecret === (FITS[kind].key === 'secret')) return
  const message = isSecret
    ? `\`${id}\` is \`${kind}\`: everybody can read its key, so it is no secret`
    : `anybody who reads this policy could send as \`${id}\``
  const help = isSecret
    ? 'write a public word of 6 to 48 characters'
    : 'write `sha256:` and the hash of a secret: `lupaus sources --new` makes both'
  draft.wrong('L1001', [...path, 'key'], message, help)
}

function checkSite(draft: Draft, { id, kind, site }: SourceText, path: Path): void {
  const { sites, needsSite } = FITS[kind]
  const fitting = sites.map(one => `\`${one}\``).join(' or ')
  if (site === undefined) {
    if (!needsSite) return
    const message = `\`${id}\` does not say which site or app it speaks for`
    draft.wrong('L1002', [...path, 'id'], message, `add \`site:\` with the id of a ${fitting}`)
    return
  }
  const named = draft.text.sites.find(one => one.id === site)
  if (!named || sites.includes(named.kind)) return
  const message = `\`${kind}\` cannot speak for \`${site}\`, which is \`${named.kind}\``
  const help = fitting === '' ? 'take `site` away' : `name a site that is ${fitting}`
  draft.wrong('L1002', [...path, 'site'], message, help)
}

/** A partner decides for itself what its site does: it is a source of data, or a vendor that is no processor. */
function checkPartner(draft: Draft, { id, kind, partner }: SourceText, path: Path): void {
  if (partner === undefined) {
    if (kind !== 'partner') return
    const message = `\`${id}\` does not say whose site it is`
    const help = 'add `partner:` with the id of a source that is `partner-site`, or of a vendor'
    draft.wrong('L1003', [...path, 'id'], message, help)
    return
  }
  const at = [...path, 'partner']
  if (kind !== 'partner') {
    const message = `\`${kind}\` is our own, so it has no partner`
    draft.wrong('L1003', at, message, 'take `partner` away, or write `kind: partner`')
    return
  }
  const { sources = [], vendors = [] } = draft.text
  const source = sources.find(one => one.id === partner)
  const vendor = vendors.find(one => one.id === partner)
  if (source?.kind === 'partner-site') return
  if (vendor?.role === 'controller' || vendor?.role === 'joint-controller') return
  const message =
    source || vendor
      ? `\`${partner}\` has no sites of its own in this policy`
      : `the policy does not declare the partner \`${partner}\``
  const help =
    'declare it under `sources` as `partner-site`, or under `vendors` as `controller` or `joint-controller`'
  draft.wrong('L1003', at, message, help)
}

function checkMachines(draft: Draft, { id, kind, machines }: SourceText, path: Path): void {
  if (kind === 'machine' && machines === undefined) {
    const message = `no rule says what the readings of \`${id}\` are`
    const help = 'add `machines:` with the id of a rule under `machines`'
    draft.wrong('L1004', [...path, 'id'], message, help)
  }
  if (kind !== 'machine' && machines !== undefined) {
    const message = `\`${kind}\` sends no readings of machines`
    const help = 'take `machines` away, or write `kind: machine`'
    draft.wrong('L1004', [...path, 'machines'], message, help)
  }
}

function checkAsserts(draft: Draft, { kind, asserts }: SourceText, path: Path): void {
  const { asserts: allowed } = FITS[kind]
  for (const [at, word] of (asserts ?? []).entries()) {
    if (allowed.includes(word)) continue
    const message = `\`${kind}\` is not believed on \`${word}\``
    const list = allowed.map(one => `\`${one}\``).join(', ')
    draft.wrong('L1005', [...path, 'asserts', at], message, `it may assert ${list}`)
  }
}
