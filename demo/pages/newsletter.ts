import { type Html, html } from '../../src/policy/index.ts'
import { at, type Visit } from '../visit.ts'
import { LETTER } from '../words.ts'
import { ORDER } from '../words-order.ts'
import { field, type Wrong, wrongList } from './form.ts'
import type { Page } from './frame.ts'

/** The page with the sign-up form. */
export function newsletterPage(visit: Visit, wrong: Wrong = {}, email = ''): Page {
  const title = LETTER.title[visit.lang]
  const main = html`<div class="wrap block">
    ${wrongList(visit, ORDER.wrong, wrong)}
    <div class="letter">${letterForm(visit, wrong, 1, email)}</div>
  </div>`
  return { title, about: LETTER.lead[visit.lang], main }
}

/** What would happen now, were this no demo. */
export function newsletterThanks(visit: Visit): Page {
  const { lang } = visit
  const title = LETTER.thanks[lang]
  const steps = LETTER.steps.map(step => html`<li>${step[lang]}</li>`)
  const main = html`<div class="wrap block narrow">
    <h1>${title}</h1>
    <ol class="steps">
      ${steps}
    </ol>
    <p><a class="button" href="${at(visit, '')}">${ORDER.on[lang]}</a></p>
  </div>`
  return { title, main }
}

/** What is wrong with a sign-up; without the separate consent there is none. */
export function wrongSignUp(email: string, hasConsent: boolean): Wrong {
  const isAddress = email.length <= 100 && /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)
  return {
    ...(isAddress ? {} : { email: ORDER.needEmail }),
    ...(hasConsent ? {} : { consent: LETTER.needConsent }),
  }
}

/** The form itself, which also stands on the home page. */
export function letterForm(visit: Visit, wrong: Wrong, level: 1 | 2, email = ''): Html {
  const { lang } = visit
  const title = LETTER.title[lang]
  return html`<div>
      ${level === 1 ? html`<h1>${title}</h1>` : html`<h2>${title}</h2>`}
      <p>${LETTER.lead[lang]}</p>
    </div>
    <form method="post" action="${at(visit, 'newsletter')}" novalidate>
      ${field(visit, 'email', LETTER.email, email, { type: 'email', autocomplete: 'email', wrong })}
      <p class="tick">
        <input
          type="checkbox"
          id="consent"
          name="consent"
          value="yes"
          ${wrong['consent'] && html` aria-invalid="true"`}
        /><label for="consent">${LETTER.consent[lang]}</label>
      </p>
      <p><button class="button">${LETTER.go[lang]}</button></p>
      <p class="quiet">${LETTER.note[lang]}</p>
    </form>`
}
