import type { FastifyReply, FastifyRequest } from 'fastify'
import { isLang } from '../base/lang.ts'
import { clearedCookie, isCookieName } from '../consent/index.ts'
import type { Http } from '../platform/http.ts'
import { bannerWords } from '../policy/index.ts'
import { sendPrivate } from './answer.ts'
import { browserOf, langOf } from './browser.ts'
import { fieldsOf } from './choice-form.ts'
import { isOurs } from './device-routes.ts'
import { erasedPage, erasePage, type Erasure, eventsIn } from './erase-page.ts'
import { framed } from './frame.ts'
import { onlyMethods, sendError } from './pages.ts'
import type { CentreParts } from './parts.ts'
import { cookiesAfter, cookieScene } from './set-cookies.ts'
import { viewOf } from './view-of.ts'
import { sayIn } from './words.ts'

/** A header has limits: beyond so many cookies, `Clear-Site-Data` alone has to do. */
const ERASED_MAX = 40

/** `GET /privacy/erase` shows what would be erased; only the `POST` of that very page erases. */
export function serveErasure(http: Http, parts: CentreParts): void {
  http.get('/privacy/erase', async (request, reply) => {
    const view = await viewOf(parts, request)
    const title = sayIn(view.lang)('erase.title')
    const page = { title, path: '/privacy/erase', body: erasePage(view) }
    void reply.header('vary', 'cookie, accept-language, sec-gpc, dnt')
    return sendPrivate(reply, view.lang, framed(view.policy, view.lang, page))
  })
  http.post('/privacy/erase', (request, reply) => erase(parts, request, reply))
  onlyMethods(http, parts, '/privacy/erase', ['GET', 'POST'])
}

async function erase(parts: CentreParts, request: FastifyRequest, reply: FastifyReply) {
  const fields = fieldsOf(request.body)
  const asked = fields.get('lang')?.[0]
  const lang = isLang(asked) ? asked : langOf(request)
  const what = fields.get('what')?.[0]
  if (what !== 'mine' && what !== 'everything') return sendError(parts, request, reply, 400, lang)
  // An erasure cannot be undone: unlike a refusal, it is taken from our own page only.
  if (!isOurs(parts, request)) return sendError(parts, request, reply, 403, lang)
  const { visitors } = browserOf(request)
  const before = await parts.knownAbout(visitors)
  const receipt = await withdraw(parts, request, lang)
  await parts.consent.settled()
  const left = eventsIn(await parts.knownAbout(visitors))
  const erased = Math.max(0, eventsIn(before) - left)
  const groups = before.map(({ group }) => group)
  const certified = await parts.certify({ groups, events: erased, left })
  const erasure: Erasure = { ...certified, at: parts.clock.now(), erased, left }
  if (what === 'everything') clearAll(parts, request, reply)
  else if (receipt !== undefined) clearRefused(parts, request, reply, receipt)
  const title = sayIn(lang)(left === 0 ? 'erase.done' : 'erase.notyet')
  const page = { title, path: '/privacy/erase', body: erasedPage(lang, erasure) }
  return sendPrivate(reply, lang, framed(parts.policy(), lang, page))
}

/** Says no to everything on the visitor's behalf: that takes what was kept out of every group. */
async function withdraw(
  { consent, policy }: CentreParts,
  request: FastifyRequest,
  lang: ReturnType<typeof langOf>,
): Promise<string | undefined> {
  const { receipt, signals, visitors } = browserOf(request)
  const answer = await consent.choose({
    ...{ lang, granted: [], via: 'centre', signals: [...signals], visitors },
    words: bannerWords(policy(), lang).first.sha256,
    ...(receipt === undefined ? {} : { previous: receipt }),
  })
  return 'receipt' in answer ? answer.receipt : undefined
}

function clearRefused(
  parts: CentreParts,
  request: FastifyRequest,
  reply: FastifyReply,
  receipt: string,
): void {
  const { cookies, signals } = browserOf(request)
  const facts = parts.consent.factsOf(receipt, signals)
  const scene = cookieScene(parts, request)
  const lines = cookiesAfter(parts.policy().rules, receipt, facts, cookies, scene)
  for (const line of lines) void reply.header('set-cookie', line)
}

/** Ends every cookie that came along; where the browser obeys, all that the site has stored. */
function clearAll(parts: CentreParts, request: FastifyRequest, reply: FastifyReply): void {
  const { cookies } = browserOf(request)
  const scene = cookieScene(parts, request)
  const names = [...new Set(cookies.map(({ name }) => name))].filter(isCookieName)
  for (const name of names.slice(0, ERASED_MAX)) {
    for (const line of clearedCookie(name, scene)) void reply.header('set-cookie', line)
  }
  void reply.header('clear-site-data', '"cookies", "storage"')
}
