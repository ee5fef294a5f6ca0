import type { Purpose, Tracker } from '../policy.ts'
import type { Category } from '../vocabulary.ts'
import { collected, counted } from './collected.ts'
import { lifetimeWords } from './lifetime.ts'
import type { Block, Fact, Section } from './model.ts'
import { partyName, type PurposeSaid, purposeTitle } from './names.ts'
import { purposeName } from './purpose-words.ts'
import { basisFact, groundRests, purposeFacts, purposeTables } from './section-purposes.ts'
import { listed } from './say.ts'
import { trackerRow } from './tracker-row.ts'
import { capital, fact, section, type Writer } from './writer.ts'

/** Each purpose: what for, on what ground, what is collected, with whom, and its trackers. */
export function usesSection(w: Writer): Section {
  const { purposes } = w.policy
  const categories = new Set(purposes.map(({ category }) => category)).size
  const intro = w.text(['consent.categories'], w.say('uses.intro', { n: categories }))
  return {
    ...section('uses', w.say('uses.title'), [intro]),
    parts: purposes.map(purpose => purposeSection(w, purpose)),
  }
}

function purposeSection(w: Writer, purpose: Purpose): Section {
  const trackers = w.policy.trackers.filter(tracker => tracker.purpose === purpose.id)
  const said = w.policy.said.purposes.find(({ id }) => id === purpose.id)
  const title = said ? purposeTitle(w, said) : purposeName(w.policy, purpose, w.lang)
  return section(`use-${purpose.id}`, title, [
    ...whatFor(w, purpose),
    ...counted(w, purpose),
    w.facts(factRests(purpose, said), deviceFacts(w, purpose, said)),
    ...collected(w, purpose),
    trackerTable(w, title, trackers),
    ...(said ? purposeTables(w, said) : []),
  ])
}

const RANGE_PROMISES: Readonly<Record<Category, string>> = {
  functional: 'device.functional-range',
  personalisation: 'device.personalisation-range',
  analytics: 'device.marketing-range',
  marketing: 'device.marketing-range',
}

function factRests({ category }: Purpose, said: PurposeSaid | undefined): string[] {
  const ground = said ? groundRests(said) : ['basis.default-deny']
  return [...ground, RANGE_PROMISES[category]]
}

/** More aims than this are a list: nobody reads them to the end of one sentence. */
const AIMS_IN_SENTENCE_MAX = 3

function whatFor(w: Writer, { aims, basis, services }: Purpose): Block[] {
  const rests = basis === 'consent' ? ['consent.categories'] : ['device.necessary-is-narrow']
  const wanted = aims.map(aim => w.say(`aim.${aim}`))
  const ground = [
    ...(basis === 'consent' ? [w.say('uses.ask')] : []),
    ...(basis !== 'consent' && services.length > 0 ? [w.say('uses.services')] : []),
  ]
  const toldRests = [...rests, 'basis.default-deny']
  if (wanted.length <= AIMS_IN_SENTENCE_MAX) {
    const said = wanted.length === 0 ? [] : [w.say('uses.aims', { aims: listed(w.lang, wanted) })]
    const texts = [...said, ...ground]
    return texts.length === 0 ? [] : [w.text(toldRests, ...texts)]
  }
  return [
    w.text(rests, w.say('uses.aims.list')),
    { kind: 'list', items: wanted.map(aim => w.item(rests, aim)) },
    ...(ground.length === 0 ? [] : [w.text(toldRests, ...ground)]),
  ]
}

function deviceFacts(
  w: Writer,
  { id, basis, services, vendors, category }: Purpose,
  said: PurposeSaid | undefined,
): Fact[] {
  const named = vendors.map(vendor => partyName(w, vendor))
  const stored = w.policy.trackers.some(({ purpose }) => purpose === id)
  const range = w.policy.categories.find(held => stored && held.category === category)
  const wanted = listed(
    w.lang,
    services.map(service => w.say(`service.${service}`)),
  )
  return [
    ...fact(w.say('uses.services.list'), capital(w.lang, wanted)),
    ...(said ? basisFact(w, said) : fact(w.say('uses.basis'), w.say(`basis.${basis}`))),
    ...fact(w.say('uses.vendors'), listed(w.lang, named)),
    ...fact(
      w.say('uses.lifetimes'),
      range &&
        capital(
          w.lang,
          w.say('uses.range', {
            shortest: lifetimeWords(range.shortest, w.lang),
            longest: lifetimeWords(range.longest, w.lang),
          }),
        ),
    ),
    ...(said ? purposeFacts(w, said) : []),
  ]
}

function trackerTable(w: Writer, name: string, trackers: readonly Tracker[]): Block {
  if (trackers.length === 0) return w.text(['device.only-declared'], w.say('uses.none'))
  const rests = ['device.vendor-per-tracker', 'device.lifetime-defined', 'device.only-declared']
  return w.table(rests, {
    caption: w.say('uses.caption', { name }),
    of: 'trackers',
    columns: [
      w.say('column.name'),
      w.say('column.use'),
      w.say('column.vendor'),
      w.say('column.store'),
      w.say('column.lifetime'),
    ],
    rows: trackers.map(tracker => {
      const row = trackerRow(w.policy, tracker, w.lang)
      const store = capital(w.lang, row.store)
      const lifetime = capital(w.lang, row.lifetime)
      return [[{ code: row.name }], [row.use], [row.vendor], [store], [lifetime]]
    }),
  })
}
