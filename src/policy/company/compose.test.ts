import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readPolicy } from '../read-policy.ts'
import { composePolicies } from './compose.ts'
import type { CompanyFile } from './document.ts'

const cookies = fileOf('policies/electricity-cookies.yaml')
const register = fileOf('policies/electricity-marketing-register.yaml')

test('two documents of one company are one policy that holds all that either says', () => {
  const { policy, diagnostics } = composePolicies([cookies, register])
  expect(diagnostics).toEqual([])
  expect(policy?.documents).toEqual([cookies.policy, register.policy])
  const [a, b] = [cookies.policy.said, register.policy.said]
  for (const list of [
    'purposes',
    'trackers',
    'vendors',
    'data',
    'transfers',
    'retention',
  ] as const) {
    const ids = [...(a[list] ?? []), ...(b[list] ?? [])].map(({ id }) => id)
    expect(policy?.said[list]?.map(({ id }) => id)).toEqual([...new Set(ids)])
  }
  expect(policy?.said.rights).toEqual(b.rights)
  expect(policy?.said.consent?.lasts).toBe('6 months')
  expect(policy?.said.consent?.given).toEqual([
    ...(a.consent?.given ?? []),
    ...(b.consent?.given ?? []),
  ])
  expect(policy?.said.marketing?.messages.map(({ id }) => id)).toContain('newsletter')
  expect(policy?.kind).toBe('register-description')
})

test('the company decides on a device as its document does', () => {
  const { policy } = composePolicies([cookies, register])
  expect(Object.keys(policy?.rules.purposes ?? {})).toEqual(
    Object.keys(cookies.policy.rules.purposes),
  )
  for (const [id, rule] of Object.entries(cookies.policy.rules.purposes)) {
    const { line: _, ...joined } = policy?.rules.purposes[id] ?? { line: 0 }
    const { line: __, ...single } = rule
    expect(joined).toEqual(single)
  }
  expect(policy?.rules.trackers).toEqual(cookies.policy.rules.trackers)
})

test('the company promises what its documents promise, but what holds of one alone stays there', () => {
  const { policy } = composePolicies([cookies, register])
  const made = new Set(policy?.promises.map(({ slug }) => slug))
  const single = [cookies, register].flatMap(file => file.policy.promises.map(({ slug }) => slug))
  // The register also hears of people from others, so not the whole company asks only them.
  expect(single.filter(slug => !made.has(slug))).toEqual(['collect.only-when-given'])
  expect([...made].filter(slug => !single.includes(slug))).toEqual([])
})

test('the joined policy is itself a file without a fault', () => {
  const { policy } = composePolicies([cookies, register])
  expect(readPolicy(policy?.text ?? '', 'company.yaml', '2026-11-22').diagnostics).toEqual([])
})

test('the order of the files does not matter', () => {
  expect(composePolicies([register, cookies])).toEqual(composePolicies([cookies, register]))
  const other = changed(register, 'street: Voimatie 7', 'street: Voimatie 9')
  expect(composePolicies([other, cookies])).toEqual(composePolicies([cookies, other]))
})

test('the version of a company is that of its documents', () => {
  const { policy } = composePolicies([cookies, register])
  const versions = [cookies, register].map(file => file.policy.version).join('\n')
  const version = createHash('sha256').update(versions).digest('hex')
  expect(policy?.version).toBe(version)
  expect(policy?.rules.version).toBe(version)
  const later = changed(register, 'review-by: 2027-11-22\n  lang', 'review-by: 2027-10-22\n  lang')
  const moved = composePolicies([cookies, later]).policy
  expect(moved?.version).not.toBe(version)
  expect(moved?.reviewBy).toBe('2027-10-22')
})

test('one document alone is a company as well', () => {
  const { policy } = composePolicies([cookies])
  expect(policy?.said.purposes).toEqual(cookies.policy.said.purposes)
  expect(policy?.id).toBe('company-7000140-4')
})

test('provenance and the order of lists are no conflict', () => {
  const other = changed(
    changed(register, 'from: "002.23 002.26 002.27 002.28"', 'from: "002.26"'),
    'hosts: [tunturivirta.example, www.tunturivirta.example]',
    'hosts: [www.tunturivirta.example, tunturivirta.example]',
  )
  expect(composePolicies([cookies, other]).diagnostics).toEqual([])
})

const CONFLICTS = [
  [
    'L0601',
    'id: electricity-marketing-register',
    'id: electricity-cookies',
    '`electricity-cookies`',
  ],
  ['L0602', 'street: Voimatie 7', 'street: Voimatie 9', '`street`'],
  ['L0602', 'name: Eero Tunturi', 'name: Eero Vaara', '`contacts`'],
  ['L0602', 'languages: [fi, sv, en]', 'languages: [fi, sv]', '`policy.languages`'],
  ['L0603', 'document: SCC-2026-02', 'document: SCC-2026-09', '`document`'],
  ['L0603', 'name: Tunturivirta\n', 'name: Tunturin virta\n', '`name`'],
  ['L0603', 'arrangement: ART26-2026-05', 'arrangement: ART26-2026-09', '`arrangement`'],
  ['L0607', 'channel: email, basis: consent', 'channel: email, basis: soft-opt-in', '`consent`'],
  ['L0607', 'similar-products: false', 'similar-products: true', '`marketing.similar-products`'],
  [
    'L0608',
    'possible: false',
    'possible: true, age-gate: { asks: age-before-profiling, under: 13 years }',
    '`minors`',
  ],
] as const

test.for(CONFLICTS)('%s: %s is not also %s', ([code, right, wrong, told]) => {
  const other = changed(register, right, wrong)
  const { policy, diagnostics } = composePolicies([other, cookies])
  expect(policy).toBeUndefined()
  expect(diagnostics.map(found => found.code)).toEqual([code])
  const [found] = diagnostics
  expect(found).toMatchObject({ severity: 'error', file: register.file })
  expect(found?.message).toContain(told)
  expect(found?.message).toContain(cookies.file)
  const line = other.text.split('\n')[(found?.line ?? 0) - 1]
  expect(line?.slice((found?.column ?? 0) - 1, (found?.endColumn ?? 0) - 1)).not.toBe('')
})

test('a tracker that a second document declares by another id is an error', () => {
  const other = changed(copyOf(cookies), 'id: linkedin-browser', 'id: linkedin-other')
  expect(codes(cookies, other)).toEqual(['L0604'])
  const wider = changed(copyOf(cookies), 'name: UserMatchHistory', 'name: UserMatch*')
  expect(codes(cookies, wider)).toEqual(['L0603'])
})

test('a host that two vendors claim is an error', () => {
  const other = changed(
    copyOf(cookies),
    'hosts: [vertaavirta.example]',
    'hosts: [vertaavirta.example, www.youtube.com]',
  )
  expect(codes(cookies, other)).toEqual(['L0603', 'L0605'])
})

test('a right that is promised in two ways is an error, one that is promised alike is not', () => {
  const again = changed(register, 'id: electricity-marketing-register', 'id: second-register')
  expect(codes(register, again)).toEqual([])
  const slower = changed(again, '    within: 1 month\n', '    within: 20 days\n')
  expect(codes(register, slower)).toEqual(['L0606'])
})

test('a choice that holds for two spans is an error between documents that ask visitors', () => {
  const longer = changed(copyOf(cookies), '  lasts: 6 months', '  lasts: 3 months')
  expect(codes(cookies, longer)).toEqual(['L0608'])
  const sooner = changed(copyOf(cookies), '  asks-again: 6 months', '  asks-again: 7 months')
  expect(codes(cookies, sooner)).toEqual(['L0608'])
})

test('signals of all documents say no to the purposes of all', () => {
  const narrow = changed(
    copyOf(cookies),
    '  - signal: gpc\n    refuses: [analytics, marketing]',
    '  - signal: gpc\n    refuses: [marketing]',
  )
  const { policy } = composePolicies([narrow, cookies])
  expect(policy?.said.signals?.[0]?.refuses.toSorted()).toEqual(['analytics', 'marketing'])
})

function codes(...files: readonly CompanyFile[]): readonly string[] {
  return composePolicies(files).diagnostics.map(({ code }) => code)
}

function copyOf(file: CompanyFile): CompanyFile {
  return changed(file, `id: ${file.policy.id}\n`, 'id: other-cookies\n')
}

function changed(file: CompanyFile, right: string, wrong: string): CompanyFile {
  expect(file.text).toContain(right)
  return read(
    file.text.replace(right, () => wrong),
    file.file,
  )
}

function fileOf(file: string): CompanyFile {
  return read(readFileSync(file, 'utf8'), file)
}

function read(text: string, file: string): CompanyFile {
  const { policy, diagnostics } = readPolicy(text, file, '2026-11-22')
  if (!policy) throw new Error(diagnostics.map(({ line, message }) => `${line}: ${message}`).join())
  return { file, text, policy }
}
