import type { Json } from '../../base/json.ts'
import type { Code } from '../diagnostic.ts'
import { overlaps } from '../check/pattern.ts'
import type { Path } from '../syntax/tree.ts'
import { asksVisitors, type Document } from './document.ts'
import { differing, type Group, isGroup, isList, isSame } from './meaning.ts'

/** Reports, in the second document, every way in which it says otherwise than the first. */
export function findConflicts(first: Document, second: Document): void {
  sameDocument(first, second)
  sameCompany(first, second)
  sameIds(first, second)
  sameTrackers(first, second)
  sameHosts(first, second)
  sameRights(first, second)
  sameMarketing(first, second)
  sameQuestions(first, second)
}

function sameDocument(first: Document, second: Document): void {
  const { id } = second.text.policy
  if (first.text.policy.id !== id) return
  const message = `${first.file} is the policy \`${id}\` already`
  second.draft.wrong('L0601', ['policy', 'id'], message, 'give each document an id of its own')
}

/** What a company says of itself, in the same words in every document. */
const OF_THE_COMPANY: readonly Path[] = [
  ['controller'],
  ['authority'],
  ['representative'],
  ['contacts'],
  ['policy', 'languages'],
]

function sameCompany(first: Document, second: Document): void {
  for (const path of OF_THE_COMPANY) {
    const [a, b] = [at(first, path), at(second, path)]
    if (isSame(a, b)) continue
    const what = path.join('.')
    const where = isGroup(a) && isGroup(b) ? ` (${words(differing(a, b))})` : ''
    const message = `\`${what}\` is not the same as in ${first.file}${where}`
    const help = 'the documents of one company say the same of the company: write it alike in both'
    second.draft.wrong('L0602', path, message, help)
  }
}

// Lists of the file whose items have ids; one id is one thing, in whichever document.
function sameIds(first: Document, second: Document): void {
  for (const [list, items] of Object.entries(groupOf(second))) {
    if (list === 'contacts') continue
    compareIds(first, second, [list], list, items)
  }
  compareIds(first, second, ['identity', 'links'], 'identity.links')
  compareIds(first, second, ['marketing', 'messages'], 'marketing.messages')
}

function compareIds(
  first: Document,
  second: Document,
  path: Path,
  list: string,
  items: Json | undefined = at(second, path),
): void {
  const known = itemsOf(at(first, path))
  for (const [index, item] of itemsOf(items).entries()) {
    const { id } = item
    const other = known.find(found => typeof id === 'string' && found['id'] === id)
    if (!other || typeof id !== 'string') continue
    const apart = differing(other, item)
    if (apart.length === 0) continue
    const message = `\`${id}\` in \`${list}\` is something else in ${first.file}: ${words(apart)} differ`
    const help = 'write it alike in both, or give one of them another id'
    second.draft.wrong('L0603', [...path, index, 'id'], message, help)
  }
}

function sameTrackers(first: Document, second: Document): void {
  for (const [index, tracker] of second.text.trackers.entries()) {
    const other = first.text.trackers.find(
      ({ id, store, name }) =>
        id !== tracker.id && store === tracker.store && overlaps(name, tracker.name),
    )
    if (!other) continue
    const message = `\`${tracker.name}\` in ${tracker.store} is already declared as \`${other.id}\` in ${first.file}`
    const help = 'one tracker has one purpose and one lifetime: keep one, or write it alike in both'
    second.draft.wrong('L0604', ['trackers', index, 'name'], message, help)
  }
}

function sameHosts(first: Document, second: Document): void {
  for (const [index, vendor] of (second.text.vendors ?? []).entries())
    for (const [place, host] of vendor.hosts.entries()) {
      const other = first.text.vendors?.find(
        ({ id, hosts }) => id !== vendor.id && hosts.includes(host),
      )
      if (!other) continue
      const message = `the host \`${host}\` belongs to \`${other.id}\` in ${first.file}`
      const help = 'let one vendor stand for the host, with the same id in both'
      second.draft.wrong('L0605', ['vendors', index, 'hosts', place], message, help)
    }
}

function sameRights(first: Document, second: Document): void {
  for (const [index, right] of (second.text.rights ?? []).entries()) {
    const other = first.text.rights?.find(found => found.right === right.right)
    if (!other) continue
    const apart = differing(other, right)
    if (apart.length === 0) continue
    const message = `\`${right.right}\` is promised differently in ${first.file}: ${words(apart)}`
    const help = 'people have one right against one company: write it alike in both, or say it once'
    second.draft.wrong('L0606', ['rights', index, 'right'], message, help)
  }
}

function sameMarketing(first: Document, second: Document): void {
  for (const [index, channel] of (second.text.marketing?.channels ?? []).entries()) {
    const other = first.text.marketing?.channels.find(found => found.channel === channel.channel)
    if (!other || other.basis === channel.basis) continue
    const message = `\`${channel.channel}\` rests on \`${other.basis}\` in ${first.file}`
    const help = 'one channel has one basis in the whole company'
    second.draft.wrong('L0607', ['marketing', 'channels', index, 'basis'], message, help)
  }
  compareAt(first, second, ['marketing', 'similar-products'], 'L0607')
}

/** What is asked of visitors, and what is known of those who were not asked. */
const OF_VISITORS: readonly Path[] = [
  ['minors'],
  ['measurement'],
  ['identity', 'otherwise'],
  ['identity', 'combined-by'],
]

function sameQuestions(first: Document, second: Document): void {
  for (const path of OF_VISITORS) compareAt(first, second, path, 'L0608')
  // A document that asks nothing on devices counts its consents by another clock.
  if (!asksVisitors(first) || !asksVisitors(second)) return
  compareAt(first, second, ['consent', 'lasts'], 'L0608')
  compareAt(first, second, ['consent', 'asks-again'], 'L0608')
}

// What only one of them says stands; what both say has to be the same.
function compareAt(first: Document, second: Document, path: Path, code: Code): void {
  const [a, b] = [at(first, path), at(second, path)]
  if (a === undefined || b === undefined || isSame(a, b)) return
  const message = `\`${path.join('.')}\` is promised differently in ${first.file}`
  second.draft.wrong(code, path, message, 'write it alike in both, or say it in one of them')
}

function at({ text }: Document, path: Path): Json | undefined {
  let value: Json | undefined = text
  for (const key of path) value = isGroup(value) ? value[key] : undefined
  return value
}

function groupOf({ text }: Document): Group {
  return text
}

function itemsOf(value: Json | undefined): readonly Group[] {
  return isList(value) ? value.filter(isGroup) : []
}

function words(keys: readonly string[]): string {
  return keys.map(key => `\`${key}\``).join(', ')
}
