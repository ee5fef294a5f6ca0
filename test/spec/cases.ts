import { readdirSync, readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { moment, type Moment } from '../../src/base/time.ts'
import type { Facts, Policy, Rules } from '../../src/policy/index.ts'
import { readPolicy, type Reading } from '../../src/policy/index.ts'
import type { PersonFacts } from '../../src/policy/decide-person.ts'

/** The day on which every case is asked, unless it says another. */
export const DAY = '2026-06-01'

/** What every case of `spec/cases` may say; the README there explains each key. */
export type Case = {
  readonly name: string
  readonly base: string
  readonly replace?: readonly { readonly find: string; readonly put: string }[]
  readonly ask?: Readonly<Record<string, unknown>>
  readonly facts?: VisitorWords
  readonly person?: PersonWords
  readonly answer?: string
  readonly kept?: readonly string[]
  readonly lang?: 'fi' | 'sv' | 'en'
  readonly format?: 'html' | 'md' | 'txt'
  readonly contains?: readonly string[]
  readonly lacks?: readonly string[]
  readonly diagnostics?: readonly { code: string; line?: number; column?: number; from?: string }[]
  readonly changes?: readonly { kind: string; path: string; consequence: string }[]
}

type VisitorWords = {
  readonly granted?: readonly string[]
  readonly stale?: readonly string[]
  readonly signals?: Facts['signals']
  readonly 'chosen-under'?: Facts['chosenUnder']
  readonly lapsed?: boolean
  readonly withdrawn?: boolean
}

type PersonWords = {
  readonly consents?: Readonly<Record<string, readonly string[]>>
  readonly stale?: Readonly<Record<string, readonly string[]>>
  readonly objections?: readonly string[]
  readonly contract?: boolean
  readonly enquiry?: boolean
  readonly duty?: boolean
  readonly 'similar-sale'?: boolean
  readonly restricted?: boolean
  readonly erased?: boolean
  readonly age?: number
  readonly on?: string
}

/** Every case of one kind, by the file it stands in. */
export function casesOf(
  kind: string,
): readonly (readonly [file: string, cases: readonly Case[]])[] {
  const folder = `spec/cases/${kind}`
  return readdirSync(folder)
    .filter(name => name.endsWith('.yaml'))
    .map(name => [name, parse(readFileSync(`${folder}/${name}`, 'utf8')) as Case[]] as const)
}

/** The text a case is about: its base with each replacement made, exactly once. */
export function textOf({ base, replace = [], name }: Case): string {
  let text = readFileSync(`spec/cases/policies/${base}.yaml`, 'utf8')
  for (const { find, put } of replace) {
    const parts = text.split(find)
    if (parts.length !== 2) throw new Error(`${name}: \`${find}\` stands ${parts.length - 1} times`)
    text = parts.join(put)
  }
  return text
}

export function readingOf(held: Case): Reading {
  return readPolicy(textOf(held), `${held.base}.yaml`, DAY)
}

export function policyOf(held: Case): Policy {
  const { policy, diagnostics } = readingOf(held)
  if (!policy) throw new Error(`${held.name}: ${JSON.stringify(diagnostics)}`)
  return policy
}

/** The facts of a visitor, from words: purposes for terms, `lapsed` for a date that has passed. */
export function visitorOf(rules: Rules, words: VisitorWords | undefined): Facts | undefined {
  if (!words) return undefined
  const now = moment(DAY)
  const terms = (id: string) => rules.purposes[id]?.terms ?? 'none'
  return {
    granted: Object.fromEntries([
      ...(words.granted ?? []).map(id => [id, terms(id)] as const),
      ...(words.stale ?? []).map(id => [id, '00000000'] as const),
    ]),
    chosenUnder: words['chosen-under'] ?? [],
    signals: words.signals ?? [],
    until: words.lapsed === true ? now : ((now + 1000) as Moment),
    now,
    withdrawn: words.withdrawn ?? false,
  }
}

/** The facts of a person, from words; whatever is not said is not so. */
export function personOf(policy: Policy, words: PersonWords): PersonFacts {
  const given = (held: PersonWords['consents'], terms: (id: string) => string) =>
    Object.entries(held ?? {}).map(
      ([id, channels]) => [id, Object.fromEntries(channels.map(on => [on, terms(id)]))] as const,
    )
  const current = (id: string) => policy.personRules.purposes[id]?.terms ?? 'none'
  return {
    consents: Object.fromEntries([
      ...given(words.consents, current),
      ...given(words.stale, () => '00000000'),
    ]),
    objections: (words.objections ?? []).map(objectionOf),
    contract: words.contract ?? false,
    enquiry: words.enquiry ?? false,
    similarSale: words['similar-sale'] ?? false,
    duty: words.duty ?? false,
    restricted: words.restricted ?? false,
    erased: words.erased ?? false,
    age: words.age,
    now: moment(words.on ?? DAY),
  }
}

function objectionOf(word: string): PersonFacts['objections'][number] {
  if (word === 'marketing') return { to: 'marketing' }
  const [kind, what] = word.split(':')
  return kind === 'channel' && what !== undefined
    ? { to: 'channel', what }
    : { to: 'purpose', what: word }
}
