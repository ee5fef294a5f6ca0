import { readFileSync } from 'node:fs'
import type { BannerDetails, BannerPurpose, BannerWords } from '../policy/index.ts'
import type { DetailsAnswer, Markup } from './wire.ts'

const LOOK = readFileSync(new URL('./second-layer.css', import.meta.url), 'utf8')
const COLUMNS = ['name', 'use', 'vendor', 'store', 'lifetime'] as const

/**
 * The second layer as the tag draws it: a switch for each purpose that is asked for, and each
 * purpose's trackers. Words stay text and are never read as markup.
 */
export function secondLayer({ first, details }: BannerWords): DetailsAnswer {
  const foot = [button('none', 'main', first.refuse), button('save', 'main', details.save)]
  const content: Markup[] = [
    button('back', 'back', `‹ ${details.back}`),
    ['h2', { id: 't' }, details.title],
    ...details.purposes.map(purpose => use(details, purpose)),
    ['div', { class: 'row foot' }, ...foot],
  ]
  return { look: LOOK, content }
}

function button(name: string, look: string, text: string): Markup {
  return ['button', { type: 'button', name, class: look }, text]
}

function use(details: BannerDetails, purpose: BannerPurpose): Markup {
  return [
    'div',
    { class: 'use' },
    ['div', { class: 'head' }, ...head(details, purpose)],
    ['small', {}, purpose.text],
    ...trackers(details, purpose),
  ]
}

function head({ alwaysOn }: BannerDetails, { id, name, always }: BannerPurpose): Markup[] {
  if (always)
    return [
      ['h3', {}, name],
      ['small', {}, alwaysOn],
    ]
  return [
    ['h3', {}, ['label', { for: id }, name]],
    ['input', { type: 'checkbox', role: 'switch', id }],
  ]
}

/** A list for each tracker rather than one table: it reads as well on a telephone as on a desk. */
function trackers({ columns, showTrackers }: BannerDetails, purpose: BannerPurpose): Markup[] {
  if (purpose.trackers.length === 0) return []
  const lists = purpose.trackers.map((tracker): Markup => {
    const rows = COLUMNS.flatMap((key): Markup[] => [
      ['dt', {}, columns[key]],
      ['dd', {}, tracker[key]],
    ])
    return ['dl', {}, ...rows]
  })
  return [['details', {}, ['summary', {}, showTrackers], ...lists]]
}
