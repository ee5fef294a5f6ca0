import type { Post } from '../platform/egress.ts'
import type { Told } from './event.ts'
import type { SettingName, VendorSettings } from './settings.ts'

/** How one sort of interface is told of events. */
export type Kind = {
  /** Where it is, unless a setting says otherwise. */
  readonly base: string
  /** Settings without which it cannot be reached. */
  readonly needs: readonly SettingName[]
  /** Most events in one request. */
  readonly eventsMax: number
  /** Our names of events to its own; it is told of no other. */
  readonly names: Readonly<Record<string, string>>
  /** Every place of its payload that may hold anything: `events[].params.value`. */
  readonly shape: readonly string[]
  /** The request about these events, at least one and at most `eventsMax`. */
  request(events: readonly Told[], settings: VendorSettings, base: string): Post
}
