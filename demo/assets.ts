import { createHash } from 'node:crypto'
import type { Lang } from '../src/base/lang.ts'
import { CLIENT } from './browser/client.ts'
import { PRODUCTS } from './catalogue/index.ts'
import { price } from './money.ts'
import { HERO } from './pictures/hero.ts'
import { PICTURES } from './pictures/index.ts'
import { ICON } from './pictures/bear.ts'
import { STYLE } from './style/index.ts'

type Asset = { readonly body: string; readonly type: string }

const FILES = new Map<string, Asset>()

const PICTURE_PATHS = new Map(
  Object.entries(PICTURES).map(([name, svg]) => [name, kept(name, 'svg', 'image/svg+xml', svg)]),
)

/** Addresses of the shop's own files. Each has its content's hash in its name and never changes. */
export const ASSETS = {
  style: kept('shop', 'css', 'text/css; charset=utf-8', STYLE),
  script: kept('shop', 'js', 'text/javascript; charset=utf-8', CLIENT),
  icon: kept('bear', 'svg', 'image/svg+xml', ICON),
  hero: kept('hero', 'svg', 'image/svg+xml', HERO),
  goods: { fi: goodsFile('fi'), sv: goodsFile('sv'), en: goodsFile('en') },
} as const

/** Where a product's picture is. */
export function pictureOf(name: string): string {
  const path = PICTURE_PATHS.get(name)
  if (path === undefined) throw new Error(`bug: nobody has drawn ${name}`)
  return path
}

/** The file of that name under `/shop-assets/`, if there is one. */
export function assetOf(name: string): Asset | undefined {
  return FILES.get(name)
}

/** The goods as the page's script reads them, so that what was seen need not leave the browser. */
function goodsFile(lang: Lang): string {
  const goods = PRODUCTS.map(product => ({
    slug: product.slug,
    category: product.category,
    tint: product.tint,
    name: product.name[lang],
    price: price(product.cents, lang),
    href: `/${lang}/p/${product.slug}`,
    src: pictureOf(product.slug),
  }))
  return kept(`goods-${lang}`, 'json', 'application/json; charset=utf-8', JSON.stringify(goods))
}

function kept(name: string, ending: string, type: string, body: string): string {
  const hash = createHash('sha256').update(body).digest('hex').slice(0, 12)
  const file = `${name}-${hash}.${ending}`
  FILES.set(file, { body, type })
  return `/shop-assets/${file}`
}
