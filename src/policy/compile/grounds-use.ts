import type { Aim } from '../vocabulary.ts'
import { both, either, every, first, type Ground, place } from './ground.ts'

const aimOf = (...wanted: readonly Aim[]) =>
  first('purposes', ({ aims }) => aims.some(aim => wanted.includes(aim)))
const deviceAim = (...wanted: readonly Aim[]) =>
  first(
    'purposes',
    ({ aims, category }) => category !== undefined && aims.some(aim => wanted.includes(aim)),
  )
const consentPurpose = first('purposes', ({ basis }) => basis.web === 'consent')
const eventsPurpose = first('purposes', ({ collects }) => collects !== undefined)
const linkBy = (...events: readonly string[]) =>
  place(
    ['identity', 'links'],
    ({ identity }) => identity?.links.some(({ event }) => events.includes(event)) === true,
  )

/** Where each promise about measuring, knowing and addressing people is made. */
export const USE_GROUNDS: Readonly<Record<string, Ground>> = {
  'analytics.fields-closed': eventsPurpose,
  'analytics.purpose-bound': deviceAim('usage-analysis', 'site-usage', 'develop-services'),
  'analytics.mobile-parity': both(
    first('sites', ({ kind }) => kind === 'mobile-app'),
    first('purposes', ({ basis }) => basis.app !== undefined),
  ),
  'analytics.between-own-sites': both(
    place(['sites'], ({ sites }) => sites.filter(({ kind }) => kind === 'own-site').length > 1),
    eventsPurpose,
  ),
  'analytics.device-level-combine': first('trackers', ({ use }) => use === 'tells-browsers-apart'),
  'analytics.content-interest': aimOf('product-interest', 'useful-functions'),
  'analytics.shop-reports': aimOf('site-usage', 'popular-products', 'trends', 'sales'),
  'analytics.disturbance-detection': aimOf('disturbance-detection'),
  'analytics.security-and-abuse': aimOf('information-security', 'abuse-prevention'),
  'analytics.statistics-reports': aimOf('statistics'),
  'analytics.ip-is-personal': consentPurpose,
  'analytics.linked-is-personal': either(
    place(['identity', 'links'], ({ identity }) => (identity?.links.length ?? 0) > 0),
    first('trackers', ({ use }) => use === 'recognises-customer'),
  ),
  'analytics.anonymise-when-possible': first(
    'purposes',
    ({ category, form }) => category !== undefined && form?.identifying !== undefined,
  ),
  'partner.site-data': either(
    first('audiences', ({ partners }) => partners !== undefined),
    first('event-sources', ({ kind }) => kind === 'partner'),
  ),
  'identity.anonymous-by-default': consentPurpose,
  'identity.link-on-contact-details': linkBy('newsletter-order', 'marketing-consent'),
  'identity.link-on-login': linkBy('login'),
  'identity.multi-device-merge': place(
    ['identity', 'links'],
    ({ identity }) => identity?.links.some(({ devices }) => devices === 'many') === true,
  ),
  'identity.combined-by-controller-only': place(
    ['identity', 'combined-by'],
    ({ identity }) => identity?.['combined-by'] === 'self',
  ),
  'identity.enrich-given-with-visits': both(
    linkBy('login', 'newsletter-order', 'marketing-consent', 'order'),
    aimOf('picture-of-interests'),
  ),
  'identity.no-reverse': place(['identity', 'otherwise'], ({ identity }) => {
    const form = identity?.otherwise?.form
    return form === 'anonymous' || form === 'aggregate' || form === 'pseudonymous'
  }),
  'identity.indirect-counts': first('data', group =>
    [group, ...group.fields].some(held => held.class === 'indirect-identifier'),
  ),
  'reco.products-and-content': aimOf('product-recommendations', 'fitting-content'),
  'reco.declared-inputs-only': first('recommendations'),
  'reco.content-targeting': both(aimOf('fitting-content'), aimOf('develop-services')),
  'ads.same-number-when-blocked': first('ad-slots'),
  'ads.untargeted-when-blocked': first('ad-slots'),
  'ads.onsite-targeting': first('ad-slots', ({ site }) => site !== undefined),
  'ads.offsite': either(
    first('ad-slots', ({ site }) => site === undefined),
    aimOf('offsite-ads'),
  ),
  'ads.selected-third-parties': first('ad-slots', ({ advertisers }) =>
    advertisers.some(id => id !== 'self'),
  ),
  'tell.why-interesting': first('recommendations', rule => rule['shows-why'] === true),
  'audience.anonymous-groups': first(
    'audiences',
    group => group.destination !== undefined && group['minimum-group'] !== undefined,
  ),
  'audience.objectors-excluded': first('audiences', ({ leaves }) => leaves !== undefined),
  'audience.from-service-use': first('audiences', ({ inputs }) => inputs.includes('service-use')),
  'social.activity-under-vendor-terms': first(
    'vendors',
    ({ social, terms }) => social === true && terms !== undefined,
  ),
  'conversion.anonymous-report-back': first(
    'conversions',
    ({ form }) => form === 'anonymous' || form === 'aggregate',
  ),
  'basis.default-deny': place(['purposes']),
  'basis.contract-minimal': first('purposes', ({ basis }) =>
    Object.values(basis).includes('contract'),
  ),
  'basis.legal-obligation': first('purposes', ({ basis }) =>
    Object.values(basis).includes('legal-obligation'),
  ),
  'basis.consent-by-order': place(
    ['consent', 'given'],
    ({ consent }) => consent?.given?.some(({ by }) => by === 'own-choice') === true,
  ),
  'purpose.sales-and-quotes': aimOf('quotes', 'managing-sales', 'managing-purchases'),
  'purpose.only-as-stated': every('purposes', ({ aims }) => aims.length > 0),
}
