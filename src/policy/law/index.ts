export type { Act } from './act.ts'
export { type Checklist, type Law, lawOn, lawStanding } from './law.ts'
export type {
  Adequacy,
  Age,
  Authority,
  Condition,
  Ground,
  Item,
  Landmark,
  LawTable,
  Mechanism,
  Row,
  Term,
} from './row.ts'
export { LAW_TABLES } from './tables.ts'
