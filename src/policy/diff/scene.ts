import type { Policy } from '../policy.ts'
import type { PolicyText } from '../syntax/schema/policy.ts'
import type { Difference, Held } from './differences.ts'
import type { LookUp } from './judge.ts'

/** Two policies that are compared, the old one by the names of the next. */
export type Scene = {
  readonly old: Policy
  readonly next: Policy
}

/** Purposes that a difference touches, by their ids in the next policy where they are in it. */
export function purposesOf(scene: Scene, { path }: Difference): readonly string[] {
  const [list = '', name = ''] = path
  if (list === 'purposes') return [name]
  if (list === 'signals' && path[2] === 'refuses') return [path[3] ?? '']
  const [before, after] = [scene.old.said, scene.next.said].map(text => touched(text, list, path))
  const now = after ?? []
  return [...new Set(now.length > 0 ? now : (before ?? []))]
}

type OfPurpose = { readonly id: string; readonly purpose: string }

function touched(text: PolicyText, list: string, path: readonly string[]): readonly string[] {
  const name = path[1] ?? ''
  const one = (items: readonly OfPurpose[] | undefined) =>
    (items ?? []).filter(({ id }) => id === name).map(({ purpose }) => purpose)
  switch (list) {
    case 'trackers':
      return one(text.trackers)
    case 'audiences':
    case 'recommendations':
    case 'ad-slots':
    case 'calls':
      return one(text[list])
    case 'vendors':
      return servedBy(text, name)
    case 'transfers':
      return (text.vendors ?? [])
        .filter(({ transfer }) => transfer === name)
        .flatMap(({ id }) => servedBy(text, id))
    case 'data':
      return text.purposes.filter(({ data }) => data?.includes(name)).map(({ id }) => id)
    case 'signals':
      return (text.signals ?? []).find(({ signal }) => signal === name)?.refuses ?? []
    case 'recipients':
      return (text.recipients ?? []).find(({ id }) => id === name)?.purposes ?? []
    case 'retention':
      return keptBy(text, name)
    case 'identity':
      return linkedBy(text, path)
    case 'marketing':
      return messagesOf(text, path)
    default:
      return []
  }
}

function servedBy(text: PolicyText, vendor: string): readonly string[] {
  return [
    ...text.purposes.filter(({ vendors }) => vendors?.includes(vendor)).map(({ id }) => id),
    ...text.trackers.filter(tracker => tracker.vendor === vendor).map(({ purpose }) => purpose),
    ...(text.audiences ?? []).filter(one => one.destination === vendor).map(one => one.purpose),
    ...(text['ad-slots'] ?? [])
      .filter(({ advertisers }) => advertisers.includes(vendor))
      .map(({ purpose }) => purpose),
  ]
}

function keptBy(text: PolicyText, rule: string): readonly string[] {
  return text.purposes.filter(({ retention }) => retention === rule).map(({ id }) => id)
}

function linkedBy(text: PolicyText, [, , name]: readonly string[]): readonly string[] {
  return (text.identity?.links ?? [])
    .filter(({ id }) => id === name)
    .flatMap(({ purposes }) => purposes)
}

// A channel belongs to every purpose that sends messages.
function messagesOf(text: PolicyText, [, part, name]: readonly string[]): readonly string[] {
  const messages = text.marketing?.messages ?? []
  const mine = part === 'messages' ? messages.filter(({ id }) => id === name) : messages
  return mine.map(({ purpose }) => purpose)
}

/** What names stand for in the two policies. */
export function lookUpIn({ old, next }: Scene): LookUp {
  return {
    keepOf: (id: Held, when) =>
      (when === 'old' ? old : next).said.retention?.find(rule => rule.id === id)?.keep,
  }
}
