import { decideVendor } from '../src/policy/decide.ts'
import { vendorHosts } from '../src/policy/gate.ts'
import type { Core } from './core.ts'

/** What ends a vendor in a page that is open. */
export type Leave = {
  /** Tells that a vendor's own script was put into the page. */
  readonly ran: (vendor: string) => void
  /** Leaves the page where a script still runs that may not any more, unless a form would be lost. */
  readonly leave: () => void
  /** Leaves it in any case but that. */
  readonly reload: () => void
}

/** Remembers which vendors act in this page. */
export function openLeave({ config: { rules }, hold, hosts }: Core): Leave {
  const vendors = new Set<string>()
  const isRefused = (id: string) => 'refused' in decideVendor(rules, id, hold.facts())
  return {
    ran: vendor => void vendors.add(vendor),
    leave() {
      const permitted = vendorHosts(rules, hold.facts())
      const lost = hosts.filter(host => !permitted.includes(host))
      const isLost = (script: HTMLScriptElement) => lost.some(host => isFrom(host, script))
      if ([...document.scripts].some(isLost) || [...vendors].some(isRefused)) reload()
    },
    reload,
  }
}

function isFrom(host: string, { src }: HTMLScriptElement): boolean | undefined {
  return src.split('/')[2]?.endsWith(host.replace('*', ''))
}

function reload(): void {
  if (!isDirty()) location.reload()
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
