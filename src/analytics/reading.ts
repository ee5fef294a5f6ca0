import type { Policy, Purpose } from '../policy/index.ts'

type Collects = Purpose['collects'][number]

/**
 * Leave to read events for one purpose: only what the policy declares for it. Made by `readingFor`
 * alone; every question of the store asks for it.
 */
class Leave {
  readonly purpose: string
  readonly #collects: readonly Collects[]

  constructor(purpose: string, collects: readonly Collects[]) {
    this.purpose = purpose
    this.#collects = collects
  }

  /** Whether the purpose declares all of these fields of an event. */
  declares(event: Collects['event'], ...fields: readonly Collects['fields'][number][]): boolean {
    const declared = this.#collects.filter(one => one.event === event).flatMap(one => one.fields)
    const exists = this.#collects.some(one => one.event === event)
    return exists && fields.every(field => declared.includes(field))
  }
}

export type Reading = Leave

/**
 * The one gateway to events: leave for a purpose that the policy in force declares with a basis and
 * aims, else undefined. Without a name it is the policy's first purpose of the analytics category.
 */
export function readingFor(policy: Policy, name: string | undefined): Reading | undefined {
  const purpose = policy.purposes.find(one =>
    name === undefined ? one.category === 'analytics' : one.id === name,
  )
  if (!purpose || purpose.category !== 'analytics' || purpose.aims.length === 0) return undefined
  // The rule is what `decide` obeys; a purpose without one has no basis.
  if (!Object.hasOwn(policy.rules.purposes, purpose.id)) return undefined
  return new Leave(purpose.id, purpose.collects)
}
