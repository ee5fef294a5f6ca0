import type { Lang } from '../base/lang.ts'
import { type Html, html, lifetimeWords, noticeOf, type Policy } from '../policy/index.ts'
import { spanIn } from './span-text.ts'
import { fact } from './fact.ts'
import { subnav } from './subnav.ts'
import type { CentreView } from './view.ts'
import { type Say, sayIn } from './words.ts'

type RightSaid = NonNullable<Policy['said']['rights']>[number]

/** The rights of GDPR Articles 15 to 22 and 7(3): what these pages do, and what has to be asked. */
const TOPICS = [
  { id: 'access', article: '15', said: ['access'], here: '/privacy/data' },
  { id: 'rectification', article: '16', said: ['rectification'], here: undefined },
  { id: 'erasure', article: '17', said: ['erasure'], here: '/privacy/erase' },
  { id: 'restriction', article: '18', said: ['restriction'], here: undefined },
  { id: 'portability', article: '20', said: ['portability'], here: '/privacy/data.json' },
  {
    id: 'objection',
    article: '21',
    said: ['objection', 'marketing-objection'],
    here: '/privacy#choices',
  },
  { id: 'automated', article: '22', said: [], here: '/privacy/why' },
  { id: 'withdrawal', article: '7(3)', said: ['withdrawal'], here: '/privacy#choices' },
] as const
type Topic = (typeof TOPICS)[number]

/** How each right is used: on these pages, or by writing to the controller. No form pretends more. */
export function rightsPage(view: CentreView): Html {
  const say = sayIn(view.lang)
  const { lang, policy } = view
  return html`<h1>${say('rights.title')}</h1>
    <p class="lead">${say('rights.lead')}</p>
    ${subnav(lang, 'rights')} ${contents(say)} ${howSection(policy, lang, say)}
    ${TOPICS.map(topic => topicSection(policy, lang, topic, say))}
    ${complaintSection(policy, lang, say)}`
}

function contents(say: Say): Html {
  const ids = [...TOPICS.map(({ id }) => id), 'complaint'] as const
  return html`<nav class="contents" aria-labelledby="contents">
    <h2 id="contents">${say('rights.contents')}</h2>
    <ul>
      ${ids.map(id => html`<li><a href="#${id}">${say(`rights.${id}.title`)}</a></li>`)}
    </ul>
  </nav>`
}

function howSection(policy: Policy, lang: Lang, say: Say): Html {
  const { controller, said } = policy
  const officers = (said.contacts ?? []).filter(({ role }) => role === 'data-protection-officer')
  const city = `${controller.postalCode} ${controller.city[lang]}`
  return html`<section class="card" aria-labelledby="how">
      <h2 id="how">${say('rights.how.heading')}</h2>
      <p>${say('rights.how.text')}</p>
      <dl class="facts">
        ${fact(say('rights.how.email'), mail(controller.email))}
        ${fact(
          say('rights.how.post'),
          html`${controller.name}<br />${controller.street}<br />${city}`,
        )}
        ${officers.map(({ name, email }) =>
          fact(
            say('rights.how.officer'),
            html`${name}${email !== undefined && html`<br />${mail(email)}`}`,
          ),
        )}
      </dl>
    </section>
    <section aria-labelledby="when">
      <h2 id="when">${say('rights.when.heading')}</h2>
      <p>${say('rights.when.text')}</p>
      <p>${say('rights.refused.text')}</p>
      <p>${say('rights.cost.text')}</p>
      <p>${say('rights.who.text')}</p>
    </section>`
}

function topicSection(policy: Policy, lang: Lang, topic: Topic, say: Say): Html {
  const { id, article, here } = topic
  const wanted: readonly string[] = topic.said
  const said = (policy.said.rights ?? []).filter(({ right }) => wanted.includes(right))
  return html`<section aria-labelledby="${id}">
    <h2 id="${id}">${say(`rights.${id}.title`)}</h2>
    <p class="meta">${say('rights.article', { article: articleIn(lang, article) })}</p>
    <p>${say(`rights.${id}.text`)}${id === 'automated' && ` ${say('rights.automated.none')}`}</p>
    <dl class="facts">
      ${
        here !== undefined &&
        fact(
          say('rights.here'),
          html`<a href="${linkIn(lang, here)}" ${here.endsWith('.json') && html` download`}
            >${say(`rights.${id}.here` as const)}</a
          >`,
        )
      }
      ${said.length > 0 ? said.map(one => saidFacts(policy, lang, one, say)) : writeFact(policy, say)}
    </dl>
  </section>`
}

/** `15 artikla`, `artikel 15`, `Article 15`: the paragraph in its own place. */
function articleIn(lang: Lang, article: string): string {
  const [, number = article, paragraph] = /^(\d+)\((\d+)\)$/.exec(article) ?? []
  const of = {
    fi: `${number} artikla${paragraph === undefined ? '' : ` ${paragraph} kohta`}`,
    sv: `artikel ${number}${paragraph === undefined ? '' : `.${paragraph}`}`,
    en: `Article ${article}`,
  }
  return of[lang]
}

function linkIn(lang: Lang, path: string): string {
  const [page = '', place] = path.split('#')
  return `${page}?lang=${lang}${place === undefined ? '' : `#${place}`}`
}

function writeFact({ controller }: Policy, say: Say): Html {
  return fact(say('rights.write'), mail(controller.email))
}

function saidFacts(policy: Policy, lang: Lang, right: RightSaid, say: Say): Html {
  const span = spanIn(right.within)
  const within = span && lifetimeWords(span, lang, 'within')
  const ways = right.by ?? []
  return html`${
    ways.length > 0 ? fact(say('rights.by'), waysText(ways, say)) : writeFact(policy, say)
  }
  ${within !== undefined && fact(say('rights.within'), say('rights.within.span', { within }))}`
}

function waysText(ways: NonNullable<RightSaid['by']>, say: Say): Html {
  const parts = ways.map(({ by, at: address }, at) => {
    const before = at > 0 && ', '
    if (by === 'privacy-centre') return html`${before}${say('rights.way.privacy-centre')}`
    if (by === 'email') return html`${before}${say('rights.way.email')}${address && mail(address)}`
    if (by === 'phone') return html`${before}${say('rights.way.phone')}${address}`
    return html`${before}${say(`rights.way.${by}`)}`
  })
  return html`${parts}`
}

function mail(email: string): Html {
  return html`<a href="mailto:${email}">${email}</a>`
}

/** To whom one complains: the same words as in the notice. */
function complaintSection(policy: Policy, lang: Lang, say: Say): Html {
  const section = noticeOf(policy, lang).sections.find(({ id }) => id === 'complaint')
  const blocks = (section?.blocks ?? []).map(block => {
    if (block.kind === 'text') return html`<p>${block.text.map(textPart)}</p>`
    if (block.kind !== 'facts') return html``
    return html`<dl class="facts">
      ${block.facts.map(({ term, text }) => fact(term, html`${text.map(textPart)}`))}
    </dl>`
  })
  return html`<section aria-labelledby="complaint">
    <h2 id="complaint">${say('rights.complaint.title')}</h2>
    ${blocks}
  </section>`
}

function textPart(
  part: string | { readonly text: string; readonly href: string } | { readonly code: string },
): Html {
  if (typeof part === 'string') return html`${part}`
  if ('code' in part) return html`<code>${part.code}</code>`
  return html`<a href="${part.href}">${part.text}</a>`
}
