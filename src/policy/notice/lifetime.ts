import type { Lang } from '../../base/lang.ts'
import type { Span } from '../../base/time.ts'
import { say } from './say.ts'

/**
 * How a length of time stands in its sentence. Finnish inflects it: `length` is 26 kuukautta,
 * `within` 26 kuukauden, `during` 26 kuukauden ajan.
 */
export type LifetimeCase = 'length' | 'within' | 'during'

/** A length of time in words, as the policy says it: 26 months stay 26 months. */
export function lifetimeWords(
  lifetime: Span | 'session',
  lang: Lang,
  grammar: LifetimeCase = 'length',
): string {
  if (lifetime === 'session') return say(lang, 'span.session')
  return say(lang, `span.${lifetime.unit}.${grammar}`, { n: lifetime.count })
}
