// Generated from vendors/pixel.json by `node scripts/vendors.mjs`: change it there.
import type { CatalogueEntry } from '../entry.ts'

/** The entry `pixel`. */
export const PIXEL: CatalogueEntry = {
  id: 'pixel',
  name: 'Tracking pixel',
  gateway: 'none',
  gatewayHosts: [],
  hosts: [],
  embeds: [],
  disclosures: [],
  domains: [],
  facts: [
    {
      about:
        'For any pixel that has no entry of its own: host, company, lifetime and pages stand in the policy itself.',
      source: 'what a pixel is',
      confirmed: true,
    },
    {
      about:
        'A picture of one point whose request tells that a page or a letter was opened; with it the server may set a cookie of any name.',
      source: 'what a pixel is',
      confirmed: true,
    },
  ],
}
