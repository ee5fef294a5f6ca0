import type { PurposeGroup, VisitorIds } from '../src/consent/wire.ts'
import { decideTracker } from '../src/policy/decide.ts'
import type { Core } from './core.ts'
import { GROUPS, seconds } from './hold.ts'
import { cookies, idCookie, putCookie, VISIT } from './jar.ts'

/** Ids by which this browser is told apart, each only while its purpose is permitted. */
export type Ids = {
  /** The visitor ids that are permitted now, made where there is none yet. */
  visitors(): VisitorIds | undefined
  visit(): string | undefined
}

const ID = /^[\w-]{22}$/

/** Opens the ids that the browser keeps, or will. */
export function openIds({ config: { rules, asks }, hold }: Core): Ids {
  /** The id in a cookie, renewed as far as the policy lets it live; made when there is none. */
  const idIn = (name: string): string | undefined => {
    const verdict = decideTracker(rules, 'cookie', name, hold.facts())
    if ('refused' in verdict) return undefined
    const { tracker } = verdict
    const [held = '', since = ''] = (cookies()[name] ?? '').split('.')
    const first = parseInt(since, 36)
    const good = ID.test(held) && first <= seconds() && hold.left(tracker, first) > 0
    const [id, from] = good ? [held, first] : [randomId(), seconds()]
    const value = `${id}.${from.toString(36)}`
    putCookie(name, value, tracker.seconds ? hold.left(tracker, from) : undefined)
    return cookies()[name] === value ? id : undefined
  }
  const idOf = (group: PurposeGroup) =>
    asks.some(ask => ask.group === group) ? idIn(idCookie(group)) : undefined
  return {
    visitors() {
      const ids = GROUPS.map(group => [group, idOf(group)] as const).filter(([, id]) => id)
      return ids.length > 0 ? Object.fromEntries(ids) : undefined
    },
    visit: () => idIn(VISIT),
  }
}

/** 128 random bits in base64url. */
export function randomId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .slice(0, 22)
}
