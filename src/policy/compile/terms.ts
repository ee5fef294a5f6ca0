import { createHash } from 'node:crypto'
import { canonical, type Json } from '../../base/json.ts'
import type { Signal } from '../decide.ts'
import { SELF } from '../check/names.ts'
import { spanText } from '../lifetime.ts'
import type { Purpose, Tracker, Vendor } from '../policy.ts'
import type { PolicyText } from '../syntax/schema/policy.ts'

/**
 * Eight hexadecimal digits that change when, and only when, what a visitor agrees to for this
 * purpose changes: basis, aims, trackers with lifetimes, vendors with where their data goes and whether
 * the browser contacts them, recipients, events and fields, data on the
 * person, profiling, signals, whether visitors have an identity. Other purposes, the order of lists, ids of trackers and vendors, and
 * the lines of the file do not matter.
 */
export function termsOf(
  purpose: Purpose,
  trackers: readonly Tracker[],
  vendors: readonly Vendor[],
  refusedBy: readonly Signal[],
  text: PolicyText,
): string {
  const mine = trackers.filter(tracker => tracker.purpose === purpose.id)
  const named = new Set([...purpose.vendors, ...mine.map(({ vendor }) => vendor)])
  const agreed = {
    category: purpose.category,
    basis: purpose.basis,
    aims: sorted(purpose.aims),
    services: sorted(purpose.services),
    collects: sorted(
      purpose.collects.map(({ event, fields }) => ({ event, fields: sorted(fields) })),
    ),
    trackers: sorted(mine.map(tracker => trackerTerms(tracker, vendors))),
    vendors: sorted(
      vendors.filter(({ id }) => named.has(id)).map(vendor => vendorTerms(text, vendor)),
    ),
    refusedBy: sorted(refusedBy),
    visitors: purpose.withoutIdentity ? 'without-identity' : undefined,
    ...beyondDevice(text, purpose.id),
  }
  return digest(agreed)
}

type PurposeText = PolicyText['purposes'][number]

/**
 * Eight hexadecimal digits that change when, and only when, what a known person agrees to for this
 * purpose changes: aims, data, third parties, profiling. A consent is given channel by channel, so
 * that channels do not matter.
 */
export function personTermsOf(text: PolicyText, purpose: PurposeText): string {
  const vendors = (text.vendors ?? []).filter(({ id }) => purpose.vendors?.includes(id))
  return digest({
    aims: sorted(purpose.aims),
    vendors: sorted(vendors.map(vendor => vendorTerms(text, vendor))),
    ...beyondDevice(text, purpose.id),
  })
}

/** Fields of a purpose's groups of data, each once. */
export function fieldsOf(text: PolicyText, purpose: PurposeText) {
  const groups = (text.data ?? []).filter(({ id }) => purpose.data?.includes(id))
  return groups.flatMap(group => group.fields)
}

/** What is agreed to beyond what a device does; what a policy does not say is left out. */
function beyondDevice(text: PolicyText, id: string): { readonly [key: string]: Json | undefined } {
  const purpose = text.purposes.find(one => one.id === id)
  if (!purpose) return {}
  const [used, alone] = [usedBy(text, purpose), aloneIn(purpose)]
  return {
    used: used.length > 0 ? used : undefined,
    ownConsent: alone.length > 0 ? alone : undefined,
    profiling: purpose.profiling?.by,
    form: purpose.form?.is,
  }
}

/**
 * Everything a purpose makes use of beyond the device, one text each: `data:email`,
 * `recommends-from:purchase-history`. A purpose grows when, and only when, this list does.
 */
export function usedBy(text: PolicyText, purpose: PurposeText): readonly string[] {
  const mine = <Item extends { purpose: string }>(list: readonly Item[] | undefined) =>
    (list ?? []).filter(item => item.purpose === purpose.id)
  const company = (id: string | undefined) =>
    text.vendors?.find(one => one.id === id)?.company ?? id
  const used = [
    ...fieldsOf(text, purpose).map(({ field }) => `data:${field}`),
    ...(text.recipients ?? [])
      .filter(({ purposes }) => purposes.includes(purpose.id))
      .map(({ category }) => `given-to:${category}`),
    ...mine(text.recommendations).flatMap(({ inputs }) =>
      inputs.map(input => `recommends-from:${input}`),
    ),
    ...mine(text.audiences).flatMap(group => [
      ...group.inputs.map(input => `groups-from:${input}`),
      ...(group.fields ?? []).map(field => `groups-send:${field}`),
      ...(group.destination === undefined ? [] : [`groups-to:${company(group.destination)}`]),
    ]),
    ...mine(text['ad-slots']).flatMap(slot => [
      ...slot.inputs.map(input => `ads-from:${input}`),
      ...slot.advertisers.map(one => `ads-of:${company(one)}`),
    ]),
    ...(text.identity?.links ?? [])
      .filter(link => link.purposes.includes(purpose.id))
      .flatMap(link => [
        `linked-at:${link.event}`,
        ...(link.reaches === 'history' ? [`linked-back-at:${link.event}`] : []),
        ...(link.devices === 'many' ? [`linked-devices-at:${link.event}`] : []),
        ...link.by.map(one => `linked-by:${company(one)}`),
      ]),
  ]
  return [...new Set(used)].toSorted()
}

/** Fields of a purpose's events that need a consent of their own: `search.query`. */
export function aloneIn(purpose: PurposeText): readonly string[] {
  return (purpose.collects ?? [])
    .flatMap(collect => (collect['own-consent'] ?? []).map(field => `${collect.event}.${field}`))
    .toSorted()
}

function digest(agreed: Json): string {
  return createHash('sha256').update(canonical(agreed)).digest('hex').slice(0, 8)
}

function trackerTerms(tracker: Tracker, vendors: readonly Vendor[]): Json {
  const { name, store, party, use, service, lifetime, rollingUpTo } = tracker
  const maker = vendors.find(({ id }) => id === tracker.vendor)
  return {
    name,
    store,
    party,
    vendor: maker ? { name: maker.name, company: maker.company, country: maker.country } : SELF,
    use,
    service,
    lifetime: lifetime === 'session' ? lifetime : spanText(lifetime),
    rollingUpTo: rollingUpTo && spanText(rollingUpTo),
  }
}

type VendorText = NonNullable<PolicyText['vendors']>[number]

// What is left out stays out, so that terms that were agreed to before a word was in the language hold.
function vendorTerms(
  text: PolicyText,
  {
    id,
    name,
    company,
    country,
    through,
  }: Pick<Vendor, 'id' | 'name' | 'company' | 'country'> & Pick<VendorText, 'through'>,
): Json {
  const to = goesTo(text, id)
  return {
    ...{ name, company, country },
    through: through === 'server' ? through : undefined,
    to: to.length > 0 ? to : undefined,
  }
}

/** Countries outside the Union to which data goes on its way to a vendor, each once. */
export function goesTo(text: PolicyText, id: string | undefined): readonly string[] {
  const vendor = text.vendors?.find(one => one.id === id)
  const transfer = text.transfers?.find(one => one.id === vendor?.transfer)
  return [...new Set(transfer?.to ?? [])].toSorted()
}

function sorted(list: readonly Json[]): readonly Json[] {
  return list.toSorted((a, b) => (canonical(a) < canonical(b) ? -1 : 1))
}
