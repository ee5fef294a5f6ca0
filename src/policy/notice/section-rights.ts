import { lawOn } from '../law/index.ts'
import type { Block, Fact, Section, Text } from './model.ts'
import { series, spanWords, termOf } from './names.ts'
import { capital, fact, section, type Writer } from './writer.ts'

type RightSaid = NonNullable<Writer['policy']['said']['rights']>[number]

/** Rights, one by one where the policy says how each is met, or all in short. */
export function rightsSections(w: Writer): Section[] {
  const { rights = [] } = w.policy.said
  const { email } = w.policy.controller
  const all = w.linked('rights.text', { email }, { mail: `mailto:${email}` })
  const browser = w.text(
    ['consent.withdraw', 'notice.complete-for-law'],
    w.linked('rights.browser'),
  )
  const device = w.policy.trackers.length > 0
  const told =
    rights.length === 0
      ? w.text(['access.right', 'responsibility.controller'], all)
      : introduced(w, rights)
  return [
    {
      ...section('rights', w.say('rights.title'), [...(device ? [browser] : []), told]),
      parts: rights.map(right => rightPart(w, right)),
    },
    complaintSection(w),
  ]
}

function introduced(w: Writer, rights: readonly RightSaid[]): Block {
  const timed = rights.some(({ within }) => within !== undefined)
  return w.text(
    ['refusal.reasons-told', 'refusal.can-be-contested', 'request.prompt-answer'],
    w.say('rights.intro'),
    ...(timed ? [w.say('rights.extension')] : []),
  )
}

/** The promises that each right rests on. */
const PROMISES: Readonly<Record<RightSaid['right'], readonly string[]>> = {
  access: ['access.right', 'access.fee', 'identity.no-disclosure-if-unsure'],
  rectification: ['rectify.fix-delete-complete', 'accuracy.self-service'],
  erasure: ['rectify.fix-delete-complete', 'responsibility.controller'],
  restriction: ['restrict.while-waiting'],
  objection: ['objection.situation'],
  'marketing-objection': ['objection.marketing-absolute', 'marketing.objection-covers'],
  withdrawal: ['consent.withdraw'],
  portability: ['portability.machine-readable'],
  complaint: ['complaint.authority-told'],
  review: ['refusal.can-be-contested'],
}

function rightPart(w: Writer, right: RightSaid): Section {
  const rests = PROMISES[right.right]
  const facts = rightFacts(w, right)
  const asked = ['request.email-intake', 'request.in-person', 'request.same-medium']
  const answered = ['request.prompt-answer', 'request.archive', 'identity.proof-on-request']
  return section(`right-${right.right}`, capital(w.lang, w.say(`right.${right.right}`)), [
    w.text(rests, w.say(`right.${right.right}.text`)),
    ...(facts.length === 0 ? [] : [w.facts([...rests, ...asked, ...answered], facts)]),
    ...refusals(w, right),
  ])
}

function rightFacts(w: Writer, right: RightSaid): Fact[] {
  const { within, fee, proof, assurance, archive } = right
  const kept = termOf(w, archive)
  const length = within && spanWords(w, within, 'within')
  const doubt = proof === 'reasonable-doubt' && assurance !== undefined && assurance !== 'none'
  const identity = proof && [
    w.say(`proof.${proof}`),
    ...(doubt ? [w.say(`assurance.${assurance}`)] : []),
  ]
  return [
    ...fact(w.say('rights.how'), ways(w, right)),
    ...fact(
      w.say('rights.within'),
      length && capital(w.lang, w.say('rights.within.text', { within: length })),
    ),
    ...fact(w.say('rights.fee'), fee && capital(w.lang, w.say(`fee.${fee}`))),
    ...fact(w.say('rights.proof'), identity && capital(w.lang, identity.join('; '))),
    ...fact(w.say('rights.archive'), kept && capital(w.lang, kept)),
  ]
}

function ways(w: Writer, { by = [] }: RightSaid): Text {
  return by.flatMap((way, at): Text => {
    const said = w.say(`request.${way.by}.by`)
    const named = at === 0 ? capital(w.lang, said) : said
    const before = at === 0 ? [] : [', ']
    if (way.by === 'privacy-centre') return [...before, { text: named, href: '/privacy' }]
    if (way.at === undefined) return [...before, named]
    return [...before, `${named}: `, { text: way.at, href: `mailto:${way.at}` }]
  })
}

/** The closed list of grounds of refusal, each with its article. */
function refusals(w: Writer, { right, refusals: grounds }: RightSaid): Block[] {
  if (!grounds) return []
  const rests = right === 'objection' ? ['objection.refusal'] : ['access.refusal-grounds']
  const items = grounds.map(ground => w.item(rests, capital(w.lang, w.say(`ground.${ground}`))))
  return [w.text(rests, w.say('rights.refusals')), { kind: 'list', items }]
}

/** Where one complains, in each notice of whatever kind. */
function complaintSection(w: Writer): Section {
  const { authority: id, inForceFrom } = w.policy
  const rests = ['complaint.authority-told']
  const authority = w.say(`authority.${id}`)
  const held = lawOn(inForceFrom).authority(id)
  const site = held?.sites[w.lang] ?? AUTHORITY_SITE
  return section('complaint', w.say('complaint.title'), [
    w.text(rests, w.linked('rights.authority', { authority }, { site })),
    ...(held
      ? [
          w.facts(rests, [
            ...fact(w.say('complaint.post'), held.post[w.lang]),
            ...fact(w.say('who.phone'), [phone(held.phone)]),
            ...fact(w.say('who.email'), [mail(held.email)]),
          ]),
        ]
      : []),
  ])
}

const AUTHORITY_SITE = 'https://www.tietosuoja.fi/'

/** An e-mail address as a link. */
export function mail(email: string) {
  return { text: email, href: `mailto:${email}` }
}

/** A telephone number as a link. */
export function phone(number: string) {
  return { text: number, href: `tel:${number.replaceAll(' ', '')}` }
}

/** Rights as one line of the short version. */
export function rightsInShort(w: Writer): string {
  return series(
    w,
    (w.policy.said.rights ?? []).map(({ right }) => w.say(`right.${right}`)),
  )
}
