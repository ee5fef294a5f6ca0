declare module 'matomo-tracker' {
  import type { EventEmitter } from 'node:events'

  type Parameters = Record<string, string | number>
  export default class MatomoTracker extends EventEmitter {
    constructor(siteId: number | string, trackerUrl: string, noURLValidation?: boolean)
    track(options: Parameters): void
    trackBulk(events: Parameters[], callback?: (answer: string) => void): void
  }
}
