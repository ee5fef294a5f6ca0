import type { Moment } from '../../base/time.ts'
import {
  decideField,
  decidePerson,
  type PersonGrant,
  type PersonRefusal,
  type Policy,
  type Source,
} from '../../policy/index.ts'
import type { Refused } from '../refuse.ts'

type MachineRule = NonNullable<Policy['said']['machines']>[number]

/** What may be kept of one source's readings, and by which purpose. */
export type ReadingPermit = {
  readonly purpose: string
  /** Line of the policy that says so. */
  readonly line: number
  /** Sorts of data that the policy declares. */
  readonly kinds: ReadonlySet<string>
  /** Whether a reading may say whose machine it is. */
  readonly ofOwners: boolean
}

/** Where the upkeep of machines is done: in the company's own systems, or in the owner's app. */
const CHANNELS = ['in-person', 'app'] as const

/**
 * May readings of this source be kept? The policy must declare the data, that it comes to our
 * server, and a purpose that it is for. What no person can be seen in needs the contract with the
 * machine's user (Data Act, Art. 4(13)); what a person may be seen in needs the purpose's own ground
 * as well. Default deny.
 */
export function permitReadings(
  policy: Policy,
  source: Source,
  now: Moment,
): ReadingPermit | Refused {
  const no = (reason: Refused['reason'], line = source.line, purpose = ''): Refused => ({
    ...{ purpose, reason, line, what: 'reading', named: false },
  })
  const rule = (policy.said.machines ?? []).find(({ id }) => id === source.machines)
  if (source.kind !== 'machine' || !rule) return no('not-promised')
  if (rule.holder !== 'self' || rule.kept === 'on-machine' || !rule.contract)
    return no('not-promised')
  const verdict = upkeepOf(policy, rule, now)
  if (!verdict) return no('not-promised')
  const { purpose } = verdict
  const line = verdict.rule?.line ?? source.line
  const permit = { purpose, line, kinds: new Set<string>(rule.kinds), ofOwners: false }
  if (rule.personal === 'none') return permit
  if ('refused' in verdict) return no(reasonOf(verdict), line, purpose)
  // In a mixed set the number of a machine tells of its user.
  if ('refused' in decideField(verdict, 'device-id')) return no('field-not-declared', line, purpose)
  return { ...permit, ofOwners: !('refused' in decideField(verdict, 'customer-number')) }
}

/** The first purpose of upkeep that is allowed; else why the first was refused. */
function upkeepOf(
  policy: Policy,
  rule: MachineRule,
  now: Moment,
): PersonGrant | PersonRefusal | undefined {
  const purposes = policy.said.purposes.filter(({ aims }) => aims.includes('machine-upkeep'))
  const verdicts = purposes.flatMap(({ id }) =>
    CHANNELS.map(channel => decidePerson(policy.personRules, id, channel, factsOf(rule, now))),
  )
  return verdicts.find(verdict => 'allowed' in verdict) ?? verdicts[0]
}

/**
 * A machine that is sold under the contract is all that is known of its owner here: who the owner
 * is, and what they forbade, is known where the key of the owner can be made.
 */
function factsOf({ contract }: MachineRule, now: Moment) {
  return {
    ...{ consents: {}, objections: [], enquiry: false, similarSale: false, duty: false },
    ...{ contract: contract !== undefined, restricted: false, erased: false },
    ...{ age: undefined, now },
  }
}

function reasonOf({ refused }: PersonRefusal): Refused['reason'] {
  const isTold = refused === 'no-consent' || refused === 'objected' || refused === 'error'
  return isTold ? refused : 'not-promised'
}
