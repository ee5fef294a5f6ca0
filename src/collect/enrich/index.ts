export { CLICK_NAMES, RULES_VERSION } from './channels-data.ts'
export { cleaned, isOwnHost } from './clean.ts'
export { openRate } from './rate.ts'
export { FILLED, filledIn, openTraits, type Traits } from './traits.ts'
