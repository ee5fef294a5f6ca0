import type { Block, Section, Text } from './model.ts'
import { NOTHING, partyName, purposeTitles, termOf } from './names.ts'
import { listed } from './say.ts'
import { capital, section, type Writer } from './writer.ts'

type Identity = NonNullable<Writer['policy']['said']['identity']>
type LinkSaid = Identity['links'][number]

/** When a visitor becomes a known person, and what everybody else stays. */
export function identitySections(w: Writer): Section[] {
  const { identity } = w.policy.said
  if (!identity) return []
  return [
    section('identity', w.say('identity.title'), [
      ...links(w, identity),
      ...otherwise(w, identity),
      ...(identity['combined-by'] === undefined
        ? []
        : [w.text(['identity.combined-by-controller-only'], w.say('identity.combined'))]),
    ]),
  ]
}

const LINKED = [
  'identity.anonymous-by-default',
  'identity.link-on-login',
  'identity.link-on-contact-details',
  'analytics.linked-is-personal',
]

function links(w: Writer, { links: held }: Identity): Block[] {
  if (held.length === 0) {
    return [w.text(['identity.anonymous-by-default'], w.say('identity.never'))]
  }
  const rows = held.map((link): Text[] => [
    [capital(w.lang, w.say(`link-event.${link.event}.when`))],
    [capital(w.lang, w.say(`identity.reaches.${link.reaches}`))],
    [
      listed(
        w.lang,
        link.by.map(id => partyName(w, id)),
      ),
    ],
    [purposeTitles(w, link.purposes)],
  ])
  const columns = [
    w.say('identity.event'),
    w.say('identity.reaches'),
    w.say('identity.by'),
    w.say('vendors.for'),
  ]
  return [
    w.text(LINKED, w.say('identity.intro')),
    w.table(LINKED, { caption: w.say('identity.caption'), columns, rows }),
    ...linkNotes(w, held),
  ]
}

function linkNotes(w: Writer, held: readonly LinkSaid[]): Block[] {
  const asked = held.flatMap(({ consent }) => (consent === undefined ? [] : [consent]))
  const joint = held.filter(({ arrangement }) => arrangement !== undefined)
  const names = joint.flatMap(({ by }) =>
    by.filter(id => id !== 'self').map(id => partyName(w, id)),
  )
  const purpose = purposeTitles(w, asked)
  const said = [
    ...(asked.length > 0
      ? [w.item(['consent.categories'], w.say('identity.consent', { purpose }))]
      : []),
    ...(held.some(link => link['on-logout'] !== undefined)
      ? [
          w.item(
            ['identity.link-on-login', 'identity.anonymous-by-default'],
            w.say('identity.logout'),
          ),
        ]
      : []),
    ...(held.some(({ devices }) => devices === 'many')
      ? [w.item(['identity.multi-device-merge'], w.say('identity.devices'))]
      : []),
    ...(names.length > 0 ? [w.item(['recipients.cookie-parties'], arranged(w, names))] : []),
  ]
  return said.length === 0 ? [] : [{ kind: 'list', items: said }]
}

function arranged(w: Writer, names: readonly string[]): string {
  return w.say('identity.arrangement', { names: listed(w.lang, [...new Set(names)]) })
}

function otherwise(w: Writer, { otherwise: held }: Identity): Block[] {
  if (!held) return []
  const names = (held.by ?? []).filter(id => id !== 'self').map(id => partyName(w, id))
  const by = w.say('identity.otherwise.by', { names: listed(w.lang, names) })
  return [
    w.text(
      ['identity.anonymous-by-default', 'identity.no-reverse'],
      w.say(`identity.otherwise.${held.form}`),
      ...(names.length > 0 ? [by] : []),
    ),
  ]
}

/** What is counted of those who have said nothing. */
export function measurementSections(w: Writer): Section[] {
  const { measurement } = w.policy.said
  if (!measurement) return []
  const salted = measurement.salt !== undefined
  return [
    section('measurement', w.say('measurement.title'), [
      w.text(
        ['identity.anonymous-by-default', 'analytics.ip-is-personal'],
        w.say(`measurement.${measurement['without-consent']}`),
        ...(salted ? [w.say('measurement.salt')] : []),
      ),
    ]),
  ]
}

/** Calls that are recorded, whose, what for and for how long. */
export function callsSections(w: Writer): Section[] {
  const { calls = [] } = w.policy.said
  if (calls.length === 0) return []
  const rests = ['calls.recorded-for-quality', 'calls.quality-only']
  const rows = calls.map(({ direction, by, purpose, retention }): Text[] => {
    const term = termOf(w, retention)
    return [
      [capital(w.lang, w.say(`calls.direction.${direction}`))],
      [capital(w.lang, w.say(`calls.by.${by}`))],
      [purposeTitles(w, [purpose])],
      term === undefined ? NOTHING : [capital(w.lang, term)],
    ]
  })
  const columns = [
    w.say('calls.calls'),
    w.say('calls.by'),
    w.say('vendors.for'),
    w.say('data.keep'),
  ]
  const kept = ['calls.keep-25-months', 'calls.unsold-3-months']
  return [
    section('calls', w.say('calls.title'), [
      w.text(rests, w.say('calls.told')),
      w.table([...rests, ...kept], { caption: w.say('calls.caption'), columns, rows }),
    ]),
  ]
}

/** Whether children may be among the people, and what protects them. */
export function minorsSections(w: Writer): Section[] {
  const { minors } = w.policy.said
  const gate = minors['age-gate']
  const age = gate ? Number.parseInt(gate.under, 10) : 0
  const said = minors.possible
    ? [w.say('minors.possible'), ...(gate ? [w.say('minors.gate', { age })] : [])]
    : [w.say('minors.not')]
  return [section('minors', w.say('minors.title'), [w.text(['basis.default-deny'], ...said)])]
}
