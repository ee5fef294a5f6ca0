import type { Browser, BrowserContext, Page } from 'playwright-core'
import type { Lang } from '../../src/base/lang.ts'
import type { ReceiptPayload } from '../../src/consent/wire.ts'
import { AGENT, type World } from '../world.ts'

/** A browser without JavaScript, on the privacy page in one language. */
export async function visitor(
  browser: Browser,
  world: World,
  options: { lang?: Lang; headers?: Record<string, string> } = {},
): Promise<{ context: BrowserContext; page: Page; open: (path?: string) => Promise<void> }> {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    locale: { fi: 'fi-FI', sv: 'sv-FI', en: 'en-GB' }[options.lang ?? 'en'],
    ...(options.headers ? { extraHTTPHeaders: options.headers } : {}),
  })
  const page = await context.newPage()
  const open = async (path = '/privacy') => void (await page.goto(world.url + path))
  return { context, page, open }
}

/** Names of the cookies a browser holds, sorted. */
export async function cookieNames(context: BrowserContext): Promise<string[]> {
  return (await context.cookies()).map(({ name }) => name).toSorted()
}

/** The receipt in a browser's choice cookie. */
export async function receiptOf(context: BrowserContext): Promise<string> {
  const cookie = (await context.cookies()).find(({ name }) => name === 'lupaus_choice')
  return cookie?.value ?? ''
}

/** What a receipt says, without checking it. */
export function readPayload(receipt: string): ReceiptPayload {
  return JSON.parse(Buffer.from(receipt.split('.')[1] ?? '', 'base64url').toString())
}

/** The hidden fields of the form as the page serves them now. */
export async function hiddenFields(world: World): Promise<Record<string, string>> {
  const page = await (await get(world, '/privacy?lang=en')).text()
  const found = page.matchAll(/name="(lang|words|token)"\s+value="([^"]*)"/g)
  return Object.fromEntries([...found].map(([, name, value]) => [name, value]))
}

/** A GET as a browser without cookies would send it. */
export function get(world: World, path: string, headers: Record<string, string> = {}) {
  return fetch(world.url + path, { headers: { 'user-agent': AGENT, ...headers } })
}

/** A form posted to the centre with exactly these headers. */
export async function post(
  world: World,
  fields: Record<string, string> | [string, string][],
  headers: Record<string, string> = {},
): Promise<{ status: number; location: string; receipt: string | undefined; lines: string[] }> {
  const answer = await fetch(`${world.url}/privacy/choices`, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'user-agent': AGENT, ...headers },
    body: new URLSearchParams(fields),
  })
  await answer.text()
  const lines = answer.headers.getSetCookie()
  const kept = lines.find(line => line.startsWith('lupaus_choice='))
  return {
    status: answer.status,
    location: answer.headers.get('location') ?? '',
    receipt: kept?.slice('lupaus_choice='.length).split(';')[0],
    lines,
  }
}
