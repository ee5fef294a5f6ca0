import type { Moment } from '../base/time.ts'
import { type Html, html } from '../policy/index.ts'
import type { Known } from './parts.ts'
import { shape } from './shape.ts'
import { fact } from './fact.ts'
import { subnav } from './subnav.ts'
import type { CentreView } from './view.ts'
import { type Say, sayIn, timeIn } from './words.ts'

/** Both erasures, what each of them reaches, and what stays; the press is still to come. */
export function erasePage(view: CentreView): Html {
  const say = sayIn(view.lang)
  const { lang, known } = view
  const count = eventsIn(known)
  return html`<h1>${say('erase.title')}</h1>
    <p class="lead">${say('erase.lead')}</p>
    ${subnav(lang, 'data')}
    <section class="card" aria-labelledby="what">
      <h2 id="what">${say('erase.what')}</h2>
      <ul>
        <li>
          ${say('erase.server', { count })}${
            known.length > 0 &&
            html`
              <ul>
                ${known.map(one => html`<li>${groupText(one, say)}</li>`)}
              </ul>
            `
          }
        </li>
        <li>${say('erase.device')}</li>
      </ul>
      <p>${say('erase.consent')}</p>
      ${eraseForm(view, 'mine', html`<button>${say('erase.mine')}</button>`)}
    </section>
    <section aria-labelledby="stays">
      <h2 id="stays">${say('erase.stays')}</h2>
      <p>${say('erase.stays.text')}</p>
    </section>
    <section class="card" aria-labelledby="everything">
      <h2 id="everything">${say('erase.everything')}</h2>
      <p>${say('erase.everything.text')}</p>
      ${eraseForm(
        view,
        'everything',
        html`<button class="quiet">${say('erase.everything')}</button>`,
      )}
    </section>
    <p><a href="/privacy/data?lang=${lang}">${say('erase.back')}</a></p>`
}

function groupText({ group, events: count }: Known, say: Say): string {
  return say('erase.server.group', { group: say(`known.group.${group}`), count })
}

function eraseForm({ lang, token }: CentreView, what: string, button: Html): Html {
  return html`<form method="post" action="/privacy/erase">
    <input type="hidden" name="lang" value="${lang}" /><input
      type="hidden"
      name="token"
      value="${token}"
    /><input type="hidden" name="what" value="${what}" />${button}
  </form>`
}

/** How many events these groups hold together. */
export function eventsIn(known: readonly Known[]): number {
  return known.reduce((sum, { events }) => sum + events, 0)
}

/** What an erasure came to, seen afterwards. */
export type Erasure = {
  readonly certificate: string
  readonly entry: number
  readonly at: Moment
  readonly erased: number
  readonly left: number
}

/** Says what was erased and by which number it is found in the log. */
export function erasedPage(lang: CentreView['lang'], erasure: Erasure): Html {
  const say = sayIn(lang)
  const { certificate, entry, at, erased, left: count } = erasure
  const isDone = count === 0
  const title = say(isDone ? 'erase.done' : 'erase.notyet')
  return html`<h1>${shape(isDone ? 'check' : 'dash')} ${title}</h1>
    <p class="lead" role="status">
      ${isDone ? say('erase.done.text') : say('erase.notyet.text', { count })}
    </p>
    <section class="card verdict ${isDone ? '' : 'no'}" aria-labelledby="certificate">
      <h2 id="certificate">${say('erase.certificate')}</h2>
      <p>${say('erase.certificate.text')}</p>
      <dl class="facts">
        ${fact(say('erase.certificate'), html`<code>${certificate}</code>`)}
        ${fact(say('erase.entry'), String(entry))} ${fact(say('erase.at'), timeIn(lang, at))}
        ${fact(say('erase.count'), String(erased))}
      </dl>
    </section>
    <p><a class="button" href="/privacy?lang=${lang}">${say('error.home')}</a></p>`
}
