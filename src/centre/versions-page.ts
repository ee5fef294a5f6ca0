import type { Lang } from '../base/lang.ts'
import { isoOf, type Moment } from '../base/time.ts'
import { type Change, type Html, html } from '../policy/index.ts'
import type { VersionTerm } from './parts.ts'
import { shape } from './shape.ts'
import { dateTextIn, sayIn, timeIn } from './words.ts'

const OWN_NAMES = { fi: 'suomi', sv: 'svenska', en: 'English' } as const

/** Where the public key is served. */
export const KEY_PATH = '/privacy/versions/key.pem'

/** Where a term stands at a moment: over, in force, still to come, or called off before it began. */
export type Standing = 'past' | 'now' | 'coming' | 'called-off'

export function standingOf({ inForceFrom, until }: VersionTerm, now: Moment): Standing {
  if (until !== undefined && until <= inForceFrom) return 'called-off'
  if (inForceFrom > now) return 'coming'
  return until !== undefined && until <= now ? 'past' : 'now'
}

/** The page `/privacy/versions`: every publication, newest first, and what it changed. */
export function versionsPage(terms: readonly VersionTerm[], lang: Lang, now: Moment): Html {
  const say = sayIn(lang)
  const cards = terms.map((term, at) => card(term, lang, now, at === terms.length - 1))
  return html`<h1 id="versions">${say('versions.title')}</h1>
    <p class="lead">${say('versions.lead')}</p>
    ${terms.length === 0 ? html`<p>${say('versions.none')}</p>` : cards}
    <p>${say('versions.key')} <a href="${KEY_PATH}">${say('versions.key.link')}</a></p>
    <p class="meta">${say('promises.zone')}</p>`
}

function card(term: VersionTerm, lang: Lang, now: Moment, isFirst: boolean): Html {
  const say = sayIn(lang)
  const { version, inForceFrom, until } = term
  const standing = standingOf(term, now)
  const base = `/privacy/versions/${version}`
  const links = (['fi', 'sv', 'en'] as const).map(
    to =>
      html`<a href="${base}/${to}" hreflang="${to}"><span lang="${to}">${OWN_NAMES[to]}</span></a
        >, `,
  )
  const id = `publication-${term.term}`
  return html`<article class="card version" aria-labelledby="${id}">
    <div class="head">
      <h2 id="${id}">${say('versions.label')} ${dateTextIn(lang, term.label)}</h2>
      ${badge(standing, lang)}
    </div>
    <dl class="facts">
      ${standing !== 'called-off' && fact(say('versions.from'), clock(inForceFrom, lang))}
      ${
        until !== undefined &&
        standing !== 'called-off' &&
        fact(say(standing === 'past' ? 'versions.until' : 'versions.ends'), clock(until, lang))
      }
      ${fact(say('versions.changes'), changed(term, lang, isFirst))}
      ${fact(
        say('versions.read'),
        html`${links}<a href="${base}.yaml">${say('versions.file')}</a>,
          <a href="${base}.json">${say('versions.json')}</a>`,
      )}
      ${fact(say('versions.fingerprint'), html`<code class="fingerprint">${version}</code>`)}
      ${fact(
        say('versions.signature'),
        term.seal
          ? html`<code class="fingerprint">${term.seal.signature}</code>`
          : html`${say('versions.unsigned')}`,
      )}
    </dl>
  </article>`
}

function badge(standing: Standing, lang: Lang): Html {
  const say = sayIn(lang)
  if (standing === 'now') {
    return html`<span class="badge kept">${shape('check')} ${say('versions.now')}</span>`
  }
  if (standing === 'coming') {
    return html`<span class="badge unprobed">${shape('ring')} ${say('versions.coming')}</span>`
  }
  return html`<span class="badge">${shape('dash')} ${say(`versions.${standing}`)}</span>`
}

function changed({ changes, informed }: VersionTerm, lang: Lang, isFirst: boolean): Html {
  const say = sayIn(lang)
  if (isFirst) return html`${say('versions.first')}`
  if (!changes) return html`${say('versions.unknown')}`
  if (changes.length === 0) return html`${say('versions.same')}`
  const day = informed && dateTextIn(lang, informed.on)
  return html`<ul>
      ${changes.map(change => html`<li>${change.words[lang]}${follows(change, lang)}</li>`)}
    </ul>
    ${informed && html`<p>${say(`versions.told.${informed.how}`, { day: day ?? '' })}</p>`}`
}

function follows({ consequence }: Change, lang: Lang): Html | false {
  if (consequence === 'nothing') return false
  return html` <small>(${sayIn(lang)(`versions.follows.${consequence}`)})</small>`
}

function fact(term: string, told: Html): Html {
  return html`<div>
    <dt>${term}</dt>
    <dd>${told}</dd>
  </div>`
}

function clock(at: Moment, lang: Lang): Html {
  return html`<time datetime="${isoOf(at)}">${timeIn(lang, at)}</time>`
}
