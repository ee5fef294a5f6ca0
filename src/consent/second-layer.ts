import { readFileSync } from 'node:fs'
import type {
  BannerDetails,
  BannerPurpose,
  BannerVendor,
  BannerWords,
  DeltaPurpose,
  DeltaWords,
} from '../policy/index.ts'
import type { DetailsAnswer, Markup } from './wire.ts'

const LOOK = readFileSync(new URL('./second-layer.css', import.meta.url), 'utf8')
const EMBED_LOOK = readFileSync(new URL('./second-layer-embed.css', import.meta.url), 'utf8')
const COLUMNS = ['name', 'use', 'vendor', 'store', 'lifetime'] as const

/**
 * The second layer as the tag draws it: a switch for each purpose that is asked for and for each of
 * its vendors, and each purpose's trackers. Words stay text and are never read as markup.
 */
export function secondLayer({ first, details }: BannerWords): DetailsAnswer {
  return drawn(first.sha256, [
    button('back', 'back', `‹ ${details.back}`),
    title(details.title),
    ...details.purposes.map(purpose => use(details, purpose)),
    foot(button('none', 'main', first.refuse), button('save', 'main', details.save)),
  ])
}

/** What is asked anew: the purposes that are new or grew, what changed, and two equal answers. */
export function deltaLayer(words: DeltaWords): DetailsAnswer {
  const { intro, notice, noticeHref } = words
  return drawn(words.sha256, [
    title(words.title),
    ['p', {}, intro],
    ...words.purposes.map(purpose => changed(words, purpose)),
    ['a', { href: noticeHref }, notice],
    foot(
      button('refuse', 'main', words.refuse),
      button('accept', 'main', words.accept),
      button('choose', 'more', words.choose),
    ),
  ])
}

/** What the first layer says besides where the browser sends a signal. */
export function signalLayer({ first }: BannerWords): DetailsAnswer {
  return drawn(first.sha256, [['p', {}, first.signalNote]])
}

/**
 * The question of age for what was just agreed to, with two equal answers; undefined where the policy
 * asks for none, or not for these purposes.
 */
export function ageLayer(
  { first, details: { age, purposes } }: BannerWords,
  granted: readonly string[],
): DetailsAnswer | undefined {
  const asked = purposes.filter(({ id }) => age?.purposes.includes(id) && granted.includes(id))
  if (!age || asked.length === 0) return undefined
  return drawn(first.sha256, [
    title(age.title),
    ['p', {}, age.text],
    ['ul', {}, ...asked.map(({ name }): Markup => ['li', {}, name])],
    foot(button('too-young', 'main', age.tooYoung), button('of-age', 'main', age.ofAge)),
  ])
}

/**
 * What stands in the place of a vendor's content, with one button; undefined for a vendor that no
 * browser may ask for any. What is said later comes last and hidden.
 */
export function embedLayer({ first, details }: BannerWords, id: string): DetailsAnswer | undefined {
  const embed = details.embeds.find(({ vendor }) => vendor === id)
  if (!embed) return undefined
  const content: Markup[] = [
    ['p', {}, embed.text],
    ['small', {}, embed.grant],
    button('show', 'main', embed.show),
    ['a', { href: embed.noticeHref }, embed.notice],
    [
      'div',
      { role: 'status', hidden: '' },
      ['p', {}, embed.later],
      button('reload', 'main', embed.reload),
    ],
  ]
  return { ...drawn(first.sha256, content), look: EMBED_LOOK }
}

function drawn(sha256: string, content: readonly Markup[]): DetailsAnswer {
  return { look: LOOK, words: sha256.slice(0, 16), content }
}

function title(text: string): Markup {
  return ['h2', { id: 't' }, text]
}

/** Answers are one kind of button in one row, so that neither can outshine the other. */
function foot(...buttons: readonly Markup[]): Markup {
  return ['div', { class: 'row foot' }, ...buttons]
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
    ...purpose.vendors.map(vendorRow),
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

/** A vendor with its own switch, and its own pages beside it. */
function vendorRow({ id, purposes, name, text, links }: BannerVendor): Markup {
  const own = `vendor:${id}`
  const box = { type: 'checkbox', role: 'switch', id: own, 'data-purpose': purposes.join(' ') }
  return [
    'div',
    { class: 'vendor' },
    ['div', { class: 'head' }, ['label', { for: own }, name], ['input', box]],
    ['small', {}, text],
    ['div', { class: 'links' }, ...links.map(link => outside(name, link))],
  ]
}

/** The name goes with the link, for whoever hears the links without what stands around them. */
function outside(name: string, { text, href }: BannerVendor['links'][number]): Markup {
  const attributes = { href, target: '_blank', rel: 'noopener noreferrer' }
  return ['a', { ...attributes, 'aria-label': `${text}: ${name}` }, text]
}

function changed(words: DeltaWords, purpose: DeltaPurpose): Markup {
  return [
    'div',
    { class: 'use' },
    ['h3', {}, purpose.name],
    ['ul', {}, ...purpose.changes.map((change): Markup => ['li', {}, change])],
    ['small', {}, purpose.text],
    ...trackers(words, purpose),
  ]
}

/** A list for each tracker rather than one table: it reads as well on a telephone as on a desk. */
function trackers(
  { columns, showTrackers }: Pick<BannerDetails, 'columns' | 'showTrackers'>,
  purpose: Pick<BannerPurpose, 'trackers'>,
): Markup[] {
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
