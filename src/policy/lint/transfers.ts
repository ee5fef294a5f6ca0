import type { Said } from '../syntax/said.ts'
import type { LintRule } from './rule.ts'
import { isStated, quoted } from './stated.ts'

/** Data leaves the Union, and nobody learns on which ground. */
export const someMechanism: LintRule = {
  code: 'L12',
  article: 'GDPR 13(1)(f), 14(1)(f), 44-49',
  find: (policy, law) => {
    const known = law.mechanisms()
    return policy
      .at('transfers')
      .items()
      .filter(
        transfer =>
          !names(
            transfer,
            known.map(({ id }) => id),
          ),
      )
      .map(at => {
        const message = `the ground of this transfer is left open: ${saidOf(at)}`
        const help =
          'name one mechanism and its document for each transfer, and where to get a copy'
        return { at, message, help, rests: known }
      })
  },
}

function names(transfer: Said, known: readonly string[]): boolean {
  const mechanism = transfer.at('mechanism')
  const [only] = mechanism.words()
  if (!isStated(mechanism) || only === undefined || !known.includes(only)) return false
  return !transfer.at('document').isUnstated && !transfer.at('to').isUnstated
}

function saidOf(transfer: Said): string {
  const unsaid = ['mechanism', 'document', 'to'].filter(key => transfer.at(key).isUnstated)
  const mechanism = transfer.at('mechanism')
  const held = mechanism.isUnstated ? [] : [`it rests on ${quoted(mechanism.words())}`]
  return [...held, ...(unsaid.length > 0 ? [`it does not tell ${quoted(unsaid)}`] : [])].join(', ')
}
