import { SOURCE_KINDS, type SourceKind } from '../vocabulary.ts'
import type { Fact, Section } from './model.ts'
import { series } from './names.ts'
import { listed } from './say.ts'
import { section, type Writer } from './writer.ts'

/** From where events are taken: each kind of source, by name where it has one. Never a key. */
export function eventSourcesSections(w: Writer): Section[] {
  const { sources } = w.policy
  if (sources.length === 0) return []
  const rests = ['analytics.fields-closed', 'partner.site-data', 'machine.system-data']
  const facts = SOURCE_KINDS.flatMap(kind => kindFact(w, kind))
  const partners = sources.some(({ kind }) => kind === 'partner')
  return [
    section('event-sources', w.say('events-from.title'), [
      w.text(['analytics.fields-closed', 'basis.default-deny'], w.say('events-from.text')),
      w.facts(rests, facts),
      ...(partners ? [w.text(['partner.site-data'], w.say('events-from.partner'))] : []),
    ]),
  ]
}

function kindFact(w: Writer, kind: SourceKind): Fact[] {
  const mine = w.policy.sources.filter(source => source.kind === kind)
  // The tag speaks for every own site, and needs no key.
  const own = kind === 'web' ? w.policy.sites.map(({ name }) => name) : []
  if (mine.length === 0 && own.length === 0) return []
  const names = series(w, [...own, ...mine.flatMap(source => nameOf(w, source))])
  const told = [...new Set(mine.flatMap(({ asserts }) => asserts))]
  const what = listed(
    w.lang,
    told.map(word => w.say(`assertion.${word}`)),
  )
  const text = [
    ...(names === '' ? [] : [`${names}.`]),
    ...(what === '' ? [] : [w.say('events-from.told', { what })]),
  ]
  const said = text.length === 0 ? w.say('events-from.nothing-more') : text.join(' ')
  return [{ term: w.say(`event-source.${kind}`), text: [said] }]
}

/** What people know it by: the site or app, and whose it is where it is not ours. */
function nameOf(
  w: Writer,
  { site, partner, machines }: Writer['policy']['sources'][number],
): readonly string[] {
  const { said, vendors } = w.policy
  const place = said.sites.find(({ id }) => id === site)?.name
  const whose =
    said.sources?.find(({ id }) => id === partner)?.name ??
    vendors.find(({ id }) => id === partner)?.company
  const kinds = said.machines?.find(({ id }) => id === machines)?.kinds ?? []
  const readings = kinds.map(kind => w.say(`machine-kind.${kind}`))
  if (place === undefined) return [...(whose === undefined ? [] : [whose]), ...readings]
  return [whose === undefined ? place : `${place} (${whose})`]
}
