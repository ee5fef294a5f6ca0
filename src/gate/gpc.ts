import type { Policy } from '../policy/index.ts'

/** `/.well-known/gpc.json`: whether Global Privacy Control is obeyed here, and since which policy. */
export type GpcSupport = { readonly gpc: boolean; readonly lastUpdate: string }

/** It is obeyed when the policy declares the signal and what it refuses. */
export function gpcSupport({ signals, inForceFrom }: Policy): GpcSupport {
  const gpc = signals.some(({ signal, refuses }) => signal === 'gpc' && refuses.length > 0)
  return { gpc, lastUpdate: inForceFrom.slice(0, 10) }
}
