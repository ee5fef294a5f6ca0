import type { Vendor } from '../policy.ts'
import { CONTRACT_CLAUSES } from '../vocabulary-parties.ts'
import type { Block, Section, Text } from './model.ts'
import { cell, countryName, NOTHING, purposeTitles } from './names.ts'
import { listed } from './say.ts'
import type { Key } from './words/catalogue.ts'
import { capital, fact, helpBlocks, section, type Writer } from './writer.ts'

type VendorSaid = NonNullable<Writer['policy']['said']['vendors']>[number]

/** The companies behind third-party techniques, with their links; no section when none. */
export function vendorsSections(w: Writer): Section[] {
  if (w.policy.vendors.length === 0) return []
  const rests = ['device.vendor-per-tracker', 'recipients.cookie-parties', 'purpose.only-as-stated']
  const table = w.table([...rests, 'consent.optout-links-listed', 'consent.social-controls'], {
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
      ...(w.policy.trackers.length > 0 ? [w.text(rests, w.say('vendors.intro'))] : []),
      table,
      ...contacts(w),
      ...roles(w),
      ...clauses(w),
      ...helpBlocks(w, 'vendor-privacy'),
    ]),
  ]
}

function vendorRow(w: Writer, vendor: Vendor): Text[] {
  const all = usesOf(w, vendor)
  return [
    [vendor.name],
    [vendor.company],
    [countryName(w, vendor.country)],
    all.length === 0 ? NOTHING : [capital(w.lang, all.join('; '))],
    vendorLinks(w, vendor),
  ]
}

/** What a vendor takes part in: uses of the device, and purposes beyond it. */
function usesOf(w: Writer, vendor: Vendor): string[] {
  const { purposes, said } = w.policy
  const uses = purposes
    .filter(({ vendors }) => vendors.includes(vendor.id))
    .map(({ category }) => w.say(`category.${category}.mid`))
  const device = new Set(purposes.map(({ id }) => id))
  const others = said.purposes.filter(
    ({ id, vendors }) => !device.has(id) && vendors?.includes(vendor.id) === true,
  )
  const ids = others.map(({ id }) => id)
  const named = ids.length === 0 ? [] : [purposeTitles(w, ids)]
  return [...new Set(uses), ...named]
}

function vendorLinks(w: Writer, vendor: Vendor): Text {
  const held = saidOf(w, vendor.id)
  const more = [
    { text: w.say('vendors.opt-out'), href: vendor.optOut },
    { text: w.say('vendors.settings'), href: held?.settings },
    { text: w.say('vendors.terms'), href: held?.terms },
  ]
  const privacy = { text: capital(w.lang, w.say('vendors.privacy')), href: vendor.privacy }
  const links = more.flatMap(({ text, href }) => (href === undefined ? [] : [', ', { text, href }]))
  return [privacy, ...links]
}

function saidOf(w: Writer, id: string): VendorSaid | undefined {
  return (w.policy.said.vendors ?? []).find(vendor => vendor.id === id)
}

/** Whether the browser itself contacts each, which shows its address, or our server alone does. */
function contacts(w: Writer): Block[] {
  const { vendors, purposes } = w.policy
  const used = vendors.filter(({ id }) => purposes.some(purpose => purpose.vendors.includes(id)))
  return (['browser', 'server', 'none'] as const).flatMap(way => {
    const named = used.filter(vendor => wayTo(vendor) === way).map(({ name }) => name)
    if (named.length === 0) return []
    return [w.text(RESTS[way], w.say(`vendors.through.${way}`, { names: listed(w.lang, named) }))]
  })
}

const RESTS = {
  browser: ['device.vendor-per-tracker'],
  server: ['vendor.ga-receives-anonymous', 'vendor.ip-not-combined', 'vendor.no-identification'],
  none: ['transfer.mechanism'],
} as const

function wayTo({ through, transferred }: Vendor): keyof typeof RESTS {
  return transferred ? through : 'none'
}

/** What each is in law, what it gets, and what it does with that for itself or hands on. */
function roles(w: Writer): Block[] {
  const told = (w.policy.said.vendors ?? []).filter(({ role }) => role !== undefined)
  if (told.length === 0) return []
  // What no vendor does has no column.
  const columns = ROLE_COLUMNS.filter(({ of }) => told.some(vendor => of(w, vendor).length > 0))
  const rests = ['vendor.own-use-told', 'recipients.cookie-parties', 'responsibility.controller']
  const rows = told.map((vendor): Text[] => [
    [vendor.name],
    ...columns.map(({ of }) => cell(w, of(w, vendor))),
  ])
  return [
    w.table(rests, {
      caption: w.say('vendors.roles.caption'),
      columns: [w.say('vendors.name'), ...columns.map(({ head }) => w.say(head))],
      rows,
    }),
  ]
}

type RoleColumn = {
  readonly head: Key
  readonly of: (w: Writer, vendor: VendorSaid) => readonly string[]
}

const ROLE_COLUMNS: readonly RoleColumn[] = [
  { head: 'vendors.role', of: (w, { role }) => (role ? [w.say(`role.${role}`)] : []) },
  { head: 'vendors.receives', of: (w, { receives }) => received(w, receives) },
  {
    head: 'vendors.own-uses',
    of: (w, vendor) => (vendor['own-uses'] ?? []).map(({ use }) => w.say(`own-use.${use}`)),
  },
  {
    head: 'vendors.onward',
    of: (w, { onward = [] }) => onward.map(held => w.say(`onward.${held.case}`)),
  },
]

function received(w: Writer, receives: VendorSaid['receives']): string[] {
  if (!receives) return []
  const values = { form: w.say(`form.${receives.form}`), ip: w.say(`vendors.ip.${receives.ip}`) }
  return [w.say('vendors.receives.text', values)]
}

/** What the contracts forbid beyond the law, clause by clause. */
function clauses(w: Writer): Block[] {
  const rests = ['vendor.no-identification', 'vendor.ip-not-combined', 'recipients.cookie-parties']
  const facts = CONTRACT_CLAUSES.flatMap(clause => {
    const bound = (w.policy.said.vendors ?? []).filter(
      ({ contract }) => contract?.clauses?.includes(clause) === true,
    )
    const names = listed(
      w.lang,
      bound.map(({ name }) => name),
    )
    return fact(capital(w.lang, w.say(`contract-clause.${clause}`)), names)
  })
  return facts.length === 0 ? [] : [w.text(rests, w.say('vendors.clauses')), w.facts(rests, facts)]
}

/** Pages of the vendors where one can say no, one by one. */
export function optOutSections(w: Writer): Section[] {
  const outs = w.policy.said.consent?.['opt-outs']
  if (!outs) return []
  const rests = ['consent.optout-links-listed', 'signal.vendor-optout-honoured']
  const items = outs.vendors.flatMap(id => {
    const vendor = saidOf(w, id)
    const href = vendor?.['opt-out'] ?? vendor?.settings
    return vendor && href !== undefined ? [w.item(rests, [{ text: vendor.name, href }])] : []
  })
  return [
    section('opt-outs', w.say('opt-outs.title'), [
      w.text(rests, w.say('opt-outs.text')),
      { kind: 'list', items },
    ]),
  ]
}

/** Our pages in social media: whose terms govern them, and where one limits the advertising. */
export function socialSections(w: Writer): Section[] {
  const pages = (w.policy.said.vendors ?? []).filter(({ social }) => social === true)
  if (pages.length === 0) return []
  const governed = ['social.activity-under-vendor-terms']
  const controlled = ['consent.social-controls']
  const rows = pages.map(({ name, terms, settings, role }): Text[] => [
    [name],
    linked(w.say('vendors.terms'), terms, w),
    linked(w.say('vendors.settings'), settings, w),
    role === undefined ? NOTHING : [capital(w.lang, w.say(`role.${role}`))],
  ])
  const columns = [
    w.say('vendors.name'),
    capital(w.lang, w.say('vendors.terms')),
    capital(w.lang, w.say('vendors.settings')),
    w.say('vendors.role'),
  ]
  return [
    section('social', w.say('social.title'), [
      w.text(governed, w.say('social.text')),
      w.text(controlled, w.say('social.controls')),
      w.table([...governed, ...controlled], { caption: w.say('social.caption'), columns, rows }),
    ]),
  ]
}

function linked(text: string, href: string | undefined, w: Writer): Text {
  return href === undefined ? NOTHING : [{ text: capital(w.lang, text), href }]
}
