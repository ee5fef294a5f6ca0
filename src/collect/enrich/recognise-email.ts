import type { Mask } from './kinds.ts'

const LOCAL_MAX = 64
const DOMAIN_MAX = 253
const LOCAL = /[\p{L}\p{M}\p{N}.!#$'"*+/=?^_`{|}~-]/u
const DOMAIN = /[\p{L}\p{M}\p{N}.-]/u
/** Two labels at least, and the last one of letters: `2@1.5` is no address. */
const WHOLE_DOMAIN = /^[^.]+(?:\.[^.]+)*\.(?:[\p{L}\p{M}]{2,63}|xn--[a-z0-9-]{2,59})$/u

/** Masks e-mail addresses, by going out from each `@` a bounded way. */
export function maskEmails(text: string, mask: Mask): string {
  let kept = ''
  let done = 0
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    const start = localStart(text, at, done)
    const end = domainEnd(text, at)
    if (at < done || start === undefined || end === undefined) continue
    kept += text.slice(done, start) + mask('email')
    done = end
  }
  return kept + text.slice(done)
}

function localStart(text: string, at: number, from: number): number | undefined {
  const last = text[at - 1] === ' ' ? at - 1 : at
  let start = last
  while (start > from && last - start < LOCAL_MAX && LOCAL.test(text[start - 1] ?? '')) start--
  return start === last ? undefined : start
}

function domainEnd(text: string, at: number): number | undefined {
  const first = text[at + 1] === ' ' ? at + 2 : at + 1
  let end = first
  while (end < text.length && end - first < DOMAIN_MAX && DOMAIN.test(text[end] ?? '')) end++
  // `matti@example.org.` ends a sentence; `matti@example.org-lomake` goes on.
  for (let stop = end; stop > first; stop = lastStop(text, first, stop)) {
    if (WHOLE_DOMAIN.test(text.slice(first, stop))) return end
  }
  return undefined
}

/** The end of the text before the last dot, dash or digit in it. */
function lastStop(text: string, first: number, end: number): number {
  let stop = end - 1
  while (stop > first && !/[.\d-]/.test(text[stop] ?? '')) stop--
  return stop
}
