/** Stops the work when we are wrong, before it can do harm. A failed assert is a bug of ours. */
export function assert(claim: unknown, what: string): asserts claim {
  if (!claim) throw new Error(`bug: ${what}`)
}
