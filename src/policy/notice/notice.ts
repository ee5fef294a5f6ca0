import type { Lang } from '../../base/lang.ts'
import type { DocumentKind, Policy } from '../policy.ts'
import { dateWords } from './date.ts'
import type { Item, Notice, Section } from './model.ts'
import { aboutSection, whoSection } from './section-about.ts'
import { choicesSection, signalsSections, withoutSections } from './section-choices.ts'
import {
  callsSections,
  identitySections,
  measurementSections,
  minorsSections,
} from './section-identity.ts'
import { keepingSections } from './section-keeping.ts'
import { machinesSections } from './section-machines.ts'
import { marketingSections } from './section-marketing.ts'
import { processorsSections, recipientsSections, transfersSections } from './section-parties.ts'
import {
  dataSections,
  registersSections,
  sourcesSections,
  subjectsSections,
} from './section-people.ts'
import {
  absentSections,
  changesSections,
  securitySections,
  staffSections,
} from './section-protection.ts'
import { purposesSections } from './section-purposes.ts'
import {
  adsSections,
  audiencesSections,
  conversionsSections,
  recommendationsSections,
} from './section-reaching.ts'
import { rightsSections } from './section-rights.ts'
import { eventSourcesSections } from './section-sources.ts'
import { neverSections, technologySection } from './section-technology.ts'
import { usesSection } from './section-uses.ts'
import { optOutSections, socialSections, vendorsSections } from './section-vendors.ts'
import { cookiesInShort, peopleInShort } from './short.ts'
import { type Writer, writer } from './writer.ts'

/**
 * The document that a policy prints, whole, in one language: a cookie notice, a privacy notice or a
 * register description. Every sentence comes from the policy, and every block names the promises
 * that it rests on. The same policy gives the same document.
 */
export function noticeOf(policy: Policy, lang: Lang): Notice {
  return policy.kind === 'cookie-notice' ? cookieNotice(policy, lang) : peopleNotice(policy, lang)
}

/** What a policy says of the visitor’s device first, and of people after it. */
export function cookieNotice(policy: Policy, lang: Lang): Notice {
  const w = writer(policy, lang)
  const site = siteOf(policy)
  return {
    ...frame(w),
    title: w.say('notice.title'),
    description: w.say('notice.description', { site }),
    lead: w.say('notice.lead', { site }),
    short: cookiesInShort(w),
    sections: [
      whoSection(w),
      ...subjectsSections(w),
      technologySection(w),
      usesSection(w),
      ...purposesSections(w),
      ...neverSections(w),
      ...choice(w),
      ...identitySections(w),
      ...marketingSections(w),
      ...registersSections(w),
      ...dataSections(w),
      ...sourcesSections(w),
      ...afterwards(w),
    ],
  }
}

/** What a policy says of people first, and of their devices where it has to do with them. */
function peopleNotice(policy: Policy, lang: Lang): Notice {
  const w = writer(policy, lang)
  const { name } = policy.controller
  const device = policy.trackers.length > 0 || policy.purposes.length > 0
  return {
    ...frame(w),
    ...opening(w, policy.kind),
    description: w.say('doc.description', { name }),
    short: peopleInShort(w),
    sections: [
      whoSection(w),
      ...marketingSections(w),
      ...subjectsSections(w),
      ...registersSections(w),
      ...dataSections(w),
      ...sourcesSections(w),
      ...purposesSections(w),
      ...(device ? [technologySection(w), usesSection(w), ...choice(w)] : parties(w)),
      ...identitySections(w),
      ...neverSections(w),
      ...afterwards(w),
    ],
  }
}

function opening(w: Writer, kind: DocumentKind): Pick<Notice, 'title' | 'lead'> {
  if (kind !== 'register-description') {
    return { title: w.say('doc.privacy.title'), lead: w.say('doc.privacy.lead') }
  }
  const [register, ...others] = w.policy.said.registers ?? []
  const only = others.length === 0 ? register : undefined
  return {
    title: w.say('doc.register.title'),
    lead: only
      ? w.say('doc.register.lead', { register: only.name[w.lang] })
      : w.say('doc.privacy.lead'),
  }
}

function frame(w: Writer) {
  const { policy, lang } = w
  return {
    lang,
    siteName: siteOf(policy),
    origin: originOf(policy),
    dated: dated(w),
    contents: w.say('notice.contents'),
  }
}

/** How one says yes and no on a device, and who else has to do with it. */
function choice(w: Writer): Section[] {
  return [
    choicesSection(w),
    ...withoutSections(w),
    ...signalsSections(w),
    ...measurementSections(w),
    ...eventSourcesSections(w),
    ...parties(w),
  ]
}

function parties(w: Writer): Section[] {
  return [...vendorsSections(w), ...optOutSections(w), ...socialSections(w)]
}

/** What becomes of the data: who gets it, how long it is kept, and what rights one has. */
function afterwards(w: Writer): Section[] {
  return [
    ...audiencesSections(w),
    ...recommendationsSections(w),
    ...adsSections(w),
    ...conversionsSections(w),
    ...callsSections(w),
    ...machinesSections(w),
    ...recipientsSections(w),
    ...processorsSections(w),
    ...transfersSections(w),
    ...keepingSections(w),
    ...minorsSections(w),
    ...rightsSections(w),
    ...securitySections(w),
    ...staffSections(w),
    ...absentSections(w),
    ...changesSections(w),
    aboutSection(w),
  ]
}

function dated(w: Writer): Item {
  const { inForceFrom, label } = w.policy
  const date = dateWords(inForceFrom, w.lang)
  return w.item(['notice.versioned-and-dated'], w.say('notice.dated', { date, label }))
}

function siteOf({ sites, controller }: Policy): string {
  return sites[0]?.name ?? controller.name
}

function originOf({ sites }: Policy): string {
  const host = sites[0]?.hosts[0]
  return host === undefined ? '' : `https://${host}`
}
