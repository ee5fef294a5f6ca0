const SLICES = ['audit', 'versions', 'staff', 'consent', 'gate', 'collect', 'vendors']

/** Folders with each slice's migrations, lowest slice first. */
export const SCHEMAS: readonly URL[] = SLICES.map(
  slice => new URL(`./${slice}/schema/`, import.meta.url),
)
