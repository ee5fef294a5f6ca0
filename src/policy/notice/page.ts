import { LANGS, type Lang } from '../../base/lang.ts'
import { type Html, html, raw } from './html.ts'
import { PAGE_CSS } from './page-css.ts'
import { say } from './say.ts'

/** Where the style sheet of the public pages is served. */
export const PAGE_CSS_PATH = '/assets/page.css'

/** What a public page is made of. */
export type PublicPage = {
  readonly lang: Lang
  /** Of this page alone; the site's name is added. */
  readonly title: string
  readonly siteName: string
  /** This page's own path, so that the links to it are marked as current. */
  readonly path: string
  /** The same page in each language. */
  readonly languages: Readonly<Record<Lang, string>>
  /** What stands in `<main>`; it holds the one `<h1>`. */
  readonly body: Html
  readonly description?: string
  /**
   * `linked` (the default) names the served style sheet; `inline` carries it, for a file that must
   * stand alone.
   */
  readonly style?: 'linked' | 'inline'
  /** For a Content-Security-Policy that wants a nonce on an inline style. */
  readonly nonce?: string
  /** Put before every path of the frame, for a page that is not served by us. */
  readonly origin?: string
}

/** A whole public page: the frame that notice, privacy centre, promises and versions share. */
export function publicPage(page: PublicPage): string {
  const { lang, title, siteName, description } = page
  const doc = html`<!doctype html>
    <html lang="${lang}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title} – ${siteName}</title>
        ${description !== undefined && html`<meta name="description" content="${description}" />`}${style(page)}
        ${alternates(page)}
      </head>
      <body>
        <a class="skip" href="#main">${say(lang, 'page.skip')}</a>
        ${header(page)}
        <main id="main" tabindex="-1">${page.body}</main>
        ${footer(page)}
      </body>
    </html>`
  return `${doc.toString()}\n`
}

function style({ style: how, nonce, origin = '' }: PublicPage): Html {
  if (how !== 'inline') return html`<link rel="stylesheet" href="${origin}${PAGE_CSS_PATH}" />`
  const mark = nonce === undefined ? undefined : html` nonce="${nonce}"`
  return html`<style${mark}>${raw(PAGE_CSS)}</style>`
}

function alternates({ languages, origin = '' }: PublicPage): Html[] {
  return LANGS.map(
    to => html`<link rel="alternate" hreflang="${to}" href="${origin}${languages[to]}" /> `,
  )
}

const OWN_NAMES = { fi: 'Suomi', sv: 'Svenska', en: 'English' } as const

function header({ lang, siteName, languages, origin = '' }: PublicPage): Html {
  const links = LANGS.map(
    to =>
      html`<li>
        <a
          href="${origin}${languages[to]}"
          lang="${to}"
          hreflang="${to}"
          ${to === lang && html` aria-current="true"`}
          >${OWN_NAMES[to]}</a
        >
      </li> `,
  )
  return html`<header class="site-header">
    <div class="frame">
      <a class="site-name" href="${origin}/"
        ><span class="mark" aria-hidden="true"></span>${siteName}</a
      >
      <nav aria-label="${say(lang, 'page.languages')}">
        <ul class="languages">
          ${links}
        </ul>
      </nav>
    </div>
  </header>`
}

function footer({ lang, siteName, path, origin = '' }: PublicPage): Html {
  const links = [
    [`/privacy/${lang}`, say(lang, 'page.notice')],
    ['/privacy', say(lang, 'page.choices')],
    ['/promises', say(lang, 'page.promises')],
    ['/privacy/versions', say(lang, 'page.versions')],
  ].map(
    ([href, text]) =>
      html`<li>
        <a
          href="${origin}${inLang(href ?? '', lang)}"
          ${href === path && html` aria-current="page"`}
          >${text}</a
        >
      </li> `,
  )
  return html`<footer class="site-footer">
    <div class="frame">
      <nav aria-label="${say(lang, 'page.footer')}">
        <ul>
          ${links}
        </ul>
      </nav>
      <p>${siteName}</p>
    </div>
  </footer>`
}

/** Pages without a language in their path take it as a query, so that nobody changes language midway. */
function inLang(href: string, lang: Lang): string {
  return href.endsWith(`/${lang}`) ? href : `${href}?lang=${lang}`
}
