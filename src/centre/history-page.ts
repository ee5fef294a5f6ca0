import { momentOf } from '../base/time.ts'
import { type Html, html } from '../policy/index.ts'
import type { PastChoice } from './parts.ts'
import { fact } from './fact.ts'
import { subnav } from './subnav.ts'
import type { CentreView } from './view.ts'
import { languageIn, listed, type Say, sayIn, timeIn, dayIn } from './words.ts'

/** The choices of this browser, newest first, and the receipt of the one in force. */
export function historyPage(view: CentreView, past: readonly PastChoice[]): Html {
  const say = sayIn(view.lang)
  const { lang, receipt } = view
  const choices = past.length > 0 ? past : ofReceipt(view)
  return html`<h1>${say('receipts.title')}</h1>
    <p class="lead">${say('receipts.lead')}</p>
    ${subnav(lang, 'receipts')} ${choices.length === 0 && html`<p>${say('receipts.none')}</p>`}
    ${choices.map((one, at) => card(view, one, at === 0, say))}
    ${receipt && receipt.i === undefined && html`<p class="note">${say('receipts.refusal')}</p>`}
    ${
      receipt &&
      html`<h2>${say('receipts.proof')}</h2>
        <p>${say('receipts.proof.text')}</p>`
    }
    <p class="row">
      ${
        receipt &&
        html`<a class="button" href="/privacy/receipt?lang=${lang}" download
          >${say('receipt.download')}</a
        >`
      }
      <a class="button quiet" href="/privacy/receipt/check?lang=${lang}">${say('check.title')}</a>
    </p>`
}

/** What the receipt itself tells, where nothing else does. */
function ofReceipt({ receipt, policy }: CentreView): readonly PastChoice[] {
  if (!receipt) return []
  const granted = Object.keys(receipt.g)
  const asked = policy.purposes.filter(({ basis }) => basis === 'consent').map(({ id }) => id)
  return [
    {
      at: momentOf(receipt.t * 1000),
      version: receipt.v,
      lang: receipt.l,
      words: receipt.w,
      granted,
      refused: receipt.r ?? asked.filter(id => !granted.includes(id)),
      without: receipt.x ?? [],
      via: '',
      lapsesAt: momentOf(receipt.e * 1000),
    },
  ]
}

function card(view: CentreView, one: PastChoice, isNewest: boolean, say: Say): Html {
  const { lang, receipt } = view
  // A refusal says its day and no hour.
  const when = receipt?.i === undefined ? dayIn(lang, one.at) : timeIn(lang, one.at)
  return html`<section class="card version">
    <div class="head">
      <h2>${when}</h2>
      <span class="badge ${isNewest && holds(view) ? 'kept' : 'unprobed'}"
        >${say(standing(view, isNewest))}</span
      >
    </div>
    <dl class="facts">
      ${fact(say('receipts.allowed'), names(view, one.granted, say))}
      ${fact(say('receipts.refused'), names(view, one.refused, say))}
      ${one.without.length > 0 && fact(say('receipts.without'), vendors(view, one.without))}
      ${one.via !== '' && fact(say('receipts.where'), say(viaKey(one.via)))}
      ${fact(say('check.lang'), languageIn(lang, one.lang))}
      ${fact(say('check.until'), dayIn(lang, one.lapsesAt))}
      ${fact(
        say('receipts.version'),
        html`<a href="/privacy/versions/${one.version.slice(0, 16)}/${one.lang}"
            >${say('receipts.version.read')}</a
          >
          <code class="fingerprint">${one.version.slice(0, 16)}</code>`,
      )}
      ${fact(say('check.words'), html`<code class="fingerprint">${one.words.slice(0, 16)}</code>`)}
    </dl>
  </section>`
}

function holds({ facts }: CentreView): boolean {
  return facts !== undefined && !facts.withdrawn && facts.now < facts.until
}

function standing(view: CentreView, isNewest: boolean) {
  if (!isNewest) return 'receipts.replaced'
  return holds(view) ? 'receipts.now' : 'receipts.ended'
}

const VIAS = ['banner', 'details', 'centre', 'app'] as const

function viaKey(via: string) {
  const known = VIAS.find(one => one === via)
  return known === undefined ? 'receipts.via.other' : (`receipts.via.${known}` as const)
}

/** Purposes by their names of today; what the policy no longer has keeps its id. */
function names({ lang, words }: CentreView, ids: readonly string[], say: Say): string {
  if (ids.length === 0) return say('receipts.nothing')
  const known = words.details.purposes
  return listed(
    lang,
    ids.map(id => known.find(one => one.id === id)?.name ?? id),
  )
}

function vendors({ lang, policy }: CentreView, ids: readonly string[]): string {
  return listed(
    lang,
    ids.map(id => policy.vendors.find(one => one.id === id)?.name ?? id),
  )
}
