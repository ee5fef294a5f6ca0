import type { Said } from '../syntax/said.ts'
import { AND_OTHERS, OPEN } from '../syntax/faulty.ts'
import { everywhere } from './everywhere.ts'
import type { Finding, LintRule } from './rule.ts'

/** Recipients that could be anybody. */
const ANYBODY = ['partners', 'other-companies', 'third-parties']

/** A list of people, data, sources or recipients stands for more than it names. */
export const openList: LintRule = {
  code: 'L11',
  article: 'GDPR 5(1)(b)-(c), 13(1)(e), 14(1)(d)-(e)',
  find: policy => [...everywhere(policy).flatMap(open), ...recipients(policy)],
}

function open(at: Said): readonly Finding[] {
  if (!at.isOpen) return []
  const mark = at.at(OPEN).is(true) ? `${OPEN}: true` : AND_OTHERS
  const message = `\`${mark}\` leaves open what else belongs to this`
  return [{ at, message, help: 'name everything; what is not named is refused' }]
}

// One finding a place: an open item is reported as such.
function recipients(policy: Said): readonly Finding[] {
  return policy
    .at('recipients')
    .items()
    .filter(item => !item.isOpen)
    .flatMap(item => {
      const word = ANYBODY.find(known => item.at('category').is(known))
      if (word === undefined) return []
      const message = `\`${word}\` may be anybody: nobody learns who receives the data`
      const help = 'name a category that tells what they do, such as `customer-service-partners`'
      return [{ at: item, message, help }]
    })
}
