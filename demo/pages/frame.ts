import { LANGS, type Lang } from '../../src/base/lang.ts'
import { type Html, html, raw } from '../../src/policy/index.ts'
import { ASSETS } from '../assets.ts'
import { pieces } from '../cart.ts'
import { CATEGORIES, CATEGORY_IDS } from '../catalogue/index.ts'
import { BEAR } from '../pictures/bear.ts'
import { CART_ICON, LENS_ICON, PERSON_ICON } from '../pictures/icons.ts'
import { at, type Visit } from '../visit.ts'
import { FRAME } from '../words.ts'

/** One page of the shop: what it is called and what stands between header and footer. */
export type Page = {
  readonly title: string
  /** One sentence for search engines and previews. */
  readonly about?: string
  readonly main: Html
  /** Whether the "recently viewed" strip may stand below. */
  readonly strip?: boolean
  /** The category or page that the navigation marks as current. */
  readonly current?: string
}

const OWN_NAMES: Readonly<Record<Lang, string>> = { fi: 'Suomi', sv: 'Svenska', en: 'English' }

/** The whole document. */
export function framed(visit: Visit, page: Page): string {
  const { lang, shop } = visit
  const title = page.title === shop ? shop : `${page.title} · ${shop}`
  return html`<!doctype html>
    <html lang="${lang}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        ${page.about !== undefined && html`<meta name="description" content="${page.about}" />`}
        <meta name="color-scheme" content="light dark" />
        <link rel="icon" href="${ASSETS.icon}" type="image/svg+xml" />
        <link rel="stylesheet" href="${ASSETS.style}" />
        ${LANGS.map(other => html`<link rel="alternate" hreflang="${other}" href="/${other}/${visit.place}" />`)}
        <script src="/lupaus.js" data-lupaus-headers></script>
        <script src="${ASSETS.script}" defer></script>
      </head>
      <body data-shop-lang="${lang}" data-shop-goods="${ASSETS.goods[lang]}">
        <a class="skip" href="#main">${FRAME.skip[lang]}</a>
        ${header(visit, page.current)}
        <main id="main" tabindex="-1">${page.main} ${page.strip === true && strips(visit)}</main>
        ${footer(visit)} ${partner(visit)}
      </body>
    </html> `.toString()
}

function header(visit: Visit, current: string | undefined): Html {
  const { lang } = visit
  const count = pieces(visit.cart)
  return html`<header class="top">
    <p class="promo">${FRAME.promo[lang]}</p>
    <div class="wrap bar">
      <a class="logo" href="${at(visit, '')}">${raw(BEAR)}<span>${visit.shop}</span></a>
      <form class="find" role="search" action="${at(visit, 'search')}">
        <label class="unseen" for="q">${FRAME.search[lang]}</label>
        <input
          id="q"
          name="q"
          type="search"
          maxlength="128"
          placeholder="${FRAME.search[lang]}"
          autocomplete="off"
        />
        <button aria-label="${FRAME.searchGo[lang]}">${raw(LENS_ICON)}</button>
      </form>
      <nav class="tools" aria-label="${FRAME.tools[lang]}">
        ${languages(visit)}
        <a href="${at(visit, 'account')}" ${mark(current === 'account')}
          >${raw(PERSON_ICON)}<span
            >${visit.signedIn ? FRAME.signedIn[lang] : FRAME.account[lang]}</span
          ></a
        >
        <a class="basket" href="${at(visit, 'cart')}" ${mark(current === 'cart')}
          >${raw(CART_ICON)}<span>${FRAME.cart[lang]}</span>${count > 0 && html` <b>${count}</b>`}</a
        >
      </nav>
    </div>
    <nav class="groups" aria-label="${FRAME.categories[lang]}">
      <ul class="wrap">
        ${CATEGORY_IDS.map(id => html`<li><a href="${at(visit, `c/${id}`)}" ${mark(current === id)}>${CATEGORIES[id].name[lang]}</a></li>`)}
      </ul>
    </nav>
  </header>`
}

function languages(visit: Visit): Html {
  return html`<ul class="langs" aria-label="${FRAME.language[visit.lang]}">
    ${LANGS.map(
      other =>
        html`<li>
          <a
            href="/${other}/${visit.place}"
            lang="${other}"
            hreflang="${other}"
            data-shop-language="${other}"
            title="${OWN_NAMES[other]}"
            ${other === visit.lang && raw(' aria-current="true"')}
            ><abbr title="${OWN_NAMES[other]}">${other.toUpperCase()}</abbr></a
          >
        </li>`,
    )}
  </ul>`
}

function strips({ lang }: Visit): Html {
  return html`<section class="strip wrap" data-shop-strip="seen" aria-labelledby="seen" hidden>
      <h2 id="seen">${FRAME.seen[lang]}</h2>
      <ul class="shelf"></ul>
    </section>
    <section class="strip wrap" data-shop-strip="picked" aria-labelledby="picked" hidden>
      <h2 id="picked">${FRAME.picked[lang]}</h2>
      <p class="quiet">${FRAME.pickedWhy[lang]}</p>
      <ul class="shelf"></ul>
    </section>`
}

function footer(visit: Visit): Html {
  const { lang, policy } = visit
  const { controller } = policy
  return html`<footer class="foot">
    <div class="wrap">
      <div class="about">
        <a class="logo" href="${at(visit, '')}">${raw(BEAR)}<span>${visit.shop}</span></a>
        <address>
          ${controller.name}<br />${controller.street}, ${controller.postalCode}
          ${controller.city[lang]}<br /><a href="mailto:${controller.email}">${controller.email}</a>
        </address>
      </div>
      <nav aria-labelledby="foot-shop">
        <h2 id="foot-shop">${FRAME.shop[lang]}</h2>
        <ul>
          ${CATEGORY_IDS.map(id => html`<li><a href="${at(visit, `c/${id}`)}">${CATEGORIES[id].name[lang]}</a></li>`)}
        </ul>
      </nav>
      <nav aria-labelledby="foot-help">
        <h2 id="foot-help">${FRAME.service[lang]}</h2>
        <ul>
          <li><a href="${at(visit, 'newsletter')}">${FRAME.newsletter[lang]}</a></li>
          <li>
            <a href="${at(visit, 'account')}"
              >${visit.signedIn ? FRAME.signedIn[lang] : FRAME.account[lang]}</a
            >
          </li>
          <li><a href="${at(visit, 'cart')}">${FRAME.cart[lang]}</a></li>
        </ul>
      </nav>
      <nav aria-labelledby="foot-privacy">
        <h2 id="foot-privacy">${FRAME.privacy[lang]}</h2>
        <ul>
          <li><a href="/privacy/${lang}">${FRAME.notice[lang]}</a></li>
          <li><a href="/privacy?lang=${lang}">${FRAME.choices[lang]}</a></li>
          <li><a href="/promises?lang=${lang}">${FRAME.promises[lang]}</a></li>
          <li><a href="/privacy?lang=${lang}" data-lupaus-open>${FRAME.change[lang]}</a></li>
        </ul>
      </nav>
      <p class="demo">
        ${FRAME.demo[lang]}
        ${visit.pixel !== undefined && html`<a href="${visit.pixel}/">${FRAME.demoPartners[lang]}</a>`}
      </p>
    </div>
  </footer>`
}

/** A pixel of a partner's, which the tag puts into the page only for whoever said yes. */
function partner({ pixel }: Visit): Html | undefined {
  if (pixel === undefined) return undefined
  return html`<template
    data-lupaus-vendor="revontuli-ads"
    data-lupaus-purpose="marketing"
    data-lupaus-tracker="partner-pixel"
    ><img src="${pixel}/view.gif" width="1" height="1" alt="" hidden
  /></template>`
}

function mark(isCurrent: boolean): Html | false {
  return isCurrent && raw(' aria-current="page"')
}
