import type { Said } from '../syntax/said.ts'
import { type Aim, AIMS } from '../vocabulary.ts'
import type { LintRule } from './rule.ts'
import { quoted } from './stated.ts'

/** Aims that can belong to a service which a visitor asked for; all others serve the company. */
const OF_A_SERVICE: readonly Aim[] = [
  'site-functions',
  'service-function',
  'customer-identification',
  'information-security',
  'abuse-prevention',
  'quotes',
  'orders-and-deliveries',
  'invoicing',
  'newsletter',
  'contests',
  'customer-communication',
  'requests-of-persons',
  'machine-upkeep',
]

/** Where something is kept on, or read from, a device. */
const ON_DEVICES = ['web', 'app']

/** What the company finds useful is called necessary, so that nobody is asked. */
export const calledNecessary: LintRule = {
  code: 'L03',
  article: '917/2014 § 205(2)',
  find: (policy, law) => {
    const rests = [law.row('device-exempt-requested'), law.row('device-exempt-transmission')]
    if (!rests.some(row => row)) return []
    return policy
      .at('purposes')
      .items()
      .filter(isCalledNecessary)
      .flatMap(purpose => {
        const others = ownAims(purpose)
        if (others.length === 0) return []
        const message = `${quoted(others)} ${others.length === 1 ? 'is' : 'are'} no service that a visitor asked for, and cannot go without consent`
        const help = 'write `consent`, or count without touching the device'
        return [{ at: purpose.at('basis'), message, help, rests }]
      })
  },
}

/** Does a purpose claim that its cookies need no consent? */
export function isCalledNecessary(purpose: Said): boolean {
  const bases = ON_DEVICES.map(channel => purpose.at('basis', channel))
  if (bases.some(basis => basis.words().includes('service-requested'))) return true
  return purpose.at('category').is('functional') && bases.some(basis => basis.isThere)
}

/** Aims of a purpose that serve the company, not the visitor who asked for something. */
export function ownAims(purpose: Said): readonly string[] {
  return purpose
    .at('aims')
    .words()
    .filter(word => AIMS.some(aim => aim === word) && !OF_A_SERVICE.some(aim => aim === word))
}
