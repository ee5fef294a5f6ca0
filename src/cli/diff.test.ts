import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { lupaus } from '../../test/scratch/cli.ts'

const SHOP = 'policies/childrens-shop.yaml'
const DEALER = 'policies/machine-dealer.yaml'
const FAULTY = 'policies/as-published/machine-dealer.yaml'
const folder = mkdtempSync(join(tmpdir(), 'lupaus-diff-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** The shop's policy with one piece written otherwise. */
function otherwise(right: string, other: string): string {
  const text = readFileSync(SHOP, 'utf8')
  expect(text).toContain(right)
  const path = join(folder, 'other.yaml')
  writeFileSync(path, text.replace(right, other))
  return path
}

test('`lupaus diff` groups what changed by what follows', async () => {
  const next = otherwise('lifetime: 90 days', 'lifetime: 91 days')
  const { code, out, err } = await lupaus('diff', SHOP, next)
  expect(out).toBe(
    'Those who agreed are asked again (1)\n' +
      '  lupaus_m now lives longer: 91 days instead of 90 days.\n' +
      '      longer-lifetime  trackers.campaign.lifetime  [marketing]\n',
  )
  expect([code, err]).toEqual([0, ''])
  expect((await lupaus('diff', SHOP, SHOP, '--lang', 'fi')).out).toBe('Mikään ei ole muuttunut.\n')
})

test('`lupaus diff --json` prints kind, path and consequence of each change', async () => {
  const next = otherwise('lifetime: 90 days', 'lifetime: 89 days')
  const { out } = await lupaus('diff', SHOP, next, '--json')
  expect(JSON.parse(out)).toMatchObject({
    changes: [
      {
        kind: 'shorter-lifetime',
        path: 'trackers.campaign.lifetime',
        consequence: 'nothing',
        purposes: ['marketing'],
      },
    ],
  })
  expect((await lupaus('diff', SHOP, SHOP, '--json')).out).toBe('{"changes":[]}\n')
})

test('`lupaus explain` answers no with 3, says which rule forbids it, and quotes the line', async () => {
  const facts = '{"granted":["analytics"],"signals":["dnt"]}'
  const { code, out } = await lupaus('explain', DEALER, '--purpose', 'analytics', '--facts', facts)
  expect(code).toBe(3)
  expect(out).toMatch(/no {3}The signal is on, and refuses it\n +line \d+: - signal: dnt\n/)
  expect(out).toContain('No: it was objected to (objected)')
  const yes = '{"granted":["analytics"]}'
  const agreed = await lupaus('explain', DEALER, '--purpose', 'analytics', '--facts', yes)
  expect([agreed.code, agreed.err]).toEqual([0, ''])
  expect(agreed.out).toContain('yes  It was agreed to, as it reads now')
})

test.for([
  ['{"contract":true}', 0, undefined],
  ['{"contract":false}', 3, 'no-contract'],
  ['{"contract":true,"restricted":true}', 3, 'restricted'],
  ['{"contract":true,"objections":["marketing"]}', 0, undefined],
] as const)('of a known person, %s answers %i (%s)', async ([facts, expected, reason]) => {
  const asked = ['--purpose', 'contract', '--channel', 'email', '--facts', facts, '--json']
  const { code, out } = await lupaus('explain', DEALER, ...asked)
  expect([code, JSON.parse(out)['reason']]).toEqual([expected, reason])
})

test('facts come from a file as well, and an event, a field and a tracker are asked for', async () => {
  const path = join(folder, 'facts.json')
  writeFileSync(path, '{"granted":["analytics"]}')
  const ask = (...more: readonly string[]) => lupaus('explain', DEALER, '--facts', path, ...more)
  const event = ['--purpose', 'analytics', '--event', 'page_view', '--field']
  expect((await ask(...event, 'title')).code).toBe(0)
  expect((await ask(...event, 'campaign')).out).toContain('field-not-declared')
  expect((await ask('--tracker', 'lupaus_a')).code).toBe(0)
  expect((await ask('--tracker', '_gx')).out).toContain('tracker-not-declared')
  expect((await ask('--tracker', 'IDE')).out).toContain('no-consent')
})

test.for([
  ['{"contrakt":true}', 'did you mean `contract`?'],
  ['{"granted":["analytica"]}', 'did you mean `analytics`?'],
  ['{"contract":"yes"}', 'neither true nor false'],
  ['{"objections":["sms","foo"]}', 'is not known'],
  ['{"age":-1}', 'no number of years'],
  ['{', 'no JSON'],
  ['nothing.json', 'cannot be read'],
] as const)('facts %s are an error: %s', async ([facts, says]) => {
  const { code, out, err } = await lupaus(
    'explain',
    DEALER,
    '--purpose',
    'quotes',
    '--facts',
    facts,
  )
  expect([code, out]).toEqual([2, ''])
  expect(err).toContain(says)
})

test('a file that may not be run as it is written is read safely, and that is said first', async () => {
  const asked = ['--purpose', 'sales', '--channel', 'email', '--facts', '{"enquiry":true}']
  const { out, code } = await lupaus('explain', FAULTY, ...asked)
  expect(out).toMatch(
    /^This file may not be run as it is written\. Read safely:\n {2}line \d+ {2}L/,
  )
  expect(code).toBe(3)
  const json = JSON.parse((await lupaus('explain', FAULTY, ...asked, '--json')).out)
  expect(json.safe.length).toBeGreaterThan(3)
  expect(json.promises).toEqual([])
})

test('`lupaus promises --json` prints slug, rule, line and text in each language', async () => {
  const { code, out } = await lupaus('promises', SHOP, '--json')
  const { promises } = JSON.parse(out)
  expect(code).toBe(0)
  expect(promises.length).toBeGreaterThan(20)
  for (const one of promises) {
    expect(Object.keys(one)).toEqual(['slug', 'rule', 'line', 'text'])
    expect(Object.keys(one.text)).toEqual(['fi', 'sv', 'en'])
    expect(one.line).toBeGreaterThan(0)
  }
  const both = JSON.parse((await lupaus('promises', SHOP, DEALER, '--json')).out)
  expect(new Set(both.promises.map(({ file }: { file: string }) => file))).toEqual(
    new Set([SHOP, DEALER]),
  )
  const table = await lupaus('promises', SHOP, '--lang', 'sv')
  expect(table.out).toContain('device.only-declared  (trackers)')
})

test.for([
  [['diff', SHOP], 2, 'name two policy files'],
  [['diff', SHOP, SHOP, '--lang', 'de'], 2, '`--lang de`'],
  [['diff', SHOP, 'nothing.yaml'], 1, 'error[L0001]'],
  [['explain', SHOP], 2, '`--purpose` or `--tracker`'],
  [['explain', SHOP, '--purpose', 'analytics', '--on', '2026-02-30'], 2, 'no day'],
  [['explain', 'nothing.yaml', '--purpose', 'analytics'], 1, 'error[L0001]'],
  [['promises'], 2, 'name the policy files'],
  [['promises', FAULTY], 1, 'error[L'],
] as const)('asked wrongly with %j, it exits with %i', async ([args, expected, says]) => {
  const { code, out, err } = await lupaus(...args)
  expect([code, out]).toEqual([expected, ''])
  expect(err).toContain(says)
})
