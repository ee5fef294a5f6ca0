import { isIP } from 'node:net'
import { Fault } from '../base/fault.ts'
import { nearest } from '../base/near.ts'
import { isClusterName } from './cluster.ts'
import type { HttpSettings } from './http.ts'

/** What a process can do; each can run many times, beside the others. */
export const ROLES = ['collector', 'api', 'worker'] as const
export type Role = (typeof ROLES)[number]

/** What Lupaus was told at its start, checked. */
export type Config = {
  readonly port: number
  readonly host: string
  /** The data folder, as given. */
  readonly data: string
  /** The policy file, as given. */
  readonly policy: string
  readonly databaseUrl: string | undefined
  readonly clickhouseUrl: string | undefined
  /** Name of the cluster on that server that tables are made on. */
  readonly clickhouseCluster: string | undefined
  /** What this process does; all of it unless told. */
  readonly roles: readonly Role[]
  /** Most bytes that wait in the spool; beyond them nothing is acknowledged. */
  readonly spoolBytesMax: number
  readonly log: string
  readonly trustProxy: HttpSettings['trustProxy']
  /** `https://shop.example`, without a path. */
  readonly origin: string | undefined
  /** Who shows it may read `/metrics` from anywhere. */
  readonly metricsToken: string | undefined
  /** Most batches of events that one address may send in a minute. */
  readonly batchesPerMinute: number
  /** Whether the links of the policy are opened every night. */
  readonly checksLinks: boolean
  /** Every `LUPAUS_VENDOR_…` by its name, as it came: addresses and secrets of vendors' interfaces. */
  readonly vendors: Readonly<Record<string, string>>
  /** What was odd but stops nothing. */
  readonly warnings: readonly string[]
}

/** One setting: an environment variable, and a flag that goes before it. */
export type Setting = {
  readonly variable: string
  readonly flag: string
  /** Taken when neither is given or the one given is empty; none for those that may be absent. */
  readonly otherwise?: string
  readonly must: string
  /** Never repeated in a message. */
  readonly isSecret?: true
}

const LEVELS = ['debug', 'info', 'warn', 'error', 'silent']
const HOPS_MAX = 10
const SPOOL_BYTES_MIN = 64 * 1024 ** 2
const PORT_MAX = 65_535
const BATCHES_MAX = 99_999_999
/** Bytes in the units that a size may be written with. */
const UNITS: Readonly<Record<string, number>> = { MiB: 1024 ** 2, GiB: 1024 ** 3, TiB: 1024 ** 4 }
const PREFIX = 'LUPAUS_'
/** Those of the vendors are theirs to read: which there are depends on the policy. */
const VENDOR_PREFIX = 'LUPAUS_VENDOR_'

/** Every setting there is; docs/reference/configuration.md describes each. */
export const SETTINGS = {
  port: {
    variable: 'LUPAUS_PORT',
    flag: 'port',
    otherwise: '4700',
    must: `a whole number from 0 to ${PORT_MAX}`,
  },
  host: {
    variable: 'LUPAUS_HOST',
    flag: 'host',
    otherwise: '127.0.0.1',
    must: 'an IP address or the name of a host',
  },
  data: {
    variable: 'LUPAUS_DATA',
    flag: 'data',
    otherwise: './data',
    must: 'the path of a folder',
  },
  policy: {
    variable: 'LUPAUS_POLICY',
    flag: 'policy',
    otherwise: './policies/childrens-shop.yaml',
    must: 'the path of a policy file',
  },
  databaseUrl: {
    variable: 'LUPAUS_DATABASE_URL',
    flag: 'database-url',
    must: 'a URL such as `postgres://user:password@host:5432/database`',
    isSecret: true,
  },
  clickhouseUrl: {
    variable: 'LUPAUS_CLICKHOUSE_URL',
    flag: 'clickhouse-url',
    must: 'a URL such as `https://user:password@host:8443`, without a path',
    isSecret: true,
  },
  clickhouseCluster: {
    variable: 'LUPAUS_CLICKHOUSE_CLUSTER',
    flag: 'clickhouse-cluster',
    must: 'the name of a cluster of letters, digits, `_`, `.` and `-`, beside `LUPAUS_CLICKHOUSE_URL`',
  },
  roles: {
    variable: 'LUPAUS_ROLES',
    flag: 'roles',
    otherwise: ROLES.join(','),
    must: `one or more of ${ROLES.map(role => `\`${role}\``).join(', ')}, with commas between; fewer than all only beside \`LUPAUS_DATABASE_URL\` and \`LUPAUS_CLICKHOUSE_URL\``,
  },
  spoolMax: {
    variable: 'LUPAUS_SPOOL_MAX',
    flag: 'spool-max',
    otherwise: '8GiB',
    must: 'a size from `64MiB` on, in `MiB`, `GiB` or `TiB`',
  },
  log: {
    variable: 'LUPAUS_LOG',
    flag: 'log',
    otherwise: 'info',
    must: `one of ${LEVELS.map(level => `\`${level}\``).join(', ')}`,
  },
  trustProxy: {
    variable: 'LUPAUS_TRUST_PROXY',
    flag: 'trust-proxy',
    must: `the number of proxies in front, from 0 to ${HOPS_MAX}, or their addresses such as \`10.0.0.0/8,::1\``,
  },
  metricsToken: {
    variable: 'LUPAUS_METRICS_TOKEN',
    flag: 'metrics-token',
    must: 'a secret of 16 to 200 letters, digits and `-_.~+/=`',
    isSecret: true,
  },
  batchesPerMinute: {
    variable: 'LUPAUS_BATCHES_PER_MINUTE',
    flag: 'batches-per-minute',
    otherwise: '1200',
    must: `a whole number from 1 to ${BATCHES_MAX}`,
  },
  checkLinks: {
    variable: 'LUPAUS_CHECK_LINKS',
    flag: 'check-links',
    otherwise: 'off',
    must: '`on` or `off`',
  },
  origin: {
    variable: 'LUPAUS_ORIGIN',
    flag: 'origin',
    must: 'the address that visitors use, such as `https://shop.example`, without a path',
  },
} as const satisfies Readonly<Record<string, Setting>>

/** Flags by their name without the dashes, as the command line gave them. */
export type Flags = Readonly<Record<string, string | undefined>>
type Env = Readonly<Record<string, string | undefined>>

/** Reads and checks every setting; a flag goes before its variable. One `Fault` tells all problems. */
export function readConfig(env: Env, flags: Flags = {}): Config {
  const problems: string[] = []
  const read = <T>(setting: Setting, parse: (text: string) => T | undefined): T | undefined => {
    const found = given(setting, env, flags)
    if (found === undefined) return undefined
    const value = parse(found.text)
    if (value === undefined) problems.push(problem(setting, found))
    return value
  }
  const config = {
    port: read(SETTINGS.port, portIn) ?? 0,
    host: read(SETTINGS.host, hostIn) ?? '',
    data: read(SETTINGS.data, pathIn) ?? '',
    policy: read(SETTINGS.policy, pathIn) ?? '',
    databaseUrl: read(SETTINGS.databaseUrl, databaseUrlIn),
    clickhouseUrl: read(SETTINGS.clickhouseUrl, clickhouseUrlIn),
    clickhouseCluster: read(SETTINGS.clickhouseCluster, clusterIn(env, flags)),
    roles: read(SETTINGS.roles, rolesIn(env, flags)) ?? [],
    spoolBytesMax: read(SETTINGS.spoolMax, sizeIn) ?? 0,
    log: read(SETTINGS.log, levelIn) ?? '',
    trustProxy: read(SETTINGS.trustProxy, proxiesIn)?.proxies ?? false,
    origin: read(SETTINGS.origin, originIn),
    metricsToken: read(SETTINGS.metricsToken, tokenIn),
    batchesPerMinute: read(SETTINGS.batchesPerMinute, batchesIn) ?? 0,
    checksLinks: read(SETTINGS.checkLinks, switchIn)?.on ?? false,
    vendors: vendorsIn(env),
    warnings: unknownIn(env),
  }
  if (problems.length > 0) throw invalid(problems)
  return config
}

type Given = { readonly text: string; readonly name: string }

function given(setting: Setting, env: Env, flags: Flags): Given | undefined {
  const flag = flags[setting.flag]
  if (flag !== undefined) return { text: flag, name: `--${setting.flag}` }
  const text = env[setting.variable] || setting.otherwise
  return text === undefined ? undefined : { text, name: setting.variable }
}

function problem({ must, isSecret }: Setting, { text, name }: Given): string {
  return `\`${name}\` is \`${isSecret ? '…' : shortened(text)}\`, but must be ${must}`
}

function shortened(text: string): string {
  const WIDTH = 60
  return text.length > WIDTH ? `${text.slice(0, WIDTH)}…` : text
}

function portIn(text: string): number | undefined {
  return /^\d{1,5}$/.test(text) && Number(text) <= PORT_MAX ? Number(text) : undefined
}

function batchesIn(text: string): number | undefined {
  return /^[1-9]\d{0,7}$/.test(text) ? Number(text) : undefined
}

function tokenIn(text: string): string | undefined {
  return /^[\w.~+/=-]{16,200}$/.test(text) ? text : undefined
}

function hostIn(text: string): string | undefined {
  const isName = /^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$/i.test(text) && !/^[\d.]+$/.test(text)
  return isIP(text) > 0 || isName ? text : undefined
}

function pathIn(text: string): string | undefined {
  return text.trim() !== '' && !text.includes('\0') ? text : undefined
}

function databaseUrlIn(text: string): string | undefined {
  const isUrl = /^postgres(ql)?:\/\/\S+$/.test(text) && URL.canParse(text)
  return isUrl ? text : undefined
}

function clickhouseUrlIn(text: string): string | undefined {
  if (!/^https?:\/\/\S+$/.test(text) || !URL.canParse(text)) return undefined
  const { pathname, search, hash } = new URL(text)
  return pathname === '/' && search === '' && hash === '' ? text : undefined
}

function clusterIn(env: Env, flags: Flags): (text: string) => string | undefined {
  const isElsewhere = given(SETTINGS.clickhouseUrl, env, flags) !== undefined
  return text => (isElsewhere && isClusterName(text) ? text : undefined)
}

/** Only what is elsewhere can be shared, and a part of the work alone needs the rest beside it. */
function rolesIn(env: Env, flags: Flags): (text: string) => readonly Role[] | undefined {
  const shared = [SETTINGS.databaseUrl, SETTINGS.clickhouseUrl]
  const isShared = shared.every(setting => given(setting, env, flags) !== undefined)
  return text => {
    const wanted = text.split(',').map(each => each.trim())
    const roles = ROLES.filter(role => wanted.includes(role))
    if (!wanted.every(each => roles.some(role => role === each))) return undefined
    return isShared || roles.length === ROLES.length ? roles : undefined
  }
}

function sizeIn(text: string): number | undefined {
  const [, count = '', unit = ''] = /^([1-9]\d{0,6})(MiB|GiB|TiB)$/.exec(text) ?? []
  const bytes = Number(count) * (UNITS[unit] ?? 0)
  return bytes >= SPOOL_BYTES_MIN ? bytes : undefined
}

function levelIn(text: string): string | undefined {
  return LEVELS.includes(text) ? text : undefined
}

/** Wrapped, because `false` is an answer here and not the lack of one. */
function switchIn(text: string): { on: boolean } | undefined {
  return text === 'on' || text === 'off' ? { on: text === 'on' } : undefined
}

/** Wrapped, because `false` is an answer here and not the lack of one. */
function proxiesIn(text: string): { proxies: HttpSettings['trustProxy'] } | undefined {
  if (/^\d{1,2}$/.test(text)) {
    const hops = Number(text)
    return hops > HOPS_MAX ? undefined : { proxies: hops === 0 ? false : hops }
  }
  const proxies = text.split(',').map(each => each.trim())
  return proxies.every(isNetwork) ? { proxies } : undefined
}

function isNetwork(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/')
  const version = isIP(address)
  if (version === 0 || more.length > 0) return false
  if (bits === undefined) return true
  // A prefix of 0 would believe anyone.
  return /^[1-9]\d{0,2}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128)
}

function originIn(text: string): string | undefined {
  if (!URL.canParse(text)) return undefined
  const url = new URL(text)
  const isWeb = url.protocol === 'https:' || url.protocol === 'http:'
  return isWeb && url.href === `${url.origin}/` && !text.endsWith('?') ? url.origin : undefined
}

function vendorsIn(env: Env): Readonly<Record<string, string>> {
  const all = Object.entries(env).filter(([name]) => name.startsWith(VENDOR_PREFIX))
  return Object.fromEntries(all.map(([name, value]) => [name, value ?? '']))
}

/** A variable that we would ignore is most often one that was misspelt. */
function unknownIn(env: Env): string[] {
  const known: string[] = Object.values(SETTINGS).map(setting => setting.variable)
  return Object.keys(env)
    .filter(name => name.startsWith(PREFIX) && !name.startsWith(VENDOR_PREFIX))
    .filter(name => !known.includes(name))
    .toSorted()
    .map(name => {
      const near = nearest(name, known)
      return `\`${name}\` is no setting of Lupaus${near ? `; did you mean \`${near}\`?` : ''}`
    })
}

function invalid(problems: readonly string[]): Fault {
  return new Fault(
    'config.invalid',
    problems.join('\n'),
    'docs/reference/configuration.md lists all',
  )
}
