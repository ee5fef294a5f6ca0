import type { LawTable } from './row.ts'

/** Every table of the law. */
export const LAW_TABLES: readonly LawTable[] = []
