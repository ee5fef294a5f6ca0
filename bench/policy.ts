import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { type Moment, momentOf } from '../src/base/time.ts'
import { packageRoot } from '../src/cli/package-root.ts'
import {
  decide,
  decidePerson,
  type Facts,
  type PersonFacts,
  type Policy,
  readPolicy,
  type Signal,
} from '../src/policy/index.ts'

const WARM_UPS = 30
const READS = 61
const CASES = 1 << 16
const DECISIONS = 4_000_000
/** Any fixed number: the same questions in every run. */
const SEED = 20_261_122

/**
 * Milliseconds to check and compile the largest policy (first, then the median when warm, by the clock
 * and of the processor), what a bare YAML parser takes for the same file, and decisions a second on
 * one core.
 */
export function run(): Promise<Record<string, number | string>> {
  const { file, text } = largest(join(packageRoot(), 'policies'))
  const firstMs = timed(() => readPolicy(text, file))
  const check = mediansOf(() => readPolicy(text, file))
  const yaml = mediansOf(() => parse(text))
  const { policy } = readPolicy(text, file)
  if (!policy) throw new Error(`${file} does not compile`)
  return Promise.resolve({
    ...{ bench: 'policy', file: file.split('/').at(-1) ?? file, lines: text.split('\n').length },
    ...{ checkMs: rounded(check.ms), checkCpuMs: rounded(check.cpuMs), firstMs: rounded(firstMs) },
    ...{ yamlMs: rounded(yaml.ms), ratioToYaml: rounded(check.cpuMs / yaml.cpuMs) },
    decisionsPerSecond: deviceDecisions(policy),
    personDecisionsPerSecond: personDecisions(policy),
  })
}

function largest(folder: string): { file: string; text: string } {
  const files = readdirSync(folder)
    .filter(name => name.endsWith('.yaml'))
    .map(name => join(folder, name))
    .map(file => ({ file, text: readFileSync(file, 'utf8') }))
  const [first] = files.toSorted((a, b) => b.text.length - a.text.length)
  if (!first) throw new Error('there is no policy to measure')
  return first
}

function timed(work: () => unknown): number {
  const started = performance.now()
  work()
  return performance.now() - started
}

/** Medians when warm: by the clock, and of processor time, which other work on the machine hides less. */
function mediansOf(work: () => unknown): { ms: number; cpuMs: number } {
  for (let count = 0; count < WARM_UPS; count += 1) work()
  const rounds = Array.from({ length: READS }, () => {
    const before = process.cpuUsage()
    const ms = timed(work)
    const { user, system } = process.cpuUsage(before)
    return { ms, cpuMs: (user + system) / 1000 }
  })
  return { ms: median(rounds.map(({ ms }) => ms)), cpuMs: median(rounds.map(one => one.cpuMs)) }
}

function median(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[(READS - 1) / 2] ?? Number.NaN
}

function deviceDecisions(policy: Policy): number {
  const { rules } = policy
  const purposes = [...Object.keys(rules.purposes), 'unknown']
  const cases = prepared(any => ({ purpose: any.of(purposes), facts: factsFor(policy, any) }))
  return rate(at => {
    const { purpose, facts } = cases[at % CASES] ?? cases[0]
    return !('refused' in decide(rules, purpose, facts))
  })
}

function personDecisions(policy: Policy): number {
  const { personRules } = policy
  const purposes = [...Object.keys(personRules.purposes), 'unknown']
  const channels = ['email', 'sms', 'phone', 'post', 'in-person', 'web']
  const cases = prepared(any => ({
    ...{ purpose: any.of(purposes), channel: any.of(channels) },
    facts: personFactsFor(policy, any),
  }))
  return rate(at => {
    const { purpose, channel, facts } = cases[at % CASES] ?? cases[0]
    return 'allowed' in decidePerson(personRules, purpose, channel, facts)
  })
}

/** Decisions a second, as a whole number; an answer that is always the same measures nothing. */
function rate(ask: (at: number) => boolean): number {
  for (let at = 0; at < CASES; at += 1) ask(at)
  let yes = 0
  const started = performance.now()
  for (let at = 0; at < DECISIONS; at += 1) if (ask(at)) yes += 1
  const seconds = (performance.now() - started) / 1000
  if (yes === 0 || yes === DECISIONS) throw new Error('all decisions are the same')
  return Math.round(DECISIONS / seconds)
}

function prepared<Case>(make: (any: Any) => Case): readonly [Case, ...Case[]] {
  const any = new Any(SEED)
  const first = make(any)
  return [first, ...Array.from({ length: CASES - 1 }, () => make(any))]
}

/** Numbers that look random and are the same in every run (a linear congruence of 32 bits). */
class Any {
  #state: number

  constructor(seed: number) {
    this.#state = seed
  }

  below(limit: number): number {
    this.#state = (Math.imul(this.#state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((this.#state / 2 ** 32) * limit)
  }

  of<Item>(items: readonly Item[]): Item {
    const item = items[this.below(items.length)]
    if (item === undefined) throw new Error('nothing to choose from')
    return item
  }

  yes(): boolean {
    return this.below(2) === 1
  }
}

const NOW = momentOf(Date.UTC(2026, 10, 23))

function later(any: Any): Moment {
  return momentOf(NOW + any.below(1000) - 100)
}

function factsFor({ rules }: Policy, any: Any): Facts | undefined {
  if (any.below(8) === 0) return undefined
  const granted = Object.values(rules.purposes)
    .filter(() => any.yes())
    .map(({ id, terms }) => [id, any.below(8) === 0 ? 'older' : terms] as const)
  const signals = (): Signal[] => (any.below(4) === 0 ? ['gpc'] : [])
  return {
    granted: Object.fromEntries(granted),
    chosenUnder: signals(),
    signals: signals(),
    until: later(any),
    now: NOW,
    withdrawn: any.below(8) === 0,
  }
}

function personFactsFor({ personRules }: Policy, any: Any): PersonFacts {
  const consents = Object.values(personRules.purposes)
    .filter(() => any.yes())
    .map(({ id, terms }) => [id, { email: terms, sms: 'older' }] as const)
  return {
    consents: Object.fromEntries(consents),
    objections: any.below(4) === 0 ? [{ to: 'channel', what: 'email' }] : [],
    ...{ contract: any.yes(), enquiry: any.yes(), similarSale: any.yes(), duty: any.yes() },
    ...{ restricted: any.below(8) === 0, erased: any.below(8) === 0 },
    age: any.yes() ? any.below(80) : undefined,
    now: NOW,
  }
}

function rounded(ms: number): number {
  return Math.round(ms * 10) / 10
}
