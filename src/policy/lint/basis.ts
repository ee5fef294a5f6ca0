import type { Said } from '../syntax/said.ts'
import type { Finding, LintRule } from './rule.ts'
import { quoted } from './stated.ts'

/**
 * One and the same use rests on several grounds. Each place is judged by itself: the purpose that
 * names two, the entry that asks for a consent, and the keeping that follows one, while the purpose
 * they speak of rests on consent alone on no channel.
 */
export const severalBases: LintRule = {
  code: 'L08',
  article: 'GDPR 5(1)(a), 6(1), 13(1)(c)',
  find: policy => [
    ...policy.at('purposes').items().flatMap(manyOnAChannel),
    ...policy
      .at('entries')
      .items()
      .flatMap(entry => asksInVain(policy, entry)),
    ...policy
      .at('retention')
      .items()
      .flatMap(rule => followsInVain(policy, rule)),
  ],
}

function manyOnAChannel(purpose: Said): readonly Finding[] {
  const basis = purpose.at('basis')
  const many = channelsOf(basis).filter(([, held]) => held.words().length > 1)
  const [first] = many
  if (!first) return []
  const [channel, held] = first
  const more = many.length > 1 ? `, and so on ${many.length - 1} more` : ''
  const message = `on \`${channel}\` this rests on ${quoted(held.words())} at once${more}`
  return [{ at: basis, message, help: 'choose one basis for each purpose and channel, beforehand' }]
}

function asksInVain(policy: Said, entry: Said): readonly Finding[] {
  if (!entry.at('needs').words().includes('consent')) return []
  const other = notByConsent(policy, entry.at('consent-to'))
  if (other.length === 0) return []
  const message = `a consent is asked for ${quoted(other)}, which does not rest on consent`
  const help = 'let people in by `interest`, or let the purpose rest on `consent` alone'
  return [{ at: entry, message, help }]
}

function followsInVain(policy: Said, rule: Said): readonly Finding[] {
  if (!rule.at('until').words().includes('consent-withdrawn')) return []
  const other = notByConsent(policy, rule.at('purposes'))
  if (other.length === 0) return []
  const message = `this is kept until \`consent-withdrawn\`, but ${quoted(other)} does not rest on consent`
  const help =
    'end it by `objection` or `marketing-forbidden`, or let the purpose rest on `consent`'
  return [{ at: rule, message, help }]
}

/** Those of the purposes named here that rest on consent alone on no channel. */
function notByConsent(policy: Said, named: Said): readonly string[] {
  const ids = named.words()
  return policy
    .at('purposes')
    .items()
    .filter(purpose => !channelsOf(purpose.at('basis')).some(([, held]) => held.is('consent')))
    .flatMap(purpose => purpose.at('id').words())
    .filter(id => ids.includes(id))
}

function channelsOf(basis: Said): readonly (readonly [string, Said])[] {
  return basis.entries().filter(([key]) => key !== 'from' && key !== 'cites')
}
