import { defineCommand } from 'citty'
import { dayOf } from '../base/time.ts'
import { type Clock, systemClock } from '../platform/clock.ts'
import { CATALOGUE, type CatalogueFinding, holdAgainst, type Policy } from '../policy/index.ts'
import { problem } from './complain.ts'
import { openPolicy } from './policy-file.ts'
import { show } from './show.ts'
import { ink, type Terminal } from './terminal.ts'

/**
 * `lupaus vendors [FILE]`: exit code 0 with the catalogue, or with what a policy and the catalogue do
 * not agree on; 1 when the policy has errors, 2 when asked wrongly.
 */
export function vendorsCommand(terminal: Terminal, clock: Clock = systemClock) {
  return defineCommand({
    meta: { name: 'vendors', description: 'List the catalogue, or hold a policy against it' },
    args: {
      file: { type: 'positional', description: 'A policy file', required: false },
      json: { type: 'boolean', description: 'Print as JSON' },
    },
    run: ({ args }) => {
      const [file, ...others] = args._.map(String)
      const json = args.json === true
      if (others.length > 0) return asked(terminal, 'name one policy file, or none')
      if (file === undefined) {
        terminal.out(json ? `${JSON.stringify({ vendors: CATALOGUE })}\n` : listed(terminal))
        return 0
      }
      return hold(terminal, { file, json, today: dayOf(clock.now()) })
    },
  })
}

type Ask = { readonly file: string; readonly json: boolean; readonly today: string }

async function hold(terminal: Terminal, { file, json, today }: Ask): Promise<number> {
  const { policy, diagnostics, text } = await openPolicy(file, today)
  if (!policy) {
    for (const one of diagnostics) terminal.err(show(terminal, one, text))
    return 1
  }
  const warnings = holdAgainst(policy)
  terminal.out(json ? `${JSON.stringify({ warnings })}\n` : told(terminal, policy, warnings))
  return 0
}

function listed(terminal: Terminal): string {
  const lines = CATALOGUE.map(({ id, name, company, gateway, disclosures, facts }) => {
    const all = [...disclosures, ...facts]
    const read = all.filter(({ confirmed }) => confirmed).length
    const ours = gateway === 'none' ? 'browser only' : 'browser or our server'
    return [
      ink(terminal, `${id}  ${name}${company === undefined ? '' : `, ${company}`}`, 'bold'),
      `  ${ours}; ${disclosures.length} identifiers; ${read} of ${all.length} facts confirmed`,
    ].join('\n')
  })
  return `${lines.join('\n')}\n`
}

function told(terminal: Terminal, policy: Policy, warnings: readonly CatalogueFinding[]): string {
  const named = policy.vendors.filter(({ catalogue }) => catalogue !== undefined)
  const count = `${named.length} of ${policy.vendors.length} vendors name their entry`
  if (warnings.length === 0) return `${count}; nothing is at odds with the catalogue.\n`
  const lines = warnings.map(({ vendor, message, confirmed }) => {
    const sure = confirmed ? '' : ' (unconfirmed: hold it against the live site)'
    return `${ink(terminal, 'warning', 'yellow')} ${vendor}: ${message}${sure}`
  })
  return `${lines.join('\n')}\n${count}.\n`
}

function asked(terminal: Terminal, what: string): number {
  const help = 'lupaus vendors policies/childrens-shop.yaml'
  terminal.err(problem(terminal, 'error', what, help))
  return 2
}
