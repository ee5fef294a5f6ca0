import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, LaunchOptions } from 'playwright-core'
import { chromium } from 'playwright-core'

/**
 * Opens headless Chromium: `LUPAUS_CHROMIUM`, or the one that npm installed. Every `*.example` and
 * `*.test` name leads to this machine, and nothing else is reachable. Never skips: throws when
 * there is no browser.
 */
export async function openBrowser(): Promise<Browser> {
  return chromium.launch(await browserOptions())
}

/** How a browser is opened in tests; also for one with a profile on disk. */
export async function browserOptions(): Promise<LaunchOptions> {
  return {
    executablePath: await chromiumPath(),
    headless: true,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--host-resolver-rules=MAP *.example 127.0.0.1,MAP *.test 127.0.0.1,MAP * ~NOTFOUND,EXCLUDE 127.0.0.1,EXCLUDE localhost',
    ],
  }
}

async function chromiumPath(): Promise<string> {
  const given = process.env['LUPAUS_CHROMIUM']
  if (given !== undefined && given !== '') {
    if (existsSync(given)) return given
    throw new Error(`LUPAUS_CHROMIUM names \`${given}\`, where there is no file`)
  }
  // It carries the libraries that a bare Debian lacks, but unpacks them only for this runtime name.
  process.env['AWS_LAMBDA_JS_RUNTIME'] ??= 'nodejs20.x'
  const { default: bundled } = await import('@sparticuz/chromium')
  const unpacked = join(tmpdir(), 'chromium')
  return existsSync(unpacked) ? unpacked : bundled.executablePath()
}
