import type { Vendor } from '../policy.ts'
import type { Section, Text } from './model.ts'
import { LOCALES } from './say.ts'
import { capital, helpBlocks, section, type Writer } from './writer.ts'

/** The companies behind third-party techniques, with their links; no section when none. */
export function vendorsSections(w: Writer): Section[] {
  if (w.policy.vendors.length === 0) return []
  const rests = ['device.vendor-per-tracker', 'recipients.cookie-parties']
  const table = w.table([...rests, 'consent.optout-links-listed'], {
    caption: w.say('vendors.caption'),
    columns: [
      w.say('vendors.name'),
      w.say('vendors.company'),
      w.say('vendors.country'),
      w.say('vendors.for'),
      w.say('vendors.more'),
    ],
    rows: w.policy.vendors.map(vendor => vendorRow(w, vendor)),
  })
  return [
    section('vendors', w.say('vendors.title'), [
      w.text(rests, w.say('vendors.intro')),
      table,
      ...helpBlocks(w, 'vendor-privacy'),
    ]),
  ]
}

function vendorRow(w: Writer, vendor: Vendor): Text[] {
  const country = new Intl.DisplayNames(LOCALES[w.lang], { type: 'region' }).of(vendor.country)
  const uses = new Set(
    w.policy.purposes
      .filter(({ vendors }) => vendors.includes(vendor.id))
      .map(({ category }) => w.say(`category.${category}.mid`)),
  )
  const privacy = { text: capital(w.lang, w.say('vendors.privacy')), href: vendor.privacy }
  const out = vendor.optOut
  const optOut = out === undefined ? [] : [', ', { text: w.say('vendors.opt-out'), href: out }]
  return [
    [vendor.name],
    [vendor.company],
    [country ?? vendor.country],
    [capital(w.lang, [...uses].join(', '))],
    [privacy, ...optOut],
  ]
}
