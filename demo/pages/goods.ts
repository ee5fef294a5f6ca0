import { type Html, html, raw } from '../../src/policy/index.ts'
import { pictureOf } from '../assets.ts'
import { QUANTITY_MAX } from '../cart.ts'
import {
  CATEGORIES,
  type CategoryId,
  type Product,
  PRODUCTS,
  productsIn,
  QUERY_MAX,
  search,
} from '../catalogue/index.ts'
import { euros, price } from '../money.ts'
import { at, type Visit } from '../visit.ts'
import { FRAME, GOODS } from '../words.ts'
import { shelf } from './card.ts'
import { film } from './film.ts'
import type { Page } from './frame.ts'
import { departments } from './home.ts'

/** All products of one department. */
export function categoryPage(visit: Visit, id: CategoryId): Page {
  const { lang } = visit
  const { name, line } = CATEGORIES[id]
  const products = productsIn(id)
  return {
    title: name[lang],
    about: line[lang],
    current: id,
    strip: true,
    main: html`<div class="wrap block">
      <h1>${name[lang]}</h1>
      <p class="lead">${line[lang]}</p>
      <p class="quiet">${GOODS.count[lang](products.length)}</p>
      ${shelf(visit, products)}
    </div>`,
  }
}

/** One product, with the form that puts it in the cart. */
export function productPage(visit: Visit, product: Product): Page {
  const { lang } = visit
  const group = CATEGORIES[product.category]
  return {
    title: product.name[lang],
    about: product.line[lang],
    current: product.category,
    strip: true,
    main: html`<div class="wrap block">
        <nav class="crumbs" aria-label="${FRAME.categories[lang]}: ${group.name[lang]}">
          <a href="${at(visit, '')}">${FRAME.home[lang]}</a> <span aria-hidden="true">/</span>
          <a href="${at(visit, `c/${product.category}`)}">${group.name[lang]}</a>
        </nav>
        <article class="product" data-lupaus-view="product_view" ${eventData(visit, product)}>
          <div class="pane tint-${product.tint}">
            <img
              src="${pictureOf(product.slug)}"
              width="400"
              height="400"
              alt=""
              fetchpriority="high"
            />
          </div>
          <div class="words">
            <h1>${product.name[lang]}</h1>
            <p class="lead">${product.line[lang]}</p>
            <p class="price">${price(product.cents, lang)} <small>${GOODS.vat[lang]}</small></p>
            ${addForm(visit, product)}
            <p class="stock">${GOODS.stock[lang]}</p>
            <p>${product.story[lang]}</p>
            <h2>${GOODS.facts[lang]}</h2>
            <dl class="facts">
              ${product.facts.map(
                ({ kind, is }) =>
                  html`<div>
                    <dt>${GOODS[kind][lang]}</dt>
                    <dd>${is[lang]}</dd>
                  </div>`,
              )}
            </dl>
          </div>
        </article>
      </div>
      ${product.slug === 'hirvi' && film(visit)}
      <section class="wrap block" aria-labelledby="same">
        <h2 id="same">${GOODS.same[lang]}</h2>
        ${shelf(visit, goesWith(product), 3)}
      </section>`,
  }
}

/** Four other products: its own department first, then from the rest of the shop. */
function goesWith(product: Product): readonly Product[] {
  const from = PRODUCTS.indexOf(product) + 5
  const elsewhere = [...PRODUCTS.slice(from), ...PRODUCTS.slice(0, from)]
  const others = new Set([...productsIn(product.category), ...elsewhere])
  others.delete(product)
  return [...others].slice(0, 4)
}

/** What was found for a query, or how to go on when nothing was. */
export function searchPage(visit: Visit, asked: string): Page {
  const { lang } = visit
  const query = asked.trim().slice(0, QUERY_MAX)
  const found = search(query, lang)
  const title = query === '' ? GOODS.searchTitle[lang] : `${GOODS.searchTitle[lang]}: ${query}`
  if (query === '') {
    const main = html`<div class="wrap block">
        <h1>${title}</h1>
        <p class="lead">${GOODS.ask[lang]}</p>
        ${searchForm(visit, '')}
      </div>
      ${departments(visit)}`
    return { title, main }
  }
  const heading = found.length > 0 ? GOODS.found[lang] : GOODS.none[lang]
  return {
    title,
    main: html`<div
        class="wrap block"
        data-lupaus-view="search"
        data-lupaus-query="${query}"
        data-lupaus-results="${found.length}"
      >
        <h1>${heading} <q>${query}</q></h1>
        <p class="quiet" role="status">${GOODS.count[lang](found.length)}</p>
        ${searchForm(visit, query)} ${found.length > 0 ? shelf(visit, found) : ideas(visit)}
      </div>
      ${found.length === 0 && departments(visit, GOODS.all[lang])}`,
  }
}

/** The attributes by which the tag learns which product an event is about. */
export function eventData({ lang }: Visit, product: Product, quantity?: number): Html {
  const cents = product.cents * (quantity ?? 1)
  const pairs = html` data-lupaus-product="${product.slug}"
  data-lupaus-product-name="${product.name[lang]}" data-lupaus-category="${product.category}"
  data-lupaus-value="${euros(cents)}" data-lupaus-currency="EUR"`
  return quantity === undefined ? pairs : html`${pairs} data-lupaus-quantity="${quantity}"`
}

function addForm(visit: Visit, product: Product): Html {
  const { lang } = visit
  return html`<form
    class="add"
    method="post"
    action="${at(visit, 'cart/add')}"
    data-lupaus-event="cart_add"
    data-shop-cents="${product.cents}"
    ${eventData(visit, product, 1)}
  >
    <input type="hidden" name="product" value="${product.slug}" />
    <label for="quantity">${GOODS.quantity[lang]}</label>
    <input
      id="quantity"
      name="quantity"
      type="number"
      inputmode="numeric"
      min="1"
      max="${QUANTITY_MAX}"
      value="1"
      required
    />
    <button class="button">${GOODS.add[lang]}</button>
  </form>`
}

function searchForm(visit: Visit, query: string): Html {
  const { lang } = visit
  return html`<form
    class="wide-find"
    role="search"
    aria-label="${GOODS.searchTitle[lang]}"
    action="${at(visit, 'search')}"
  >
    <label class="unseen" for="again">${FRAME.search[lang]}</label
    ><input id="again" name="q" type="search" maxlength="${QUERY_MAX}" value="${query}" />
    <button class="button">${FRAME.searchGo[lang]}</button>
  </form>`
}

function ideas(visit: Visit): Html {
  const words = GOODS.ideas[visit.lang].split(',')
  return html`<p>${GOODS.noneHelp[visit.lang]}</p>
    <ul class="ideas">
      ${words.map(
        word =>
          html`<li>
            <a href="${at(visit, 'search')}?q=${raw(encodeURIComponent(word))}">${word}</a>
          </li>`,
      )}
    </ul>`
}
