import { lstat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserType } from 'playwright-core'
import { Fault } from '../base/fault.ts'
import { type Notice, renderPaper } from '../policy/index.ts'
import { placesOf } from './pdf-pages.ts'

/** A notice may be printed this long; a hundred pages take seconds. */
const PRINT_MS_MAX = 120_000

/**
 * The notice as a PDF with tags, outline, language and title, dated `day` (YYYY-MM-DD): the same
 * notice, day and browser give the same bytes. Throws the Fault `pdf.unavailable`.
 */
export async function noticePdf(notice: Notice, day: string, parts = PARTS): Promise<Buffer> {
  return withBrowser(parts, async browser => {
    // Only paper knows where its pages end: it is printed once to learn that, and once to say it.
    const pageOf = placesOf(await printHtml(browser, renderPaper(notice), notice.lang))
    const pdf = await printHtml(browser, renderPaper(notice, pageOf), notice.lang)
    return dated(pdf, day)
  })
}

/** Prints one page: no script of it runs, and nothing is fetched, neither from afar nor from here. */
export async function printHtml(browser: Browser, html: string, locale: string): Promise<Buffer> {
  const context = await browser.newContext({ javaScriptEnabled: false, offline: true, locale })
  try {
    const page = await context.newPage()
    await page.setContent(html)
    return await page.pdf({
      tagged: true,
      outline: true,
      preferCSSPageSize: true,
      printBackground: true,
    })
  } finally {
    await context.close()
  }
}

/** The packages that print, asked for only now: whoever prints no PDF needs none of them. */
export type PdfParts = {
  readonly playwright: () => Promise<{ readonly chromium: BrowserType }>
  readonly chromium: () => Promise<{ readonly default: { executablePath(): Promise<string> } }>
}

const PARTS: PdfParts = {
  playwright: () => import('playwright-core'),
  chromium: () => import('@sparticuz/chromium'),
}

/** Does something with a headless Chromium, and ends it. Throws the Fault `pdf.unavailable`. */
export async function withBrowser<T>(
  parts: PdfParts,
  act: (browser: Browser) => Promise<T>,
): Promise<T> {
  const { chromium } = await part('playwright-core', parts.playwright)
  const executablePath = await chromiumPath(parts)
  const options = { executablePath, headless: true, args: ARGS }
  const browser = await chromium.launch(options).catch((error: unknown) => {
    throw failed(`\`${executablePath}\` does not start`, error)
  })
  const limit = setTimeout(() => void browser.close(), PRINT_MS_MAX)
  try {
    return await act(browser)
  } catch (error) {
    throw failed('the browser failed while it printed', error)
  } finally {
    clearTimeout(limit)
    await browser.close()
  }
}

const ARGS = [
  '--disable-gpu',
  '--font-render-hinting=none',
  '--host-resolver-rules=MAP * ~NOTFOUND',
]

async function chromiumPath(parts: PdfParts): Promise<string> {
  const given = process.env['LUPAUS_CHROMIUM'] ?? ''
  if (given !== '') {
    const found = await lstat(given).catch(() => undefined)
    if (found) return given
    const message = `LUPAUS_CHROMIUM names \`${given}\`, where there is no file`
    throw new Fault('pdf.unavailable', message, 'name the program itself, as `/usr/bin/chromium`')
  }
  // It carries the libraries that a bare Debian lacks, but unpacks them only for this runtime name.
  process.env['AWS_LAMBDA_JS_RUNTIME'] ??= 'nodejs20.x'
  const { default: bundled } = await part('@sparticuz/chromium', parts.chromium)
  const path = await bundled.executablePath()
  await Promise.all(UNPACKED.map(name => assertOurs(join(tmpdir(), name))))
  return path
}

const UNPACKED = ['chromium', 'al2023']

/** The folder for temporary files is everyone's: what another user laid there is not run. */
async function assertOurs(path: string): Promise<void> {
  const found = await lstat(path).catch(() => undefined)
  if (!found || found.uid === process.getuid?.()) return
  const help = 'set TMPDIR to a folder of your own, or LUPAUS_CHROMIUM to a Chromium you trust'
  throw new Fault('pdf.unavailable', `\`${path}\` belongs to another user`, help)
}

async function part<T>(name: string, load: () => Promise<T>): Promise<T> {
  try {
    return await load()
  } catch (error) {
    const message = `a PDF is printed with the package \`${name}\`, which cannot be loaded here`
    throw new Fault('pdf.unavailable', message, INSTALL, error)
  }
}

const INSTALL =
  '`npm install playwright-core @sparticuz/chromium`; with a Chromium of your own, named by LUPAUS_CHROMIUM, the first is enough. Or print `--format html` from any browser'

function failed(what: string, error: unknown): Error {
  if (error instanceof Fault) return error
  const [why = ''] = (error instanceof Error ? error.message : String(error)).split('\n')
  const help = 'set LUPAUS_CHROMIUM to another Chromium, or print `--format html` from any browser'
  return new Fault('pdf.unavailable', `${what}: ${why}`, help, error)
}

/** Chromium writes the moment of printing twice; in its place stands the day, just as long. */
function dated(pdf: Buffer, day: string): Buffer {
  const stamp = `${day.replaceAll('-', '')}000000`
  const text = pdf.toString('latin1')
  return Buffer.from(
    text.replace(/(\/(?:CreationDate|ModDate) \(D:)\d{14}/g, `$1${stamp}`),
    'latin1',
  )
}
