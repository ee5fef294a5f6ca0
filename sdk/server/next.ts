import { createGate, type Gate, type GateSettings, type Visit } from './gate.ts'

export type { Dropped, Gate, GateConfig, GateSettings } from './gate.ts'

/** Puts the gate on an answer made of the standard `Request` and `Response`, and hands it back. */
export type NextGate = (<R extends Response>(request: Request, response: R) => Promise<R>) & {
  readonly gate: Gate
}

/**
 * For `proxy.ts` (or `middleware.ts`) of Next.js: `return gate(request, NextResponse.next())`. It
 * sees the cookies that this answer sets; those that a route sets later are filtered by
 * `gate.gate.setCookies` in that route.
 */
export function createNextGate(settings: GateSettings): NextGate {
  const gate = createGate(settings)
  const guard = async <R extends Response>(request: Request, response: R): Promise<R> => {
    await gate.ready()
    const visit = visitOf(request)
    const { headers } = response
    for (const [name, value] of Object.entries(gate.headers(visit))) headers.append(name, value)
    const lines = gate.setCookies(headers.getSetCookie(), visit)
    headers.delete('set-cookie')
    for (const line of lines) headers.append('set-cookie', line)
    return response
  }
  return Object.assign(guard, { gate })
}

/** What of a standard request tells whose page it is. */
export function visitOf({ headers, url }: Request): Visit {
  const host = headers.get('host') ?? (URL.canParse(url) ? new URL(url).host : undefined)
  return {
    cookie: headers.get('cookie') ?? undefined,
    gpc: headers.get('sec-gpc') ?? undefined,
    dnt: headers.get('dnt') ?? undefined,
    host,
  }
}
