import { CLICK_IDS } from '../enrich/channels-data.ts'
import { type Fields, whole } from './fields.ts'
import { type Context, type Loose, partOf, textOf } from './message.ts'

/** Scheme, host and port, path, query; a page view is too often for the whole URL standard. */
const WEB_ADDRESS = /^https?:\/\/([^/?#\\\s]+)([^?#]*)(\?[^#]*)?/i
/** A page as SDKs tell of it. */
export type PageText = Loose<'path' | 'url' | 'title' | 'referrer' | 'search'>
type Campaign = Loose<'name' | 'source' | 'medium' | 'term' | 'content'>
type Campaigns = readonly (readonly [string, keyof Campaign, string])[]

const CAMPAIGN: Campaigns = [
  ['campaign', 'name', 'utm_campaign'],
  ['campaign_source', 'source', 'utm_source'],
  ['campaign_medium', 'medium', 'utm_medium'],
  ['campaign_term', 'term', 'utm_term'],
  ['campaign_content', 'content', 'utm_content'],
]
/** What the server tells a channel and a source by, where the policy declares one of them. */
const ORIGIN: ReadonlySet<string> = new Set([
  ...['referrer', 'campaign', 'campaign_source', 'campaign_medium', 'click_id'],
])
const LENGTHS = new Map([
  ['path', 512],
  ['language', 16],
  ['campaign', 128],
  ['campaign_source', 128],
  ['campaign_medium', 64],
  ['campaign_term', 128],
  ['campaign_content', 128],
  ['screen', 128],
  ['app_version', 32],
  ['os', 32],
  ['os_version', 32],
  ['device', 16],
  ['region', 64],
  ['city', 64],
])
const LENGTH = 256

/** The page that an event happened on. */
export type Page = {
  readonly path: string | undefined
  readonly title: string | undefined
  readonly referrer: string | undefined
  readonly query: string
  /** Host and port, in lower case; empty where it is not known. */
  readonly host: string
}

/** The page as the event itself names it, and where it does not, as its context does. */
export function pageOf(own: PageText, around: PageText): Page {
  const [ownUrl, url] = [addressOf(own), addressOf(around)]
  const referrer = textOf(own.referrer) ?? textOf(around.referrer)
  return {
    path: textOf(own.path) ?? ownUrl?.path ?? textOf(around.path) ?? url?.path,
    title: textOf(own.title) ?? textOf(around.title),
    referrer: referrer === '$direct' ? undefined : referrer,
    query: textOf(own.search) ?? ownUrl?.query ?? textOf(around.search) ?? url?.query ?? '',
    host: ownUrl?.host ?? url?.host ?? '',
  }
}

/**
 * What SDKs add to every event by themselves: the page, the campaign, the app. It is read only as
 * far as the policy declares it; that an SDK sends more is not the site's doing and not counted.
 */
export function addSurroundings(
  fields: Fields,
  page: Page,
  context: Context,
  declared: ReadonlySet<string>,
): void {
  const tracesOrigin = declared.has('channel') || declared.has('source')
  const add = (field: string, from: () => unknown) => {
    const isRead = declared.has(field) || (tracesOrigin && ORIGIN.has(field))
    if (!isRead || fields[field] !== undefined) return
    const value = textOf(from())
    if (value !== undefined) fields[field] = whole(value.slice(0, LENGTHS.get(field) ?? LENGTH))
  }
  add('path', () => page.path)
  add('title', () => page.title)
  add('referrer', () => page.referrer)
  add('language', () => context.locale)
  addCampaign(add, page.query, partOf(context.campaign))
  add('app_version', () => partOf<'version'>(context.app).version)
  add('os', () => partOf<'name'>(context.os).name)
  add('os_version', () => partOf<'version'>(context.os).version)
  add('device', () => partOf<'type'>(context.device).type)
  add('screen_size', () => sizeOf(partOf(context.screen)))
  add('region', () => partOf<'region'>(context.location).region)
  add('city', () => partOf<'city'>(context.location).city)
}

type Add = (field: string, from: () => unknown) => void

function addCampaign(add: Add, search: string, campaign: Campaign): void {
  let read: URLSearchParams | undefined
  const query = (name: string) => (read ??= new URLSearchParams(search)).get(name)
  for (const [field, name, parameter] of CAMPAIGN)
    add(field, () => textOf(campaign[name]) ?? query(parameter))
  add('click_id', () => clickIn(query))
}

/** A click id after its name. Those of letters tell the reader apart, so only their name is read. */
function clickIn(query: (name: string) => string | null): string | undefined {
  for (const [name, { channel }] of Object.entries(CLICK_IDS)) {
    const id = query(name)
    if (id) return channel === 'email' ? name : `${name}=${id}`
  }
  return undefined
}

function addressOf({ url }: PageText): { host: string; path: string; query: string } | undefined {
  const [, host, path, query] = WEB_ADDRESS.exec(textOf(url) ?? '') ?? []
  if (host === undefined) return undefined
  return { host: host.toLowerCase(), path: path || '/', query: query ?? '' }
}

function sizeOf({ width, height }: Loose<'width' | 'height'>): string | undefined {
  return isPixels(width) && isPixels(height) ? `${width}x${height}` : undefined
}

function isPixels(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0
}
