import type { Json } from '../../base/json.ts'
import { asksVisitors, type Document } from './document.ts'
import { type Group, isGroup, isList, meaningOf } from './meaning.ts'

/** Documents from the narrowest to the widest. */
const KINDS = ['cookie-notice', 'register-description', 'privacy-notice'] as const

/** One text of all documents, which do not conflict: what any of them says, the company says. */
export function joined(documents: readonly [Document, ...Document[]]): Group {
  const [first, ...more] = documents
  const all = more.reduce<Group>((sum, { text }) => union(sum, text), first.text)
  const from = documents.flatMap(({ text }) => text.from ?? []).join(' ')
  return {
    ...all,
    ...(from === '' ? {} : { from }),
    policy: aboutOf(documents),
    ...questionsOf(documents),
  }
}

function aboutOf(documents: readonly [Document, ...Document[]]): Group {
  const [first] = documents
  const policies = documents.map(({ text }) => text.policy)
  const kinds = policies.map(({ kind }) => kind ?? 'cookie-notice')
  const told = policies.flatMap(({ changes }) => changes?.by ?? [])
  return {
    id: `company-${first.text.controller['business-id']}`,
    kind: KINDS.findLast(kind => kinds.includes(kind)),
    version: latest(policies.map(({ version }) => version)),
    'in-force-from': latest(policies.map(policy => policy['in-force-from'])),
    'review-by': policies.map(policy => policy['review-by']).toSorted()[0],
    languages: first.text.policy.languages,
    changes: told.length > 0 ? { told: 'before-use', by: [...new Set(told)] } : undefined,
  }
}

// How long a choice holds is a question of the banner: who asks there decides.
function questionsOf(documents: readonly Document[]): Group {
  const all = documents.map(({ text }) => text.consent)
  const asking = documents.find(asksVisitors)?.text.consent ?? all.find(one => one !== undefined)
  if (!asking) return {}
  const lists = all.reduce<Group>((sum, one) => (one ? union(sum, one) : sum), {})
  const again = asking['asks-again']
  return { consent: { ...lists, lasts: asking.lasts, ...(again ? { 'asks-again': again } : {}) } }
}

function union(a: Group, b: Group): Group {
  const keys = new Set([...Object.keys(a), ...Object.keys(b)])
  return Object.fromEntries([...keys].map(key => [key, both(a[key], b[key])]))
}

function both(a: Json | undefined, b: Json | undefined): Json | undefined {
  if (a === undefined || b === undefined) return a ?? b
  if (isList(a) && isList(b)) return allOf(a, b)
  return isGroup(a) && isGroup(b) ? union(a, b) : a
}

/** Items that stand for the same thing become one; the others follow each other. */
function allOf(a: readonly Json[], b: readonly Json[]): readonly Json[] {
  const sum = new Map<string, Json>()
  for (const item of [...a, ...b]) {
    const name = nameOf(item)
    const old = sum.get(name)
    sum.set(name, isSignal(old) && isSignal(item) ? union(old, item) : (old ?? item))
  }
  return [...sum.values()]
}

/** Keys that name an item within its list; what has none of them is named by all it means. */
const NAMES = ['id', 'right', 'signal', 'channel'] as const

function nameOf(item: Json): string {
  if (!isGroup(item)) return meaningOf(item)
  const key = NAMES.find(name => item[name] !== undefined)
  return key === undefined ? meaningOf(item) : `${key} ${meaningOf(item[key])}`
}

// One signal says no to the purposes of every document.
function isSignal(item: Json | undefined): item is Group {
  return isGroup(item) && item['signal'] !== undefined
}

function latest(dates: readonly string[]): string | undefined {
  return dates.toSorted().at(-1)
}
