import type { Said } from '../syntax/said.ts'
import type { Finding, LintRule } from './rule.ts'
import { quoted } from './stated.ts'

/** What a person may do to end keeping, and may never do. */
const UP_TO_THE_PERSON = ['consent-withdrawn', 'marketing-forbidden']

/** Data is kept until the person does something, and for ever when they do not. */
export const untilThePersonActs: LintRule = {
  code: 'L07',
  article: 'GDPR 5(1)(e), 13(2)(a)',
  find: policy =>
    policy
      .at('retention')
      .items()
      .filter(rule => rule.at('keep').isUnstated && endsByThePerson(rule).length > 0)
      .map(at => {
        const message = `\`until\` ${quoted(endsByThePerson(at))} is no time: who does nothing is kept for ever`
        const help = 'add a time to `keep`, counted `after: last-contact`'
        return { at, message, help }
      }),
}

/** Something is kept, and nobody learns for how long. */
export const noPeriod: LintRule = {
  code: 'L18',
  article: 'GDPR 5(1)(e), 13(2)(a)',
  find: policy => [
    ...unstated([policy.at('retention')]),
    ...unstated(['purposes', 'data', 'calls', 'machines'].flatMap(list => ruleOf(policy, list))),
    ...unstated(
      policy
        .at('rights')
        .items()
        .map(right => right.at('archive')),
    ),
    ...policy.at('retention').items().flatMap(noEnd),
  ],
}

/** Words that look like a time and are none. */
const NO_TIME = ['as-law-allows', 'as-winding-up-takes']

function noEnd(rule: Said): readonly Finding[] {
  const keep = rule.at('keep')
  const word = NO_TIME.find(known => keep.is(known))
  if (word !== undefined) return [missing(keep, `\`${word}\` is no time`)]
  const isOpen = keep.isUnstated && endsByThePerson(rule).length === 0
  return isOpen ? [missing(keep, 'nothing says how long this is kept')] : []
}

function unstated(places: readonly Said[]): readonly Finding[] {
  return places
    .filter(({ isUnstated }) => isUnstated)
    .map(at => missing(at, 'nothing says how long this is kept'))
}

function missing(at: Said, message: string): Finding {
  return { at, message, help: 'name a time, or what decides it, in a rule under `retention`' }
}

function ruleOf(policy: Said, list: string): readonly Said[] {
  return policy
    .at(list)
    .items()
    .map(item => item.at('retention'))
}

function endsByThePerson(rule: Said): readonly string[] {
  return rule
    .at('until')
    .words()
    .filter(word => UP_TO_THE_PERSON.includes(word))
}
