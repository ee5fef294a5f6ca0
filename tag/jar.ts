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

/** All cookies that scripts may read, by name; none where the browser blocks them. */
export function cookies(): Readonly<Record<string, string>> {
  const text = guard(() => document.cookie) ?? ''
  return Object.fromEntries(text.split('; ').map(pair => pair.split(/=(.*)/s)))
}

let write = (text: string) => {
  document.cookie = text
}

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
  const secure = location.protocol === 'https:' ? '; Secure' : ''
  bake(`${name}=${value}; Path=/; SameSite=Lax${age}${secure}`)
}

/** Erases a cookie of every path above this page, every domain above this host, and each partition. */
export function eraseCookie(name: string): void {
  const parts = location.hostname.split('.')
  const domains = parts.map((_, at) => `; Domain=${parts.slice(at).join('.')}`)
  // A partitioned cookie is another one; what needs encryption is not taken where there is none.
  const kinds = ['', '; Secure', '; Secure; Partitioned']
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
