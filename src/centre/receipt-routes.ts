import type { FastifyRequest } from 'fastify'
import type { Json } from '../base/json.ts'
import { momentOf } from '../base/time.ts'
import type { ReceiptPayload } from '../consent/wire.ts'
import type { Http } from '../platform/http.ts'
import { decide } from '../policy/index.ts'
import { guard, sendPrivate } from './answer.ts'
import { browserOf, langOf } from './browser.ts'
import { framed } from './frame.ts'
import { onlyMethods } from './pages.ts'
import type { CentreParts } from './parts.ts'
import { currentWords, receiptFile, receiptFileName } from './receipt-file.ts'
import { type Checked, checkPage, noReceiptPage, pastedReceipt } from './receipt-page.ts'
import { sayIn } from './words.ts'

const PASTED_MAX = 200_000

/** `/privacy/receipt` downloads my receipt; `/privacy/receipt/check` judges anyone's. */
export function serveReceipts(http: Http, parts: CentreParts): void {
  serveDownload(http, parts)
  http.get('/privacy/receipt/check', async (request, reply) => {
    const lang = langOf(request)
    return sendPrivate(reply, lang, checkText(parts, request, undefined))
  })
  http.post('/privacy/receipt/check', async (request, reply) => {
    const checked = check(parts, pastedText(request.body))
    return sendPrivate(reply, langOf(request), checkText(parts, request, checked))
  })
  onlyMethods(http, parts, '/privacy/receipt/check', ['GET', 'POST'])
}

function serveDownload(http: Http, parts: CentreParts): void {
  const { consent } = parts
  http.get('/privacy/receipt', async (request, reply) => {
    const { receipt: token, lang } = browserOf(request)
    const receipt = token === undefined ? undefined : consent.readReceipt(token)
    const policy = parts.policy()
    if (token === undefined || !receipt) {
      const title = sayIn(lang)('receipt.missing.title')
      const page = { title, path: '/privacy/receipt', body: noReceiptPage(lang) }
      return sendPrivate(reply, lang, framed(policy, lang, page), 404)
    }
    const file = await receiptOf(parts, token, receipt)
    const name = receiptFileName(momentOf(receipt.t * 1000))
    return guard(reply)
      .header('cache-control', 'no-store')
      .header('content-language', receipt.l)
      .header('content-disposition', `attachment; filename="${name}"`)
      .type('application/json; charset=utf-8')
      .send(`${JSON.stringify(file, null, 2)}\n`)
  })
  onlyMethods(http, parts, '/privacy/receipt', ['GET'])
}

/** A receipt with everything that proves it, as it is downloaded. */
export async function receiptOf(
  parts: CentreParts,
  token: string,
  receipt: ReceiptPayload,
): Promise<Json> {
  const { consent } = parts
  const policy = parts.policy()
  return receiptFile({
    ...{ token, receipt, policy, origin: parts.origin() },
    standing: standingIn(parts, token, receipt),
    shown: currentWords(policy, receipt) ?? (await consent.wordsShown(receipt.w)),
    proof: await consent.proofOf(token),
  })
}

function checkText(
  parts: CentreParts,
  request: FastifyRequest,
  checked: Checked | undefined,
): string {
  const lang = langOf(request)
  const title = sayIn(lang)('check.title')
  const page = { title, path: '/privacy/receipt/check', body: checkPage(lang, checked) }
  return framed(parts.policy(), lang, page)
}

function check(parts: CentreParts, pasted: string): Checked {
  const token = pastedReceipt(pasted)
  if (token === undefined) return { found: 'nothing' }
  const receipt = parts.consent.readReceipt(token)
  if (!receipt) return { found: 'forged' }
  const facts = parts.consent.factsOf(token, [])
  const holds = facts !== undefined && !facts.withdrawn && facts.now < facts.until
  const standing = standingIn(parts, token, receipt)
  return { found: 'genuine', receipt, policy: parts.policy(), standing, holds }
}

// Without signals: what the receipt is worth, not what this browser says besides.
function standingIn(parts: CentreParts, token: string, receipt: ReceiptPayload): readonly string[] {
  const facts = parts.consent.factsOf(token, [])
  const { rules } = parts.policy()
  return Object.keys(receipt.g).filter(id => !('refused' in decide(rules, id, facts)))
}

function pastedText(body: unknown): string {
  const held = typeof body === 'object' && body !== null ? body : {}
  const text = 'receipt' in held ? held.receipt : undefined
  return typeof text === 'string' ? text.slice(0, PASTED_MAX) : ''
}
