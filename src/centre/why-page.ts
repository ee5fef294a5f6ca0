import { type Html, html, promiseWords } from '../policy/index.ts'
import { shape } from './shape.ts'
import { fact } from './fact.ts'
import { subnav } from './subnav.ts'
import type { CentreView } from './view.ts'
import { type Why, whyOf } from './why.ts'
import { dayIn, listed, type Say, sayIn } from './words.ts'

/** Why this browser is shown what it is shown, purpose by purpose. */
export function whyPage(view: CentreView, text: string | undefined): Html {
  const say = sayIn(view.lang)
  const lines = text?.split(/\r\n|\r|\n/) ?? []
  return html`<h1>${say('why.title')}</h1>
    <p class="lead">${say('why.lead')}</p>
    ${subnav(view.lang, 'why')} ${whyOf(view).map(why => whyCard(view, why, lines, say))}`
}

function whyCard(view: CentreView, why: Why, lines: readonly string[], say: Say): Html {
  const { id } = why.purpose
  const words = view.words.details.purposes.find(one => one.id === id)
  return html`<section class="card purpose" aria-labelledby="why-${id}">
    <div class="head">
      <h2 id="why-${id}">${words?.name ?? id}</h2>
      <span class="badge ${why.on ? 'kept' : ''}"
        >${shape(why.on ? 'check' : 'dash')} ${say(why.on ? 'why.on' : 'why.off')}</span
      >
    </div>
    <p class="meta">${words?.text}</p>
    <dl class="facts">
      ${fact(say('why.decided'), decidedText(view, why, say))}
      ${fact(say('why.leads'), why.leads.map(to => say(`why.leads.${to}`)).join(' '))}
      ${why.vendors.length > 0 && fact(say('why.companies'), companies(why, say))}
      ${fact(say('why.rule'), ruleText(why, lines, say))}
    </dl>
    ${promises(view, why, say)}
  </section>`
}

function decidedText({ lang, browser }: CentreView, { by, made, until }: Why, say: Say): string {
  const day = made === undefined ? '' : dayIn(lang, made)
  const end = until === undefined ? '' : dayIn(lang, until)
  const signals = listed(
    lang,
    browser.signals.map(signal => SIGNAL_NAMES[signal]),
  )
  return say(`why.by.${by}`, { day, until: end, signals })
}

const SIGNAL_NAMES = { gpc: 'Global Privacy Control', dnt: 'Do Not Track' } as const

function companies({ vendors }: Why, say: Say): string {
  return vendors.map(({ name, takes }) => say(`why.company.${takes}`, { name })).join(' ')
}

/** The line as it is written, so that anyone can hold it against the published file. */
function ruleText({ line }: Why, lines: readonly string[], say: Say): Html {
  return html`<a href="/privacy/policy.yaml">${say('why.rule.line', { line })}</a>
    <code>${(lines[line - 1] ?? '').trim()}</code>`
}

function promises({ lang }: CentreView, { promises: slugs }: Why, say: Say): Html | undefined {
  if (slugs.length === 0) return undefined
  const items = slugs.map(
    slug => html`<li><a href="/promises?lang=${lang}#${slug}">${promiseWords(slug)[lang]}</a></li>`,
  )
  return html`<details>
    <summary>${say('why.promises', { count: slugs.length })}</summary>
    <ul>
      ${items}
    </ul>
  </details>`
}
