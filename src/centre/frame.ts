import { LANGS, type Lang } from '../base/lang.ts'
import { type Html, html, PAGE_CSS, type Policy, publicPage } from '../policy/index.ts'
import { CENTRE_CSS } from './style.ts'

/** The style sheet of every public page, served at `/assets/page.css`. */
export const STYLE_SHEET = `${PAGE_CSS}\n${CENTRE_CSS}`

/** A whole page of the centre; `hrefOf` says where the same page is in each language. */
export function framed(
  policy: Policy,
  lang: Lang,
  page: { readonly title: string; readonly path: string; readonly body: Html },
  hrefOf: (lang: Lang) => string = other => `${page.path}?lang=${other}`,
): string {
  const [site] = policy.sites
  return publicPage({
    lang,
    title: page.title,
    siteName: site?.name ?? policy.controller.name,
    path: page.path,
    languages: { fi: hrefOf('fi'), sv: hrefOf('sv'), en: hrefOf('en') },
    body: html`<div class="centre">${page.body}</div>`,
  })
}

/** The `Link` header that names the same page in the other languages. */
export function alternateLinks(origin: string, hrefOf: (lang: Lang) => string): string {
  return LANGS.map(lang => `<${origin}${hrefOf(lang)}>; rel="alternate"; hreflang="${lang}"`).join(
    ', ',
  )
}

/** Names the policy for machines in a header, as the page does. */
export function machineLink({ origin }: { readonly origin: () => string }): string {
  return `<${origin()}/privacy/policy.jsonld>; rel="alternate"; type="application/ld+json"`
}
