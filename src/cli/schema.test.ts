import { expect, test } from 'vitest'
import { run } from './run.ts'

async function schema(...args: readonly string[]) {
  const said = { out: '', err: '' }
  const code = await run(['schema', ...args], {
    colours: false,
    out: text => void (said.out += text),
    err: text => void (said.err += text),
  })
  return { code, ...said }
}

test('the statements for a cluster are printed, step by step, with its name', async () => {
  const { code, out } = await schema('--clickhouse-cluster', 'shop')
  expect(code).toBe(0)
  expect(out).toContain('-- collect/001_events.ch.sql\ncreate database')
  expect(out).toContain(
    `create table collect.marketing on cluster 'shop' as collect.marketing_local`,
  )
})

test('what can be no name of a cluster is refused', async () => {
  const { code, err } = await schema('--clickhouse-cluster', `a'b`)
  expect(code).toBe(1)
  expect(err).toContain('no name of a cluster')
})
