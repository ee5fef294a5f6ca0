import type { Json } from '../base/json.ts'
import { dayOf, isoOf, type Moment } from '../base/time.ts'
import type { Copied, PastChoice } from './parts.ts'
import { onDevice, undeclared } from './on-device.ts'
import type { CentreView } from './view.ts'
import { sayIn } from './words.ts'

/** The downloaded file's name: `lupaus-my-data-2026-11-22.json`. */
export function dataFileName(at: Moment): string {
  return `lupaus-my-data-${dayOf(at)}.json`
}

/** Everything that one browser's identifiers lead to, for a person and for a machine. */
export function dataFile(
  view: CentreView,
  copied: readonly Copied[],
  past: readonly PastChoice[],
  receipt: Json | undefined,
): Json {
  const { lang, policy, browser, now } = view
  const say = sayIn(lang)
  const kept = copied.reduce((sum, { events }) => sum + events, 0)
  return {
    about: say('data.file.about'),
    controller: { name: policy.controller.name, email: policy.controller.email },
    made: isoOf(now),
    policy: { version: policy.version, label: policy.label },
    identifiers: { ...browser.visitors },
    choice: receipt ?? null,
    choices: past.map(one => ({
      made: isoOf(one.at),
      lapses: isoOf(one.lapsesAt),
      policy: one.version,
      words: one.words,
      language: one.lang,
      granted: [...one.granted],
      refused: [...one.refused],
      without: [...one.without],
      via: one.via,
    })),
    device: deviceOf(view),
    ...(kept === 0 ? { note: say('data.file.none') } : {}),
    kept: copied.map(one => keptOf(view, one)),
    elsewhere: `${say('data.not.text')} ${policy.controller.email}`,
  }
}

function deviceOf(view: CentreView): Json {
  const scene = { ...view, cookies: view.browser.cookies }
  const declared = onDevice(scene)
    .filter(({ here }) => here === 'yes')
    .map(one => ({
      names: [...one.names],
      tracker: one.tracker.id,
      purpose: one.tracker.purpose,
      vendor: one.tracker.vendor ?? 'self',
      ...(one.since === undefined ? {} : { since: isoOf(one.since) }),
      ...(one.ends === undefined ? {} : { endsAtTheLatest: isoOf(one.ends.at) }),
    }))
  return { declared, undeclared: undeclared(scene).map(({ name }) => name) }
}

function keptOf({ lang, policy }: CentreView, { group, events, rows }: Copied): Json {
  const say = sayIn(lang)
  const { email } = policy.controller
  const values = { count: events, shown: rows.length, email }
  return {
    group,
    name: say(`known.group.${group}`),
    events,
    ...(rows.length < events ? { note: say('data.more.limit', values) } : {}),
    rows: rows.map(row => ({ ...row })),
  }
}
