import fastifyStatic from '@fastify/static'
import type { FastifyReply } from 'fastify'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Chance } from '../platform/chance.ts'
import type { Routes } from '../platform/http.ts'

/** Where index.html has the nonce of one answer. */
const NONCE_MARK = '__NONCE__'
const NONCE_BYTES = 18

/**
 * Serves the built console under `/console`: hashed assets for a year, and one page for every other
 * path, with a nonce of its own for the styles that Mantine writes. Nothing else may load or run.
 */
export function consoleRoutes(distFolder: string, chance: Chance): Routes {
  const page = pageIn(distFolder)
  const answer = (reply: FastifyReply) => {
    const nonce = Buffer.from(chance.bytes(NONCE_BYTES)).toString('base64')
    protect(reply, nonce)
    void reply.type('text/html; charset=utf-8').header('cache-control', 'no-store')
    return page === undefined
      ? reply.code(503).send('<!doctype html><title>Lupaus</title>Run `npm run build` first.')
      : reply.send(page.replaceAll(NONCE_MARK, nonce))
  }
  return http => {
    if (page !== undefined)
      void http.register(fastifyStatic, {
        root: join(distFolder, 'assets'),
        prefix: '/console/assets/',
        decorateReply: false,
        index: false,
        immutable: true,
        maxAge: '365d',
        setHeaders: reply => void reply.header('x-content-type-options', 'nosniff'),
      })
    http.get('/console', (_, reply) => answer(reply))
    http.get('/console/*', (_, reply) => answer(reply))
  }
}

function protect(reply: FastifyReply, nonce: string): void {
  void reply.headers({
    'content-security-policy': [
      "default-src 'none'",
      "script-src 'self'",
      `style-src 'self' 'nonce-${nonce}'`,
      "connect-src 'self'",
      "img-src 'self' data:",
      "font-src 'self'",
      "frame-ancestors 'none'",
      "base-uri 'none'",
      "form-action 'self'",
    ].join('; '),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=()',
  })
}

function pageIn(folder: string): string | undefined {
  try {
    return readFileSync(join(folder, 'index.html'), 'utf8')
  } catch {
    return undefined
  }
}
