import type { Lang } from '../base/lang.ts'
import { type Html, html, type Policy } from '../policy/index.ts'
import { sayIn } from './words.ts'

/** The failures that the public is told of; anything else is told as one of them. */
export const ERROR_PAGES = [400, 403, 404, 405, 429, 500] as const
export type ErrorStatus = (typeof ERROR_PAGES)[number]

/** A page that says what went wrong and what to do, and nothing of our insides. */
export function errorPage(
  status: ErrorStatus,
  lang: Lang,
  policy: Policy,
): { readonly title: string; readonly body: Html } {
  const say = sayIn(lang)
  const title = say(`error.${status}.title`)
  const { email } = policy.controller
  return {
    title,
    body: html`<h1>${title}</h1>
      <p class="lead">${say(`error.${status}.text`, { email })}</p>
      <p><a class="button" href="/privacy?lang=${lang}">${say('error.home')}</a></p>`,
  }
}

/** The page for a status, the nearest one when we have none of its own. */
export function errorStatusOf(status: number | undefined): ErrorStatus {
  const known = ERROR_PAGES.find(page => page === status)
  if (known !== undefined) return known
  return status !== undefined && status >= 400 && status < 500 ? 400 : 500
}
