import { createHash } from 'node:crypto'
import type { Probe, Sighting } from '../audit/index.ts'
import { LANGS } from '../base/lang.ts'
import { CHOICE_COOKIE } from '../consent/wire.ts'
import type { Facts } from '../policy/index.ts'
import type { ChoiceAct } from './choice-form.ts'
import { PROBE_HEADER, probeToken } from './form-token.ts'
import { linksPrinted, onlyDeclared } from './page-probes.ts'
import { erasureWorks, vendorPages } from './vendor-probes.ts'
import { noticeOf, told, visit } from './self-visit.ts'
import { explainsTechnology, trackerRows } from './notice-text.ts'
import type { CentreParts } from './parts.ts'
import { ofAgeIn, standingOf } from './save-choice.ts'

/** Checks of the pages as the public gets them: over HTTP, from the running server itself. */
export function openProbes(parts: CentreParts): readonly Probe[] {
  return [
    { promise: 'policy.current-published', run: () => currentPublished(parts) },
    { promise: 'notice.versioned-and-dated', run: () => versionsRetrievable(parts) },
    { promise: 'notice.explains-technology', run: () => technologyExplained(parts) },
    { promise: 'device.vendor-per-tracker', run: () => vendorsNamed(parts) },
    { promise: 'notice.help-links', run: () => linksPrinted(parts) },
    { promise: 'device.only-declared', run: () => onlyDeclared(parts) },
    { promise: 'consent.refuse-nonessential', run: () => refusalWorks(parts) },
    { promise: 'consent.withdraw', run: () => withdrawalWorks(parts) },
    { promise: 'consent.optout-links-listed', run: () => vendorPages(parts, 'optOut') },
    { promise: 'consent.social-controls', run: () => vendorPages(parts, 'settings') },
    { promise: 'device.persistent-until-deleted', run: () => erasureWorks(parts) },
  ]
}

async function currentPublished(parts: CentreParts): Promise<Sighting> {
  const { version } = parts.policy()
  const file = await visit(parts, '/privacy/policy.yaml')
  const published = sha256(file.body)
  const versions = await Promise.all(LANGS.map(lang => servedVersion(parts, `/privacy/${lang}`)))
  const same = versions.filter(served => served === version).length
  const short = published.slice(0, 12)
  return {
    kept: published === version && same === LANGS.length,
    saw: told('probe.current', { published: short, version: version.slice(0, 12), same }),
  }
}

async function servedVersion(parts: CentreParts, path: string): Promise<string | undefined> {
  const { status, version } = await visit(parts, path)
  return status === 200 ? version : undefined
}

async function versionsRetrievable(parts: CentreParts): Promise<Sighting> {
  const terms = await parts.versions.list()
  const versions = [...new Set(terms.map(term => term.version))]
  let notices = 0
  let intact = 0
  for (const version of versions) {
    const base = `/privacy/versions/${version}`
    const file = await visit(parts, `${base}/policy.yaml`)
    if (sha256(file.body) === version) intact += 1
    for (const lang of LANGS)
      if ((await servedVersion(parts, `${base}/${lang}`)) === version) notices += 1
  }
  const used = await parts.versionsUsed()
  const lost = used.filter(one => !versions.some(version => version.startsWith(one))).length
  const dated = terms.filter(term => /^\d{4}-\d{2}-\d{2}/.test(term.label)).length
  const [count, wanted] = [versions.length, versions.length * LANGS.length]
  return {
    kept:
      count > 0 && intact === count && notices === wanted && dated === terms.length && lost === 0,
    saw: told('probe.versions', {
      ...{
        count,
        intact,
        notices,
        wanted,
        dated,
        terms: terms.length,
        lost,
        used: new Set(used.map(one => one.slice(0, 16))).size,
      },
    }),
  }
}

async function technologyExplained(parts: CentreParts): Promise<Sighting> {
  const found = await Promise.all(
    LANGS.map(async lang => explainsTechnology(await noticeOf(parts, lang), lang)),
  )
  const count = found.filter(Boolean).length
  return {
    kept: count === LANGS.length,
    saw: told('probe.technology', { count }),
  }
}

async function vendorsNamed(parts: CentreParts): Promise<Sighting> {
  const policy = parts.policy()
  const wanted = policy.trackers.length * LANGS.length
  let named = 0
  for (const lang of LANGS) {
    const rows = trackerRows(await noticeOf(parts, lang))
    for (const tracker of policy.trackers) {
      const vendor = policy.vendors.find(({ id }) => id === tracker.vendor)
      const whose = vendor?.name ?? policy.controller.name
      if (rows.some(row => row.includes(tracker.name) && row.some(cell => cell.includes(whose))))
        named += 1
    }
  }
  return {
    kept: wanted > 0 && named === wanted,
    saw: told('probe.vendors', { named, wanted, trackers: policy.trackers.length }),
  }
}

/** Sends a refusal through the form as a browser with every declared cookie would. */
async function refusalWorks(parts: CentreParts): Promise<Sighting> {
  const cookies = nonessentialCookies(parts)
  const sent = cookies.map(name => `${name}=probe`).join('; ')
  const refused = await choose(parts, 'necessary', sent)
  const ended = cookies.filter(name =>
    refused.lines.some(line => line.startsWith(`${name}=;`) && line.includes('Max-Age=0')),
  ).length
  const anonymous =
    refused.receipt !== undefined && identifierOf(parts, refused.receipt) === undefined
  const left = permitted(parts, parts.consent.factsOf(refused.receipt, []))
  return {
    kept: anonymous && left === 0 && ended === cookies.length,
    saw: told('probe.refusal', {
      left,
      asked: askedOf(parts).length,
      ended,
      cookies: cookies.length,
      anonymous: anonymous ? 'yes' : 'no',
    }),
  }
}

/** Grants everything and takes it back, each with one press, with a receipt that nobody keeps. */
async function withdrawalWorks(parts: CentreParts): Promise<Sighting> {
  const given = await giveAll(parts)
  const before = permitted(parts, parts.consent.factsOf(given.receipt, []))
  const cookie = `${CHOICE_COOKIE}=${given.receipt ?? ''}`
  const taken = await choose(parts, 'necessary', cookie)
  const after = permitted(parts, parts.consent.factsOf(taken.receipt, []))
  const oldOne = permitted(parts, parts.consent.factsOf(given.receipt, []))
  return {
    kept: given.receipt !== undefined && before > 0 && after === 0 && oldOne === 0,
    saw: told('probe.withdrawal', { before, after, old: oldOne }),
  }
}

/** Everything, the question of age included where the policy asks it. */
async function giveAll(parts: CentreParts): Promise<Chosen> {
  const given = await choose(parts, 'all', '')
  const gated = ofAgeIn(parts.policy())
  if (gated.length === 0) return given
  const cookie = `${CHOICE_COOKIE}=${given.receipt ?? ''}`
  return choose(parts, 'of-age', cookie, gated)
}

type Chosen = { readonly receipt: string | undefined; readonly lines: readonly string[] }

async function choose(
  parts: CentreParts,
  choice: ChoiceAct,
  cookie: string,
  purposes: readonly string[] = [],
): Promise<Chosen> {
  const { body } = await visit(parts, '/privacy?lang=en', { cookie })
  const hidden = (name: string) => new RegExp(`name="${name}"\\s+value="([^"]*)"`).exec(body)?.[1]
  const form = { lang: 'en', words: hidden('words') ?? '', token: hidden('token') ?? '', choice }
  const headers = {
    ...{ cookie, origin: parts.origin() },
    [PROBE_HEADER]: probeToken(parts.consent.formKey),
  }
  const named = purposes.map((id): [string, string] => ['purpose', id])
  const { lines } = await visit(parts, '/privacy/choices', headers, [
    ...Object.entries(form),
    ...named,
  ])
  const kept = lines.find(line => line.startsWith(`${CHOICE_COOKIE}=`))
  return { lines, receipt: kept?.slice(CHOICE_COOKIE.length + 1).split(';')[0] }
}

function nonessentialCookies(parts: CentreParts): readonly string[] {
  const { trackers } = parts.policy()
  const asked = askedOf(parts)
  const names = trackers
    .filter(({ store, purpose }) => store === 'cookie' && asked.includes(purpose))
    .map(({ name }) => name.replace('*', 'probe'))
  return [...new Set(names)]
}

function permitted(parts: CentreParts, facts: Facts | undefined): number {
  return standingOf(parts.policy(), facts).length
}

function askedOf({ policy }: CentreParts): readonly string[] {
  return policy()
    .purposes.filter(({ basis }) => basis === 'consent')
    .map(({ id }) => id)
}

function identifierOf(parts: CentreParts, receipt: string): string | undefined {
  return parts.consent.readReceipt(receipt)?.i
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
