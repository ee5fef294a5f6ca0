import { type Category, CHOICE_COOKIE, VISITOR_COOKIES } from '../vocabulary.ts'
import type { Draft } from './place.ts'

/** The cookies that Lupaus itself sets are declared, each where it belongs. */
export function checkConsent(draft: Draft): void {
  const { purposes, trackers } = draft.text
  const category = new Map(purposes.map(purpose => [purpose.id, purpose.category]))
  const isDeclared = (name: string) =>
    trackers.some(tracker => tracker.store === 'cookie' && tracker.name === name)

  const asks = purposes.some(purpose => purpose.category !== undefined)
  if (asks && !draft.text.consent) {
    const message = 'the policy asks for consent, but does not say how long a choice holds'
    draft.wrong('L0313', ['purposes'], message, 'add `consent: { lasts: 6 months }`')
  }
  if (asks && !isDeclared(CHOICE_COOKIE)) {
    const message = `the cookie \`${CHOICE_COOKIE}\`, which remembers a visitor's choice, is not declared`
    const help = `declare it under a functional purpose, with \`service: consent-record\``
    draft.wrong('L0306', ['trackers'], message, help)
  }
  for (const [index, purpose] of purposes.entries()) {
    const cookie = cookieOf(purpose.category)
    const hasNone = purpose.visitors === 'without-identity' || purpose.basis.web === undefined
    if (!cookie || !purpose.collects || hasNone || isDeclared(cookie)) continue
    const message = `\`${purpose.id}\` collects events, but its cookie \`${cookie}\` is not declared`
    const help = 'declare it under `trackers`, or take `collects` away'
    draft.wrong('L0307', ['purposes', index, 'id'], message, help)
  }
  for (const [index, tracker] of trackers.entries()) {
    const owner = ownerOf(tracker.name)
    const found = category.get(tracker.purpose)
    if (tracker.store !== 'cookie' || !owner || !found || found === owner) continue
    const message = `\`${tracker.name}\` belongs to \`${owner}\`, but its purpose is \`${found}\``
    const help = `give it a purpose of the category \`${owner}\``
    draft.wrong('L0308', ['trackers', index, 'purpose'], message, help)
  }
}

function cookieOf(category: Category | undefined): string | undefined {
  return category === undefined || category === 'functional' ? undefined : VISITOR_COOKIES[category]
}

function ownerOf(name: string): Category | undefined {
  switch (name) {
    case CHOICE_COOKIE:
      return 'functional'
    case VISITOR_COOKIES.personalisation:
      return 'personalisation'
    case VISITOR_COOKIES.analytics:
      return 'analytics'
    case VISITOR_COOKIES.marketing:
      return 'marketing'
    default:
      return undefined
  }
}
