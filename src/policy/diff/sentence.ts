import { IntlMessageFormat } from 'intl-messageformat'
import { type Lang, LANGS, type Words } from '../../base/lang.ts'
import { spanOf } from '../lifetime.ts'
import { lifetimeWords } from '../notice/lifetime.ts'
import { purposeName } from '../notice/purpose-words.ts'
import { listed, LOCALES } from '../notice/say.ts'
import { CATALOGUE } from '../notice/words/catalogue.ts'
import type { Policy } from '../policy.ts'
import { type Difference, entriesOf, type Held, isGroup } from './differences.ts'
import type { Verdict } from './judge.ts'
import type { Rename } from './renames.ts'
import type { Scene } from './scene.ts'
import { type DiffKey, enDiff } from './words/en.ts'
import { fiDiff } from './words/fi.ts'
import { svDiff } from './words/sv.ts'

const DIFF: Readonly<Record<Lang, Readonly<Record<DiffKey, string>>>> = {
  fi: fiDiff,
  sv: svDiff,
  en: enDiff,
}

/** One sentence for people on one difference, in every language. */
export function wordsOf(scene: Scene, found: Difference, verdict: Verdict): Words {
  const subject = SUBJECTS.find(({ shape }) => shape.test(found.at))
  const ops = opsOf(found, verdict)
  const keys = [subject?.say, anyOf(found), 'any'].flatMap(kind => ops.map(op => `${kind}.${op}`))
  const key = keys.find(isKey) ?? 'any.changed'
  const { path } = found
  const list = subject?.list ?? LISTS[found.at.split('.').findLast(part => part !== '*') ?? '']
  return inEach(lang =>
    say(lang, key, {
      ...{ section: sectionOf(lang, path), path: placeOf(path), place: placeOf(path.slice(0, -1)) },
      ...{ old: valueOf(lang, found.was, list), next: valueOf(lang, found.is, list) },
      ...subject?.values(new Telling(scene, lang, found)),
    }),
  )
}

function placeOf(path: readonly string[]): string {
  return path.length > 1 ? path.slice(1).join('.') : (path[0] ?? '')
}

/** A word of a list, an item of a list, or anything else. */
function anyOf({ at, was, is }: Difference): string {
  if (!at.endsWith('.*')) return 'any'
  return isGroup(is ?? was) ? 'item' : 'word'
}

/** Closed lists that the words under a key are from. */
const LISTS: Readonly<Record<string, string>> = {
  subjects: 'subject',
  of: 'subject',
  when: 'trigger',
  inputs: 'input',
  kinds: 'machine-kind',
  fields: 'field',
  occasions: 'occasion',
  at: 'occasion',
  mechanism: 'mechanism',
  role: 'role',
  class: 'class',
  needed: 'needed',
  without: 'consequence',
  is: 'form',
  form: 'form',
  store: 'store',
  use: 'use',
  service: 'service',
  services: 'service',
  category: 'category',
  interest: 'interest',
  basis: 'short',
  after: 'anchor',
  until: 'ending',
  // A word of the language, never a function.
  // oxlint-disable-next-line unicorn/no-thenable
  then: 'fate',
  outcome: 'outcome',
  fee: 'fee',
  proof: 'proof',
  assurance: 'assurance',
  clauses: 'contract-clause',
  items: 'contract-item',
  authority: 'authority',
  kind: 'kind',
}

/** One sentence on an id that was changed and nothing else. */
export function renamedWords({ list, was, is }: Rename): Words {
  return inEach(lang =>
    say(lang, 'renamed', { section: sectionOf(lang, [list]), old: was, next: is }),
  )
}

/** One sentence on a purpose to which more belongs now. */
export function grownWords({ next }: Scene, id: string): Words {
  return inEach(lang => say(lang, 'purpose.grown', { item: nameOf(next, id, lang) }))
}

function inEach(write: (lang: Lang) => string): Words {
  const [fi, sv, en] = LANGS.map(write)
  return { fi: fi ?? '', sv: sv ?? '', en: en ?? '' }
}

/** How a difference is told: longer and shorter where a time says so, then added, removed, changed. */
function opsOf({ was, is }: Difference, { kind, follows }: Verdict): readonly string[] {
  if (was === undefined) return ['added']
  if (is === undefined) return ['removed']
  const times: Readonly<Partial<Record<Verdict['kind'], string>>> = {
    'longer-lifetime': 'longer',
    'shorter-lifetime': 'shorter',
    'right-harder': 'longer',
    'right-easier': 'shorter',
  }
  const isTime = [was, is].every(held => typeof held === 'string' && isTimeText(held))
  return [...(isTime ? [times[kind] ?? follows] : []), 'changed']
}

function isTimeText(text: string): boolean {
  return text === 'session' || spanOf(text) !== undefined
}

type Values = Readonly<Record<string, string | undefined>>

/** A kind of difference with sentences of its own. */
type Subject = {
  readonly shape: RegExp
  readonly say: string
  /** The closed list that its words are from. */
  readonly list?: string
  values(telling: Telling): Values
}

/** The names that a sentence may need, in one language. */
class Telling {
  readonly path: readonly string[]
  readonly held: Held
  readonly #scene: Scene
  readonly #lang: Lang

  constructor(scene: Scene, lang: Lang, { path, was, is }: Difference) {
    this.#scene = scene
    this.#lang = lang
    this.path = path
    this.held = is ?? was
  }

  part(at: number): string {
    return this.path[at] ?? ''
  }

  word(list: string, word: string): string {
    return wordIn(this.#lang, list, word)
  }

  /** What the held group says under a key. */
  said(key: string): string {
    return isGroup(this.held) ? textOf(this.held[key]) : ''
  }

  listOf(key: string, list: string): string {
    const held = isGroup(this.held) ? this.held[key] : undefined
    const words = Array.isArray(held) ? held.map(String) : []
    return listed(
      this.#lang,
      words.map(word => this.word(list, word)),
    )
  }

  countries(key: string): string {
    const held = isGroup(this.held) ? this.held[key] : undefined
    const codes = Array.isArray(held) ? held.map(String) : [textOf(held)]
    return listed(
      this.#lang,
      codes.map(code => countryIn(this.#lang, code)),
    )
  }

  time(text: string): string {
    return valueOf(this.#lang, text)
  }

  purpose(id: string): string {
    const { old, next } = this.#scene
    return nameOf(next.said.purposes.some(one => one.id === id) ? next : old, id, this.#lang)
  }

  vendor(id: string): string {
    const { old, next } = this.#scene
    return [...next.vendors, ...old.vendors].find(one => one.id === id)?.name ?? id
  }

  /** In words, who contacts a vendor now. */
  contact(id: string): string {
    const vendor = this.#scene.next.vendors.find(one => one.id === id)
    return this.word('through', vendor?.through ?? 'browser')
  }

  tracker(id: string): string {
    const { old, next } = this.#scene
    return [...next.trackers, ...old.trackers].find(one => one.id === id)?.name ?? id
  }

  group(id: string): string {
    const { old, next } = this.#scene
    const groups = [...(next.said.data ?? []), ...(old.said.data ?? [])]
    const group = groups.find(one => one.id === id)
    if (group?.name) return group.name[this.#lang]
    return listed(
      this.#lang,
      (group?.fields ?? []).map(({ field }) => this.word('field', field)),
    )
  }
}

const on = (at: string, name: string, values: Subject['values'], list?: string): Subject => ({
  shape: new RegExp(`^${at.replaceAll('.', String.raw`\.`).replaceAll('*', String.raw`\*`)}$`),
  say: name,
  values,
  ...(list === undefined ? {} : { list }),
})

const inPurpose = (list: string) => (t: Telling) => ({
  item: t.purpose(t.part(1)),
  word: t.word(list, t.path.at(-1) ?? ''),
})
const ofTracker = (t: Telling) => ({ name: t.tracker(t.part(1)) })
const ofRight = (list: string) => (t: Telling) => ({
  right: t.word('right', t.part(1)),
  word: t.word(list, t.path.at(-1) ?? ''),
})
const ofVendor = (t: Telling) => ({
  name: t.said('name'),
  company: t.said('company'),
  country: t.countries('country'),
})

const SUBJECTS: readonly Subject[] = [
  on('purposes.*', 'purpose', t => ({ item: t.purpose(t.part(1)), aims: t.listOf('aims', 'aim') })),
  on('purposes.*.aims.*', 'aim', inPurpose('aim')),
  on(
    'purposes.*.basis.(web|app|email|sms|phone|post|push|social|in-person)',
    'basis',
    t => ({ item: t.purpose(t.part(1)), channel: t.word('channel', t.part(3)) }),
    'short',
  ),
  on('purposes.*.collects.*', 'event', inPurpose('event')),
  on('purposes.*.collects.*.fields.*', 'field', t => ({
    ...inPurpose('event-field')(t),
    event: t.word('event', t.part(3)),
  })),
  on('purposes.*.vendors.*', 'partner', t => ({
    item: t.purpose(t.part(1)),
    vendor: t.vendor(t.part(3)),
  })),
  on('purposes.*.data.*', 'group', t => ({
    item: t.purpose(t.part(1)),
    word: t.group(t.part(3)),
  })),
  on('trackers.*', 'tracker', t => ({
    ...{ name: t.said('name'), store: t.word('store', t.said('store')) },
    ...{ item: t.purpose(t.said('purpose')), next: t.time(t.said('lifetime')) },
  })),
  on('trackers.*.lifetime', 'lifetime', ofTracker),
  on('trackers.*.rolling(.up-to)?', 'renewal', ofTracker),
  on('vendors.*', 'vendor', ofVendor),
  on('vendors.*.company', 'company', t => ({ name: t.vendor(t.part(1)) })),
  on('vendors.*.through', 'contact', t => ({
    ...{ name: t.vendor(t.part(1)), next: t.contact(t.part(1)) },
  })),
  on('recipients.*', 'recipient', t => ({ word: t.word('recipient', t.said('category')) })),
  on('processors.*', 'processor', t => ({
    ...{ name: t.said('name'), word: t.word('processor', t.said('service')) },
  })),
  on('transfers.*', 'transfer', t => ({
    ...{ countries: t.countries('to'), word: t.word('mechanism', t.said('mechanism')) },
  })),
  on('retention.*.keep', 'keep', t => ({ item: t.part(1) })),
  on('data.*', 'data', t => ({ word: t.group(t.part(1)) })),
  on('data.*.fields.*', 'datum', t => ({
    ...{ item: t.part(1), word: t.word('field', t.part(3)) },
  })),
  on('rights.*', 'right', ofRight('right')),
  on('rights.*.within', 'within', ofRight('right')),
  on('rights.*.refusals.*', 'ground', ofRight('ground')),
  on('rights.*.by.*', 'way', t => ({
    right: t.word('right', t.part(1)),
    word: t.word('request', t.said('by')),
  })),
  on('purposes.*.visitors', 'counted', t => ({ item: t.purpose(t.part(1)) })),
  on('event-sources.*', 'event-source', t => ({
    ...{ item: t.part(1), word: t.word('event-source', t.said('kind')) },
  })),
  on('event-sources.*.kind', 'source-kind', t => ({ item: t.part(1) }), 'event-source'),
  on('event-sources.*.asserts.*', 'asserts', t => ({
    ...{ item: t.part(1), word: t.word('assertion', t.path.at(-1) ?? '') },
  })),
  // No key is ever printed: of one that changed it is only told that it did.
  on('event-sources.*.key', 'event-key', t => ({ item: t.part(1) })),
  on('signals.*.refuses.*', 'refuses', t => ({
    signal: t.word('signal', t.part(1)),
    item: t.purpose(t.part(3)),
  })),
  on('marketing.channels.*', 'channel', t => ({
    word: t.word('channel', t.part(2)),
    next: t.word('short', t.said('basis')),
  })),
  on('controller.name', 'controller', () => ({})),
]

const parsed = new Map<string, IntlMessageFormat>()

function say(lang: Lang, key: DiffKey, values: Values): string {
  const id = `${lang} ${key}`
  const known = parsed.get(id) ?? new IntlMessageFormat(DIFF[lang][key], LOCALES[lang])
  parsed.set(id, known)
  return String(known.format(values))
}

function isKey(key: string): key is DiffKey {
  return Object.hasOwn(enDiff, key)
}

function sectionOf(lang: Lang, [list = '']: readonly string[]): string {
  const key = `section.${list}`
  return DIFF[lang][isKey(key) ? key : 'section.other']
}

/** The word of a closed list as people read it; the word itself where the list has none. */
function wordIn(lang: Lang, list: string, word: string): string {
  const own = `${list}.${word}`
  if (isKey(own)) return DIFF[lang][own]
  const words: Readonly<Record<string, string>> = CATALOGUE[lang]
  return words[own] ?? word
}

function valueOf(lang: Lang, held: Held, list?: string): string {
  if (held === undefined || held === null) return DIFF[lang]['value.nothing']
  if (typeof held === 'boolean') return DIFF[lang][held ? 'value.yes' : 'value.no']
  if (typeof held !== 'string') return leavesOf(held).join(', ')
  if (list !== undefined) return wordIn(lang, list, held)
  const span = held === 'session' ? held : spanOf(held)
  return span ? lifetimeWords(span, lang) : held
}

function leavesOf(held: Held): readonly string[] {
  if (Array.isArray(held)) return held.flatMap(leavesOf)
  if (isGroup(held)) return [...entriesOf(held).values()].flatMap(leavesOf)
  return held === undefined ? [] : [typeof held === 'string' ? held : JSON.stringify(held)]
}

function textOf(held: Held): string {
  return typeof held === 'string' ? held : ''
}

function countryIn(lang: Lang, code: string): string {
  return new Intl.DisplayNames(LOCALES[lang], { type: 'region' }).of(code) ?? code
}

/** What people read as the name of a purpose: its own, or that of its use of the device, or its id. */
function nameOf(policy: Policy, id: string, lang: Lang): string {
  const own = policy.said.purposes.find(purpose => purpose.id === id)?.name
  if (own) return own[lang]
  const device = policy.purposes.find(purpose => purpose.id === id)
  return device ? purposeName(policy, device, lang) : id
}
