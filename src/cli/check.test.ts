import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { VERSION } from './commands.ts'
import { run } from './run.ts'

const SHOP = 'policies/childrens-shop.yaml'
const folder = mkdtempSync(join(tmpdir(), 'lupaus-check-'))
afterAll(() => rmSync(folder, { recursive: true }))

async function lupaus(args: readonly string[], colours = false) {
  const said = { out: '', err: '' }
  const code = await run(args, {
    out: text => void (said.out += text),
    err: text => void (said.err += text),
    colours,
  })
  return { code, ...said }
}

function written(name: string, content: string | Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

/** The line at which a piece of the shop's policy stands, counted from 1. */
function lineOf(piece: string): number {
  const shop = readFileSync(SHOP, 'utf8')
  return shop.slice(0, shop.indexOf(piece)).split('\n').length
}

/** The shop's policy with one piece written otherwise. */
function otherwise(name: string, right: string, wrong: string): string {
  const shop = readFileSync(SHOP, 'utf8')
  expect(shop).toContain(right)
  return written(
    name,
    shop.replace(right, () => wrong),
  )
}

test('a policy that is well is told so, with what it holds', async () => {
  const { code, out } = await lupaus(['check', SHOP])
  expect(out).toMatch(
    /^ok policies\/childrens-shop\.yaml: 4 purposes, 15 trackers, \d+ promises\n$/,
  )
  expect(code).toBe(0)
})

test('an error shows the line, a caret under the word, and what was probably meant', async () => {
  const path = otherwise('typo.yaml', 'purpose: personalisation', 'purpose: personalization')
  const line = lineOf('purpose: personalisation')
  const { code, out } = await lupaus(['check', path])
  expect(out).toBe(
    [
      'error[L0103]: the policy does not declare the purpose `personalization`',
      `   --> ${path}:${line}:14`,
      '    |',
      `${line} |     purpose: personalization`,
      '    |              ^^^^^^^^^^^^^^^',
      '    help: did you mean `personalisation`?',
      '',
      '1 error',
      '',
    ].join('\n'),
  )
  expect(code).toBe(1)
})

test('`--json` prints the diagnostics of all files as one object, and nothing else', async () => {
  const path = otherwise('range.yaml', 'lifetime: 90 days', 'lifetime: 20 seconds')
  const { code, out, err } = await lupaus(['check', SHOP, path, '--json'])
  expect(JSON.parse(out)).toEqual({
    diagnostics: [
      {
        code: 'L0204',
        severity: 'error',
        file: path,
        line: lineOf('lifetime: 90 days'),
        column: 15,
        message: '20 seconds is shorter than `marketing` allows',
        help: '`marketing` promises 30 seconds to 26 months',
      },
    ],
  })
  expect([code, err]).toEqual([1, ''])
  expect((await lupaus(['check', SHOP, '--json'])).out).toBe('{"diagnostics":[]}\n')
})

test('a warning fails only with `--strict`', async () => {
  const path = otherwise(
    'spare.yaml',
    '  - id: revontuli-ads\n    name',
    '  - id: spare\n    name: Spare\n    company: Spare Oy\n    country: FI\n' +
      '    hosts: [spare.example]\n    privacy: https://spare.example/\n' +
      '  - id: revontuli-ads\n    name',
  )
  const { code, out } = await lupaus(['check', path])
  expect(out).toContain('warning[L0504]')
  expect(out).toContain(`ok ${path}`)
  expect(code).toBe(0)
  expect((await lupaus(['check', path, '--strict'])).code).toBe(1)
  expect((await lupaus(['check', SHOP, '--strict'])).code).toBe(0)
})

symlinkSync('loop', join(folder, 'loop'))

test.for<[string, () => string, string]>([
  ['is missing', () => join(folder, 'nothing.yaml'), 'L0001'],
  ['lies below a file', () => `${SHOP}/below.yaml`, 'L0001'],
  ['is a folder', () => folder, 'L0002'],
  ['is a device', () => '/dev/null', 'L0002'],
  ['is not UTF-8', () => written('latin.yaml', Buffer.from('name: Hyv\xe4', 'latin1')), 'L0003'],
  ['is 10 MB long', () => written('long.yaml', 'x'.repeat(10_000_000)), 'L0004'],
  ['is one byte too long', () => written('edge.yaml', '#'.repeat(1024 * 1024 + 1)), 'L0004'],
  ['leads in a circle', () => join(folder, 'loop'), 'L0005'],
  ['has a name no system allows', () => 'a\0b', 'L0005'],
  ['is empty', () => written('empty.yaml', ''), 'L0015'],
  ['is binary', () => written('binary.yaml', new Uint8Array(4096)), 'L0104'],
])('a file that %s is answered, never with a stack trace', async ([, path, expected]) => {
  const file = path()
  const { code, out, err } = await lupaus(['check', file, '--json'])
  const { diagnostics } = JSON.parse(out) as { diagnostics: { code: string; help: string }[] }
  expect(diagnostics.map(found => found.code)).toContain(expected)
  expect([code, err]).toEqual([1, ''])
  const plain = await lupaus(['check', file])
  expect(plain.out).toContain(`error[${expected}]`)
  expect(plain.out + plain.err).not.toMatch(/\n\s+at |node:|Error:/)
})

test('what a file holds cannot write to the terminal', async () => {
  const path = written('escape.yaml', 'lupaus: 1\n"\\e[31mred": "\u001B[2J\u202E"\n')
  const { out } = await lupaus(['check', path])
  expect(out).toContain('L0101')
  for (const sign of ['\u001B', '\u202E']) expect(out).not.toContain(sign)
})

test('colours come only where they are seen', async () => {
  const path = written('colour.yaml', 'lupaus: 2\n')
  expect((await lupaus(['check', path])).out).not.toContain('\u001B[')
  expect((await lupaus(['check', path], true)).out).toContain('\u001B[31;1merror[L0110]')
})

test.for([
  [[], 2, 'Usage: lupaus COMMAND'],
  [['check'], 2, 'name the policy files'],
  [['chek', SHOP], 2, 'did you mean `check`?'],
  [['__proto__'], 2, 'the command `__proto__` is not known'],
  [['check', SHOP, '--jsn'], 2, 'did you mean `--json`?'],
  [['check', SHOP, '-x'], 2, 'the option `-x`'],
] as const)(
  'asked wrongly with %j, it exits with %i and says how',
  async ([args, expected, says]) => {
    const { code, out, err } = await lupaus(args)
    expect(err).toContain(says)
    expect([code, out]).toEqual([expected, ''])
  },
)

test('help and version are answered on the standard output', async () => {
  expect(await lupaus(['--help'])).toMatchObject({ code: 0, err: '' })
  expect((await lupaus(['--help'])).out).toContain('check ')
  expect((await lupaus(['check', '--help'])).out).toContain('--json')
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }
  expect(await lupaus(['--version'])).toEqual({ code: 0, out: `${VERSION}\n`, err: '' })
  expect(VERSION).toBe(version)
})

test('the schema that is printed is the one that is published', async () => {
  const published = readFileSync('spec/policy.schema.json', 'utf8')
  expect(await lupaus(['schema'])).toEqual({ code: 0, out: published, err: '' })
})

const PUBLISHED = 'policies/as-published/childrens-shop.yaml'

test('what the law does not let run is told with sentence, article, why and safe reading', async () => {
  const { code, out } = await lupaus(['check', PUBLISHED, '--on', '2026-11-22'])
  const [finding = ''] = out.split('\n\n').filter(piece => piece.includes('error[L14]'))
  const text = finding.replaceAll(/\s+/g, ' ')
  expect(text).toContain('`15 minutes` to `26 months` is a range')
  expect(text).toContain('law: GDPR 5(1)(e), 13(2)(a); 917/2014 § 205(1) (sentence 003.08)')
  expect(text).toContain('why: A range is no period')
  expect(text).toContain('read as: The shortest time of the range applies.')
  expect(out.match(/This is no legal advice\./g)).toHaveLength(1)
  expect(out.endsWith('errors\nThis is no legal advice.\n')).toBe(true)
  expect(out).toContain('(document 003)')
  expect(code).toBe(1)
  const safe = await lupaus(['check', SHOP, '--on', '2026-11-22'])
  expect(safe.out).not.toContain('legal advice')
})

test('facts of law that nobody confirmed say so, and those that somebody did do not', async () => {
  const { out } = await lupaus(['check', PUBLISHED, '--on', '2026-11-22'])
  const pieces = out.split('\n\n')
  const of = (code: string) => pieces.find(piece => piece.includes(`error[${code}]`)) ?? ''
  expect(of('L01')).toContain('unconfirmed: 917/2014 § 205(1); GDPR 4(11): Helsinki Administrative')
  expect(of('L29')).not.toContain('unconfirmed')
})

test.for([
  [
    'fi',
    'Vaihteluväli ei ole säilytysaika',
    'luetaan näin',
    'Tämä ei ole oikeudellista neuvontaa.',
  ],
  [
    'sv',
    'Ett intervall är ingen lagringstid',
    'läses så här',
    'Det här är ingen juridisk rådgivning.',
  ],
])(
  'the law is explained in the language that is asked for: %s',
  async ([lang = '', why, safe, note]) => {
    const { out } = await lupaus(['check', PUBLISHED, '--on', '2026-11-22', '--lang', lang])
    for (const words of [why, safe, note]) expect(out).toContain(words)
    for (const line of out.split('\n'))
      if (line.includes(`${safe}:`)) expect(line.length).toBeLessThan(101)
  },
)

test('`--json` says sentence, article and safe reading of what law-lint found', async () => {
  const { out } = await lupaus(['check', PUBLISHED, '--on', '2026-11-22', '--json', '--lang', 'sv'])
  const { diagnostics } = JSON.parse(out) as { diagnostics: Record<string, unknown>[] }
  expect(diagnostics.find(({ code }) => code === 'L14')).toMatchObject({
    from: '003.08',
    article: 'GDPR 5(1)(e), 13(2)(a); 917/2014 § 205(1)',
    safe: 'Den kortaste tiden i intervallet gäller. Om förnyelsen saknar en yttersta gräns förnyas identifieraren inte.',
  })
  const plain = diagnostics.find(({ code }) => code === 'L0111') ?? {}
  expect(Object.keys(plain)).not.toContain('article')
})

test('the law is that of the day that is asked for', async () => {
  const found = async (on: string) => (await lupaus(['check', PUBLISHED, '--on', on])).out
  // Before the cap of browsers there was nothing that a longer lifetime could promise too much.
  expect(await found('2022-08-01')).not.toContain('error[L29]')
  expect(await found('2022-08-02')).toContain('error[L29]')
})

test.for([
  ['--on', 'tomorrow', 'is no day'],
  ['--on', '2026-02-30', 'is no day'],
  ['--lang', 'de', 'none of our languages'],
])('`%s %s` is answered with what to write', async ([flag = '', value = '', what]) => {
  const { code, err } = await lupaus(['check', SHOP, flag, value])
  expect(err).toContain(what)
  expect(err).toContain('help')
  expect(code).toBe(2)
})

test('`--safe` tells what is left of a faulty policy, and what is read otherwise', async () => {
  const { out } = await lupaus(['check', PUBLISHED, '--on', '2026-11-22', '--safe'])
  expect(out).toContain(`${PUBLISHED}, read safely`)
  expect(out).toContain('functional: service-requested')
  expect(out).toContain('L26 003.10: nobody is profiled until their age has been asked: left out')
  const json = await lupaus(['check', PUBLISHED, '--on', '2026-11-22', '--safe', '--json'])
  const { safe } = JSON.parse(json.out) as { safe: { purposes: { basis: string }[] }[] }
  expect(safe[0]?.purposes).toContainEqual({ id: 'analytics', basis: 'consent' })
})
