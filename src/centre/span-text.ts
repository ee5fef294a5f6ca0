import { type Span, UNITS } from '../base/time.ts'

/** A length of time as a policy writes it, `26 months`; undefined for anything else. */
export function spanIn(text: string | undefined): Span | undefined {
  const [, count, word] = /^(\d+) (\w+?)s?$/.exec(text ?? '') ?? []
  const unit = UNITS.find(one => one === word)
  return unit && { count: Number(count), unit }
}
