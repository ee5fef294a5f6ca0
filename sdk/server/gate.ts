import type { CookieReport, GateConfig } from '../../src/gate/wire.ts'
import type { Rules } from '../../src/policy/decide.ts'
import { cspText, type CspPlace } from '../../src/policy/gate.ts'
import { fetchedSource, fixedSource, type Source } from './config.ts'
import { factsIn, type Visit } from './facts.ts'
import { type Dropped, expireLines, filterLines } from './set-cookie.ts'

export type { Visit } from './facts.ts'
export type { Dropped } from './set-cookie.ts'
export type { GateConfig } from '../../src/gate/wire.ts'

/** How a site's own server keeps the gate. */
export type GateSettings = {
  /** Origin of Lupaus, `https://privacy.shop.example`; or the rules themselves, which then never change. */
  readonly lupaus: string | { readonly config: GateConfig }
  /** How old the rules may be before they are asked for anew; 60 when absent. */
  readonly refreshSeconds?: number
  /** Whether scripts and styles written in pages may run; hosts are closed all the same. */
  readonly inline?: boolean
  /** Whether `Set-Cookie` is filtered; it is when absent. */
  readonly cookies?: boolean
  /** Told of each cookie that was not sent on as it was. */
  readonly onDropped?: (dropped: Dropped) => void
  /** Told when the rules cannot be had, or a report not be sent; nothing throws for it. */
  readonly onProblem?: (problem: string) => void
  /** For tests and for networks of one's own. */
  readonly fetch?: typeof fetch
  readonly now?: () => number
}

/** The gate of one site. Nothing here throws, and what is not known is refused. */
export type Gate = {
  /** Sees to it that the rules are there and new; wait for it before each answer. */
  ready(): Promise<void>
  /**
   * Headers for an answer to this visitor, for pages, workers and frames alike. Add the policy to one
   * that the site has itself: a browser obeys both.
   */
  headers(visit: Visit): { readonly 'content-security-policy': string; readonly vary: string }
  /** The lines that may be sent of these, and lines that take away what is no longer permitted. */
  setCookies(lines: readonly string[], visit: Visit): readonly string[]
  /** How many cookies were not sent on as they were, since the start. */
  dropped(): Readonly<Record<Dropped['standing'], number>>
  /** Sends the counts to Lupaus; done by itself with each refresh. */
  report(): Promise<void>
}

const REFRESH_SECONDS = 60
const REPORT_TIMEOUT_MS = 3_000
const REPORT_ENTRIES_MAX = 40
const NO_RULES: Rules = { version: '', purposes: {}, trackers: [], vendors: [] }

/**
 * Opens the gate for a site. Until rules came for the first time, nothing but the own site may load
 * and no cookie is set.
 */
export function createGate(settings: GateSettings): Gate {
  const now = settings.now ?? Date.now
  const source = sourceOf(settings, now)
  const rules = () => source.now()?.rules ?? NO_RULES
  const factsOf = (visit: Visit) => (source.isBelieved() ? factsIn(visit, now()) : undefined)
  const counts = { undeclared: 0, refused: 0, shortened: 0, expired: 0 }
  const reports = openReports(settings, source, now)
  const note = (all: readonly Dropped[], visit: Visit) => {
    for (const one of all) {
      counts[one.standing] += 1
      reports.add(one, visit.host)
      settings.onDropped?.(one)
    }
  }
  return {
    ready: async () => {
      await source.fresh()
      void reports.sendNow(false)
    },
    headers: visit => ({
      'content-security-policy': cspText(rules(), factsOf(visit), placeOf(settings, source.now())),
      vary: 'Cookie, Sec-GPC, DNT',
    }),
    setCookies: (lines, visit) => {
      if (settings.cookies === false) return lines
      const facts = factsOf(visit)
      const kept = filterLines(rules(), facts, lines, visit, now())
      const gone = expireLines(rules(), facts, visit)
      note([...kept.dropped, ...gone.dropped], visit)
      return [...kept.lines, ...gone.lines]
    },
    dropped: () => ({ ...counts }),
    report: () => reports.sendNow(true),
  }
}

function sourceOf(settings: GateSettings, now: () => number): Source {
  const { lupaus } = settings
  if (typeof lupaus !== 'string') return fixedSource(lupaus.config)
  if (!isOrigin(lupaus))
    throw new TypeError(`\`${lupaus}\` is no origin; write \`https://host\`, no path`)
  return fetchedSource({
    lupaus: new URL(lupaus).origin,
    refreshSeconds: settings.refreshSeconds ?? REFRESH_SECONDS,
    fetch: settings.fetch ?? fetch,
    onProblem: settings.onProblem ?? (() => undefined),
    now,
  })
}

function isOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, href, origin } = new URL(text)
  return /^https?:$/.test(protocol) && href === `${origin}/`
}

function placeOf({ inline, lupaus }: GateSettings, config: GateConfig | undefined): CspPlace {
  // Without rules as well, the tag may be loaded and may ask.
  const origin = config?.origin ?? (typeof lupaus === 'string' ? lupaus : '')
  const hosts = URL.canParse(origin) ? [new URL(origin).host] : []
  const reports = config?.reports
  return {
    ...{ hosts, by: 'header' },
    ...(inline === undefined ? {} : { inline }),
    ...(reports === undefined ? {} : { reports }),
  }
}

type Reports = {
  add(dropped: Dropped, host: string | undefined): void
  sendNow(isAsked: boolean): Promise<void>
}

type Counted = CookieReport['cookies'][number]

/** Counts by site, tracker and standing; no name of an undeclared cookie, for it may be anything. */
function openReports(settings: GateSettings, source: Source, now: () => number): Reports {
  const bySite = new Map<string, Map<string, Counted>>()
  const everyMs = (settings.refreshSeconds ?? REFRESH_SECONDS) * 1000
  let sentAt = now()
  return {
    add: ({ standing, tracker }, host) => {
      const { hosts } = source.now() ?? { hosts: [] }
      const site = siteOf(host, hosts)
      if (site === undefined) return
      const counts = bySite.get(site) ?? new Map<string, Counted>()
      bySite.set(site, counts)
      const key = `${standing} ${tracker ?? ''}`
      const count = (counts.get(key)?.count ?? 0) + 1
      counts.set(key, { standing, count, ...(tracker === undefined ? {} : { tracker }) })
    },
    sendNow: async isAsked => {
      if (bySite.size === 0 || (!isAsked && now() - sentAt < everyMs)) return
      sentAt = now()
      const all = [...bySite].map(([site, counts]) => ({ site, cookies: [...counts.values()] }))
      bySite.clear()
      for (const report of all) await send(settings, source, report)
    },
  }
}

async function send(
  settings: GateSettings,
  source: Source,
  { site, cookies }: CookieReport,
): Promise<void> {
  const to = source.now()?.reports
  if (to === undefined) return
  try {
    const answer = await (settings.fetch ?? fetch)(to, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ site, cookies: cookies.slice(0, REPORT_ENTRIES_MAX) }),
      signal: AbortSignal.timeout(REPORT_TIMEOUT_MS),
    })
    if (!answer.ok) throw new Error(`Lupaus answers ${answer.status} to a report`)
  } catch (error) {
    settings.onProblem?.(error instanceof Error ? error.message : String(error))
  }
}

/** The site's host if the policy names it: whatever else stands in a Host header is not repeated. */
function siteOf(host: string | undefined, hosts: readonly string[]): string | undefined {
  const bare = host?.replace(/:\d+$/, '')
  return hosts.find(one => one === host || one === bare)
}
