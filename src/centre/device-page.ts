import type { SentCookie } from './browser.ts'
import { type Html, html, type Policy } from '../policy/index.ts'
import { isCookieName } from '../consent/index.ts'
import { CHOICE_COOKIE } from '../consent/wire.ts'
import { type OnDevice, onDevice, undeclared } from './on-device.ts'
import { subnav } from './subnav.ts'
import { vendorLinks } from './vendor-rows.ts'
import type { CentreView } from './view.ts'
import { dayIn, type Say, sayIn } from './words.ts'

/** What became of an erasure that was asked for on the page before. */
export type Erased = { readonly name: string; readonly done: boolean } | undefined

/** Every declared tracker as it stands on this device, each with its end and a button to erase it. */
export function devicePage(view: CentreView, erased: Erased): Html {
  const say = sayIn(view.lang)
  const scene = { ...view, cookies: view.browser.cookies }
  const all = onDevice(scene)
  const of = (here: OnDevice['here']) => all.filter(one => one.here === here)
  return html`<h1>${say('device.title')}</h1>
    <p class="lead">${say('device.lead')}</p>
    ${subnav(view.lang, 'device')} ${erased && erasedNote(erased, say)}
    ${hereSection(view, of('yes'), say)} ${undeclaredSection(view, undeclared(scene), say)}
    ${scriptSection(view, of('script'), say)} ${vendorSection(view, of('vendor'), say)}
    ${absentSection(view, of('no'), say)}
    <p class="row after">
      <a class="button quiet" href="/privacy/erase?lang=${view.lang}">${say('device.all')}</a>
    </p>
    <script src="/lupaus.js" data-lupaus-quiet defer></script>
    <script src="/assets/device.js" defer></script>`
}

function erasedNote({ name, done }: NonNullable<Erased>, say: Say): Html {
  const text = done ? say('device.erased', { name }) : say('device.erased.not')
  return html`<div class="note did" role="status"><p>${text}</p></div>`
}

function hereSection(view: CentreView, here: readonly OnDevice[], say: Say): Html {
  return html`<section aria-labelledby="here">
    <h2 id="here">${say('device.here', { count: here.length })}</h2>
    <p>${say(here.length === 0 ? 'device.here.none' : 'device.here.text')}</p>
    ${
      here.length > 0 &&
      table(
        'here',
        here.map(one => hereRow(view, one, say)),
        say,
      )
    }
  </section>`
}

function hereRow(view: CentreView, one: OnDevice, say: Say): Html {
  const row = wordsOf(view, one)
  const sent = view.browser.cookies.filter(({ name }) => one.names.includes(name))
  return html`<tr>
    <th scope="row">${codes(one.names)}</th>
    <td data-label="${say('column.use')}">
      <span
        >${row?.use}.${one.tracker.name === CHOICE_COOKIE && ` ${say('device.choice.note')}`}</span
      >
    </td>
    <td data-label="${say('column.vendor')}"><span>${row?.vendor}</span></td>
    <td data-label="${say('device.column.standing')}">${standing(view, one, sent, say)}</td>
    <td data-label="${say('device.column.erase')}">
      <span>${one.names.map(name => eraseForm(view, name, say))}</span>
    </td>
  </tr>`
}

function standing(
  { lang }: CentreView,
  one: OnDevice,
  sent: readonly SentCookie[],
  say: Say,
): Html {
  const { since, allowed } = one
  const facts = [
    since === undefined
      ? say('device.since.unknown')
      : say('device.since', { day: dayIn(lang, since) }),
    endText(lang, one, say),
    ...sent.map(({ length: count }) => say('device.length', { count })),
    ...(allowed ? [] : [say('device.refused')]),
  ]
  return html`<ul class="standing">
    ${facts.map(text => html`<li>${text}</li>`)}
  </ul>`
}

function endText(lang: CentreView['lang'], { ends, since, tracker }: OnDevice, say: Say): string {
  if (!ends) return say('device.ends.session')
  const day = dayIn(lang, ends.at)
  // Whoever renews a cookie, or does not say when it was set, leaves only the latest day it can live to.
  const isLatest = ends.by === 'lifetime' && (since === undefined || tracker.rollingUpTo)
  return say(isLatest ? 'device.ends.latest.lifetime' : `device.ends.${ends.by}`, { day })
}

function undeclaredSection(
  view: CentreView,
  cookies: readonly SentCookie[],
  say: Say,
): Html | undefined {
  if (cookies.length === 0) return undefined
  const rows = cookies.map(
    ({ name, length: count }) =>
      html`<li>
        <code>${name}</code> <span class="meta">${say('device.length', { count })}</span>
        ${isCookieName(name) && eraseForm(view, name, say)}
      </li>`,
  )
  return html`<section aria-labelledby="undeclared">
    <h2 id="undeclared">${say('device.undeclared.heading')}</h2>
    <p>${say('device.undeclared.text')}</p>
    <ul class="things">
      ${rows}
    </ul>
  </section>`
}

function scriptSection(view: CentreView, all: readonly OnDevice[], say: Say): Html | undefined {
  if (all.length === 0) return undefined
  const rows = all.map(one => {
    const { tracker } = one
    const row = wordsOf(view, one)
    return html`<li data-store="${tracker.store}" data-name="${tracker.name}">
      <code>${tracker.name}</code>
      <span class="meta">${row?.use}. ${row?.vendor}; ${row?.store}; ${row?.lifetime}.</span>
      <span class="badge" data-here hidden>${say('device.script.here')}</span>
      <span class="badge" data-gone hidden>${say('device.script.gone')}</span>
      <button type="button" class="quiet small" data-erase hidden>
        ${say('device.erase.name', { name: tracker.name })}
      </button>
    </li>`
  })
  return html`<section aria-labelledby="script">
    <h2 id="script">${say('device.script.heading')}</h2>
    <p>${say('device.script.text')}</p>
    <p data-script-off>${say('device.script.off')}</p>
    <ul class="things" aria-live="polite">
      ${rows}
    </ul>
  </section>`
}

function vendorSection(view: CentreView, all: readonly OnDevice[], say: Say): Html | undefined {
  if (all.length === 0) return undefined
  const rows = all.map(one => {
    const row = wordsOf(view, one)
    const vendor = view.policy.vendors.find(({ id }) => id === one.tracker.vendor)
    return html`<li>
      <code>${one.tracker.name}</code>
      <span class="meta">${row?.use}. ${row?.vendor}; ${row?.lifetime}.</span>
      ${vendor && html`<span class="links">${vendorLinks(vendor, say)}</span>`}
    </li>`
  })
  return html`<section aria-labelledby="elsewhere">
    <h2 id="elsewhere">${say('device.vendor.heading')}</h2>
    <p>${say('device.vendor.text')}</p>
    <ul class="things">
      ${rows}
    </ul>
  </section>`
}

function absentSection(view: CentreView, all: readonly OnDevice[], say: Say): Html | undefined {
  if (all.length === 0) return undefined
  const rows = all.map(one => {
    const row = wordsOf(view, one)
    return html`<li>
      <code>${one.tracker.name}</code>
      <span class="meta">${row?.use}. ${row?.vendor}; ${row?.lifetime}.</span>
    </li>`
  })
  return html`<section aria-labelledby="absent">
    <h2 id="absent">${say('device.absent.heading')}</h2>
    <details>
      <summary>${say('device.absent.show', { count: all.length })}</summary>
      <ul class="things">
        ${rows}
      </ul>
    </details>
  </section>`
}

function table(label: string, rows: readonly Html[], say: Say): Html {
  return html`<div class="table cards device">
    <table aria-labelledby="${label}">
      <thead>
        <tr>
          <th scope="col">${say('column.name')}</th>
          <th scope="col">${say('column.use')}</th>
          <th scope="col">${say('column.vendor')}</th>
          <th scope="col">${say('device.column.standing')}</th>
          <th scope="col">${say('device.column.erase')}</th>
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
  </div>`
}

function eraseForm({ lang, token }: CentreView, name: string, say: Say): Html {
  return html`<form method="post" action="/privacy/device/erase" class="inline">
    <input type="hidden" name="lang" value="${lang}" /><input
      type="hidden"
      name="token"
      value="${token}"
    /><button
      class="quiet small"
      name="cookie"
      value="${name}"
      aria-label="${say('device.erase.name', { name })}"
    >
      ${say('device.erase')}
    </button>
  </form>`
}

function codes(names: readonly string[]): Html[] {
  return names.map((name, at) => html`${at > 0 && ', '}<code>${name}</code>`)
}

/** The words of a tracker as the notice says them: its row among those of its purpose. */
function wordsOf({ policy, words }: Pick<CentreView, 'policy' | 'words'>, { tracker }: OnDevice) {
  const purpose = words.details.purposes.find(({ id }) => id === tracker.purpose)
  return purpose?.trackers[mineOf(policy, tracker.purpose).indexOf(tracker)]
}

function mineOf({ trackers }: Policy, purpose: string) {
  return trackers.filter(other => other.purpose === purpose)
}
