import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { run } from './run.ts'

const SHOP = 'policies/childrens-shop.yaml'
let folder = ''
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'notice-'))))
afterAll(() => rm(folder, { recursive: true, force: true }))

test.for([
  ['fi', 'md', '# Evästeet ja muut vastaavat tekniikat'],
  ['sv', 'txt', 'Kakor och liknande tekniker\n==='],
  ['en', 'html', '<!doctype html>'],
] as const)('the notice in %s as %s is printed, alone', async ([lang, format, start]) => {
  const { code, out, err } = await lupaus('notice', SHOP, '--lang', lang, '--format', format)
  expect([code, err]).toEqual([0, ''])
  expect(out.startsWith(start)).toBe(true)
})

test.for([
  ['policies/electricity-marketing-register.yaml', 'fi', 'Rekisteriseloste\n==='],
  ['policies/machine-dealer.yaml', 'sv', 'Dataskyddsbeskrivning\n==='],
] as const)('%s is printed as what it is', async ([file, lang, start]) => {
  const { code, out } = await lupaus('notice', file, '--lang', lang)
  expect([code, out.slice(0, start.length)]).toEqual([0, start])
})

test('the record of processing is printed as CSV and as a page', async () => {
  const file = 'policies/electricity-marketing-register.yaml'
  const csv = await lupaus('notice', file, '--lang', 'en', '--format', 'ropa-csv')
  expect([csv.code, csv.out.startsWith('Controller,Contact details,')]).toEqual([0, true])
  const page = await lupaus('notice', file, '--lang', 'en', '--format', 'ropa-html')
  expect(page.out).toContain('<h1>Record of processing activities</h1>')
})

test('a page that is printed carries its style and whole addresses', async () => {
  const { out } = await lupaus('notice', SHOP, '--lang', 'fi', '--format', 'html')
  expect(out).toContain('<style>:root')
  expect(out).toContain('href="https://pikkunalle.example/privacy"')
  expect(out).not.toMatch(/href="\/|<script/)
})

test('--out writes the file and prints nothing', async () => {
  const path = join(folder, 'notice.md')
  const said = await lupaus('notice', SHOP, '--format', 'md', '--out', path)
  expect(said).toEqual({ code: 0, out: '', err: '' })
  expect(await readFile(path, 'utf8')).toMatch(/^# Evästeet/)
})

test('a PDF goes into a file, or to whatever reads bytes', async () => {
  const path = join(folder, 'notice.pdf')
  const said = await lupaus('notice', SHOP, '--lang', 'sv', '--format', 'pdf', '--out', path)
  expect(said).toEqual({ code: 0, out: '', err: '' })
  const read: Uint8Array[] = []
  const code = await run(['notice', SHOP, '--lang', 'sv', '--format', 'pdf'], {
    out: () => {},
    err: () => {},
    bytes: bytes => void read.push(bytes),
    colours: false,
  })
  const written = await readFile(path)
  expect(code).toBe(0)
  expect(written.subarray(0, 5).toString()).toBe('%PDF-')
  expect(Buffer.concat(read).equals(written)).toBe(true)
})

test('--out into a folder that is not there says so', async () => {
  const { code, err } = await lupaus('notice', SHOP, '--out', join(folder, 'no', 'notice.md'))
  expect(code).toBe(1)
  expect(err).toMatch(/cannot write `.*no\/notice\.md`.*\n help: /)
})

test('a policy with an error prints the error as check does, and no notice', async () => {
  const path = join(folder, 'wrong.yaml')
  const text = await readFile(SHOP, 'utf8')
  await writeFile(path, text.replace('store: cookie', 'store: cooky'))
  const { code, out, err } = await lupaus('notice', path)
  expect([code, out]).toEqual([1, ''])
  expect(err).toContain('cooky')
  expect(err).toMatch(/wrong\.yaml:\d+:\d+/)
})

test.for([
  [['notice'], 'name one policy file'],
  [['notice', SHOP, SHOP], 'name one policy file'],
  [['notice', SHOP, '--lang', 'de'], '`--lang de` is none of fi, sv, en'],
  [['notice', SHOP, '--format', 'docx'], '`--format docx` is none of html, md, txt, pdf'],
  [['notice', SHOP, '--format', 'pdf'], 'a PDF is not text, and is not shown here'],
] as const)('asked wrongly, it says what is wrong: %j', async ([args, message]) => {
  const { code, out, err } = await lupaus(...args)
  expect([code, out]).toEqual([2, ''])
  expect(err).toContain(message)
})

async function lupaus(...args: readonly string[]) {
  const said = { out: '', err: '' }
  const code = await run([...args], {
    out: text => void (said.out += text),
    err: text => void (said.err += text),
    colours: false,
  })
  return { code, ...said }
}
