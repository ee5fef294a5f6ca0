import { type BannerPurpose, decideVendor, type Html, html, type Vendor } from '../policy/index.ts'
import { shape } from './shape.ts'
import type { CentreView } from './view.ts'
import { countryIn, type Say } from './words.ts'

/** The companies behind a purpose: each with a choice of its own and its own pages. */
export function vendorRows(view: CentreView, purpose: BannerPurpose, say: Say): Html | undefined {
  const ids = view.policy.purposes.find(({ id }) => id === purpose.id)?.vendors ?? []
  const vendors = view.policy.vendors.filter(({ id }) => ids.includes(id))
  if (vendors.length === 0) return undefined
  const heading = `vendors-${purpose.id}`
  return html`<div class="vendors" role="group" aria-labelledby="${heading}">
    <h5 id="${heading}">${say('vendors.heading', { count: vendors.length })}</h5>
    <ul>
      ${vendors.map(vendor => vendorRow(view, purpose, vendor, say))}
    </ul>
  </div>`
}

function vendorRow(view: CentreView, purpose: BannerPurpose, vendor: Vendor, say: Say): Html {
  const about = say('vendors.about', {
    company: vendor.company,
    country: countryIn(view.lang, vendor.country),
  })
  const home = homeOf(view, vendor.id)
  return html`<li>
    ${home === purpose.id ? vendorSwitch(view, purpose, vendor, say) : vendorName(purpose, vendor, home, say)}
    <p class="meta">${about} ${wayOf(vendor, say)}</p>
    <p class="links">${vendorLinks(vendor, say)}</p>
  </li>`
}

/** A vendor is switched under the first purpose that asks for it: one box, one answer. */
function homeOf({ policy }: CentreView, vendor: string): string | undefined {
  return policy.purposes.find(
    ({ basis, vendors }) => basis === 'consent' && vendors.includes(vendor),
  )?.id
}

function vendorSwitch(view: CentreView, purpose: BannerPurpose, vendor: Vendor, say: Say): Html {
  const on = !('refused' in decideVendor(view.policy.rules, vendor.id, view.facts))
  const id = `vendor:${vendor.id}`
  return html`<div class="head">
    <label for="${id}"
      ><input
        type="checkbox"
        id="${id}"
        name="${id}"
        value="${purpose.id}"
        ${on && html` checked`}
      /><span>${vendor.name}</span></label
    >
    <span class="badge ${on ? 'kept' : ''}"
      >${shape(on ? 'check' : 'dash')} ${say(on ? 'choices.on' : 'choices.off')}</span
    >
  </div>`
}

function vendorName(
  { always }: BannerPurpose,
  vendor: Vendor,
  home: string | undefined,
  say: Say,
): Html {
  if (always || home === undefined) return html`<p class="name">${vendor.name}</p>`
  return html`<p class="name">
    ${vendor.name} <a href="#purpose-${home}">${say('vendors.elsewhere')}</a>
  </p>`
}

function wayOf({ through, transferred }: Vendor, say: Say): string {
  if (!transferred) return say('vendors.nowhere')
  return say(through === 'server' ? 'vendors.through.server' : 'vendors.through.browser')
}

/** The vendor's own pages, the same beside every choice about it. */
export function vendorLinks(vendor: Vendor, say: Say): Html[] {
  const { name, privacy, optOut, settings } = vendor
  const links = [
    { href: privacy, text: say('vendors.privacy', { name }) },
    ...(optOut === undefined ? [] : [{ href: optOut, text: say('vendors.opt-out', { name }) }]),
    ...(settings === undefined
      ? []
      : [{ href: settings, text: say('vendors.settings', { name }) }]),
  ]
  return links.map(
    ({ href, text }, at) => html`${at > 0 && ' '}<a href="${href}" rel="noreferrer">${text}</a>`,
  )
}
