import type { FastifyReply } from 'fastify'
import { type Lang, LANGS } from '../base/lang.ts'
import type { Http } from '../platform/http.ts'
import { html, type Policy, policyDpv } from '../policy/index.ts'
import { sendPublic } from './answer.ts'
import { alternateLinks, framed, machineLink } from './frame.ts'
import { noticeFile, noticeText } from './notice-text.ts'
import { onlyMethods, sendError } from './pages.ts'
import type { CentreParts } from './parts.ts'
import { sayIn } from './words.ts'

const FILE_TYPES = { md: 'text/markdown; charset=utf-8', txt: 'text/plain; charset=utf-8' } as const
const YAML = 'application/yaml; charset=utf-8'
const HTML = 'text/html; charset=utf-8'

/** The notice in force, the policy file and its twin for machines. */
export function serveNotices(http: Http, parts: CentreParts): void {
  serveNotice(http, parts)
  servePolicy(http, parts)
}

function serveNotice(http: Http, parts: CentreParts): void {
  for (const lang of LANGS)
    for (const ending of ['', '.md', '.txt'] as const) {
      const url = `/privacy/${lang}${ending}`
      http.get(url, async (request, reply) => {
        const policy = parts.policy()
        name(reply, policy, lang)
        const others = alternateLinks(parts.origin(), to => `/privacy/${to}${ending}`)
        void reply.header('link', `${others}, ${machineLink(parts)}`)
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
  for (const url of ['/privacy/policy.jsonld', '/privacy/policy.json']) {
    http.get(url, async (request, reply) => {
      const policy = parts.policy()
      void reply.header('lupaus-policy-version', policy.version)
      const text = `${JSON.stringify(policyDpv(policy, parts.origin()), null, 2)}\n`
      return sendPublic(request, reply, text, 'application/ld+json; charset=utf-8')
    })
    onlyMethods(http, parts, url, ['GET'])
  }
}

function name(reply: FastifyReply, policy: Policy, lang: Lang): void {
  void reply
    .header('content-language', lang)
    .header('lupaus-policy-version', policy.version)
    .header('lupaus-policy-label', policy.label)
}
