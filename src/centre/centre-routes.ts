import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Http } from '../platform/http.ts'
import { openRateLimit, type RateLimit } from '../platform/rate-limit.ts'
import { bannerWords } from '../policy/index.ts'
import { agePage, type AgeQuestion, yearsOf } from './age-page.ts'
import { sendPrivate } from './answer.ts'
import { browserOf, langOf, queryOf } from './browser.ts'
import { centrePage } from './centre-page.ts'
import { type ChoiceForm, formOrigin, readChoiceForm } from './choice-form.ts'
import { isFormToken, PROBE_HEADER, probeToken } from './form-token.ts'
import { framed, machineLink } from './frame.ts'
import { onlyMethods, sendError } from './pages.ts'
import type { CentreParts } from './parts.ts'
import {
  asksForMore,
  type ChoiceScene,
  ofAgeIn,
  type Saved,
  saveChoice,
  vendorsOf,
} from './save-choice.ts'
import { cookiesAfter, cookieScene } from './set-cookies.ts'
import { viewOf } from './view-of.ts'
import { sayIn } from './words.ts'

/** For one address; a whole office may share one. */
const GRANTS_PER_MINUTE = 60

/** `/privacy`, `/privacy/age` and `POST /privacy/choices`: see what holds, and change it. */
export function serveCentre(http: Http, parts: CentreParts): void {
  const salt = parts.consent.formKey
  const limit = openRateLimit({ points: GRANTS_PER_MINUTE, perSeconds: 60, salt })
  http.get('/privacy', async (request, reply) => {
    const view = await viewOf(parts, request)
    const page = { title: sayIn(view.lang)('centre.title'), path: '/privacy' }
    const text = framed(view.policy, view.lang, { ...page, body: centrePage(view) })
    void reply.header('vary', 'cookie, accept-language, sec-gpc, dnt')
    void reply.header('link', machineLink(parts))
    return sendPrivate(reply, view.lang, text)
  })
  onlyMethods(http, parts, '/privacy', ['GET'])
  serveAge(http, parts)
  http.post('/privacy/choices', (request, reply) => change(parts, limit, request, reply))
  onlyMethods(http, parts, '/privacy/choices', ['POST'])
}

function serveAge(http: Http, parts: CentreParts): void {
  http.get('/privacy/age', async (request, reply) => {
    const view = await viewOf(parts, request)
    const asked = questionIn(request, view.policy)
    if (asked.purposes.length === 0) return reply.redirect(`/privacy?lang=${view.lang}`, 303)
    const title = sayIn(view.lang)('age.title', { years: yearsOf(view) })
    const query = ageQuery(asked)
    const page = { title, path: '/privacy/age', body: agePage(view, asked) }
    const hrefOf = (lang: string) => `/privacy/age?lang=${lang}&${query}`
    return sendPrivate(reply, view.lang, framed(view.policy, view.lang, page, hrefOf))
  })
  onlyMethods(http, parts, '/privacy/age', ['GET'])
}

/** What waits, as the address tells it: nothing that the policy does not ask this question for. */
function questionIn(request: FastifyRequest, policy: ChoiceScene['policy']): AgeQuestion {
  const { purposes = '', vendors = '' } = queryOf(request)
  const waiting = ofAgeIn(policy).filter(id => purposes.split(',').includes(id))
  const named = vendors.split(',')
  return { purposes: waiting, vendors: vendorsOf(policy, waiting).filter(id => named.includes(id)) }
}

function ageQuery({ purposes, vendors }: AgeQuestion): string {
  const query = new URLSearchParams({ purposes: purposes.join(), vendors: vendors.join() })
  return query.toString()
}

async function change(
  parts: CentreParts,
  limit: RateLimit,
  request: FastifyRequest,
  reply: FastifyReply,
) {
  const { consent } = parts
  const form = readChoiceForm(request.body, langOf(request))
  if (!form) return sendError(parts, request, reply, 400)
  const scene = sceneOf(parts, request, form)
  // Whoever only says no is never made to wait.
  if (asksForMore(form, scene) && (await limit.waitSeconds(request.ip)) > 0) {
    return sendError(parts, request, reply, 429, form.lang)
  }
  const isProbe = request.headers[PROBE_HEADER] === probeToken(consent.formKey)
  const saved = await saveChoice(form, scene, choice => consent.choose(choice, { isProbe }))
  if (saved.did === 'foreign') return sendError(parts, request, reply, 403, form.lang)
  for (const line of cookieLines(parts, request, saved)) void reply.header('set-cookie', line)
  return reply.header('cache-control', 'no-store').redirect(nextPage(form, scene, saved), 303)
}

function sceneOf(parts: CentreParts, request: FastifyRequest, form: ChoiceForm): ChoiceScene {
  const { consent, clock } = parts
  const policy = parts.policy()
  const browser = browserOf(request)
  const isFresh = isFormToken(consent.formKey, form.token, clock.now())
  return {
    policy,
    words: bannerWords(policy, form.lang).first.sha256,
    origin: formOrigin(request, parts.origin(), isFresh),
    browser,
    receipt: browser.receipt === undefined ? undefined : consent.readReceipt(browser.receipt),
    facts: consent.factsOf(browser.receipt, browser.signals),
  }
}

/** Back to the choices, or on to the question of age where something waits for it. */
function nextPage(form: ChoiceForm, { policy }: ChoiceScene, saved: Saved): string {
  const { lang } = form
  if (!('receipt' in saved) || saved.waiting.length === 0) {
    const did = form.choice === 'keep' && saved.did === 'saved' ? 'kept' : saved.did
    return `/privacy?lang=${lang}&did=${did}`
  }
  const serving = vendorsOf(policy, saved.waiting)
  const vendors = form.choice === 'all' ? serving : serving.filter(id => form.vendors.includes(id))
  return `/privacy/age?lang=${lang}&${ageQuery({ purposes: saved.waiting, vendors })}`
}

function cookieLines(parts: CentreParts, request: FastifyRequest, saved: Saved): readonly string[] {
  if (!('receipt' in saved)) return []
  const { cookies, signals } = browserOf(request)
  const facts = parts.consent.factsOf(saved.receipt, signals)
  const scene = cookieScene(parts, request)
  return cookiesAfter(parts.policy().rules, saved.receipt, facts, cookies, scene)
}
