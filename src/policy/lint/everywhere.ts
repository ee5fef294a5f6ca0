import type { Said } from '../syntax/said.ts'

/** A place and every place below it, in the order of the text. */
export function everywhere(at: Said): readonly Said[] {
  const below = [...at.items(), ...at.entries().map(([, held]) => held)]
  return [at, ...below.flatMap(everywhere)]
}
