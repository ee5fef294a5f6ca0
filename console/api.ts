import type { Overview, RefusalReport } from '../src/analytics/wire.ts'
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

/** What was refused in a period. */
export function refusals({ from, to }: Days): Promise<RefusalReport> {
  const query = new URLSearchParams({ from, to })
  return ask<RefusalReport>('GET', `/v1/reports/refusals?${query}`)
}

/** A file of evidence, and the entry of the audit log that has its SHA-256. */
export type EvidenceFile = {
  readonly blob: Blob
  readonly name: string
  readonly sha256: string
  readonly entry: number
}

/** Has a file of evidence made; each time is written into the audit log. */
export async function refusalEvidence(period: Days): Promise<EvidenceFile> {
  const answer = await request('POST', '/v1/reports/refusals/evidence', period)
  const said = answer.headers.get('lupaus-evidence') ?? ''
  const [, sha256 = '', entry = '0'] = /^sha256=([0-9a-f]{64});entry=(\d+)$/.exec(said) ?? []
  const name = `refused-${period.from}-${period.to}.csv`
  return { blob: await answer.blob(), name, sha256, entry: Number(entry) }
}

async function ask<T>(method: string, path: string, body?: object): Promise<T> {
  return JSON.parse(await send(method, path, body))
}

async function send(method: string, path: string, body?: object): Promise<string> {
  return (await request(method, path, body)).text()
}

async function request(method: string, path: string, body?: object): Promise<Response> {
  const answer = await fetch(path, {
    method,
    credentials: 'same-origin',
    cache: 'no-store',
    ...(body
      ? { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
      : {}),
  })
  if (!answer.ok) throw new Problem(answer.status, codeIn(await answer.text()))
  return answer
}

function codeIn(text: string): string {
  try {
    const { error } = JSON.parse(text)
    return typeof error === 'string' ? error : 'other'
  } catch {
    return 'other'
  }
}
