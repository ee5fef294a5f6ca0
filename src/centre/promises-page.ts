import type { Lang } from '../base/lang.ts'
import { isoOf, type Moment } from '../base/time.ts'
import { type Html, html, isProven, type Policy, promiseWords } from '../policy/index.ts'
import type { Seen } from './parts.ts'
import { shape } from './shape.ts'
import { agoIn, type Say, sayIn, timeIn } from './words.ts'

const OLD_MS = 48 * 3_600_000

/** What is known of a promise: what a probe saw; else whether tests of this version prove it. */
export type PromiseStatus = 'kept' | 'broken' | 'tested' | 'unproven'

/** One promise of the policy with the latest that was seen of it. */
export type PromiseSeen = {
  readonly slug: string
  readonly line: number
  readonly status: PromiseStatus
  readonly seen: Seen | undefined
  /** True when the sighting is more than 48 hours old. */
  readonly old: boolean
}

const ORDER: readonly PromiseStatus[] = ['broken', 'kept', 'tested', 'unproven']

/** The promises of the policy, broken ones first; kept only where something was seen. */
export function promisesSeen(
  policy: Policy,
  sightings: readonly Seen[],
  now: Moment,
): readonly PromiseSeen[] {
  const all = policy.promises.map(({ slug, line }): PromiseSeen => {
    const seen = sightings
      .filter(({ promise }) => promise === slug)
      .reduce<Seen | undefined>(
        (last, next) => (last && last.at >= next.at ? last : next),
        undefined,
      )
    return {
      slug,
      line,
      status: statusOf(slug, seen),
      seen,
      old: seen !== undefined && now - seen.at > OLD_MS,
    }
  })
  return ORDER.flatMap(status => all.filter(promise => promise.status === status))
}

function statusOf(slug: string, seen: Seen | undefined): PromiseStatus {
  if (seen) return seen.kept ? 'kept' : 'broken'
  return isProven(slug) ? 'tested' : 'unproven'
}

/** The page `/promises`. */
export function promisesPage(all: readonly PromiseSeen[], lang: Lang, now: Moment): Html {
  const say = sayIn(lang)
  const count = (status: PromiseStatus) => all.filter(one => one.status === status).length
  const old = all.filter(one => one.old).length
  const [kept, broken] = [count('kept'), count('broken')]
  const [tested, unproven] = [count('tested'), count('unproven')]
  return html`<h1>${say('promises.title')}</h1>
    <p class="lead">${say('promises.lead')}</p>
    <p><strong>${say('promises.summary', { kept, broken, tested, unproven })}</strong></p>
    ${old > 0 && html`<p>${say('promises.summary.old', { count: old })}</p>`}
    <ul class="tally">
      ${tally('kept', kept, say)} ${tally('broken', broken, say)} ${tally('tested', tested, say)}
      ${tally('unproven', unproven, say)}
    </ul>
    ${broken === 0 && html`<p id="broken">${say('promises.broken.none')}</p>`}
    ${ORDER.map(status => group(status, all, lang, now))}
    <p class="meta">${say('promises.zone')}</p>`
}

/** The same for machines, `/promises.json`. */
export function promisesJson(all: readonly PromiseSeen[], policy: Policy, now: Moment) {
  return {
    policy: policy.version,
    asOf: isoOf(now),
    promises: all.map(({ slug, line, status, seen, old }) => ({
      slug,
      words: promiseWords(slug),
      status: seen ? status : 'not-yet-probed',
      proof: isProven(slug) ? 'test' : 'none',
      policyLine: line,
      ...(seen && { saw: seen.saw, at: isoOf(seen.at), entry: seen.entry, old }),
    })),
  }
}

// A count of nothing leads nowhere; that nothing was broken is said in a sentence of its own.
function tally(status: PromiseStatus, count: number, say: Say): Html {
  const leads = count > 0 || status === 'broken'
  return html`<li>
    <a class="${BADGE[status]}" ${leads && html`href="#${status}"`}
      ><b>${count}</b> <span>${shape(SHAPE[status])} ${say(`promises.status.${status}`)}</span></a
    >
  </li>`
}

function group(
  status: PromiseStatus,
  all: readonly PromiseSeen[],
  lang: Lang,
  now: Moment,
): Html | undefined {
  const mine = all.filter(one => one.status === status)
  if (mine.length === 0) return undefined
  const say = sayIn(lang)
  return html`<section aria-labelledby="${status}">
    <h2 id="${status}">${say(`promises.heading.${status}`)}</h2>
    ${status === 'tested' && html`<p>${say('promises.tested.text')}</p>`}
    ${status === 'unproven' && html`<p>${say('promises.unproven.text')}</p>`}
    <ul class="promise-list${isSeen(status) ? '' : ' card'}">
      ${mine.map(one => item(one, lang, now))}
    </ul>
  </section>`
}

const isSeen = (status: PromiseStatus) => status === 'kept' || status === 'broken'
const BADGE = { kept: 'kept', broken: 'broken', tested: 'unprobed', unproven: 'unproven' } as const
const SHAPE = { kept: 'check', broken: 'cross', tested: 'ring', unproven: 'dash' } as const

function item(one: PromiseSeen, lang: Lang, now: Moment): Html {
  const say = sayIn(lang)
  const { seen, slug, line, status } = one
  return html`<li id="${slug}">
    <article class="promise ${seen ? 'card' : ''}">
      <span class="badge ${BADGE[status]}"
        >${shape(SHAPE[status])} ${say(`promises.status.${status}`)}</span
      >
      <p class="words">${promiseWords(slug)[lang]}</p>
      ${seen && html`<p class="saw">${seen.saw[lang]}</p>`}
      ${one.old && html`<p class="saw"><strong>${say('promises.old')}</strong></p>`}
      <p class="meta">
        ${seen && evidence(seen, lang, now)}
        <a href="/privacy/policy.yaml">${say('promises.line', { line: String(line) })}</a>
        <code>${slug}</code>
      </p>
    </article>
  </li>`
}

function evidence(seen: Seen, lang: Lang, now: Moment): Html {
  const ago = agoIn(lang, seen.at, now)
  return html`<span
      ><time datetime="${isoOf(seen.at)}">${timeIn(lang, seen.at)}</time> (${ago})</span
    >
    <span>${sayIn(lang)('promises.entry', { entry: String(seen.entry) })}</span>`
}
