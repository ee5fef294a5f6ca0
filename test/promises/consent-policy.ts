import { createHash } from 'node:crypto'
import { parse, stringify } from 'yaml'
import { type Policy, readPolicy } from '../../src/policy/index.ts'
import { SHOP_POLICY } from '../world.ts'

type Item = Record<string, unknown> & { id: string }
type Written = Record<string, unknown> & {
  sites: Item[]
  purposes: Item[]
}

/** Keys of the declared sources, as their clients know them. */
export const KEYS = {
  web: 'key-of-the-web-shop',
  app: 'key-of-the-app',
  till: 'secret-of-the-till',
  partner: 'secret-of-the-partner',
  rival: 'secret-of-the-rival',
} as const

/** Hosts of two own sites, both of them loopback, so that a browser can go from one to the other. */
export const SHOP_HOST = '127.0.0.1'
export const GARDEN_HOST = 'localhost'

/**
 * The children's shop with a second own site, an app, two partners, a till that relays what was
 * chosen there, and visits that are counted without identity.
 */
export function richPolicy(change: (policy: Written) => void = () => undefined): string {
  const policy = parse(SHOP_POLICY) as Written
  for (const purpose of policy.purposes) {
    const basis = purpose['basis'] as Record<string, string>
    if (purpose['category'] !== 'functional') basis['app'] = basis['web'] ?? 'consent'
  }
  const [shop] = policy.sites
  if (shop) shop['hosts'] = ['pikkunalle.example', 'www.pikkunalle.example', SHOP_HOST]
  policy.sites.push(
    {
      id: 'garden',
      kind: 'own-site',
      name: 'Nallen puutarha',
      hosts: ['garden.example', GARDEN_HOST],
    },
    { id: 'app', kind: 'mobile-app', name: 'Nalle', hosts: ['app.pikkunalle.example'] },
    { id: 'toys', kind: 'partner-site', name: 'Lelut', hosts: ['toys.example'] },
    { id: 'prams', kind: 'partner-site', name: 'Vaunut', hosts: ['prams.example'] },
  )
  const partners = ['toys', 'prams'].map(id => {
    return { id: `${id}-oy`, kind: 'partner-site', name: `${id} Oy`, creates: false }
  })
  policy['sources'] = [...((policy['sources'] ?? []) as Item[]), ...partners]
  policy['event-sources'] = [
    { id: 'web', kind: 'web', key: KEYS.web, site: 'shop', asserts: ['consent', 'orders'] },
    { id: 'phone', kind: 'app', key: KEYS.app, site: 'app', asserts: ['orders'] },
    { id: 'till', kind: 'server', key: hashOf(KEYS.till), site: 'shop', asserts: ['consent'] },
    { id: 'toys', kind: 'partner', key: hashOf(KEYS.partner), site: 'toys', partner: 'toys-oy' },
    { id: 'prams', kind: 'partner', key: hashOf(KEYS.rival), site: 'prams', partner: 'prams-oy' },
  ]
  change(policy)
  return stringify(policy, { aliasDuplicateObjects: false })
}

/** Adds a purpose that counts visits of whoever chose nothing, by an interest that was weighed. */
export function countsVisits(policy: Written): void {
  policy['measurement'] = { 'without-consent': 'aggregate', salt: 'destroyed-daily' }
  policy.purposes.push({
    id: 'visits',
    category: 'analytics',
    basis: { web: 'legitimate-interest' },
    aims: ['statistics'],
    visitors: 'without-identity',
    collects: [{ event: 'page_view', fields: ['path', 'referrer', 'device', 'country'] }],
    subjects: ['visitors'],
    data: ['visits'],
    form: { is: 'anonymous' },
    interest: 'statistics-on-business',
    assessment: { id: 'LIA-2026-01', on: '2026-10-06', 'review-by': '2027-10-06' },
    retention: 'events',
    'review-by': '2028-01-31',
  })
  const signals = policy['signals'] as { refuses: string[] }[]
  for (const signal of signals) signal.refuses.push('visits')
}

/** The policy that a text compiles to; throws what is wrong with it. */
export function read(text: string): Policy {
  const { policy, diagnostics } = readPolicy(text, 'rich.yaml', '2026-11-22')
  if (policy) return policy
  throw new Error(diagnostics.map(({ line, message }) => `${line}: ${message}`).join('\n'))
}

function hashOf(secret: string): string {
  return `sha256:${createHash('sha256').update(secret).digest('hex')}`
}
