import { dateWords } from './date.ts'
import type { Section } from './model.ts'
import { section, type Writer } from './writer.ts'

const AUTHORITY_SITE = 'https://www.tietosuoja.fi/'

/** Who the controller is and where it can be reached. */
export function whoSection(w: Writer): Section {
  const { name, businessId, street, postalCode, city, email, website } = w.policy.controller
  const rests = ['notice.controller-identified']
  const sites = w.policy.sites.flatMap(({ hosts }) => hosts.filter(isPublic)).join(', ')
  return section('who', w.say('who.title'), [
    w.text(rests, w.say('who.text', { name })),
    w.facts(rests, [
      { term: w.say('who.business-id'), text: [businessId] },
      { term: w.say('who.address'), text: [`${street}, ${postalCode} ${city[w.lang]}`] },
      { term: w.say('who.email'), text: [{ text: email, href: `mailto:${email}` }] },
      { term: w.say('who.website'), text: [{ text: website, href: website }] },
      { term: w.say('who.sites'), text: [sites] },
    ]),
  ])
}

/** Whether a host is a name on the web, and not this machine or an address. */
function isPublic(host: string): boolean {
  return /\.[a-z]{2,}$/.test(host)
}

/** Rights, contact and the supervisory authority. */
export function rightsSection(w: Writer): Section {
  const { controller, authority } = w.policy
  const { email } = controller
  const rights = w.linked('rights.text', { email }, { mail: `mailto:${email}` })
  const named = { authority: w.say(`authority.${authority}`) }
  const complain = w.linked('rights.authority', named, { site: AUTHORITY_SITE })
  return section('rights', w.say('rights.title'), [
    w.text(['consent.withdraw', 'notice.complete-for-law'], w.linked('rights.browser')),
    w.text(['notice.complete-for-law', 'access.right'], rights),
    w.text(['notice.complete-for-law', 'complaint.authority-told'], complain),
  ])
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
