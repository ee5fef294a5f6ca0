import type { Lang } from '../../base/lang.ts'
import type { Policy } from '../policy.ts'
import { dateWords } from './date.ts'
import type { Item, Notice, Section } from './model.ts'
import { categoriesOf } from './purpose-words.ts'
import { listed } from './say.ts'
import { aboutSection, rightsSection, whoSection } from './section-about.ts'
import { choicesSection, signalsSections, withoutSections } from './section-choices.ts'
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
    dated: dated(w),
    lead: w.say('notice.lead', { site }),
    contents: w.say('notice.contents'),
    short: shortSection(w),
    sections: sections(w),
  }
}

function dated(w: Writer): Item {
  const { inForceFrom, label } = w.policy
  const date = dateWords(inForceFrom, w.lang)
  return w.item(['notice.versioned-and-dated'], w.say('notice.dated', { date, label }))
}

function sections(w: Writer): Section[] {
  return [
    whoSection(w),
    technologySection(w),
    usesSection(w),
    ...neverSections(w),
    choicesSection(w),
    ...withoutSections(w),
    ...signalsSections(w),
    ...vendorsSections(w),
    rightsSection(w),
    aboutSection(w),
  ]
}

function shortSection(w: Writer): Section {
  const items = [...shortAlways(w), ...shortAsked(w)]
  return section('short', w.say('short.title'), [{ kind: 'list', items }])
}

function shortAlways(w: Writer): Item[] {
  const services = w.policy.purposes.flatMap(purpose => purpose.services)
  if (services.length === 0) return []
  const named = [...new Set(services)].map(service => w.say(`service.${service}`))
  const text = w.say('short.always', { services: listed(w.lang, named) })
  return [w.item(['device.necessary-is-narrow', 'basis.default-deny'], text)]
}

function shortAsked(w: Writer): Item[] {
  const uses = categoriesOf(w.policy, true).map(category => w.say(`category.${category}.into`))
  if (uses.length === 0) return [w.item(['basis.default-deny'], onlyNecessary(w))]
  const asked = w.say('short.asked', { uses: listed(w.lang, uses) })
  const signals = w.item(['signal.dnt-stops-partner-tags'], w.say('short.signals'))
  return [
    w.item(['consent.categories', 'basis.default-deny'], asked),
    w.item(['consent.refuse-nonessential'], w.say('short.refuse')),
    w.item(['consent.withdraw'], w.linked('short.change')),
    ...(w.policy.signals.length > 0 ? [signals] : []),
  ]
}

function onlyNecessary(w: Writer): string {
  const uses = categoriesOf(w.policy, false).map(category => w.say(`category.${category}.into`))
  return w.say('banner.body.only-necessary', { always: listed(w.lang, uses) })
}

function originOf({ sites }: Policy): string {
  const host = sites[0]?.hosts[0]
  return host === undefined ? '' : `https://${host}`
}
