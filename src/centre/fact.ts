import { type Html, html } from '../policy/index.ts'

/** One line of a list of facts (`dl.facts`): what, and what of it. */
export function fact(term: string, text: Html | string): Html {
  return html`<div>
    <dt>${term}</dt>
    <dd>${text}</dd>
  </div>`
}
