import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Http } from '../platform/http.ts'
import { openRateLimit, type RateLimit } from '../platform/rate-limit.ts'
import { bannerWords } from '../policy/index.ts'
import { sendPrivate } from './answer.ts'
import { browserOf, langOf, queryOf } from './browser.ts'
import { centrePage } from './centre-page.ts'
import { formToken, isFormToken, PROBE_HEADER, probeToken } from './form-token.ts'
import { framed } from './frame.ts'
import { onlyMethods, sendError } from './pages.ts'
import type { CentreParts } from './parts.ts'
import { asksForMore, formOrigin, readChoiceForm, type Saved, saveChoice } from './save-choice.ts'
import { cookiesAfter } from './set-cookies.ts'
import { type CentreView, DID } from './view.ts'
import { sayIn } from './words.ts'

/** For one address; a whole office may share one. */
const GRANTS_PER_MINUTE = 60

/** `GET /privacy` and `POST /privacy/choices`: see what holds, and change it. */
export function serveCentre(http: Http, parts: CentreParts): void {
  const salt = parts.consent.formKey
  const limit = openRateLimit({ points: GRANTS_PER_MINUTE, perSeconds: 60, salt })
  http.get('/privacy', async (request, reply) => {
    const view = await viewOf(parts, request)
    const page = { title: sayIn(view.lang)('centre.title'), path: '/privacy' }
    const text = framed(view.policy, view.lang, { ...page, body: centrePage(view) })
    void reply.header('vary', 'cookie, accept-language, sec-gpc, dnt')
    return sendPrivate(reply, view.lang, text)
  })
  onlyMethods(http, parts, '/privacy', ['GET'])
  http.post('/privacy/choices', (request, reply) => change(parts, limit, request, reply))
  onlyMethods(http, parts, '/privacy/choices', ['POST'])
}

async function viewOf(parts: CentreParts, request: FastifyRequest): Promise<CentreView> {
  const { consent, clock } = parts
  const browser = browserOf(request)
  const policy = parts.policy()
  const receipt = browser.receipt === undefined ? undefined : consent.readReceipt(browser.receipt)
  const carriesIds = Object.keys(browser.visitors).length > 0
  const asked = DID.find(did => did === queryOf(request)['did'])
  return {
    lang: browser.lang,
    now: clock.now(),
    policy,
    words: bannerWords(policy, browser.lang),
    browser,
    receipt,
    facts: consent.factsOf(browser.receipt, browser.signals),
    known: carriesIds ? await parts.knownAbout(browser.visitors) : [],
    token: formToken(consent.formKey, clock.now()),
    // A browser that refuses our cookie would otherwise be told that its choice is saved.
    did: asked !== undefined && asked !== 'unchanged' && !receipt ? 'unkept' : asked,
  }
}

async function change(
  parts: CentreParts,
  limit: RateLimit,
  request: FastifyRequest,
  reply: FastifyReply,
) {
  const { consent, clock } = parts
  const form = readChoiceForm(request.body, langOf(request))
  if (!form) return sendError(parts, request, reply, 400)
  const now = clock.now()
  const policy = parts.policy()
  const browser = browserOf(request)
  const isFresh = isFormToken(consent.formKey, form.token, now)
  const scene = {
    policy,
    words: bannerWords(policy, form.lang).first.sha256,
    origin: formOrigin(request, parts.origin(), isFresh),
    browser,
    facts: consent.factsOf(browser.receipt, browser.signals),
  }
  // Whoever only says no is never made to wait.
  if (asksForMore(form, scene) && (await limit.waitSeconds(request.ip)) > 0) {
    return sendError(parts, request, reply, 429, form.lang)
  }
  const isProbe = request.headers[PROBE_HEADER] === probeToken(consent.formKey)
  const saved = await saveChoice(form, scene, choice => consent.choose(choice, { isProbe }))
  if (saved.did === 'foreign') return sendError(parts, request, reply, 403, form.lang)
  for (const line of cookieLines(parts, request, saved)) void reply.header('set-cookie', line)
  return reply
    .header('cache-control', 'no-store')
    .redirect(`/privacy?lang=${form.lang}&did=${saved.did}`, 303)
}

function cookieLines(parts: CentreParts, request: FastifyRequest, saved: Saved): readonly string[] {
  if (!('receipt' in saved)) return []
  const { cookies, signals } = browserOf(request)
  const facts = parts.consent.factsOf(saved.receipt, signals)
  const secure = request.protocol === 'https' || parts.origin().startsWith('https:')
  const scene = { host: request.host, secure, now: parts.clock.now() }
  return cookiesAfter(parts.policy().rules, saved.receipt, facts, cookies, scene)
}
