/** Closed lists about other parties, and how people are reached. */

/** Ways of reaching a person, and the places where processing happens. */
export const CHANNELS = [
  'web',
  'app',
  'email',
  'sms',
  'phone',
  'post',
  'push',
  'social',
  'in-person',
] as const

/** What a vendor or recipient is in law: Art. 4(7)-(8), 26. */
export const ROLES = ['processor', 'controller', 'joint-controller'] as const

/** The eight items of a processor's contract: Art. 28(3)(a)-(h). */
export const CONTRACT_ITEMS = [
  'documented-instructions',
  'confidentiality',
  'security',
  'sub-processors',
  'assist-rights',
  'assist-duties',
  'delete-or-return',
  'audit',
] as const

/** Clauses beyond the eight that a policy may rest on. */
export const CONTRACT_CLAUSES = ['no-identification', 'ip-not-combined', 'no-own-use'] as const

/** What a vendor does with the data for ends of its own. */
export const OWN_USES = [
  'improves-site-experience',
  'reports-to-site-owner',
  'site-and-internet-services',
  'develops-own-products',
  'shows-own-ads',
] as const

/** To whom a vendor hands data on, and when. */
export const ONWARD_CASES = ['when-law-requires', 'to-its-processors', 'to-third-parties'] as const

/** Grounds of a transfer outside the EU and the EEA: Art. 45-49. */
export const MECHANISMS = [
  'adequacy',
  'standard-contractual-clauses',
  'binding-corporate-rules',
  'code-or-certification',
  'derogation',
] as const

/** Who receives data, by category: Art. 13(1)(e). */
export const RECIPIENT_CATEGORIES = [
  'authorities',
  'energy-companies',
  'property-owners',
  'property-managers',
  'contract-parties',
  'insurance-companies',
  'finance-companies',
  'partner-workshops',
  'customer-service-partners',
  'sales-partners',
  'marketing-partners',
  'group-companies',
  'cookie-parties',
  'comparison-services',
] as const

/** What makes a disclosure happen: without one, nothing leaves. */
export const TRIGGERS = [
  'authority-request',
  'legal-duty',
  'supply-contract',
  'moving',
  'insurance-claim',
  'financing-application',
  'repair-order',
  'customer-contact',
  'sales-campaign',
  'tracker-consent',
] as const

/** What a processor does for the controller. */
export const PROCESSOR_SERVICES = [
  'hosting',
  'customer-service',
  'telemarketing',
  'email-delivery',
  'printing',
  'marketing-automation',
  'presentation-platform',
  'web-analytics',
  'call-recording',
  'invoicing',
  'it-support',
] as const

/** What a message to a person is for: Act 917/2014 § 200-203. */
export const MESSAGE_CLASSES = [
  'own-offers',
  'newsletter',
  'partner-offers',
  'survey',
  'market-research',
  'service',
  'related-services',
] as const

/** On what a message may rest: § 200(1) consent, (2) until forbidden, (3) own similar products. */
export const MESSAGE_BASES = ['consent', 'until-forbidden', 'soft-opt-in', 'contract'] as const

/** Where targeted groups and reports may go, and in what form. */
export const DATA_FORMS = ['anonymous', 'aggregate', 'pseudonymous', 'personal'] as const

/** What recommendations and target groups may be made from. */
export const INPUTS = [
  'product-views',
  'site-searches',
  'purchase-history',
  'stated-interests',
  'pages-visited',
  'service-use',
  'register-data',
  'partner-site-visits',
] as const

/** Kinds of data a connected machine makes: Data Act Art. 2-3. */
export const MACHINE_DATA_KINDS = ['product-data', 'related-service-data', 'metadata'] as const
