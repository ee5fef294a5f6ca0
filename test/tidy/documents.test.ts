import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { FAULTS } from '../../src/base/fault.ts'

const manifest: unknown = JSON.parse(readFileSync('package.json', 'utf8'))

test('every dependency is pinned exactly and has its reason on the page', () => {
  const page = readFileSync('docs/reference/dependencies.md', 'utf8')
  const named = [...page.matchAll(/`([@a-z][a-z0-9@/.-]*)`/g)].map(([, name]) => name)
  const used = ['dependencies', 'optionalDependencies', 'devDependencies'].flatMap(kind =>
    Object.entries(part(kind)),
  )
  for (const [name, version] of used) {
    expect(version, name).toMatch(
      /^(\d+\.\d+\.\d+(-[a-z0-9.]+)?|file:test\/clients\/stubs\/[a-z-]+)$/,
    )
    expect(named).toContain(name)
  }
  const others = ['test/clients/stubs', 'package.json', 'node:http', 'allowScripts', 'test/tidy']
  const unused = named.filter(name => !used.some(([known]) => known === name))
  expect(unused.filter(name => !others.includes(name ?? ''))).toEqual([])
})

test('every link between our pages leads somewhere', () => {
  const pages = ['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'SECURITY.md', 'CHANGELOG.md']
  for (const folder of ['docs', 'src', 'spec']) {
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
      if (name.endsWith('.md')) pages.push(join(folder, name))
    }
  }
  const broken = pages.flatMap(page =>
    [...readFileSync(page, 'utf8').matchAll(/\]\(([^)#\s]+)[^)]*\)/g)]
      .map(([, target = '']) => target)
      .filter(target => !/^[a-z]+:|^\//.test(target))
      .filter(target => !existsSync(join(dirname(page), target)))
      .map(target => `${page} -> ${target}`),
  )
  expect(broken).toEqual([])
})

function part(kind: string): Record<string, string> {
  return (manifest as Record<string, Record<string, string> | undefined>)[kind] ?? {}
}

test('every fault has its row on the page, and no other', () => {
  const page = readFileSync('docs/reference/faults.md', 'utf8')
  const rows = [...page.matchAll(/^\| `([a-z.]+)` \|/gm)].map(([, code]) => code)
  expect(rows.toSorted()).toEqual(Object.keys(FAULTS).toSorted())
})
