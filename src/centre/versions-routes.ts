import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import type { Json } from '../base/json.ts'
import { isLang, type Lang, LANGS } from '../base/lang.ts'
import { isoOf } from '../base/time.ts'
import type { Http } from '../platform/http.ts'
import { type Html, html, type Policy, policyDpv, raw, readPolicy } from '../policy/index.ts'
import { sendPublic } from './answer.ts'
import { langOf } from './browser.ts'
import { framed } from './frame.ts'
import { noticeText } from './notice-text.ts'
import { onlyMethods, sendError } from './pages.ts'
import type { CentreParts, VersionTerm } from './parts.ts'
import { KEY_PATH, standingOf, versionsPage } from './versions-page.ts'
import { sayIn, timeIn } from './words.ts'

const YAML = 'application/yaml; charset=utf-8'
const HTML = 'text/html; charset=utf-8'
const JSON_TYPE = 'application/json; charset=utf-8'
const PEM = 'application/x-pem-file'
const OLD_POLICIES_MAX = 50

/** Every version there was, is and will be: the list, the notices, the files, and the key. */
export function serveVersions(http: Http, parts: CentreParts): void {
  serveList(http, parts)
  serveKey(http, parts)
  serveFiles(http, parts)
  serveNotices(http, parts)
}

function serveList(http: Http, parts: CentreParts): void {
  http.get('/privacy/versions', async (request, reply) => {
    const lang = langOf(request)
    const body = versionsPage(await parts.versions.list(), lang, parts.clock.now())
    const page = { title: sayIn(lang)('versions.title'), path: '/privacy/versions', body }
    void reply.header('vary', 'accept-language').header('content-language', lang)
    return sendPublic(request, reply, framed(parts.policy(), lang, page), HTML)
  })
  onlyMethods(http, parts, '/privacy/versions', ['GET'])
}

function serveKey(http: Http, parts: CentreParts): void {
  http.get(KEY_PATH, (request, reply) => sendPublic(request, reply, parts.versions.publicKey, PEM))
  onlyMethods(http, parts, KEY_PATH, ['GET'])
}

/** `/privacy/versions/HASH.yaml` is the text, byte for byte; `.json` what was signed of it. */
function serveFiles(http: Http, parts: CentreParts): void {
  const params = Type.Object({ file: Type.String() })
  http.get('/privacy/versions/:file', { schema: { params } }, async (request, reply) => {
    const [, version = '', ending] = /^([0-9a-f]+)\.(yaml|json)$/.exec(request.params.file) ?? []
    const term = await termOf(parts, version)
    const text = term && (await parts.versions.text(term.version))
    if (!term || text === undefined) return sendError(parts, request, reply, 404)
    void reply.header('lupaus-policy-version', term.version)
    if (ending === 'yaml') return sendPublic(request, reply, text, YAML)
    const record = await recordOf(parts, term.version, text)
    return sendPublic(request, reply, `${JSON.stringify(record, null, 2)}\n`, JSON_TYPE)
  })
  onlyMethods(http, parts, '/privacy/versions/:file', ['GET'])
}

/** All that is known of a version: its terms with seals, its files, and its twin for machines. */
async function recordOf(parts: CentreParts, version: string, text: string): Promise<Json> {
  const terms = (await parts.versions.list()).filter(term => term.version === version)
  const base = `${parts.origin()}/privacy/versions/${version}`
  const { policy } = readPolicy(text, 'policy.yaml')
  return {
    version,
    label: terms[0]?.label,
    text: `${base}.yaml`,
    notices: Object.fromEntries(LANGS.map(lang => [lang, `${base}/${lang}`])),
    terms: terms.map(({ inForceFrom, until, changes, informed, seal }) => ({
      inForceFrom: isoOf(inForceFrom),
      until: until === undefined ? undefined : isoOf(until),
      changes: changes?.map(({ kind, path, consequence, words }) => ({
        ...{ kind, path, consequence, words },
      })),
      informed,
      seal,
    })),
    policy: policy && policyDpv(policy, parts.origin()),
  }
}

function serveNotices(http: Http, parts: CentreParts): void {
  const read = openOldPolicies(parts)
  const params = Type.Object({ version: Type.String(), what: Type.String() })
  http.get('/privacy/versions/:version/:what', { schema: { params } }, async (request, reply) => {
    const { version, what } = request.params
    const term = await termOf(parts, version)
    const text = term && (await parts.versions.text(term.version))
    if (!term || text === undefined) return sendError(parts, request, reply, 404)
    if (what === 'policy.yaml') {
      void reply.header('lupaus-policy-version', term.version)
      return sendPublic(request, reply, text, YAML)
    }
    const notice = isLang(what) ? await noticeAsItWas(parts, read, term, text, what) : undefined
    if (!notice || !isLang(what)) return sendError(parts, request, reply, 404)
    return sendNotice(parts, request, reply, { term, notice, lang: what })
  })
  onlyMethods(http, parts, '/privacy/versions/:version/:what', ['GET'])
}

type OldNotice = { readonly title: string; readonly body: Html }

/** The notice that was kept; only versions from before notices were kept are rendered anew. */
async function noticeAsItWas(
  parts: CentreParts,
  read: (version: string, text: string) => Policy | undefined,
  { version, seal }: VersionTerm,
  text: string,
  lang: Lang,
): Promise<OldNotice | undefined> {
  const kept = await parts.versions.notice(version, lang)
  // Our own HTML of that day: its hash was checked, and it was escaped when it was made.
  if (kept) return { title: kept.title, body: raw(kept.html) }
  if (seal && 'notices' in JSON.parse(seal.statement)) return undefined
  const policy = read(version, text)
  return policy && noticeText(policy, lang)
}

function sendNotice(
  parts: CentreParts,
  request: FastifyRequest,
  reply: FastifyReply,
  what: { readonly term: VersionTerm; readonly notice: OldNotice; readonly lang: Lang },
) {
  const { term, notice, lang } = what
  const hrefOf = (other: Lang) => `/privacy/versions/${term.version}/${other}`
  const body = html`${noteOn(parts, term, lang)} ${notice.body}`
  const page = { title: notice.title, path: hrefOf(lang), body }
  void reply
    .header('content-language', lang)
    .header('lupaus-policy-version', term.version)
    .header('lupaus-policy-label', term.label)
  return sendPublic(request, reply, framed(parts.policy(), lang, page, hrefOf), HTML)
}

function noteOn(parts: CentreParts, term: VersionTerm, lang: Lang): Html | false {
  const say = sayIn(lang)
  const standing = standingOf(term, parts.clock.now())
  if (standing === 'now') return false
  const from = timeIn(lang, term.inForceFrom)
  const until = term.until === undefined ? '' : timeIn(lang, term.until)
  const words = {
    past: () => say('notice.old', { from, until }),
    coming: () => say('notice.coming', { from }),
    'called-off': () => say('notice.called-off'),
  }
  return html`<p class="note">
    ${words[standing]()} <a href="/privacy/${lang}">${say('notice.old.current')}</a>
  </p>`
}

/**
 * The term of a version, by its whole hash or at least its first 16 digits: the one in force if there
 * is one, else the newest.
 */
async function termOf(parts: CentreParts, version: string): Promise<VersionTerm | undefined> {
  if (!/^[0-9a-f]{16,64}$/.test(version)) return undefined
  const terms = (await parts.versions.list()).filter(term => term.version.startsWith(version))
  const now = parts.clock.now()
  return terms.find(term => standingOf(term, now) === 'now') ?? terms[0]
}

// A version never changes, so what was compiled once need not be compiled again.
function openOldPolicies(parts: CentreParts) {
  const known = new Map<string, Policy>()
  return (version: string, text: string): Policy | undefined => {
    const current = parts.policy()
    if (current.version === version) return current
    const policy = known.get(version) ?? readPolicy(text, 'policy.yaml').policy
    if (!policy) return undefined
    if (known.size >= OLD_POLICIES_MAX) known.clear()
    known.set(version, policy)
    return policy
  }
}
