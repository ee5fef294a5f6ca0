import type { Block, Section, Text } from './model.ts'
import { countryName, either, groupLinks, NOTHING, partyName, purposeTitles } from './names.ts'
import { listed } from './say.ts'
import { capital, section, type Writer } from './writer.ts'

/** Who receives data, by category, and what makes it happen: Art. 13(1)(e). */
export function recipientsSections(w: Writer): Section[] {
  const { recipients = [] } = w.policy.said
  if (recipients.length === 0) return []
  const rests = ['recipients.categories', 'recipients.dealer-partners']
  const rows = recipients.map(({ category, role, purposes, data, when }): Text[] => [
    [capital(w.lang, w.say(`recipient.${category}`))],
    [purposeTitles(w, purposes)],
    groupLinks(w, data),
    either(
      w,
      when.map(trigger => w.say(`trigger.${trigger}`)),
    ),
    [capital(w.lang, w.say(`role.${role}`))],
  ])
  const columns = [
    w.say('recipients.who'),
    w.say('vendors.for'),
    w.say('registers.data'),
    w.say('recipients.when'),
    w.say('vendors.role'),
  ]
  const reviewed = recipients.some(held => held['reviewed-by'] !== undefined)
  return [
    section('recipients', w.say('recipients.title'), [
      w.text(rests, w.say('recipients.text')),
      w.table(rests, { caption: w.say('recipients.caption'), columns, rows }),
      ...(reviewed ? [w.text(['recipients.selected-partners'], w.say('recipients.reviewed'))] : []),
      ...w.promised(
        'recipients.told-on-request',
        w.text(['recipients.told-on-request'], w.say('recipients.told')),
      ),
    ]),
  ]
}

/** Who processes for the controller, what, and where. */
export function processorsSections(w: Writer): Section[] {
  const { processors = [] } = w.policy.said
  if (processors.length === 0) return []
  const rows = processors.map(({ name, service, country }): Text[] => [
    [name],
    [capital(w.lang, w.say(`processor.${service}`))],
    [countryName(w, country)],
  ])
  const columns = [w.say('vendors.company'), w.say('processors.service'), w.say('vendors.country')]
  const bound = w.promised('processors.instructions', w.say('processors.instructions'))
  const shown = w.promised('processors.security-ensured', w.say('processors.security'))
  return [
    section('processors', w.say('processors.title'), [
      w.text(
        ['processors.used', 'processors.instructions', 'processors.security-ensured'],
        w.say('processors.text'),
        ...bound,
        ...shown,
      ),
      w.table(['processors.used'], { caption: w.say('processors.caption'), columns, rows }),
    ]),
  ]
}

type TransferSaid = NonNullable<Writer['policy']['said']['transfers']>[number]

/** Where data leaves the Union, to whom, on what ground, and how to get a copy: Art. 13(1)(f). */
export function transfersSections(w: Writer): Section[] {
  const { transfers = [] } = w.policy.said
  if (transfers.length === 0) return []
  const rests = ['transfer.mechanism', 'transfer.google-servers']
  const rows = transfers.map((transfer): Text[] => [
    [countries(w, transfer.to)],
    cellOf(w, receiversOf(w, transfer)),
    [capital(w.lang, w.say(`mechanism.${transfer.mechanism}`))],
    [transfer.document],
  ])
  const columns = [
    w.say('transfers.to'),
    w.say('transfers.whom'),
    w.say('transfers.mechanism'),
    w.say('transfers.document'),
  ]
  return [
    section('transfers', w.say('transfers.title'), [
      w.text(['transfer.mechanism'], w.say('transfers.text')),
      w.table(rests, { caption: w.say('transfers.caption'), columns, rows }),
      ...servers(w, transfers),
      ...copies(w, transfers),
    ]),
  ]
}

function countries(w: Writer, codes: readonly string[]): string {
  return listed(
    w.lang,
    codes.map(code => countryName(w, code)),
  )
}

/** Vendors and processors whose data goes by this transfer. */
function receiversOf(w: Writer, { id }: TransferSaid): string[] {
  const { vendors = [], processors = [] } = w.policy.said
  return [...vendors, ...processors].filter(held => held.transfer === id).map(({ name }) => name)
}

// Names keep their own letters, so they are not made large.
function cellOf(w: Writer, names: readonly string[]): Text {
  return names.length === 0 ? NOTHING : [listed(w.lang, names)]
}

/** Vendors that keep what they learn of the site on servers outside the Union. */
function servers(w: Writer, transfers: readonly TransferSaid[]): Block[] {
  const { vendors = [], trackers } = w.policy.said
  const isUsed = (vendor: string) =>
    trackers.some(tracker => tracker.vendor === vendor) ||
    w.policy.purposes.some(purpose => purpose.vendors.includes(vendor))
  const measuring = vendors.filter(({ id, transfer }) => transfer !== undefined && isUsed(id))
  const items = measuring.map(({ id, company, transfer }) => {
    const to = transfers.find(held => held.id === transfer)?.to ?? []
    const values = { service: partyName(w, id), company, countries: countries(w, to) }
    return w.item(
      ['transfer.mechanism', ...(isGoogle(company) ? ['transfer.google-servers'] : [])],
      w.say('transfers.servers', values),
    )
  })
  return items.length === 0 ? [] : [{ kind: 'list', items }]
}

function isGoogle(company: string): boolean {
  return company.startsWith('Google ')
}

function copies(w: Writer, transfers: readonly TransferSaid[]): Block[] {
  const emails = new Set(transfers.flatMap(({ copy }) => copy ?? []))
  return [...emails].map(email =>
    w.text(
      ['transfer.mechanism'],
      w.linked('transfers.copy', { email }, { mail: `mailto:${email}` }),
    ),
  )
}
