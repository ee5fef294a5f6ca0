import { createHash } from 'node:crypto'

/** Chance that repeats: the same seed throws the same dice. Never for anything that must be secret. */
export type Dice = {
  /** A number from 0 up to, and not including, 1. */
  roll(): number
  /** One of the choices, each as likely as its weight. */
  pick<T>(choices: readonly (readonly [T, number])[]): T
  /** A whole number from `from` to `to`, both included. */
  between(from: number, to: number): number
  /** 22 letters of base64url, as ids of visitors are. */
  id(): string
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** Opens the dice of a seed. */
export function openDice(seed: string): Dice {
  const digest = createHash('sha256').update(seed).digest()
  let state = digest.readUInt32LE(0)
  // mulberry32: short, fast, and good enough for a made-up shop.
  const roll = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  return {
    roll,
    pick(choices) {
      let left = roll() * choices.reduce((sum, [, weight]) => sum + weight, 0)
      const found = choices.find(([, weight]) => (left -= weight) < 0) ?? choices.at(-1)
      if (!found) throw new Error('bug: there is nothing to pick from')
      return found[0]
    },
    between: (from, to) => from + Math.floor(roll() * (to - from + 1)),
    id: () => Array.from({ length: 22 }, () => LETTERS[Math.floor(roll() * 64)]).join(''),
  }
}
