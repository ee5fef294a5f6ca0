/** The text of each file of the tag. */
export type BuiltTag = {
  /** `lupaus.js`: gate, banner, choices. */
  readonly code: string
  /** `gate.js`: what must stand before everything else, and may be written into the page. */
  readonly gate: string
  /** `lupaus-measure.js`, a module that is loaded once something may be measured. */
  readonly measure: string
  /** `lupaus-embed.js`, a module that is loaded on pages with embeds or partner content. */
  readonly embed: string
  /** `lupaus-hand-over.js`. */
  readonly handOver: string
}

/** Writes every file of the tag into the folder, and answers their texts. */
export function buildTag(outDir: string): Promise<BuiltTag>
