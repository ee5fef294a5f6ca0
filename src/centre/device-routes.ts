import type { FastifyRequest } from 'fastify'
import { isLang } from '../base/lang.ts'
import { clearedCookie, isCookieName } from '../consent/index.ts'
import type { Http } from '../platform/http.ts'
import { sendPrivate, sendPublic } from './answer.ts'
import { browserOf, langOf, queryOf } from './browser.ts'
import { fieldsOf, formOrigin } from './choice-form.ts'
import { devicePage, type Erased } from './device-page.ts'
import { DEVICE_SCRIPT } from './device-script.ts'
import { isFormToken } from './form-token.ts'
import { framed } from './frame.ts'
import { onlyMethods } from './pages.ts'
import type { CentreParts } from './parts.ts'
import { cookieScene } from './set-cookies.ts'
import { viewOf } from './view-of.ts'
import { sayIn } from './words.ts'

/** `/privacy/device`: what lies on this device; `POST /privacy/device/erase` erases one cookie. */
export function serveDevice(http: Http, parts: CentreParts): void {
  http.get('/privacy/device', async (request, reply) => {
    const view = await viewOf(parts, request)
    const body = devicePage(view, erasedBefore(request))
    const page = { title: sayIn(view.lang)('device.title'), path: '/privacy/device', body }
    void reply.header('vary', 'cookie, accept-language, sec-gpc, dnt')
    return sendPrivate(reply, view.lang, framed(view.policy, view.lang, page))
  })
  onlyMethods(http, parts, '/privacy/device', ['GET'])
  http.post('/privacy/device/erase', async (request, reply) => {
    const fields = fieldsOf(request.body)
    const lang = fields.get('lang')?.[0]
    const name = fields.get('cookie')?.[0] ?? ''
    const done = isOurs(parts, request) && wasSent(request, name)
    if (done) {
      const lines = clearedCookie(name, cookieScene(parts, request))
      for (const line of lines) void reply.header('set-cookie', line)
    }
    const query = new URLSearchParams({
      lang: isLang(lang) ? lang : langOf(request),
      ...(done ? { erased: name } : { not: '1' }),
    })
    void reply.header('cache-control', 'no-store')
    return reply.redirect(`/privacy/device?${query.toString()}`, 303)
  })
  onlyMethods(http, parts, '/privacy/device/erase', ['POST'])
  http.get('/assets/device.js', async (request, reply) =>
    sendPublic(request, reply, DEVICE_SCRIPT, 'text/javascript; charset=utf-8'),
  )
}

/** Whether a posted form is our own, young enough, and from our own page. */
export function isOurs(parts: CentreParts, request: FastifyRequest): boolean {
  const token = fieldsOf(request.body).get('token')?.[0] ?? ''
  const isFresh = isFormToken(parts.consent.formKey, token, parts.clock.now())
  return formOrigin(request, parts.origin(), isFresh) === 'ours'
}

/** Only what came along is erased, so that nobody's text ends up in a header. */
function wasSent(request: FastifyRequest, name: string): boolean {
  return isCookieName(name) && browserOf(request).cookies.some(cookie => cookie.name === name)
}

function erasedBefore(request: FastifyRequest): Erased {
  const { erased, not } = queryOf(request)
  if (not !== undefined) return { name: '', done: false }
  if (erased === undefined || !isCookieName(erased)) return undefined
  // What is still here was not erased, whatever the address says.
  const isHere = browserOf(request).cookies.some(cookie => cookie.name === erased)
  return isHere ? undefined : { name: erased, done: true }
}
