import { parse } from 'bowser'
import { createIsbotFromList, list } from 'isbot'
import { LRUCache } from 'lru-cache'
import type { Signs, Value } from '../intake.ts'
import type { FieldName } from '../wire.ts'

export { cleaned, isOwnHost } from './clean.ts'

const AGENTS_MAX = 5_000
const AGENT_TEXT_MAX = 512

/** What the signs of a device come to, in the few words that a report needs. */
export type Traits = {
  readonly device: string
  readonly browser: string
  readonly os: string
  readonly os_version: string
  /** ISO 3166-1 alpha-2; empty when it is not known. */
  readonly country: string
  /** Signals that no human made it, as bits; 0 for none. */
  readonly bot: number
}

/** Fields the server fills in by itself, and only where the policy declares them. */
export const FILLED = [
  'device',
  'browser',
  'os',
  'os_version',
  'country',
  'channel',
  'source',
] as const satisfies readonly FieldName[]
export type Filled = (typeof FILLED)[number]

/** What the server fills in for one event: of the device, and where the visitor came from. */
export function filledIn(
  traits: Traits,
  _fields: ReadonlyMap<string, Value>,
): Readonly<Record<Filled, string>> {
  return { ...traits, channel: '', source: '' }
}

/**
 * Reads User-Agent headers, each text once. A headless browser is not taken for a robot: it obeys
 * the same choices, and what proves this system is one.
 */
export function openTraits(): (signs: Signs) => Traits {
  const isRobot = createIsbotFromList(list.filter(pattern => !/headless/i.test(pattern)))
  const known = new LRUCache<string, Traits>({ max: AGENTS_MAX })
  return ({ userAgent }) => {
    const text = (userAgent ?? '').slice(0, AGENT_TEXT_MAX)
    const bot = text !== '' && isRobot(text) ? 1 : 0
    const agent = known.get(text) ?? { ...namesOf(text), country: '', bot }
    known.set(text, agent)
    return agent
  }
}

function namesOf(text: string): Omit<Traits, 'bot' | 'country'> {
  if (text === '') return { device: '', browser: '', os: '', os_version: '' }
  const { browser, os, platform } = parse(text)
  return {
    device: (platform.type ?? '').slice(0, 16),
    browser: (browser.name ?? '').slice(0, 32),
    os: (os.name ?? '').slice(0, 32),
    os_version: (os.version ?? '').slice(0, 32),
  }
}
