import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { SOURCES } from './shop.ts'

const page = readFileSync('docs/guides/connect-a-client.md', 'utf8')
const FOLDER = 'test/clients/connect'

test('the guide shows the code that runs here, all of it and no other', () => {
  const files = readdirSync(FOLDER).map(name => readFileSync(`${FOLDER}/${name}`, 'utf8'))
  expect(blocks('ts').toSorted()).toEqual(files.toSorted())
})

test('the sources in the guide are those of the policy that the clients are tested with', () => {
  expect(blocks('yaml')).toEqual([SOURCES])
})

function blocks(language: string): string[] {
  const found = page.matchAll(new RegExp(`^\`\`\`${language}\n([^]*?)^\`\`\`$`, 'gm'))
  return [...found].map(([, code = '']) => code)
}
