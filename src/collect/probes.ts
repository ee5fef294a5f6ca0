import { readdirSync, readFileSync } from 'node:fs'
import { isIP } from 'node:net'
import { join } from 'node:path'
import type { Probe, Sighting } from '../audit/index.ts'
import type { Words } from '../base/lang.ts'
import type { Chance } from '../platform/chance.ts'
import type { Ch } from '../platform/clickhouse.ts'
import type { Http } from '../platform/http.ts'
import type { Policy } from '../policy/index.ts'
import { isOwnHost } from './enrich/index.ts'
import { BOOKKEEPING, columnOf, GROUPS, ROOM } from './groups.ts'
import {
  addressesIn,
  columnsOf,
  commonKeys,
  filledColumns,
  keyless,
  rowsWithPath,
} from './store.ts'

export type ProbeParts = {
  readonly store: Ch
  readonly chance: Chance
  readonly policy: () => Policy
  /** Where the spool is. */
  readonly folder: string
  readonly flush: () => Promise<void>
  /** The server that has the routes; undefined before it is put together. */
  readonly door: () => Http | undefined
}

/** A browser's words, so that a probe is not taken for a robot and refused for that. */
const BROWSER = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/147.0.0.0 Safari/537.36'

/** What this slice can show of a running system: real requests, real rows, real files. */
export function probes(parts: ProbeParts): readonly Probe[] {
  return [
    { promise: 'analytics.fields-closed', run: () => fieldsClosed(parts) },
    { promise: 'analytics.ip-is-personal', run: () => noAddress(parts) },
    { promise: 'identity.anonymous-by-default', run: () => nothingInCommon(parts) },
    { promise: 'pixel.same-gate', run: () => pixelRefused(parts) },
    { promise: 'basis.default-deny', run: () => batchRefused(parts) },
    { promise: 'device.block-is-respected', run: () => noKeyNoJoin(parts) },
  ]
}

async function fieldsClosed({ store, policy, flush }: ProbeParts): Promise<Sighting> {
  await flush()
  const { version, purposes } = policy()
  const columns = await columnsOf(store)
  let [rows, beyond] = [0, 0]
  for (const group of GROUPS) {
    const room = [...BOOKKEEPING[group], ...ROOM[group].map(field => columnOf(group, field))]
    beyond += columns.filter(one => one.table === group && !room.includes(one.name)).length
    const declared = new Set<string>(BOOKKEEPING[group])
    for (const { collects } of purposes.filter(one => one.category === group)) {
      for (const { fields } of collects) {
        for (const field of fields) declared.add(columnOf(group, field))
      }
    }
    const filled = await filledColumns(store, group, version.slice(0, 16))
    rows += filled.rows
    beyond += filled.columns.filter(name => !declared.has(name)).length
  }
  return {
    kept: beyond === 0 && columns.length > 0,
    saw: {
      fi: `Sarakkeita ${columns.length}, tämän version tapahtumia ${rows}; muita kuin ilmoitettuja tietoja ${beyond} sarakkeessa.`,
      sv: `Kolumner: ${columns.length}, händelser enligt denna version: ${rows}; kolumner med annat än uppgivna uppgifter: ${beyond}.`,
      en: `Columns: ${columns.length}, events under this version: ${rows}; columns that hold anything undeclared: ${beyond}.`,
    },
  }
}

async function noAddress({ store, policy, folder, flush }: ProbeParts): Promise<Sighting> {
  const files = readdirSync(folder).filter(name => name.endsWith('.ndjson'))
  const found = files.flatMap(name => addressesOf(readOrNothing(join(folder, name))))
  await flush()
  let rows = 0
  for (const group of GROUPS) {
    const looked = await addressesIn(store, group)
    rows += looked.rows
    found.push(...looked.found)
  }
  // A site may be reached by its own address; that is nobody's personal data.
  const hosts = new Set(policy().sites.flatMap(site => site.hosts))
  const addresses = found.filter(address => !isOwnHost(hosts, address)).length
  return {
    kept: addresses === 0,
    saw: {
      fi: `Tapahtumia käytiin läpi ${rows} ja odottavia tiedostoja ${files.length}; IP-osoitteita löytyi ${addresses}.`,
      sv: `Genomsökta händelser: ${rows}, väntande filer: ${files.length}; påträffade IP-adresser: ${addresses}.`,
      en: `Events searched: ${rows}, waiting files: ${files.length}; IP addresses found: ${addresses}.`,
    },
  }
}

async function nothingInCommon({ store, flush }: ProbeParts): Promise<Sighting> {
  await flush()
  const columns = await columnsOf(store)
  const keyNames = columns
    .filter(({ name }) => /_(visitor|visit|event|order|click)$|^at$/.test(name))
    .map(({ name }) => name)
  const sharedNames = keyNames.length - new Set(keyNames).size
  const { keys, common } = await commonKeys(store)
  return {
    kept: sharedNames === 0 && common === 0,
    saw: {
      fi: `Kävijätunnisteita ${keys}; kahden käyttötarkoituksen yhteisiä tunnisteita ${common} ja yhteisiä tunnistesarakkeita ${sharedNames}.`,
      sv: `Besökarnycklar: ${keys}; gemensamma för två ändamål: ${common}; gemensamma nyckelkolumner: ${sharedNames}.`,
      en: `Visitor keys: ${keys}; keys that two purposes share: ${common}; key columns that they share: ${sharedNames}.`,
    },
  }
}

async function pixelRefused(parts: ProbeParts): Promise<Sighting> {
  const path = `/lupaus-probe-${parts.chance.uuid()}`
  const answer = await parts.door()?.inject({
    method: 'GET',
    url: `/v1/pixel?path=${path}`,
    headers: { 'user-agent': BROWSER },
  })
  await parts.flush()
  const rows = await rowsWithPath(parts.store, path)
  const status = answer?.statusCode ?? 0
  const cookies = answer?.cookies.length ?? 0
  return {
    kept: status === 204 && cookies === 0 && rows === 0,
    saw: {
      fi: `Kuvapistettä pyydettiin ilman suostumusta: vastaus ${status}, evästeitä ${cookies}, tallennettuja rivejä ${rows}.`,
      sv: `En pixel begärdes utan samtycke: svar ${status}, kakor: ${cookies}, sparade rader: ${rows}.`,
      en: `A pixel was asked for without consent: answer ${status}, cookies: ${cookies}, rows stored: ${rows}.`,
    },
  }
}

async function batchRefused(parts: ProbeParts): Promise<Sighting> {
  const path = `/lupaus-probe-${parts.chance.uuid()}`
  const answer = await parts.door()?.inject({
    method: 'POST',
    url: '/v1/events',
    headers: { 'user-agent': BROWSER },
    payload: { events: [{ name: 'page_view', agoMs: 0, fields: { path } }] },
  })
  await parts.flush()
  const rows = await rowsWithPath(parts.store, path)
  const status = answer?.statusCode ?? 0
  const keptEvents = String(answer?.headers['lupaus-kept'] ?? '?')
  return {
    kept: status === 204 && keptEvents === '0' && rows === 0,
    saw: {
      fi: `Sivun katselu lähetettiin ilman kuittia: vastaus ${status}, otettuja tapahtumia ${keptEvents}, tallennettuja rivejä ${rows}.`,
      sv: `En sidvisning skickades utan kvitto: svar ${status}, mottagna händelser: ${keptEvents}, sparade rader: ${rows}.`,
      en: `A page view was sent without a receipt: answer ${status}, events taken: ${keptEvents}, rows stored: ${rows}.`,
    },
  }
}

async function noKeyNoJoin({ store, policy, flush }: ProbeParts): Promise<Sighting> {
  await flush()
  // A visit that is counted without identity is one for its day, by no key of the browser's.
  const counted = policy().purposes.filter(one => one.withoutIdentity)
  const { rows, joined } = await keyless(
    store,
    counted.map(one => one.id),
  )
  return {
    kept: joined === 0,
    saw: saidOfKeyless(rows, joined),
  }
}

function saidOfKeyless(rows: number, joined: number): Words {
  return {
    fi: `Tapahtumia, joissa selain ei kantanut tunnistetta: ${rows}; niistä toisiinsa yhdistettävissä ${joined}.`,
    sv: `Händelser där webbläsaren inte bar någon identifierare: ${rows}; av dem kan ${joined} kopplas ihop.`,
    en: `Events from browsers that carried no identifier: ${rows}; of these, ${joined} could be joined.`,
  }
}

function addressesOf(text: string): string[] {
  return text
    .split(/[^0-9a-fA-F.:]+/)
    .map(word => word.replace(/^:+|:+$/g, ''))
    .filter(word => isIP(word) === 4 || (isIP(word) === 6 && word.split(':').length > 3))
}

/** The loader may take a file away while we look; then its rows are in the store. */
function readOrNothing(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
