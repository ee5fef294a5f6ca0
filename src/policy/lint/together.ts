import { SELF } from '../check/names.ts'
import type { Said } from '../syntax/said.ts'
import type { Finding, LintRule } from './rule.ts'
import { quoted } from './stated.ts'

/** Groups are made from what partners saw, and the partners have no names. */
export const unnamedPartners: LintRule = {
  code: 'L25',
  article: 'GDPR 14(2)(f), 26',
  find: policy =>
    policy
      .at('audiences')
      .items()
      .filter(group => group.at('inputs').words().includes('partner-site-visits'))
      .filter(group => group.at('partners').isUnstated || group.at('partners').words().length === 0)
      .map(at => {
        const message = '`partner-site-visits` come from sites that are not named'
        const help = 'name each partner under `partners`, and take only what it has a consent for'
        return { at, message, help }
      }),
}

/** Others tell with us who people are, and no arrangement says who answers for what. */
export const noArrangement: LintRule = {
  code: 'L27',
  article: 'GDPR 26(1)-(2)',
  find: policy =>
    [...policy.at('identity', 'links').items(), policy.at('identity', 'otherwise')].flatMap(alone),
}

function alone(at: Said): readonly Finding[] {
  const others = at
    .at('by')
    .words()
    .filter(id => id !== SELF && !at.at('by').isUnstated)
  const arrangement = at.at('arrangement')
  if (others.length === 0 || (arrangement.isThere && !arrangement.isUnstated)) return []
  const message = `${quoted(others)} would know people together with us, without an arrangement of joint controllers`
  const help = 'name the `arrangement`, or let only `self` link'
  return [{ at, message, help }]
}
