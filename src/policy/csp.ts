import type { Policy } from './policy.ts'

/** A host as a policy may name it: a leading `*.` and a port are possible, nothing else is. */
const HOST = /^(\*\.)?[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:\d{1,5})?$/

/**
 * The Content-Security-Policy for one visitor: the site itself, and the hosts of the vendors whose
 * purposes are permitted now. Everything else cannot load. A host that cannot be read is left out.
 */
export function contentSecurityPolicy(
  policy: Policy,
  permittedPurposes: readonly string[],
  options: { readonly nonce?: string } = {},
): string {
  const hosts = permittedHosts(policy, permittedPurposes)
  const own = ["'self'", ...hosts].join(' ')
  const nonce = options.nonce === undefined ? '' : ` 'nonce-${plain(options.nonce)}'`
  return [
    "default-src 'none'",
    `script-src ${own}${nonce}`,
    `style-src ${own}${nonce}`,
    ...['img-src', 'font-src', 'connect-src', 'frame-src'].map(kind => `${kind} ${own}`),
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
  ].join('; ')
}

function permittedHosts(policy: Policy, permitted: readonly string[]): readonly string[] {
  const vendors = policy.purposes
    .filter(purpose => permitted.includes(purpose.id))
    .flatMap(purpose => purpose.vendors)
  const hosts = policy.vendors
    .filter(vendor => vendors.includes(vendor.id))
    .flatMap(vendor => vendor.hosts)
  return [...new Set(hosts.filter(host => HOST.test(host)))].toSorted()
}

function plain(nonce: string): string {
  if (!/^[A-Za-z0-9+/_-]{16,128}={0,2}$/.test(nonce)) throw new Error('bug: the nonce is no base64')
  return nonce
}
