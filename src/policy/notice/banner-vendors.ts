import type { Lang } from '../../base/lang.ts'
import type { BannerEmbed, BannerVendor } from '../banner.ts'
import type { Policy, Vendor } from '../policy.ts'
import { eachLang, say } from './say.ts'
import { purposeName } from './purpose-words.ts'
import type { Key } from './words/catalogue.ts'

/** Vendors whose first asked purpose this is, each with its own pages beside its switch. */
export function bannerVendors(policy: Policy, purpose: string, lang: Lang): BannerVendor[] {
  return policy.vendors.flatMap(vendor => {
    const purposes = askedOf(policy, vendor)
    if (purposes[0] !== purpose) return []
    const { id, name } = vendor
    return [{ id, purposes, name, text: whoIs(vendor, lang), links: linksOf(vendor, lang) }]
  })
}

/** What stands in the place of content, for each vendor that a browser may ask for any. */
export function bannerEmbeds(policy: Policy, lang: Lang): BannerEmbed[] {
  return policy.vendors.flatMap(vendor => {
    const [asked] = askedOf(policy, vendor)
    const purpose = policy.purposes.find(({ id }) => id === asked)
    if (!purpose || vendor.through !== 'browser') return []
    const who = { vendor: vendor.name, company: vendor.company, country: countryOf(vendor, lang) }
    return [
      {
        vendor: vendor.id,
        purpose: purpose.id,
        text: say(lang, 'embed.text', who),
        grant: say(lang, 'embed.grant', { purpose: purposeName(policy, purpose, lang) }),
        show: say(lang, 'embed.show'),
        notice: say(lang, 'embed.notice'),
        noticeHref: `/privacy/${lang}#vendors`,
        later: say(lang, 'embed.later'),
        reload: say(lang, 'embed.reload'),
      },
    ]
  })
}

/** Purposes that are asked for and that this vendor serves, in the policy's order. */
function askedOf({ purposes }: Policy, { id }: Vendor): string[] {
  return purposes
    .filter(({ basis, vendors }) => basis === 'consent' && vendors.includes(id))
    .map(purpose => purpose.id)
}

function whoIs(vendor: Vendor, lang: Lang): string {
  const { company } = vendor
  return say(lang, 'details.vendor', { company, country: countryOf(vendor, lang) })
}

function linksOf({ privacy, optOut, settings }: Vendor, lang: Lang): BannerVendor['links'] {
  const pages: readonly (readonly [Key, string | undefined])[] = [
    ['vendors.privacy', privacy],
    ['vendors.opt-out', optOut],
    ['vendors.settings', settings],
  ]
  return pages.flatMap(([key, href]) => {
    const text = say(lang, key)
    return href === undefined ? [] : [{ text: large(text, lang), href }]
  })
}

function large(text: string, lang: Lang): string {
  return text.slice(0, 1).toLocaleUpperCase(lang) + text.slice(1)
}

function countryOf({ country }: Vendor, lang: Lang): string {
  return REGIONS[lang].of(country) ?? country
}

const REGIONS = eachLang(locale => new Intl.DisplayNames(locale, { type: 'region' }))
