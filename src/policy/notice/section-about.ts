import { dateWords } from './date.ts'
import type { Block, Fact, Section, Text } from './model.ts'
import { countryName } from './names.ts'
import { listed } from './say.ts'
import { mail, phone } from './section-rights.ts'
import { capital, fact, section, type Writer } from './writer.ts'

/** Who the controller is and where it can be reached. */
export function whoSection(w: Writer): Section {
  const { name, businessId, street, postalCode, city, email, website } = w.policy.controller
  const { phone: number } = w.policy.said.controller
  const rests = ['notice.controller-identified', 'responsibility.controller']
  const sites = w.policy.sites.flatMap(({ hosts }) => hosts.filter(isPublic)).join(', ')
  return section('who', w.say('who.title'), [
    w.text(rests, w.say('who.text', { name })),
    w.facts(rests, [
      { term: w.say('who.business-id'), text: [businessId] },
      { term: w.say('who.address'), text: [`${street}, ${postalCode} ${city[w.lang]}`] },
      { term: w.say('who.email'), text: [mail(email)] },
      ...fact(w.say('who.phone'), number === undefined ? undefined : [phone(number)]),
      { term: w.say('who.website'), text: [{ text: website, href: website }] },
      ...fact(w.say('who.sites'), sites),
      ...otherServices(w),
    ]),
    ...contacts(w),
  ])
}

/** Apps and sites of partners that the notice is about. */
function otherServices(w: Writer): Fact[] {
  return (['mobile-app', 'partner-site'] as const).flatMap(kind => {
    const named = w.policy.said.sites.filter(site => site.kind === kind).map(({ name }) => name)
    return fact(capital(w.lang, w.say(`site-kind.${kind}`)), listed(w.lang, named))
  })
}

/** People who answer questions: Art. 13(1)(a)-(b). */
function contacts(w: Writer): Block[] {
  const { representative, contacts: held = [] } = w.policy.said
  const represented = representative && [
    `${representative.name}, ${countryName(w, representative.country)}, `,
    mail(representative.email),
  ]
  const facts = [
    ...fact(w.say('who.representative'), represented),
    ...held.flatMap(contact => {
      const named = contact.name === undefined ? [] : [contact.name]
      const written = contact.email === undefined ? [] : [mail(contact.email)]
      const called = contact.phone === undefined ? [] : [phone(contact.phone)]
      const term = capital(w.lang, w.say(`contact-role.${contact.role}`))
      return fact(term, parted([...named, ...written, ...called]))
    }),
  ]
  return facts.length === 0 ? [] : [w.facts(['notice.contact-and-dpo'], facts)]
}

function parted(parts: Text): Text {
  return parts.flatMap((part, at) => (at === 0 ? [part] : [', ', part]))
}

/** Whether a host is a name on the web, and not this machine or an address. */
function isPublic(host: string): boolean {
  return /\.[a-z]{2,}$/.test(host)
}

/** Version, dates, and where older versions, the machine-readable twin and the promises are. */
export function aboutSection(w: Writer): Section {
  const { label, version, inForceFrom, reviewBy } = w.policy
  const rests = ['notice.versioned-and-dated', 'policy.current-published']
  return section('about', w.say('about.title'), [
    w.text(['policy.current-published'], w.linked('about.text')),
    w.facts(rests, [
      { term: w.say('about.version'), text: [label] },
      { term: w.say('about.in-force'), text: [dateWords(inForceFrom, w.lang)] },
      { term: w.say('about.review'), text: [dateWords(reviewBy, w.lang)] },
      { term: w.say('about.id'), text: [{ code: version }] },
      {
        term: w.say('about.versions'),
        text: [{ text: '/privacy/versions', href: '/privacy/versions' }],
      },
      {
        term: w.say('about.machine'),
        text: [{ text: '/privacy/policy.json', href: '/privacy/policy.json' }],
      },
    ]),
  ])
}
