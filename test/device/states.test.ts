import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { type Moment, momentOf } from '../../src/base/time.ts'
import { cspText, type Facts, permittedHosts, readPolicy } from '../../src/policy/index.ts'
import { decideTracker, type Rules } from '../../src/policy/decide.ts'

/** What we read of a policy ourselves, so that the answer is not asked of what is tested. */
type Said = {
  readonly purposes?: readonly {
    readonly id: string
    readonly category?: string
    readonly basis: { readonly web?: string }
    readonly vendors?: readonly string[]
  }[]
  readonly trackers?: readonly {
    readonly id: string
    readonly name: string
    readonly store: string
    readonly purpose: string
    readonly vendor: string
  }[]
  readonly vendors?: readonly {
    readonly id: string
    readonly hosts: readonly string[]
    readonly through?: string
  }[]
}

const POLICIES = [
  'bank-analytics',
  'childrens-shop',
  'electricity-cookies',
  'electricity-marketing-register',
  'machine-dealer',
]

/** When the policies hold, and their mechanisms of transfer with them. */
const NOW = momentOf(Date.parse('2026-12-01T12:00:00Z'))
const UNTIL = momentOf(Date.parse('2027-03-01T12:00:00Z'))

const read = POLICIES.map(name => {
  const text = readFileSync(`policies/${name}.yaml`, 'utf8')
  const { policy } = readPolicy(text, name)
  if (!policy) throw new Error(`${name} does not compile`)
  const said = parse(text) as Said
  const device = (said.purposes ?? []).filter(({ category }) => category !== undefined)
  const asked = device.filter(({ basis }) => basis.web === 'consent').map(({ id }) => id)
  return { name, rules: policy.rules, said, device, asked }
})
type Read = (typeof read)[number]

function factsOf(rules: Rules, granted: readonly string[], more: Partial<Facts> = {}): Facts {
  const terms = granted.map(id => [id, rules.purposes[id]?.terms ?? ''])
  return {
    granted: Object.fromEntries(terms),
    ...{ chosenUnder: [], signals: [], until: UNTIL, now: NOW, withdrawn: false },
    ...more,
  }
}

/** Every way to choose some of these. */
function subsets<T>(of: readonly T[]): readonly (readonly T[])[] {
  return Array.from({ length: 2 ** of.length }, (_, bits) =>
    of.filter((_one, at) => Math.floor(bits / 2 ** at) % 2 === 1),
  )
}

/** Hosts that the file itself lets a browser contact in this state. */
function declaredHosts(
  { said, device }: Read,
  open: readonly string[],
  without: readonly string[],
) {
  const mayAct = (id: string) =>
    !without.includes(id) && device.some(one => open.includes(one.id) && one.vendors?.includes(id))
  const acting = (said.vendors ?? []).filter(
    ({ id, through }) => through !== 'server' && mayAct(id),
  )
  return [...new Set(acting.flatMap(({ hosts }) => hosts))].toSorted()
}

/** Trackers that the file itself lets be set in this state. */
function declaredTrackers({ said }: Read, open: readonly string[], without: readonly string[]) {
  return (said.trackers ?? [])
    .filter(({ purpose, vendor }) => open.includes(purpose) && !without.includes(vendor))
    .map(({ id }) => id)
}

function settable({ said, rules }: Read, facts: Facts | undefined): readonly string[] {
  const named = (name: string) => name.replace('*', 'x1')
  return (said.trackers ?? [])
    .filter(({ store, name }) => 'permit' in decideTracker(rules, store, named(name), facts))
    .map(({ id }) => id)
}

/** Hosts in a Content-Security-Policy, in whatever directive. */
function hostsIn(csp: string): readonly string[] {
  const words = csp.split(/[; ]+/)
  return [...new Set(words.filter(word => /^[a-z0-9*-]+\.[a-z0-9.*:-]+$/.test(word)))].toSorted()
}

/** Purposes that need no yes, and those that were given one. */
function openIn({ device, asked }: Read, granted: readonly string[]): readonly string[] {
  return [...device.map(({ id }) => id).filter(id => !asked.includes(id)), ...granted]
}

test.for(read)(
  'in every one of the 2^n states of $name exactly the declared hosts and trackers are open (proves: consent.categories) (proves: device.only-declared)',
  of => {
    for (const granted of subsets(of.asked)) {
      const facts = factsOf(of.rules, granted)
      const open = openIn(of, granted)
      expect(permittedHosts(of.rules, facts)).toEqual(declaredHosts(of, open, []))
      for (const by of ['header', 'meta'] as const) {
        const csp = cspText(of.rules, facts, { hosts: [], by })
        expect(hostsIn(csp)).toEqual(declaredHosts(of, open, []))
      }
      expect(settable(of, facts)).toEqual(declaredTrackers(of, open, []))
    }
  },
)

test.for(read)(
  'a vendor of $name that is refused by name, alone or beside another, takes exactly its own away',
  of => {
    const ids = (of.said.vendors ?? []).map(({ id }) => id)
    const pairs = ids.flatMap((one, at) => ids.slice(at).map(other => [one, other]))
    const open = openIn(of, of.asked)
    for (const without of pairs) {
      const facts = factsOf(of.rules, of.asked, { without })
      expect(permittedHosts(of.rules, facts)).toEqual(declaredHosts(of, open, without))
      expect(settable(of, facts)).toEqual(declaredTrackers(of, open, without))
    }
  },
)

test.for(read)(
  'without a choice, with one that lapsed, was taken back or is garbled, $name opens nothing that needs a yes (proves: consent.refuse-nonessential)',
  of => {
    const all = factsOf(of.rules, of.asked)
    const open = openIn(of, [])
    const broken: readonly (Facts | undefined)[] = [
      undefined,
      factsOf(of.rules, []),
      { ...all, withdrawn: true },
      { ...all, until: NOW },
      { ...all, now: Number.NaN as Moment },
      { ...all, granted: Object.fromEntries(of.asked.map(id => [id, 'other-terms'])) },
    ]
    for (const facts of broken) {
      expect(permittedHosts(of.rules, facts)).toEqual([])
      expect(settable(of, facts)).toEqual(declaredTrackers(of, open, []))
    }
  },
)

test('a signal closes what it refuses, in every state, unless the yes was given under it (proves: signal.dnt-stops-partner-tags)', () => {
  for (const of of read)
    for (const granted of subsets(of.asked))
      for (const signal of ['dnt', 'gpc'] as const) {
        const left = granted.filter(id => !of.rules.purposes[id]?.refusedBy.includes(signal))
        const under = factsOf(of.rules, granted, { signals: [signal] })
        const open = openIn(of, left)
        expect(permittedHosts(of.rules, under)).toEqual(declaredHosts(of, open, []))
        const over = factsOf(of.rules, granted, { signals: [signal], chosenUnder: [signal] })
        const all = openIn(of, granted)
        expect(permittedHosts(of.rules, over)).toEqual(declaredHosts(of, all, []))
      }
})

test('the states are many, and differ', () => {
  const states = read.map(({ asked }) => 2 ** asked.length)
  expect(states).toEqual([32, 8, 4, 1, 8])
  const [bank] = read
  if (!bank) throw new Error('no policy')
  const seen = subsets(bank.asked).map(granted =>
    settable(bank, factsOf(bank.rules, granted)).join(),
  )
  expect(new Set(seen).size).toBe(8)
})
