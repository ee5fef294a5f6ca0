import { readFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { inflateSync } from 'node:zlib'
import { afterEach, beforeAll, expect, test, vi } from 'vitest'
import { LANGS, type Lang } from '../base/lang.ts'
import { cookieNotice, type Notice, type Policy, readPolicy } from '../policy/index.ts'
import { noticePdf, type PdfParts, printHtml, withBrowser } from './pdf.ts'
import { placesOf } from './pdf-pages.ts'

const SHOP = 'policies/childrens-shop.yaml'
const DAY = '2026-11-22'
const PARTS: PdfParts = {
  playwright: () => import('playwright-core'),
  chromium: () => import('@sparticuz/chromium'),
}

const printed = new Map<Lang, { notice: Notice; pdf: Buffer; pages: readonly string[] }>()
beforeAll(async () => {
  for (const lang of LANGS) {
    const notice = cookieNotice(shop(), lang)
    const pdf = await noticePdf(notice, DAY)
    printed.set(lang, { notice, pdf, pages: textOf(pdf) })
  }
})
afterEach(() => void vi.unstubAllEnvs())
afterEach(() => void vi.restoreAllMocks())

test.for(LANGS)('the PDF in %s has tags, outline, its language, title and size', lang => {
  const { notice, pdf } = of(lang)
  const text = pdf.toString('latin1')
  const catalog = /<<\/Type \/Catalog[^]*?>>\nendobj/.exec(text)?.[0] ?? ''
  expect(catalog).toMatch(/\/StructTreeRoot \d+ 0 R/)
  expect(catalog).toMatch(/\/MarkInfo <<\/Type \/MarkInfo\n\/Marked true>>/)
  expect(catalog).toContain('/DisplayDocTitle true')
  expect(catalog).toContain(`/Lang (${lang})`)
  expect(text).toContain(`<</Title ${pdfString(`${notice.title} – ${notice.siteName}`)}`)
  const missing = notice.sections.filter(
    ({ title }) => !text.includes(`/Title ${pdfString(title)}\n`),
  )
  expect(missing).toEqual([])
  for (const tag of ['H1', 'H2', 'Table', 'TH', 'TD', 'L', 'LI', 'Link'])
    expect(text).toMatch(new RegExp(`/S /${tag}\\b`))
  for (const [, width, height] of text.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g))
    expect([Math.round(Number(width)), Math.round(Number(height))]).toEqual([595, 842])
})

test.for(LANGS)('the PDF in %s says all that the notice says', lang => {
  const { notice, pages } = of(lang)
  expect(pages.length).toBeGreaterThan(3)
  const said = pages.join('')
  for (const words of wordsOf(notice)) expect(said).toContain(bare(words))
  expect(said).not.toContain(bare('no notice says this'))
})

test.for([
  ['fi', 'Sivu 2 / '],
  ['sv', 'Sida 2 av '],
  ['en', 'Page 2 of '],
] as const)('each sheet in %s has title, date and number at its foot', ([lang, second]) => {
  const { notice, pages } = of(lang)
  expect(pages[1]).toContain(bare(`${second}${pages.length}`))
  for (const page of pages) {
    expect(page).toContain(bare(`${notice.title} – ${notice.siteName}`))
    expect(page).toContain(bare(notice.dated.text.map(String).join('')))
  }
})

test.for(LANGS)('the contents in %s say the page where each section starts', lang => {
  const { notice, pdf, pages } = of(lang)
  const places = placesOf(pdf)
  const starts = notice.sections.map(({ id }) => places.get(id) ?? 0)
  expect(Math.max(...starts)).toBeGreaterThan(3)
  for (const [at, { title }] of notice.sections.entries()) {
    expect(pages[0]).toContain(bare(`${title} ${starts[at]}`))
    expect(pages[(starts[at] ?? 0) - 1]).toContain(bare(title))
  }
})

test('a printed page has nothing that can only be pressed, and no link without its address', () => {
  const { pages } = of('en')
  expect(pages.join('')).not.toMatch(/Suomi|Svenska|Skiptothecontent/)
  expect(pages.join('')).toContain('Yourchoices(https://pikkunalle.example/privacy)')
  const versions = '/privacy/versions(https://pikkunalle.example/privacy/versions)'
  expect(pages.join('')).toContain(versions)
})

test('the same notice gives the same bytes, dated as its version and not as its printing', async () => {
  const { notice, pdf } = of('sv')
  // Chromium's own moment has seconds: a later printing would differ without our care.
  await new Promise(resolve => setTimeout(resolve, 1_100))
  expect((await noticePdf(notice, DAY)).equals(pdf)).toBe(true)
  const dates = pdf.toString('latin1').match(/\/(CreationDate|ModDate) \([^)]*\)/g)
  expect(dates).toEqual([
    "/CreationDate (D:20261122000000+00'00')",
    "/ModDate (D:20261122000000+00'00')",
  ])
  expect((await noticePdf(notice, '2027-01-31')).equals(pdf)).toBe(false)
})

test('a long notice repeats the heads of its tables, and turns the sheet for a wide one', async () => {
  const { notice } = of('fi')
  const pdf = await noticePdf({ ...notice, sections: [tables(3, 120), tables(6, 20)] }, DAY)
  const pages = textOf(pdf)
  const heads = (columns: number) =>
    pages.filter(page => page.includes(`Head0of${columns}`) && page.includes(`Row`))
  expect(heads(3).length).toBeGreaterThan(2)
  for (const columns of [3, 6])
    for (const page of heads(columns)) expect(page).toContain(`Head${columns - 1}of${columns}`)
  const boxes = [...pdf.toString('latin1').matchAll(/\/MediaBox \[0 0 (\d+)[\d.]* (\d+)/g)]
  const turned = boxes.filter(([, width, height]) => Number(width) > Number(height))
  expect(turned.length).toBe(heads(6).length)
  // The three lines of a cell end on the sheet where they start.
  const rows = pages.map(page => [page.match(/Row\d+/g)?.length, page.match(/End\d+/g)?.length])
  for (const [started, ended] of rows) expect(started).toBe(ended)
})

test('no script runs on the printed page, and it fetches nothing', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'pdf-'))
  const asked: unknown[] = []
  const server = createServer((request, answer) => {
    asked.push(request.url)
    answer.end()
  })
  try {
    await new Promise<void>(resolve => void server.listen(0, '127.0.0.1', resolve))
    const at = server.address()
    const origin = `http://127.0.0.1:${typeof at === 'object' ? at?.port : ''}`
    await writeFile(join(folder, 'secret.txt'), 'secret')
    const html = `<!doctype html><html lang="en"><title>T</title><link rel="stylesheet" href="${origin}/a">
      <body>plain<img src="${origin}/b"><iframe src="${pathToFileURL(join(folder, 'secret.txt')).href}"></iframe>
      <script>document.body.append('scripted')</script>`
    const pdf = await withBrowser(PARTS, browser => printHtml(browser, html, 'en'))
    expect(textOf(pdf).join('')).toBe('plain')
    expect(asked).toEqual([])
    // The server does answer who is not kept from asking.
    expect((await fetch(`${origin}/c`)).status).toBe(200)
    expect(asked).toEqual(['/c'])
  } finally {
    server.close()
    await rm(folder, { recursive: true, force: true })
  }
})

const absent = () => Promise.reject(new Error('Cannot find package'))

test.for([
  ['playwright-core', { ...PARTS, playwright: absent }],
  ['@sparticuz/chromium', { ...PARTS, chromium: absent }],
] as const)('without the package %s, it is named, and how to get it', async ([name, parts]) => {
  vi.stubEnv('LUPAUS_CHROMIUM', '')
  const act = noticePdf(of('fi').notice, DAY, parts)
  await expect(act).rejects.toMatchObject({
    code: 'pdf.unavailable',
    message: expect.stringContaining(`\`${name}\``),
    help: expect.stringMatching(/npm install .*LUPAUS_CHROMIUM.*--format html/),
  })
})

test.for([
  ['/nowhere/chromium', 'LUPAUS_CHROMIUM names `/nowhere/chromium`, where there is no file'],
  ['/bin/false', '`/bin/false` does not start'],
] as const)('LUPAUS_CHROMIUM=%s is refused in words', async ([path, message]) => {
  vi.stubEnv('LUPAUS_CHROMIUM', path)
  await expect(noticePdf(of('fi').notice, DAY)).rejects.toMatchObject({
    code: 'pdf.unavailable',
    message: expect.stringContaining(message),
  })
})

test('a browser that another user laid into the common folder is not started', async () => {
  vi.stubEnv('LUPAUS_CHROMIUM', '')
  vi.spyOn(process, 'getuid').mockReturnValue(54_321)
  const act = noticePdf(of('fi').notice, DAY)
  await expect(act).rejects.toThrow(/`[^`]+` belongs to another user/)
})

test('a PDF of another make has no places that we can read', () => {
  expect(placesOf(Buffer.from('%PDF-1.7\nnothing'))).toEqual(new Map())
})

function of(lang: Lang) {
  const found = printed.get(lang)
  if (!found) throw new Error(`nothing was printed in ${lang}`)
  return found
}

function shop(): Policy {
  const { policy, diagnostics } = readPolicy(readFileSync(SHOP, 'utf8'), SHOP, DAY)
  if (!policy) throw new Error(JSON.stringify(diagnostics))
  return policy
}

function tables(columns: number, rows: number): Notice['sections'][number] {
  const cell = (row: number, at: number) =>
    at === 1 ? [`Row${row} ${'words of a long cell '.repeat(8)} End${row}`] : ['x']
  const at = Array.from({ length: columns }, (_, index) => index)
  const table = {
    caption: `Table of ${columns}`,
    columns: at.map(index => `Head${index}of${columns}`),
    rows: Array.from({ length: rows }, (_, row) => at.map(index => cell(row, index))),
  }
  const blocks = [{ kind: 'table', table, promises: [] } as const]
  return { id: `tables-${columns}`, title: `Tables ${columns}`, blocks, parts: [] }
}

/** Every running text of a notice. */
function wordsOf({ title, lead, short, sections }: Notice): string[] {
  const text = (parts: readonly unknown[]) =>
    parts.filter(part => typeof part === 'string').filter(part => part.trim() !== '')
  const inside = (part: Notice['short']): string[] => [
    part.title,
    ...part.parts.flatMap(inside),
    ...part.blocks.flatMap(block => {
      if (block.kind === 'text') return text(block.text)
      if (block.kind === 'list') return block.items.flatMap(item => text(item.text))
      if (block.kind === 'facts')
        return block.facts.flatMap(fact => [fact.term, ...text(fact.text)])
      const { caption, columns, rows } = block.table
      // A cell may go on after a page's foot; its first words are enough.
      return [caption, ...columns, ...rows.flat().flatMap(cell => text(cell))]
    }),
  ]
  return [title, lead, ...[short, ...sections].flatMap(inside)]
}

function bare(text: string): string {
  return text.normalize('NFKC').replace(/\s/g, '')
}

function pdfString(text: string): string {
  if (/^[ -~]*$/.test(text)) return `(${text})`
  const codes = Array.from(text, sign => sign.charCodeAt(0).toString(16).padStart(4, '0'))
  return `<FEFF${codes.join('')}>`.replace(/[a-f]/g, digit => digit.toUpperCase())
}

/** What each page of Chromium's PDF says, without spaces: glyphs, by the fonts' own tables. */
function textOf(pdf: Buffer): string[] {
  const objects = new Map<string, { head: string; stream: string }>()
  const written = pdf
    .toString('latin1')
    .matchAll(/^(\d+) 0 obj\n([^]*?)(?: stream\n([^]*?)\nendstream)?\nendobj$/gm)
  for (const [, number = '', head = '', stream = ''] of written)
    objects.set(number, { head, stream: stream === '' ? '' : inflated(head, stream) })
  const ref = (text: string, key: string) => new RegExp(`/${key} (\\d+) 0 R`).exec(text)?.[1] ?? ''
  const signsOf = (font: string) =>
    signs(objects.get(ref(objects.get(font)?.head ?? '', 'ToUnicode'))?.stream ?? '')
  const pages = [...objects.values()].filter(({ head }) => /\/Type \/Page\b(?!s)/.test(head))
  return pages.map(({ head }) => {
    const content = objects.get(ref(head, 'Contents'))?.stream ?? ''
    let font = new Map<string, string>()
    let said = ''
    for (const [, name, glyphs] of content.matchAll(/\/F(\d+) [\d.]+ Tf|<([0-9A-F]+)> Tj/g)) {
      if (name !== undefined) font = signsOf(name)
      else for (const glyph of glyphs?.match(/.{4}/g) ?? []) said += font.get(glyph) ?? '\u{FFFD}'
    }
    return bare(said)
  })
}

function inflated(head: string, stream: string): string {
  if (!head.includes('/FlateDecode')) return stream
  return inflateSync(Buffer.from(stream, 'latin1')).toString('latin1')
}

function signs(table: string): Map<string, string> {
  const found = new Map<string, string>()
  const hex = (value: number) => value.toString(16).toUpperCase().padStart(4, '0')
  const sign = (code: string) =>
    String.fromCharCode(...(code.match(/.{4}/g) ?? []).map(c => parseInt(c, 16)))
  for (const [, part = ''] of table.matchAll(/beginbfchar\n([^]*?)endbfchar/g))
    for (const [, glyph = '', code = ''] of part.matchAll(/<(\w+)> <(\w+)>/g))
      found.set(glyph, sign(code))
  for (const [, part = ''] of table.matchAll(/beginbfrange\n([^]*?)endbfrange/g))
    for (const [, first = '', last = '', code = ''] of part.matchAll(/<(\w+)> <(\w+)> <(\w+)>/g))
      for (let at = parseInt(first, 16); at <= parseInt(last, 16); at += 1)
        found.set(hex(at), sign(hex(parseInt(code, 16) + at - parseInt(first, 16))))
  return found
}
