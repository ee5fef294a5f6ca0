import type { Moment } from '../base/time.ts'

const DAY_MS = 86_400_000
const SLOTS_MIN = 1_024
/** Most withdrawals held at once, 400 MB; beyond them every receipt counts as taken back. */
const WITHDRAWN_MAX = 10_000_000
/** Part of the table that may be filled. */
const FULL = 0.5

/**
 * The receipts that were taken back, 20 to 40 bytes each. It never forgets one before it lapses: of
 * each id it keeps 48 of its 128 random bits, and what shares them is taken for withdrawn as well.
 */
export class Withdrawn {
  readonly #max: number
  #keys = new Float64Array(SLOTS_MIN)
  /** The last UTC day on which the receipt could count. */
  #days = new Uint16Array(SLOTS_MIN)
  #size = 0
  #isFull = false

  constructor(max = WITHDRAWN_MAX) {
    this.#max = max
  }

  get size(): number {
    return this.#size
  }

  /** Whether there is no room for another, so that no receipt counts any more. */
  get isFull(): boolean {
    return this.#isFull
  }

  has(receiptId: string): boolean {
    return this.#isFull || this.#keys[this.#slotOf(keyOf(receiptId))] !== 0
  }

  add(receiptId: string, lapsesAt: Moment): void {
    const key = keyOf(receiptId)
    if (this.#keys[this.#slotOf(key)] === 0 && this.#size >= this.#max) {
      this.#isFull = true
      return
    }
    if ((this.#size + 1) / this.#keys.length > FULL) this.#rebuild(this.#keys.length * 2, 0)
    this.#put(key, Math.min(0xffff, Math.ceil(lapsesAt / DAY_MS)))
  }

  /** Lets go of what has lapsed by itself. */
  dropLapsed(now: Moment): void {
    if (!this.#isFull) this.#rebuild(this.#keys.length, Math.floor(now / DAY_MS))
  }

  #put(key: number, day: number): void {
    const slot = this.#slotOf(key)
    if (this.#keys[slot] === 0) this.#size += 1
    this.#keys[slot] = key
    this.#days[slot] = Math.max(day, this.#days[slot] ?? 0)
  }

  #slotOf(key: number): number {
    const slots = this.#keys.length
    let slot = key % slots
    while (this.#keys[slot] !== 0 && this.#keys[slot] !== key) slot = (slot + 1) % slots
    return slot
  }

  #rebuild(slots: number, fromDay: number): void {
    const [keys, days] = [this.#keys, this.#days]
    const left = days.reduce(
      (count, day, at) => count + (keys[at] !== 0 && day >= fromDay ? 1 : 0),
      0,
    )
    let room = slots
    while (room > SLOTS_MIN && left / room < FULL / 4) room /= 2
    this.#keys = new Float64Array(room)
    this.#days = new Uint16Array(room)
    this.#size = 0
    keys.forEach((key, at) => {
      const day = days[at] ?? 0
      if (key !== 0 && day >= fromDay) this.#put(key, day)
    })
  }
}

/** 48 bits of an id in base64url; never 0, which is an empty slot. */
function keyOf(receiptId: string): number {
  return Buffer.from(receiptId.slice(0, 8).padEnd(8, 'A'), 'base64url').readUIntBE(0, 6) || 1
}
