import { createHash } from 'node:crypto'
import type { Policy, Signal, Source } from '../../policy/index.ts'
import { sourceOf } from '../../consent/index.ts'
import type { Happened, Sent, Signs } from '../intake.ts'
import { ALL_REFUSED } from '../segment/claims.ts'
import type { Declared } from '../segment/declared.ts'
import { asFarAsDeclared } from './surroundings.ts'
import { receiptIn } from '../receipt.ts'
import type { Refused } from '../refuse.ts'
import { happenedIn, hostOf, languageOf } from './happened.ts'
import { Broken, type Params } from './params.ts'

const DAY_MS = 86_400_000
/** How far back a source that asserts time is believed; any other for a day. */
const ASSERTED_DAYS_MAX = 30
const VISITOR = /^[0-9a-f]{16}$/i
/** Of one request sent again these may differ, and nothing else does. */
const VOLATILE = new Set(['cdo', 'send_image', 'token_auth', 'lupaus_receipt', 'queuedtracking'])

/** What the HTTP request says of whoever sent it. */
export type Asked = {
  readonly policy: Policy
  readonly now: number
  /** The token of a bulk; one in the parameters goes before it. */
  readonly token?: string | undefined
  /** Of the header, else of the cookie. */
  readonly receipt: string | undefined
  readonly signals: readonly Signal[]
  readonly signs: Signs
  /** What is declared for what a source sends; without it, all that a client adds is passed on. */
  readonly declared?: (source: Source) => Declared
  /** The `Referer` header: a pixel in a page names its page by nothing else. */
  readonly page: string | undefined
}

/** Events of one request, and what was refused of it before it could be decided on. */
export type Taken = { readonly sent: readonly Sent[]; readonly refused: readonly Refused[] }

const NO_REC = new Broken(400, 'malformed', 'a request is measured only with `rec=1`')
const NO_SOURCE = new Broken(
  400,
  'no-such-source',
  '`idsite` is the public key of a source that the policy declares, or `token_auth` the secret of one',
)

/** One request of Matomo's protocol in our words, or what is wrong with it. Reads nothing else. */
export function sentOf(params: Params, asked: Asked): Taken | Broken {
  if (params.get('rec') !== '1') return NO_REC
  const source = sourceIn(params, asked)
  if (!source) return NO_SOURCE
  const isServer = isSecret(source)
  const page = isServer ? undefined : asked.page
  const signs = signsOf(params, asked.signs, source)
  const around = {
    ...{ now: asked.now, page },
    isApp: source.channel === 'app',
    language: languageOf(signs.acceptLanguage),
  }
  const happened = happenedIn(params, around)
  if (happened instanceof Broken) return happened
  const declared = asked.declared?.(source)
  const events = declared ? happened.map(event => asFarAsDeclared(event, declared)) : happened
  const agoMax = DAY_MS * (source.asserts.includes('time') ? ASSERTED_DAYS_MAX : 1)
  const late = events.filter(({ agoMs }) => agoMs > agoMax)
  const visitor = visitorOf(params)
  const receipt = receiptIn(params.get('lupaus_receipt')) ?? (isServer ? undefined : asked.receipt)
  const sent: Sent = {
    events: named(params, visitor, late.length > 0 ? [] : events),
    source,
    receipt,
    // A partner brings the choice that was made with us, or nothing of its site is permitted.
    ...(source.kind === 'partner' && receipt === undefined ? { claims: ALL_REFUSED } : {}),
    subject: visitor,
    // One id for all: each group's table makes a key of its own from it, and none keeps it.
    visitors:
      visitor === undefined
        ? {}
        : { personalisation: visitor, analytics: visitor, marketing: visitor },
    visit: undefined,
    signals: asked.signals,
    signs,
    host: hostOf(params, page) ?? '',
  }
  return { sent: sent.events.length > 0 ? [sent] : [], refused: late.map(tooOld) }
}

/** What a request that could not be taken counts as. */
export function refusedAs({ error }: Broken): Refused {
  const reason = error === 'no-such-source' ? 'no-such-source' : 'malformed'
  return { purpose: '', reason, line: 0, what: 'matomo', named: false }
}

/** A secret names its source before any `idsite`; a public key is of a page or an app and nothing else. */
function sourceIn(params: Params, { policy, token }: Asked): Source | undefined {
  const secret = params.get('token_auth') ?? token
  const trusted = secret === undefined ? undefined : sourceOf(policy, secret)
  if (trusted && isSecret(trusted)) return trusted.kind === 'machine' ? undefined : trusted
  const open = sourceOf(policy, params.get('idsite'))
  return open && !isSecret(open) && isOfDevices(open) ? open : undefined
}

/** Whether only a server can know the key. */
export function isSecret({ key }: Source): boolean {
  return key.startsWith('sha256:')
}

function isOfDevices({ kind }: Source): boolean {
  return kind === 'web' || kind === 'app'
}

/** A server's own address says nothing of a visitor; what it says of theirs, it must be trusted to say. */
function signsOf(params: Params, signs: Signs, source: Source): Signs {
  const own = isSecret(source) ? { userAgent: undefined, address: undefined } : signs
  if (!source.asserts.includes('device')) return own
  return {
    userAgent: params.get('ua') ?? own.userAgent,
    address: params.get('cip') ?? own.address,
    acceptLanguage: params.get('lang') ?? own.acceptLanguage,
  }
}

function visitorOf(params: Params): string | undefined {
  const id = [params.get('cid'), params.get('_id')].find(one => one !== undefined && one !== '')
  return id !== undefined && VISITOR.test(id) ? id.toLowerCase() : undefined
}

/**
 * Names events after the whole request where that is told from any other by a visitor and a random
 * number: Matomo has no message ids, and its clients send again what was not answered.
 */
function named(
  params: Params,
  visitor: string | undefined,
  events: readonly Happened[],
): readonly Happened[] {
  const isTold = visitor !== undefined && (params.get('rand')?.length ?? 0) >= 4
  if (!isTold || events.every(event => event.id !== undefined)) return events
  const said = [...params].filter(([name]) => !VOLATILE.has(name))
  const text = JSON.stringify(said.toSorted(([a], [b]) => (a < b ? -1 : 1)))
  const id = createHash('sha256').update(text).digest('base64url')
  return events.map((event, index) => ({ ...event, id: event.id ?? `matomo:${id}:${index}` }))
}

function tooOld({ name }: Happened): Refused {
  return { purpose: '', reason: 'too-old', line: 0, what: name, named: true }
}
