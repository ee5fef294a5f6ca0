import type { Json } from '../../base/json.ts'
import { dayOf, momentOf } from '../../base/time.ts'
import type { Db } from '../../platform/postgres.ts'
import type { ReceiptPayload } from '../wire.ts'
import { choicesBehind, type PastChoice, proofBehind, wordsOf } from './store.ts'

/**
 * The choice behind a genuine receipt and those that it replaced, newest first, 50 at most. Of a
 * refusal there is none: nothing here tells whose it was.
 */
export async function pastChoices(
  db: Db,
  receipt: ReceiptPayload | undefined,
): Promise<readonly PastChoice[]> {
  return receipt?.i === undefined ? [] : choicesBehind(db, receipt.i)
}

/**
 * What was shown with a choice: `shown` is what the canonical hash `sha256` is over, and `b` of the
 * receipt is its first 16 digits; then the words themselves, and where the audit log has the choice.
 * Undefined for a receipt of before this was kept.
 */
export async function proofOf(db: Db, receipt: ReceiptPayload): Promise<Json | undefined> {
  const behind = receipt.b === undefined ? undefined : await proofBehind(db, receipt.b)
  if (!behind) return undefined
  const { sha256, lang, version, words, trackers, tag } = behind
  const [choice] = await pastChoices(db, receipt)
  return {
    sha256,
    shown: { version, words, trackers, tag },
    lang,
    day: dayOf(momentOf(receipt.t * 1000)),
    words: (await wordsOf(db, words)) ?? null,
    ...(choice?.entry ? { entry: choice.entry } : {}),
  }
}
