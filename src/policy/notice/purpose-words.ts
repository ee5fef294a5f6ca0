import type { Lang } from '../../base/lang.ts'
import type { Policy, Purpose } from '../policy.ts'
import { CATEGORIES, type Category } from '../vocabulary.ts'
import { listed, say } from './say.ts'

/**
 * The uses of device techniques that a policy has, in the fixed order; `asked` need a yes. Counting
 * without asking uses no technique of the device.
 */
export function categoriesOf(policy: Policy, asked: boolean): readonly Category[] {
  const found = policy.purposes
    .filter(({ basis }) => (basis === 'consent') === asked)
    .filter(({ withoutIdentity }) => asked || !withoutIdentity)
    .map(({ category }) => category)
  return CATEGORIES.filter(category => found.includes(category))
}

/** Name of a purpose: its category, with its aims where the category has several purposes. */
export function purposeName(policy: Policy, purpose: Purpose, lang: Lang): string {
  const name = say(lang, `category.${purpose.category}`)
  const alone = policy.purposes.filter(({ category }) => category === purpose.category).length < 2
  return alone ? name : `${name}: ${aimsOf(purpose, lang)}`
}

/** One or two sentences on what a purpose is for, and whether it is asked for. */
export function purposeText(purpose: Purpose, lang: Lang): string {
  const services = listed(
    lang,
    purpose.services.map(service => say(lang, `service.${service}`)),
  )
  const aims = aimsOf(purpose, lang)
  if (purpose.basis === 'consent') return say(lang, 'purpose.text.consent', { aims })
  if (services !== '') return say(lang, 'purpose.text.services', { services })
  return say(lang, purpose.withoutIdentity ? 'purpose.text.counted' : 'purpose.text.unasked', {
    aims,
  })
}

function aimsOf(purpose: Purpose, lang: Lang): string {
  return listed(
    lang,
    purpose.aims.map(aim => say(lang, `aim.${aim}`)),
  )
}
