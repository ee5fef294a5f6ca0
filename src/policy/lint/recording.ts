import type { LintRule } from './rule.ts'

/** A call is recorded, and who speaks could have read it somewhere. */
export const recordedUntold: LintRule = {
  code: 'L24',
  article: 'GDPR 13(1), 5(1)(a)',
  find: (policy, law) =>
    policy
      .at('calls')
      .items()
      .filter(call => call.at('announced').is('in-policy-only') || call.at('announced').isUnstated)
      .map(at => {
        const message = `calls are recorded, and people are told \`${at.at('announced').text() ?? ''}\``
        const help = 'write `announced: before-recording`, and say it before the recording starts'
        return { at, message, help, rests: law.conditions('call-recording') }
      }),
}
