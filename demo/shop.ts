import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { LANGS, type Lang, pickLang } from '../src/base/lang.ts'
import type { Chance } from '../src/platform/chance.ts'
import type { Clock } from '../src/platform/clock.ts'
import type { Http, Routes } from '../src/platform/http.ts'
import { cspText, type Facts, type Policy } from '../src/policy/index.ts'
import { assetOf } from './assets.ts'
import { readCart } from './cart.ts'
import { isCategory, productOf, QUERY_MAX } from './catalogue/index.ts'
import { readDeclared, setDeclared } from './cookies.ts'
import { orderRoutes } from './order.ts'
import type { Partners } from './partners/server.ts'
import { gonePage } from './pages/account.ts'
import { framed, type Page } from './pages/frame.ts'
import { categoryPage, productPage, searchPage } from './pages/goods.ts'
import { homePage } from './pages/home.ts'
import { peopleRoutes } from './people.ts'
import type { Visit } from './visit.ts'

/** What the shop is given: the policy in force, the doors to the world, and the visitor's consent. */
export type ShopWorld = {
  readonly policy: () => Policy
  readonly clock: Clock
  readonly chance: Chance
  /** What is known of the choice of the visitor of this request, now. */
  readonly facts?: (request: FastifyRequest) => Facts | undefined
  /** Where the partners are that run beside the shop; without them its pages hold nothing of theirs. */
  readonly partners?: Pick<Partners, 'hosts'>
}

/** What the parts of the shop share. */
export type Counter = {
  readonly world: ShopWorld
  /** What is known of this request, for the page at `place`. */
  readonly visit: (request: FastifyRequest, reply: FastifyReply, lang: Lang, place: string) => Visit
  /** Sends a page under the Content-Security-Policy of the policy in force. */
  readonly send: (
    request: FastifyRequest,
    reply: FastifyReply,
    visit: Visit,
    page: Page,
  ) => FastifyReply
}

/** The shop's routes: `/`, `/fi/…`, `/sv/…`, `/en/…` and `/shop-assets/…`. */
export function demoShop(world: ShopWorld): Routes {
  return http => {
    const counter: Counter = {
      world,
      visit: (request, reply, lang, place) => visitOf(world, request, reply, lang, place),
      send: (request, reply, visit, page) => sendPage(world, request, reply, visit, page),
    }
    assetRoutes(http)
    plainRoutes(http, counter)
    for (const lang of LANGS) {
      browseRoutes(http, counter, lang)
      orderRoutes(http, counter, lang)
      peopleRoutes(http, counter, lang)
    }
  }
}

function visitOf(
  world: ShopWorld,
  request: FastifyRequest,
  reply: FastifyReply,
  lang: Lang,
  place: string,
): Visit {
  const policy = world.policy()
  const now = world.clock.now()
  const login = readDeclared(request, policy, 'shop_login', now)
  // The session rolls on while it is used, up to the declared cap.
  if (login) setDeclared(reply, policy, 'shop_login', login, now)
  return {
    lang,
    place,
    policy,
    shop: policy.sites[0]?.name ?? policy.controller.name,
    cart: readCart(readDeclared(request, policy, 'shop_cart', now)?.value),
    signedIn: login !== undefined,
    remembered: readDeclared(request, policy, 'shop_customer', now) !== undefined,
    ...partnersIn(world, policy),
  }
}

/** Those partners whose hosts the policy in force names. */
function partnersIn({ partners }: ShopWorld, policy: Policy): Pick<Visit, 'pixel' | 'player'> {
  const origin = (vendor: string, host: string | undefined) =>
    host !== undefined &&
    policy.vendors.some(({ id, hosts }) => id === vendor && hosts.includes(host))
      ? `http://${host}`
      : undefined
  return {
    pixel: origin('revontuli-ads', partners?.hosts.pixel),
    player: origin('tuike-video', partners?.hosts.player),
  }
}

function sendPage(
  world: ShopWorld,
  request: FastifyRequest,
  reply: FastifyReply,
  visit: Visit,
  page: Page,
): FastifyReply {
  const { rules, sites } = visit.policy
  const hosts = sites.flatMap(site => site.hosts)
  return reply
    .headers({
      'content-security-policy': cspText(rules, world.facts?.(request), { hosts, by: 'header' }),
      'content-language': visit.lang,
      'cache-control': 'private, no-cache',
      'referrer-policy': 'strict-origin-when-cross-origin',
      'x-content-type-options': 'nosniff',
    })
    .type('text/html; charset=utf-8')
    .send(framed(visit, page))
}

function assetRoutes(http: Http): void {
  const schema = { params: Type.Object({ file: Type.String({ maxLength: 100 }) }) }
  http.get('/shop-assets/:file', { schema }, (request, reply) => {
    const asset = assetOf(request.params.file)
    if (!asset) return reply.code(404).type('text/plain').send('no such file\n')
    return reply
      .headers({
        'cache-control': 'public, max-age=31536000, immutable',
        'x-content-type-options': 'nosniff',
        // A drawing opened by itself may run nothing and load nothing.
        'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
      })
      .type(asset.type)
      .send(asset.body)
  })
}

/** Addresses without a language: the home page, and links that anyone may write down. */
function plainRoutes(http: Http, counter: Counter): void {
  http.get('/', (request, reply) => {
    const visit = counter.visit(request, reply, pickLang(request.headers['accept-language']), '')
    return counter.send(request, reply.header('vary', 'accept-language'), visit, homePage(visit))
  })
  for (const place of ['p/:slug', 'c/:category', 'search', 'cart', 'newsletter', 'account'])
    http.get(`/${place}`, (request, reply) => {
      const lang = pickLang(request.headers['accept-language'])
      return reply.header('vary', 'accept-language').redirect(`/${lang}${request.url}`, 302)
    })
}

function browseRoutes(http: Http, counter: Counter, lang: Lang): void {
  const { visit: visitFor, send } = counter
  http.get(`/${lang}`, (_, reply) => reply.redirect(`/${lang}/`, 301))
  http.get(`/${lang}/`, (request, reply) => {
    const visit = visitFor(request, reply, lang, '')
    return send(request, reply, visit, homePage(visit))
  })
  const category = { params: Type.Object({ category: Type.String() }) }
  http.get(`/${lang}/c/:category`, { schema: category }, (request, reply) => {
    const id = request.params.category
    if (!isCategory(id)) return gone(counter, request, reply, lang)
    const visit = visitFor(request, reply, lang, `c/${id}`)
    return send(request, reply, visit, categoryPage(visit, id))
  })
  const product = { params: Type.Object({ slug: Type.String() }) }
  http.get(`/${lang}/p/:slug`, { schema: product }, (request, reply) => {
    const found = productOf(request.params.slug)
    if (!found) return gone(counter, request, reply, lang)
    const visit = visitFor(request, reply, lang, `p/${found.slug}`)
    return send(request, reply, visit, productPage(visit, found))
  })
  http.get(`/${lang}/search`, (request, reply) => {
    const query = queryOf(request)
    const tail = query === '' ? '' : `?q=${encodeURIComponent(query)}`
    const visit = visitFor(request, reply, lang, `search${tail}`)
    return send(request, reply, visit, searchPage(visit, query))
  })
  http.get(`/${lang}/*`, (request, reply) => gone(counter, request, reply, lang))
}

function gone(counter: Counter, request: FastifyRequest, reply: FastifyReply, lang: Lang) {
  const visit = counter.visit(request, reply, lang, '')
  return counter.send(request, reply.code(404), visit, gonePage(visit))
}

function queryOf(request: FastifyRequest): string {
  const { q } = Object(request.query)
  // By whole characters, for half of one has no percent-encoding.
  return typeof q === 'string' ? Array.from(q).slice(0, QUERY_MAX).join('') : ''
}
