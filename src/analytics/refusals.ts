import { createHash } from 'node:crypto'
import type { Audit } from '../audit/index.ts'
import { dayOf, momentOf } from '../base/time.ts'
import type { Platform } from '../platform/index.ts'
import type { Policy } from '../policy/index.ts'
import type { Period } from './period.ts'
import { refusalKinds, refusalsByDay, refusalsOfDays, refusedTotal } from './store.ts'
import { EVIDENCE_ROWS_MAX, REFUSALS_MAX, type RefusalReport } from './wire.ts'

const COLUMNS = 'day,purpose,reason,what,rule_line,policy_version,times'

/** What was refused in a period and why. It reads counts alone, so that it needs no purpose. */
export async function refusalReport(
  { ch }: Pick<Platform, 'ch'>,
  policy: Policy,
  period: Period,
): Promise<RefusalReport> {
  const [kinds, days, total] = await Promise.all([
    refusalKinds(ch, period, REFUSALS_MAX + 1),
    refusalsByDay(ch, period),
    refusedTotal(ch, period),
  ])
  const rows = kinds.slice(0, REFUSALS_MAX)
  return {
    from: period.from,
    to: period.to,
    timeZone: 'UTC',
    policy: policy.label,
    total,
    reasons: byReason(rows),
    days,
    rows: rows.map(row => ({ ...row, inForce: policy.version.startsWith(row.version) })),
    more: kinds.length > REFUSALS_MAX,
  }
}

/** A file of evidence: its bytes, their SHA-256, and the number of the audit entry that names it. */
export type Evidence = {
  readonly csv: string
  readonly name: string
  readonly sha256: string
  readonly entry: number
}

/**
 * The counts of a period as CSV (RFC 4180). The audit log gets its SHA-256, so that whoever has the
 * file and the log can tell that it was not altered; the same counts give the same bytes.
 */
export async function refusalEvidence(
  { ch, clock }: Pick<Platform, 'ch' | 'clock'>,
  audit: Pick<Audit, 'append'>,
  period: Period,
  by: string,
): Promise<Evidence | { readonly wrong: string }> {
  const rows = await refusalsOfDays(ch, period, EVIDENCE_ROWS_MAX + 1)
  if (rows.length > EVIDENCE_ROWS_MAX) {
    return { wrong: `more than ${EVIDENCE_ROWS_MAX} counts; choose fewer days` }
  }
  const lines = rows.map(({ day, purpose, reason, what, line, version, count }) =>
    [day, purpose, reason, what, String(line), version, String(count)].map(cell).join(','),
  )
  const csv = `${[COLUMNS, ...lines].join('\r\n')}\r\n`
  const sha256 = createHash('sha256').update(csv).digest('hex')
  const { from, to } = period
  const details = { from, to, rows: rows.length, sha256, on: dayOf(momentOf(clock.now())) }
  const { seq } = await audit.append({ act: 'analytics.refusals-exported', by, details })
  return { csv, name: `refused-${from}-${to}.csv`, sha256, entry: seq }
}

function byReason(rows: readonly { reason: string; count: number }[]): RefusalReport['reasons'] {
  const counts = new Map<string, number>()
  for (const { reason, count } of rows) counts.set(reason, (counts.get(reason) ?? 0) + count)
  return [...counts]
    .map(([reason, count]) => ({ reason, count }))
    .toSorted((a, b) => b.count - a.count || a.reason.localeCompare(b.reason))
}

/** Every word is of a closed list; quoted all the same, and never the start of a formula. */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
