import { distance } from 'fastest-levenshtein'

const WORD_MAX = 64

/** The known word that was probably meant, or undefined when none is near. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  if (word.length > WORD_MAX) return undefined
  const lower = word.toLowerCase()
  const ranked = known
    .map(candidate => ({ candidate, far: distance(lower, candidate.toLowerCase()) }))
    .toSorted((a, b) => a.far - b.far)
  const [best] = ranked
  return best && best.far <= Math.max(1, Math.floor(word.length / 3)) ? best.candidate : undefined
}
