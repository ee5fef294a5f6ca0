/** What a call of the SDKs says, before it is looked at: any of these may be anything. */
export type Message = Loose<
  | 'type'
  | 'event'
  | 'name'
  | 'properties'
  | 'context'
  | 'anonymousId'
  | 'messageId'
  | 'timestamp'
  | 'originalTimestamp'
  | 'sentAt'
  | 'batch'
  | 'writeKey'
>

/** What SDKs add by themselves: of the page, the device, the app, and of consent. */
export type Context = Loose<
  | 'page'
  | 'campaign'
  | 'consent'
  | 'consentManagement'
  | 'lupaus'
  | 'signals'
  | 'gpc'
  | 'locale'
  | 'userAgent'
  | 'ip'
  | 'device'
  | 'os'
  | 'app'
  | 'screen'
  | 'location'
  | 'sessionId'
>

/** An object of JSON of which only these keys are ever read. */
export type Loose<K extends string> = Readonly<Partial<Record<K, unknown>>>

/** Whether this is an object, no list and not null. */
export function isObject<K extends string>(value: unknown): value is Loose<K> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A text that is not empty. */
export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** A part of something larger, or an empty one where there is none. */
export function partOf<K extends string>(value: unknown): Loose<K> {
  return isObject<K>(value) ? value : partOf(NOTHING)
}

const NOTHING = {}
