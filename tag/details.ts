import type { BannerDetails, BannerPurpose } from '../src/consent/wire.ts'
import { el } from './dom.ts'
import type { Hold } from './hold.ts'

/** The second layer: a switch for each purpose, off unless it is permitted now, and its trackers. */
export function drawDetails(
  details: BannerDetails,
  hold: Hold,
): { readonly content: readonly Node[]; chosen(): string[] } {
  const switches = new Map<string, HTMLInputElement>()
  const uses = details.purposes.map(purpose => {
    const id = `u-${purpose.id}`
    const name = el(
      'h3',
      {},
      purpose.always ? purpose.name : el('label', { for: id }, purpose.name),
    )
    const head = el('div', { class: 'head' }, name)
    if (purpose.always) head.append(el('span', {}, details.alwaysOn))
    else {
      const box = el('input', { type: 'checkbox', role: 'switch', id })
      box.checked = hold.allows(purpose.id)
      switches.set(purpose.id, box)
      head.append(box)
    }
    const text = el('p', {}, purpose.text)
    return el('div', { class: 'use' }, head, text, ...trackersOf(details, purpose))
  })
  return {
    content: [el('h2', { id: 't' }, details.title), ...uses],
    chosen: () => [...switches].filter(([, box]) => box.checked).map(([id]) => id),
  }
}

/** A table that stays one for screen readers when a narrow screen stacks its cells. */
function trackersOf({ columns, showTrackers }: BannerDetails, purpose: BannerPurpose): Node[] {
  if (purpose.trackers.length === 0) return []
  const keys = ['name', 'use', 'vendor', 'store', 'lifetime'] as const
  const head = keys.map(key => el('th', { role: 'columnheader', scope: 'col' }, columns[key]))
  const rows = purpose.trackers.map(tracker =>
    el(
      'tr',
      { role: 'row' },
      ...keys.map(key => el('td', { role: 'cell', 'data-of': columns[key] }, tracker[key])),
    ),
  )
  const table = el(
    'table',
    { role: 'table', 'aria-label': purpose.name },
    el('thead', { role: 'rowgroup' }, el('tr', { role: 'row' }, ...head)),
    el('tbody', { role: 'rowgroup' }, ...rows),
  )
  return [el('details', {}, el('summary', {}, showTrackers), table)]
}
