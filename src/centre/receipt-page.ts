import type { Lang } from '../base/lang.ts'
import { momentOf } from '../base/time.ts'
import { RECEIPT_MAX, type ReceiptPayload } from '../consent/wire.ts'
import { bannerWords, type Html, html, type Policy } from '../policy/index.ts'
import { shape } from './shape.ts'
import { dayIn, languageIn, type Say, sayIn } from './words.ts'

/** What was found in a pasted text. */
export type Checked =
  | { readonly found: 'nothing' | 'forged' }
  | {
      readonly found: 'genuine'
      readonly receipt: ReceiptPayload
      readonly policy: Policy
      /** Purposes of the receipt that are permitted now. */
      readonly standing: readonly string[]
      /** False when the receipt has lapsed or was withdrawn. */
      readonly holds: boolean
    }

/** The page that says there is no receipt, and how to get one. */
export function noReceiptPage(lang: Lang): Html {
  const say = sayIn(lang)
  return html`<h1>${say('receipt.missing.title')}</h1>
    <p class="lead">${say('receipt.missing.text')}</p>
    <p><a class="button" href="/privacy?lang=${lang}#choices">${say('receipt.missing.do')}</a></p>`
}

/** The form in which a receipt is pasted, under the verdict on the one before. */
export function checkPage(lang: Lang, checked: Checked | undefined): Html {
  const say = sayIn(lang)
  return html`<h1>${say('check.title')}</h1>
    <p class="lead">${say('check.lead')}</p>
    ${checked && verdict(checked, lang, say)} ${checked && html`<h2>${say('check.again')}</h2>`}
    <form method="post" action="/privacy/receipt/check?lang=${lang}">
      <div class="field wide">
        <label for="pasted">${say('check.label')}</label>
        <textarea
          id="pasted"
          name="receipt"
          rows="7"
          required
          autocomplete="off"
          autocapitalize="off"
          spellcheck="false"
        ></textarea>
      </div>
      <button>${say('check.button')}</button>
    </form>`
}

/** The receipt in a pasted text: the bare one, or the one in a downloaded file. */
export function pastedReceipt(text: string): string | undefined {
  const found = /[\w-]{2,}\.[\w-]{2,}\.[\w-]{20,}/.exec(textOf(text))?.[0]
  return found !== undefined && found.length <= RECEIPT_MAX ? found : undefined
}

function textOf(text: string): string {
  try {
    const file: unknown = JSON.parse(text)
    if (typeof file === 'object' && file !== null && 'receipt' in file) return String(file.receipt)
  } catch {
    // Not a whole file: look at the text as it stands, without the line breaks of a mail program.
  }
  return text.replace(/\s+/g, '')
}

function verdict(checked: Checked, lang: Lang, say: Say): Html {
  if (checked.found === 'genuine') return genuine(checked, lang, say)
  const key = checked.found === 'forged' ? 'check.forged' : 'check.empty'
  return html`<section class="card verdict no" role="status">
    <h2>${shape('cross')} ${say(key)}</h2>
    <p>${say(`${key}.text`)}</p>
  </section>`
}

function genuine(checked: Extract<Checked, { found: 'genuine' }>, lang: Lang, say: Say): Html {
  const { receipt, policy, standing } = checked
  const day = (seconds: number) => dayIn(lang, momentOf(seconds * 1000))
  const names = new Map(
    bannerWords(policy, lang).details.purposes.map(({ id, name }) => [id, name]),
  )
  const granted = Object.keys(receipt.g)
  const badge = (holds: boolean) =>
    html`<span class="badge ${holds ? 'kept' : 'unprobed'}"
      >${shape(holds ? 'check' : 'dash')}
      ${say(holds ? 'check.standing.yes' : 'check.standing.no')}</span
    >`
  const allows =
    granted.length === 0
      ? html`<p>${say('check.nothing')} ${badge(checked.holds)}</p>`
      : html`<ul>
          ${granted.map(id => html`<li>${names.get(id) ?? id} ${badge(standing.includes(id))}</li>`)}
        </ul>`
  return html`<section class="card verdict" role="status">
    <h2>${shape('check')} ${say('check.genuine')}</h2>
    <p>${say('check.genuine.text')}</p>
    <h3>${say('check.allows')}</h3>
    ${allows}
    <dl class="facts">
      <div>
        <dt>${say('check.made')}</dt>
        <dd>${day(receipt.t)}</dd>
      </div>
      <div>
        <dt>${say('check.until')}</dt>
        <dd>${day(receipt.e)}</dd>
      </div>
      <div>
        <dt>${say('check.lang')}</dt>
        <dd>${languageIn(lang, receipt.l)}</dd>
      </div>
      <div>
        <dt>${say('check.policy')}</dt>
        <dd><code>${receipt.v}</code></dd>
      </div>
      <div>
        <dt>${say('check.words')}</dt>
        <dd><code>${receipt.w}</code></dd>
      </div>
    </dl>
    <p><a href="/privacy/versions/${receipt.v}/${lang}">${say('check.read')}</a></p>
  </section>`
}
