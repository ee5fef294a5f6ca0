import { type Html, html } from '../../src/policy/index.ts'
import { pictureOf } from '../assets.ts'
import { type CartLine, deliveryCents, goodsCents, QUANTITY_MAX } from '../cart.ts'
import { euros, price } from '../money.ts'
import { at, type Visit } from '../visit.ts'
import { GOODS } from '../words.ts'
import { ORDER } from '../words-order.ts'
import type { Page } from './frame.ts'
import { eventData } from './goods.ts'
import { departments } from './home.ts'

/** The cart, each line with forms of its own to change or remove it. */
export function cartPage(visit: Visit): Page {
  const { lang } = visit
  if (visit.cart.length === 0) return emptyCart(visit)
  return {
    title: ORDER.title[lang],
    current: 'cart',
    strip: true,
    main: html`<div class="wrap block">
      <h1>${ORDER.title[lang]}</h1>
      <div class="split">
        <ul class="lines">
          ${visit.cart.map(line => lineOf(visit, line))}
        </ul>
        <aside class="sum" aria-label="${ORDER.total[lang]}">
          ${sums(visit)}
          <p><a class="button" href="${at(visit, 'checkout')}">${ORDER.toCheckout[lang]}</a></p>
        </aside>
      </div>
    </div>`,
  }
}

/** What goods and delivery cost, and together. */
export function sums(visit: Visit): Html {
  const { lang, cart } = visit
  const goods = goodsCents(cart)
  const delivery = deliveryCents(cart)
  return html`<dl>
    <div>
      <dt>${ORDER.goods[lang]}</dt>
      <dd>${price(goods, lang)}</dd>
    </div>
    <div>
      <dt>${ORDER.delivery[lang]}</dt>
      <dd>${delivery === 0 ? ORDER.free[lang] : price(delivery, lang)}</dd>
    </div>
    <div class="total">
      <dt>${ORDER.total[lang]}</dt>
      <dd>${price(goods + delivery, lang)}</dd>
    </div>
  </dl>`
}

function lineOf(visit: Visit, { product, quantity }: CartLine): Html {
  const { lang } = visit
  const id = `n-${product.slug}`
  const name = product.name[lang]
  const hidden = html`<input type="hidden" name="product" value="${product.slug}" />`
  return html`<li>
    <div class="pane tint-${product.tint}">
      <img src="${pictureOf(product.slug)}" width="400" height="400" alt="" />
    </div>
    <div class="what">
      <h2><a href="${at(visit, `p/${product.slug}`)}">${name}</a></h2>
      <p class="quiet">${price(product.cents, lang)}</p>
    </div>
    <form method="post" action="${at(visit, 'cart/set')}">
      ${hidden}
      <label class="unseen" for="${id}">${GOODS.quantity[lang]}: ${name}</label>
      <input
        id="${id}"
        name="quantity"
        type="number"
        inputmode="numeric"
        min="0"
        max="${QUANTITY_MAX}"
        value="${quantity}"
        required
      />
      <button class="link" aria-label="${ORDER.update[lang]}: ${name}">
        ${ORDER.update[lang]}
      </button>
    </form>
    <form
      method="post"
      action="${at(visit, 'cart/set')}"
      data-lupaus-event="cart_remove"
      ${eventData(visit, product, quantity)}
    >
      ${hidden} <input type="hidden" name="quantity" value="0" /><button
        class="link"
        aria-label="${ORDER.remove[lang]}: ${name}"
      >
        ${ORDER.remove[lang]}
      </button>
    </form>
    <p class="price">${price(product.cents * quantity, lang)}</p>
  </li>`
}

function emptyCart(visit: Visit): Page {
  const { lang } = visit
  return {
    title: ORDER.title[lang],
    current: 'cart',
    strip: true,
    main: html`<div class="wrap block">
        <h1>${ORDER.empty[lang]}</h1>
        <p class="lead">${ORDER.emptyLine[lang]}</p>
      </div>
      ${departments(visit)}`,
  }
}

/** An order that was just placed, as the thanks page shows it once. */
export type Placed = { readonly number: string; readonly cents: number; readonly pieces: number }

/** Thanks for an order, or the plain word that there is none. */
export function thanksPage(visit: Visit, placed: Placed | undefined): Page {
  const { lang } = visit
  const on = html`<p><a class="button" href="${at(visit, '')}">${ORDER.on[lang]}</a></p>`
  if (!placed) {
    const title = ORDER.noOrder[lang]
    const main = html`<div class="wrap block narrow">
      <h1>${title}</h1>
      <p class="lead">${ORDER.noOrderText[lang]}</p>
      ${on}
    </div>`
    return { title, main }
  }
  const data = html` data-lupaus-value="${euros(placed.cents)}" data-lupaus-currency="EUR"
  data-lupaus-quantity="${placed.pieces}"`
  return {
    title: ORDER.thanks[lang],
    main: html`<div class="wrap block narrow" data-lupaus-view="purchase" ${data}>
      <img class="cheer" src="${pictureOf('thanks')}" width="400" height="400" alt="" />
      <h1>${ORDER.thanks[lang]}</h1>
      <p class="lead">${ORDER.thanksText[lang]}</p>
      <dl class="facts">
        <div>
          <dt>${ORDER.number[lang]}</dt>
          <dd>${placed.number}</dd>
        </div>
        <div>
          <dt>${ORDER.pieces[lang]}</dt>
          <dd>${placed.pieces}</dd>
        </div>
        <div>
          <dt>${ORDER.total[lang]}</dt>
          <dd>${price(placed.cents, lang)}</dd>
        </div>
      </dl>
      ${on}
    </div>`,
  }
}
