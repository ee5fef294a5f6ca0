/**
 * Writes `lupaus.js`, `lupaus-hand-over.js` and, to be weighed only, `gate.js` into the folder;
 * answers their texts.
 */
export function buildTag(
  outDir: string,
): Promise<{ readonly code: string; readonly gate: string; readonly handOver: string }>
