import { type Html, html } from '../../src/policy/index.ts'
import { pictureOf } from '../assets.ts'
import type { Product } from '../catalogue/index.ts'
import { price } from '../money.ts'
import { at, type Visit } from '../visit.ts'

/** A product as a card on a shelf; `level` is the heading's, and the first row loads at once. */
export function card(visit: Visit, product: Product, level: 2 | 3 = 2, isEager = false): Html {
  const { lang } = visit
  const name = html`<a href="${at(visit, `p/${product.slug}`)}">${product.name[lang]}</a>`
  return html`<li class="card">
    <div class="pane tint-${product.tint}">
      <img
        src="${pictureOf(product.slug)}"
        width="400"
        height="400"
        alt=""
        ${isEager ? '' : html`loading="lazy"`}
      />
    </div>
    ${level === 2 ? html`<h2>${name}</h2>` : html`<h3>${name}</h3>`}
    <p>${product.line[lang]}</p>
    <p class="price">${price(product.cents, lang)}</p>
  </li>`
}

/** Cards in a row that wraps. */
export function shelf(visit: Visit, products: readonly Product[], level: 2 | 3 = 2): Html {
  return html`<ul class="shelf">
    ${products.map((product, index) => card(visit, product, level, index < 4))}
  </ul>`
}
