import { type Html, html } from '../../src/policy/index.ts'
import { price } from '../money.ts'
import { at, type Visit } from '../visit.ts'
import { ORDER } from '../words-order.ts'
import { sums } from './cart.ts'
import { field, type Wrong, wrongList } from './form.ts'
import type { Page } from './frame.ts'

/** What a visitor wrote at the checkout; read, checked and forgotten. */
export type Written = {
  readonly name: string
  readonly email: string
  readonly street: string
  readonly postal: string
  readonly city: string
}

export const NOTHING_WRITTEN: Written = { name: '', email: '', street: '', postal: '', city: '' }

const FIELD_MAX = 100

/** The checkout form, with what was written and what is wrong with it. */
export function checkoutPage(
  visit: Visit,
  token: string,
  written: Written = NOTHING_WRITTEN,
  wrong: Wrong = {},
): Page {
  const { lang } = visit
  return {
    title: ORDER.checkout[lang],
    main: html`<div class="wrap block">
      <h1>${ORDER.checkout[lang]}</h1>
      <div class="notice">
        <h2>${ORDER.demoTitle[lang]}</h2>
        <p>${ORDER.demoText[lang]}</p>
      </div>
      ${wrongList(visit, ORDER.wrong, wrong)}
      <div class="split">
        <form class="sheet" method="post" action="${at(visit, 'checkout')}" novalidate>
          <input type="hidden" name="token" value="${token}" />
          ${field(visit, 'name', ORDER.name, written.name, { autocomplete: 'name', wrong })}
          ${field(visit, 'email', ORDER.email, written.email, { type: 'email', autocomplete: 'email', wrong })}
          ${field(visit, 'street', ORDER.street, written.street, { autocomplete: 'street-address', wrong })}
          <div class="pair">
            ${field(visit, 'postal', ORDER.postal, written.postal, { autocomplete: 'postal-code', wrong })}
            ${field(visit, 'city', ORDER.city, written.city, { autocomplete: 'address-level2', wrong })}
          </div>
          <p class="tick">
            <input
              type="checkbox"
              id="remember"
              name="remember"
              value="yes"
              aria-describedby="remember-line"
            /><label for="remember">${ORDER.remember[lang]}</label
            ><span class="quiet" id="remember-line">${ORDER.rememberLine[lang]}</span>
          </p>
          <p><button class="button">${ORDER.place[lang]}</button></p>
        </form>
        ${summary(visit)}
      </div>
    </div>`,
  }
}

/** What is wrong with what was written; empty when nothing is. */
export function wrongWith(written: Written): Wrong {
  const tests = {
    name: [written.name !== '', ORDER.needName],
    email: [/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(written.email), ORDER.needEmail],
    street: [written.street !== '', ORDER.needStreet],
    postal: [/^\d{5}$/.test(written.postal), ORDER.needPostal],
    city: [written.city !== '', ORDER.needCity],
  } as const
  const tooLong = Object.entries(written)
    .filter(([, text]) => text.length > FIELD_MAX)
    .map(([name]) => [name, ORDER.tooLong])
  const failed = Object.entries(tests)
    .filter(([, [isGood]]) => !isGood)
    .map(([name, [, words]]) => [name, words])
  return Object.fromEntries([...failed, ...tooLong])
}

function summary(visit: Visit): Html {
  const { lang, cart } = visit
  return html`<aside class="sum" aria-labelledby="summary">
    <h2 id="summary">${ORDER.summary[lang]}</h2>
    <ul>
      ${cart.map(({ product, quantity }) => html`<li><span>${quantity} × ${product.name[lang]}</span> <span>${price(quantity * product.cents, lang)}</span></li>`)}
    </ul>
    ${sums(visit)}
  </aside>`
}
