import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Lang } from '../src/base/lang.ts'
import type { Http } from '../src/platform/http.ts'
import type { Refusal } from '../src/policy/index.ts'
import {
  type Cart,
  changed,
  deliveryCents,
  goodsCents,
  pieces,
  quantityFrom,
  quantityOf,
  writeCart,
} from './cart.ts'
import { type Product, productOf } from './catalogue/index.ts'
import { clearCookie, readDeclared, setDeclared } from './cookies.ts'
import { type FormBody, FormBody as formBody, textOf } from './form-body.ts'
import { badPage, undeclaredPage } from './pages/account.ts'
import { cartPage, type Placed, thanksPage } from './pages/cart.ts'
import { checkoutPage, NOTHING_WRITTEN, wrongWith, type Written } from './pages/checkout.ts'
import type { Counter } from './shop.ts'
import { randomId } from './people.ts'

type Posted = FastifyRequest<{ Body: FormBody }>

/** Cart, checkout and thanks in one language. */
export function orderRoutes(http: Http, counter: Counter, lang: Lang): void {
  const schema = { body: formBody }
  http.get(`/${lang}/cart`, (request, reply) => showCart(counter, request, reply, lang))
  http.post(`/${lang}/cart/add`, { schema }, (request, reply) =>
    change(counter, request, reply, lang, (cart, product, quantity) =>
      changed(cart, product, quantityOf(cart, product) + quantity),
    ),
  )
  http.post(`/${lang}/cart/set`, { schema }, (request, reply) =>
    change(counter, request, reply, lang, changed),
  )
  http.get(`/${lang}/checkout`, (request, reply) => showCheckout(counter, request, reply, lang))
  http.post(`/${lang}/checkout`, { schema }, (request, reply) =>
    placeOrder(counter, request, reply, lang),
  )
  http.get(`/${lang}/thanks`, (request, reply) => showThanks(counter, request, reply, lang))
}

function showCart(counter: Counter, request: FastifyRequest, reply: FastifyReply, lang: Lang) {
  const visit = counter.visit(request, reply, lang, 'cart')
  const { policy, clock } = counter.world
  const now = clock.now()
  const kept = readDeclared(request, policy(), 'shop_cart', now)
  if (kept && visit.cart.length > 0) setDeclared(reply, policy(), 'shop_cart', kept, now)
  return counter.send(request, reply, visit, cartPage(visit))
}

function change(
  counter: Counter,
  request: Posted,
  reply: FastifyReply,
  lang: Lang,
  changeBy: (cart: Cart, product: Product, quantity: number) => Cart,
) {
  const visit = counter.visit(request, reply, lang, 'cart')
  const product = productOf(textOf(request.body, 'product'))
  const quantity = quantityFrom(textOf(request.body, 'quantity'))
  if (!product || quantity === undefined)
    return counter.send(request, reply.code(400), visit, badPage(visit))
  const cart = changeBy(visit.cart, product, quantity)
  const refusal = keepCart(counter, request, reply, cart)
  if (refusal) return refused(counter, request, reply, lang, 'shop_cart')
  return reply.redirect(`/${lang}/cart`, 303)
}

function keepCart(
  { world }: Counter,
  request: FastifyRequest,
  reply: FastifyReply,
  cart: Cart,
): Refusal | undefined {
  const now = world.clock.now()
  if (cart.length === 0) {
    if (request.cookies['shop_cart'] !== undefined) clearCookie(reply, 'shop_cart')
    return undefined
  }
  const first = readDeclared(request, world.policy(), 'shop_cart', now)?.first ?? now
  return setDeclared(reply, world.policy(), 'shop_cart', { value: writeCart(cart), first }, now)
}

function showCheckout(counter: Counter, request: FastifyRequest, reply: FastifyReply, lang: Lang) {
  const visit = counter.visit(request, reply, lang, 'checkout')
  if (visit.cart.length === 0) return reply.redirect(`/${lang}/cart`, 303)
  const { world } = counter
  const now = world.clock.now()
  const kept = readDeclared(request, world.policy(), 'shop_checkout', now)
  const token = kept && isToken(kept.value) ? kept.value : randomId(world.chance)
  const first = kept?.first ?? now
  const refusal = setDeclared(reply, world.policy(), 'shop_checkout', { value: token, first }, now)
  if (refusal) return refused(counter, request, reply, lang, 'shop_checkout')
  return counter.send(request, reply, visit, checkoutPage(visit, token))
}

function placeOrder(counter: Counter, request: Posted, reply: FastifyReply, lang: Lang) {
  const visit = counter.visit(request, reply, lang, 'checkout')
  const { world } = counter
  const now = world.clock.now()
  const kept = readDeclared(request, world.policy(), 'shop_checkout', now)
  // Without the checkout's own cookie this is a form sent twice, or from somewhere else.
  const isOurs = kept && isToken(kept.value) && kept.value === textOf(request.body, 'token')
  if (!isOurs || visit.cart.length === 0) return reply.redirect(`/${lang}/cart`, 303)
  const written = writtenIn(request.body)
  const wrong = wrongWith(written)
  if (Object.keys(wrong).length > 0) {
    const page = checkoutPage(visit, kept.value, written, wrong)
    return counter.send(request, reply.code(422), visit, page)
  }
  if (textOf(request.body, 'remember') === 'yes') {
    const customer = { value: randomId(world.chance), first: now }
    const refusal = setDeclared(reply, world.policy(), 'shop_customer', customer, now)
    if (refusal) return refused(counter, request, reply, lang, 'shop_customer')
  }
  const cents = goodsCents(visit.cart) + deliveryCents(visit.cart)
  const number = String(10_000 + (Buffer.from(world.chance.bytes(4)).readUInt32BE() % 90_000))
  const value = `done~${number}~${cents}~${pieces(visit.cart)}`
  setDeclared(reply, world.policy(), 'shop_checkout', { value, first: kept.first }, now)
  clearCookie(reply, 'shop_cart')
  return reply.redirect(`/${lang}/thanks`, 303)
}

function showThanks(counter: Counter, request: FastifyRequest, reply: FastifyReply, lang: Lang) {
  const { world } = counter
  const kept = readDeclared(request, world.policy(), 'shop_checkout', world.clock.now())
  const visit = counter.visit(request, reply, lang, 'thanks')
  const placed = placedIn(kept?.value)
  if (placed) clearCookie(reply, 'shop_checkout')
  return counter.send(request, reply, visit, thanksPage(visit, placed))
}

function refused(
  counter: Counter,
  request: FastifyRequest,
  reply: FastifyReply,
  lang: Lang,
  name: string,
) {
  const visit = counter.visit(request, reply, lang, 'cart')
  return counter.send(request, reply.code(403), visit, undeclaredPage(visit, name))
}

function placedIn(value: string | undefined): Placed | undefined {
  const [, number, cents, count] = /^done~(\d{5})~(\d{1,9})~(\d{1,4})$/.exec(value ?? '') ?? []
  if (number === undefined) return undefined
  return { number, cents: Number(cents), pieces: Number(count) }
}

function isToken(value: string): boolean {
  return /^[A-Za-z0-9_-]{22}$/.test(value)
}

function writtenIn(body: FormBody): Written {
  const [name, email, street] = [
    textOf(body, 'name'),
    textOf(body, 'email'),
    textOf(body, 'street'),
  ]
  const [postal, city] = [textOf(body, 'postal'), textOf(body, 'city')]
  return { ...NOTHING_WRITTEN, name, email, street, postal, city }
}
