import type { LintRule } from './rule.ts'

/** The company changes what it does with the data, and need not tell anybody. */
export const changedAtWill: LintRule = {
  code: 'L13',
  article: 'GDPR 13(3), 14(4), 5(1)(a)',
  find: policy => {
    const at = policy.at('policy', 'changes')
    if (!at.at('told').is('at-will') && !at.at('told').isUnstated) return []
    const message = `\`told: ${at.at('told').text() ?? ''}\` keeps a right to change the policy without a word`
    const help = 'write `told: before-use`; a consent does not stretch to a new purpose'
    return [{ at, message, help }]
  },
}
