import { momentOf } from '../base/time.ts'
import { type Html, html } from '../policy/index.ts'
import { choicesSection, hidden } from './choices-section.ts'
import { deltaSection } from './delta-section.ts'
import { knownSummary } from './known-section.ts'
import { standingOf } from './save-choice.ts'
import { subnav } from './subnav.ts'
import type { CentreView } from './view.ts'
import { dayIn, listed, type Say, sayIn } from './words.ts'

/** The privacy centre: what holds now, the choices, the receipt, and what is known. */
export function centrePage(view: CentreView): Html {
  const say = sayIn(view.lang)
  return html`<h1>${say('centre.title')}</h1>
    <p class="lead">${say('centre.lead')}</p>
    ${subnav(view.lang, 'choices')}
    ${view.did && html`<div class="note did" role="status"><p>${say(`did.${view.did}`)}</p></div>`}
    ${deltaSection(view, say)} ${nowSection(view, say)} ${signalsNote(view, say)}
    ${choicesSection(view, say)} ${receiptSection(view, say)} ${knownSummary(view, say)}
    ${moreSection(view, say)}
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
      <li><a href="/privacy/${lang}" rel="privacy-policy">${say('more.notice')}</a></li>
      <li><a href="/promises?lang=${lang}">${say('more.promises')}</a></li>
      <li><a href="/privacy/versions?lang=${lang}">${say('more.versions')}</a></li>
      <li><a href="/privacy/policy.yaml">${say('more.yaml')}</a></li>
      <li>
        <a href="/privacy/policy.jsonld" rel="alternate" type="application/ld+json"
          >${say('more.json')}</a
        >
      </li>
    </ul>
  </section>`
}

function namesOf(view: CentreView, ids: readonly string[]): readonly string[] {
  return view.words.details.purposes.filter(({ id }) => ids.includes(id)).map(({ name }) => name)
}
