const OPEN =
  '<svg viewBox="0 0 24 24" width="24" height="24" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">'

/** A magnifying glass. */
export const LENS_ICON = `${OPEN}<circle cx="10.5" cy="10.5" r="6"/><path d="m15 15 5 5"/></svg>`

/** A person. */
export const PERSON_ICON = `${OPEN}<circle cx="12" cy="8" r="4"/><path d="M4.500 20c1-4 4-6 7.500-6s6.500 2 7.500 6"/></svg>`

/** A shopping basket. */
export const CART_ICON = `${OPEN}<path d="M4 10h16l-1.600 9H5.600ZM8 10l3-6m5 6-3-6M9.500 13.500v2.500m5-2.500v2.500"/></svg>`
