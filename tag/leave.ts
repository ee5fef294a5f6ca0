import { decideVendor, type Rules } from '../src/policy/decide.ts'
import { permittedHosts } from '../src/policy/gate.ts'
import type { Hold } from './hold.ts'

/** What ends a vendor in a page that is open. */
export type Leave = {
  /** Tells that a vendor's own script was put into the page. */
  ran(vendor: string): void
  /**
   * Closes the page to hosts that were taken back. A script that runs is stopped only by leaving the
   * page it runs in; settled, that is done unless a form would be lost.
   */
  changed(settled: boolean): void
}

/** Remembers which vendors act in this page. */
export function openLeave(rules: Rules, hold: Hold): Leave {
  const vendors = new Set<string>()
  let hosts = permittedHosts(rules, hold.facts())
  let isStale = false
  return {
    ran: vendor => void vendors.add(vendor),
    changed(settled) {
      const now = permittedHosts(rules, hold.facts())
      const lost = hosts.filter(host => !now.includes(host))
      if (lost.length > 0) hold.gate.narrow()
      hosts = now
      const isFrom = ({ src }: HTMLScriptElement) =>
        lost.some(host => src.split('/')[2]?.endsWith(host.replace('*', '')))
      isStale ||= [...document.scripts].some(isFrom)
      isStale ||= [...vendors].some(id => 'refused' in decideVendor(rules, id, hold.facts()))
      if (settled && isStale && !isDirty()) location.reload()
    },
  }
}

/** Whether somebody has written into a form of this page. */
function isDirty(): boolean {
  const fields = document.querySelectorAll<HTMLInputElement>('input:not([type=hidden]),textarea')
  return (
    [...fields].some(
      ({ value, defaultValue, checked, defaultChecked }) =>
        value !== defaultValue || checked !== defaultChecked,
    ) ||
    [...document.querySelectorAll<HTMLOptionElement>('option[selected]')].some(
      ({ selected }) => !selected,
    )
  )
}
