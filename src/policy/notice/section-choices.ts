import { lifetimeWords } from './lifetime.ts'
import type { Block, Fact, Section } from './model.ts'
import { categoriesOf } from './purpose-words.ts'
import { listed } from './say.ts'
import { purposeTitles, series, spanWords } from './names.ts'
import { capital, fact, helpBlocks, section, type Writer } from './writer.ts'

/** How to accept, refuse and withdraw: banner, small link, privacy centre, browser. */
export function choicesSection(w: Writer): Section {
  const rests = ['consent.refuse-nonessential', 'consent.withdraw', 'consent.categories']
  return section('choices', w.say('choices.title'), [
    w.facts(rests, ways(w)),
    ...given(w),
    ...refusing(w),
    ...helpBlocks(w, 'delete-cookies'),
  ])
}

/** How a consent is given, and what for. */
function given(w: Writer): Block[] {
  const held = w.policy.said.consent?.given ?? []
  const rests = ['basis.consent-by-order', 'consent.categories']
  const items = held.map(({ by, purposes }) =>
    w.item(rests, w.say(`given.${by}`, { purposes: purposeTitles(w, purposes) })),
  )
  if (items.length === 0) return []
  return [w.text(rests, w.say('given.intro')), { kind: 'list', items }]
}

/** Further ways to say no: beside our own question, never in its place. */
function refusing(w: Writer): Block[] {
  const held = w.policy.said.consent?.refusals ?? []
  const rests = ['signal.dnt-stops-partner-tags', 'signal.third-party-cookie-block']
  const items = held.map(({ by }) => w.item(rests, w.say(`refusal.${by}`)))
  if (items.length === 0) return []
  return [
    w.text(rests, w.say('refusal.intro')),
    { kind: 'list', items },
    w.text(['consent.refuse-nonessential'], w.say('refusal.beside')),
  ]
}

function ways(w: Writer): Fact[] {
  const during = lifetimeWords(w.policy.consentFor, w.lang, 'during')
  const browser = { term: w.say('choices.browser'), text: [w.say('choices.browser.text')] }
  if (categoriesOf(w.policy, true).length === 0) return [browser]
  const labels = {
    accept: w.say('banner.accept'),
    refuse: w.say('banner.refuse'),
    choose: w.say('banner.choose'),
    open: w.say('banner.open'),
  }
  const again = w.policy.said.consent?.['asks-again']
  const within = again === undefined ? undefined : spanWords(w, again, 'within')
  const lapse = w.say('choices.lapse.text', { during })
  return [
    { term: w.say('choices.banner'), text: [w.say('choices.banner.text', labels)] },
    { term: w.say('choices.link'), text: [w.say('choices.link.text', labels)] },
    { term: w.say('choices.centre'), text: w.linked('choices.centre.text') },
    {
      term: w.say('choices.lapse'),
      text: [within === undefined ? lapse : `${lapse} ${w.say('choices.asks-again', { within })}`],
    },
    browser,
  ]
}

/** What refusing and blocking mean: the services that depend on storage, and nothing else. */
export function withoutSections(w: Writer): Section[] {
  const blocks = [...unasked(w), ...blocking(w), ...features(w)]
  return blocks.length === 0 ? [] : [section('without', w.say('without.title'), blocks)]
}

function unasked(w: Writer): Block[] {
  const uses = categoriesOf(w.policy, true).map(category => w.say(`category.${category}.mid`))
  if (uses.length === 0) return []
  const fits = w.policy.purposes.some(({ aims }) => aims.includes('product-recommendations'))
  return [
    w.text(
      ['consent.refuse-nonessential', 'device.block-consequences-told'],
      w.say('without.refuse', { uses: listed(w.lang, uses) }),
      ...(fits ? [w.say('without.recommendations')] : []),
    ),
  ]
}

function blocking(w: Writer): Block[] {
  const services = [...new Set(w.policy.purposes.flatMap(purpose => purpose.services))]
  if (services.length === 0) return []
  const rests = ['device.block-consequences-told', 'device.necessary-is-narrow']
  const facts = services.map(service => ({
    term: capital(w.lang, w.say(`service.${service}`)),
    text: [w.say(`without.${service}`)],
  }))
  return [w.text(rests, w.say('without.block')), w.facts(rests, facts)]
}

/** What stops working when one tracker is blocked, tracker by tracker. */
function features(w: Writer): Block[] {
  const rests = ['device.block-consequences-told']
  const facts = w.policy.said.trackers.flatMap(({ name, features: held }) =>
    fact(
      name,
      held &&
        series(
          w,
          held.map(service => w.say(`service.${service}`)),
        ),
    ),
  )
  return facts.length === 0 ? [] : [w.text(rests, w.say('without.features')), w.facts(rests, facts)]
}

/** Signals that the policy honours, and exactly what each refuses. */
export function signalsSections(w: Writer): Section[] {
  const { signals, purposes } = w.policy
  if (signals.length === 0) return []
  const rests = ['signal.dnt-stops-partner-tags']
  const facts = signals.map(({ signal, refuses }) => {
    const refused = purposes.filter(({ id }) => refuses.includes(id))
    const named = new Set(refused.map(({ category }) => w.say(`category.${category}.mid`)))
    const what = listed(w.lang, [...named])
    return {
      term: w.say(`signal.${signal}`),
      text: [w.say('signals.effect', { what, n: named.size })],
    }
  })
  return [
    section('signals', w.say('signals.title'), [
      w.text(rests, w.say('signals.intro')),
      w.facts(rests, facts),
      w.text(rests, w.say('signals.override')),
      ...w.promised('signal.third-party-cookie-block', thirdParty(w)),
    ]),
  ]
}

function thirdParty(w: Writer): Block {
  return w.text(['signal.third-party-cookie-block'], w.say('signals.third-party'))
}
