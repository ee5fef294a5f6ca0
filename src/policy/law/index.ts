export { type Law, lawOn, lawStanding } from './law.ts'
export type { Row } from './row.ts'
export { LAW_TABLES } from './tables.ts'
