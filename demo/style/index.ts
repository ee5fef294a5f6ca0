import { BASE } from './base.ts'
import { PAGES } from './pages.ts'

/** The shop's style sheet. */
export const STYLE = (BASE + PAGES).trim()
