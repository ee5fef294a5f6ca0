/** Writes `lupaus.js` into the folder; answers its text and what the gate alone weighs, gzipped. */
export function buildTag(
  outDir: string,
): Promise<{ readonly code: string; readonly gateGzipBytes: number }>
/** Gzipped bytes of the gate alone: receipt and signals, `decide`, and the guards before storage. */
export function weighGate(): Promise<number>
