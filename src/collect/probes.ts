import type { Probe } from '../audit/index.ts'
import type { Ch } from '../platform/clickhouse.ts'
import type { Http } from '../platform/http.ts'
import type { Policy } from '../policy/index.ts'

export type ProbeParts = {
  readonly store: Ch
  readonly policy: () => Policy
  readonly folder: string
  readonly flush: () => Promise<void>
  readonly door: () => Http | undefined
}

/** What this slice can show of a running system. */
export function probes(_parts: ProbeParts): readonly Probe[] {
  return []
}
