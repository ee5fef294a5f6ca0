import { momentOf } from '../base/time.ts'
import { type BannerPurpose, decide, type Html, html, type Refusal } from '../policy/index.ts'
import { knownSection } from './known-section.ts'
import { standingOf } from './save-choice.ts'
import { shape } from './shape.ts'
import type { CentreView } from './view.ts'
import { dayIn, listed, type Say, sayIn } from './words.ts'

/** The privacy centre: what holds now, the choices, the receipt, and what is known. */
export function centrePage(view: CentreView): Html {
  const say = sayIn(view.lang)
  return html`<h1>${say('centre.title')}</h1>
    <p class="lead">${say('centre.lead')}</p>
    ${view.did && html`<div class="note did" role="status"><p>${say(`did.${view.did}`)}</p></div>`}
    ${nowSection(view, say)} ${signalsNote(view, say)} ${choicesSection(view, say)}
    ${receiptSection(view, say)} ${knownSection(view, say)} ${moreSection(view, say)}
    <script src="/lupaus.js" data-lupaus-quiet defer></script>`
}

function nowSection(view: CentreView, say: Say): Html {
  const standing = standingOf(view.policy, view.facts)
  const { receipt } = view
  return html`<section class="card now" aria-labelledby="now">
    <h2 id="now">${say('now.heading')}</h2>
    <p class="standing">${nowSentence(view, standing, say)}</p>
    ${
      receipt &&
      html`<p class="meta">
        ${say('now.dates', {
          made: dayIn(view.lang, momentOf(receipt.t * 1000)),
          until: dayIn(view.lang, momentOf(receipt.e * 1000)),
        })}
      </p>`
    }
    ${
      standing.length > 0 &&
      html`<form method="post" action="/privacy/choices">
        ${hidden(view)}<button name="choice" value="necessary">${say('now.withdraw')}</button>
      </form>`
    }
  </section>`
}

function nowSentence(view: CentreView, standing: readonly string[], say: Say): string {
  if (standing.length > 0)
    return say('now.granted', { purposes: listed(view.lang, namesOf(view, standing)) })
  const { receipt, facts } = view
  if (!receipt) return say(view.browser.receipt === undefined ? 'now.none' : 'now.unreadable')
  if (facts?.withdrawn === true) return say('now.withdrawn')
  if (facts && !(facts.now < facts.until)) return say('now.lapsed')
  return say(Object.keys(receipt.g).length === 0 ? 'now.refused' : 'now.silenced')
}

function signalsNote(view: CentreView, say: Say): Html | undefined {
  const { signals } = view.browser
  if (signals.length === 0) return undefined
  const sentences = signals.map(signal => {
    const refuses = view.policy.signals.find(rule => rule.signal === signal)?.refuses ?? []
    const purposes = listed(view.lang, namesOf(view, refuses))
    const means = refuses.length > 0 ? say('signals.refuses', { purposes }) : undefined
    return html`<p>${say(`signals.${signal}`)} ${means ?? say('signals.nothing')}</p>`
  })
  return html`<section class="note" aria-labelledby="signals">
    <h2 id="signals">${say('signals.heading')}</h2>
    ${sentences}
    <p>${say('signals.override')}</p>
  </section>`
}

function choicesSection(view: CentreView, say: Say): Html {
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
      ${hidden(view)} ${details.purposes.map(purpose => purposeCard(view, purpose, say))}
      <button name="choice" value="save">${details.save}</button>
    </form>
    <noscript
      ><div class="note"><p>${say('choices.noscript')} ${deleteLinks(view)}</p></div></noscript
    >
  </section>`
}

function purposeCard(view: CentreView, purpose: BannerPurpose, say: Say): Html {
  const verdict = decide(view.policy.rules, purpose.id, view.facts)
  const on = !('refused' in verdict)
  const reason = 'refused' in verdict ? say(reasonKey(verdict.refused)) : undefined
  const id = `purpose-${purpose.id}`
  return html`<div class="card purpose">
    <div class="head">
      ${
        purpose.always
          ? html`<h4 id="${id}">${purpose.name}</h4>
              <span class="badge">${say('choices.always')}</span>`
          : html`<label for="${id}"
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
    </div>
    <p id="${id}-text">${purpose.text}</p>
    ${purpose.always && html`<p class="meta">${say('choices.always.text')}</p>`}
    ${!purpose.always && reason && html`<p class="meta">${reason}</p>`}
    ${trackerTable(view, purpose, say)}
  </div>`
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

function receiptSection(view: CentreView, say: Say): Html {
  const { receipt, lang } = view
  const check = html`<a href="/privacy/receipt/check?lang=${lang}">${say('check.title')}</a>`
  if (!receipt) {
    return html`<section aria-labelledby="receipt">
      <h2 id="receipt">${say('receipt.heading')}</h2>
      <p>${say('receipt.none')}</p>
      <p>${check}</p>
    </section>`
  }
  return html`<section aria-labelledby="receipt">
    <h2 id="receipt">${say('receipt.heading')}</h2>
    <p>${say('receipt.text')}</p>
    ${receipt.i === undefined && html`<p>${say('receipt.anonymous')}</p>`}
    <p class="row">
      <a class="button" href="/privacy/receipt?lang=${lang}" download>${say('receipt.download')}</a
      >${check}
    </p>
  </section>`
}

function moreSection({ lang }: CentreView, say: Say): Html {
  return html`<section aria-labelledby="more">
    <h2 id="more">${say('more.heading')}</h2>
    <ul>
      <li><a href="/privacy/${lang}">${say('more.notice')}</a></li>
      <li><a href="/promises?lang=${lang}">${say('more.promises')}</a></li>
      <li><a href="/privacy/versions?lang=${lang}">${say('more.versions')}</a></li>
      <li><a href="/privacy/policy.yaml">${say('more.yaml')}</a></li>
      <li><a href="/privacy/policy.json">${say('more.json')}</a></li>
    </ul>
  </section>`
}

function deleteLinks(view: CentreView): Html[] {
  return view.policy.links
    .filter(link => link.topic === 'delete-cookies')
    .map(
      (link, at) =>
        html`${at > 0 && ', '}<a href="${link.urls[view.lang]}" rel="noreferrer">${link.name}</a>`,
    )
}

function hidden(view: CentreView): Html {
  return html`<input type="hidden" name="lang" value="${view.lang}" /><input
      type="hidden"
      name="words"
      value="${view.words.first.sha256}"
    /><input type="hidden" name="token" value="${view.token}" />`
}

function namesOf(view: CentreView, ids: readonly string[]): readonly string[] {
  return view.words.details.purposes.filter(({ id }) => ids.includes(id)).map(({ name }) => name)
}

const TOLD = ['no-consent', 'withdrawn', 'objected', 'lapsed', 'terms-changed'] as const

function reasonKey(reason: Refusal['refused']) {
  const told = TOLD.find(known => known === reason)
  return told === undefined ? 'reason.other' : (`reason.${told}` as const)
}
