import { moment, momentOf } from '../base/time.ts'
import { type Html, html } from '../policy/index.ts'
import type { Known } from './parts.ts'
import type { CentreView } from './view.ts'
import { dateTextIn, type Say, timeIn } from './words.ts'
import { EVENT_KEYS, FIELD_KEYS } from './words/names.ts'

/** What is kept of this browser, in short, and the ways to see, take and erase it. */
export function knownSummary(view: CentreView, say: Say): Html {
  const { lang } = view
  return html`<section aria-labelledby="known">
    <h2 id="known">${say('known.heading')}</h2>
    ${serverPart(view, say)}
    <p class="row">
      <a class="button quiet" href="/privacy/device?lang=${lang}">${say('device.title')}</a>
      <a class="button quiet" href="/privacy/data?lang=${lang}">${say('data.title')}</a>
      <a class="button quiet" href="/privacy/erase?lang=${lang}">${say('erase.title')}</a>
    </p>
  </section>`
}

/** What the server keeps, group by group, with the latest events of each. */
export function serverPart(view: CentreView, say: Say): Html {
  const heading = html`<h3>${say('known.server.heading')}</h3>`
  if (Object.keys(view.browser.visitors).length === 0) {
    return html`${heading}
      <p>${say('known.server.nothing')}</p>`
  }
  return html`${heading}
    <p>${say('known.server.text')}</p>
    ${view.known.map(known => groupPart(view, known, say))}`
}

function groupPart(view: CentreView, known: Known, say: Say): Html {
  const { group, events: count, firstDay, lastDay, recent } = known
  const [first, last] = [firstDay, lastDay].map(day => dateTextIn(view.lang, day ?? ''))
  const oneDay = firstDay === lastDay
  const told =
    count === 0 || first === undefined || last === undefined
      ? say('known.group.none')
      : oneDay
        ? say('known.group.day', { count, first })
        : say('known.group.count', { count, first, last })
  return html`<h4 id="group-${group}">${say(`known.group.${group}`)}</h4>
    <p>${told}</p>
    ${
      recent.length > 0 &&
      html`<details>
        <summary>${say('known.group.recent', { count: recent.length })}</summary>
        <div class="table cards">
          <table aria-labelledby="group-${group}">
            <thead>
              <tr>
                <th scope="col">${say('known.when')}</th>
                <th scope="col">${say('known.what')}</th>
              </tr>
            </thead>
            <tbody>
              ${recent.map(row => recentRow(view, row, say))}
            </tbody>
          </table>
        </div>
      </details>`
    }`
}

const WHEN = ['at', 'day', 'received_at', 'happened_at', 'time']
const NAME = ['event', 'name']
// Ours, not the visitor's: they say nothing that the heading does not.
const OURS = ['site', 'purposes', 'policy']

/** One event as a row: when it was, and all that is kept of it. */
export function recentRow(
  view: CentreView,
  row: Readonly<Record<string, string | number>>,
  say: Say,
): Html {
  const [when = ''] = WHEN.flatMap(key => row[key] ?? [])
  const [name = ''] = NAME.flatMap(key => row[key] ?? [])
  const event = EVENT_KEYS.find(key => key === `event.${name}`)
  const facts = Object.entries(row)
    .filter(([key, value]) => ![...WHEN, ...NAME, ...OURS].includes(key) && value !== '')
    .map(([key, value]) => {
      const known = FIELD_KEYS.find(field => field === `field.${key}`)
      return `${known ? say(known) : key}: ${value}`
    })
  return html`<tr>
    <th scope="row">${whenText(view, when)}</th>
    <td data-label="${say('known.what')}">
      <span
        >${event ? say(event) : String(name)}${facts.length > 0 && `, ${facts.join(', ')}`}</span
      >
    </td>
  </tr>`
}

// A database writes `2026-11-22 10:00:00` in UTC, and a day without a clock time is a whole day.
function whenText(view: CentreView, when: string | number): string {
  if (typeof when === 'number') return timeIn(view.lang, momentOf(when))
  const utc = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2}:\d{2})/.exec(when)
  return utc ? timeIn(view.lang, moment(`${utc[1]}T${utc[2]}Z`)) : dateTextIn(view.lang, when)
}
