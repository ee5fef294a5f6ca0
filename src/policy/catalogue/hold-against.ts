import { overlaps } from '../check/pattern.ts'
import { longest, shortest, spanText } from '../lifetime.ts'
import type { Policy, Tracker, Vendor } from '../policy.ts'
import { CATALOGUE } from './entries.ts'
import type { CatalogueEntry, Disclosure } from './entry.ts'

/** In which way a policy and what is publicly known of a vendor do not agree. */
export type CatalogueFinding = {
  readonly vendor: string
  readonly kind:
    | 'longer-than-vendor'
    | 'shorter-than-vendor'
    | 'renewed-by-vendor'
    | 'not-declared'
    | 'not-known'
    | 'unknown-host'
    | 'other-page'
  /** Name of the tracker, host, or address of the page. */
  readonly what: string
  readonly message: string
  /** Whether the fact of the catalogue was read at its source. */
  readonly confirmed: boolean
}

/** A policy counts in months, a cookie in seconds: what differs by less is the same. */
const SAME_SECONDS = 3 * 86_400

/**
 * Holds each vendor that names its entry in the catalogue against it, both ways: what the policy
 * declares and the vendor does otherwise, and what the vendor stores and the policy leaves out.
 * These are hints to look at the live site, never proof: most of the catalogue is unconfirmed.
 */
export function holdAgainst(policy: Policy): readonly CatalogueFinding[] {
  return policy.vendors.flatMap(vendor => {
    const entry = CATALOGUE.find(({ id }) => id === vendor.catalogue)
    if (!entry) return []
    const mine = policy.trackers.filter(tracker => tracker.vendor === vendor.id)
    return [
      ...mine.flatMap(tracker => trackerFindings(vendor, tracker, entry)),
      ...(isInBrowser(policy, vendor) ? leftOut(vendor, mine, entry) : []),
      ...hostFindings(vendor, entry),
      ...pageFindings(vendor, entry),
    ]
  })
}

function isInBrowser({ purposes }: Policy, { id, through }: Vendor): boolean {
  return through === 'browser' && purposes.some(({ vendors }) => vendors.includes(id))
}

function trackerFindings(
  vendor: Vendor,
  tracker: Tracker,
  { disclosures }: CatalogueEntry,
): readonly CatalogueFinding[] {
  if (disclosures.length === 0) return []
  const { name } = tracker
  const known = disclosures.find(({ identifier }) => overlaps(identifier, name))
  if (!known) {
    const message = `\`${name}\` is declared, but is not known to be stored by ${vendor.name}`
    return [{ vendor: vendor.id, kind: 'not-known', what: name, message, confirmed: false }]
  }
  const found = (kind: CatalogueFinding['kind'], message: string): CatalogueFinding => ({
    ...{ vendor: vendor.id, kind, what: name, message },
    confirmed: known.confirmed,
  })
  const renewed = isCutByNobody(tracker) && known.cookieRefresh && !tracker.rollingUpTo
  return [
    ...lifetimeFindings(tracker, known, found),
    ...(renewed
      ? [
          found(
            'renewed-by-vendor',
            `\`${name}\` is renewed by its vendor, and no \`rolling\` says so`,
          ),
        ]
      : []),
  ]
}

// Nobody but the vendor can cut what is set from the vendor's own address.
function isCutByNobody(tracker: Tracker): boolean {
  return tracker.party === 'third' && tracker.store !== 'pixel'
}

function lifetimeFindings(
  tracker: Tracker,
  known: Disclosure,
  found: (kind: CatalogueFinding['kind'], message: string) => CatalogueFinding,
): readonly CatalogueFinding[] {
  const { lifetime, name } = tracker
  const own = known.maxAgeSeconds ?? 0
  if (known.type !== 'cookie' || tracker.store !== 'cookie') return []
  const said = lifetime === 'session' ? '`session`' : `\`${spanText(lifetime)}\``
  const theirs = own === 0 ? 'ends with the session' : `lives ${daysOf(own)}`
  const message = `\`${name}\` is declared for ${said}, but ${theirs} by what its vendor says`
  const [least, most] = lifetime === 'session' ? [0, 0] : [shortest(lifetime), longest(lifetime)]
  if (least > own + SAME_SECONDS) return [found('longer-than-vendor', message)]
  const isShort = isCutByNobody(tracker) && own > most + SAME_SECONDS
  return isShort ? [found('shorter-than-vendor', message)] : []
}

function leftOut(
  vendor: Vendor,
  mine: readonly Tracker[],
  { disclosures }: CatalogueEntry,
): readonly CatalogueFinding[] {
  return disclosures
    .filter(({ optOut }) => !optOut)
    .filter(({ identifier }) => !mine.some(({ name }) => overlaps(identifier, name)))
    .map(({ identifier, confirmed }) => ({
      ...({ vendor: vendor.id, kind: 'not-declared', what: identifier, confirmed } as const),
      message: `\`${identifier}\` is known to be stored by ${vendor.name}, and is not declared`,
    }))
}

function hostFindings(vendor: Vendor, entry: CatalogueEntry): readonly CatalogueFinding[] {
  const { hosts, gatewayHosts, domains } = entry
  const known = vendor.through === 'server' ? gatewayHosts : hosts
  if (known.length === 0) return []
  const patterns = [
    ...known,
    ...(vendor.through === 'server' ? [] : domains.map(one => one.domain)),
  ]
  return vendor.hosts
    .filter(host => !patterns.some(pattern => overlaps(pattern, host)))
    .map(host => ({
      ...({ vendor: vendor.id, kind: 'unknown-host', what: host, confirmed: false } as const),
      message: `\`${host}\` is not known as a host of ${entry.name}`,
    }))
}

function pageFindings(vendor: Vendor, entry: CatalogueEntry): readonly CatalogueFinding[] {
  const pages = [
    ['privacy', vendor.privacy, entry.privacy],
    ['opt-out', vendor.optOut, entry.optOut],
    ['settings', vendor.settings, entry.settings],
  ] as const
  return pages.flatMap(([key, said, known]) =>
    said === undefined || known === undefined || said === known
      ? []
      : [
          {
            ...({ vendor: vendor.id, kind: 'other-page', what: said, confirmed: false } as const),
            message: `\`${key}\` is another page than the one known, ${known}`,
          },
        ],
  )
}

function daysOf(seconds: number): string {
  const days = Math.round(seconds / 86_400)
  return days > 0 ? `${days} days` : `${Math.round(seconds / 60)} minutes`
}
