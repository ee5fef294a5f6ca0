import { lawOn, type Law } from '../law/index.ts'
import { REFUSAL_GROUNDS } from '../vocabulary-keeping.ts'
import { fitsIn, spanOf, spanText } from '../lifetime.ts'
import type { PolicyText } from '../syntax/schema/policy.ts'
import { PROFILES } from './complete-items.ts'
import { checkDue } from './parties.ts'
import type { Draft, PurposeText } from './place.ts'

type Channel = Exclude<keyof PurposeText['basis'], 'from' | 'cites'>

// § 200(1) of Act 917/2014: marketing on these channels needs a yes, or a sale of similar products.
const CONSENT_CHANNELS: readonly Channel[] = ['email', 'sms', 'push', 'app', 'web']
// What people may be sent until they forbid it rests on an interest as well, and is weighed.
const WEIGHED = ['legitimate-interest', 'until-forbidden']
// What tells who somebody is, or which browser it was, by itself.
const IDENTIFYING: readonly string[] = [
  'first-name',
  'last-name',
  'name',
  'address',
  'postal-address',
  'email',
  'phone',
  'customer-number',
  'metering-point-code',
  'other-unique-identifier',
  'call-recordings',
  'browser-id',
  'device-id',
  'ip-address',
  'login-id',
]
/** Aims for which people are written to; an objection to marketing stops more than these. */
const LETTER_AIMS = ['direct-marketing', 'partner-marketing', 'newsletter', 'sell-services']

/** What is done with data on people stands on its basis, is kept for a time, and is owned up to. */
export function checkUse(draft: Draft, today: string | undefined): void {
  const law = lawOn(today ?? draft.text.policy['in-force-from'])
  // Of a document of another kind, the checklist of Art. 13 asks for what follows.
  const isAboutDevices = (draft.text.policy.kind ?? 'cookie-notice') === 'cookie-notice'
  for (const [index, purpose] of draft.text.purposes.entries()) {
    checkInterest(draft, purpose, index, law)
    checkMarketingBasis(draft, purpose, index)
    checkKept(draft, purpose, index)
    checkForm(draft, purpose, index)
    checkIdentifying(draft, purpose, index)
    if (isAboutDevices) checkProfiling(draft, purpose, index)
    checkDue(draft, purpose['review-by'], ['purposes', index, 'review-by'], law)
    checkDue(draft, purpose.dpia?.['review-by'], ['purposes', index, 'dpia', 'review-by'], law)
  }
  if (isAboutDevices) checkAsked(draft)
  checkAudiences(draft)
  checkMeasurement(draft)
  checkRights(draft, law)
  checkRetention(draft, law)
}

function checkInterest(draft: Draft, purpose: PurposeText, index: number, law: Law): void {
  const path = ['purposes', index]
  const isWeighed = basesOf(purpose).some(([, basis]) => WEIGHED.includes(basis))
  if (!isWeighed) return
  if (purpose.interest === undefined || purpose.assessment === undefined) {
    const message = `\`${purpose.id}\` rests on a legitimate interest that is not named and weighed`
    const help = 'add `interest:` and `assessment: { id, on, review-by }`'
    draft.wrong('L0901', [...path, 'basis'], message, help)
  }
  checkDue(draft, purpose.assessment?.['review-by'], [...path, 'assessment', 'review-by'], law)
}

function checkMarketingBasis(draft: Draft, purpose: PurposeText, index: number): void {
  if (!purpose.aims.some(aim => LETTER_AIMS.includes(aim))) return
  for (const [channel, basis] of basesOf(purpose)) {
    const isAllowed = basis === 'consent' || basis === 'soft-opt-in'
    if (!CONSENT_CHANNELS.includes(channel) || isAllowed) continue
    const message = `\`${purpose.id}\` cannot market by \`${channel}\` on \`${basis}\``
    const help = 'write `consent`, or `soft-opt-in` for own similar products (917/2014 § 200)'
    draft.wrong('L0902', ['purposes', index, 'basis', channel], message, help)
  }
}

// Whatever names data on people says how long it is kept: by its own rule, or by that of the data.
function checkKept(draft: Draft, { id, data, retention }: PurposeText, index: number): void {
  if (data === undefined || retention !== undefined) return
  const groups = (draft.text.data ?? []).filter(group => data.includes(group.id))
  const loose = groups.filter(group => group.retention === undefined)
  if (loose.length === 0) return
  const named = loose.map(group => `\`${group.id}\``).join(', ')
  const message = `no rule says how long \`${id}\` keeps ${named}`
  draft.wrong('L0903', ['purposes', index, 'data'], message, 'add `retention:` to one of them')
}

function checkForm(draft: Draft, { id, form }: PurposeText, index: number): void {
  if (!form) return
  const isNamed = form.is === 'personal' || form.is === 'pseudonymous'
  if (isNamed && !form.identifying) {
    const message = `\`${id}\` keeps data that can tell who it is, without a reason for each datum`
    const help = 'add `identifying: [{ field, because }]`; what has no reason is anonymised'
    draft.wrong('L0904', ['purposes', index, 'form', 'is'], message, help)
  }
  if (!isNamed && form.identifying) {
    const message = `\`${id}\` says \`${form.is}\`, and names data that tells who it is`
    const help = 'write `is: pseudonymous`, or take `identifying` away'
    draft.wrong('L0904', ['purposes', index, 'form', 'is'], message, help)
  }
}

// For measuring and marketing, what tells who somebody is has a reason each, or is anonymised.
function checkIdentifying(draft: Draft, purpose: PurposeText, index: number): void {
  if (purpose.category !== 'analytics' && purpose.category !== 'marketing') return
  const form = purpose.form?.is
  if (form === 'anonymous' || form === 'aggregate') return
  const reasons = purpose.form?.identifying?.map(({ field }) => field) ?? []
  const bare = (draft.text.data ?? [])
    .filter(({ id }) => purpose.data?.includes(id))
    .flatMap(({ fields }) => fields.map(({ field }) => field))
    .filter(field => IDENTIFYING.includes(field) && !reasons.includes(field))
  if (bare.length === 0) return
  const named = [...new Set(bare)].map(field => `\`${field}\``).join(', ')
  const message = `\`${purpose.id}\` keeps ${named}, which can tell who it is, without a reason`
  const help = 'add it to `form.identifying` with `because:`, or leave it out of the data'
  draft.wrong('L0904', ['purposes', index, 'id'], message, help)
}

function checkProfiling(draft: Draft, { id, aims, profiling }: PurposeText, index: number): void {
  if (profiling !== undefined) return
  const aim = aims.find(held => PROFILES.includes(held))
  if (aim === undefined) return
  const message = `\`${id}\` makes a picture of people (\`${aim}\`), and does not tell how`
  const help = 'add `profiling:` with how it is made, what it means, and that it decides nothing'
  draft.wrong('L0912', ['purposes', index, 'aims'], message, help)
}

/** People who are asked for a datum learn whether they have to give it, and what follows if not. */
function checkAsked(draft: Draft): void {
  const { data = [], sources = [] } = draft.text
  const persons = sources.filter(({ kind }) => kind === 'person').map(({ id }) => id)
  for (const [index, group] of data.entries()) {
    const isAsked = group.sources === undefined || group.sources.some(id => persons.includes(id))
    for (const [at, { field, needed, without }] of (isAsked ? group.fields : []).entries()) {
      const lacks = [
        ...(needed === undefined ? ['`needed`'] : []),
        ...(without === undefined && needed !== 'voluntary' ? ['`without`'] : []),
      ]
      if (lacks.length === 0) continue
      const what = needed === undefined ? 'whether it must be given' : 'what follows without it'
      const message = `people are asked for \`${field}\`, and do not learn ${what}`
      const help = `add ${lacks.join(' and ')}: Art. 13(2)(e)`
      draft.wrong('L0911', ['data', index, 'fields', at, 'field'], message, help)
    }
  }
}

function checkAudiences(draft: Draft): void {
  for (const [index, group] of (draft.text.audiences ?? []).entries()) {
    const path = ['audiences', index]
    if (group.destination !== undefined && group['minimum-group'] === undefined) {
      const message = `\`${group.id}\` leaves the company without a smallest size`
      draft.wrong('L0905', [...path, 'destination'], message, 'add `minimum-group: 50 people`')
    }
    if (group.destination !== undefined && group.leaves === undefined) {
      const message = `\`${group.id}\` does not say that objectors are left out`
      draft.wrong('L0905', [...path, 'id'], message, 'add `leaves: { out: objectors }`')
    }
  }
}

function checkMeasurement(draft: Draft): void {
  const held = draft.text.measurement
  if (held?.['without-consent'] !== 'aggregate' || held.salt !== undefined) return
  const message = 'counting without consent keeps a trace of each visitor'
  draft.wrong('L0906', ['measurement', 'without-consent'], message, 'add `salt: destroyed-daily`')
}

function checkRights(draft: Draft, law: Law): void {
  const limit = law.term('answer-within')?.span
  for (const [index, right] of (draft.text.rights ?? []).entries()) {
    const path = ['rights', index]
    const within = right.within === undefined ? undefined : spanOf(right.within)
    if (within && limit && !fitsIn(within, limit)) {
      const message = `\`${right.right}\` is answered only after ${spanText(within)}`
      const help = `the law gives ${spanText(limit)} (Art. 12(3))`
      draft.wrong('L0907', [...path, 'within'], message, help)
    }
    checkGrounds(draft, right, index, law)
    if (right.right !== 'marketing-objection') continue
    if (right.proof !== 'reasonable-doubt' && (right.assurance ?? 'none') === 'none') continue
    const message = 'a person who forbids marketing need not show who they are'
    draft.wrong('L0909', [...path, 'right'], message, 'write `proof: never`, `assurance: none`')
  }
}

type Right = NonNullable<PolicyText['rights']>[number]

function checkGrounds(draft: Draft, { right, refusals }: Right, index: number, law: Law): void {
  const allowed = law.refusalGrounds(right).map(({ ground }) => ground)
  for (const [at, ground] of (refusals ?? []).entries()) {
    if (allowed.includes(ground)) continue
    const message = `the law does not let \`${right}\` be refused for \`${ground}\``
    const sayable = REFUSAL_GROUNDS.filter(known => allowed.includes(known))
    const list = sayable.map(known => `\`${known}\``).join(', ')
    const help = list === '' ? 'it cannot be refused at all: take `refusals` away' : `use ${list}`
    draft.wrong('L0908', ['rights', index, 'refusals', at], message, help)
  }
}

function checkRetention(draft: Draft, law: Law): void {
  for (const [index, rule] of (draft.text.retention ?? []).entries()) {
    if (rule.law === undefined) continue
    const act = law.act(rule.law)
    if (act && act.repealedOn === undefined) continue
    const message = `\`${rule.id}\` rests on the act \`${rule.law}\`, which is not in force`
    draft.wrong('L0910', ['retention', index, 'law'], message, 'name the act that orders it now')
  }
}

function basesOf({ basis }: PurposeText): readonly (readonly [Channel, string])[] {
  const { from: _, cites: __, ...channels } = basis
  return Object.entries(channels).flatMap(([channel, held]) =>
    isChannel(channel) && typeof held === 'string' ? [[channel, held] as const] : [],
  )
}

const CHANNELS: readonly Channel[] = [...CONSENT_CHANNELS, 'phone', 'post', 'social', 'in-person']

function isChannel(text: string): text is Channel {
  return CHANNELS.some(channel => channel === text)
}
