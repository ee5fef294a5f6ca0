import type { IncomingMessage, ServerResponse } from 'node:http'
import { createGate, type Gate, type GateSettings } from './gate.ts'
import { guardResponse } from './node.ts'

export type { Dropped, Gate, GateConfig, GateSettings } from './gate.ts'

/** Middleware for Express, and for anything else that is called the same way over `node:http`. */
export type GateMiddleware = ((
  request: IncomingMessage,
  response: ServerResponse,
  next: (error?: unknown) => void,
) => void) & { readonly gate: Gate }

/**
 * `app.use(lupausGate({ lupaus: 'https://privacy.shop.example' }))`, before everything that answers:
 * each answer carries the visitor's policy, and no cookie that the policy does not declare or the
 * visitor does not permit.
 */
export function lupausGate(settings: GateSettings): GateMiddleware {
  const gate = createGate(settings)
  return Object.assign(
    (request: IncomingMessage, response: ServerResponse, next: (error?: unknown) => void) => {
      guardResponse(gate, request, response)
      // Out of the promise, so that what a route throws is Express's to answer.
      void gate.ready().then(() => setImmediate(next))
    },
    { gate },
  )
}
