import type { FastifyReply } from 'fastify'
import { Type } from 'typebox'
import { isLang, type Lang, LANGS } from '../base/lang.ts'
import type { Http } from '../platform/http.ts'
import { html, type Policy, readPolicy } from '../policy/index.ts'
import { sendPublic } from './answer.ts'
import { langOf } from './browser.ts'
import { alternateLinks, framed } from './frame.ts'
import { noticeFile, noticeText } from './notice-text.ts'
import { onlyMethods, sendError } from './pages.ts'
import type { CentreParts, VersionTerm } from './parts.ts'
import { policyJson } from './policy-json.ts'
import { versionsPage } from './versions-page.ts'
import { sayIn, timeIn } from './words.ts'

const FILE_TYPES = { md: 'text/markdown; charset=utf-8', txt: 'text/plain; charset=utf-8' } as const
const YAML = 'application/yaml; charset=utf-8'
const HTML = 'text/html; charset=utf-8'
const OLD_POLICIES_MAX = 50

/** The notices of every version, the policy file and its twin for machines. */
export function serveNotices(http: Http, parts: CentreParts): void {
  serveNotice(http, parts)
  servePolicy(http, parts)
  serveVersions(http, parts)
  serveOldNotices(http, parts)
}

function serveNotice(http: Http, parts: CentreParts): void {
  for (const lang of LANGS)
    for (const ending of ['', '.md', '.txt'] as const) {
      const url = `/privacy/${lang}${ending}`
      http.get(url, async (request, reply) => {
        const policy = parts.policy()
        name(reply, policy, lang)
        void reply.header(
          'link',
          alternateLinks(parts.origin(), to => `/privacy/${to}${ending}`),
        )
        if (ending === '') return sendPublic(request, reply, noticePage(policy, lang), HTML)
        const format = ending === '.md' ? 'md' : 'txt'
        return sendPublic(request, reply, noticeFile(policy, lang, format), FILE_TYPES[format])
      })
      onlyMethods(http, parts, url, ['GET'])
    }
}

function noticePage(policy: Policy, lang: Lang): string {
  const notice = noticeText(policy, lang)
  const say = sayIn(lang)
  const body = html`${notice.body}
    <p class="meta">
      ${say('notice.other')}: <a href="/privacy/${lang}.md">${say('notice.md')}</a>,
      <a href="/privacy/${lang}.txt">${say('notice.txt')}</a>
    </p>
    <script src="/lupaus.js" data-lupaus-quiet defer></script>`
  return framed(policy, lang, { title: notice.title, path: noticePath(lang), body }, noticePath)
}

function noticePath(lang: Lang): string {
  return `/privacy/${lang}`
}

function servePolicy(http: Http, parts: CentreParts): void {
  http.get('/privacy/policy.yaml', async (request, reply) => {
    const { version } = parts.policy()
    const text = await parts.versions.text(version)
    if (text === undefined) return sendError(parts, request, reply, 404)
    void reply.header('lupaus-policy-version', version)
    return sendPublic(request, reply, text, YAML)
  })
  onlyMethods(http, parts, '/privacy/policy.yaml', ['GET'])
  http.get('/privacy/policy.json', async (request, reply) => {
    const policy = parts.policy()
    void reply.header('lupaus-policy-version', policy.version)
    const text = `${JSON.stringify(policyJson(policy, parts.origin()), null, 2)}\n`
    return sendPublic(request, reply, text, 'application/ld+json; charset=utf-8')
  })
  onlyMethods(http, parts, '/privacy/policy.json', ['GET'])
}

function serveVersions(http: Http, parts: CentreParts): void {
  http.get('/privacy/versions', async (request, reply) => {
    const lang = langOf(request)
    const body = versionsPage(await parts.versions.list(), lang)
    const page = { title: sayIn(lang)('versions.title'), path: '/privacy/versions', body }
    void reply.header('vary', 'accept-language').header('content-language', lang)
    return sendPublic(request, reply, framed(parts.policy(), lang, page), HTML)
  })
  onlyMethods(http, parts, '/privacy/versions', ['GET'])
}

function serveOldNotices(http: Http, parts: CentreParts): void {
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
    const policy = isLang(what) ? read(term.version, text) : undefined
    if (!policy || !isLang(what)) return sendError(parts, request, reply, 404)
    name(reply, policy, what)
    return sendPublic(request, reply, oldNoticePage(parts, policy, what, term), HTML)
  })
  onlyMethods(http, parts, '/privacy/versions/:version/:what', ['GET'])
}

function oldNoticePage(
  parts: CentreParts,
  policy: Policy,
  lang: Lang,
  { inForceFrom, until, version }: VersionTerm,
): string {
  const say = sayIn(lang)
  const hrefOf = (other: Lang) => `/privacy/versions/${version}/${other}`
  const notice = noticeText(policy, lang)
  const note =
    until !== undefined &&
    html`<p class="note">
      ${say('notice.old', { from: timeIn(lang, inForceFrom), until: timeIn(lang, until) })}
      <a href="/privacy/${lang}">${say('notice.old.current')}</a>
    </p>`
  const body = html`${note} ${notice.body}`
  return framed(parts.policy(), lang, { title: notice.title, path: hrefOf(lang), body }, hrefOf)
}

/** The newest term of a version, by its whole hash or at least its first 16 digits. */
async function termOf(parts: CentreParts, version: string): Promise<VersionTerm | undefined> {
  if (!/^[0-9a-f]{16,64}$/.test(version)) return undefined
  const terms = await parts.versions.list()
  return terms.find(term => term.version.startsWith(version))
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

function name(reply: FastifyReply, policy: Policy, lang: Lang): void {
  void reply
    .header('content-language', lang)
    .header('lupaus-policy-version', policy.version)
    .header('lupaus-policy-label', policy.label)
}
