import type { Lang } from '../../base/lang.ts'
import type { Policy } from '../policy.ts'
import { dateWords } from './date.ts'
import type { Block, Notice, Section } from './model.ts'
import { categoriesOf } from './purpose-words.ts'
import { listed } from './say.ts'
import { aboutSection, rightsSection, whoSection } from './section-about.ts'
import { choicesSection, signalsSections, withoutSection } from './section-choices.ts'
import { neverSections, technologySection } from './section-technology.ts'
import { usesSection } from './section-uses.ts'
import { vendorsSections } from './section-vendors.ts'
import { section, type Writer, writer } from './writer.ts'

/**
 * The cookie notice of a policy in one language, as a document: every sentence comes from the
 * policy, and every block names the promises that it rests on.
 */
export function cookieNotice(policy: Policy, lang: Lang): Notice {
  const w = writer(policy, lang)
  const site = policy.sites[0]?.name ?? policy.controller.name
  return {
    lang,
    title: w.say('notice.title'),
    description: w.say('notice.description', { site }),
    siteName: site,
    origin: originOf(policy),
    dated: w.say('notice.dated', {
      date: dateWords(policy.inForceFrom, lang),
      label: policy.label,
    }),
    lead: w.say('notice.lead', { site }),
    contents: w.say('notice.contents'),
    short: shortSection(w),
    sections: sections(w),
  }
}

function sections(w: Writer): Section[] {
  return [
    technologySection(w),
    usesSection(w),
    ...neverSections(w),
    choicesSection(w),
    withoutSection(w),
    ...signalsSections(w),
    ...vendorsSections(w),
    whoSection(w),
    rightsSection(w),
    aboutSection(w),
  ]
}

function shortSection(w: Writer): Section {
  return section('short', w.say('short.title'), [...shortAlways(w), ...shortAsked(w)])
}

function shortAlways(w: Writer): Block[] {
  const services = w.policy.purposes.flatMap(purpose => purpose.services)
  if (services.length === 0) return []
  const named = [...new Set(services)].map(service => w.say(`service.${service}`))
  const text = w.say('short.always', { services: listed(w.lang, named) })
  return [w.text(['device.necessary-is-narrow', 'basis.default-deny'], text)]
}

function shortAsked(w: Writer): Block[] {
  const uses = categoriesOf(w.policy, true).map(category => w.say(`category.${category}.into`))
  if (uses.length === 0) return []
  const asked = w.say('short.asked', { uses: listed(w.lang, uses) })
  return [
    w.text(['consent.categories', 'basis.default-deny'], asked),
    w.text(['consent.refuse-nonessential'], w.say('short.refuse')),
    w.text(['consent.withdraw'], w.linked('short.change')),
    ...(w.policy.signals.length > 0
      ? [w.text(['signal.dnt-stops-partner-tags'], w.say('short.signals'))]
      : []),
  ]
}

function originOf({ sites }: Policy): string {
  const host = sites[0]?.hosts[0]
  return host === undefined ? '' : `https://${host}`
}
