import { moment, momentOf } from '../base/time.ts'
import { type Html, html, type Policy, type Tracker } from '../policy/index.ts'
import type { SentCookie } from './browser.ts'
import type { Known } from './parts.ts'
import { refusedCookies } from './set-cookies.ts'
import type { CentreView } from './view.ts'
import { dateTextIn, type Say, timeIn } from './words.ts'
import { EVENT_KEYS, FIELD_KEYS } from './words/names.ts'

/** What this browser sent just now, and what the server keeps of it for each purpose. */
export function knownSection(view: CentreView, say: Say): Html {
  return html`<section aria-labelledby="known">
    <h2 id="known">${say('known.heading')}</h2>
    ${sentPart(view, say)} ${serverPart(view, say)}
  </section>`
}

function sentPart(view: CentreView, say: Say): Html {
  const { cookies } = view.browser
  const heading = html`<h3 id="sent">${say('known.sent.heading')}</h3>`
  if (cookies.length === 0)
    return html`${heading}
      <p>${say('known.sent.none')}</p>`
  const declared = cookies.filter(cookie => trackerOf(view.policy, cookie.name))
  const undeclared = cookies.filter(cookie => !trackerOf(view.policy, cookie.name))
  const stray = refusedCookies(view.policy.rules, view.facts, cookies).length > 0
  return html`${heading}
    <p>${say('known.sent.text')}</p>
    ${declared.length > 0 && declaredTable(view, declared, say)}
    ${stray && html`<p>${say('known.sent.stray', { refuse: view.words.first.refuse })}</p>`}
    ${undeclared.length > 0 && undeclaredList(undeclared, say)}`
}

function declaredTable(view: CentreView, cookies: readonly SentCookie[], say: Say): Html {
  const rows = cookies.map(cookie => {
    const row = rowOf(view, cookie.name)
    return html`<tr>
      <th scope="row"><code>${cookie.name}</code></th>
      <td data-label="${say('column.use')}"><span>${row?.use}</span></td>
      <td data-label="${say('column.vendor')}"><span>${row?.vendor}</span></td>
      <td data-label="${say('known.length')}">
        <span>${say('known.characters', { count: cookie.length })}</span>
      </td>
      <td data-label="${say('column.lifetime')}"><span>${row?.lifetime}</span></td>
    </tr>`
  })
  return html`<div class="table cards">
    <table aria-labelledby="sent">
      <thead>
        <tr>
          <th scope="col">${say('column.name')}</th>
          <th scope="col">${say('column.use')}</th>
          <th scope="col">${say('column.vendor')}</th>
          <th scope="col">${say('known.length')}</th>
          <th scope="col">${say('column.lifetime')}</th>
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
  </div>`
}

function undeclaredList(cookies: readonly SentCookie[], say: Say): Html {
  const items = cookies.map(
    ({ name, length }) =>
      html`<li><code>${name}</code>, ${say('known.characters', { count: length })}</li>`,
  )
  return html`<h4>${say('known.undeclared.heading')}</h4>
    <p>${say('known.undeclared.text')}</p>
    <ul>
      ${items}
    </ul>`
}

function serverPart(view: CentreView, say: Say): Html {
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

function recentRow(
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

/** The declared cookie behind a name: exact, or by the one `*` of its pattern. */
export function trackerOf(policy: Policy, name: string): Tracker | undefined {
  return policy.trackers.find(tracker => {
    if (tracker.store !== 'cookie') return false
    const [head = '', tail] = tracker.name.split('*')
    if (tail === undefined) return tracker.name === name
    return name.length >= head.length + tail.length && name.startsWith(head) && name.endsWith(tail)
  })
}

function rowOf(view: CentreView, name: string) {
  const tracker = trackerOf(view.policy, name)
  const purpose = view.words.details.purposes.find(({ id }) => id === tracker?.purpose)
  const mine = view.policy.trackers.filter(other => other.purpose === tracker?.purpose)
  return tracker && purpose?.trackers[mine.indexOf(tracker)]
}
