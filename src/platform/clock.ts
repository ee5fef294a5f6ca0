import { momentOf, type Moment } from '../base/time.ts'

/** The only way to learn the time. Tests hand in one that they turn. */
export type Clock = { now(): Moment }

export const systemClock: Clock = { now: () => momentOf(Date.now()) }
