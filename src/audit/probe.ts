import type { Words } from '../base/lang.ts'

/** What a probe saw: whether the promise held, and one plain sentence with the figures. */
export type Sighting = { readonly kept: boolean; readonly saw: Words }

/** A check of the live system for one promise: real rows, files, headers, clocks. */
export type Probe = {
  /** Slug of the promise. */
  readonly promise: string
  run(): Promise<Sighting>
}
