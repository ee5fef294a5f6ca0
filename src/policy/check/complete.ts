import { type Law, lawOn } from '../law/index.ts'
import type { Item } from '../law/row.ts'
import { Said } from '../syntax/said.ts'
import { REASON_FOR } from '../vocabulary-complete.ts'
import { comesFromElsewhere, isCookieNotice, LOOKS, type Standing } from './complete-items.ts'
import type { Draft } from './place.ts'

/** One item of a checklist, and whether a policy has it. */
export type ListedItem = Standing & {
  readonly checklist: '13' | '14' | '30'
  readonly item: Item
  /** The reason given for not having it. */
  readonly because?: string
}

/** What a notice about devices tells; its company tells the rest in a document of another kind. */
const OF_DEVICES = [
  'controller',
  'purposes',
  'legitimate-interest',
  'recipients',
  'transfers',
  'retention',
  'withdrawal',
  'complaint',
]

/**
 * Every item that the law asks of such a document (Art. 13; Art. 14 where data comes from
 * elsewhere; Art. 30), each present, not applicable with its reason, or missing.
 */
export function completenessIn(policy: Said, law: Law): readonly ListedItem[] {
  return listsFor(policy).flatMap(checklist =>
    law
      .checklist(checklist)
      .filter(item => !isCookieNotice(policy) || OF_DEVICES.includes(item.about))
      .flatMap(item => {
        const look = LOOKS[item.about]
        return look ? [{ checklist, item, ...excused(policy, item.about, look(policy, law)) }] : []
      }),
  )
}

/** Reports what a well-formed policy does not tell, where it belongs, and reasons that do not hold. */
export function checkComplete(draft: Draft, today: string | undefined): void {
  const policy = new Said(draft.text)
  const law = lawOn(today ?? draft.text.policy['in-force-from'])
  const missing = completenessIn(policy, law).filter(({ state }) => state === 'missing')
  const places = new Set(missing.map(placeOf))
  for (const place of places)
    reportAt(
      draft,
      missing.filter(held => placeOf(held) === place),
    )
  checkReasons(draft, policy, law)
}

function reportAt(draft: Draft, missing: readonly ListedItem[]): void {
  const [first] = missing
  if (!first) return
  const isTold = missing.some(({ checklist }) => checklist !== '30')
  const articles = [...new Set(missing.map(({ item }) => item.article))].join(', ')
  const where = isTold ? 'this does not tell' : 'this does not record'
  const message = `${where} ${namesOf(missing)}: ${articles}`
  const lacks = missing.find(held => held.lacks !== undefined)?.lacks
  const help = lacks === undefined ? `add it, ${orSay(first)}` : `add ${lacks}`
  draft.wrong(isTold ? 'L0701' : 'L0702', placed(first), message, help)
}

/** What is missing, in English, each once, with what it lacks in particular. */
export function namesOf(missing: readonly ListedItem[]): string {
  const names = new Map(missing.map(held => [held.item.about, nameOf(held)]))
  return [...names.values()].join('; ')
}

function nameOf({ item, lacks }: ListedItem): string {
  return lacks === undefined ? item.names.en : `${item.names.en} (${lacks})`
}

function orSay({ item }: ListedItem): string {
  const because = Object.entries(REASON_FOR).find(([about]) => about === item.about)?.[1]
  if (because === undefined) return 'with all that belongs to it'
  return `or say under \`not-applicable\` \`{ item: ${item.about}, because: ${because} }\``
}

// A block that is not there at all is missed by the kind of the document.
function placed({ at }: ListedItem): Said['path'] {
  const isTop = at.path.length <= 1 && !at.isThere
  return isTop ? ['policy', 'kind'] : at.path
}

function placeOf(listed: ListedItem): string {
  return placed(listed).join('/')
}

function excused(
  policy: Said,
  about: string,
  standing: Standing,
): Omit<ListedItem, 'checklist' | 'item'> {
  const excuse = policy
    .at('not-applicable')
    .items()
    .find(held => held.at('item').is(about) && held.at('because').is(reasonFor(about) ?? ''))
  const isFree = standing.isSilent === true || standing.state === 'not-applicable'
  if (!excuse || !isFree) return standing
  return { state: 'not-applicable', at: excuse, because: reasonFor(about) ?? '' }
}

function checkReasons(draft: Draft, policy: Said, law: Law): void {
  for (const held of policy.at('not-applicable').items()) {
    const about = held.at('item').text() ?? ''
    const [reason, wanted] = [held.at('because').text() ?? '', reasonFor(about) ?? '']
    if (reason !== wanted) {
      const message = `\`${reason}\` is no reason for leaving out \`${about}\``
      draft.wrong('L0703', held.at('because').path, message, `write \`because: ${wanted}\``)
      continue
    }
    const standing = LOOKS[about]?.(policy, law)
    if (!standing || standing.isSilent === true || standing.state === 'not-applicable') continue
    const told = draft.line(standing.at.path)
    const message = `\`${about}\` is said not to apply, but line ${told} speaks of it`
    draft.wrong('L0703', held.path, message, 'take the reason away, or what it denies')
  }
}

function reasonFor(about: string): string | undefined {
  return Object.entries(REASON_FOR).find(([item]) => item === about)?.[1]
}

function listsFor(policy: Said): readonly ListedItem['checklist'][] {
  if (isCookieNotice(policy)) return ['13']
  return comesFromElsewhere(policy) ? ['13', '14', '30'] : ['13', '30']
}
