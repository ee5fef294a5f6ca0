import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { run } from './run.ts'

const COOKIES = 'policies/electricity-cookies.yaml'
const REGISTER = 'policies/electricity-marketing-register.yaml'
const folder = mkdtempSync(join(tmpdir(), 'lupaus-company-'))
afterAll(() => rmSync(folder, { recursive: true }))

async function check(...args: readonly string[]) {
  const said = { out: '', err: '' }
  const code = await run(['check', '--on', '2026-11-22', ...args], {
    out: text => void (said.out += text),
    err: text => void (said.err += text),
    colours: false,
  })
  return { code, ...said }
}

/** The register with one piece written otherwise. */
function otherwise(right: string, wrong: string): string {
  const text = readFileSync(REGISTER, 'utf8')
  expect(text).toContain(right)
  const path = join(folder, 'register.yaml')
  writeFileSync(
    path,
    text.replace(right, () => wrong),
  )
  return path
}

test('two files of one company are told as one, in whichever order', async () => {
  const { code, out } = await check('--company', COOKIES, REGISTER)
  expect(out).toMatch(
    /\nok company-7000140-4 \(electricity-cookies \+ electricity-marketing-register\): 17 purposes, 24 trackers, \d+ promises, version [0-9a-f]{12}\n$/,
  )
  expect(code).toBe(0)
  const last = (text: string) => text.trimEnd().split('\n').at(-1)
  const turned = await check('--company', REGISTER, COOKIES)
  expect(last(turned.out)).toBe(last(out))
})

test('a contradiction is shown at the second file, and fails', async () => {
  const path = otherwise('street: Voimatie 7', 'street: Voimatie 9')
  const { code, out } = await check('--company', COOKIES, path)
  expect(out).toContain('error[L0602]: `controller` is not the same as in')
  expect(out).toContain(`--> ${path}:`)
  expect(out).not.toContain('ok company-')
  expect(code).toBe(1)
  expect((await check(COOKIES, path)).code).toBe(0)
})

test('a contradiction is part of the diagnostics of --json', async () => {
  const path = otherwise('street: Voimatie 7', 'street: Voimatie 9')
  const { code, out } = await check('--company', '--json', COOKIES, path)
  expect(JSON.parse(out)).toMatchObject({ diagnostics: [{ code: 'L0602', file: path }] })
  expect(code).toBe(1)
})

test('files that are wrong by themselves are not compared', async () => {
  const path = otherwise('street: Voimatie 7', 'strete: Voimatie 9')
  const { code, out } = await check('--company', COOKIES, path)
  expect(out).toContain('error[L01')
  expect(out).not.toMatch(/L06|ok company-/)
  expect(code).toBe(1)
})
