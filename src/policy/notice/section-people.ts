import type { Block, Section, Text } from './model.ts'
import { cell, either, groupLinks, groupTitle, NOTHING, series, termOf } from './names.ts'
import type { GroupSaid } from './names.ts'
import { capital, fact, section, type Writer } from './writer.ts'

/** Whom the notice concerns; no section when the policy names nobody. */
export function subjectsSections(w: Writer): Section[] {
  const { subjects = [], purposes } = w.policy.said
  const all = [...new Set([...subjects, ...purposes.flatMap(held => held.subjects ?? [])])]
  if (all.length === 0) return []
  const rests = ['notice.data-subject-scope', 'notice.complete-for-law']
  const items = all.map(subject =>
    w.item(
      subject === 'potential-customers' ? [...rests, 'register.scope-prospects'] : rests,
      capital(w.lang, w.say(`subject.${subject}`)),
    ),
  )
  return [
    section('subjects', w.say('subjects.title'), [
      w.text(rests, w.say('subjects.text')),
      { kind: 'list', items },
    ]),
  ]
}

/** Registers by name, and how somebody comes into them. */
export function registersSections(w: Writer): Section[] {
  const { registers = [] } = w.policy.said
  if (registers.length === 0) return []
  const table = w.table(['register.purposes', 'notice.controller-identified'], {
    caption: w.say('registers.caption'),
    columns: [w.say('registers.name'), w.say('registers.subjects'), w.say('registers.data')],
    rows: registers.map(({ name, subjects, data }) => [
      [name[w.lang]],
      [series(w, wordsOf(w, subjects))],
      groupLinks(w, data),
    ]),
  })
  return [section('registers', w.say('registers.title'), [table, ...entries(w)])]
}

function entries(w: Writer): Block[] {
  const { entries: held = [], registers = [] } = w.policy.said
  if (held.length === 0) return []
  const rows = held.map(({ register, at, needs }): Text[] => {
    const named = registers.find(({ id }) => id === register)?.name[w.lang] ?? register
    const occasions = at.map(occasion => w.say(`occasion.${occasion}`))
    return [[named], either(w, occasions), cell(w, needsOf(w, needs))]
  })
  const table = w.table(['register.entry-needs-interest-and-consent', 'register.source-recorded'], {
    caption: w.say('entries.caption'),
    columns: [w.say('registers.name'), w.say('entries.at'), w.say('entries.needs')],
    rows,
  })
  return [table]
}

type Needs = NonNullable<Writer['policy']['said']['entries']>[number]['needs']

function needsOf(w: Writer, needs: Needs): string[] {
  return needs.map(need => w.say(`entry.${need}`))
}

type Subjects = NonNullable<Writer['policy']['said']['subjects']>

function wordsOf(w: Writer, subjects: Subjects): string[] {
  return subjects.map(subject => w.say(`subject.${subject}`))
}

/** Every datum, group by group: its kind, whether one has to give it, and what follows if not. */
export function dataSections(w: Writer): Section[] {
  const { data = [] } = w.policy.said
  if (data.length === 0) return []
  const indirect = data.some(group =>
    [group, ...group.fields].some(held => held.class === 'indirect-identifier'),
  )
  const blocks = [
    w.text(['register.categories-closed', 'collect.declared-fields'], w.say('data.intro')),
    ...(indirect ? [w.text(['identity.indirect-counts'], w.say('data.indirect'))] : []),
  ]
  const parts = data.map(group =>
    section(`data-${group.id}`, groupTitle(w, group), groupBlocks(w, group)),
  )
  return [{ ...section('data', w.say('data.title'), blocks), parts }]
}

function groupBlocks(w: Writer, group: GroupSaid): Block[] {
  const only = w.text(['register.extra-only-by-consent'], w.say('data.only-consent'))
  return [
    ...(group['only-with-consent'] === true ? [only] : []),
    w.facts(restsOf(group), groupFacts(w, group)),
    ...fieldBlocks(w, group),
  ]
}

type FieldSaid = GroupSaid['fields'][number]

/** The promise that a datum is about, where one is about it. */
const ABOUT: Readonly<Partial<Record<FieldSaid['field'], string>>> = {
  employer: 'register.company-contacts',
  'job-title': 'register.company-contacts',
  correspondence: 'register.correspondence',
  'email-recordings': 'register.correspondence',
  'marketing-history': 'register.correspondence',
  'stated-interests': 'register.stated-interests',
  'direct-marketing-ban': 'register.prohibitions-and-consents',
  'telemarketing-ban': 'register.prohibitions-and-consents',
  'electronic-marketing-consent': 'register.prohibitions-and-consents',
}

function restsOf({ fields }: GroupSaid): string[] {
  const found = fields.flatMap(({ field }) => ABOUT[field] ?? [])
  return [...new Set(['register.categories-closed', 'collect.declared-fields', ...found])]
}

function groupFacts(w: Writer, group: GroupSaid) {
  const { sources = [] } = w.policy.said
  const from = sources.filter(({ id }) => group.sources?.includes(id))
  const named = from.map(({ kind, name }) => name ?? w.say(`source.${kind}`))
  const term = termOf(w, group.retention)
  return [
    ...fact(w.say('data.class'), capital(w.lang, w.say(`class.${group.class}`))),
    ...fact(w.say('data.of'), group.of && series(w, wordsOf(w, group.of))),
    ...fact(w.say('data.sources'), named.length > 0 ? series(w, named) : undefined),
    ...fact(w.say('data.keep'), term && capital(w.lang, term)),
  ]
}

function fieldBlocks(w: Writer, group: GroupSaid): Block[] {
  const { fields } = group
  const name = (field: FieldSaid) => capital(w.lang, w.say(`field.${field.field}`))
  const rests = ['register.categories-closed', 'collect.declared-fields', 'notice.complete-for-law']
  const told = fields.some(field => field.needed !== undefined)
  const classed = fields.some(field => field.class !== undefined && field.class !== group.class)
  if (!told && !classed) {
    const items = fields.map(field => w.item(rests, name(field)))
    return [w.text(rests, w.say('data.list')), { kind: 'list', items }]
  }
  const kind = (field: FieldSaid): Text => [
    capital(w.lang, w.say(`class.${field.class ?? group.class}`)),
  ]
  const columns = [
    w.say('data.field'),
    ...(classed ? [w.say('data.class')] : []),
    ...(told ? [w.say('data.needed'), w.say('data.without')] : []),
  ]
  const rows = fields.map((field): Text[] => [
    [name(field)],
    ...(classed ? [kind(field)] : []),
    ...(told ? needCells(w, field) : []),
  ])
  const caption = w.say('data.caption', { name: groupTitle(w, group) })
  return [w.table(rests, { caption, columns, rows })]
}

/** Whether somebody has to give a datum, and what follows when they do not: Art. 13(2)(e). */
function needCells(w: Writer, { needed, without }: FieldSaid): Text[] {
  return [
    needed === undefined ? NOTHING : [capital(w.lang, w.say(`needed.${needed}`))],
    without === undefined ? NOTHING : [capital(w.lang, w.say(`consequence.${without}`))],
  ]
}

/** Where the data comes from: Art. 14(2)(f). */
export function sourcesSections(w: Writer): Section[] {
  const { sources = [] } = w.policy.said
  if (sources.length === 0) return []
  const updates = sources.some(({ creates }) => creates !== undefined)
  const rows = sources.map(({ kind, name, occasions, creates }): Text[] => {
    const said = capital(w.lang, w.say(`source.${kind}`))
    const when = occasions?.map(occasion => w.say(`occasion.${occasion}`))
    const what = w.say(creates === false ? 'sources.creates.no' : 'sources.creates.yes')
    return [
      [name === undefined ? said : `${name} (${w.say(`source.${kind}`)})`],
      either(w, when),
      ...(updates ? [creates === undefined ? NOTHING : [capital(w.lang, what)]] : []),
    ]
  })
  const rests = ['register.source-recorded', 'register.external-updates-safe']
  const table = w.table([...rests, 'collect.only-when-given'], {
    caption: w.say('sources.caption'),
    columns: [
      w.say('sources.source'),
      w.say('entries.at'),
      ...(updates ? [w.say('sources.creates')] : []),
    ],
    rows,
  })
  const told = w.text(['register.source-recorded'], w.say('sources.text'))
  return [section('sources', w.say('sources.title'), [told, table])]
}
