import type { Probe, Sighting } from '../audit/index.ts'
import type { Platform } from '../platform/index.ts'
import { catalogueEntry, type Policy } from '../policy/index.ts'
import { toldOf } from './event.ts'
import { gatewaysOf } from './gateway.ts'
import type { Kind } from './kind.ts'
import { KINDS, shapeOf } from './kinds.ts'
import type { SettingsOf } from './settings.ts'
import { type EventRow, stateOf, viewColumns } from './store.ts'

export type ProbeParts = {
  readonly platform: Pick<Platform, 'chance' | 'db' | 'ch'>
  readonly policy: () => Policy
  readonly settingsOf: SettingsOf
}

/** Columns of what is read for vendors: no key of anyone among them, no clock, no text of a visitor. */
const COLUMNS: readonly string[] = [
  ...['from_table', 'shard', 'month', 'block', 'place', 'day', 'name', 'site', 'vendors'],
  ...['purposes', 'path', 'product', 'quantity', 'value', 'currency'],
]

/** What must not leave, wherever in a row it stands. */
const CANARIES = ['matti.meikalainen@example.org', '131052-308T', '0401234567', '203.0.113.77']

/** Checks of what vendors are told. */
export function probes(parts: ProbeParts): readonly Probe[] {
  return [
    { promise: 'vendor.ga-receives-anonymous', run: () => onlyTheList(parts) },
    { promise: 'vendor.no-identification', run: () => onlyTheList(parts) },
  ]
}

async function onlyTheList({ platform, policy, settingsOf }: ProbeParts): Promise<Sighting> {
  const columns = await viewColumns(platform.ch)
  const open = gatewaysOf(policy(), settingsOf)
  let [beyond, places] = [columns.filter(name => !COLUMNS.includes(name)).length, 0]
  for (const { vendor } of open) {
    const entry = catalogueEntry(policy().vendors.find(one => one.id === vendor)?.catalogue)
    const kind = entry && KINDS[entry.gateway]
    const { shape } = (await stateOf(platform.db, vendor)) ?? { shape: [] }
    places += shape.length
    beyond += shape.filter(place => kind?.shape.includes(place) !== true).length
  }
  const found = Object.values(KINDS).reduce(
    (sum, kind) => sum + canariesThrough(kind, platform.chance.bytes(32)),
    0,
  )
  const [sent, vendors] = [places, open.length]
  return {
    kept: columns.length > 0 && beyond === 0 && found === 0,
    saw: {
      fi: `Palvelimemme kautta tavoitettavia kumppaneita: ${vendors}; viimeksi lähetetyissä tiedoissa kenttiä: ${sent}, niistä luettelon ulkopuolisia: ${beyond}; koetietoja, jotka olisivat lähteneet: ${found}.`,
      sv: `Partner som nås via vår server: ${vendors}; fält i det som senast sändes: ${sent}, av dem utanför listan: ${beyond}; provuppgifter som skulle ha sänts: ${found}.`,
      en: `Vendors reached through our server: ${vendors}; fields in what was last sent: ${sent}, of them outside the list: ${beyond}; planted details that would have left: ${found}.`,
    },
  }
}

/** Planted details, and places outside the list, that a request of this kind would hold. */
function canariesThrough(kind: Kind | undefined, seed: Uint8Array): number {
  if (!kind) return 0
  const rows = CANARIES.flatMap(canary =>
    Object.keys(kind.names).map(name => rowWith(name, canary)),
  )
  return rows.reduce((sum, row) => {
    const { url, body } = kind.request([toldOf(row, seed, 'shop.example')], {}, kind.base)
    const text = `${decodeURIComponent(url)} ${body}`.toLowerCase()
    const places = shapeOf(JSON.parse(body)).filter(place => !kind.shape.includes(place))
    return sum + places.length + CANARIES.filter(one => text.includes(one.toLowerCase())).length
  }, 0)
}

function rowWith(name: string, canary: string): EventRow {
  return {
    ...{ block: '1', place: '0', day: '2026-11-22', name, site: canary, purposes: canary },
    ...{ path: `/sivu/${encodeURIComponent(canary)}/loppu`, product: canary, quantity: 1 },
    ...{ value: 10, currency: canary },
  }
}
