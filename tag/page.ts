import { on, whenRead } from './dom.ts'
import { guard, wrap } from './guard.ts'
import type { Fields, Measure } from './measure.ts'

type Report = (name: string, fields: Fields) => boolean

const FILE = /\.(pdf|docx?|xlsx?|pptx?|csv|zip|gz|7z|dmg|exe|apk|mp[34]|epub)$/i
const SETTLED_MS = 100

/**
 * Measures pages as they are seen and left, and links that are followed. Answers what reports the
 * page in view, unless that has been done or is not permitted. `report` drops what is not
 * permitted.
 */
export function openPage(measure: Measure, report: Report, from: string): () => void {
  let path = location.pathname
  let viewed = false
  let referrer = bare(from)
  let visibleSince = 0
  let shown = new WeakSet<Element>()

  const view = () => {
    for (const element of document.querySelectorAll<HTMLElement>('[data-lupaus-view]')) {
      const name = element.dataset['lupausView'] ?? ''
      if (!shown.has(element) && report(name, fieldsOf(element))) shown.add(element)
    }
    if (viewed && measure.may('page_view')) return
    const { title, documentElement } = document
    viewed = report('page_view', {
      path: cut(path),
      title: cut(title, 256),
      referrer: cut(referrer, 256),
      language: documentElement.lang || navigator.language,
      campaign: cut(new URLSearchParams(location.search).get('utm_campaign') ?? '', 128),
    })
    // Time before a yes is not counted.
    visibleSince = document.hidden ? 0 : performance.now()
  }
  /** Seconds in view since they were last reported; their sum is the whole. */
  const left = () => {
    const seconds = visibleSince && Math.round((performance.now() - visibleSince) / 1000)
    visibleSince = 0
    if (viewed && seconds) report('page_leave', { path: cut(path), visible_seconds: seconds })
  }
  const moved = () => {
    if (location.pathname === path) return
    left()
    referrer = location.origin + path
    path = location.pathname
    viewed = false
    shown = new WeakSet()
    // A page that draws itself sets its title after its address.
    setTimeout(view, SETTLED_MS)
  }

  const away = () => {
    left()
    measure.leave()
  }
  on('visibilitychange', () => {
    if (document.hidden) away()
    else visibleSince = performance.now()
  })
  addEventListener('pagehide', away)
  watchMoves(moved)
  on('click', event => followed(event, report))
  on('submit', event => marked(event.target, report))
  whenRead(view)
  return () => whenRead(view)
}

function watchMoves(moved: () => void): void {
  addEventListener('popstate', moved)
  for (const name of ['pushState', 'replaceState']) {
    wrap(History.prototype, name, (native, args, self) => {
      native.apply(self, args)
      guard(moved)
    })
  }
}

function followed(event: MouseEvent, report: Report): void {
  const { target } = event
  if (!(target instanceof Element)) return
  const form = target.closest('[data-lupaus-event]')
  if (!(form instanceof HTMLFormElement)) marked(form, report)
  const link = target.closest('a[href]')
  if (!(link instanceof HTMLAnchorElement) || !link.protocol.startsWith('http')) return
  const outbound = link.host !== location.host
  const download = link.hasAttribute('download') || FILE.test(link.pathname)
  report('link_click', {
    link_kind: download ? 'download' : outbound ? 'outbound' : 'internal',
    link_target: cut(outbound ? link.origin + link.pathname : link.pathname),
    path: cut(location.pathname),
  })
}

function marked(element: unknown, report: Report): void {
  if (!(element instanceof HTMLElement)) return
  const name = element.dataset['lupausEvent']
  if (name) report(name, fieldsOf(element))
}

/** Fields in attributes: `data-lupaus-product-name` is the field `product_name`. */
function fieldsOf(element: HTMLElement): Fields {
  const fields: Record<string, string | number> = {}
  for (const [key, value = ''] of Object.entries(element.dataset)) {
    const field = /^lupaus(?!Event|View$|Open|Purpose|Tracker)(.+)/.exec(key)?.[1]
    if (!field) continue
    const name = field.replace(/(?!^)[A-Z]/g, '_$&').toLowerCase()
    fields[name] = /^(quantity|value|results)$/.test(name) ? Number(value) : value
  }
  return fields
}

/** An address without what may name a person: no query, no fragment. */
function bare(address: string): string {
  const { origin = '', pathname = '' } = guard(() => new URL(address, location.origin)) ?? {}
  return address && origin + pathname
}

function cut(text: string, max = 512): string {
  return text.slice(0, max)
}
