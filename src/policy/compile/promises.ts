import type { Draft } from '../check/place.ts'
import type { PromiseUse } from '../policy.ts'
import { spotName, type Path } from '../syntax/tree.ts'
import type { Ground } from './ground.ts'
import { DEVICE_GROUNDS } from './grounds-device.ts'
import { KEEPING_GROUNDS } from './grounds-keeping.ts'
import { PEOPLE_GROUNDS } from './grounds-people.ts'
import { USE_GROUNDS } from './grounds-use.ts'

const GROUNDS: Readonly<Record<string, Ground>> = {
  ...DEVICE_GROUNDS,
  ...USE_GROUNDS,
  ...PEOPLE_GROUNDS,
  ...KEEPING_GROUNDS,
}

/** Slugs of every promise that a policy can make. */
export const PROMISE_SLUGS: readonly string[] = Object.keys(GROUNDS)

/** The promises a policy makes, each with the place that implies it. */
export function promisesOf(draft: Draft): readonly PromiseUse[] {
  return Object.entries(GROUNDS).flatMap(([slug, ground]) => {
    const path = ground(draft)
    return path ? [{ slug, line: draft.line(path), rule: ruleOf(draft, path) }] : []
  })
}

/** The name of a place for people: `purposes.analytics`, `identity.links`. */
function ruleOf(draft: Draft, path: Path): string {
  const [list, index] = path
  const id = typeof index === 'number' ? draft.idAt(path.slice(0, 2)) : undefined
  return id === undefined ? spotName(path).replaceAll('/', '.') : `${String(list)}.${id}`
}
