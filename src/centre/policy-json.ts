import type { Json } from '../base/json.ts'
import type { Span } from '../base/time.ts'
import type { Basis, Policy, Purpose, Tracker } from '../policy/index.ts'

/** The basis in DPV's words; where DPV has none, it is left to ours rather than stretched. */
const BASES: Readonly<Record<Basis, string>> = {
  consent: 'eu-gdpr:A6-1-a',
  contract: 'eu-gdpr:A6-1-b',
  'legitimate-interest': 'eu-gdpr:A6-1-f',
  'service-requested': 'lupaus:service-requested',
}

const PURPOSES: Readonly<Record<Purpose['category'], string>> = {
  functional: 'dpv:ServiceProvision',
  personalisation: 'dpv:ServicePersonalisation',
  analytics: 'dpv:ServiceUsageAnalytics',
  marketing: 'dpv:TargetedAdvertising',
}

const UNITS = { second: 'S', minute: 'M', hour: 'H', day: 'D', month: 'M', year: 'Y' } as const

/**
 * The policy for machines: JSON-LD with terms of the W3C's Data Privacy Vocabulary where they fit,
 * and plain words of our own (`lupaus:`) where they do not.
 */
export function policyJson(policy: Policy, origin: string): Json {
  const { controller } = policy
  return {
    '@context': {
      dpv: 'https://w3id.org/dpv#',
      'eu-gdpr': 'https://w3id.org/dpv/legal/eu/gdpr#',
      dct: 'http://purl.org/dc/terms/',
      lupaus: `${origin}/privacy/policy.json#`,
    },
    '@id': `${origin}/privacy/policy.json`,
    '@type': 'dpv:PrivacyNotice',
    'dct:identifier': policy.version,
    'dct:title': policy.label,
    'dct:valid': policy.inForceFrom,
    'dct:language': [...policy.languages],
    'dct:hasFormat': policy.languages.map(lang => `${origin}/privacy/${lang}`),
    'dct:source': `${origin}/privacy/policy.yaml`,
    'dpv:hasDataController': {
      '@type': 'dpv:DataController',
      'dct:title': controller.name,
      'lupaus:businessId': controller.businessId,
      'dpv:hasContact': controller.email,
    },
    'dpv:hasProcess': policy.purposes.map(purpose => processJson(policy, purpose)),
    'lupaus:signals': policy.signals.map(({ signal, refuses }) => ({
      'lupaus:signal': signal,
      'lupaus:refuses': [...refuses],
    })),
    'lupaus:promises': policy.promises.map(({ slug, line }) => ({
      'lupaus:slug': slug,
      'lupaus:line': line,
    })),
  }
}

function processJson(policy: Policy, purpose: Purpose): Json {
  const vendors = policy.vendors.filter(({ id }) => purpose.vendors.includes(id))
  return {
    '@type': 'dpv:Process',
    'dct:identifier': purpose.id,
    'dpv:hasPurpose': PURPOSES[purpose.category],
    'dpv:hasLegalBasis': BASES[purpose.basis],
    'lupaus:aims': [...purpose.aims],
    'lupaus:services': [...purpose.services],
    'lupaus:collects': purpose.collects.map(({ event, fields }) => ({
      'lupaus:event': event,
      'lupaus:fields': [...fields],
    })),
    'dpv:hasRecipient': vendors.map(vendor => ({
      '@type': 'dpv:ThirdParty',
      'dct:title': vendor.company,
      'lupaus:service': vendor.name,
      'lupaus:country': vendor.country,
    })),
    'dpv:hasStorageCondition': policy.trackers
      .filter(tracker => tracker.purpose === purpose.id)
      .map(trackerJson),
    'lupaus:line': purpose.line,
  }
}

function trackerJson(tracker: Tracker): Json {
  const { lifetime, rollingUpTo } = tracker
  return {
    '@type': 'dpv:StorageDuration',
    'dct:identifier': tracker.name,
    'lupaus:store': tracker.store,
    'lupaus:party': tracker.party,
    'lupaus:use': tracker.use,
    'dpv:hasDuration': lifetime === 'session' ? 'lupaus:session' : isoSpan(lifetime),
    ...(rollingUpTo && { 'lupaus:rollingUpTo': isoSpan(rollingUpTo) }),
  }
}

/** ISO 8601: `P26M`, `PT30M`. */
function isoSpan({ count, unit }: Span): string {
  const clock = unit === 'second' || unit === 'minute' || unit === 'hour'
  return `P${clock ? 'T' : ''}${count}${UNITS[unit]}`
}
