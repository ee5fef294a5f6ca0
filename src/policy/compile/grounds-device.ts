import type { Category } from '../vocabulary.ts'
import { both, either, every, first, type Ground, place } from './ground.ts'

const consentPurpose = first('purposes', ({ basis }) => basis.web === 'consent')
const rangeOf = (category: Category) => first('categories', ({ id }) => id === category)
const hasTrackers = place(['trackers'], ({ trackers }) => trackers.length > 0)
const partnerTracker = first('trackers', ({ vendor }) => vendor !== 'self')

/** Where each promise about the device, and about the consent it needs, is made. */
export const DEVICE_GROUNDS: Readonly<Record<string, Ground>> = {
  'device.only-declared': place(['trackers']),
  'device.no-dead-declarations': hasTrackers,
  'device.vendor-per-tracker': hasTrackers,
  'device.lifetime-defined': hasTrackers,
  'device.session-dies-with-browser': first('trackers', ({ lifetime }) => lifetime === 'session'),
  'device.persistent-until-deleted': first('trackers', ({ lifetime }) => lifetime !== 'session'),
  'server.persistent-cookie-data-2y': first(
    'retention',
    ({ after, keep }) => after === 'collection' && (keep === '2 years' || keep === '24 months'),
  ),
  'device.functional-range': rangeOf('functional'),
  'device.personalisation-range': rangeOf('personalisation'),
  'device.marketing-range': either(rangeOf('analytics'), rangeOf('marketing')),
  'device.rolling-renewal': first('trackers', ({ rolling }) => rolling !== undefined),
  // Who is counted without identity is told apart for a day by address and browser, also when storage is blocked.
  'device.block-is-respected': place(
    ['trackers'],
    ({ trackers, purposes }) =>
      trackers.length > 0 && !purposes.some(({ visitors }) => visitors === 'without-identity'),
  ),
  'device.block-consequences-told': first('purposes', ({ category }) => category === 'functional'),
  'device.necessary-is-narrow': first('purposes', ({ category }) => category === 'functional'),
  'consent.categories': place(['categories'], ({ categories }) => categories.length > 0),
  'consent.refuse-nonessential': consentPurpose,
  'consent.optout-links-listed': place(
    ['consent', 'opt-outs'],
    ({ consent }) => consent?.['opt-outs'] !== undefined,
  ),
  'consent.social-controls': first('vendors', vendor => isSocial(vendor) && !!vendor.settings),
  'signal.dnt-stops-partner-tags': first('signals', ({ signal }) => signal === 'dnt'),
  'signal.third-party-cookie-block': first('trackers', ({ party }) => party === 'third'),
  'signal.vendor-optout-honoured': both(
    place(
      ['consent', 'refusals'],
      ({ consent }) => consent?.refusals?.some(({ by }) => by === 'vendor-opt-out') === true,
    ),
    first('vendors', vendor => vendor['opt-out'] !== undefined),
  ),
  'notice.help-links': first('links'),
  'notice.explains-technology': hasTrackers,
  'consent.withdraw': place(['consent'], ({ consent }) => consent !== undefined),
  'pixel.same-gate': either(
    first('trackers', ({ store }) => store === 'pixel'),
    first(
      'purposes',
      ({ collects }) => collects?.some(({ event }) => event === 'pixel_view') === true,
    ),
  ),
  'vendor.own-use-told': first('vendors', vendor => vendor['own-uses'] !== undefined),
  'vendor.ga-receives-anonymous': first(
    'vendors',
    ({ receives }) => receives?.form === 'anonymous' || receives?.form === 'aggregate',
  ),
  'vendor.identity-unresolvable': first(
    'purposes',
    ({ category, vendors }) => category === 'personalisation' && vendors === undefined,
  ),
  'vendor.ip-not-combined': first(
    'vendors',
    ({ contract, receives }) =>
      receives?.ip === 'never' || contract?.clauses?.includes('ip-not-combined') === true,
  ),
  'vendor.no-identification': first(
    'vendors',
    ({ contract }) => contract?.clauses?.includes('no-identification') === true,
  ),
  'recipients.cookie-parties': both(
    partnerTracker,
    every('vendors', ({ role }) => role !== undefined),
  ),
}

/** Whether a vendor is a social medium in which the company has a page. */
export function isSocial(vendor: { readonly social?: boolean }): boolean {
  return vendor.social === true
}
