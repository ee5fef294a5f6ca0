import { collected, counted } from './collected.ts'
import { dateWords } from './date.ts'
import type { Block, Fact, Section, Text } from './model.ts'
import { groupLinks, partyName, type PurposeSaid, purposeTitle, series, termOf } from './names.ts'
import { listed } from './say.ts'
import { capital, fact, section, type Writer } from './writer.ts'

/** The purposes in which no device takes part: what for, whom, on what ground, how long. */
export function purposesSections(w: Writer): Section[] {
  const device = new Set(w.policy.purposes.map(({ id }) => id))
  const others = w.policy.said.purposes.filter(({ id }) => !device.has(id))
  if (others.length === 0) return []
  const intro = w.text(['basis.default-deny', 'purpose.only-as-stated'], w.say('purposes.intro'))
  return [
    {
      ...section('purposes', w.say('purposes.title'), [intro]),
      parts: others.map(purpose => purposePart(w, purpose)),
    },
  ]
}

function purposePart(w: Writer, purpose: PurposeSaid): Section {
  const rests = ['purpose.only-as-stated', 'basis.default-deny', ...aimPromises(purpose)]
  const aims = purpose.aims.map(aim => w.say(`aim.${aim}`))
  const blocks = [
    w.text(rests, w.say('uses.aims', { aims: listed(w.lang, aims) })),
    w.facts(groundRests(purpose), [...basisFact(w, purpose), ...purposeFacts(w, purpose)]),
    ...inUse(w, purpose),
    ...purposeTables(w, purpose),
  ]
  return section(`purpose-${purpose.id}`, purposeTitle(w, purpose), blocks)
}

/** What a purpose of apps alone keeps of their use. */
function inUse(w: Writer, { collects, visitors }: PurposeSaid): Block[] {
  const withoutIdentity = visitors === 'without-identity'
  return [...counted(w, { withoutIdentity }), ...(collects ? collected(w, { collects }) : [])]
}

/** The one basis of a purpose; nothing when it has several, which are a table. */
export function basisFact(w: Writer, purpose: PurposeSaid): Fact[] {
  const [first, ...more] = basesOf(purpose)
  if (!first || more.length > 0) return []
  return fact(w.say('uses.basis'), groundWords(w, first))
}

/** What is best read in rows: bases that differ by channel, and what identifies. */
export function purposeTables(w: Writer, purpose: PurposeSaid): Block[] {
  const bases = basesOf(purpose)
  return [...(bases.length > 1 ? [basisTable(w, purpose, bases)] : []), ...identifying(w, purpose)]
}

type Basis = NonNullable<PurposeSaid['basis']['web']>
type Channel = Exclude<keyof PurposeSaid['basis'], 'from' | 'cites'>

const CHANNEL_ORDER = [
  'web',
  'app',
  'email',
  'sms',
  'push',
  'phone',
  'post',
  'social',
  'in-person',
] as const satisfies readonly Channel[]

type Ground = { readonly basis: Basis; readonly channels: readonly Channel[] }

/** The different bases of a purpose, each with the channels it holds for. */
export function basesOf({ basis }: PurposeSaid): readonly Ground[] {
  const used = CHANNEL_ORDER.flatMap(channel => {
    const held = basis[channel]
    return held === undefined ? [] : [{ channel, basis: held }]
  })
  return [...new Set(used.map(held => held.basis))].map(name => ({
    basis: name,
    channels: used.filter(held => held.basis === name).map(({ channel }) => channel),
  }))
}

/** Where a device takes part, § 205 asks for the consent; for electronic messages, § 200(1). */
const ON_DEVICE: readonly Channel[] = ['web', 'app']
const BY_MESSAGE: readonly Channel[] = ['email', 'sms', 'push']

function groundWords(w: Writer, { basis, channels }: Ground): string {
  if (basis !== 'consent') return w.say(`basis.${basis}`)
  const onDevice = channels.some(channel => ON_DEVICE.includes(channel))
  const byMessage = channels.some(channel => BY_MESSAGE.includes(channel))
  if (onDevice) return w.say(byMessage ? 'basis-consent.both' : 'basis.consent')
  return w.say(byMessage ? 'basis-consent.messages' : 'basis-consent.other')
}

function basisTable(w: Writer, purpose: PurposeSaid, bases: readonly Ground[]): Block {
  const rows = bases.map((ground): Text[] => [
    [
      series(
        w,
        ground.channels.map(channel => w.say(`channel.${channel}`)),
      ),
    ],
    [groundWords(w, ground)],
  ])
  return w.table(groundRests(purpose), {
    caption: w.say('purposes.caption', { name: purposeTitle(w, purpose) }),
    columns: [w.say('purposes.channel'), w.say('uses.basis')],
    rows,
  })
}

/** Whom it concerns, what data, what was weighed, how long: what is short enough for a line. */
export function purposeFacts(w: Writer, purpose: PurposeSaid): Fact[] {
  const { subjects, data, interest, form, vendors = [] } = purpose
  const who = subjects?.map(subject => w.say(`subject.${subject}`))
  const device = w.policy.purposes.some(({ id }) => id === purpose.id)
  const others = device ? [] : vendors.map(id => partyName(w, id))
  const term = termOf(w, purpose.retention)
  return [
    ...fact(w.say('purposes.subjects'), who && series(w, who)),
    ...fact(w.say('purposes.data'), data && groupLinks(w, data)),
    ...fact(w.say('purposes.form'), form && capital(w.lang, w.say(`form.${form.is}`))),
    ...fact(w.say('purposes.own-consent'), ownConsent(w, purpose)),
    ...fact(w.say('uses.vendors'), listed(w.lang, others)),
    ...fact(w.say('purposes.interest'), interest && capital(w.lang, w.say(`interest.${interest}`))),
    ...weighed(w, purpose),
    ...profiled(w, purpose),
    ...fact(w.say('data.keep'), term && capital(w.lang, term)),
  ]
}

/** Fields that are kept only with a consent of their own. */
function ownConsent(w: Writer, { collects = [] }: PurposeSaid): string {
  const fields = collects.flatMap(held => held['own-consent'] ?? [])
  return series(
    w,
    fields.map(field => w.say(`event-field.${field}`)),
  )
}

function weighed(w: Writer, { assessment, dpia }: PurposeSaid): Fact[] {
  const values = (held: NonNullable<typeof assessment>) => ({
    document: held.id,
    date: dateWords(held['review-by'], w.lang),
  })
  return [
    ...fact(
      w.say('purposes.weighing'),
      assessment && w.say('purposes.weighed', values(assessment)),
    ),
    ...fact(w.say('purposes.dpia'), dpia && w.say('purposes.dpia.text', values(dpia))),
  ]
}

/** The logic of a profile and what follows from it: Art. 13(2)(f). */
function profiled(w: Writer, { profiling }: PurposeSaid): Fact[] {
  if (!profiling) return []
  const by = w.say(`profiling.by.${profiling.by}`)
  if (profiling.by === 'none') return fact(w.say('profiling.term'), by)
  const means = w.say(`profiling.means.${profiling.means}`)
  return fact(w.say('profiling.term'), `${by} ${means} ${w.say('profiling.decides')}`)
}

function identifying(w: Writer, purpose: PurposeSaid): Block[] {
  const { form } = purpose
  if (!form?.identifying) return []
  const rows = form.identifying.map(({ field, because }): Text[] => [
    [capital(w.lang, w.say(`field.${field}`))],
    [capital(w.lang, w.say(`reason.${because}`))],
  ])
  const table = w.table(['analytics.anonymise-when-possible', 'purpose.only-as-stated'], {
    caption: w.say('purposes.identifying', { name: purposeTitle(w, purpose) }),
    columns: [w.say('data.field'), w.say('purposes.reason')],
    rows,
  })
  return [table]
}

/** The promises that the ground of a purpose rests on. */
export function groundRests(purpose: PurposeSaid): string[] {
  const bases = basesOf(purpose).map(({ basis }) => basis)
  return [
    'basis.default-deny',
    'notice.data-subject-scope',
    ...(bases.includes('contract') ? ['basis.contract-minimal'] : []),
    ...(bases.includes('legal-obligation') ? ['basis.legal-obligation'] : []),
    ...(purpose.interest ? ['register.legitimate-interest-documented'] : []),
    ...(purpose.retention === undefined ? [] : ['retention.process-exists']),
  ]
}

/** The promises that are about what a purpose is for. */
function aimPromises({ aims }: PurposeSaid): string[] {
  const about = [
    ['purpose.sales-and-quotes', ['quotes', 'managing-sales', 'managing-purchases']],
    ['marketing.research', ['surveys', 'market-research']],
    ['marketing.newsletter', ['newsletter']],
    ['marketing.partner-offers', ['partner-marketing']],
    ['identity.enrich-given-with-visits', ['picture-of-interests']],
    ['analytics.security-and-abuse', ['information-security', 'abuse-prevention']],
    ['analytics.disturbance-detection', ['disturbance-detection']],
    ['analytics.statistics-reports', ['statistics']],
  ] as const
  return about.flatMap(([slug, wanted]) =>
    wanted.some(aim => aims.some(held => held === aim)) ? [slug] : [],
  )
}
