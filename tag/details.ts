import type { BannerDetails, BannerPurpose } from '../src/consent/wire.ts'
import { el } from './dom.ts'
import type { Hold } from './hold.ts'

/** The second layer: a switch for each purpose, off unless it is permitted now, and its trackers. */
export function drawDetails(
  details: BannerDetails,
  hold: Hold,
): { readonly content: readonly Node[]; chosen(this: void): string[] } {
  const switches: HTMLInputElement[] = []
  const uses = details.purposes.map(purpose => {
    const { id } = purpose
    const head = el('div', { class: 'head' })
    if (purpose.always) head.append(el('h3', {}, purpose.name), el('small', {}, details.alwaysOn))
    else {
      const box = el('input', { type: 'checkbox', role: 'switch', id })
      box.checked = hold.allows(id)
      switches.push(box)
      head.append(el('h3', {}, el('label', { for: id }, purpose.name)), box)
    }
    return el(
      'div',
      { class: 'use' },
      head,
      el('small', {}, purpose.text),
      ...trackersOf(details, purpose),
    )
  })
  return {
    content: [el('h2', { id: 't' }, details.title), ...uses],
    chosen: () => switches.filter(box => box.checked).map(box => box.id),
  }
}

const COLUMNS = ['name', 'use', 'vendor', 'store', 'lifetime'] as const

/** A list for each tracker rather than one table: it reads as well on a telephone as on a desk. */
function trackersOf({ columns, showTrackers }: BannerDetails, { trackers }: BannerPurpose): Node[] {
  if (trackers.length === 0) return []
  const lists = trackers.map(tracker =>
    el(
      'dl',
      {},
      ...COLUMNS.flatMap(key => [el('dt', {}, columns[key]), el('dd', {}, tracker[key])]),
    ),
  )
  return [el('details', {}, el('summary', {}, showTrackers), ...lists)]
}
