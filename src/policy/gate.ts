import { type Facts, permittedOf, type Rules } from './decide.ts'

/** A host as a policy may name it: a leading `*.` and a port are possible, nothing else is. */
const HOST = /^(\*\.)?[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:\d{1,5})?$/
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
  const { by, hosts, inline, frame = '', reports = '' } = place
  const said = [gateText(rules, facts, { by, hosts, inline, frame: isAddress(frame) ? frame : '' })]
  // A browser ignores these two in an element, and complains.
  if (by === 'header') said.push("frame-ancestors 'self'")
  if (by === 'header' && isAddress(reports)) said.push(`report-uri ${reports}`)
  return said.join('; ')
}

/** An address, whole or from the root of the site, that cannot end its directive. */
function isAddress(text: string): boolean {
  return /^(https?:\/)?\/[^\s;,]+$/.test(text)
}

/** What `cspText` says in an element; `frame` is an address that the caller made, or empty. */
export function gateText(
  rules: Rules,
  facts: Facts | undefined,
  { by, hosts, inline, frame = '' }: Omit<CspPlace, 'inline'> & { inline?: boolean | undefined },
): string {
  const own = `'self' ${named(hosts)}`.trim()
  const vendors = permittedHosts(rules, facts).join(' ')
  const all = `${own} ${vendors}`.trim()
  const code = all + (inline ? " 'unsafe-inline'" : '')
  const isMeta = by === 'meta'
  return [
    "default-src 'none'",
    `script-src ${code}`,
    `style-src ${code}`,
    ...['img', 'font', 'media'].map(kind => `${kind}-src ${all} data: blob:`),
    `connect-src ${all}`,
    `frame-src ${isMeta ? `${frame} ${vendors}`.trim() || "'none'" : all}`,
    `worker-src ${isMeta ? "'none'" : "'self' blob:"}`,
    "manifest-src 'self'",
    `form-action ${own}`,
    "base-uri 'none'",
    "object-src 'none'",
  ].join('; ')
}

/** Hosts that the browser may contact for vendors now, each once; what cannot be read is left out. */
export function permittedHosts(rules: Rules, facts: Facts | undefined): readonly string[] {
  return listed(
    rules.vendors.flatMap(vendor =>
      permittedOf(rules, vendor, facts).length > 0 ? vendor.hosts : [],
    ),
  )
}

function named(hosts: readonly string[]): string {
  return listed(hosts).join(' ')
}

function listed(hosts: readonly string[]): readonly string[] {
  return [...new Set(hosts.filter(host => HOST.test(host)))].toSorted()
}
