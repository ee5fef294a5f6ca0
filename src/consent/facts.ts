import { momentOf, type Moment } from '../base/time.ts'
import type { Facts, Signal } from '../policy/index.ts'
import type { ReceiptPayload } from './wire.ts'

const NOTHING: Readonly<Record<string, string>> = {}

/** What `decide` is told of a visitor: the receipt they carry, if it is ours, and their signals. */
export function factsFrom(
  receipt: ReceiptPayload | undefined,
  signals: readonly Signal[],
  now: Moment,
  withdrawn: boolean,
): Facts {
  if (!receipt) {
    return { granted: NOTHING, chosenUnder: [], signals, until: now, now, withdrawn: false }
  }
  return {
    granted: receipt.g,
    chosenUnder: receipt.s ?? [],
    signals,
    until: momentOf(receipt.e * 1000),
    now,
    withdrawn,
  }
}
