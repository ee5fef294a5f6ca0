type Group = Record<string, unknown>
type Purpose = Group & { id: string; basis: Record<string, unknown>; collects?: Collect[] }
type Collect = { event: string; fields: string[] }
/** A policy as it is written, as far as these laws change it. */
export type Written = Group & {
  purposes: Purpose[]
  trackers: (Group & { id: string; purpose: string; lifetime: string })[]
  data?: (Group & { id: string; fields: Group[] })[]
  signals?: { signal: string; refuses: string[] }[]
  minors: Group
  retention?: (Group & { keep: string })[]
}

const pick = <Item>(items: readonly Item[], at: number): Item | undefined =>
  items[items.length === 0 ? 0 : at % items.length]

/** A part of a policy without a purpose and whatever is there for it alone. */
function without(held: unknown, id: string, key = ''): unknown {
  if (Array.isArray(held)) {
    const named = ['purposes', 'refuses', 'consent-to'].includes(key)
    return held
      .filter(item => !(named && (item === id || prop(item, 'id') === id)))
      .filter(item => prop(item, 'purpose') !== id && prop(item, 'consent') !== id)
      .map(item => without(item, id, key))
      .filter(item => !Object.values(isGroup(item) ? item : {}).some(isEmpty))
  }
  if (!isGroup(held)) return held
  const below = Object.entries(held).map(([name, one]) => [name, without(one, id, name)] as const)
  return Object.fromEntries(below)
}

function isGroup(held: unknown): held is Group {
  return typeof held === 'object' && held !== null && !Array.isArray(held)
}

function isEmpty(held: unknown): boolean {
  return Array.isArray(held) && held.length === 0
}

function prop(held: unknown, key: string): unknown {
  return isGroup(held) ? held[key] : undefined
}

/** Changes of a policy after which it must not allow more; each may be refused by the checks. */
export const NARROWINGS: Record<string, (policy: Written, at: number) => void> = {
  'a signal refuses one more': (policy, at) => {
    const signal = pick(policy.signals ?? [], at)
    const asked = policy.purposes.filter(({ basis }) => basis['web'] === 'consent')
    const purpose = pick(asked, at)
    if (signal && purpose) signal.refuses = [...new Set([...signal.refuses, purpose.id])]
  },
  'an age gate': policy => {
    policy.minors = {
      possible: true,
      'age-gate': { asks: 'age-before-profiling', under: '18 years' },
    }
  },
  'children become possible': policy => {
    policy.minors = { ...policy.minors, possible: true }
  },
  'a field of an event goes': (policy, at) => {
    const collect = pick(
      policy.purposes.flatMap(({ collects }) => collects ?? []),
      at,
    )
    if (collect && collect.fields.length > 1) collect.fields.splice(at % collect.fields.length, 1)
  },
  'an event goes': (policy, at) => {
    const purpose = pick(
      policy.purposes.filter(({ collects }) => (collects?.length ?? 0) > 1),
      at,
    )
    purpose?.collects?.splice(at % purpose.collects.length, 1)
  },
  'a datum of a group goes': (policy, at) => {
    const group = pick(policy.data ?? [], at)
    if (group && group.fields.length > 1) group.fields.splice(at % group.fields.length, 1)
  },
  'a group of data goes from a purpose': (policy, at) => {
    const purpose = pick(
      policy.purposes.filter(({ data }) => Array.isArray(data) && data.length > 1),
      at,
    )
    if (purpose && Array.isArray(purpose['data'])) purpose['data'].splice(0, 1)
  },
  'a channel goes': (policy, at) => {
    const purpose = pick(
      policy.purposes.filter(({ basis }) => Object.keys(basis).length > 1),
      at,
    )
    const channel = pick(Object.keys(purpose?.basis ?? {}), at)
    if (purpose && channel !== undefined) Reflect.deleteProperty(purpose.basis, channel)
  },
  'a tracker goes': (policy, at) => {
    policy.trackers.splice(at % Math.max(1, policy.trackers.length), 1)
  },
  'a purpose goes': (policy, at) => {
    const purpose = pick(policy.purposes, at)
    if (purpose) Object.assign(policy, without(policy, purpose.id))
  },
  'a vendor goes from a purpose': (policy, at) => {
    const purpose = pick(
      policy.purposes.filter(({ vendors }) => Array.isArray(vendors) && vendors.length > 1),
      at,
    )
    if (purpose && Array.isArray(purpose['vendors'])) purpose['vendors'].splice(0, 1)
  },
  'a weighing is no longer there': policy => {
    for (const purpose of policy.purposes) Reflect.deleteProperty(purpose, 'assessment')
  },
  'profiling is declared': (policy, at) => {
    const purpose = pick(policy.purposes, at)
    if (purpose)
      purpose['profiling'] = { by: 'segments', means: 'which-letters', decides: 'nothing-alone' }
  },
  'a lifetime becomes shorter': (policy, at) => {
    const tracker = pick(policy.trackers, at)
    if (tracker) tracker.lifetime = '20 minutes'
  },
}
