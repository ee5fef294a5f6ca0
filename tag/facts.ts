import { momentOf } from '../src/base/time.ts'
import type { ReceiptPayload } from '../src/consent/wire.ts'
import { type Facts, matches, type Signal, type VendorRule } from '../src/policy/decide.ts'
import { guard } from './guard.ts'

/** The payload of a receipt, unverified: the server verifies. Undefined for anything garbled. */
export function payloadOf(receipt: string): ReceiptPayload | undefined {
  return guard(() => {
    const body = receipt.split('.')[1] ?? ''
    const payload: ReceiptPayload = JSON.parse(atob(body.replaceAll('-', '+').replaceAll('_', '/')))
    return Number.isFinite(payload.e) && Object.keys(payload.g) && payload.v ? payload : undefined
  })
}

/** Signals that this browser sends: Global Privacy Control and Do Not Track. */
export function signalsNow(): Signal[] {
  const signals: Signal[] = []
  if (navigator.globalPrivacyControl) signals.push('gpc')
  if ((navigator.doNotTrack ?? window.doNotTrack) === '1') signals.push('dnt')
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
      now: momentOf(Date.now()),
      withdrawn: false,
    }
  )
}

/** Whether the vendor's own opt-out has left one of its signs in this browser. */
function isOptedOut({ optOutSign }: VendorRule): unknown {
  return optOutSign?.split(' ').some(sign =>
    guard(() => {
      const [, kind, what = ''] = /^(\w+):(.+)/.exec(sign) ?? []
      if (kind === 'cookie') return document.cookie.split('; ').includes(what)
      if (kind === 'prop') {
        return Object.keys(window).some(
          name => matches(what, name) && Reflect.get(window, name) === true,
        )
      }
      const [owner = '', call = ''] = what.split('.')
      return Object(Reflect.get(window, owner))[call]() === true
    }),
  )
}
