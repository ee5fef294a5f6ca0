import type { Lang, Words } from '../base/lang.ts'
import type { CentreParts } from './parts.ts'
import { sayIn, type Values } from './words.ts'
import type { CentreKey } from './words/en.ts'

/** The notice as it is served now; empty when it is not. */
export async function noticeOf(parts: CentreParts, lang: Lang): Promise<string> {
  const { status, body } = await visit(parts, `/privacy/${lang}`)
  return status === 200 ? body : ''
}

/** What one request through the running server was answered. */
export type Visited = {
  readonly status: number
  readonly body: string
  readonly version: string | undefined
  /** The Set-Cookie lines. */
  readonly lines: readonly string[]
}

/** One request through the running server; a form makes it a POST. */
export async function visit(
  { http }: CentreParts,
  url: string,
  headers: Readonly<Record<string, string>> = {},
  form?: readonly [string, string][],
): Promise<Visited> {
  const type = { 'content-type': 'application/x-www-form-urlencoded' }
  const answer = await (form
    ? http.inject({
        method: 'POST',
        url,
        headers: { ...headers, ...type },
        payload: new URLSearchParams([...form]).toString(),
      })
    : http.inject({ method: 'GET', url, headers }))
  const version = answer.headers['lupaus-policy-version']
  const cookies = answer.headers['set-cookie'] ?? []
  return {
    status: answer.statusCode,
    body: answer.body,
    version: typeof version === 'string' ? version : undefined,
    lines: typeof cookies === 'string' ? [cookies] : cookies,
  }
}

/** What a probe saw, in every language. */
export function told(key: CentreKey, values: Values): Words {
  return {
    fi: sayIn('fi')(key, values),
    sv: sayIn('sv')(key, values),
    en: sayIn('en')(key, values),
  }
}
