import type { PurposeGroup } from '../src/consent/wire.ts'
import { guard } from './guard.ts'

// The wire's constants by type only: their module would bring the whole schema library along.
/** Cookie of the receipt. */
export const CHOICE = 'lupaus_choice'
/** Cookie of a group's visitor id: the wire's `VISITOR_COOKIES` by rule. */
export function idCookie(group: PurposeGroup): string {
  return `lupaus_${group.charAt(0)}`
}
/** Cookie that tells visits apart. */
export const VISIT = 'lupaus_visit'

const native = Object.getOwnPropertyDescriptor(Document.prototype, 'cookie')
const secure = location.protocol === 'https:' ? '; Secure' : ''

/** All cookies that scripts may read, by name; none where the browser blocks them. */
export function cookies(): Map<string, string> {
  const text: string = guard(() => native?.get?.call(document)) ?? ''
  return new Map(
    text.split('; ').map(pair => {
      const at = pair.indexOf('=')
      return [pair.slice(0, at), pair.slice(at + 1)]
    }),
  )
}

let write = (text: string) => native?.set?.call(document, text)

/** Writes cookies in this way from now on: that of a gate which was open before we came. */
export function bakeWith(way: ((text: string) => void) | undefined): void {
  write = way ?? write
}

/** Hands a cookie text to the browser as it is, past our own gate; a browser that refuses is obeyed. */
function bake(text: string): void {
  guard(() => write(text))
}

/** Sets a first-party cookie for the whole site; without `seconds` it ends with the session. */
export function putCookie(name: string, value: string, seconds: number | undefined): void {
  const age = seconds === undefined ? '' : `; Max-Age=${seconds}`
  bake(`${name}=${value}; Path=/; SameSite=Lax${age}${secure}`)
}

/** Erases a cookie of every path above this page, every domain above this host, and each partition. */
export function eraseCookie(name: string): void {
  const parts = location.hostname.split('.')
  const domains = parts.map((_, at) => `; Domain=${parts.slice(at).join('.')}`)
  // A partitioned cookie is another one, and there is none without encryption.
  const kinds = isSecureContext ? ['; Secure', '; Secure; Partitioned'] : ['']
  const steps = location.pathname.split('/')
  steps.forEach((_, at) => {
    const path = steps.slice(0, at + 1).join('/')
    for (const domain of ['', ...domains]) {
      for (const end of ['', '/']) {
        for (const kind of kinds) bake(`${name}=; Max-Age=0; Path=${path}${end}${domain}${kind}`)
      }
    }
  })
}
