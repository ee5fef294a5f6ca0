import { type Html, html } from '../../src/policy/index.ts'
import { at, type Visit } from '../visit.ts'
import { LETTER } from '../words.ts'
import { ACCOUNT, ORDER, PROBLEM } from '../words-order.ts'
import { field, type Wrong, wrongList } from './form.ts'
import type { Page } from './frame.ts'
import { departments } from './home.ts'

/** Sign-in, or what the account holds once signed in. */
export function accountPage(visit: Visit, wrong: Wrong = {}): Page {
  const { lang } = visit
  const title = visit.signedIn ? ACCOUNT.titleIn[lang] : ACCOUNT.title[lang]
  const main = html`<div class="wrap block narrow">
    <h1>${title}</h1>
    ${visit.signedIn ? signedIn(visit) : signIn(visit, wrong)}${visit.remembered && known(visit)}
  </div>`
  return { title, current: 'account', main }
}

/** A page that is not there. */
export function gonePage(visit: Visit): Page {
  const { lang } = visit
  const title = PROBLEM.gone[lang]
  const main = html`<div class="wrap block narrow">
      <h1>${title}</h1>
      <p class="lead">${PROBLEM.goneText[lang]}</p>
    </div>
    ${departments(visit)}`
  return { title, main }
}

/** A form that made no sense. */
export function badPage(visit: Visit): Page {
  const { lang } = visit
  const title = PROBLEM.bad[lang]
  const main = html`<div class="wrap block narrow">
    <h1>${title}</h1>
    <p class="lead">${PROBLEM.badText[lang]}</p>
  </div>`
  return { title, main }
}

/** Why something cannot be remembered: the policy does not declare the cookie it needs. */
export function undeclaredPage(visit: Visit, cookie: string): Page {
  const { lang } = visit
  const title = PROBLEM.undeclared[lang]
  const main = html`<div class="wrap block narrow">
    <h1>${title}</h1>
    <p class="lead">${PROBLEM.undeclaredText[lang]} <code>${cookie}</code>.</p>
  </div>`
  return { title, main }
}

function signIn(visit: Visit, wrong: Wrong): Html {
  const { lang } = visit
  return html`<p class="lead">${ACCOUNT.lead[lang]}</p>
    ${wrongList(visit, ORDER.wrong, wrong)}
    <form class="sheet" method="post" action="${at(visit, 'account/in')}" novalidate>
      ${field(visit, 'email', LETTER.email, '', { type: 'email', autocomplete: 'email', wrong })}
      <p><button class="button">${ACCOUNT.go[lang]}</button></p>
    </form>`
}

function signedIn(visit: Visit): Html {
  const { lang } = visit
  return html`<p class="lead">${ACCOUNT.leadIn[lang]}</p>
    <h2>${ACCOUNT.orders[lang]}</h2>
    <p>${ACCOUNT.ordersNone[lang]}</p>
    <form method="post" action="${at(visit, 'account/out')}">
      <button class="button">${ACCOUNT.out[lang]}</button>
    </form>`
}

function known(visit: Visit): Html {
  const { lang } = visit
  return html`<h2>${ACCOUNT.known[lang]}</h2>
    <p>${ACCOUNT.knownLine[lang]}</p>
    <form method="post" action="${at(visit, 'account/forget')}">
      <button class="button ghost">${ACCOUNT.forget[lang]}</button>
    </form>`
}
