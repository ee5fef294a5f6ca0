export {
  clearedCookie,
  clearedCookies,
  type CookieScene,
  isCookieName,
  pathsOf,
  refusedCookies,
} from './clear-cookies.ts'
export type { ChoiceRefused } from './read-choice.ts'
export type { PastChoice } from './proof/store.ts'
export { type Consent, type ConsentParts, openConsent } from './consent.ts'
export type { Asked } from './facts.ts'
export { allowOrigin, ownOrigin } from './origin.ts'
export { type ConsentRoutes, routes as consentRoutes, type TagParts } from './routes.ts'
export { signalsOf } from './signals.ts'
export { sourceOf } from './source.ts'
export { visitorsIn } from './visitors.ts'
export type { Forgetting, MadeUpChoices, Tally } from './store.ts'
