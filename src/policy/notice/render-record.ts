import type { Lang } from '../../base/lang.ts'
import type { Policy } from '../policy.ts'
import { dateWords } from './date.ts'
import type { Notice, Section } from './model.ts'
import { type ProcessingRecord, recordOfProcessing } from './record.ts'
import { renderHtml } from './render-html.ts'
import { fact, section, type Writer, writer } from './writer.ts'

/** What the record of processing can be printed as. */
export const RECORD_FORMATS = ['csv', 'html'] as const
export type RecordFormat = (typeof RECORD_FORMATS)[number]

/** The record of processing (Art. 30) as a CSV file by RFC 4180, or as a page that stands alone. */
export function renderRecord(policy: Policy, lang: Lang, format: RecordFormat): string {
  const record = recordOfProcessing(policy, lang)
  return format === 'csv' ? csv(record) : renderHtml(recordPage(policy, record), 'alone')
}

function csv({ columns, rows }: ProcessingRecord): string {
  return [columns, ...rows].map(row => `${row.map(csvCell).join(',')}\r\n`).join('')
}

// A spreadsheet takes a cell that begins like this for a formula, and runs it.
const FORMULA = /^[=+\-@\t\r]/

function csvCell(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** How many of the first columns are the same on every row. */
const COMMON = 3
const PURPOSE = 3

function recordPage(policy: Policy, record: ProcessingRecord): Notice {
  const w = writer(policy, record.lang)
  const { inForceFrom, label, sites, controller } = policy
  const date = dateWords(inForceFrom, record.lang)
  const host = sites[0]?.hosts[0]
  return {
    lang: record.lang,
    title: w.say('record.title'),
    description: w.say('record.lead'),
    siteName: controller.name,
    origin: host === undefined ? '' : `https://${host}`,
    dated: w.item(['notice.versioned-and-dated'], w.say('notice.dated', { date, label })),
    lead: w.say('record.lead'),
    contents: w.say('notice.contents'),
    short: common(w, record),
    sections: policy.said.purposes.map(({ id }, at) => activity(w, record, id, at)),
  }
}

function common(w: Writer, { columns, rows }: ProcessingRecord): Section {
  const facts = columns.slice(0, COMMON).flatMap((head, at) => fact(head, rows[0]?.[at]))
  return section('short', w.say('record.controller'), [
    w.facts(['notice.controller-identified', 'responsibility.controller'], facts),
  ])
}

function activity(w: Writer, record: ProcessingRecord, id: string, at: number): Section {
  const row = record.rows[at] ?? []
  const facts = record.columns.flatMap((head, column) =>
    column > PURPOSE ? fact(head, row[column]) : [],
  )
  const rests = ['purpose.only-as-stated', 'basis.default-deny', 'retention.process-exists']
  return section(`activity-${id}`, row[PURPOSE] ?? id, [w.facts(rests, facts)])
}
