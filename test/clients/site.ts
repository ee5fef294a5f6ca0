import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { build } from 'esbuild'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { openBrowser } from '../browser.ts'
import type { Sdks } from './page-start.ts'
import { AGENT, PAGE } from './visit.ts'

/** The shop's page in a real browser, with the web SDKs bundled and nothing loaded from elsewhere. */
export type Site = AsyncDisposable & {
  /** A new browser profile on the page, as if led there from a search; `bare` is without our tag. */
  visitor(bare?: 'bare'): Promise<Visitor>
}

export type Visitor = AsyncDisposable & {
  readonly page: Page
  /** Presses a button of the banner, in Finnish; one who agrees is old enough, and says so. */
  press(button: 'Hyväksy kaikki' | 'Vain välttämättömät'): Promise<void>
  /** Everything that anyone stored on the device: `cookie x`, `local-storage y`. */
  stored(): Promise<string[]>
  /** Hosts that were asked for anything. */
  readonly hosts: Set<string>
}

/** Bundles the page's script, serves the page on loopback and opens the browser. */
export async function openSite(lupaus: string): Promise<Site> {
  const [sdks, start, browser] = await Promise.all([
    bundled('page.ts'),
    bundled('page-start.ts'),
    openBrowser(),
  ])
  const scripts = new Map<string, string>([
    ['/page.js' satisfies Sdks, sdks],
    ['/start.js', start],
  ])
  const server = createServer((request, reply) => {
    const script = scripts.get(request.url ?? '')
    reply.setHeader('content-type', script ? 'text/javascript' : 'text/html; charset=utf-8')
    reply.end(script ?? pageOf(request.url?.includes('bare') ? '' : TAG(lupaus)))
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    visitor: bare => {
      const path = bare ? `/${bare}` : PAGE.path + PAGE.search
      return visitorOf(browser, `http://pikkunalle.example:${port}${path}`)
    },
    async [Symbol.asyncDispose]() {
      await browser.close()
      server.closeAllConnections()
      await new Promise(resolve => server.close(resolve))
    },
  }
}

const TAG = (lupaus: string) =>
  `<script src="${lupaus}/lupaus.js"></script><script src="/start.js"></script>`

const pageOf = (scripts: string) => `<!doctype html><html lang="fi"><meta charset="utf-8">
<title>${PAGE.title}</title><link rel="icon" href="data:,">${scripts}<h1>${PAGE.title}</h1>`

async function bundled(name: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [`test/clients/${name}`],
    ...{ bundle: true, write: false, minify: true, format: 'iife', platform: 'browser' },
    logLevel: 'error',
  })
  return outputFiles[0]?.text ?? ''
}

async function visitorOf(browser: Browser, address: string): Promise<Visitor> {
  const context = await browser.newContext({ userAgent: AGENT, locale: 'fi-FI' })
  const page = await context.newPage()
  const hosts = new Set<string>()
  page.on('request', request => hosts.add(new URL(request.url()).hostname))
  await page.goto(address, { referer: PAGE.referrer })
  return {
    ...{ page, hosts },
    async press(name) {
      await page.getByRole('button', { name, exact: true }).click()
      if (name === 'Hyväksy kaikki') await page.locator('button[name=of-age]').click()
      await page.waitForLoadState('networkidle')
    },
    stored: () => stored(context, page),
    [Symbol.asyncDispose]: () => context.close(),
  }
}

async function stored(context: BrowserContext, page: Page): Promise<string[]> {
  const cookies = (await context.cookies()).map(({ name }) => `cookie ${name}`)
  const rest = await page.evaluate(async () => [
    ...Object.keys(localStorage).map(key => `local-storage ${key}`),
    ...Object.keys(sessionStorage).map(key => `session-storage ${key}`),
    ...(await indexedDB.databases()).map(({ name }) => `indexed-db ${name}`),
  ])
  return [...cookies, ...rest].toSorted()
}
