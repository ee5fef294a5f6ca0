import type { Said } from '../syntax/said.ts'
import type { Finding, LintRule } from './rule.ts'

/** What a vendor does for the site it works for; no end of its own. */
const FOR_THE_SITE = ['reports-to-site-owner', 'site-and-internet-services']

/** A vendor uses the data itself, or hands it on, and nobody says that it answers for that. */
export const ownEnds: LintRule = {
  code: 'L28',
  article: 'GDPR 28(3), 28(10), 4(7)-(8)',
  find: policy => policy.at('vendors').items().filter(hasNoRoleOfItsOwn).flatMap(uses),
}

function hasNoRoleOfItsOwn(vendor: Said): boolean {
  const role = vendor.at('role')
  return !role.isThere || role.isUnstated || role.is('processor')
}

function uses(vendor: Said): readonly Finding[] {
  const role = vendor.at('role').is('processor')
    ? 'it is called a `processor`'
    : 'its role is not told'
  const own = vendor
    .at('own-uses')
    .items()
    .filter(item => !FOR_THE_SITE.some(word => item.at('use').is(word)))
    .map(at =>
      found(
        at,
        `the vendor uses the data itself (\`${at.at('use').text() ?? ''}\`), while ${role}`,
      ),
    )
  const onward = vendor
    .at('onward')
    .items()
    .map(at =>
      found(at, `the vendor hands data on (\`${at.at('case').text() ?? ''}\`), while ${role}`),
    )
  return [...own, ...onward]
}

function found(at: Said, message: string): Finding {
  const help = 'write `role: controller` or `joint-controller`; a processor has no use of its own'
  return { at, message, help }
}
