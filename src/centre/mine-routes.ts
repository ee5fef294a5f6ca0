import type { Json } from '../base/json.ts'
import { momentOf } from '../base/time.ts'
import type { Http } from '../platform/http.ts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { type Html, html } from '../policy/index.ts'
import { guard, sendPrivate } from './answer.ts'
import { dataFile, dataFileName } from './data-file.ts'
import { dataPage } from './data-page.ts'
import { framed } from './frame.ts'
import { historyPage } from './history-page.ts'
import { onlyMethods } from './pages.ts'
import type { CentreParts } from './parts.ts'
import { receiptOf } from './receipt-routes.ts'
import { rightsPage } from './rights-page.ts'
import type { CentreView } from './view.ts'
import { viewOf } from './view-of.ts'
import { whyPage } from './why-page.ts'
import { sayIn } from './words.ts'
import type { CentreKey } from './words/en.ts'

/** Why, receipts, my data as a page and as a file, and the way to the rights. */
export function serveMine(http: Http, parts: CentreParts): void {
  servePage(http, parts, '/privacy/why', 'why.title', async view =>
    whyPage(view, await parts.versions.text(view.policy.version)),
  )
  servePage(http, parts, '/privacy/receipts', 'receipts.title', async view =>
    historyPage(view, await parts.consent.pastChoices(view.browser.receipt)),
  )
  servePage(http, parts, '/privacy/data', 'data.title', async view =>
    dataPage(view, await parts.copyOf(view.browser.visitors)),
  )
  servePage(http, parts, '/privacy/rights', 'rights.title', view =>
    Promise.resolve(rightsPage(view)),
  )
  http.get('/privacy/data.json', (request, reply) => sendData(parts, request, reply))
  onlyMethods(http, parts, '/privacy/data.json', ['GET'])
}

function servePage(
  http: Http,
  parts: CentreParts,
  path: string,
  title: CentreKey,
  bodyOf: (view: CentreView) => Promise<Html>,
): void {
  http.get(path, async (request, reply) => {
    const view = await viewOf(parts, request)
    const body = html`${await bodyOf(view)}
      <script src="/lupaus.js" data-lupaus-quiet defer></script>`
    const page = { title: sayIn(view.lang)(title), path, body }
    void reply.header('vary', 'cookie, accept-language, sec-gpc, dnt')
    return sendPrivate(reply, view.lang, framed(view.policy, view.lang, page))
  })
  onlyMethods(http, parts, path, ['GET'])
}

async function sendData(parts: CentreParts, request: FastifyRequest, reply: FastifyReply) {
  const view = await viewOf(parts, request)
  const { browser, receipt } = view
  const token = browser.receipt
  const file: Json | undefined =
    token === undefined || !receipt ? undefined : await receiptOf(parts, token, receipt)
  const copied = await parts.copyOf(browser.visitors)
  const past = await parts.consent.pastChoices(token)
  const text = `${JSON.stringify(dataFile(view, copied, past, file), null, 2)}\n`
  return guard(reply)
    .header('cache-control', 'no-store')
    .header('content-language', view.lang)
    .header('cross-origin-resource-policy', 'same-origin')
    .header('content-disposition', `attachment; filename="${dataFileName(momentOf(view.now))}"`)
    .type('application/json; charset=utf-8')
    .send(text)
}
