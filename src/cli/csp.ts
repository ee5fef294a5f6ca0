import { defineCommand } from 'citty'
import { dayOf, type Moment, momentOf } from '../base/time.ts'
import { type Clock, systemClock } from '../platform/clock.ts'
import { cspText, type Facts, type Policy } from '../policy/index.ts'
import { problem } from './complain.ts'
import { openPolicy } from './policy-file.ts'
import { show } from './show.ts'
import type { Terminal } from './terminal.ts'

/**
 * `lupaus csp FILE`: prints the Content-Security-Policy of one state of consent and nothing else;
 * exit code 1 when the policy has errors, 2 when asked wrongly.
 */
export function cspCommand(terminal: Terminal, clock: Clock = systemClock) {
  return defineCommand({
    meta: { name: 'csp', description: 'Print the Content-Security-Policy of a state of consent' },
    args: {
      file: { type: 'positional', description: 'The policy file', required: false },
      consent: { type: 'string', description: 'none, all, or purposes: a,b', default: 'none' },
      without: { type: 'string', description: 'Vendors that are refused by name: a,b' },
      hosts: { type: 'string', description: 'Further hosts of the site, that of Lupaus: a,b' },
      meta: { type: 'boolean', description: 'As the tag says it in an element of the page' },
      inline: { type: 'boolean', description: 'Let scripts and styles in the page run' },
    },
    run: async ({ args }) => {
      const [file, ...others] = args._.map(String)
      if (file === undefined || others.length > 0) return asked(terminal, 'name one policy file')
      const { policy, diagnostics, text } = await openPolicy(file, dayOf(clock.now()))
      if (!policy) {
        for (const found of diagnostics) terminal.err(show(terminal, found, text))
        return 1
      }
      const { consent, without = '', hosts = '', meta = false, inline = false } = args
      const facts = factsOf(policy, consent, listed(without), clock.now())
      if (typeof facts === 'string') return asked(terminal, facts)
      const own = [...policy.sites.flatMap(site => site.hosts), ...listed(hosts)]
      const place = { hosts: own, by: meta ? 'meta' : 'header', inline } as const
      terminal.out(`${cspText(policy.rules, facts, place)}\n`)
      return 0
    },
  })
}

function listed(text: string): readonly string[] {
  return text.split(',').flatMap(part => part.trim() || [])
}

/** The choice that was named, made this moment; or what is wrong with it. */
function factsOf(
  { rules, vendors }: Policy,
  consent: string,
  without: readonly string[],
  now: Moment,
): Facts | string {
  const asks = Object.values(rules.purposes).filter(({ basis }) => basis === 'consent')
  const known = asks.map(({ id }) => id)
  const named = consent === 'none' ? [] : consent === 'all' ? known : listed(consent)
  const stranger = named.find(id => !known.includes(id))
  if (stranger !== undefined) {
    return `the policy asks no consent for \`${stranger}\`; it asks for ${known.join(', ') || 'nothing'}`
  }
  const unknown = without.find(id => !vendors.some(vendor => vendor.id === id))
  if (unknown !== undefined) {
    const ids = vendors.map(({ id }) => id).join(', ')
    return `the policy names no vendor \`${unknown}\`; it names ${ids || 'none'}`
  }
  const granted = asks.filter(({ id }) => named.includes(id)).map(({ id, terms }) => [id, terms])
  const until = momentOf(now + 1)
  const choice = { granted: Object.fromEntries(granted), without, until, now }
  return { ...choice, chosenUnder: [], signals: [], withdrawn: false }
}

function asked(terminal: Terminal, what: string): number {
  const help = 'lupaus csp policies/childrens-shop.yaml --consent analytics,marketing'
  terminal.err(problem(terminal, 'error', what, help))
  return 2
}
