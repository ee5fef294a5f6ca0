import type { Said } from '../syntax/said.ts'
import type { LintRule } from './rule.ts'
import { quoted } from './stated.ts'

/** What has to be told of each tracker by itself. */
const TOLD = ['name', 'store', 'use', 'vendor', 'purpose'] as const

/** Several trackers are told as one, or one of which nobody learns what or whose it is. */
export const lumped: LintRule = {
  code: 'L23',
  article: '917/2014 § 205(1); GDPR 13(1)',
  find: policy =>
    policy
      .at('trackers')
      .items()
      .flatMap(at => {
        const [open, several] = [unsaid(at), mixed(at)]
        if (open.length === 0 && several.length === 0) return []
        const what = [
          ...(open.length > 0 ? [`it does not tell ${quoted(open)}`] : []),
          ...several.map(key => `one \`${key}\` stands for ${quoted(at.at(key).words())}`),
        ]
        const message = `this names no single tracker: ${what.join('; ')}`
        const help = 'declare each tracker by its name, with its store, its vendor and its use'
        return [{ at, message, help }]
      }),
}

function unsaid(tracker: Said): readonly string[] {
  return TOLD.filter(key => tracker.at(key).isUnstated)
}

function mixed(tracker: Said): readonly string[] {
  return TOLD.filter(key => tracker.at(key).words().length > 1)
}
