import { CLICK_IDS } from '../enrich/channels-data.ts'
import { CLICK_NAMES } from '../enrich/index.ts'
import type { Happened } from '../intake.ts'
import { categoryOf, purchasesOf } from './order.ts'
import { Broken, type Params } from './params.ts'
import { agoOf, cut, given, type Loose, numberIn, textOf } from './values.ts'

/** What a request says besides its parameters, or where they are silent. */
export type Around = {
  readonly now: number
  /** An app's screens are no pages. */
  readonly isApp: boolean
  /** Address of the page, by the browser's own header. */
  readonly page: string | undefined
  /** First language of the browser. */
  readonly language: string | undefined
}

const NO_TIME = new Broken(400, 'malformed', '`cdt` is a UTC moment or seconds since 1970')
const NO_PAGE = new Broken(400, 'malformed', 'say `url` or `action_name` of what was seen')

/** What Matomo measures and the language has no event for: refused and counted by the name given here. */
const OTHER: readonly (readonly [param: string, event: string])[] = [
  ['c_n', 'content'],
  ['c_i', 'content'],
  ['ma_id', 'media'],
  ['ca', 'custom_action'],
]

/** Where the name of an event (`e_n`) belongs, event by event. */
const NAMED: ReadonlyMap<string, string> = new Map([
  ['search', 'query'],
  ['goal', 'goal'],
  ['screen_view', 'screen'],
  ['product_view', 'product'],
  ['cart_add', 'product'],
  ['cart_remove', 'product'],
])

/** Parameters of a campaign: Matomo's own words for it before everybody's. */
const CAMPAIGN: readonly (readonly [field: string, max: number, params: readonly string[]])[] = [
  ['campaign', 128, ['mtm_campaign', 'pk_campaign', 'utm_campaign']],
  ['campaign_source', 128, ['mtm_source', 'pk_source', 'utm_source']],
  ['campaign_medium', 64, ['mtm_medium', 'pk_medium', 'utm_medium']],
  ['campaign_term', 128, ['mtm_kwd', 'mtm_keyword', 'pk_kwd', 'pk_keyword', 'utm_term']],
  ['campaign_content', 128, ['mtm_content', 'pk_content', 'utm_content']],
  ['click_id', 256, CLICK_NAMES],
]

/**
 * What happened, in our words. A ping says only that a page is still open, so nothing happened; a
 * view of a product is the page and the product.
 */
export function happenedIn(params: Params, around: Around): Happened[] | Broken {
  const agoMs = agoOf(params, around.now)
  if (agoMs === undefined) return NO_TIME
  if (params.get('ping') === '1') return []
  const event = (name: string, fields: Loose): Happened => ({ name, agoMs, fields: given(fields) })
  const place = placeOf(params, around)
  const goal = textOf(params, 'idgoal', 128)
  const order = textOf(params, 'ec_id', 1024)
  if (goal === '0' && order !== undefined) return purchasesOf(params, order, agoMs)
  // It tells the whole cart, not what was put in or taken out: there is no honest event for it.
  if (goal === '0') return [event('cart_update', {})]
  if (goal !== undefined)
    return [event('goal', { path: place.path, goal, value: numberIn(params, 'revenue') })]
  const done = followed(params, place) ?? searched(params) ?? ownEvent(params, place)
  if (done) return [event(...done)]
  const other = OTHER.find(([param]) => params.has(param))
  if (other) return [event(other[1], {})]
  return viewed(params, around, place, event)
}

type Said = readonly [name: string, fields: Loose]
type Place = { readonly url: URL | undefined; readonly path: string | undefined }

function placeOf(params: Params, { page }: Around): Place {
  const url = urlOf(params.get('url')) ?? urlOf(page)
  return { url, path: url?.pathname.slice(0, 512) }
}

/** The host of the page that a request is about. */
export function hostOf(params: Params, page: string | undefined): string | undefined {
  return (urlOf(params.get('url')) ?? urlOf(page))?.host
}

function followed(params: Params, { url, path }: Place): Said | undefined {
  const [download, link] = [params.get('download'), params.get('link')]
  const target = download || link
  if (!target) return undefined
  const to = urlOf(target)
  const own = to !== undefined && to.host === url?.host
  // Only the web has a host and a path; of any other address the scheme says what it was.
  const bare = to?.protocol.startsWith('http') === true ? to.origin + to.pathname : target
  const kind = download ? 'download' : 'outbound'
  const said = cut(own ? to.pathname : bare, 512)
  return ['link_click', { path, link_kind: kind, link_target: said }]
}

function searched(params: Params): Said | undefined {
  const query = textOf(params, 'search', 128)
  if (query === undefined) return undefined
  const category = textOf(params, 'search_cat', 64)
  return ['search', { query, category, results: numberIn(params, 'search_count') }]
}

/** An event of the site's own naming: its action is the event, and of ours or refused. */
function ownEvent(params: Params, { path }: Place): Said | undefined {
  const [name, category] = [textOf(params, 'e_a', 64), textOf(params, 'e_c', 64)]
  if (name === undefined || category === undefined) return undefined
  const detail = NAMED.get(name)
  const named = detail === undefined ? {} : { [detail]: textOf(params, 'e_n', 64) }
  return [name, { path, category, ...named, value: numberIn(params, 'e_v') }]
}

function viewed(
  params: Params,
  around: Around,
  { url, path }: Place,
  event: (name: string, fields: Loose) => Happened,
): Happened[] | Broken {
  const title = textOf(params, 'action_name', 256)
  if (path === undefined && title === undefined) return NO_PAGE
  const language = languageOf(params.get('lang')) ?? around.language
  const common = {
    ...{ language, ...campaignIn(url) },
    ...{ screen_size: textOf(params, 'res', 16) },
    ...{ region: textOf(params, 'region', 64), city: textOf(params, 'city', 64) },
    ...uncalledFor(params),
  }
  const referrer = textOf(params, 'urlref', 256)
  const view = around.isApp
    ? event('screen_view', { screen: cut(title ?? path ?? '', 128), ...common })
    : event('page_view', { path, title, referrer, ...common })
  const product = textOf(params, '_pks', 64)
  const product_name = textOf(params, '_pkn', 128)
  const category = categoryIn(params.get('_pkc'))
  if (product !== undefined || product_name !== undefined) {
    const price = numberIn(params, '_pkp')
    const seen = { product, product_name, category, price }
    return [view, event('product_view', { path, ...seen })]
  }
  return category === undefined ? [view] : [view, event('list_view', { path, category })]
}

/**
 * What a client adds and no policy can declare: who the user is, and variables of the site's own.
 * It is refused and counted by its name; what it says is not even looked at.
 */
function uncalledFor(params: Params): Loose {
  const names = [...params.keys()].filter(name => /^(uid|_?cvar|dimension\d{1,3})$/.test(name))
  return Object.fromEntries(names.map(name => [name, true]))
}

function campaignIn(url: URL | undefined): Loose {
  if (!url?.search) return {}
  const query = new Map(url.searchParams)
  const said = CAMPAIGN.map(([field, max, names]) => {
    const name = names.find(one => query.has(one))
    const text = name === undefined ? undefined : textOf(query, name, max)
    return [field, field === 'click_id' && name && text ? clickOf(name, text) : text] as const
  })
  return Object.fromEntries(said)
}

/** Whose click it was is in the name; a letter's id tells the reader apart, so only its name is read. */
function clickOf(name: string, id: string): string {
  return CLICK_IDS[name]?.channel === 'email' ? name : cut(`${name}=${id}`, 256)
}

function categoryIn(text: string | undefined): string | undefined {
  if (!text?.startsWith('[')) return categoryOf(text)
  try {
    return categoryOf(JSON.parse(text))
  } catch {
    return undefined
  }
}

/** The first of the languages that a browser names: `fi-FI,fi;q=0.9` is `fi-FI`. */
export function languageOf(header: string | undefined): string | undefined {
  return /^\s*([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})?)(?=[\s,;]|$)/.exec(header ?? '')?.[1]
}

function urlOf(text: string | undefined): URL | undefined {
  return text !== undefined && text.length <= 8192 && URL.canParse(text) ? new URL(text) : undefined
}
