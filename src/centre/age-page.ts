import { type Html, html } from '../policy/index.ts'
import { hidden } from './choices-section.ts'
import type { CentreView } from './view.ts'
import { listed, type Say, sayIn } from './words.ts'

/** What waits for the visitor's word on age. */
export type AgeQuestion = {
  readonly purposes: readonly string[]
  readonly vendors: readonly string[]
}

/** Asks, in an act of its own and with two equal answers, whether the visitor is old enough. */
export function agePage(view: CentreView, asked: AgeQuestion): Html {
  const say = sayIn(view.lang)
  const names = view.words.details.purposes
    .filter(({ id }) => asked.purposes.includes(id))
    .map(({ name }) => name)
  const years = yearsOf(view)
  const title = say('age.title', { years })
  return html`<h1>${title}</h1>
    <p class="lead">${say('age.lead', { purposes: listed(view.lang, names), years })}</p>
    <form method="post" action="/privacy/choices">
      ${hidden(view)} ${carried(asked)}
      <div class="equal">
        <button name="choice" value="of-age">${say('age.yes', { years })}</button
        ><button name="choice" value="too-young">${say('age.no', { years })}</button>
      </div>
    </form>
    ${afterwards(view, say)}`
}

/** The age that the policy asks for, in years. */
export function yearsOf({ policy }: Pick<CentreView, 'policy'>): number {
  return Number.parseInt(policy.said.minors['age-gate']?.under ?? '0', 10)
}

function carried({ purposes, vendors }: AgeQuestion): Html[] {
  return [
    ...purposes.map(id => html`<input type="hidden" name="purpose" value="${id}" />`),
    ...vendors.map(id => html`<input type="hidden" name="vendor:${id}" value="1" />`),
  ]
}

function afterwards({ lang }: CentreView, say: Say): Html {
  return html`<p class="meta">${say('age.why')}</p>
    <p><a href="/privacy?lang=${lang}">${say('age.later')}</a></p>`
}
