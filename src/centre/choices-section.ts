import { type BannerPurpose, decide, type Html, html, type Refusal } from '../policy/index.ts'
import { shape } from './shape.ts'
import { vendorRows } from './vendor-rows.ts'
import type { CentreView } from './view.ts'
import type { Say } from './words.ts'

/** The choices: both answers to everything, then each purpose with its vendors. */
export function choicesSection(view: CentreView, say: Say): Html {
  const { first, details } = view.words
  return html`<section aria-labelledby="choices">
    <h2 id="choices">${say('choices.heading')}</h2>
    <p>${first.body}</p>
    <p>${say('choices.lead')}</p>
    <form method="post" action="/privacy/choices" class="equal">
      ${hidden(view)}<button name="choice" value="all">${first.accept}</button
      ><button name="choice" value="necessary">${first.refuse}</button>
    </form>
    <h3>${say('choices.each')}</h3>
    <form method="post" action="/privacy/choices">
      ${hidden(view)} ${hasVendors(view) && html`<p>${say('vendors.lead')}</p>`}
      ${details.purposes.map(purpose => purposeCard(view, purpose, say))}
      <button name="choice" value="save">${details.save}</button>
    </form>
    <noscript
      ><div class="note"><p>${say('choices.noscript')} ${deleteLinks(view)}</p></div></noscript
    >
  </section>`
}

function hasVendors({ policy }: CentreView): boolean {
  return policy.purposes.some(({ basis, vendors }) => basis === 'consent' && vendors.length > 0)
}

/** What every form of choices carries: language, the words shown, and where it came from. */
export function hidden(view: Pick<CentreView, 'lang' | 'words' | 'token'>): Html {
  return html`<input type="hidden" name="lang" value="${view.lang}" /><input
      type="hidden"
      name="words"
      value="${view.words.first.sha256}"
    /><input type="hidden" name="token" value="${view.token}" />`
}

/** Why a purpose is not permitted, in a sentence. */
export function reasonText(reason: Refusal['refused'], say: Say): string {
  const told = TOLD.find(known => known === reason)
  return say(told === undefined ? 'reason.other' : `reason.${told}`)
}

function purposeCard(view: CentreView, purpose: BannerPurpose, say: Say): Html {
  const verdict = decide(view.policy.rules, purpose.id, view.facts)
  const on = !('refused' in verdict)
  const reason = 'refused' in verdict ? reasonText(verdict.refused, say) : undefined
  const id = `purpose-${purpose.id}`
  return html`<div class="card purpose">
    <div class="head">
      ${purpose.always ? fixedHead(purpose, id, say) : switchHead(purpose, id, on, say)}
    </div>
    <p id="${id}-text">${purpose.text}</p>
    ${purpose.always && html`<p class="meta">${say('choices.always.text')}</p>`}
    ${!purpose.always && reason && html`<p class="meta">${reason}</p>`}
    ${vendorRows(view, purpose, say)} ${trackerTable(view, purpose, say)}
  </div>`
}

function fixedHead(purpose: BannerPurpose, id: string, say: Say): Html {
  return html`<h4 id="${id}">${purpose.name}</h4>
    <span class="badge">${say('choices.always')}</span>`
}

function switchHead(purpose: BannerPurpose, id: string, on: boolean, say: Say): Html {
  return html`<label for="${id}"
      ><input
        type="checkbox"
        class="switch"
        role="switch"
        id="${id}"
        name="purpose"
        value="${purpose.id}"
        aria-describedby="${id}-text"
        ${on && html` checked`}
      /><span>${purpose.name}</span></label
    >
    <span class="badge ${on ? 'kept' : ''}"
      >${shape(on ? 'check' : 'dash')} ${say(on ? 'choices.on' : 'choices.off')}</span
    >`
}

function trackerTable(view: CentreView, purpose: BannerPurpose, say: Say): Html {
  const { columns } = view.words.details
  const count = purpose.trackers.length
  if (count === 0) return html`<p class="meta">${say('choices.noTrackers')}</p>`
  const rows = purpose.trackers.map(
    row =>
      html`<tr>
        <th scope="row"><code>${row.name}</code></th>
        <td data-label="${columns.use}"><span>${row.use}</span></td>
        <td data-label="${columns.vendor}"><span>${row.vendor}</span></td>
        <td data-label="${columns.store}"><span>${row.store}</span></td>
        <td data-label="${columns.lifetime}"><span>${row.lifetime}</span></td>
      </tr>`,
  )
  return html`<details>
    <summary>${say('choices.trackers', { count })}</summary>
    <div class="table cards">
      <table aria-labelledby="purpose-${purpose.id}">
        <thead>
          <tr>
            <th scope="col">${columns.name}</th>
            <th scope="col">${columns.use}</th>
            <th scope="col">${columns.vendor}</th>
            <th scope="col">${columns.store}</th>
            <th scope="col">${columns.lifetime}</th>
          </tr>
        </thead>
        <tbody>
          ${rows}
        </tbody>
      </table>
    </div>
  </details>`
}

function deleteLinks(view: CentreView): Html[] {
  return view.policy.links
    .filter(link => link.topic === 'delete-cookies')
    .map(
      (link, at) =>
        html`${at > 0 && ', '}<a href="${link.urls[view.lang]}" rel="noreferrer">${link.name}</a>`,
    )
}

const TOLD = ['no-consent', 'withdrawn', 'objected', 'lapsed', 'terms-changed'] as const
