import type { LintRule } from './rule.ts'

/** Whoever only comes to the site is taken to have said yes. */
export const yesByVisiting: LintRule = {
  code: 'L02',
  article: 'GDPR 4(11), recital 32',
  find: policy =>
    policy
      .at('consent', 'given')
      .items()
      .filter(given => given.at('by').is('using-site'))
      .map(at => {
        const message = '`using-site` is no consent: nothing was asked and nothing was answered'
        const help = 'write `by: banner`; until somebody says yes, nothing is loaded'
        return { at, message, help }
      }),
}

/** What one does for another reason, and what is then taken for a yes. */
const FOR_ANOTHER_REASON = ['giving-data', 'sending-enquiry', 'ordering-material']

/** Whoever asks for one thing is taken to have consented to another. */
export const yesByAsking: LintRule = {
  code: 'L17',
  article: 'GDPR 4(11), 7(2), 7(4)',
  find: policy =>
    policy
      .at('consent', 'given')
      .items()
      .filter(given => FOR_ANOTHER_REASON.some(word => given.at('by').is(word)))
      .map(at => {
        const message = `\`${at.at('by').text() ?? ''}\` asks for something else and is no consent`
        const help = 'answer on the basis `pre-contract`; ask for marketing apart, `by: own-choice`'
        return { at, message, help }
      }),
}
