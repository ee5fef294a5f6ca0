import { after, type Moment, momentOf, type Span } from '../base/time.ts'
import { CHOICE_COOKIE, type ReceiptPayload } from '../consent/wire.ts'
import { decideTracker, type Facts, type Policy, type Tracker } from '../policy/index.ts'
import type { SentCookie } from './browser.ts'
import { spanIn } from './span-text.ts'

/** Why something on the device ends when it does. */
export type EndedBy = 'lifetime' | 'cap' | 'consent' | 'browser'

/** A declared tracker as it stands on one device. */
export type OnDevice = {
  readonly tracker: Tracker
  /**
   * Whether it is there: a cookie of this address says so itself; what lies in another store shows
   * only to a script, and what lies at a vendor's own address only there.
   */
  readonly here: 'yes' | 'no' | 'script' | 'vendor'
  /** The cookies that came along under its name. */
  readonly names: readonly string[]
  /** When it was first set; undefined where nobody knows. */
  readonly since: Moment | undefined
  /** When it ends at the latest; undefined when it is not there or ends with the session. */
  readonly ends: { readonly at: Moment; readonly by: EndedBy } | undefined
  /** Whether the visitor's choices allow it now. */
  readonly allowed: boolean
}

export type DeviceScene = {
  readonly policy: Policy
  readonly facts: Facts | undefined
  readonly receipt: ReceiptPayload | undefined
  readonly cookies: readonly SentCookie[]
  readonly now: Moment
}

/** Every declared tracker, in the policy's order, as far as a server can know it. */
export function onDevice(scene: DeviceScene): readonly OnDevice[] {
  return scene.policy.trackers.map(tracker => standingOf(scene, tracker))
}

/** Cookies that came along and that no tracker of the policy declares, each name once. */
export function undeclared({ policy, cookies }: DeviceScene): readonly SentCookie[] {
  const seen = new Set<string>()
  return cookies.filter(({ name }) => {
    if (seen.has(name) || trackerOf(policy, name)) return false
    seen.add(name)
    return true
  })
}

/** The declared cookie behind a name: exact, or by the one `*` of its pattern; the longest counts. */
export function trackerOf(policy: Policy, name: string): Tracker | undefined {
  return policy.trackers
    .filter(({ store, name: pattern }) => store === 'cookie' && covers(pattern, name))
    .toSorted((a, b) => b.name.length - a.name.length)[0]
}

function covers(pattern: string, name: string): boolean {
  const [head = '', tail] = pattern.split('*')
  if (tail === undefined) return pattern === name
  return name.length >= head.length + tail.length && name.startsWith(head) && name.endsWith(tail)
}

function standingOf(scene: DeviceScene, tracker: Tracker): OnDevice {
  const { policy, facts, cookies } = scene
  const mine = cookies.filter(({ name }) => trackerOf(policy, name) === tracker)
  const isThere = mine.length > 0
  const since = isThere ? sinceOf(scene, tracker, mine) : undefined
  const [name = tracker.name.replace('*', '')] = mine.map(cookie => cookie.name)
  return {
    tracker,
    here: whereOf(tracker, isThere),
    names: [...new Set(mine.map(cookie => cookie.name))],
    since,
    ends: isThere ? endOf(scene, tracker, since) : undefined,
    allowed: !('refused' in decideTracker(policy.rules, tracker.store, name, facts)),
  }
}

function whereOf({ store, party }: Tracker, isThere: boolean): OnDevice['here'] {
  if (isThere) return 'yes'
  if (party === 'third' || store === 'pixel') return 'vendor'
  return store === 'cookie' ? 'no' : 'script'
}

function sinceOf(
  { receipt }: DeviceScene,
  tracker: Tracker,
  mine: readonly SentCookie[],
): Moment | undefined {
  if (tracker.name === CHOICE_COOKIE) return receipt && momentOf(receipt.t * 1000)
  return mine.find(({ since }) => since !== undefined)?.since
}

/** The earliest of what ends it: its own life, the cap on renewals, the consent, and the browser. */
function endOf(scene: DeviceScene, tracker: Tracker, since: Moment | undefined): OnDevice['ends'] {
  const { policy, facts, receipt, now } = scene
  const { lifetime, rollingUpTo } = tracker
  if (tracker.name === CHOICE_COOKIE) {
    return receipt && { at: momentOf(receipt.e * 1000), by: 'lifetime' }
  }
  if (lifetime === 'session') return undefined
  // What is renewed at each visit, and what does not say when it was set, may live on from now.
  const from = rollingUpTo ? now : (since ?? now)
  const kept = spanKept(policy, tracker)
  const asks = policy.rules.purposes[tracker.purpose]?.basis === 'consent'
  const ends = [
    { at: after(from, lifetime), by: 'lifetime' as const },
    ...(rollingUpTo && since !== undefined
      ? [{ at: after(since, rollingUpTo), by: 'cap' as const }]
      : []),
    ...(kept ? [{ at: after(from, kept), by: 'browser' as const }] : []),
    ...(asks && facts ? [{ at: facts.until, by: 'consent' as const }] : []),
  ]
  return ends.reduce((first, next) => (next.at < first.at ? next : first))
}

/** How long browsers keep it whatever it asks for, where the policy says that they cut it. */
function spanKept({ said }: Policy, { id }: Tracker): Span | undefined {
  return spanIn(said.trackers.find(held => held.id === id)?.['browsers-keep'])
}
