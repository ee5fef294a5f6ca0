import { lawOn } from '../law/index.ts'
import type { Section, Text } from './model.ts'
import {
  either,
  groupTitle,
  NOTHING,
  purposeTitle,
  type RetentionSaid,
  series,
  termWords,
} from './names.ts'
import { capital, section, type Writer } from './writer.ts'

/** How long each thing is kept, from when, what ends it sooner and which law orders it. */
export function keepingSections(w: Writer): Section[] {
  const { retention = [] } = w.policy.said
  if (retention.length === 0) return []
  const ends = retention.some(({ until }) => until !== undefined)
  const lawful = retention.some(({ law }) => law !== undefined)
  const columns = [
    w.say('keeping.what'),
    w.say('keeping.term'),
    ...(ends ? [w.say('keeping.until')] : []),
    w.say('keeping.then'),
    ...(lawful ? [w.say('keeping.law')] : []),
  ]
  const rows = retention.map((rule): Text[] => [
    [keptBy(w, rule)],
    [capital(w.lang, termWords(w, rule))],
    ...(ends
      ? [
          either(
            w,
            rule.until?.map(ending => w.say(`ending.${ending}`)),
          ),
        ]
      : []),
    [capital(w.lang, w.say(`fate.${rule.then}`))],
    ...(lawful ? [lawCell(w, rule)] : []),
  ])
  const external = retention.some(rule => rule.external === true)
  return [
    section('keeping', w.say('keeping.title'), [
      w.text(['retention.process-exists', 'retention.never-beyond-law'], w.say('keeping.text')),
      w.table(KEEPING, { caption: w.say('keeping.caption'), columns, rows }),
      ...(external ? [w.text(['retention.external-registers'], w.say('keeping.external'))] : []),
    ]),
  ]
}

const KEEPING = [
  'retention.process-exists',
  'retention.never-beyond-law',
  'retention.until-withdrawal',
  'retention.contract-wind-up',
  'relation.end-any-time',
  'calls.keep-25-months',
  'calls.unsold-3-months',
  'server.persistent-cookie-data-2y',
  'server.analytics-data-26-months',
]

/** What a rule keeps, found where the policy refers to it. */
function keptBy(w: Writer, rule: RetentionSaid): string {
  const { data = [], purposes, calls = [], rights = [], machines = [] } = w.policy.said
  const mine = ({ retention }: { readonly retention?: string }) => retention === rule.id
  const groups = data.filter(mine).map(group => groupTitle(w, group))
  const uses = purposes
    .filter(purpose => mine(purpose) || rule.purposes?.includes(purpose.id))
    .map(purpose => purposeTitle(w, purpose))
  const other = [
    ...(calls.some(mine) && groups.length === 0 ? [w.say('keeping.calls')] : []),
    ...(machines.some(mine) ? [w.say('machines.title')] : []),
    ...(rights.some(({ archive }) => archive === rule.id) ? [w.say('keeping.papers')] : []),
  ]
  const what = parted(w, groups.length > 0 ? [...groups, ...other] : [...uses, ...other])
  const named = what === '' ? w.say(unnamed(rule)) : what
  const { outcome } = rule
  if (outcome === undefined) return named
  return w.say('keeping.outcome', { what: named, outcome: w.say(`outcome.${outcome}`) })
}

// A rule that no part of the policy names keeps what its law or its outcome is about.
function unnamed({ law, outcome }: RetentionSaid) {
  if (outcome !== undefined) return 'keeping.offers'
  return law === undefined ? 'keeping.rest' : 'keeping.lawful'
}

function parted(w: Writer, names: readonly string[]): string {
  const low = (name: string) => name.slice(0, 1).toLocaleLowerCase(w.lang) + name.slice(1)
  return capital(w.lang, [...new Set(names)].map(low).join('; '))
}

function lawCell(w: Writer, { law }: RetentionSaid): Text {
  if (law === undefined) return NOTHING
  const act = lawOn(w.policy.inForceFrom).act(law)
  return act ? [`${series(w, [act.names[w.lang]])} (${law})`] : [law]
}
