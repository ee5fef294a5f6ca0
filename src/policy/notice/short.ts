import { lawOn } from '../law/index.ts'
import { lifetimeWords } from './lifetime.ts'
import { shortest, spanOf } from '../lifetime.ts'
import type { Fact, Item, Section } from './model.ts'
import { purposeTitles, series } from './names.ts'
import { categoriesOf } from './purpose-words.ts'
import { listed } from './say.ts'
import { basesOf } from './section-purposes.ts'
import { mail, rightsInShort } from './section-rights.ts'
import { fact, section, type Writer } from './writer.ts'

/** The short version of a cookie notice: what is always done, what is asked, how to say no. */
export function cookiesInShort(w: Writer): Section {
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

/** The short version of a notice about people: who, what for, on what ground, how long, rights. */
export function peopleInShort(w: Writer): Section {
  const rests = [
    'notice.controller-identified',
    'purpose.only-as-stated',
    'notice.complete-for-law',
  ]
  const more = ['retention.process-exists', 'access.right', 'complaint.authority-told']
  const { controller, said } = w.policy
  const purposes = purposeTitles(
    w,
    said.purposes.map(({ id }) => id),
  )
  const facts = [
    ...fact(w.say('short.who'), [`${controller.name}, `, mail(controller.email)]),
    ...fact(w.say('short.for'), purposes),
    ...fact(w.say('short.basis'), groundsOf(w)),
    ...keptInShort(w),
    ...rightsFacts(w),
  ]
  return section('short', w.say('short.title'), [w.facts([...rests, ...more], facts)])
}

function groundsOf(w: Writer): string {
  const bases = w.policy.said.purposes.flatMap(purpose =>
    basesOf(purpose).map(({ basis }) => basis),
  )
  return series(
    w,
    bases.map(basis => w.say(`basis-short.${basis}`)),
  )
}

function keptInShort(w: Writer): Fact[] {
  const spans = (w.policy.said.retention ?? []).flatMap(({ keep }) => spanOf(keep) ?? [])
  const sorted = spans.toSorted((a, b) => shortest(a) - shortest(b))
  const [least, most] = [sorted[0], sorted.at(-1)]
  if (!least || !most) return []
  const values = {
    shortest: lifetimeWords(least, w.lang),
    longest: lifetimeWords(most, w.lang),
  }
  const key = values.shortest === values.longest ? 'short.keep.one' : 'short.keep.text'
  return fact(w.say('short.keep'), w.linked(key, values, { keep: '#keeping' }))
}

function rightsFacts(w: Writer): Fact[] {
  const { authority: id, inForceFrom } = w.policy
  const all = rightsInShort(w)
  const more = w.linked('short.rights.text', {}, { rights: '#rights' })
  const name = lawOn(inForceFrom).authority(id)?.names[w.lang] ?? w.say(`authority.${id}`)
  const complain = w.linked('short.complain.text', { authority: name }, { more: '#complaint' })
  const stop = w.linked('short.marketing.text', {}, { more: '#objection' })
  return [
    ...fact(w.say('short.rights'), all === '' ? more : [`${all}. `, ...more]),
    ...(w.policy.said.marketing ? fact(w.say('short.marketing'), stop) : []),
    ...fact(w.say('short.complain'), complain),
  ]
}
