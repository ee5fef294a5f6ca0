// Generated from vendors/hubspot.json by `node scripts/vendors.mjs`: change it there.
import type { CatalogueEntry } from '../entry.ts'

/** The entry `hubspot`. */
export const HUBSPOT: CatalogueEntry = {
  id: 'hubspot',
  name: 'HubSpot',
  company: 'HubSpot Ireland Limited',
  country: 'IE',
  privacy: 'https://legal.hubspot.com/privacy-policy',
  gateway: 'hubspot-events',
  gatewayHosts: ['api.hubapi.com'],
  hosts: [
    'js.hs-scripts.com',
    'js.hs-analytics.net',
    'js.hs-banner.com',
    'js.hscollectedforms.net',
    'js.hsforms.net',
    'forms.hsforms.com',
    'forms-eu1.hsforms.com',
    'js-eu1.hs-scripts.com',
    'js-eu1.hs-analytics.net',
    'track.hubspot.com',
    'track-eu1.hubspot.com',
  ],
  embeds: [],
  optOutSign: 'cookie:__hs_do_not_track=yes',
  disclosures: [
    {
      identifier: '__hstc',
      type: 'cookie',
      maxAgeSeconds: 15811200,
      cookieRefresh: true,
      domains: ['*'],
      purposes: [1, 8],
      optOut: false,
      description: 'Tells browsers apart, with the times of visits and their number.',
      source:
        'HubSpot, list of cookies set in a visitor’s browser, read in copies that sites publish',
      confirmed: true,
    },
    {
      identifier: 'hubspotutk',
      type: 'cookie',
      maxAgeSeconds: 15811200,
      cookieRefresh: true,
      domains: ['*'],
      purposes: [1, 8],
      optOut: false,
      description: 'Tells browsers apart; handed on with forms, by which a visit gets a name.',
      source:
        'HubSpot, list of cookies set in a visitor’s browser, read in copies that sites publish',
      confirmed: true,
    },
    {
      identifier: '__hssc',
      type: 'cookie',
      maxAgeSeconds: 1800,
      cookieRefresh: true,
      domains: ['*'],
      purposes: [1, 8],
      optOut: false,
      description: 'Counts the pages of a visit.',
      source:
        'HubSpot, list of cookies set in a visitor’s browser, read in copies that sites publish',
      confirmed: true,
    },
    {
      identifier: '__hssrc',
      type: 'cookie',
      maxAgeSeconds: 0,
      cookieRefresh: false,
      domains: ['*'],
      purposes: [1],
      optOut: false,
      description: 'Tells whether the browser was restarted.',
      source:
        'HubSpot, list of cookies set in a visitor’s browser, read in copies that sites publish',
      confirmed: true,
    },
    {
      identifier: '__hs_do_not_track',
      type: 'cookie',
      maxAgeSeconds: 15811200,
      cookieRefresh: false,
      domains: ['*'],
      purposes: [],
      optOut: true,
      description: 'Keeps the tracking code from sending anything to HubSpot.',
      source:
        'HubSpot, list of cookies set in a visitor’s browser, read in copies that sites publish',
      confirmed: true,
    },
    {
      identifier: '__hs_opt_out',
      type: 'cookie',
      maxAgeSeconds: 15811200,
      cookieRefresh: false,
      domains: ['*'],
      purposes: [],
      optOut: true,
      description: 'Remembers the answer to HubSpot’s own banner.',
      source:
        'HubSpot, list of cookies set in a visitor’s browser, read in copies that sites publish',
      confirmed: true,
    },
    {
      identifier: '__cf_bm',
      type: 'cookie',
      maxAgeSeconds: 1800,
      cookieRefresh: true,
      domains: ['*.hubspot.com', '*.hs-scripts.com'],
      purposes: [1],
      optOut: false,
      description: 'Tells people from bots.',
      source: 'the makers of this list, from memory',
      confirmed: false,
    },
  ],
  domains: [
    { domain: '*.hubspot.com', purposes: [1, 8], use: 'counting visits, forms' },
    { domain: '*.hs-scripts.com', purposes: [1, 8], use: 'loading the tracking code' },
    { domain: '*.hs-analytics.net', purposes: [1, 8], use: 'the tracking code' },
    { domain: '*.hsforms.com', purposes: [1], use: 'forms' },
  ],
  facts: [
    {
      about: 'The company is the one that contracts with customers in the EEA.',
      source: 'the makers of this list, from memory',
      confirmed: false,
    },
    {
      about:
        'A cookie `__hs_do_not_track` with the value `yes` says no to tracking; some data without identity is sent all the same.',
      source:
        'HubSpot, list of cookies set in a visitor’s browser, read in copies that sites publish',
      confirmed: true,
    },
    {
      about:
        'Events and contacts can be sent by a server; the interface names a contact by address or number.',
      source: 'the makers of this list, from memory',
      confirmed: false,
    },
  ],
}
