import { decideVendor, type Facts, type Rules } from './decide.ts'

/** A host as a policy may name it: a leading `*.` and a port are possible, nothing else is. */
const HOST = /^(\*\.)?[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:\d{1,5})?$/
/** An address, whole or from the root of the site, that cannot end its directive. */
const ADDRESS = /^(https?:\/)?\/[^\s;,]+$/

/** Where a Content-Security-Policy is said, and for which site. */
export type CspPlace = {
  /** Hosts that the site may always contact: its own, and that of Lupaus where it is another. */
  readonly hosts: readonly string[]
  /**
   * In a header, which workers and frames of the site are sent as well; in an element that the tag
   * puts into the page, past which they would go, so that there none may start; or in an element
   * that narrows what a header said when the page was loaded.
   */
  readonly by: 'header' | 'meta' | 'narrower'
  /** Whether scripts and styles written in the page may run; hosts are closed all the same. */
  readonly inline?: boolean
  /** Address that vendors are framed by, where its origin may not frame anything else. */
  readonly frame?: string
  /** Address for reports of what was stopped; only in a header. */
  readonly reports?: string
}

/**
 * The Content-Security-Policy for one visitor at one moment: the own site, and the hosts of vendors
 * that may act for a purpose permitted now. Nothing else can load. It stops what a page loads, never
 * `window.open` or navigation.
 */
export function cspText(rules: Rules, facts: Facts | undefined, place: CspPlace): string {
  const { by, hosts, frame = '', reports = '' } = place
  const own = ["'self'", ...named(hosts)].join(' ')
  const vendors = permittedHosts(rules, facts).join(' ')
  const all = `${own} ${vendors}`.trim()
  const inline = place.inline ? " 'unsafe-inline'" : ''
  const framed = `${ADDRESS.test(frame) ? frame : ''} ${vendors}`.trim()
  return [
    "default-src 'none'",
    `script-src ${all}${inline}`,
    `style-src ${all}${inline}`,
    ...['img', 'font', 'media'].map(kind => `${kind}-src ${all} data: blob:`),
    `connect-src ${all}`,
    `frame-src ${by === 'meta' ? framed || "'none'" : all}`,
    `worker-src ${by === 'meta' ? "'none'" : "'self' blob:"}`,
    "manifest-src 'self'",
    `form-action ${own}`,
    "base-uri 'none'",
    "object-src 'none'",
    // A browser ignores these two in an element, and complains.
    ...(by === 'header' ? ["frame-ancestors 'self'"] : []),
    ...(by === 'header' && ADDRESS.test(reports) ? [`report-uri ${reports}`] : []),
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
