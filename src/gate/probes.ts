import type { Probe, Sighting } from '../audit/index.ts'
import { addMonths, dayOf, momentOf } from '../base/time.ts'
import type { Clock } from '../platform/clock.ts'
import type { Http } from '../platform/http.ts'
import { type Facts, type Policy, type Signal } from '../policy/index.ts'
import { headerFor } from './config.ts'
import type { Links } from './links.ts'
import type { Violations } from './violations.ts'
import type { LinkRow } from './wire.ts'

export type ProbeParts = {
  readonly policy: () => Policy
  readonly origin: () => string
  readonly clock: Clock
  readonly http: Http
  readonly violations: Violations
  readonly links: Links
  /** Whether links are opened here; where they are not, nothing is said of them. */
  readonly checksLinks: boolean
}

/** What this slice can show of a running system: the headers it answers, and the links it opened. */
export function openProbes(parts: ProbeParts): readonly Probe[] {
  const links: readonly Probe[] = [
    { promise: 'notice.help-links', run: () => linksGood(parts, () => true) },
    { promise: 'consent.optout-links-listed', run: () => linksGood(parts, isOptOut) },
  ]
  return [
    { promise: 'device.only-declared', run: () => strangersHeader(parts) },
    { promise: 'signal.dnt-stops-partner-tags', run: () => here(signalsHeader(parts)) },
    { promise: 'transfer.mechanism', run: () => here(transfers(parts)) },
    ...(parts.checksLinks ? links : []),
  ]
}

const here = (sighting: Sighting) => Promise.resolve(sighting)

/** Asks for the header as somebody without a choice, and with a forged one: no vendor may stand in it. */
async function strangersHeader(parts: ProbeParts): Promise<Sighting> {
  const policy = parts.policy()
  const wanted = headerFor(policy, undefined, parts.origin())
  const given = [
    await headerServed(parts, {}),
    await headerServed(parts, { cookie: `lupaus_choice=${forged(policy)}` }),
  ]
  const same = given.filter(header => header === wanted).length
  const named = hostsIn(policy).filter(host => given.some(header => names(header, host)))
  const since = dayOf(addMonths(parts.clock.now(), -1))
  const rows = await parts.violations.since(since)
  const stopped = rows.reduce((sum, { count }) => sum + count, 0)
  const [count, hosts] = [given.length, named.length]
  return {
    kept: same === count && hosts === 0,
    saw: {
      fi: `Ilman valintaa ja väärennetyllä valinnalla annettuja otsakkeita oikein ${same}/${count}; niissä muiden palvelimia ${hosts}. Kuukauden aikana pysäytetyksi ilmoitettu ${stopped}.`,
      sv: `Rätta svarshuvuden utan val och med förfalskat val: ${same}/${count}; andras värdar i dem: ${hosts}. Anmälda som stoppade på en månad: ${stopped}.`,
      en: `Headers that are right without a choice and with a forged one: ${same}/${count}; hosts of others in them: ${hosts}. Reported as stopped in a month: ${stopped}.`,
    },
  }
}

async function headerServed(
  { http }: ProbeParts,
  headers: Readonly<Record<string, string>>,
): Promise<string> {
  const { headers: given } = await http.inject({ method: 'GET', url: '/v1/gate/headers', headers })
  return given['content-security-policy'] ?? ''
}

/** A receipt that grants everything, and that nobody signed. */
function forged({ rules }: Policy): string {
  const payload = JSON.stringify({ v: rules.version.slice(0, 16), g: allTerms(rules), e: 4e9 })
  return `x.${Buffer.from(payload).toString('base64url')}.x`
}

/** With every grant given, and each signal on after it, what the signal refuses has no host left. */
function signalsHeader({ policy: current, clock, origin }: ProbeParts): Sighting {
  const policy = current()
  let hosts = 0
  for (const { signal, refuses } of policy.signals) {
    const header = headerFor(policy, allGranted(policy, clock.now(), [signal]), origin())
    for (const { purposes, hosts: own } of policy.rules.vendors) {
      const isRefused = purposes.every(one => refuses.includes(one))
      if (isRefused) hosts += own.filter(host => names(header, host)).length
    }
  }
  const signals = policy.signals.length
  return {
    kept: signals > 0 && hosts === 0,
    saw: {
      fi: `Selaimen estoja kokeiltu ${signals}; niiden estämien palvelimia sivun ehdoissa ${hosts}.`,
      sv: `Prövade signaler från webbläsaren: ${signals}; värdar som de förbjuder men sidan ändå tillåter: ${hosts}.`,
      en: `Signals of browsers tried: ${signals}; hosts that they refuse and a page may still contact: ${hosts}.`,
    },
  }
}

/** Even with every grant given, a vendor outside the Union without a mechanism has no host. */
function transfers({ policy: current, clock, origin }: ProbeParts): Sighting {
  const policy = current()
  const header = headerFor(policy, allGranted(policy, clock.now(), []), origin())
  const without = policy.vendors.filter(({ transferred }) => !transferred)
  const open = without.flatMap(({ hosts }) => hosts).filter(host => names(header, host))
  const [vendors, hosts] = [without.length, open.length]
  return {
    kept: hosts === 0,
    saw: {
      fi: `Kumppaneita, joille siirtämiselle ei ole perustetta: ${vendors}; niiden palvelimia sivun ehdoissa ${hosts}.`,
      sv: `Partner till vilka överföring saknar grund: ${vendors}; deras värdar bland dem som en sida får kontakta: ${hosts}.`,
      en: `Vendors to whom no mechanism lets data go: ${vendors}; their hosts among those a page may contact: ${hosts}.`,
    },
  }
}

async function linksGood(
  { links }: ProbeParts,
  isMeant: (row: LinkRow) => boolean,
): Promise<Sighting> {
  const rows = (await links.rows()).filter(isMeant)
  const broken = rows.filter(({ state }) => state === 'broken').length
  const stale = rows.filter(({ state }) => state === 'stale').length
  const good = rows.filter(({ state }) => state === 'good').length
  const all = rows.length
  return {
    kept: all > 0 && broken === 0 && stale === 0,
    saw: {
      fi: `Linkeistä ${all} toimi viimeksi avattaessa ${good}; rikki ${broken}, yli 30 päivää näkemättä ${stale}.`,
      sv: `Av ${all} länkar fungerade ${good} när de senast öppnades; trasiga ${broken}, inte sedda på över 30 dagar ${stale}.`,
      en: `Of ${all} links, ${good} worked when last opened; broken ${broken}, not seen to work for over 30 days ${stale}.`,
    },
  }
}

function isOptOut({ uses }: LinkRow): boolean {
  return uses.some(use => use.startsWith('opt-out '))
}

function names(header: string, host: string): boolean {
  return header.split(/[ ;]+/).includes(host)
}

function hostsIn({ rules }: Policy): readonly string[] {
  return rules.vendors.flatMap(({ hosts }) => hosts)
}

function allGranted(policy: Policy, now: Facts['now'], signals: readonly Signal[]): Facts {
  const until = momentOf(now + 1000)
  const granted = allTerms(policy.rules)
  return { granted, chosenUnder: [], signals, until, now, withdrawn: false }
}

function allTerms({ purposes }: Policy['rules']): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.values(purposes).map(({ id, terms }) => [id, terms]))
}
