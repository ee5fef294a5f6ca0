import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { lupaus } from '../../test/scratch/cli.ts'

const DEALER = 'policies/machine-dealer.yaml'

test('each source is listed with what it may assert, and no secret’s hash is whole', async () => {
  const { code, out } = await lupaus('sources', DEALER)
  expect(code).toBe(0)
  const rows = out.trimEnd().split('\n')
  expect(rows[0]).toMatch(/^id +kind +speaks for +asserts +key$/)
  expect(rows[1]).toMatch(/^shop-web +web +shop +orders +konepiha-web$/)
  expect(rows[2]).toMatch(/^service-app +app +app +consent, time, device +konepiha-huolto$/)
  expect(rows[4]).toMatch(/^telemetry +machine +machine-data +time +sha256:[0-9a-f]{4}…$/)
  expect(rows).toHaveLength(5)
  expect(out).not.toMatch(/sha256:[0-9a-f]{5}/)
})

test('machines are given the same, with the line of the policy', async () => {
  const { code, out } = await lupaus('sources', DEALER, '--json')
  expect(code).toBe(0)
  const { sources } = JSON.parse(out) as { sources: readonly Record<string, unknown>[] }
  expect(sources.map(({ id }) => id)).toEqual(['shop-web', 'service-app', 'orders', 'telemetry'])
  expect(sources[1]).toEqual({
    ...{ id: 'service-app', kind: 'app', channel: 'app', site: 'app' },
    ...{ asserts: ['consent', 'time', 'device'], key: 'konepiha-huolto' },
    line: expect.any(Number),
  })
  expect(out).not.toMatch(/sha256:[0-9a-f]{5}/)
})

test('a policy without sources says who may send', async () => {
  const { code, out } = await lupaus('sources', 'policies/starter.yaml')
  expect([code, out]).toEqual([
    0,
    'The policy names no sources: only the tag on its own sites may send.\n',
  ])
  const { out: wire } = await lupaus('sources', 'policies/starter.yaml', '--json')
  expect(JSON.parse(wire)).toEqual({ sources: [] })
})

test('a new secret is another each time, and its key is its hash', async () => {
  const made = await Promise.all(['--json', '--json'].map(flag => lupaus('sources', '--new', flag)))
  const [one, two] = made.map(({ out }) => JSON.parse(out) as { secret: string; key: string })
  expect(one?.secret).toMatch(/^[\w-]{43}$/)
  expect(one?.secret).not.toBe(two?.secret)
  const hash = createHash('sha256')
    .update(one?.secret ?? '')
    .digest('hex')
  expect(one?.key).toBe(`sha256:${hash}`)

  const { code, out } = await lupaus('sources', '--new')
  expect(code).toBe(0)
  expect(out).toMatch(/\n {2}[\w-]{43}\n.*\n {4}key: sha256:[0-9a-f]{64}\n$/)
})

test('whoever asks wrongly is told how to ask', async () => {
  for (const args of [[], [DEALER, DEALER], ['--new', DEALER]]) {
    const { code, err, out } = await lupaus('sources', ...args)
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain('lupaus sources policies/childrens-shop.yaml')
  }
  expect((await lupaus('sources', 'policies/none.yaml')).code).toBe(1)
  expect((await lupaus('sources', '--old')).err).toContain('is not known')
})
