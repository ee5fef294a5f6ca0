// Generated from vendors/ by `node scripts/vendors.mjs`: change it there.
import type { CatalogueEntry } from './entry.ts'
import { GOOGLE_ADS } from './entries/google-ads.ts'
import { GOOGLE_ANALYTICS } from './entries/google-analytics.ts'
import { HUBSPOT } from './entries/hubspot.ts'
import { INSTAGRAM } from './entries/instagram.ts'
import { LINKEDIN } from './entries/linkedin.ts'
import { META } from './entries/meta.ts'
import { PIXEL } from './entries/pixel.ts'
import { SEIDAT } from './entries/seidat.ts'
import { X } from './entries/x.ts'
import { YOUTUBE } from './entries/youtube.ts'

/** Every third party that the catalogue describes, in the order of their ids. */
export const CATALOGUE: readonly CatalogueEntry[] = [
  GOOGLE_ADS,
  GOOGLE_ANALYTICS,
  HUBSPOT,
  INSTAGRAM,
  LINKEDIN,
  META,
  PIXEL,
  SEIDAT,
  X,
  YOUTUBE,
]
