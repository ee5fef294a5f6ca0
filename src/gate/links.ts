import { after, isoOf, moment, type Moment } from '../base/time.ts'
import { LANGS } from '../base/lang.ts'
import type { Clock } from '../platform/clock.ts'
import type { OpenLink } from '../platform/link.ts'
import type { Log } from '../platform/log.ts'
import type { Db } from '../platform/postgres.ts'
import type { Policy } from '../policy/index.ts'
import { keptLinks, type KeptLink, listLinks, sawLink } from './store.ts'
import type { LinkRow } from './wire.ts'

const REDIRECTS_MAX = 5
/** How many links are opened at once. */
const AT_ONCE = 4
/** How long a link may go without being seen good before somebody must look. */
const STALE = { count: -30, unit: 'day' } as const

/** A link that the policy gives people: to say no, to set, to read on, to learn how. */
export type Listed = {
  readonly url: string
  readonly kind: 'opt-out' | 'settings' | 'privacy' | 'help'
  readonly uses: readonly string[]
  /** Day on which a person vouched for it, if one did. */
  readonly verified?: string
}

/** Every link of the policy in force, each address once. */
export function linksOf(policy: Policy): readonly Listed[] {
  const all: Listed[] = []
  for (const { id, optOut, settings, privacy } of policy.vendors) {
    if (optOut !== undefined) all.push({ url: optOut, kind: 'opt-out', uses: [`opt-out ${id}`] })
    if (settings !== undefined)
      all.push({ url: settings, kind: 'settings', uses: [`settings ${id}`] })
    all.push({ url: privacy, kind: 'privacy', uses: [`privacy ${id}`] })
  }
  for (const { topic, name, urls, verified } of policy.said.links ?? []) {
    for (const lang of LANGS) {
      const uses = [`${topic} ${name} (${lang})`]
      all.push({ url: urls[lang], kind: 'help', uses, ...(verified ? { verified } : {}) })
    }
  }
  return merged(all)
}

/** Links that a look found or did not, and how they stand now. */
export type Links = {
  /** Opens every link of the policy in force and keeps what it saw; answers how all stand. */
  check(): Promise<readonly LinkRow[]>
  /** How they stand, opening nothing. */
  rows(): Promise<readonly LinkRow[]>
}

export type LinkParts = {
  readonly db: Db
  readonly clock: Clock
  readonly log: Log
  readonly policy: () => Policy
  /** How a link is opened; absent where links are not checked. */
  readonly open?: OpenLink | undefined
}

/** Opens the check over its table. */
export function openLinkCheck(parts: LinkParts): Links {
  const { db, clock, log, policy } = parts
  const rows = async () => {
    const listed = linksOf(policy())
    const urls = listed.map(({ url }) => url)
    await listLinks(db, urls, clock.now())
    const kept = new Map((await keptLinks(db, urls)).map(link => [link.url, link]))
    return listed.map(link => rowOf(link, kept.get(link.url), clock.now()))
  }
  return {
    rows,
    check: async () => {
      const { open } = parts
      if (!open) return rows()
      const listed = await rows()
      const queue = listed.map(({ url }) => url)
      await Promise.all(Array.from({ length: AT_ONCE }, () => work(queue, open, parts)))
      const now = await rows()
      for (const { url, uses, state, problem } of now) {
        if (state === 'good') continue
        log.warn({ url, uses, state, problem }, 'a link of the policy was not seen to work')
      }
      return now
    },
  }
}

async function work(queue: string[], open: OpenLink, { db, clock }: LinkParts): Promise<void> {
  for (let url = queue.shift(); url !== undefined; url = queue.shift()) {
    const { status, problem } = await look(url, open)
    await sawLink(db, { url, status, problem }, clock.now())
  }
}

type Look = { readonly status: number | undefined; readonly problem: string | undefined }

/** Opens one link, and what it leads on to. A problem is a short word of ours, never theirs. */
export async function look(address: string, open: OpenLink): Promise<Look> {
  let url = address
  let status: number | undefined
  for (let hops = 0; hops <= REDIRECTS_MAX; hops += 1) {
    if (!URL.canParse(url) || new URL(url).protocol !== 'https:') {
      return { status, problem: 'not https' }
    }
    try {
      const answer = await opened(new URL(url), open)
      status = answer.status
      if (status < 300) return { status, problem: undefined }
      if (status >= 400) return { status, problem: `answers ${status}` }
      if (answer.location === undefined || !URL.canParse(answer.location, url)) {
        return { status, problem: 'leads nowhere' }
      }
      url = new URL(answer.location, url).href
    } catch (error) {
      return { status, problem: problemOf(error) }
    }
  }
  return { status, problem: 'leads on without end' }
}

/** Some servers do not know how to answer HEAD; those are asked as a reader asks. */
async function opened(url: URL, open: OpenLink): ReturnType<OpenLink> {
  const answer = await open('HEAD', url).catch(() => undefined)
  if (answer && answer.status < 400) return answer
  return open('GET', url)
}

function problemOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (error instanceof Error && /^(AbortError|TimeoutError)$/.test(error.name)) return 'no answer'
  if (code === 'ENOTFOUND') return 'no such host'
  if (/CERT|TLS|SSL|ALTNAME|VERIFY/.test(code)) return 'certificate is not trusted'
  return error instanceof Error && error.message === 'leads inside' ? 'leads inside' : 'no answer'
}

/** Problems that do not pass by themselves. */
const BROKEN = /^(not https|leads nowhere|leads on without end|leads inside|answers (404|410))$/

function rowOf(link: Listed, kept: KeptLink | undefined, now: Moment): LinkRow {
  const problem = link.url.startsWith('https://') ? kept?.problem : 'not https'
  const { checkedAt, seenGoodAt, status } = kept ?? {}
  return {
    ...{ url: link.url, uses: link.uses, state: stateOf(link, kept, problem, now) },
    ...(checkedAt === undefined ? {} : { checkedAt: isoOf(checkedAt) }),
    ...(seenGoodAt === undefined ? {} : { seenGoodAt: isoOf(seenGoodAt) }),
    ...(status === undefined ? {} : { status }),
    ...(problem === undefined ? {} : { problem }),
  }
}

/** Before it was ever seen, a link is as new as its place in the policy or its last human reader. */
function stateOf(
  { verified }: Listed,
  kept: KeptLink | undefined,
  problem: string | undefined,
  now: Moment,
): LinkRow['state'] {
  if (problem !== undefined && BROKEN.test(problem)) return 'broken'
  const since = [kept?.seenGoodAt ?? kept?.firstListedAt ?? now]
  if (verified !== undefined) since.push(moment(verified))
  if (Math.max(...since) < after(now, STALE)) return 'stale'
  if (problem !== undefined) return 'unsure'
  return kept?.checkedAt === undefined ? 'unchecked' : 'good'
}

function merged(all: readonly Listed[]): readonly Listed[] {
  const byUrl = new Map<string, Listed>()
  for (const link of all) {
    const before = byUrl.get(link.url)
    byUrl.set(link.url, before ? { ...before, uses: [...before.uses, ...link.uses] } : link)
  }
  return [...byUrl.values()]
}
