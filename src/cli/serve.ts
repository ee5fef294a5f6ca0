import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type AppSettings, type Lupaus, openLupaus } from '../app.ts'
import { Fault } from '../base/fault.ts'
import { Opened } from '../base/opened.ts'
import { systemChance } from '../platform/chance.ts'
import { systemClock } from '../platform/clock.ts'
import type { Config, Role } from '../platform/config.ts'
import { serveControl } from '../platform/control.ts'
import { openJobs } from '../platform/jobs.ts'
import { openLinks } from '../platform/link.ts'
import { type Log, openLog } from '../platform/log.ts'
import type { Platform } from '../platform/index.ts'
import { openStores, type Stores } from '../platform/stores.ts'
import { watch } from '../platform/watch.ts'
import { SCHEMAS } from '../schemas.ts'
import { finnishDay, type Publication } from '../versions/index.ts'
import { type Handlers, handlersOf } from './handlers.ts'
import { packageRoot } from './package-root.ts'
import { openPolicy } from './policy-file.ts'
import { show } from './show.ts'
import type { Terminal } from './terminal.ts'

/** Nightly, at a minute when little else runs. */
const PROVE_CRON = '12 4 * * *'
/** At night, before the proof: what was erased goes from disk. */
const COMPACT_CRON = '12 2 * * *'
/** Before the proof as well: what the links did tonight is what it tells. */
const GATE_CRON = '12 3 * * *'

/** Each vendor is told once an hour; those that did not answer, sooner. */
const VENDORS_CRON = '*/10 * * * *'

/** What may be added to a served Lupaus: a site of the same process, and commands for its socket. */
export type Extras = {
  readonly site?: AppSettings['site']
  readonly handlers?: (lupaus: Lupaus) => Handlers
  /** What the policy file's text becomes before it is read: the demo's partners are on this machine. */
  readonly change?: (text: string) => string
}

/** A Lupaus that listens. */
export type Served = {
  /** `http://127.0.0.1:4700`. */
  readonly url: string
  readonly lupaus: Lupaus
  /** One-time link for the first administrator, when there is none yet. */
  readonly setupLink: string | undefined
  /** Stops listening, finishes what is under way, closes the stores. Safe to call twice. */
  close(): Promise<void>
}

/** Opens everything, in order, and closes again whatever was open when a later step fails. */
export async function serve(config: Config, terminal: Terminal, extras: Extras): Promise<Served> {
  const opened = new Opened()
  try {
    const served = await open(config, terminal, extras, opened)
    let closing: Promise<void> | undefined
    return { ...served, close: () => (closing ??= opened[Symbol.asyncDispose]()) }
  } catch (error) {
    await opened[Symbol.asyncDispose]()
    throw error
  }
}

async function open(
  config: Config,
  terminal: Terminal,
  extras: Extras,
  opened: Opened,
): Promise<Omit<Served, 'close'>> {
  const log = openLog(config.log)
  const source = await policyText(config.policy, terminal, extras.change)
  const { data: dataFolder, databaseUrl, clickhouseUrl, clickhouseCluster } = config
  const where = { dataFolder, databaseUrl, clickhouseUrl, clickhouseCluster }
  const stores = opened.add(await openStores({ ...where, log, schemas: SCHEMAS }))
  const address = { url: config.origin ?? '' }
  const lupaus = await openLupaus({
    platform: platformOf(stores, log),
    trustProxy: config.trustProxy,
    batchesPerMinute: config.batchesPerMinute,
    ...(config.metricsToken === undefined ? {} : { metricsToken: config.metricsToken }),
    spoolBytesMax: config.spoolBytesMax,
    vendors: config.vendors,
    roles: config.roles,
    origin: () => address.url,
    policy: { source, file: config.policy },
    tag: await readFile(join(packageRoot(), 'dist/tag/lupaus.js'), 'utf8'),
    tagParts: {
      gate: await readFile(join(packageRoot(), 'dist/tag/gate.js'), 'utf8'),
      measure: await readFile(join(packageRoot(), 'dist/tag/lupaus-measure.js'), 'utf8'),
      embed: await readFile(join(packageRoot(), 'dist/tag/lupaus-embed.js'), 'utf8'),
    },
    handOver: await readFile(join(packageRoot(), 'dist/tag/lupaus-hand-over.js'), 'utf8'),
    consoleFolder: join(packageRoot(), 'dist/console'),
    ...(config.checksLinks ? { openLink: openLinks() } : {}),
    ...(extras.site ? { site: extras.site } : {}),
  })
  opened.defer(() => lupaus.close())
  tellBegun(terminal, lupaus, config.policy)
  const url = await listen(lupaus, config)
  if (config.origin === undefined) address.url = url
  await openSides(config, terminal, { lupaus, stores, log, extras }, opened)
  const does = (role: Role) => config.roles.includes(role)
  return {
    url,
    lupaus,
    setupLink: does('api') ? await lupaus.staff.setupLink(address.url) : undefined,
  }
}

/** What runs beside the server: the control socket, the watch on the policy file, nightly jobs. */
async function openSides(
  config: Config,
  terminal: Terminal,
  running: { lupaus: Lupaus; stores: Stores; log: Log; extras: Extras },
  opened: Opened,
): Promise<void> {
  const { lupaus, stores, log, extras } = running
  const handlers = { ...handlersOf(lupaus), ...extras.handlers?.(lupaus) }
  opened.add(await serveControl(stores.folder, handlers, log))
  // Whoever only collects follows what the others publish.
  if (config.roles.some(role => role !== 'collector')) {
    const watcher = watch(
      config.policy,
      () => void reread(config.policy, lupaus, terminal, extras.change),
    )
    opened.defer(() => watcher[Symbol.dispose]())
  }
  if (!config.roles.includes('worker')) return
  const jobs = [
    { name: 'prove', cron: PROVE_CRON, run: async () => void (await lupaus.prove()) },
    { name: 'gate', cron: GATE_CRON, run: () => lupaus.gate.nightly() },
    { name: 'vendors', cron: VENDORS_CRON, run: () => lupaus.vendors.tell() },
    { name: 'compact', cron: COMPACT_CRON, run: async () => void (await lupaus.collect.compact()) },
  ]
  opened.add(await openJobs(stores.db.url, jobs, log))
}

function platformOf({ keys, db, ch, folder }: Stores, log: Log): Platform {
  const dataFolder = folder.path
  const [clock, chance] = [systemClock, systemChance]
  return { clock, chance, log, keys, db, listen: db.listen, ch, dataFolder }
}

async function listen(lupaus: Lupaus, { host, port }: Config): Promise<string> {
  try {
    return await lupaus.http.listen({ host, port })
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
    const help =
      code === 'EADDRINUSE'
        ? 'something else listens there: set LUPAUS_PORT to a free port'
        : 'set LUPAUS_HOST and LUPAUS_PORT to an address of this machine'
    throw new Fault('config.invalid', `cannot listen on \`${host}:${port}\` (${code})`, help, error)
  }
}

/** The policy file's text; a `Fault` when there are errors, which are shown first. */
async function policyText(
  path: string,
  terminal: Terminal,
  change: Extras['change'],
): Promise<string> {
  const file = await openPolicy(path, finnishDay(systemClock.now()), change)
  for (const found of file.diagnostics) terminal.err(show(terminal, found, file.text))
  if (file.policy) return file.text
  const help = 'mend what is shown above; `lupaus check` checks the file alone'
  throw new Fault('policy.invalid', `the policy \`${path}\` cannot be put in force`, help)
}

/** Publishes a changed policy, or says why not and leaves the old one. */
async function reread(
  path: string,
  lupaus: Lupaus,
  terminal: Terminal,
  change: Extras['change'],
): Promise<void> {
  try {
    const before = lupaus.policy().version
    const file = await openPolicy(path, finnishDay(systemClock.now()), change)
    for (const found of file.diagnostics) terminal.err(show(terminal, found, file.text))
    if (!file.policy) {
      terminal.err(`the policy in force stays ${before.slice(0, 12)}: the file has errors\n`)
      return
    }
    if (file.policy.version === before) return
    tell(terminal, await lupaus.publish(file.text, { by: 'file', file: path }), path)
  } catch (error) {
    lupaus.platform.log.error({ err: error }, 'the changed policy could not be published')
  }
}

/** Says what a start made of the policy file, when that is not simply in force. */
function tellBegun(terminal: Terminal, lupaus: Lupaus, path: string): void {
  const { begun } = lupaus
  if (begun.outcome === 'refused') tell(terminal, begun.publication, path)
  if (begun.outcome !== 'older') return
  const { version } = lupaus.policy()
  terminal.err(
    `warning: \`${path}\` is an older version; ${version.slice(0, 12)} stays in force\n` +
      ` help: \`lupaus publish ${path}\` puts it back in force\n`,
  )
}

function tell(terminal: Terminal, made: Publication, path: string): void {
  const name = `policy ${(made.version ?? '').slice(0, 12)} (${made.label ?? ''})`
  if (made.outcome === 'published') {
    const later = made.inForceFrom !== undefined && made.inForceFrom > systemClock.now()
    const when = later ? `comes into force on ${finnishDay(made.inForceFrom)}` : 'is in force'
    terminal.err(`${name} ${when}\n`)
    return
  }
  for (const { name: gate, passed, reason, help } of made.gates) {
    if (passed) continue
    terminal.err(
      `${name} is not published, and the one in force stays: the gate \`${gate}\` is closed: ${reason}\n` +
        ` help: ${help}; the command is \`lupaus publish ${path}\`\n`,
    )
  }
}
