import { type Html, html } from '../policy/index.ts'
import { hidden } from './choices-section.ts'
import { vendorLinks } from './vendor-rows.ts'
import type { Pending } from './pending.ts'
import type { CentreView } from './view.ts'
import { dayIn, type Say } from './words.ts'
import { momentOf } from '../base/time.ts'

/** Asks again for what has changed since the choice, and for nothing else. */
export function deltaSection(view: CentreView, say: Say): Html | undefined {
  const { pending, receipt, lang } = view
  if (!pending || !receipt) return undefined
  const chosen = dayIn(lang, momentOf(receipt.t * 1000))
  return html`<section class="card delta" aria-labelledby="delta">
    <h2 id="delta">${say('delta.heading')}</h2>
    <p>${say('delta.lead', { chosen })}</p>
    <form method="post" action="/privacy/choices">
      ${hidden(view)} ${pending.purposes.map(id => purposePart(view, pending, id, say))}
      <div class="equal">
        <button name="choice" value="add">${say('delta.allow')}</button
        ><button name="choice" value="keep">${say('delta.refuse')}</button>
      </div>
    </form>
    <p class="meta">${say('delta.rest')}</p>
  </section>`
}

function purposePart(view: CentreView, { changes }: Pending, id: string, say: Say): Html {
  const purpose = view.words.details.purposes.find(one => one.id === id)
  const told = changes.filter(change => change.purpose === id)
  const isNew = !Object.hasOwn(view.receipt?.g ?? {}, id)
  const vendors = view.policy.purposes.find(one => one.id === id)?.vendors ?? []
  const acting = view.policy.vendors.filter(vendor => vendors.includes(vendor.id))
  return html`<h3>${purpose?.name ?? id}</h3>
    <input type="hidden" name="purpose" value="${id}" />
    <p>${purpose?.text}</p>
    ${
      told.length > 0
        ? html`<ul>
            ${told.map(({ words }) => html`<li>${words[view.lang]}</li>`)}
          </ul>`
        : html`<p class="meta">${say(isNew ? 'delta.new' : 'delta.unknown')}</p>`
    }
    ${acting.map(
      vendor =>
        html`<input type="hidden" name="vendor:${vendor.id}" value="${id}" />
          <p class="links">${vendorLinks(vendor, say)}</p>`,
    )}`
}
