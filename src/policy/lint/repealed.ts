import type { Law } from '../law/index.ts'
import type { Said } from '../syntax/said.ts'
import { everywhere } from './everywhere.ts'
import type { Finding, LintRule } from './rule.ts'

/** The policy rests on an act that is no longer in force. */
export const repealedAct: LintRule = {
  code: 'L19',
  article: 'GDPR 12(1); 1050/2018 § 37',
  find: (policy, law) =>
    everywhere(policy).flatMap(at => [
      ...at.cites.flatMap(name => gone(at, name, law)),
      ...orderedBy(at).flatMap(name => gone(at.at('law'), name, law)),
    ]),
}

function orderedBy(at: Said): readonly string[] {
  return at.at('keep').isThere ? at.at('law').words() : []
}

function gone(at: Said, name: string, law: Law): readonly Finding[] {
  const act = law.act(name)
  if (act?.repealedOn === undefined) return []
  const by = act.repealedBy === undefined ? '' : ` by \`${act.repealedBy}\``
  const message = `\`${name}\` (${act.names.en}) was repealed${by}: not in force since ${act.repealedOn}`
  const instead = (act.replacedBy ?? []).map(id => `\`${id}\``).join(' and ')
  const help = instead === '' ? 'cite the act in force' : `cite ${instead} instead`
  return [{ at, message, help, rests: [act.row] }]
}
