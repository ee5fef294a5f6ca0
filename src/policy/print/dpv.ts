import type { Json } from '../../base/json.ts'
import type { Span } from '../../base/time.ts'
import type { Basis } from '../decide.ts'
import type { Policy, Purpose, Tracker, Vendor } from '../policy.ts'
import type { Category } from '../vocabulary.ts'

/** A JSON-LD document. */
export type JsonLd = { readonly [key: string]: Json | undefined }

/** Where each vocabulary lives; `lupaus` is ours, for what the others have no word for. */
const CONTEXT = {
  dpv: 'https://w3id.org/dpv#',
  'eu-gdpr': 'https://w3id.org/dpv/legal/eu/gdpr#',
  loc: 'https://w3id.org/dpv/loc#',
  dct: 'http://purl.org/dc/terms/',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
} as const

/**
 * Every name of the Data Privacy Vocabulary that we write. The first were met in its texts and in
 * documents of others; the second are from memory, and to be looked at in DPV 2.3 before one relies on them.
 */
export const DPV_TERMS = {
  met: [
    ...['PrivacyNotice', 'ConsentNotice', 'hasNotice', 'Process', 'hasProcess', 'DataController'],
    ...['hasDataController', 'hasPurpose', 'hasLegalBasis', 'hasPersonalData', 'hasRecipient'],
    ...['hasDataSubject', 'hasStorageCondition', 'StorageCondition', 'StorageDuration'],
    ...['hasDuration', 'hasLocation', 'hasProcessing', 'Disclose'],
  ],
  unsure: [
    ...['hasContact', 'ThirdParty', 'DataProcessor', 'JointDataControllers', 'PersonalData'],
    ...['PseudonymisedData', 'AnonymisedData', 'ServiceProvision', 'ServicePersonalisation'],
    ...[
      'ServiceUsageAnalytics',
      'TargetedAdvertising',
      'Technology',
      'isImplementedUsingTechnology',
    ],
    ...['hasName', 'Purpose'],
  ],
} as const

/** The basis in DPV's words; where DPV has none, it is left to ours rather than stretched. */
const BASES: Readonly<Record<Basis, string>> = {
  consent: 'eu-gdpr:A6-1-a',
  contract: 'eu-gdpr:A6-1-b',
  'legitimate-interest': 'eu-gdpr:A6-1-f',
  'service-requested': 'lupaus:service-requested',
}

const PURPOSES: Readonly<Record<Category, string>> = {
  functional: 'dpv:ServiceProvision',
  personalisation: 'dpv:ServicePersonalisation',
  analytics: 'dpv:ServiceUsageAnalytics',
  marketing: 'dpv:TargetedAdvertising',
}

const ROLES = {
  processor: 'dpv:DataProcessor',
  'joint-controller': 'dpv:JointDataControllers',
  controller: 'dpv:ThirdParty',
} as const

const FORMS = {
  anonymous: 'dpv:AnonymisedData',
  aggregate: 'dpv:AnonymisedData',
  pseudonymous: 'dpv:PseudonymisedData',
  personal: 'dpv:PersonalData',
} as const

/**
 * The policy for machines, as JSON-LD with the W3C's Data Privacy Vocabulary: controller, purposes,
 * legal bases, data, recipients, what is stored and for how long, and the notices. `origin` is where
 * it is published; without one, the company's own site.
 */
export function policyDpv(policy: Policy, origin = siteOf(policy)): JsonLd {
  const at = `${origin}/privacy/policy.jsonld`
  return {
    '@context': { ...CONTEXT, lupaus: `${at}#` },
    '@id': at,
    '@type': 'dpv:PrivacyNotice',
    'dct:identifier': policy.version,
    'dct:title': policy.label,
    'dct:valid': typed('date', policy.inForceFrom),
    'dct:language': [...policy.languages],
    'dct:source': named(`${origin}/privacy/policy.yaml`),
    'dpv:hasNotice': policy.languages.map(lang => ({
      '@id': `${origin}/privacy/${lang}`,
      '@type': 'dpv:ConsentNotice',
      'dct:language': lang,
    })),
    'dpv:hasDataController': controllerOf(policy, origin),
    'dpv:hasProcess': [
      ...policy.purposes.map(purpose => processOf(policy, purpose)),
      ...beyondDevices(policy),
    ],
    'lupaus:signals': policy.signals.map(({ signal, refuses }) => ({
      'lupaus:signal': signal,
      'lupaus:refuses': [...refuses],
    })),
    'lupaus:promises': policy.promises.map(({ slug }) => slug),
  }
}

function siteOf({ controller }: Policy): string {
  return new URL(controller.website).origin
}

function controllerOf({ controller }: Policy, origin: string): Json {
  return {
    '@id': `${origin}/#controller`,
    '@type': 'dpv:DataController',
    'dct:title': controller.name,
    'dct:identifier': controller.businessId,
    'dpv:hasContact': named(`mailto:${controller.email}`),
    'dpv:hasLocation': named(`loc:${controller.country}`),
  }
}

function processOf(policy: Policy, purpose: Purpose): Json {
  const { said, trackers, vendors } = policy
  const text = said.purposes.find(({ id }) => id === purpose.id)
  const groups = (said.data ?? []).filter(({ id }) => text?.data?.includes(id))
  return {
    '@id': `lupaus:${purpose.id}`,
    '@type': 'dpv:Process',
    'dct:identifier': purpose.id,
    'dpv:hasPurpose': [
      named(PURPOSES[purpose.category]),
      ...purpose.aims.map(aim => ({ '@id': `lupaus:${aim}`, '@type': 'dpv:Purpose' })),
    ],
    'dpv:hasLegalBasis': named(BASES[purpose.basis]),
    'dpv:hasDataSubject': (text?.subjects ?? []).map(subject => named(`lupaus:${subject}`)),
    'dpv:hasPersonalData': [
      ...groups.flatMap(({ fields }) => fields.map(({ field }) => named(`lupaus:${field}`))),
      ...purpose.collects.flatMap(({ event, fields }) =>
        fields.map(field => named(`lupaus:${event}.${field}`)),
      ),
    ],
    'dpv:hasRecipient': vendors
      .filter(({ id }) => purpose.vendors.includes(id))
      .map(vendor => recipientOf(policy, vendor)),
    'dpv:hasStorageCondition': [
      ...trackers.filter(one => one.purpose === purpose.id).map(storageOf),
      ...keepingOf(policy, text?.retention),
    ],
  }
}

/** Purposes in which no device takes part, each with its basis on every channel. */
function beyondDevices({ said, purposes }: Policy): readonly Json[] {
  const device = new Set(purposes.map(({ id }) => id))
  return said.purposes
    .filter(({ id }) => !device.has(id))
    .map(({ id, aims, basis, subjects }) => {
      const { from: _from, cites: _cites, ...bases } = basis
      const words = [...new Set(Object.values(bases).filter(one => typeof one === 'string'))]
      return {
        '@id': `lupaus:${id}`,
        '@type': 'dpv:Process',
        'dct:identifier': id,
        'dpv:hasPurpose': aims.map(aim => ({ '@id': `lupaus:${aim}`, '@type': 'dpv:Purpose' })),
        'dpv:hasLegalBasis': words.map(word => named(PERSON_BASES[word] ?? `lupaus:${word}`)),
        'dpv:hasDataSubject': (subjects ?? []).map(subject => named(`lupaus:${subject}`)),
      }
    })
}

/** Bases for known people; a way of marketing is no article of its own and keeps its own word. */
const PERSON_BASES: Readonly<Record<string, string>> = {
  ...BASES,
  'pre-contract': 'eu-gdpr:A6-1-b',
  'legal-obligation': 'eu-gdpr:A6-1-c',
}

function recipientOf({ said }: Policy, vendor: Vendor): Json {
  const held = (said.vendors ?? []).find(({ id }) => id === vendor.id)
  return {
    '@id': `lupaus:${vendor.id}`,
    '@type': ROLES[held?.role ?? 'controller'],
    'dct:title': vendor.name,
    'dct:publisher': vendor.company,
    'dpv:hasLocation': named(`loc:${vendor.country}`),
    'dpv:hasNotice': named(vendor.privacy),
    'lupaus:through': vendor.through,
    'lupaus:transferred': vendor.transferred,
    ...(held?.receives ? { 'dpv:hasPersonalData': named(FORMS[held.receives.form]) } : {}),
  }
}

/** Something on the device: by which technique, from whom, and until when. */
function storageOf(tracker: Tracker): Json {
  const { lifetime, rollingUpTo, kept, vendor } = tracker
  return {
    '@type': 'dpv:StorageCondition',
    'dct:title': tracker.name,
    'dpv:isImplementedUsingTechnology': {
      '@id': `lupaus:${tracker.store}`,
      '@type': 'dpv:Technology',
    },
    'dpv:hasDuration':
      lifetime === 'session' ? named('lupaus:session') : typed('duration', isoSpan(lifetime)),
    'lupaus:use': tracker.use,
    'lupaus:party': tracker.party,
    ...(vendor === undefined ? {} : { 'lupaus:vendor': named(`lupaus:${vendor}`) }),
    ...(rollingUpTo ? { 'lupaus:rollingUpTo': typed('duration', isoSpan(rollingUpTo)) } : {}),
    ...(kept ? { 'lupaus:browsersKeep': typed('duration', isoSpan(kept)) } : {}),
  }
}

/** How long what was collected is kept, counted from what. */
function keepingOf({ said }: Policy, rule: string | undefined): readonly Json[] {
  const held = (said.retention ?? []).find(({ id }) => id === rule)
  if (!held) return []
  return [
    {
      '@type': 'dpv:StorageDuration',
      'dct:identifier': held.id,
      'lupaus:keep': held.keep,
      'lupaus:after': held.after,
      'lupaus:then': held.then,
    },
  ]
}

function named(id: string): { readonly '@id': string } {
  return { '@id': id }
}

function typed(type: 'date' | 'duration', value: string): Json {
  return { '@type': `xsd:${type}`, '@value': value }
}

const UNITS = { second: 'S', minute: 'M', hour: 'H', day: 'D', month: 'M', year: 'Y' } as const

/** ISO 8601: `P26M`, `PT30M`. */
function isoSpan({ count, unit }: Span): string {
  const clock = unit === 'second' || unit === 'minute' || unit === 'hour'
  return `P${clock ? 'T' : ''}${count}${UNITS[unit]}`
}
