import type { Lang } from '../base/lang.ts'
import { isoOf } from '../base/time.ts'
import { type Html, html } from '../policy/index.ts'
import type { VersionTerm } from './parts.ts'
import { shape } from './shape.ts'
import { sayIn, timeIn } from './words.ts'

const OWN_NAMES = { fi: 'suomi', sv: 'svenska', en: 'English' } as const

/** The page `/privacy/versions`: every term of every version, newest first. */
export function versionsPage(terms: readonly VersionTerm[], lang: Lang): Html {
  const say = sayIn(lang)
  return html`<h1 id="versions">${say('versions.title')}</h1>
    <p class="lead">${say('versions.lead')}</p>
    ${terms.length === 0 ? html`<p>${say('versions.none')}</p>` : table(terms, lang)}
    <p class="meta">${say('promises.zone')}</p>`
}

function table(terms: readonly VersionTerm[], lang: Lang): Html {
  const say = sayIn(lang)
  return html`<div class="table cards">
    <table aria-labelledby="versions">
      <thead>
        <tr>
          <th scope="col">${say('versions.label')}</th>
          <th scope="col">${say('versions.from')}</th>
          <th scope="col">${say('versions.until')}</th>
          <th scope="col">${say('versions.read')}</th>
          <th scope="col">${say('versions.fingerprint')}</th>
        </tr>
      </thead>
      <tbody>
        ${terms.map(term => row(term, lang))}
      </tbody>
    </table>
  </div>`
}

function row(term: VersionTerm, lang: Lang): Html {
  const say = sayIn(lang)
  const base = `/privacy/versions/${term.version}`
  const links = (['fi', 'sv', 'en'] as const).map(
    to =>
      html`<a href="${base}/${to}" hreflang="${to}"><span lang="${to}">${OWN_NAMES[to]}</span></a
        >, `,
  )
  return html`<tr>
    <th scope="row">${term.label}</th>
    <td data-label="${say('versions.from')}">
      <time datetime="${isoOf(term.inForceFrom)}">${timeIn(lang, term.inForceFrom)}</time>
    </td>
    <td data-label="${say('versions.until')}">
      ${
        term.until === undefined
          ? html`<span class="badge kept">${shape('check')} ${say('versions.now')}</span>`
          : html`<time datetime="${isoOf(term.until)}">${timeIn(lang, term.until)}</time>`
      }
    </td>
    <td data-label="${say('versions.read')}">
      <span>${links}<a href="${base}/policy.yaml">${say('versions.file')}</a></span>
    </td>
    <td data-label="${say('versions.fingerprint')}">
      <code class="fingerprint">${term.version}</code>
    </td>
  </tr>`
}
