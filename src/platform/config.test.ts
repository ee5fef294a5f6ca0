import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { Fault } from '../base/fault.ts'
import { readConfig, SETTINGS } from './config.ts'

test('with nothing set, everything has its documented default', () => {
  expect(readConfig({ PATH: '/bin' })).toEqual({
    port: 4700,
    host: '127.0.0.1',
    data: './data',
    policy: './policies/childrens-shop.yaml',
    databaseUrl: undefined,
    clickhouseUrl: undefined,
    clickhouseCluster: undefined,
    roles: ['collector', 'api', 'worker'],
    spoolBytesMax: 8 * 1024 ** 3,
    log: 'info',
    trustProxy: false,
    origin: undefined,
    metricsToken: undefined,
    batchesPerMinute: 1200,
    checksLinks: false,
    vendors: {},
    warnings: [],
  })
})

test('an empty variable counts as not set, and a flag goes before its variable', () => {
  const env = { LUPAUS_PORT: '4800', LUPAUS_HOST: '', LUPAUS_LOG: 'warn' }
  expect(readConfig(env, { port: '0' })).toMatchObject({ port: 0, host: '127.0.0.1', log: 'warn' })
})

test.for([
  ['LUPAUS_PORT', '0', '65535'],
  ['LUPAUS_BATCHES_PER_MINUTE', '1', '99999999'],
  ['LUPAUS_HOST', '::', '0.0.0.0', 'localhost', 'shop-1.example'],
  ['LUPAUS_DATABASE_URL', 'postgres://u:p@h/d', 'postgresql://u@h:5432/d?sslmode=require'],
  ['LUPAUS_CLICKHOUSE_URL', 'http://127.0.0.1:8123', 'https://u:p%40@events.example:8443/'],
  ['LUPAUS_ROLES', 'collector,api,worker', 'worker, api, collector'],
  ['LUPAUS_SPOOL_MAX', '64MiB', '1GiB', '2TiB'],
  ['LUPAUS_LOG', 'debug', 'silent'],
  ['LUPAUS_TRUST_PROXY', '0', '10', '10.0.0.0/8', '127.0.0.1, ::1', 'fd00::/8'],
  ['LUPAUS_ORIGIN', 'https://shop.example', 'https://shop.example/', 'http://127.0.0.1:4700'],
])('%s may be %s and the like', ([variable = '', ...values]) => {
  for (const value of values) expect(() => readConfig({ [variable]: value })).not.toThrow()
})

test.for([
  ['LUPAUS_PORT', '65536', '-1', '80.5', 'http', ' '],
  ['LUPAUS_HOST', '256.1.1.1', 'a b', '-x', 'http://x'],
  ['LUPAUS_DATA', ' ', 'a\0b'],
  ['LUPAUS_POLICY', ' '],
  ['LUPAUS_DATABASE_URL', 'mysql://u:p@h/d', 'shop', 'postgres://'],
  [
    'LUPAUS_CLICKHOUSE_URL',
    'tcp://host:9000',
    'host:8123',
    'http://h/db',
    'http://h/?a=1',
    'http://',
  ],
  ['LUPAUS_CLICKHOUSE_CLUSTER', 'shop'],
  ['LUPAUS_ROLES', 'collector', 'all', 'collector,api', 'collector,api,worker,'],
  ['LUPAUS_SPOOL_MAX', '63MiB', '1GB', '0GiB', '1e3GiB', '1.5GiB'],
  ['LUPAUS_LOG', 'loud', 'INFO'],
  ['LUPAUS_TRUST_PROXY', 'true', '11', '0.0.0.0/0', '10.0.0.0/33', '::1/129', '10.0.0.1,', 'yes'],
  [
    'LUPAUS_ORIGIN',
    'shop.example',
    'https://shop.example/a',
    'ftp://a',
    'https://u@a',
    'https://a?',
  ],
])('%s may not be %s and the like, and the message names it', ([variable = '', ...values]) => {
  for (const value of values) {
    expect(() => readConfig({ [variable]: value }), value).toThrow(`\`${variable}\` is `)
  }
})

test('all problems are told at once, and no secret is repeated', () => {
  const env = {
    LUPAUS_PORT: 'x',
    LUPAUS_DATABASE_URL: 'mysql://me:hunter2@host/d',
    LUPAUS_LOG: 'y'.repeat(500),
  }
  const fault = caught(() => readConfig(env, { origin: 'shop' }))
  expect(fault.code).toBe('config.invalid')
  expect(fault.message.split('\n')).toHaveLength(4)
  expect(fault.message).toContain('`--origin` is `shop`, but must be the address')
  expect(fault.message).not.toContain('hunter2')
  expect(fault.message.length).toBeLessThan(600)
})

const SHARED = {
  LUPAUS_DATABASE_URL: 'postgres://u:p@h/d',
  LUPAUS_CLICKHOUSE_URL: 'http://h:8123',
}

test('work is split, and put on a cluster, only where both stores are elsewhere', () => {
  const split = { LUPAUS_ROLES: 'collector, worker', LUPAUS_CLICKHOUSE_CLUSTER: 'shop' }
  expect(readConfig({ ...SHARED, ...split })).toMatchObject({
    roles: ['collector', 'worker'],
    clickhouseCluster: 'shop',
  })
  for (const without of Object.keys(SHARED)) {
    const told = caught(() => readConfig({ ...SHARED, ...split, [without]: '' })).message
    expect(told).toContain('fewer than all only beside `LUPAUS_DATABASE_URL`')
  }
  const sly = caught(() => readConfig({ ...SHARED, LUPAUS_CLICKHOUSE_CLUSTER: `a'b` }))
  expect(sly.message).toContain('`LUPAUS_CLICKHOUSE_CLUSTER` is ')
})

test('a variable that is no setting is warned of, with the nearest that is', () => {
  const { warnings } = readConfig({ LUPAUS_PROT: '1', LUPAUS_QQQQQQQQQQQQ: '2', OTHER: '3' })
  expect(warnings).toEqual([
    '`LUPAUS_PROT` is no setting of Lupaus; did you mean `LUPAUS_PORT`?',
    '`LUPAUS_QQQQQQQQQQQQ` is no setting of Lupaus',
  ])
})

test('the page of the reference lists every setting with its default, and no other', () => {
  const page = readFileSync('docs/reference/configuration.md', 'utf8')
  const rows = [...page.matchAll(/^\| `(LUPAUS_\w+)` \| `--([a-z-]+)` \| (.*?) \|/gm)]
  expect(rows.map(([, variable, flag, otherwise]) => ({ variable, flag, otherwise }))).toEqual(
    Object.values(SETTINGS).map(setting => ({
      variable: setting.variable,
      flag: setting.flag,
      otherwise: 'otherwise' in setting ? `\`${setting.otherwise}\`` : 'none',
    })),
  )
})

function caught(work: () => unknown): Fault {
  try {
    work()
  } catch (error) {
    if (error instanceof Fault) return error
  }
  throw new Error('nothing was thrown')
}
