// Generated from vendors/seidat.json by `node scripts/vendors.mjs`: change it there.
import type { CatalogueEntry } from '../entry.ts'

/** The entry `seidat`. */
export const SEIDAT: CatalogueEntry = {
  id: 'seidat',
  name: 'Seidat',
  company: 'Seidat Oy',
  country: 'FI',
  privacy: 'https://seidat.com/privacy-policy',
  gateway: 'none',
  gatewayHosts: [],
  hosts: ['seidat.com', 'app.seidat.com'],
  embeds: ['https://app.seidat.com/'],
  disclosures: [],
  domains: [{ domain: '*.seidat.com', purposes: [1], use: 'showing presentations' }],
  facts: [
    {
      about:
        'What Seidat stores on the device of somebody who looks at a presentation was not found: hold your site against it with `lupaus inspect`.',
      source: 'the makers of this list, from memory',
      confirmed: false,
    },
    {
      about: 'The addresses and the page about privacy were not opened.',
      source: 'the makers of this list, from memory',
      confirmed: false,
    },
  ],
}
