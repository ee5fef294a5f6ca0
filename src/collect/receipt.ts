import { RECEIPT_MAX } from '../consent/wire.ts'

/** A receipt as a client carries it; a text that is too long to be one of ours is none. */
export function receiptIn(text: string | undefined): string | undefined {
  return text !== undefined && text !== '' && text.length <= RECEIPT_MAX ? text : undefined
}
