import { PRODUCTS, type Product, productOf } from './catalogue/index.ts'

export type CartLine = { readonly product: Product; readonly quantity: number }
export type Cart = readonly CartLine[]

/** Most pieces of one product in a cart. */
export const QUANTITY_MAX = 20

/** Reads a cart from its cookie. Whatever cannot be read is left out: garbage is an empty cart. */
export function readCart(text: string | undefined): Cart {
  let cart: Cart = []
  for (const part of (text ?? '').split('~').slice(0, PRODUCTS.length)) {
    const [, slug, count] = /^([a-z]+)_(\d{1,2})$/.exec(part) ?? []
    const product = productOf(slug ?? '')
    if (product) cart = changed(cart, product, Number(count))
  }
  return cart
}

/** The cart as its cookie keeps it: slugs and quantities, nothing else. */
export function writeCart(cart: Cart): string {
  return cart.map(({ product, quantity }) => `${product.slug}_${quantity}`).join('~')
}

/** The cart with that many of the product, bounded to 0-20; none takes the line away. */
export function changed(cart: Cart, product: Product, quantity: number): Cart {
  const bounded = Math.min(QUANTITY_MAX, Math.max(0, quantity))
  const others = cart.filter(line => line.product !== product)
  if (bounded === 0) return others
  const at = cart.findIndex(line => line.product === product)
  const line = { product, quantity: bounded }
  return at < 0 ? [...cart, line] : cart.with(at, line)
}

/** How many of the product the cart holds. */
export function quantityOf(cart: Cart, product: Product): number {
  return cart.find(line => line.product === product)?.quantity ?? 0
}

/** All pieces in the cart. */
export function pieces(cart: Cart): number {
  return cart.reduce((sum, line) => sum + line.quantity, 0)
}

/** What the goods cost, in cents. */
export function goodsCents(cart: Cart): number {
  return cart.reduce((sum, line) => sum + line.quantity * line.product.cents, 0)
}

/** Orders from this sum on are delivered free. */
export const FREE_DELIVERY_CENTS = 8_000
const DELIVERY_CENTS = 590

/** What delivery costs, in cents. */
export function deliveryCents(cart: Cart): number {
  return goodsCents(cart) >= FREE_DELIVERY_CENTS ? 0 : DELIVERY_CENTS
}

/** Reads a quantity from a form; undefined unless it is a whole number from 0 to 20. */
export function quantityFrom(text: string): number | undefined {
  const quantity = /^\d{1,2}$/.test(text) ? Number(text) : Number.NaN
  return quantity <= QUANTITY_MAX ? quantity : undefined
}
