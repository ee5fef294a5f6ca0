/** Closed lists about people and what is known of them: see `vocabulary.ts` for why they are closed. */

/** Whom a policy concerns. */
export const SUBJECTS = [
  'visitors',
  'app-users',
  'potential-customers',
  'customers',
  'former-customers',
  'company-representatives',
  'contact-persons',
  'newsletter-subscribers',
  'contest-participants',
  'survey-respondents',
  'callers',
  'machine-users',
] as const

/** What may be known of a person, datum by datum. */
export const PERSON_FIELDS = [
  'first-name',
  'last-name',
  'name',
  'address',
  'postal-address',
  'email',
  'phone',
  'language',
  'age-group',
  'company-name',
  'business-id',
  'employer',
  'job-title',
  'occupation',
  'customer-number',
  'metering-point-code',
  'other-unique-identifier',
  'payment-details',
  'billing-details',
  'orders',
  'purchase-history',
  'deliveries',
  'quote-requests',
  'contract-details',
  'correspondence',
  'call-recordings',
  'email-recordings',
  'call-notes',
  'marketing-history',
  'direct-marketing-ban',
  'telemarketing-ban',
  'electronic-marketing-consent',
  'stated-interests',
  'cookie-data',
  'pages-visited',
  'visit-duration',
  'visit-source',
  'links-clicked',
  'searches',
  'browser-and-device',
  'app-usage',
  'browser-id',
  'device-id',
  'ip-address',
  'login-id',
  'contest-entries',
  'survey-answers',
  'feedback',
  'rights-requests',
  'proof-of-identity',
] as const

/** How delicate a datum is: Art. 4(1), 9; `indirect-identifier` tells who it is only with other data. */
export const DATA_CLASSES = ['personal', 'sensitive', 'indirect-identifier'] as const

/** Whether somebody has to give a datum: Art. 13(2)(e). */
export const NEEDS = ['by-law', 'for-contract', 'for-service', 'voluntary'] as const

/** What follows when it is not given. */
export const CONSEQUENCES = [
  'no-contract',
  'no-delivery',
  'no-quote',
  'no-invoice',
  'no-answer',
  'no-newsletter',
  'no-entry',
  'no-service',
  'less-fitting',
  'none',
] as const

/** Why a datum must tell who somebody is: what has no reason is anonymised. */
export const IDENTIFYING_REASONS = [
  'tells-browsers-apart',
  'keeps-visit-together',
  'shows-choice',
  'serves-customer',
  'fulfils-contract',
  'required-by-law',
  'reaches-person',
  'prevents-abuse',
] as const

/** Where data on a person comes from. */
export const SOURCE_KINDS = [
  'person',
  'own-services',
  'population-register',
  'credit-information-company',
  'authority',
  'contact-register',
  'partner-site',
  'group-company',
  'third-party',
] as const

/** Occasions on which a person gives data, or a relation begins. */
export const OCCASIONS = [
  'account-opening',
  'order',
  'billing-details',
  'quote-request',
  'product-enquiry',
  'marketing-material-order',
  'newsletter-order',
  'marketing-consent',
  'survey',
  'contest',
  'raffle',
  'fair',
  'point-of-sale',
  'web-form',
  'phone-call',
  'contact-with-us',
] as const

/** Events by which a browser may be linked to a person; nothing else ever does. */
export const LINK_EVENTS = ['login', 'newsletter-order', 'marketing-consent', 'order'] as const
