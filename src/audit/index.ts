export { type Audit, openAudit } from './audit.ts'
export type { Act, Entry } from './entry.ts'
export type { Probe, Sighting } from './probe.ts'
export { type Proof, prove } from './prove.ts'
