import type { Section, Text } from './model.ts'
import { cell, countOf, partyName, purposeTitles, series, spanWords } from './names.ts'
import { listed } from './say.ts'
import { capital, fact, section, type Writer } from './writer.ts'

type Said = Writer['policy']['said']
type AudienceSaid = NonNullable<Said['audiences']>[number]
type SlotSaid = NonNullable<Said['ad-slots']>[number]
type ConversionSaid = NonNullable<Said['conversions']>[number]

/** Target groups: what they are made from, where they go, and how small none may be. */
export function audiencesSections(w: Writer): Section[] {
  const { audiences = [] } = w.policy.said
  if (audiences.length === 0) return []
  const rests = ['audience.anonymous-groups', 'audience.from-service-use', 'partner.site-data']
  const columns = [
    w.say('vendors.for'),
    w.say('audiences.inputs'),
    w.say('audiences.to'),
    w.say('audiences.fields'),
    w.say('audiences.size'),
  ]
  const rows = audiences.map(audience => audienceRow(w, audience))
  const out = audiences.some(({ leaves }) => leaves !== undefined)
  return [
    section('audiences', w.say('audiences.title'), [
      w.text(rests, w.say('audiences.text')),
      w.table(rests, { caption: w.say('audiences.caption'), columns, rows }),
      ...(out ? [w.text(['audience.objectors-excluded'], w.say('audiences.objectors'))] : []),
    ]),
  ]
}

function audienceRow(w: Writer, audience: AudienceSaid): Text[] {
  const { purpose, inputs, fields, partners = [], destination, form } = audience
  const minimum = audience['minimum-group']
  const names = listed(
    w.lang,
    partners.map(id => siteName(w, id)),
  )
  const from = cell(
    w,
    inputs.map(input => w.say(`input.${input}`)),
  )
  const what = fields?.map(field => w.say(`field.${field}`)) ?? [w.say('audiences.fields.none')]
  return [
    [purposeTitles(w, [purpose])],
    partners.length === 0 ? from : [...from, '. ', w.say('audiences.partners', { names })],
    destination === undefined
      ? [capital(w.lang, w.say('audiences.to.nobody'))]
      : [partyName(w, destination)],
    [`${series(w, what)} (${w.say(`form.${form}`)})`],
    cell(w, minimum === undefined ? [] : [w.say('audiences.minimum', { n: countOf(minimum) })]),
  ]
}

function siteName(w: Writer, id: string): string {
  return w.policy.said.sites.find(site => site.id === id)?.name ?? id
}

/** What recommendations are made from, and that each says why. */
export function recommendationsSections(w: Writer): Section[] {
  const { recommendations = [] } = w.policy.said
  if (recommendations.length === 0) return []
  const rests = ['reco.declared-inputs-only', 'reco.products-and-content']
  const facts = recommendations.flatMap(({ purpose, inputs }) =>
    fact(
      purposeTitles(w, [purpose]),
      series(
        w,
        inputs.map(input => w.say(`input.${input}`)),
      ),
    ),
  )
  const counts = new Set(recommendations.flatMap(rule => rule['at-least'] ?? []))
  const notes = [
    ...[...counts].map(count => w.say('reco.at-least', { n: countOf(count) })),
    ...(recommendations.every(rule => rule['shows-why'] === true) ? [w.say('reco.why')] : []),
  ]
  const noted = w.text([...rests, 'tell.why-interesting'], ...notes)
  return [
    section('recommendations', w.say('reco.title'), [
      w.text(rests, w.say('reco.text')),
      w.facts(rests, facts),
      ...(notes.length === 0 ? [] : [noted]),
    ]),
  ]
}

/** Places for advertisements, whose they are, and what those see who said no. */
export function adsSections(w: Writer): Section[] {
  const slots = w.policy.said['ad-slots'] ?? []
  if (slots.length === 0) return []
  const chosen = ['ads.onsite-targeting', 'ads.offsite', 'ads.selected-third-parties']
  const columns = [w.say('ads.where'), w.say('ads.inputs'), w.say('ads.advertisers')]
  const rows = slots.map(slot => slotRow(w, slot))
  return [
    section('ads', w.say('ads.title'), [
      w.text(chosen, w.say('ads.text')),
      w.text(['ads.same-number-when-blocked', 'ads.untargeted-when-blocked'], w.say('ads.refused')),
      w.table(chosen, { caption: w.say('ads.caption'), columns, rows }),
    ]),
  ]
}

function slotRow(w: Writer, { site, inputs, advertisers }: SlotSaid): Text[] {
  return [
    [site === undefined ? capital(w.lang, w.say('ads.elsewhere')) : siteName(w, site)],
    cell(
      w,
      inputs.map(input => w.say(`input.${input}`)),
    ),
    [
      listed(
        w.lang,
        advertisers.map(id => partyName(w, id)),
      ),
    ],
  ]
}

/** Reports to those who sent visitors: counts, never people. */
export function conversionsSections(w: Writer): Section[] {
  const { conversions = [] } = w.policy.said
  if (conversions.length === 0) return []
  const rests = ['conversion.anonymous-report-back']
  const columns = [
    w.say('audiences.to'),
    w.say('conversions.what'),
    w.say('purposes.form'),
    w.say('conversions.smallest'),
    w.say('conversions.every'),
  ]
  const rows = conversions.map(report => conversionRow(w, report))
  return [
    section('conversions', w.say('conversions.title'), [
      ...w.promised('conversion.anonymous-report-back', w.text(rests, w.say('conversions.text'))),
      w.table(rests, { caption: w.say('conversions.caption'), columns, rows }),
    ]),
  ]
}

function conversionRow(w: Writer, report: ConversionSaid): Text[] {
  const within = spanWords(w, report.every, 'within')
  const n = countOf(report['minimum-group'])
  return [
    [partyName(w, report.to)],
    [capital(w.lang, w.say(`conversions.${report.reports}`))],
    [capital(w.lang, w.say(`form.${report.form}`))],
    [capital(w.lang, w.say('audiences.minimum', { n }))],
    [capital(w.lang, w.say('conversions.every.text', { within }))],
  ]
}
