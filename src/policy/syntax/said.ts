import { AND_OTHERS, OPEN, UNSTATED } from './faulty.ts'
import type { Path } from './tree.ts'

/**
 * One place of a policy file as it was written, faulty wording included: what law-lint reads. A
 * place that is not there answers nothing, so that rules need not ask first.
 */
export class Said {
  readonly #value: unknown
  readonly #key: string | number
  readonly #parent: Said | undefined

  constructor(value: unknown, key: string | number = '', parent?: Said) {
    this.#value = value
    this.#key = key
    this.#parent = parent
  }

  /** The way from the whole file to this place. */
  get path(): Path {
    return this.#parent ? [...this.#parent.path, this.#key] : []
  }

  /** The place below, key by key. */
  at(...keys: readonly string[]): Said {
    return keys.reduce<Said>((place, key) => place.#below(key), this)
  }

  #below(key: string): Said {
    return new Said(within(this.#value, key), key, this)
  }

  /** The items of a list; none when it is something else. */
  items(): readonly Said[] {
    if (!Array.isArray(this.#value)) return []
    return this.#value.map((item, index) => new Said(item, index, this))
  }

  /** The keys of a group with what they hold. */
  entries(): readonly (readonly [string, Said])[] {
    return isGroup(this.#value)
      ? Object.keys(this.#value).map(key => [key, this.#below(key)] as const)
      : []
  }

  /** One word, or several where a list is written; without the mark of an open list. */
  words(): readonly string[] {
    const all = Array.isArray(this.#value) ? this.#value : [this.#value]
    return all.filter(word => typeof word === 'string').filter(word => word !== AND_OTHERS)
  }

  /** The text, when it is one. */
  text(): string | undefined {
    return typeof this.#value === 'string' ? this.#value : undefined
  }

  /** Is it exactly this word, number or flag? */
  is(value: string | boolean): boolean {
    return this.#value === value
  }

  get isThere(): boolean {
    return this.#value !== undefined
  }

  get isUnstated(): boolean {
    return this.#value === UNSTATED
  }

  /** A list that ends in `and-others`, or an item that is `open: true`. */
  get isOpen(): boolean {
    if (Array.isArray(this.#value)) return this.#value.includes(AND_OTHERS)
    return this.at(OPEN).is(true)
  }

  /** Number of the published sentence: the first one that this place, or the nearest around it, names. */
  get sentence(): string | undefined {
    const own = isGroup(this.#value) ? this.#value['from'] : undefined
    if (typeof own === 'string' && /^\d{3}/.test(own)) return own.split(' ')[0]
    return this.#parent?.sentence
  }

  /** Acts that this very place cites. */
  get cites(): readonly string[] {
    return this.at('cites').words()
  }

  get parent(): Said | undefined {
    return this.#parent
  }
}

function within(value: unknown, key: string): unknown {
  if (Array.isArray(value)) return value[Number(key)]
  return isGroup(value) ? value[key] : undefined
}

function isGroup(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
