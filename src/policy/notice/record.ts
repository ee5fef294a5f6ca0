import type { Lang } from '../../base/lang.ts'
import type { Policy } from '../policy.ts'
import {
  countryName,
  groupTitles,
  termOf,
  type PurposeSaid,
  purposeTitle,
  series,
} from './names.ts'
import { basesOf } from './section-purposes.ts'
import { type Writer, writer } from './writer.ts'

/** The record of processing activities (Art. 30) in one language: a row for each purpose. */
export type ProcessingRecord = {
  readonly lang: Lang
  readonly columns: readonly string[]
  /** As many cells as there are columns; empty where the policy has nothing to say. */
  readonly rows: readonly (readonly string[])[]
}

/** What Art. 30(1) asks the controller to record, made of the policy alone. */
export function recordOfProcessing(policy: Policy, lang: Lang): ProcessingRecord {
  const w = writer(policy, lang)
  const columns = COLUMNS.map(({ head }) => w.say(head))
  const rows = policy.said.purposes.map(purpose => COLUMNS.map(({ of }) => of(w, purpose)))
  return { lang, columns, rows }
}

const COLUMNS = [
  { head: 'record.controller', of: controllerCell },
  { head: 'record.contact', of: contactCell },
  { head: 'record.dpo', of: officerCell },
  { head: 'record.purpose', of: purposeTitle },
  { head: 'record.basis', of: basisCell },
  { head: 'record.subjects', of: subjectsCell },
  { head: 'record.data', of: dataCell },
  { head: 'record.recipients', of: recipientsCell },
  { head: 'record.processors', of: processorsCell },
  { head: 'record.transfers', of: transfersCell },
  { head: 'record.retention', of: retentionCell },
  { head: 'record.security', of: securityCell },
] as const

function controllerCell(w: Writer): string {
  const { name, businessId, street, postalCode, city } = w.policy.controller
  return `${name} (${businessId}), ${street}, ${postalCode} ${city[w.lang]}`
}

function contactCell(w: Writer): string {
  const { email } = w.policy.controller
  const { phone } = w.policy.said.controller
  return phone === undefined ? email : `${email}, ${phone}`
}

function officerCell(w: Writer): string {
  const held = (w.policy.said.contacts ?? []).filter(
    ({ role }) => role === 'data-protection-officer',
  )
  return held.map(({ name, email }) => [name ?? [], email ?? []].flat().join(', ')).join('; ')
}

function basisCell(w: Writer, purpose: PurposeSaid): string {
  const bases = basesOf(purpose)
  const [only] = bases
  if (only && bases.length === 1) return w.say(`basis.${only.basis}`)
  return bases
    .map(({ basis, channels }) => {
      const channel = series(
        w,
        channels.map(held => w.say(`channel.${held}`)),
      )
      return w.say('record.on-channel', { channel, basis: w.say(`basis.${basis}`) })
    })
    .join('; ')
}

function subjectsCell(w: Writer, { subjects = [] }: PurposeSaid): string {
  return series(
    w,
    subjects.map(subject => w.say(`subject.${subject}`)),
  )
}

function dataCell(w: Writer, { data = [] }: PurposeSaid): string {
  return groupTitles(w, data)
}

type VendorSaid = NonNullable<Policy['said']['vendors']>[number]

/** Vendors of a purpose, and of its trackers. */
function vendorsOf(w: Writer, { id, vendors = [] }: PurposeSaid): readonly VendorSaid[] {
  const behind = w.policy.trackers.filter(({ purpose }) => purpose === id)
  const ids = new Set([...vendors, ...behind.map(({ vendor }) => vendor)])
  return (w.policy.said.vendors ?? []).filter(vendor => ids.has(vendor.id))
}

function recipientsCell(w: Writer, purpose: PurposeSaid): string {
  const { recipients = [] } = w.policy.said
  const named = recipients
    .filter(({ purposes, role }) => purposes.includes(purpose.id) && role !== 'processor')
    .map(({ category }) => w.say(`recipient.${category}`))
  const vendors = vendorsOf(w, purpose).filter(({ role }) => role !== 'processor')
  return series(w, [...named, ...vendors.map(({ company }) => company)])
}

function processorsCell(w: Writer, purpose: PurposeSaid): string {
  const { processors = [] } = w.policy.said
  const vendors = vendorsOf(w, purpose).filter(({ role }) => role === 'processor')
  const companies = vendors.map(({ company }) => company)
  return series(w, [...companies, ...processors.map(({ name }) => name)])
}

function transfersCell(w: Writer, purpose: PurposeSaid): string {
  const { transfers = [], processors = [] } = w.policy.said
  const ids = new Set([...vendorsOf(w, purpose), ...processors].map(({ transfer }) => transfer))
  const told = transfers.filter(({ id }) => ids.has(id)).map(held => transferWords(w, held))
  return [...new Set(told)].join('; ')
}

type TransferSaid = NonNullable<Policy['said']['transfers']>[number]

function transferWords(w: Writer, { to, mechanism, document }: TransferSaid): string {
  const country = series(
    w,
    to.map(code => countryName(w, code)),
  )
  return w.say('record.transfer', { country, mechanism: w.say(`mechanism.${mechanism}`), document })
}

/** Its own term, and those of the data that it uses. */
function retentionCell(w: Writer, purpose: PurposeSaid): string {
  const groups = (w.policy.said.data ?? []).filter(({ id }) => purpose.data?.includes(id))
  const rules = [purpose.retention, ...groups.map(({ retention }) => retention)]
  return [...new Set(rules.flatMap(id => termOf(w, id) ?? []))].join('; ')
}

function securityCell(w: Writer): string {
  const { security = [] } = w.policy.said
  return series(
    w,
    security.map(({ control }) => w.say(`control.${control}`)),
  )
}
