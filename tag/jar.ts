import type { VISITOR_COOKIES } from '../src/consent/wire.ts'

// The wire's constants by type only: their module would bring the whole schema library along.
/** Cookie of the receipt. */
export const CHOICE = 'lupaus_choice'
/** Cookies of the visitor ids. */
export const IDS: typeof VISITOR_COOKIES = {
  personalisation: 'lupaus_p',
  analytics: 'lupaus_a',
  marketing: 'lupaus_m',
}
/** Cookie that tells visits apart. */
export const VISIT = 'lupaus_visit'

const native = Object.getOwnPropertyDescriptor(Document.prototype, 'cookie')
const secure = location.protocol === 'https:' ? '; Secure' : ''

/** All cookies that scripts may read, by name; none where the browser blocks them. */
export function cookies(): Map<string, string> {
  try {
    const pairs = String(native?.get?.call(document)).split('; ')
    return new Map(
      pairs.map(pair => {
        const at = pair.indexOf('=')
        return [pair.slice(0, at), pair.slice(at + 1)]
      }),
    )
  } catch {
    return new Map()
  }
}

/** Hands a cookie text to the browser as it is, past our own gate; a browser that refuses is obeyed. */
export function bake(text: string): void {
  try {
    native?.set?.call(document, text)
  } catch {
    // Blocked: there is nothing to do, and nothing to tell the page.
  }
}

/** Sets a first-party cookie for the whole site; without `seconds` it ends with the session. */
export function putCookie(name: string, value: string, seconds: number | undefined): void {
  const age = seconds === undefined ? '' : `; Max-Age=${seconds}`
  bake(`${name}=${value}; Path=/; SameSite=Lax${age}${secure}`)
}

/** Erases a cookie of every path above this page and every domain above this host. */
export function eraseCookie(name: string): void {
  const parts = location.hostname.split('.')
  const domains = parts.map((_, at) => `; Domain=${parts.slice(at).join('.')}`)
  const steps = location.pathname.split('/')
  const paths = steps.flatMap((_, at) => {
    const path = steps.slice(0, at + 1).join('/')
    return path ? [path, `${path}/`] : ['/']
  })
  for (const domain of ['', ...domains]) {
    for (const path of paths) bake(`${name}=; Max-Age=0; Path=${path}${domain}${secure}`)
  }
}
