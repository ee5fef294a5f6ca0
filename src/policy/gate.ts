import { decideVendor, type Facts, type Rules } from './decide.ts'

/** A host as a policy may name it: a leading `*.` and a port are possible, nothing else is. */
const HOST = /^(\*\.)?[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:\d{1,5})?$/

/** Where a Content-Security-Policy is said, and for which site. */
export type CspPlace = {
  /** Hosts that the site may always contact: its own, and that of Lupaus where it is another. */
  readonly hosts: readonly string[]
  /**
   * In a header, which workers and frames of the site are sent as well; or in an element that the tag
   * puts into the page, past which they would go, so that there none may start.
   */
  readonly by: 'header' | 'meta'
  /** Whether scripts and styles written in the page may run; hosts are closed all the same. */
  readonly inline?: boolean
  /** Address for reports of what was stopped; only in a header. */
  readonly reports?: string
}

/**
 * The Content-Security-Policy for one visitor at one moment: the own site, and the hosts of vendors
 * that may act for a purpose permitted now. Nothing else can load. It stops what a page loads, never
 * `window.open` or navigation.
 */
export function cspText(rules: Rules, facts: Facts | undefined, place: CspPlace): string {
  const header = place.by === 'header'
  const own = ["'self'", ...named(place.hosts)]
  const all = [...own, ...permittedHosts(rules, facts)].join(' ')
  const inline = place.inline ? " 'unsafe-inline'" : ''
  const media = ['img', 'font', 'media'].map(kind => `${kind}-src ${all} data: blob:`)
  return [
    "default-src 'none'",
    `script-src ${all}${inline}`,
    `style-src ${all}${inline}`,
    ...media,
    `connect-src ${all}`,
    `frame-src ${header ? all : all.slice("'self'".length).trim() || "'none'"}`,
    `worker-src ${header ? "'self' blob:" : "'none'"}`,
    "manifest-src 'self'",
    `form-action ${own.join(' ')}`,
    "base-uri 'none'",
    "object-src 'none'",
    // A browser ignores these two in an element.
    ...(header ? ["frame-ancestors 'self'"] : []),
    ...(header && place.reports !== undefined ? [`report-uri ${place.reports}`] : []),
  ].join('; ')
}

/** Hosts that the browser may contact for vendors now, each once; what cannot be read is left out. */
export function permittedHosts(rules: Rules, facts: Facts | undefined): readonly string[] {
  const hosts = rules.vendors.flatMap(({ id }) => {
    const verdict = decideVendor(rules, id, facts)
    return 'refused' in verdict ? [] : verdict.vendor.hosts
  })
  return named(hosts)
}

function named(hosts: readonly string[]): readonly string[] {
  return [...new Set(hosts.filter(host => HOST.test(host)))].toSorted()
}
