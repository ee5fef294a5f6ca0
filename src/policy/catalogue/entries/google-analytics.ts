// Generated from vendors/google-analytics.json by `node scripts/vendors.mjs`: change it there.
import type { CatalogueEntry } from '../entry.ts'

/** The entry `google-analytics`. */
export const GOOGLE_ANALYTICS: CatalogueEntry = {
  id: 'google-analytics',
  name: 'Google Analytics',
  company: 'Google Ireland Limited',
  country: 'IE',
  privacy: 'https://policies.google.com/privacy',
  optOut: 'https://tools.google.com/dlpage/gaoptout',
  settings: 'https://myadcenter.google.com/',
  gateway: 'ga4-measurement-protocol',
  gatewayHosts: ['www.google-analytics.com', 'region1.google-analytics.com'],
  hosts: ['www.googletagmanager.com', 'www.google-analytics.com', 'region1.google-analytics.com'],
  embeds: [],
  optOutSign: 'prop:ga-disable-* call:_gaUserPrefs.ioo',
  disclosures: [
    {
      identifier: '_ga',
      type: 'cookie',
      maxAgeSeconds: 63072000,
      cookieRefresh: true,
      domains: ['*'],
      purposes: [1, 8],
      optOut: false,
      description: 'Tells browsers apart.',
      source: 'Google, cookie usage of gtag.js, read in copies that sites publish',
      confirmed: true,
    },
    {
      identifier: '_ga_*',
      type: 'cookie',
      maxAgeSeconds: 63072000,
      cookieRefresh: true,
      domains: ['*'],
      purposes: [1, 8],
      optOut: false,
      description: 'Tells visits apart.',
      source: 'Google, cookie usage of gtag.js, read in copies that sites publish',
      confirmed: false,
    },
    {
      identifier: '_gid',
      type: 'cookie',
      maxAgeSeconds: 86400,
      cookieRefresh: true,
      domains: ['*'],
      purposes: [1, 8],
      optOut: false,
      description: 'Tells browsers apart for a day; set by older scripts.',
      source: 'Google, cookie usage of gtag.js, read in copies that sites publish',
      confirmed: true,
    },
    {
      identifier: '_gat*',
      type: 'cookie',
      maxAgeSeconds: 60,
      cookieRefresh: false,
      domains: ['*'],
      purposes: [1],
      optOut: false,
      description: 'Slows the sending down; set by older scripts.',
      source: 'Google, cookie usage of gtag.js, read in copies that sites publish',
      confirmed: true,
    },
  ],
  domains: [
    { domain: 'www.googletagmanager.com', purposes: [1, 8], use: 'the measuring script' },
    { domain: '*.google-analytics.com', purposes: [1, 8], use: 'counting events' },
    { domain: '*.analytics.google.com', purposes: [1, 8], use: 'counting events' },
  ],
  facts: [
    {
      about:
        'A page that sets `window["ga-disable-ID"] = true` for a measuring id sends nothing for it.',
      source: 'Google, opt-out for gtag.js, read in copies that sites publish',
      confirmed: true,
    },
    {
      about:
        'Google’s add-on for browsers puts `window._gaUserPrefs` with a function `ioo` that answers true into each page.',
      source: 'the makers of this list, from memory',
      confirmed: false,
    },
    {
      about:
        'The Measurement Protocol takes events from a server; it asks for a `client_id`, which need not be that of a browser.',
      source: 'the makers of this list, from memory',
      confirmed: false,
    },
    {
      about: 'The company is the one that contracts with customers in the EEA.',
      source: 'the makers of this list, from memory',
      confirmed: false,
    },
  ],
}
