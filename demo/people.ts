import type { FastifyRequest } from 'fastify'
import type { Lang } from '../src/base/lang.ts'
import type { Chance } from '../src/platform/chance.ts'
import type { Http } from '../src/platform/http.ts'
import { clearCookie, setDeclared } from './cookies.ts'
import { FormBody, textOf } from './form-body.ts'
import { accountPage, undeclaredPage } from './pages/account.ts'
import { newsletterPage, newsletterThanks, wrongSignUp } from './pages/newsletter.ts'
import type { Counter } from './shop.ts'

const schema = { body: FormBody }

/** Sign-in and newsletter in one language. Addresses are checked and forgotten. */
export function peopleRoutes(http: Http, counter: Counter, lang: Lang): void {
  accountRoutes(http, counter, lang)
  http.get(`/${lang}/newsletter`, (request, reply) => {
    const visit = counter.visit(request, reply, lang, 'newsletter')
    return counter.send(request, reply, visit, newsletterPage(visit))
  })
  http.post(`/${lang}/newsletter`, { schema }, (request, reply) => {
    const visit = counter.visit(request, reply, lang, 'newsletter')
    const email = textOf(request.body, 'email')
    const wrong = wrongSignUp(email, textOf(request.body, 'consent') === 'yes')
    const isFine = Object.keys(wrong).length === 0
    const page = isFine ? newsletterThanks(visit) : newsletterPage(visit, wrong, email)
    return counter.send(request, reply.code(isFine ? 200 : 422), visit, page)
  })
}

/** 128 random bits that mean nothing to anyone. */
export function randomId(chance: Chance): string {
  return Buffer.from(chance.bytes(16)).toString('base64url')
}

function accountRoutes(http: Http, counter: Counter, lang: Lang): void {
  const { world } = counter
  http.get(`/${lang}/account`, (request, reply) => {
    const visit = counter.visit(request, reply, lang, 'account')
    return counter.send(request, reply, visit, accountPage(visit))
  })
  http.post(`/${lang}/account/in`, { schema }, (request, reply) => {
    const visit = counter.visit(request, reply, lang, 'account')
    const { email } = wrongSignUp(textOf(request.body, 'email'), true)
    if (email) return counter.send(request, reply.code(422), visit, accountPage(visit, { email }))
    const now = world.clock.now()
    const session = { value: randomId(world.chance), first: now }
    if (setDeclared(reply, world.policy(), 'shop_login', session, now))
      return counter.send(request, reply.code(403), visit, undeclaredPage(visit, 'shop_login'))
    return reply.redirect(`/${lang}/account`, 303)
  })
  http.post(`/${lang}/account/out`, { schema: {} }, (request, reply) => {
    if (has(request, 'shop_login')) clearCookie(reply, 'shop_login')
    return reply.redirect(`/${lang}/account`, 303)
  })
  http.post(`/${lang}/account/forget`, { schema: {} }, (request, reply) => {
    if (has(request, 'shop_customer')) clearCookie(reply, 'shop_customer')
    return reply.redirect(`/${lang}/account`, 303)
  })
}

function has(request: FastifyRequest, name: string): boolean {
  return request.cookies[name] !== undefined
}
