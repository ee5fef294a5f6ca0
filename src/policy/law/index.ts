export { type Law, lawOn, lawStanding } from './law.ts'
export { LAW_TABLES } from './tables.ts'
