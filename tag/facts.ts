import { momentOf } from '../src/base/time.ts'
import type { ReceiptPayload } from '../src/consent/wire.ts'
import { type Facts, matches, type Signal, type VendorRule } from '../src/policy/decide.ts'
import { guard, now } from './guard.ts'

/** The payload of a receipt, unverified: the server verifies. Undefined for anything garbled. */
export function payloadOf(receipt: string | undefined): ReceiptPayload | undefined {
  return guard(() => {
    // Nothing that a receipt says is encoded with `-` or `_`.
    const payload: ReceiptPayload = JSON.parse(atob(receipt?.split('.')[1] ?? ''))
    return Number.isFinite(payload.e) && Object.keys(payload.g) && payload.v ? payload : undefined
  })
}

/** Signals that this browser sends: Global Privacy Control and Do Not Track. */
export function signalsNow(): Signal[] {
  const signals: Signal[] = []
  if (navigator.globalPrivacyControl) signals.push('gpc')
  if (navigator.doNotTrack === '1') signals.push('dnt')
  return signals
}

/** What `decide` needs to know; undefined when there is no readable choice. */
export function factsOf(
  payload: ReceiptPayload | undefined,
  vendors: readonly VendorRule[],
): Facts | undefined {
  return (
    payload && {
      granted: payload.g,
      chosenUnder: payload.s ?? [],
      without: [...(payload.x ?? []), ...vendors.filter(isOptedOut).map(({ id }) => id)],
      signals: signalsNow(),
      until: momentOf(payload.e * 1000),
      now: momentOf(now()),
      withdrawn: false,
    }
  )
}

/** Whether the vendor's own opt-out has left one of its signs in this browser. */
function isOptedOut({ optOutSign }: VendorRule): unknown {
  return optOutSign?.split(' ').some(sign =>
    guard(() => {
      const page = Object(window)
      const [kind, what = ''] = sign.split(/:(.+)/)
      const [owner = '', call = ''] = what.split('.')
      if (kind === 'cookie') return document.cookie.split('; ').includes(what)
      return kind === 'prop'
        ? Object.keys(page).some(name => matches(what, name) && page[name] === true)
        : page[owner][call]() === true
    }),
  )
}
