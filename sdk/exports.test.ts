import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const { exports } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  exports: Record<string, string | { types: string; default: string }>
}

test('each SDK is imported by the name of the package, as it was built', () => {
  const names = Object.keys(exports).filter(name => typeof exports[name] === 'object')
  const said = names.map(name => `import(${JSON.stringify(name.replace('.', 'lupaus'))})`).join()
  const script = `console.log(JSON.stringify((await Promise.all([${said}])).map(Object.keys)))`
  const out = execFileSync('node', ['--input-type=module', '-e', script], { encoding: 'utf8' })
  expect(
    Object.fromEntries((JSON.parse(out) as string[][]).map((all, at) => [names[at], all])),
  ).toEqual({
    './fastify': ['lupausGate'],
    './express': ['lupausGate'],
    './next': ['createNextGate', 'visitOf'],
    './gate': ['createGate'],
    './react': ['LupausEmbed', 'LupausScript', 'useConsent', 'useConsentState', 'useLupaus'],
  })
})

test('the types of each SDK lead to types', () => {
  for (const one of Object.values(exports)) {
    if (typeof one === 'object') expect(readFileSync(one.types, 'utf8')).toContain('export')
  }
})
