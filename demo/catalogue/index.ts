import type { Lang, Words } from '../../src/base/lang.ts'
import { CLOTHES } from './clothes.ts'
import { MEALTIME } from './mealtime.ts'
import { OUTDOOR } from './outdoor.ts'
import { PRAMS } from './prams.ts'
import { CATEGORY_IDS, type CategoryId, type Product, say, type Tint } from './product.ts'
import { SLEEP } from './sleep.ts'
import { TOYS } from './toys.ts'

export { CATEGORY_IDS, say } from './product.ts'
export type { CategoryId, Product, Tint } from './product.ts'

/** Everything the shop sells, category by category. */
export const PRODUCTS: readonly Product[] = [
  ...PRAMS,
  ...TOYS,
  ...CLOTHES,
  ...SLEEP,
  ...MEALTIME,
  ...OUTDOOR,
]

/** What a category is called, what it says of itself, and the product that pictures it. */
export const CATEGORIES: Readonly<
  Record<
    CategoryId,
    { readonly name: Words; readonly line: Words; readonly face: string; readonly tint: Tint }
  >
> = {
  prams: {
    name: say('Vaunut ja kantaminen', 'Vagnar och bärande', 'Prams and carriers'),
    line: say(
      'Ensimmäiset matkat ovat lyhyitä. Ne tehdään silti monta kertaa päivässä.',
      'De första resorna är korta, men de görs många gånger om dagen.',
      'First journeys are short, and made many times a day.',
    ),
    face: 'pilvi',
    tint: 'sky',
  },
  toys: {
    name: say('Puulelut', 'Träleksaker', 'Wooden toys'),
    line: say(
      'Leluja, joista tulee mitä niistä keksitään. Paristoja ei tarvita.',
      'Leksaker som blir det man hittar på. Inga batterier behövs.',
      'Toys that become whatever is thought of next. No batteries needed.',
    ),
    face: 'hirvi',
    tint: 'moss',
  },
  clothes: {
    name: say('Vaatteet', 'Kläder', 'Clothes'),
    line: say(
      'Villaa ja puuvillaa, tehty periytymään pienemmälle.',
      'Ull och bomull, gjorda för att gå i arv till nästa.',
      'Wool and cotton, made to be handed down.',
    ),
    face: 'raita',
    tint: 'sun',
  },
  sleep: {
    name: say('Uni', 'Sömn', 'Sleep'),
    line: say(
      'Kaikkea siihen hetkeen, kun talo viimein hiljenee.',
      'Allt för stunden när huset äntligen tystnar.',
      'Everything for the moment when the house falls quiet.',
    ),
    face: 'kuu',
    tint: 'plum',
  },
  mealtime: {
    name: say('Ruokailu', 'Måltid', 'Mealtime'),
    line: say(
      'Puuro lentää. Näistä se on helppo pyyhkiä.',
      'Gröten flyger. Härifrån är den lätt att torka bort.',
      'Porridge flies. From these it wipes off.',
    ),
    face: 'kulho',
    tint: 'blush',
  },
  outdoor: {
    name: say('Ulos', 'Ute', 'Outdoors'),
    line: say(
      'Kura, hanki ja hiekka: huonoa säätä ei ole, on vain väärät saappaat.',
      'Lera, snö och sand: det finns inget dåligt väder, bara fel stövlar.',
      'Mud, snow and sand: there is no bad weather, only the wrong boots.',
    ),
    face: 'kumppari',
    tint: 'sand',
  },
}

const BY_SLUG = new Map(PRODUCTS.map(product => [product.slug, product]))

/** The product of that slug, if the shop sells it. */
export function productOf(slug: string): Product | undefined {
  return BY_SLUG.get(slug)
}

export function isCategory(id: string): id is CategoryId {
  return CATEGORY_IDS.some(known => known === id)
}

/** The products of one category, in the shop's order. */
export function productsIn(category: CategoryId): readonly Product[] {
  return PRODUCTS.filter(product => product.category === category)
}

/** Longest query that is searched for; the rest is cut off. */
export const QUERY_MAX = 128

/** Products that fit the query, best first: every word must occur, in any of the languages. */
export function search(query: string, lang: Lang): readonly Product[] {
  const words = folded(query.slice(0, QUERY_MAX))
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
  if (words.length === 0) return []
  const found = ranked(words, lang)
  // Finnish and Swedish bend their words: try their stems when the words themselves are not found.
  return found.length > 0 ? found : ranked(words.map(stem), lang)
}

function ranked(words: readonly string[], lang: Lang): readonly Product[] {
  return PRODUCTS.map(product => ({ product, rank: rank(product, words, lang) }))
    .filter(({ rank: points }) => points > 0)
    .toSorted((a, b) => b.rank - a.rank)
    .map(({ product }) => product)
}

function rank(product: Product, words: readonly string[], lang: Lang): number {
  const name = folded(Object.values(product.name).join(' '))
  const category = CATEGORIES[product.category]
  const rest = folded(
    [...Object.values(category.name), product.line[lang], product.story[lang]].join(' '),
  )
  const points = words.map(word => (contains(name, word) ? 5 : contains(rest, word) ? 1 : 0))
  return points.some(point => point === 0) ? 0 : points.reduce<number>((a, b) => a + b, 0)
}

function contains(text: string, word: string): boolean {
  return word.length < 3 ? ` ${text}`.includes(` ${word}`) : text.includes(word)
}

function stem(word: string): string {
  return word.length < 5 ? word : word.slice(0, Math.max(4, word.length - 3))
}

function folded(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()
}
