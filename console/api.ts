import type { Overview } from '../src/analytics/wire.ts'
import type { Me, SetupRequest, SignInRequest } from '../src/staff/wire.ts'

/** The server said no: with a code that the console has words for. */
export class Problem extends Error {
  override readonly name = 'Problem'
  readonly status: number
  readonly code: string

  constructor(status: number, code: string) {
    super(code)
    this.status = status
    this.code = code
  }
}

/** Whole days, `2026-11-22`, both included. */
export type Days = { readonly from: string; readonly to: string }

/** Who is signed in; a `Problem` with status 401 when nobody is. */
export function me(): Promise<Me> {
  return ask<Me>('GET', '/v1/staff/me')
}

/** Signs in; the session is in a cookie that scripts cannot read. */
export function signIn(body: SignInRequest): Promise<Me> {
  return ask<Me>('POST', '/v1/staff/sessions', body)
}

/** Makes the first account by the one-time link. */
export function setUp(body: SetupRequest): Promise<Me> {
  return ask<Me>('POST', '/v1/staff/setup', body)
}

/** Ends the session on the server. */
export async function signOut(): Promise<void> {
  await send('DELETE', '/v1/staff/sessions/current')
}

/** The figures of a period. */
export function overview({ from, to }: Days): Promise<Overview> {
  const query = new URLSearchParams({ from, to })
  return ask<Overview>('GET', `/v1/reports/overview?${query}`)
}

async function ask<T>(method: string, path: string, body?: object): Promise<T> {
  return JSON.parse(await send(method, path, body))
}

async function send(method: string, path: string, body?: object): Promise<string> {
  const answer = await fetch(path, {
    method,
    credentials: 'same-origin',
    cache: 'no-store',
    ...(body
      ? { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
      : {}),
  })
  const text = await answer.text()
  if (!answer.ok) throw new Problem(answer.status, codeIn(text))
  return text
}

function codeIn(text: string): string {
  try {
    const { error } = JSON.parse(text)
    return typeof error === 'string' ? error : 'other'
  } catch {
    return 'other'
  }
}
