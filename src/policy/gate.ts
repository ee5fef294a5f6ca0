import { type Facts, permittedOf, type Rules } from './decide.ts'

/** A host as a policy may name it: a leading `*.` and a port are possible, nothing else is. */
const HOST = /^(\*\.)?[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:\d{1,5})?$/
/** Where a Content-Security-Policy is said, and for which site. */
export type CspPlace = {
  /** Hosts that the site may always contact: its own, and that of Lupaus where it is another. */
  readonly hosts: readonly string[]
  /**
   * In a header, which workers and frames of the site are sent as well; or in an element that the
   * tag puts into the page, past which they would go, so that there none may start.
   */
  readonly by: 'header' | 'meta'
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
  const { by, hosts, inline = false, frame = '', reports = '' } = place
  const own = `'self' ${listed(hosts).join(' ')}`.trim()
  const vendors = permittedHosts(rules, facts).join(' ')
  const said = directives({ own, vendors, frame: isAddress(frame) ? frame : '', by, inline })
  // A browser ignores these two in an element, and complains.
  if (by === 'header') said.push("frame-ancestors 'self'")
  if (by === 'header' && isAddress(reports)) said.push(`report-uri ${reports}`)
  return said.join('; ')
}

/**
 * What the tag says in an element, with gaps that it fills: `%o` for the hosts that the site may always
 * contact, `%v` for those of vendors, `%f` for the address that these are framed by.
 */
export function cspWithGaps(): string {
  const gaps = { own: "'self' %o", vendors: '%v', frame: '%f' }
  return directives({ ...gaps, by: 'meta', inline: true }).join(';')
}

function directives({
  own,
  vendors,
  frame,
  by,
  inline,
}: {
  readonly own: string
  readonly vendors: string
  readonly frame: string
  readonly by: CspPlace['by']
  readonly inline: boolean
}): string[] {
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
  ]
}

/** An address, whole or from the root of the site, that cannot end its directive. */
function isAddress(text: string): boolean {
  return /^(https?:\/)?\/[^\s;,]+$/.test(text)
}

/** Hosts that the browser may contact for vendors now, each once; what cannot be read is left out. */
export function permittedHosts(rules: Rules, facts: Facts | undefined): readonly string[] {
  return listed(vendorHosts(rules, facts))
}

/** The same of rules whose hosts were looked at before: as they stand there. */
export function vendorHosts(rules: Rules, facts: Facts | undefined): readonly string[] {
  return rules.vendors
    .filter(vendor => permittedOf(rules, vendor, facts).length > 0)
    .flatMap(({ hosts }) => hosts)
}

/** The hosts among these, each once. */
export function listed(hosts: readonly string[]): readonly string[] {
  return [...new Set(hosts.filter(host => HOST.test(host)))].toSorted()
}
