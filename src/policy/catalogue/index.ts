import { CATALOGUE } from './entries.ts'
import type { CatalogueEntry } from './entry.ts'

export { CATALOGUE } from './entries.ts'
export type { CatalogueEntry, Disclosure, GatewayKind } from './entry.ts'
export { type CatalogueFinding, holdAgainst } from './hold-against.ts'

/** The entry of that id; undefined when the catalogue does not have it, or none was named. */
export function catalogueEntry(id: string | undefined): CatalogueEntry | undefined {
  return CATALOGUE.find(entry => entry.id === id)
}
