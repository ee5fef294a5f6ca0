export { decide, decideEvent, decideTracker } from './decide.ts'
export type { Basis, Facts, Permit, Refusal, Rule, Rules, Signal, TrackerRule } from './decide.ts'
export type { Holding } from './holding.ts'
export type { Policy, Purpose, Tracker, Vendor } from './policy.ts'
