import { LRUCache } from 'lru-cache'
import type { Happened, Signs, Value } from '../intake.ts'
import type { FieldName } from '../wire.ts'
import { signalsOfAgent, signalsOfRequest } from './bots.ts'
import { type Arrival, type Origin, originOf } from './channels.ts'
import { openCountries } from './country.ts'
import { cleaned } from './clean.ts'
import { type Device, deviceOf, type KINDS } from './devices.ts'

/** What the signs of a device come to, in the few words that a report needs. No address in it. */
export type Traits = Device & {
  /** ISO 3166-1 alpha-2; empty when it is not known. */
  readonly country: string
  /** Signals that no human made it, as bits of `BOT`; 0 for none. */
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

const AGENTS_MAX = 5_000
const AGENT_TEXT_MAX = 512
const BRANDS_TEXT_MAX = 256
/** Events that a visitor arrives by; any other has a channel only when it carries a campaign. */
const ARRIVALS: ReadonlySet<string> = new Set(['page_view', 'app_open', 'app_install'])

const NO_HOSTS: ReadonlySet<string> = new Set()
const TOLD_KINDS: Readonly<Record<string, (typeof KINDS)[number]>> = {
  ...{ phone: 'phone', mobile: 'phone', smartphone: 'phone', handset: 'phone', ios: 'phone' },
  ...{ android: 'phone', tablet: 'tablet', ipad: 'tablet', desktop: 'computer' },
  ...{ computer: 'computer', laptop: 'computer', tv: 'tv', watch: 'watch', console: 'console' },
}

/** Reads what came with a request; each User-Agent header once, as long as there is room to remember. */
export function openTraits(): (signs: Signs, channel?: 'web' | 'app') => Traits {
  const known = new LRUCache<string, Device & { readonly bot: number }>({ max: AGENTS_MAX })
  const countryOf = openCountries()
  return (signs, channel = 'web') => {
    const userAgent = (signs.userAgent ?? '').slice(0, AGENT_TEXT_MAX)
    const brands = (signs.brands ?? '').slice(0, BRANDS_TEXT_MAX)
    const key = `${userAgent}\n${brands}`
    const agent = known.get(key) ?? {
      ...deviceOf(userAgent, brands),
      bot: signalsOfAgent(userAgent),
    }
    known.set(key, agent)
    // An app's requests name the library that sends them, as many robots' do.
    const bot = channel === 'app' ? 0 : agent.bot | signalsOfRequest(userAgent, signs)
    return { ...agent, country: countryOf(signs.address), bot }
  }
}

/** What may be filled in for one event. */
export type Allowed = {
  /** Fields that some purpose declares for it. */
  readonly declared: ReadonlySet<string> | undefined
  /** Whether the source may say what its device is. */
  readonly believed: boolean
}

/**
 * What the server fills in for one event: of the device, and where the visitor came from. The
 * origin is read from what the client sent, also from fields that are then not kept; it is left
 * empty when the policy declares neither of its fields.
 */
export function filledIn(
  traits: Traits,
  event: Pick<Happened, 'name' | 'fields'>,
  ownHosts: ReadonlySet<string>,
  { declared, believed }: Allowed,
): Readonly<Record<Filled, string>> {
  const isAsked = declared?.has('channel') === true || declared?.has('source') === true
  const origin = isAsked ? originIn(event, ownHosts) : undefined
  const { device, browser, os, os_version } = believed ? toldDevice(traits, event.fields) : traits
  const { country } = traits
  const { channel = '', source = '' } = origin ?? {}
  return { device, browser, os, os_version, country, channel, source }
}

/** What a believed source says, in our words, where its User-Agent header says nothing. */
function toldDevice(traits: Traits, fields: Happened['fields']): Device {
  if (traits.os !== '') return traits
  const told = (name: string, max: number) =>
    String(cleaned(name, textOf(fields[name]), NO_HOSTS).value).slice(0, max)
  return {
    device: TOLD_KINDS[told('device', 16).toLowerCase()] ?? traits.device,
    browser: traits.browser || told('browser', 32),
    os: told('os', 32),
    os_version: /^\d{1,4}/.exec(told('os_version', 32))?.[0] ?? '',
  }
}

function originIn(
  { name, fields }: Pick<Happened, 'name' | 'fields'>,
  ownHosts: ReadonlySet<string>,
): Origin | undefined {
  const arrival: Arrival = {
    referrer: textOf(fields['referrer']),
    source: textOf(fields['campaign_source']),
    medium: textOf(fields['campaign_medium']),
    campaign: textOf(fields['campaign']),
    clickId: textOf(fields['click_id']),
  }
  const isNamed = [arrival.source, arrival.medium, arrival.campaign, arrival.clickId].some(Boolean)
  return ARRIVALS.has(name) || isNamed ? originOf(arrival, ownHosts) : undefined
}

function textOf(value: Value | undefined): string {
  return typeof value === 'string' ? value : ''
}
