import { type Html, html } from '../policy/index.ts'
import { recentRow } from './known-section.ts'
import type { Copied } from './parts.ts'
import { subnav } from './subnav.ts'
import type { CentreView } from './view.ts'
import { dateTextIn, type Say, sayIn } from './words.ts'

/** Rows of one group that the page shows; the file has all. */
const SHOWN_MAX = 200

/** Everything that this browser's identifiers lead to, to read, to take along and to erase. */
export function dataPage(view: CentreView, copied: readonly Copied[]): Html {
  const say = sayIn(view.lang)
  const { lang } = view
  return html`<h1>${say('data.title')}</h1>
    <p class="lead">${say('data.lead')}</p>
    ${subnav(lang, 'data')}
    <section aria-labelledby="server">
      <h2 id="server">${say('known.server.heading')}</h2>
      ${
        copied.length === 0
          ? html`<p>${say('known.server.nothing')}</p>`
          : html`<p>${say('known.server.text')}</p>
              ${copied.map(one => groupPart(view, one, say))}`
      }
    </section>
    <section class="card" aria-labelledby="take">
      <h2 id="take">${say('data.take')}</h2>
      <p>${say('data.take.text')}</p>
      <p class="row">
        <a class="button" href="/privacy/data.json?lang=${lang}" download
          >${say('data.take.button')}</a
        >
        <a class="button quiet" href="/privacy/erase?lang=${lang}">${say('data.erase')}</a>
      </p>
    </section>
    <section aria-labelledby="elsewhere">
      <h2 id="elsewhere">${say('data.not.heading')}</h2>
      <p>
        ${say('data.not.text')}
        <a href="/privacy/rights?lang=${lang}#access">${say('data.not.link')}</a>.
      </p>
    </section>`
}

function groupPart(view: CentreView, { group, events: count, rows }: Copied, say: Say): Html {
  const newest = rows.slice(-SHOWN_MAX).toReversed()
  const [first, last] = [rows[0], rows.at(-1)].map(row => dateTextIn(view.lang, row?.['day'] ?? ''))
  const isOneDay = first === last
  return html`<h3 id="group-${group}">${say(`known.group.${group}`)}</h3>
    <p>
      ${
        count === 0 || first === undefined || last === undefined
          ? say('known.group.none')
          : isOneDay
            ? say('known.group.day', { count, first })
            : say('known.group.count', { count, first, last })
      }
    </p>
    ${count > 0 && rowsPart(view, group, newest, count, say)}`
}

function rowsPart(
  view: CentreView,
  group: string,
  rows: Copied['rows'],
  count: number,
  say: Say,
): Html {
  return html`<details>
    <summary>${say('data.all', { count: rows.length })}</summary>
    ${rows.length < count && html`<p class="meta">${say('data.more', { shown: rows.length, count })}</p>`}
    <div class="table cards">
      <table aria-labelledby="group-${group}">
        <thead>
          <tr>
            <th scope="col">${say('known.when')}</th>
            <th scope="col">${say('known.what')}</th>
          </tr>
        </thead>
        <tbody>
          ${rows.map(row => recentRow(view, row, say))}
        </tbody>
      </table>
    </div>
  </details>`
}
