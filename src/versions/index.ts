export type { Term } from './store.ts'
export { openVersions, type Versions } from './versions.ts'
