import { createHash } from 'node:crypto'
import type { Lang } from '../base/lang.ts'
import { decideVendor, type Facts, type Html, html, type Policy, raw } from '../policy/index.ts'
import { hostCovers, isLoopback } from './hosts.ts'
import { type FrameKey, sayFrame } from './words.ts'

/** A page to answer with: the vendor's frame, or why there is none. */
export type FramePage = {
  readonly status: number
  readonly body: string
  readonly csp: string
}

export type FrameAsk = {
  readonly vendor: string
  /** Address of what is to be shown. */
  readonly src: string
  readonly title: string
  readonly lang: Lang
  /** What is known of the visitor; undefined without a readable receipt. */
  readonly facts: Facts | undefined
  /** Host that this request came to. */
  readonly host: string
}

const URL_MAX = 2048
const TITLE_MAX = 200
/** The least with which video players play: nothing opens, nothing navigates, nothing is sent. */
const SANDBOX = 'allow-scripts allow-same-origin allow-presentation'
const ALLOW = 'fullscreen; encrypted-media; picture-in-picture'
const STYLE = raw(
  'html,body{height:100%;margin:0}body{display:grid;font:1rem/1.5 system-ui,sans-serif}' +
    'iframe{width:100%;height:100%;border:0}p{margin:auto;padding:1rem;max-width:40ch;text-align:center}' +
    '@media(prefers-color-scheme:dark){body{color-scheme:dark}}',
)
const STYLE_HASH = createHash('sha256').update(STYLE.toString()).digest('base64')

/**
 * A page of our own that holds one frame of one vendor, and whose policy names that vendor's hosts
 * alone. Only for a visitor whose choice permits the vendor now; anyone else, and anything that
 * cannot be read, is told so.
 */
export function framePage(policy: Policy, ask: FrameAsk): FramePage {
  const refuse = (status: number, key: FrameKey) => ({
    ...{ status, csp: cspOf(policy, []) },
    body: page(ask, html`<p>${sayFrame(ask.lang, key)}</p>`),
  })
  const verdict = ask.facts && decideVendor(policy.rules, ask.vendor, ask.facts)
  if (!verdict) return refuse(403, 'frame.no-choice')
  if ('refused' in verdict) {
    const isUnknown = verdict.refused === 'vendor-not-declared'
    return isUnknown ? refuse(404, 'frame.unknown') : refuse(403, 'frame.refused')
  }
  const src = sourceOf(ask, verdict.vendor.hosts)
  if (src === undefined) return refuse(400, 'frame.foreign')
  const name = policy.vendors.find(({ id }) => id === ask.vendor)?.name ?? ask.vendor
  const frame = html`<iframe
    src="${src}"
    title="${ask.title.slice(0, TITLE_MAX) || name}"
    sandbox="${SANDBOX}"
    allow="${ALLOW}"
    referrerpolicy="strict-origin"
  ></iframe>`
  return { status: 200, csp: cspOf(policy, verdict.vendor.hosts), body: page(ask, frame) }
}

/** The address, if it is on a host that the policy names for this vendor; never on our own. */
function sourceOf({ src, host }: FrameAsk, hosts: readonly string[]): string | undefined {
  if (src.length > URL_MAX || !URL.canParse(src)) return undefined
  const url = new URL(src)
  const isSafe = url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname))
  if (!isSafe || url.username !== '' || url.password !== '' || url.host === host) return undefined
  return hosts.some(one => hostCovers(one, url.host)) ? url.href : undefined
}

/** The frame may lead nowhere but to these hosts, and stand nowhere but in the policy's own sites. */
function cspOf({ sites }: Policy, hosts: readonly string[]): string {
  const own = sites.flatMap(site => site.hosts).map(one => (isLoopback(one) ? `${one}:*` : one))
  return [
    "default-src 'none'",
    `frame-src ${hosts.join(' ') || "'none'"}`,
    `style-src 'sha256-${STYLE_HASH}'`,
    "form-action 'none'",
    "base-uri 'none'",
    `frame-ancestors ${["'self'", ...own].join(' ')}`,
  ].join('; ')
}

function page({ lang, title }: FrameAsk, body: Html): string {
  const doc = html`<!doctype html>
    <html lang="${lang}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${title.slice(0, TITLE_MAX) || sayFrame(lang, 'frame.title')}</title>
        <style>
          ${STYLE}
        </style>
      </head>
      <body>
        ${body}
      </body>
    </html>`
  return `${doc.toString()}\n`
}
