import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { LANGS, type Lang } from '../../src/base/lang.ts'
import {
  type Notice,
  NOTICE_FORMATS,
  noticeOf,
  type Policy,
  renderNotice,
} from '../../src/policy/index.ts'
import { compiledText, POLICY_NAMES, policyOf, policyText } from './all-policies.ts'

const EXAMPLES = join(import.meta.dirname, '../../docs/examples')
const documents = POLICY_NAMES.flatMap(name => LANGS.map(lang => [name, lang] as const))

type Section = Notice['sections'][number]

const sectionsOf = ({ short, sections }: Notice): Section[] =>
  [short, ...sections].flatMap(section => [section, ...section.parts])

/** Everything of a notice that says something, with the promises it rests on. */
function restsOf(notice: Notice): readonly (readonly [string, readonly string[]])[] {
  return sectionsOf(notice).flatMap(({ id, blocks }) =>
    blocks.flatMap(block =>
      (block.kind === 'list' ? block.items : [block]).map(
        ({ promises }) => [`${id} ${block.kind}`, promises] as const,
      ),
    ),
  )
}

// The file’s fingerprint changes with every comment in it; the words must not.
function words(policy: Policy, lang: Lang, format: 'md' | 'txt' | 'html'): string {
  return renderNotice(noticeOf(policy, lang), format, 'alone').replaceAll(
    policy.version,
    'FINGERPRINT',
  )
}

test.for(documents)(
  'docs/examples/%s.%s.md is what the policy prints today (`npx vitest run -u` renews it)',
  async ([name, lang]) => {
    const text = words(policyOf(name), lang, 'md')
    await expect(text).toMatchFileSnapshot(join(EXAMPLES, `${name}.${lang}.md`))
  },
)

test.for(documents)('keeps: same-notice: %s in %s is the same, byte by byte', ([name, lang]) => {
  const again = compiledText(policyText(name), name)
  for (const format of NOTICE_FORMATS) {
    expect(words(again, lang, format)).toBe(words(policyOf(name), lang, format))
  }
})

test.for(POLICY_NAMES)('%s says the same in every language, on the same promises', name => {
  const [fi, sv, en] = LANGS.map(lang => restsOf(noticeOf(policyOf(name), lang)))
  expect(fi?.length).toBeGreaterThan(40)
  expect(sv).toEqual(fi)
  expect(en).toEqual(fi)
})

test.for(POLICY_NAMES)('every block of %s rests on promises that the policy makes', name => {
  const policy = policyOf(name)
  const made = new Set(policy.promises.map(({ slug }) => slug))
  const rests = restsOf(noticeOf(policy, 'en'))
  expect(rests.filter(([, promises]) => promises.length === 0)).toEqual([])
  for (const [, promises] of rests) for (const slug of promises) expect(made).toContain(slug)
})

test.for(documents)('%s in %s has no hole, no dead link and no name twice', ([name, lang]) => {
  const html = words(policyOf(name), lang, 'html')
  const said = html.replace(/<style>.*?<\/style>|<span class="mark".*?<\/span>/gs, '')
  expect(said).not.toMatch(
    /undefined|NaN|\[object|\{\w+|[:(] *[.)]|<(p|li|td|th|dd|dt)[^>]*>\s*<\/\1>/,
  )
  expect(said).not.toMatch(/<script| style=| on\w+=/)
  const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)
  expect(new Set(ids).size).toBe(ids.length)
  const inside = [...html.matchAll(/href="#([^"]*)"/g)].map(([, id]) => id)
  expect(inside.length).toBeGreaterThan(10)
  expect(inside.filter(id => !ids.includes(id))).toEqual([])
})

test.for(documents)('the contents of %s in %s lead to every section', ([name, lang]) => {
  const { sections } = noticeOf(policyOf(name), lang)
  const contents = /<nav class="contents"[\s\S]*?<\/nav>/.exec(words(policyOf(name), lang, 'html'))
  for (const { id, parts } of sections) {
    for (const held of [id, ...parts.map(part => part.id)]) {
      expect(contents?.[0]).toContain(`href="#${held}"`)
    }
  }
})

const TITLES = {
  'electricity-cookies': ['Evästeet ja muut', 'Kakor och', 'Cookies and'],
  'bank-analytics': ['Evästeet ja muut', 'Kakor och', 'Cookies and'],
  'electricity-marketing-register': [
    'Rekisteriseloste',
    'Registerbeskrivning',
    'Register description',
  ],
  'childrens-shop': ['Evästeet ja muut', 'Kakor och', 'Cookies and'],
  'machine-dealer': ['Tietosuojaseloste', 'Dataskyddsbeskrivning', 'Privacy notice'],
} as const

test.for(POLICY_NAMES)('%s prints the document that it is', name => {
  const titles = LANGS.map(lang => noticeOf(policyOf(name), lang).title)
  for (const [at, title] of titles.entries()) {
    expect(title.startsWith(TITLES[name][at] ?? '?')).toBe(true)
  }
})

describe('what a policy does not say has no section', () => {
  const shop = policyOf('machine-dealer')
  const ids = (policy: Policy) => noticeOf(policy, 'fi').sections.map(({ id }) => id)

  test.for([
    ['recipients', 'recipients'],
    ['processors', 'processors'],
    ['transfers', 'transfers'],
    ['retention', 'keeping'],
    ['security', 'security'],
    ['staff', 'staff'],
    ['machines', 'machines'],
    ['identity', 'identity'],
    ['marketing', 'objection'],
    ['registers', 'registers'],
    ['sources', 'sources'],
    ['data', 'data'],
  ] as const)('`%s` is the section %s', ([key, id]) => {
    const { [key]: gone, ...said } = shop.said
    expect(gone).toBeDefined()
    expect(ids(shop)).toContain(id)
    expect(ids({ ...shop, said })).not.toContain(id)
  })
})

test.for(LANGS)('no line of the texts in %s is wider than a terminal, but for addresses', lang => {
  for (const name of POLICY_NAMES) {
    for (const line of words(policyOf(name), lang, 'txt').split('\n')) {
      if (!/:\/\/|@/.test(line)) expect(line.length).toBeLessThanOrEqual(80)
    }
  }
})
