import type { Json } from '../base/json.ts'
import { isoOf, dayOf, momentOf, type Moment } from '../base/time.ts'
import type { ReceiptPayload } from '../consent/wire.ts'
import { bannerWords, type Policy } from '../policy/index.ts'
import { listed, sayIn } from './words.ts'

export type ReceiptScene = {
  readonly token: string
  readonly receipt: ReceiptPayload
  readonly policy: Policy
  readonly origin: string
  /** Purposes of the receipt that are permitted now. */
  readonly standing: readonly string[]
  /** The words behind the receipt's hash, when they are still known. */
  readonly shown: Json | undefined
  /** What was shown and where the log has the choice, when that is known. */
  readonly proof: Json | undefined
}

/** The downloaded file's name: `lupaus-receipt-2026-11-22.json`. */
export function receiptFileName(at: Moment): string {
  return `lupaus-receipt-${dayOf(at)}.json`
}

/** A receipt with everything in it said in the visitor's own words and language. */
export function receiptFile(scene: ReceiptScene): Json {
  const { receipt, origin, token, policy } = scene
  const say = sayIn(receipt.l)
  const granted = Object.keys(receipt.g)
  const purposes = listed(
    receipt.l,
    granted.map(id => nameOf(scene, id)),
  )
  const version = `${origin}/privacy/versions/${receipt.v}`
  return {
    about: say('file.about'),
    controller: policy.controller.name,
    receipt: token,
    says: {
      sentence: granted.length > 0 ? say('file.allowed', { purposes }) : say('file.refused'),
      granted: granted.map(id => ({ purpose: id, name: nameOf(scene, id), terms: receipt.g[id] })),
      refused: [...(receipt.r ?? [])],
      withoutVendors: [...(receipt.x ?? [])],
      signals: [...(receipt.s ?? [])],
      language: receipt.l,
      made: isoOf(momentOf(receipt.t * 1000)),
      lapses: isoOf(momentOf(receipt.e * 1000)),
      ...(receipt.i === undefined ? {} : { choice: receipt.i }),
    },
    inForce: { purposes: [...scene.standing] },
    words:
      scene.shown === undefined
        ? { note: say('file.words.other'), sha256: receipt.w }
        : { note: say('file.words.same'), sha256: receipt.w, shown: scene.shown },
    ...(scene.proof === undefined ? {} : { proof: scene.proof }),
    policy: {
      version: receipt.v,
      read: `${version}/${receipt.l}`,
      file: `${version}/policy.yaml`,
    },
    check: { address: `${origin}/privacy/receipt/check?lang=${receipt.l}`, how: say('file.check') },
  }
}

/** The words of a receipt, if they are those of the policy in force. */
export function currentWords(policy: Policy, receipt: ReceiptPayload): Json | undefined {
  const words = bannerWords(policy, receipt.l)
  if (words.first.sha256.slice(0, 16) !== receipt.w) return undefined
  const shown: Json = JSON.parse(JSON.stringify(words))
  return shown
}

function nameOf({ policy, receipt }: ReceiptScene, id: string): string {
  const { purposes } = bannerWords(policy, receipt.l).details
  return purposes.find(purpose => purpose.id === id)?.name ?? id
}
